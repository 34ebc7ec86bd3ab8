"""WHEN: the dates a text names, as whens, and the order its bare numbers are read in.

In: a text, its language, what is known of its day and of the date before. Out: `DateHit`, `OpenDate`.
Never: today's clock, a date narrower than its words.
Read first: `hit.py`, then `atoms.py`, where the grammar is one table.
"""

from comity.dates.eras import document_era
from comity.dates.find import find_dates, find_open_dates
from comity.dates.hit import DateContext, DateHit, OpenDate, at_its_end
from comity.dates.order import date_order

__all__ = [
    "DateContext",
    "DateHit",
    "OpenDate",
    "at_its_end",
    "date_order",
    "document_era",
    "find_dates",
    "find_open_dates",
]
