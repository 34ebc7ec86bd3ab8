"""How a sentence says that something is so: denied, planned, asked, supposed, or as having happened.

In: a chart. Out: a modality.
Never: who and when. Read first: `modality.py`.
"""
