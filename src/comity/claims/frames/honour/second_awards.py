"""A second award told without its verb: "X recibió la Orden A; su antecesor, Y, | la Orden B en 2008"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.claims.context.discourse import Discourse
from comity.claims.frames.honour.awards import award_name, award_span, without_recipient
from comity.claims.frames.honour.laureates import given_to
from comity.claims.frames.times.attach import dated
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import capital_run
from comity.claims.titles.reach import title_at
from comity.model.roles import Honour

_BETWEEN = 14
_NAMED = 2
_WORDS = re.compile(r"[^\W\d_]+")


def second_awards(chart: Chart, discourse: Discourse, told: Sequence[tuple[Draft, str]]) -> Iterator[Draft]:
    """The drafts of awards that stand right behind somebody, where the verb is told once, of the first.

    Refuses one whose clause has a verb of its own, or whose giver may be either of the two.
    """
    if not told or chart.pack.order != "svo" or not chart.pack.spaced:
        return
    first, home = told[-1]
    assert isinstance(first.roles, Honour)
    names = [draft.roles.award or "" for draft, _ in told if isinstance(draft.roles, Honour)]
    last = max(chart.text.find(name) + len(name) for name in names)
    for award in chart.cues("award.award"):
        start, end = title_at(chart, award)
        if award.start < last:
            continue
        name, own = _right_before(chart, start)
        if not name and chart.pack.postposes:
            name, own = given_to(chart, award_span(chart, award)[1])
        if not name or _has_verb(chart, award, name):
            continue
        giver = _giver(discourse, first.roles.giver, own, home)
        called = without_recipient(chart, award_name(chart, award), name)
        if giver and called:
            days = chart.within(chart.dates, end, _stop(chart, end))
            yield replace(
                first,
                roles=Honour(giver=giver, recipient=name, award=called),
                dated=dated(days[0]) if days else Dated(),
            )


def _giver(discourse: Discourse, giver: str, own: str, first: str) -> str:
    """Who gives the second: the same, where the recipient is not theirs; else the first recipient's state."""
    if own != giver:
        return giver
    return first or "".join(one for spoken in [discourse.other_than(own)] if spoken is not None for one in spoken.ids)


def _right_before(chart: Chart, start: int) -> tuple[str, str]:
    """Who stands right before an award, small words and marks between, and the party they are of."""
    people = [one for one in chart.actors if one.actor is not None and one.actor.person and one.end <= start]
    if people and _light(chart, people[-1].end, start):
        who = people[-1]
        return who.actor.person if who.actor is not None else "", "".join(who.ids[:1])
    for word in _WORDS.finditer(chart.text, max(0, start - 60), start):
        end = capital_run(chart.text, word.start(), chart.pack)
        if len(chart.text[word.start() : end].split()) < _NAMED or not _light(chart, end, start):
            continue
        taken = any(one.start < end and word.start() < one.end for one in chart.mentions if one.kind != "cue")
        return ("", "") if taken else (chart.text[word.start() : end], "")
    return "", ""


def _light(chart: Chart, low: int, high: int) -> bool:
    """Whether only an article and marks stand between somebody and their award."""
    words = _WORDS.findall(chart.text[low:high])
    return 0 <= high - low <= _BETWEEN and all(word.lower() in chart.pack.skip for word in words)


def _has_verb(chart: Chart, award: Mention, name: str) -> bool:
    """Whether a verb stands between somebody and the award behind, or right behind it in its clause."""
    low = max(chart.text.rfind(name, 0, award.start), 0)
    low = low if chart.text.startswith(name, low) else award.end
    return bool(chart.within(chart.cues("verb"), low, _stop(chart, award.end)))


def _stop(chart: Chart, end: int) -> int:
    """Where the part of a sentence ends: at a semicolon or its end."""
    place = chart.text.find(";", end)
    return place if place >= 0 else len(chart.text)
