"""Whose a date is: days that belong to a bracket, a quotation, a noun, another deed.

In: a chart. Out: which dates are none of an anchor's.
Never: a party, a frame. Read first: `date_owners.py`.
"""
