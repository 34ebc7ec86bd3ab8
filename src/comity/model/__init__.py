"""The things themselves.

In: values, already parsed. Out: frozen records. Never: I/O, a word of any language, a clock.
Read first: `roles.py`, then `claim.py`, then `passage.py`.
"""
