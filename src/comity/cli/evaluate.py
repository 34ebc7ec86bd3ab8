"""``comity evaluate LABELS CLAIMS``: how right claims are, beside labels written by people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.cli.shared import FLOOR_SUNK, NOT_ALL_READ, json_option, print_lines, say, write_json

if TYPE_CHECKING:
    from comity.model.claim import Claim
    from comity.model.passage import Passage
    from comity.scores import Kinds, Label, Verdict
    from comity.views.scores import ScoreTable

FACETS = ("type", "language", "form", "modality", "origin", "document")
_PATH = click.Path(exists=True, path_type=Path)


@dataclass(slots=True)
class _Known:
    """What the documents themselves told: their languages, and their passages in order of place."""

    languages: dict[str, str] = field(default_factory=dict)
    passages: dict[str, tuple[Passage, ...]] = field(default_factory=dict)


@click.command("evaluate", short_help="How right claims are, beside labels: precision, recall, each miss and error.")
@click.argument("labels", type=_PATH)
@click.argument("claims", type=_PATH)
@click.option(
    "--documents", type=_PATH, help="The documents: their languages and the forms of their passages are read."
)
@click.option("--by", "facets", type=click.Choice(FACETS), multiple=True, help="Only these tables; may be given again.")
@click.option("--misses", is_flag=True, help="Print each label missed and each wrong claim, with its passage.")
@click.option("--floors", type=_PATH, help="A TOML file of floors; ends with 6 if one is sunk or the labels changed.")
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    *,
    labels: Path,
    claims: Path,
    documents: Path | None,
    facets: tuple[str, ...],
    misses: bool,
    floors: Path | None,
    as_json: bool,
) -> None:
    """Print how right the claims of a JSON Lines file are, beside labels: a file a document, named by its id.

    Strict: type, event, modality, every role that makes two claims the same thing, and the date agree. Lenient: who,
    what kind, and the year. Without --documents the language is taken from ids that begin with one (tr-…), and the
    forms (paragraph, item, row) are not told. Ends with 5 if a line is no claim, with 6 if a floor is sunk.
    """
    from comity.scores import fingerprint, judge
    from comity.views.scores import render_scores, render_verdicts, scores_json

    files = sorted(labels.glob("*.jsonl")) if labels.is_dir() else [labels]
    if not files:
        raise click.UsageError(f"no labels in {labels}: one JSON Lines file a document is wanted, named after its id")
    faults: list[str] = []
    gold = {path.stem: _read(path, faults) for path in files}
    said = [one.claim for one in _read(claims, faults)]
    known = _survey(documents)
    strict, lenient = (tuple(judge(gold, said, strict=way)) for way in (True, False))
    name = fingerprint((path.name, path.read_bytes()) for path in files)
    tables = _tables(strict, lenient, facets or _told(known), known)
    if as_json:
        write_json(scores_json(tables, strict, name))
    else:
        print_lines(render_scores(tables))
        print_lines(render_verdicts(strict) if misses else ())
    for fault in faults:
        say(fault)
    sunk = _sunk(floors, name, strict, known)
    ctx.exit(FLOOR_SUNK if sunk else NOT_ALL_READ if faults else 0)


def _read(path: Path, faults: list[str]) -> Sequence[Label]:
    """The labels of a file; lines that are none are noted as faults."""
    from comity.model.issue import Issue
    from comity.scores import parse_labels

    out = []
    for one in parse_labels(path.read_text(encoding="utf-8").splitlines(), str(path)):
        if isinstance(one, Issue):
            faults.append(f"{one.place}: {one.code}: {one.message}")
        else:
            out.append(one)
    return out


def _survey(documents: Path | None) -> _Known:
    from comity.model.issue import Issue
    from comity.pipeline import survey

    known = _Known()
    for one in survey([documents]) if documents is not None else ():
        if not isinstance(one, Issue):
            document, passages = one
            known.languages[document.id] = document.language.value
            known.passages[document.id] = passages
    return known


def _told(known: _Known) -> tuple[str, ...]:
    """The facets printed where none is asked for: those that can be known."""
    return tuple(one for one in FACETS if one not in ("document", "origin") and (one != "form" or known.passages))


def _tables(
    strict: Iterable[Verdict], lenient: Iterable[Verdict], facets: Iterable[str], known: _Known
) -> list[ScoreTable]:
    from comity.scores import tabulate
    from comity.views.scores import ScoreTable

    return [
        ScoreTable(
            facet=facet,
            strict=tabulate(strict, _kind(facet, known)),
            lenient=tabulate(lenient, _kind(facet, known)),
        )
        for facet in (*facets, "all")
    ]


def _kind(facet: str, known: _Known) -> Kinds:
    """What a claim is counted under in this facet."""
    return {
        "all": lambda claim: "all",
        "type": lambda claim: claim.type,
        "modality": lambda claim: claim.modality,
        "origin": lambda claim: claim.origin,
        "document": lambda claim: claim.document,
        "language": lambda claim: _language(claim, known),
        "form": lambda claim: _form(claim, known),
    }[facet]


def _language(claim: Claim, known: _Known) -> str:
    from comity.packs.language import has_language

    told = known.languages.get(claim.document) or claim.document.partition("-")[0]
    return told if has_language(told) else ""


def _form(claim: Claim, known: _Known) -> str:
    start = claim.evidence.start
    return next((one.kind.value for one in known.passages.get(claim.document, ()) if one.start <= start < one.end), "")


def _sunk(floors: Path | None, labels: str, strict: Iterable[Verdict], known: _Known) -> bool:
    """Whether a floor of the file is not reached; each is said."""
    from comity.scores import find_sunk, parse_floors, tabulate

    if floors is None:
        return False
    asked = parse_floors(floors.read_text(encoding="utf-8"), str(floors))
    facets = ("all", *FACETS)
    reached = {(one, kind): score for one in facets for kind, score in tabulate(strict, _kind(one, known)).items()}
    said = list(find_sunk(asked, labels, reached))
    for sentence in said:
        say(sentence)
    return bool(said)
