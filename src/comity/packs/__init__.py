"""Data, read and checked: languages, parties, cities, offices, sources.

In: the files under ``data/``. Out: frozen records of their rows. Never: a decision about a text.
Read first: `language.py`, and `docs/reference/packs.md` for the form of a pack.
"""
