"""Recognition told in a sentence: by whom, of whom, refused or taken back.

In: a chart and the discourse. Out: drafts.
Never: a word of a language. Read first: `frame.py`.
"""
