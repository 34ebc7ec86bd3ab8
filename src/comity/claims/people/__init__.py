"""Who is meant by an office and a name: drawn together from what stands side by side.

In: mentions and cues of a sentence. Out: people in office, each with a name and a party.
Never: what they did. Read first: `actors.py`, then `names.py`.
"""
