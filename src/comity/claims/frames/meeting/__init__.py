"""Meetings told in a sentence: who met whom, where and when.

In: a chart and the discourse. Out: drafts.
Never: a word of a language. Read first: `frame.py`.
"""
