"""Scores → lines for a terminal, and the form that a program reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from comity.model.claim import Claim, to_json
from comity.scores import Score, Verdict

_LEFT_OUT = frozenset({"evidence", "context", "rule"})
_CUT = 300  # characters of a passage that a reader of a terminal still reads
_WIDTH = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreTable:
    """The scores of one facet (``type``, ``language``, …) by kind, strict and lenient."""

    facet: str
    strict: Mapping[str, Score]
    lenient: Mapping[str, Score]


def render_scores(tables: Iterable[ScoreTable]) -> Iterator[str]:
    """The lines of the tables: precision, recall and F1, strict and lenient, how many were asked for, how many said."""
    for table in tables:
        yield f"{table.facet:{_WIDTH}}  strict P      R     F1   lenient P      R     F1   asked    said"
        for kind, strict in table.strict.items():
            lenient = table.lenient.get(kind, Score())
            asked, said = strict.found + strict.missed, strict.found + strict.wrong
            yield f"  {kind or '(none)':{_WIDTH - 2}}{_figures(strict, 10)}{_figures(lenient, 12)}{asked:8}{said:8}"
        yield ""


def _figures(score: Score, width: int) -> str:
    return f"{score.precision:{width}.3f}{score.recall:7.3f}{score.f1:7.3f}"


def render_verdicts(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """A block of two lines for each label missed and each claim that is wrong: what is said, and its passage."""
    for verdict in verdicts:
        for word, claims in (("missed", verdict.missed), ("wrong", verdict.wrong)):
            for claim in claims:
                said = {key: value for key, value in to_json(claim).items() if key not in _LEFT_OUT}
                quote = " ".join(claim.evidence.quote.split())
                cut = f"{quote[:_CUT]}…" if len(quote) > _CUT else quote
                yield f"{word}  {verdict.document}:{claim.evidence.start}  {json.dumps(said, ensure_ascii=False)}"
                yield f"    “{cut}”"


def scores_json(tables: Iterable[ScoreTable], verdicts: Iterable[Verdict], labels: str) -> dict[str, object]:
    """All of it as JSON has it; ``labels`` is the labels' fingerprint."""
    return {
        "labels": labels,
        "scores": {
            table.facet: {
                kind: {"strict": _measures(score), "lenient": _measures(table.lenient.get(kind, Score()))}
                for kind, score in table.strict.items()
            }
            for table in tables
        },
        "misses": [
            {"document": verdict.document, "missed": _claims(verdict.missed), "wrong": _claims(verdict.wrong)}
            for verdict in verdicts
            if verdict.missed or verdict.wrong
        ],
    }


def _measures(score: Score) -> dict[str, float]:
    return {
        "precision": round(score.precision, 4),
        "recall": round(score.recall, 4),
        "f1": round(score.f1, 4),
        "asked": score.found + score.missed,
        "said": score.found + score.wrong,
    }


def _claims(claims: Iterable[Claim]) -> list[dict[str, object]]:
    return [dict(to_json(claim)) for claim in claims]
