"""Membership in organizations told in a sentence: joined, left, in which role.

In: a chart and the discourse. Out: drafts.
Never: a word of a language. Read first: `frame.py`.
"""
