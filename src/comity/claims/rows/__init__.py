"""Lists and tables: what rows say by their columns, and items by their heading.

In: passages that are rows or items. Out: drafts.
Never: running prose, but for the notes of a row. Read first: `row.py`, then `reader.py`.
"""
