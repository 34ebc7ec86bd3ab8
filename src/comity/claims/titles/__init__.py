"""Titles of texts, bodies, things and awards: from which word to which they reach.

In: a chart and the head of a title. Out: stretches of the text.
Never: what the title is of. Read first: `reach.py`.
"""
