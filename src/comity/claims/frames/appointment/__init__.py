"""Envoys told in a sentence: named, received, recalled, followed by others.

In: a chart and the discourse. Out: drafts.
Never: a word of a language. Read first: `frame.py`.
"""
