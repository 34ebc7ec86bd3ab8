"""Missions that were opened at another rank than they have: "the embassy in Lima, opened in 1921 as a legation"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from comity.claims.frames.mission.posts import Post
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import CLAUSE_COMMAS, SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention

_RIGHT = 12  # "as | a legation", "elevada a | embajada", "élevée au rang d'| ambassade"
_REACH = 110
_LED = 6  # ", l'"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstRank:
    """A mission, the verb that opened it, the rank it was opened at; ``names`` are the nouns that are but its ranks."""

    noun: Mention
    verb: Mention
    rank: Mention
    names: tuple[Mention, ...]


def first_ranks(chart: Chart, nouns: Sequence[Mention]) -> tuple[list[FirstRank], list[Mention]]:
    """The missions of a sentence that were opened "as" something of another class, and the nouns that are no such rank.

    "La embajada en Manila, abierta en 1898 | como consulado |, fue elevada a | embajada | en 1951."
    Refuses a noun behind "as" before which no mission was opened.
    """
    out: list[FirstRank] = []
    for rank in nouns:
        led = "mark.first_rank" in rank.classes or any(
            0 < rank.start - one.end <= _RIGHT for one in chart.cues("mark.first_rank")
        )
        first = _opened(chart, rank, nouns) if led else None
        if first is None or first.classes == rank.classes or has_any(chart.between(first, rank), SEMICOLONS):
            continue
        low = first.end if first.end <= rank.start else chart.clause(rank.start)[0]
        verbs = [one for one in chart.cues("verb.open") if low <= one.start and one.end <= rank.start]
        if verbs:
            names = (rank, *_risen(chart, first, rank, nouns))
            out.append(FirstRank(noun=first, verb=verbs[-1], rank=rank, names=names))
    return out, [one for one in nouns if not any(one in rank.names for rank in out)]


def _opened(chart: Chart, rank: Mention, nouns: Sequence[Mention]) -> Mention | None:
    """The mission named last before a rank, else right behind its comma: "Ouverte comme consulat, | l'ambassade |"."""
    before = [one for one in nouns if one.end <= rank.start and rank.start - one.end <= _REACH]
    behind = [one for one in nouns if 0 < one.start - rank.end <= _LED and chart.text[rank.end] in CLAUSE_COMMAS]
    return before[-1] if before else next(iter(behind), None)


def _risen(chart: Chart, first: Mention, rank: Mention, nouns: Sequence[Mention]) -> list[Mention]:
    """The mission's own class, said again behind the verb that raised it: "elevada a | embajada |"."""
    again = [one for one in nouns if one.start > rank.end and one.kind_in("mission") == first.kind_in("mission")]
    raised = [one for one in chart.cues("verb.raise") if one.start > rank.end]
    return [one for one in again[:1] if any(0 <= one.start - verb.end <= _RIGHT for verb in raised)]


def at_first_rank(post: Post, ranks: Sequence[FirstRank]) -> Post:
    """What became of a mission, its opening told at the rank that it had then."""
    for one in ranks:
        if post.event == "opened" and post.verb is one.verb and post.noun is one.noun:
            return replace(post, kind=one.rank.kind_in("mission"))
    return post
