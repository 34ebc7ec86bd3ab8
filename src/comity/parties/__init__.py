"""Who is meant: names in a text, the parties they may mean, and what became of them.

In: text, its language, a date, the parties named nearby. Out: hits with candidate ids; candidates with reasons.
Never: a claim, a guess without a reason, a word of any language (they are data). Read first: `index.py`, `link.py`.
"""
