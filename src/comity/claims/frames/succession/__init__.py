"""Succession of states told in a sentence.

In: a chart and the discourse. Out: drafts.
Never: a word of a language. Read first: `frame.py`.
"""
