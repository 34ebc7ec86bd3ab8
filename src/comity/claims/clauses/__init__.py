"""Clauses within a sentence: what they say of the words before them, and what their verbs share.

In: a chart. Out: stretches of a sentence, each with what it belongs to.
Never: what another sentence said. Read first: `relative.py`.
"""
