"""Visits told in a sentence: who went where, when, and how long.

In: a chart and the discourse. Out: drafts.
Never: a word of a language. Read first: `frame.py`.
"""
