"""``data/parties/{polities,spells,codes,capitals,successions}.csv`` → who can have relations, when, and what followed.

The records and what a row may hold are in `polity_tables.py`, what the rows must be together in `polity_laws.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from comity.errors import PackError
from comity.packs.polity_laws import find_faults
from comity.packs.polity_tables import COLUMNS, PolityTables, parse_tables


@lru_cache(maxsize=1)
def load_polities() -> PolityTables:
    """The five tables of the package; raises `PackError` with every fault of the first file that has any.

    >>> [spell.name for spell in load_polities().spells if spell.party == "SCG"]
    ['Serbia and Montenegro']
    """
    folder = files("comity") / "data" / "parties"
    return parse_polities({name: (folder / name).read_text(encoding="utf-8") for name in COLUMNS})


def parse_polities(texts: Mapping[str, str]) -> PolityTables:
    """The tables in these files' texts, by file name; refuses a file with all its faults at once."""
    tables = parse_tables(texts)
    for place, faults in find_faults(tables).items():
        if faults:
            raise PackError(place, faults)
    return tables
