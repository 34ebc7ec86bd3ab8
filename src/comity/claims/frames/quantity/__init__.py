"""Figures between parties told in a sentence: of what, of when, in which direction.

In: a chart and the discourse. Out: drafts.
Never: a word of a language. Read first: `frame.py`.
"""
