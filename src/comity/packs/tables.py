"""Rows of the CSV files under ``data/parties``, each with its line, so that a fault can say where it stands."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from comity.errors import ModelError, PackError
from comity.model.when import When


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line in the file, the place of each column, and its cells in that order."""

    line: int
    places: Mapping[str, int]
    cells: Sequence[str]

    def __getitem__(self, column: str) -> str:
        return self.cells[self.places[column]]

    def when(self, column: str, faults: list[str]) -> When | None:
        """The date of a cell, ``None`` where it is empty; a cell that is no date is added to the faults."""
        text = self[column]
        if not text:
            return None
        try:
            return When.parse(text)
        except ModelError as fault:
            faults.append(f"line {self.line}: {column}: {fault}")
            return None

    def span(self, faults: list[str]) -> tuple[When | None, When | None]:
        """The dates of the cells ``start`` and ``end``; an end before its start is added to the faults."""
        start, end = self.when("start", faults), self.when("end", faults)
        if start is not None and end is not None and (start.first or 0) > (end.last or 0):
            faults.append(f"line {self.line}: ends before it begins")
        return start, end


def load_rows(name: str, columns: Sequence[str]) -> Iterator[Row]:
    """The rows of ``data/parties/{name}``, cells stripped of nothing; refuses a file without exactly these columns."""
    text = (files("comity") / "data" / "parties" / name).read_text(encoding="utf-8")
    return read_rows(text, name, columns)


def read_rows(text: str, place: str, columns: Sequence[str]) -> Iterator[Row]:
    """The rows of a CSV text; `PackError` where its head is another or a row has too few or too many cells."""
    reader = csv.reader(io.StringIO(text))
    head = next(reader, [])
    if tuple(head) != tuple(columns):
        raise PackError(place, [f"line 1: the columns are {','.join(columns)}"])
    rows = [(reader.line_num, cells) for cells in reader]
    faults = [
        f"line {line}: has {len(cells)} cells, not {len(head)}" for line, cells in rows if len(cells) != len(head)
    ]
    if faults:
        raise PackError(place, faults)
    places = {column: at for at, column in enumerate(head)}
    for line, cells in rows:
        yield Row(line, places, cells)
