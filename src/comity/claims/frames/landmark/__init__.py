"""Landmarks told in a sentence: a thing in one country that is another's or called after it.

In: a chart and the discourse. Out: drafts.
Never: a word of a language. Read first: `frame.py`.
"""
