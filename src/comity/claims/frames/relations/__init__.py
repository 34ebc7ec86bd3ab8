"""Relations of two parties told in a sentence, and their anniversaries.

In: a chart and the discourse. Out: drafts.
Never: a word of a language. Read first: `frame.py`.
"""
