"""How much of each file under ``data/parties`` was compared with a second source, by its column ``checked``."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType

_COLUMN = "checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One file's rows by what ``checked`` says: ``yes``, ``no``, or that a part agrees (``year``, ``start``)."""

    file: str
    rows: int
    said: Mapping[str, int]

    @property
    def whole(self) -> int:
        """How many rows were compared as a whole."""
        return self.said.get("yes", 0)

    @property
    def parts(self) -> Mapping[str, int]:
        """How many rows were compared in a part, by the part."""
        return {word: count for word, count in self.said.items() if word not in ("yes", "no")}


def iter_checked() -> Iterator[Checked]:
    """The count of every file that has such a column, by the file's name.

    >>> [one.file for one in iter_checked() if "o" in one.file][:2]
    ['codes.csv', 'memberships.csv']
    """
    folder = files("comity") / "data" / "parties"
    for name in sorted(one.name for one in folder.iterdir() if one.name.endswith(".csv")):
        rows = csv.DictReader(io.StringIO((folder / name).read_text(encoding="utf-8")))
        if _COLUMN not in (rows.fieldnames or ()):
            continue
        said = Counter(row[_COLUMN] for row in rows)
        yield Checked(file=name, rows=sum(said.values()), said=MappingProxyType(dict(sorted(said.items()))))
