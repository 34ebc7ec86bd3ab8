"""Who took a post after somebody: "he was succeeded in 1926 by Alexandra Kollontai"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import capital_run

_BESIDE = 2
_BEHIND = 4
_JOINT = re.compile(r"[;,] ?(?:([a-zà-ÿ]+) )?(?=[^\W\d_a-z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relief:
    """Who came after somebody at his post, on which day where one is told, and where the name ends."""

    name: str
    day: Mention | None
    end: int


def relieved_by(chart: Chart, verb: Mention, stop: int) -> Relief | None:
    """Who is named behind "was succeeded", with the day before or right behind the name; None where nobody is.

    Refuses a name of one word, and one that another mention holds: "was followed by the Republic of Chile".
    """
    if not verb.classes & {"mark.relieved", "verb.relieve"}:
        return None
    day = next((one for one in chart.dates if verb.start < one.start <= verb.end + _BESIDE), None)
    start = _past_agent(chart, day.end if day is not None else verb.end)
    who = next(
        (one.actor for one in chart.actors if one.actor and one.actor.person and start <= one.start < start + 4), None
    )
    end = _name_end(chart, start)
    name = who.person if who is not None else chart.text[start:end].strip()
    end = max(end, chart.text.find(name, start) + len(name))
    taken = [one for one in (*chart.parties, *chart.kind("organization")) if one.start < end and start < one.end]
    if not start or " " not in name or taken or end > stop:
        return None
    behind = chart.day_behind(end, _BEHIND)
    return Relief(name=name, day=day or behind, end=end)


def relieved_next(chart: Chart, last: Relief) -> Relief | None:
    """Who follows in a list of successors, each with a day: "by A, May 14, 1951; | B, October 6, 1953 |; and C, …"."""
    if last.day is None or last.day.start < last.end:
        return None
    joint = _JOINT.match(chart.text, last.day.end)
    if joint is None or (joint.group(1) and joint.group(1) not in chart.pack.joiners):
        return None
    end = _name_end(chart, joint.end())
    name = chart.text[joint.end() : end].strip(" ,")
    day = chart.day_behind(end, _BEHIND)
    return Relief(name=name, day=day, end=end) if " " in name and day is not None else None


def _name_end(chart: Chart, start: int) -> int:
    """Where a name ends that begins here, with a "Jr." behind its comma."""
    end = capital_run(chart.text, start, chart.pack)
    return next((end + len(one) for one in chart.pack.name_tails if chart.text.startswith(one, end)), end)


def _past_agent(chart: Chart, place: int) -> int:
    """Where a name may begin behind the marker of who does it, which the verb may hold itself; 0 where none stands."""
    words = chart.text[place:].split(maxsplit=2)
    before = chart.text[:place].split()[-1:]
    if words and chart.pack.before.get(words[0].lower()) == "by" and len(words) > 1:
        return chart.text.index(words[1], chart.text.index(words[0], place) + len(words[0]))
    led = before and chart.pack.before.get(before[0].lower()) == "by"
    return place + 1 if led else 0
