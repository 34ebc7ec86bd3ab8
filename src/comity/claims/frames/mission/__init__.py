"""Missions told in a sentence: whose, where, of which class, and what became of them.

In: a chart and the discourse. Out: drafts.
Never: a word of a language. Read first: `frame.py`.
"""
