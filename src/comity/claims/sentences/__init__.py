"""A sentence as it is read: its mentions, cues, walls and charts, and the draft that is made of them.

In: a sentence of a passage, the cue phrases of its language. Out: charts, words around a place, drafts.
Never: who or when a document spoke of before. Read first: `mention.py`, then `chart.py`.
"""
