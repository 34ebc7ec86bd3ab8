"""Joint bodies told in a sentence, and their sittings.

In: a chart and the discourse. Out: drafts.
Never: a word of a language. Read first: `frame.py`.
"""
