"""What names of states, towns and bodies mean where they stand: a seat, an adjective, two lands in one, no state.

In: mentions of a sentence. Out: mentions with their meaning, places as claims name them.
Never: a document's memory. Read first: `places.py`, then `capitals.py`.
"""
