"""Agreements told in a sentence: their title, parties, days and fate.

In: a chart and the discourse. Out: drafts.
Never: a word of a language. Read first: `frame.py`.
"""
