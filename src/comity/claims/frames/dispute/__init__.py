"""Disputes told in a sentence: raised, open, settled.

In: a chart and the discourse. Out: drafts.
Never: a word of a language. Read first: `frame.py`.
"""
