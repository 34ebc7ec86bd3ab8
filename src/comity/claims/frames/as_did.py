"""Who did the same, named behind "as did" or "so did": "Sweden recognised Finland on 4 January, | as did France |"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.claims.clauses.relative import leads
from comity.claims.frames.stand_ins import instead
from comity.claims.frames.times.attach import dated
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft, Told
from comity.claims.sentences.marks import SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention
from comity.model.roles import Mission

_NEAR, _DAY = 8, 40


def read_as_did(chart: Chart, told: Sequence[Told]) -> Iterator[Draft]:
    """The last that a sentence told, of those named right behind "as did", "so did", "nor has".

    On their own day where one stands behind them; on the day told where "as" joins them to it without a semicolon.
    Refuses a name that a mission stands behind, and one whose deed another verb tells.
    """
    for cue in chart.cues("mark.so_was") if leads(chart.pack) else ():
        before = [one for one in told if one.draft.modality == "asserted"][-1:]
        group = _named(chart, cue)
        if not before or not group:
            continue
        last = before[0]
        day = chart.day_behind(group[-1].end, _DAY)
        apart = has_any(chart.text[max(0, cue.start - 2) : cue.start], SEMICOLONS)
        when = dated(day) if day is not None else Dated() if apart else last.draft.dated
        for party in dict.fromkeys(party for one in group for party in one.ids):
            roles = instead(last.draft.roles, last.agent, party)
            if roles is None or party == last.agent:
                continue
            if isinstance(roles, Mission) and roles.receiver == party:
                continue
            yield replace(last.draft, roles=roles, dated=when, rule="echo.as_did")


def _named(chart: Chart, cue: Mention) -> list[Mention]:
    """The states right behind a word for doing the same, with no mission or verb of their own."""
    near = [one for one in chart.parties if 0 < one.start - cue.end <= _NEAR and one.form != "adjective"]
    if not near or near[0].deictic or near[0].role not in ("", "and", "by"):
        return []
    group = chart.group_of(near[0]) or near[:1]
    _, end = chart.clause(cue.start)
    owned = chart.within(chart.cues("mission"), cue.end, group[-1].end + _DAY)
    own = chart.within(chart.cues("verb"), group[-1].end, max(end, group[-1].end + _NEAR))
    return [] if owned or own else group
