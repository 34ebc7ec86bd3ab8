"""How many lost rows are found again, and how many of those are wrong: `python benchmarks/rows.py`.

Whole lists of relations (`rows_data/dates.csv`, each date with its source) are written as tables in nine languages and
four layouts, lose names as converters lose them, are read like any document, and their rows compared with what was
lost. Other documents date some of the pairs, one in ten with a fault. A made-up world adds what a few real lists cannot
give: both sides' lists damaged (of these only the rows are counted whose party has a list); its dates are drawn, so it
measures the solver, not the world.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from babel.dates import format_date

from comity.facts import reconcile
from comity.model.claim import Claim
from comity.model.document import Document, Source
from comity.model.fact import MissingRow
from comity.model.roles import Relations
from comity.model.when import When
from comity.packs.reading import load_alphabet
from comity.parties.places import load_places
from comity.parties.registry import Registry, load_registry
from comity.pipeline import Reading, read_source
from comity.text.collate import sort_key

HERE = Path(__file__).parent
FAULTY = 0.1  # other documents that give another date
TOLD = {
    "date": 0.9,
    "half dated": 0.5,
    "alphabet": 0.2,
    "city": 0.2,
    "member": 0.5,
}  # the share of pairs that others date
CONTINENTS = ("asia", "europe", "africa", "america", "oceania")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a page of one language is made of: title, section, heads, continents, and a note that names a page."""

    title: str
    section: str
    heads: tuple[str, str, str]
    continents: tuple[str, ...]
    see: str
    seat: str
    both: str
    told: str


def load_words() -> dict[str, Words]:
    """What pages are made of, by language, ``rows.toml``."""
    data = tomllib.loads((HERE / "rows.toml").read_text(encoding="utf-8"))
    return {
        code: Words(**{name: tuple(said) if isinstance(said, list) else said for name, said in table.items()})
        for code, table in data.items()
    }


LANGUAGES = load_words()
LAYOUTS = ("pipe", "grid", "html", "wiki")
SUFFIX = {"pipe": ".md", "grid": ".md", "html": ".html", "wiki": ".wiki"}
MEDIA = {"pipe": "text/markdown", "grid": "text/markdown", "html": "text/html", "wiki": "text/x-wiki"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of a list: the party, the day, and whether its name and what else is lost or kept."""

    party: str
    day: date
    lost: bool = True
    clue: str = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One list as it is written: whose, in which language and layout, with which rows under which continent."""

    known: str
    language: str
    layout: str
    groups: tuple[tuple[str, tuple[Entry, ...]], ...]

    @property
    def id(self) -> str:
        """The document's id."""
        return f"{self.known.lower()}-{self.language}-{self.layout}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    lists = {known: rows for known, rows in read_dates().items() if len(rows) > 15}
    print("| clue | rows | settled | right | recall | wrong of settled | recall at 1 % error |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for clue in ("note", "link", "city", "member", "date", "half dated", "alphabet", "none"):
        scored = [one for at in range(len(LAYOUTS)) for one in run_real(lists, clue, at, given.seed)]
        print_line(clue, scored)
    for clue in ("both sides", "both sides, half dated"):
        print_line(f"{clue} (made up)", list(run_made_up(clue, given.seed)))


# --- what is known, and the documents made of it


def read_dates() -> dict[str, list[tuple[str, date]]]:
    """For each party of `rows_data/dates.csv` its partners and their days."""
    found: defaultdict[str, list[tuple[str, date]]] = defaultdict(list)
    with (HERE / "rows_data" / "dates.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            found[row["known"]].append((row["party"], date.fromisoformat(row["date"])))
    return dict(found)


def continent_of(party: str, registry: Registry) -> str:
    """Under which of the five headings a list puts the party."""
    first = registry.continents(party)[0]
    return first if first in CONTINENTS else "america"


def make_table(
    known: str, rows: Sequence[tuple[str, date]], clue: str, form: tuple[str, str], rng: random.Random
) -> Table:
    """A list by continents and days, or by name where the alphabet is to be the clue (then some names are kept)."""
    language, layout = form
    registry = load_registry()
    kept = 0.6 if clue == "alphabet" else 0.0
    entries = [Entry(party=party, day=day, lost=rng.random() >= kept, clue=clue) for party, day in rows]
    order = load_alphabet(language)
    if clue == "alphabet":
        entries.sort(key=lambda one: sort_key(registry.name(one.party, language), order))
        return Table(known=known, language=language, layout=layout, groups=(("", tuple(entries)),))
    entries.sort(key=lambda one: (one.day, one.party))
    groups = [(c, tuple(one for one in entries if continent_of(one.party, registry) == c)) for c in CONTINENTS]
    return Table(known=known, language=language, layout=layout, groups=tuple(group for group in groups if group[1]))


def write_table(table: Table) -> str:
    """The document: title, sections, a table each, with the names lost as converters lose them."""
    words, registry = LANGUAGES[table.language], load_registry()
    name = registry.name(table.known, table.language)
    out = [heading(words.title.format(a=name), 1, table.layout), heading(words.section, 2, table.layout)]
    for continent, entries in table.groups:
        if continent:
            out.append(heading(words.continents[CONTINENTS.index(continent)], 3, table.layout))
        cells = [cells_of(entry, table, name) for entry in entries]
        out.append(WRITERS[table.layout](words.heads, cells))
    return "\n\n".join(out) + "\n"


def cells_of(entry: Entry, table: Table, name: str) -> tuple[str, str, str]:
    """The row's cells: the party's, emptied or with a link that lost its text; the day; the note."""
    words, registry = LANGUAGES[table.language], load_registry()
    party = registry.name(entry.party, table.language)
    note = ""
    if entry.clue == "note":
        note = words.see.format(a=name, b=party)
    elif entry.clue == "city" and (seat := registry.capital(entry.party)) is not None:
        note = words.seat.format(city=load_places().city_name(seat, table.language))
    elif entry.clue == "member" and (organization := shared(table.known, entry.party, registry)) is not None:
        note = words.both.format(organization=load_places().organization_name(organization, table.language))
    who = "" if entry.lost else party
    if entry.clue == "link":
        who = {
            "pipe": f"[](../Page/{party.replace(' ', '_')}.md)",
            "grid": f"![](Flag_of_{registry.name(entry.party, 'en').replace(' ', '_')}.svg)",
            "html": f'<a href="/wiki/{party.replace(" ", "_")}"></a>',
            "wiki": f"[[File:Flag of {registry.name(entry.party, 'en')}.svg|23px]]",
        }[table.layout]
    return who, format_date(entry.day, "long", table.language), note


def shared(one: str, other: str, registry: Registry) -> str | None:
    """The smallest organization whose recorded members both are, ``None`` for none."""
    both = [
        (len(held), name)
        for name in load_places().organizations()
        if {one, other} <= (held := registry.belonging(name))
    ]
    return min(both)[1] if both else None


def heading(text: str, level: int, layout: str) -> str:
    """A heading in the layout's form."""
    if layout == "html":
        return f"<h{level}>{text}</h{level}>"
    return f"{'=' * level} {text} {'=' * level}" if layout == "wiki" else f"{'#' * level} {text}"


def write_pipe(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def write_html(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    def line(cells: Iterable[str], tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>"

    return "<table>\n" + "\n".join([line(heads, "th"), *(line(row, "td") for row in rows)]) + "\n</table>"


def write_wiki(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    body = "\n".join("|-\n| " + " || ".join(row) for row in rows)
    return '{| class="wikitable"\n! ' + " !! ".join(heads) + "\n" + body + "\n|}"


def write_grid(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    widths = [max(wide(row[at]) for row in (heads, *rows)) + 2 for at in range(len(heads))]
    edge = "+" + "+".join("-" * width for width in widths) + "+"

    def line(cells: Sequence[str]) -> str:
        return "|" + "|".join(f" {c}{' ' * (w - wide(c) - 1)}" for c, w in zip(cells, widths, strict=True)) + "|"

    out = [edge, line(heads), edge.replace("-", "=")]
    for row in rows:
        out += [line(row), edge]
    return "\n".join(out)


def wide(text: str) -> int:
    """How many columns a text takes on the screen."""
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(one) else 2 if east_asian_width(one) in "WF" else 1 for one in text)


WRITERS = {"pipe": write_pipe, "grid": write_grid, "html": write_html, "wiki": write_wiki}


def write_page(a: str, b: str, day: date, language: str, rng: random.Random) -> tuple[str, str]:
    """A page of a pair that dates its relations, in one of ten with a fault: the next day, swapped, another month."""
    if rng.random() < FAULTY:
        later = day + timedelta(rng.randint(5, 120))
        day = rng.choice([day + timedelta(rng.choice((-1, 1))), swapped(day), later, later, day + timedelta(366)])
    registry, words = load_registry(), LANGUAGES[language]
    text = words.told.format(
        a=registry.name(a, language), b=registry.name(b, language), day=format_date(day, "long", language)
    )
    return f"page-{a}-{b}".lower(), f"{text}\n"


def swapped(day: date) -> date:
    return day.replace(month=day.day, day=day.month) if day.day <= 12 else day - timedelta(31)


def as_source(key: str, text: str, suffix: str = ".txt", media: str = "text/plain") -> Source:
    return Source(id=key, place=f"{key}{suffix}", digest=sha256(text.encode()).hexdigest(), media_type=media, text=text)


# --- measuring


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One lost row: who it was, who it was settled as (None: open), who was thought likeliest, and how likely."""

    truth: str
    settled: str | None
    best: str | None
    share: float


def score(tables: Sequence[Table], readings: Sequence[Reading]) -> list[Scored]:
    """Every row of the tables that lost its name, against what was found."""
    claims = [claim for reading in readings for claim in reading.claims]
    documents: dict[str, Document] = {one.document.id: one.document for one in readings if one.document}
    missing = {row.claim: row for row in reconcile(claims, documents, load_registry()).missing}
    rows = {(one.document, one.place.table, one.place.row): one for one in claims if one.place and is_row(one)}
    out = []
    for table in tables:
        for number, (_, entries) in enumerate(table.groups, 1):
            for place, entry in enumerate(entries, 1):
                if entry.lost:
                    out.append(_scored(entry, rows.get((table.id, number, place)), table.known, missing))
    return out


def is_row(claim: Claim) -> bool:
    return claim.rule == "row.relations"


def _scored(entry: Entry, claim: Claim | None, known: str, missing: Mapping[str, MissingRow]) -> Scored:
    truth = entry.party
    if claim is None:
        return Scored(truth=truth, settled=None, best=None, share=0.0)
    if not claim.missing:
        assert isinstance(claim.roles, Relations)
        named = next((party for party in claim.roles.parties if party != known), None)
        return Scored(truth=truth, settled=named, best=named, share=1.0)
    row = missing[claim.id]
    best = row.candidates[0] if row.candidates else None
    sure = row.settled if row.settled else None
    return Scored(
        truth=truth, settled=sure, best=sure or (best.party if best else None), share=best.score if best else 1.0
    )


def print_line(clue: str, scored: Sequence[Scored]) -> None:
    settled = [one for one in scored if one.settled]
    right = sum(one.settled == one.truth for one in settled)
    wrong = (len(settled) - right) / len(settled) if settled else 0.0
    print(
        f"| {clue} | {len(scored)} | {len(settled)} | {right} | {right / max(len(scored), 1):.1%} | {wrong:.2%} "
        f"| {recall_at(scored, 0.01):.1%} |"
    )


def recall_at(scored: Sequence[Scored], error: float) -> float:
    """The largest share of rows that can be settled with at most this error, the surest first."""
    best = right = 0
    ranked = sorted((one for one in scored if one.best), key=lambda one: -one.share)
    for count, one in enumerate(ranked, 1):
        right += one.best == one.truth
        if count - right <= error * count:
            best = max(best, right)
    return best / max(len(scored), 1)


def run_real(
    lists: Mapping[str, list[tuple[str, date]]], clue: str, at: int, seed: int, told: float | None = None
) -> Iterator[Scored]:
    """The real lists, each in two languages and a layout that turn, with this clue left.

    ``told`` is the share of the pairs that other documents date; without it, as the clue has it.
    """
    names = list(LANGUAGES)
    for number, (known, rows) in enumerate(sorted(lists.items())):
        for step in range(2):
            rng = random.Random(f"{seed} {clue} {known} {at} {step}")
            language = names[(number + 2 * at + 5 * step) % len(names)]
            if clue == "alphabet" and not load_alphabet(language):
                language = "en"
            table = make_table(known, rows, clue, (language, LAYOUTS[(at + step) % len(LAYOUTS)]), rng)
            readings = [read_source(table_source(table))]
            given = TOLD.get(clue, 0.0) if told is None else told
            for party, day in rows:
                if rng.random() < given:
                    readings.append(read_source(as_source(*write_page(known, party, day, language, rng))))
            yield from score([table], readings)


def table_source(table: Table) -> Source:
    return as_source(table.id, write_table(table), SUFFIX[table.layout], MEDIA[table.layout])


# --- a made-up world


def run_made_up(clue: str, seed: int) -> Iterator[Scored]:
    """Lists of a world whose dates are drawn: relations follow independence by a few years, some on the first day."""
    rng = random.Random(f"{seed} made up")
    registry = load_registry()
    day = When.parse("2020-01-01")
    states = [one for one in registry.existing(day) if registry.get(one).un_entry is not None]
    since = {one: max(date(1945, 1, 1).toordinal(), registry.since(one, day) or 0) for one in states}
    drawn: dict[tuple[str, str], date] = {}
    for at, one in enumerate(states):
        for other in states[at + 1 :]:
            if rng.random() < 0.85:
                drawn[(one, other)] = draw(max(since[one], since[other]), rng)
    owners = rng.sample(states, 25)
    tables, readings = [], []
    for owner in owners:
        rows = [
            (pair[1] if pair[0] == owner else pair[0], when)
            for pair, when in drawn.items()
            if owner in pair and when.year < 2020
        ]
        table = make_table(owner, rows, "none", ("en", "pipe"), rng)
        tables.append(table)
        readings.append(read_source(table_source(table)))
    if clue.endswith("half dated"):
        for (one, other), when in drawn.items():
            if (one in owners or other in owners) and when.year < 2020 and rng.random() < 0.5:
                readings.append(read_source(as_source(*write_page(one, other, when, "en", rng))))
    yield from (one for one in score(tables, readings) if one.truth in owners)


def draw(first: int, rng: random.Random) -> date:
    chance = rng.random()
    if chance < 0.06:
        return date.fromordinal(first)
    days = rng.randint(1, 365) if chance < 0.35 else int(rng.expovariate(1 / 4500)) + 365
    return date.fromordinal(min(first + days, date(2025, 1, 1).toordinal()))


if __name__ == "__main__":
    sys.exit(main())
