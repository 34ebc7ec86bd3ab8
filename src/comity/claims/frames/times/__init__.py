"""When what a frame found was so: the rules of attachment that all frames share.

In: a chart, an anchor, the discourse. Out: dates.
Never: whose the deed is. Read first: `attach.py`.
"""
