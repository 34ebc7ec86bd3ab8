"""How many lost rows come back as documents are added: `python benchmarks/growth.py [FILE …] [--draw SVG]`.

Without files: the real lists of `rows_data/dates.csv`, nothing left in them but heading and date, while other documents
date none, a tenth, … all of their pairs, one in ten of those with a fault. With files: the rows of the first, as the
others are given one by one (`examples/zh-kazakhstan-jianjiao.md examples/*` is the list of the docs). `--draw` writes
the curve as a picture (matplotlib).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rows import LAYOUTS, is_row, read_dates, run_real

from comity.documents import load_sources
from comity.facts import reconcile
from comity.model.document import Source
from comity.parties.registry import load_registry
from comity.pipeline import Reading, read_source

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

TENTHS = 10
RIGHT, WRONG, GRID = "#1a6ea0", "#b3401f", "#d0d0d0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A point of the curve, in per cent: of the pairs that others date, of the rows settled rightly and wrongly."""

    told: float
    right: float
    wrong: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="a damaged list, then other documents")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--draw", type=Path, metavar="SVG")
    given = parser.parse_args()
    if given.files:
        counts = list(iter_counts(list(dict.fromkeys(given.files))))
        if given.draw:
            draw_list(counts, given.draw)
        return
    steps = []
    print("| pairs that others date | rows settled rightly | wrongly |")
    print("|---:|---:|---:|")
    for one in iter_steps(given.seed):
        print(f"| {one.told:.0f} % | {one.right:.1f} % | {one.wrong:.2f} % |", flush=True)
        steps.append(one)
    if given.draw:
        draw(steps, given.draw)


def iter_steps(seed: int) -> Iterator[Step]:
    """The curve of the real lists, from no other document to one for every pair."""
    lists = {known: rows for known, rows in read_dates().items() if len(rows) > 15}
    for tenth in range(TENTHS + 1):
        scored = [one for at in range(len(LAYOUTS)) for one in run_real(lists, "none", at, seed, told=tenth / TENTHS)]
        right = sum(one.settled == one.truth for one in scored)
        settled = sum(one.settled is not None for one in scored)
        share = 100 / len(scored)
        yield Step(told=100 * tenth / TENTHS, right=share * right, wrong=share * (settled - right))


def draw(steps: Sequence[Step], place: Path) -> None:
    """Write the curve as an SVG picture, the same bytes on every run."""
    figure, axes = _axes("pairs that other documents date, %", "rows of the lists, %")
    told = [one.told for one in steps]
    axes.plot(told, told, linestyle=":", color=GRID, label="as many as are dated")
    axes.plot(told, [one.right for one in steps], marker="o", color=RIGHT, label="settled rightly")
    axes.plot(told, [one.wrong for one in steps], marker="x", color=WRONG, label="settled wrongly")
    axes.set(xlim=(0, 100), ylim=(0, 100))
    _write(figure, axes, place, "Rows without a party, settled as documents are added")


def draw_list(counts: Sequence[Count], place: Path) -> None:
    """Write what each further document settles of one list as an SVG picture, the same bytes on every run."""
    figure, axes = _axes("documents beside the list", "rows of the list")
    given = range(len(counts))
    axes.plot(given, [one.settled for one in counts], marker="o", color=RIGHT, label="settled")
    axes.plot(given, [one.settled + one.placed for one in counts], linestyle=":", color=WRONG, label="or placed")
    axes.set(xlim=(0, len(counts) - 1), ylim=(0, counts[0].settled + counts[0].placed + counts[0].open))
    axes.xaxis.get_major_locator().set_params(integer=True)
    _write(figure, axes, place, "Rows of one list, settled as documents are added")


def _axes(across: str, up: str) -> tuple[Figure, Axes]:
    import matplotlib

    matplotlib.use("svg")
    from matplotlib import pyplot

    matplotlib.rcParams.update({"svg.hashsalt": "comity", "svg.fonttype": "none", "font.size": 11})
    figure, axes = pyplot.subplots(figsize=(7, 4))
    axes.set(xlabel=across, ylabel=up)
    axes.grid(color=GRID, linewidth=0.5)
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes


def _write(figure: Figure, axes: Axes, place: Path, title: str) -> None:
    axes.legend(frameon=False, loc="upper left")
    figure.savefig(place, bbox_inches="tight", metadata={"Date": None, "Title": title})


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many rows of a list are settled, placed (known to be among several rows) and open."""

    settled: int
    placed: int
    open: int


def iter_counts(paths: Sequence[Path]) -> Iterator[Count]:
    """How many rows of the first document are settled or placed as the others are given one by one, and printed."""
    readings: list[Reading] = []
    print("| documents given | settled | placed | open |")
    print("|---|---:|---:|---:|")
    for path in paths:
        readings += [read_source(source) for source in load_sources([path]) if isinstance(source, Source)]
        one = _count(readings)
        print(f"| {path.name} | {one.settled} | {one.placed} | {one.open} |", flush=True)
        yield one


def _count(readings: Sequence[Reading]) -> Count:
    claims = [claim for reading in readings for claim in reading.claims]
    documents = {one.document.id: one.document for one in readings if one.document}
    by_id = {claim.id: claim for claim in claims}
    first = readings[0].source.id
    rows = [one for one in reconcile(claims, documents, load_registry()).missing if by_id[one.claim].document == first]
    named = sum(one.document == first and is_row(one) and not one.missing for one in claims)
    settled, placed = sum(bool(row.settled) for row in rows) + named, sum(row.rule == "placed" for row in rows)
    return Count(settled=settled, placed=placed, open=len(rows) + named - settled - placed)


if __name__ == "__main__":
    sys.exit(main())
