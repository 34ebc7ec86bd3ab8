"""Honours told in a sentence: given by whom, to whom, of which class.

In: a chart and the discourse. Out: drafts.
Never: a word of a language. Read first: `frame.py`.
"""
