"""Who are the parties of what a frame found: subject, owner, pair, sender.

In: a chart, an anchor, the discourse. Out: parties.
Never: when. Read first: `of_anchor.py`, then `pairs.py`.
"""
