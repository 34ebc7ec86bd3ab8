"""Awards that somebody gets from one who is named between: "A访问B，获 | 总统X | 授予大十字勋章", in Han letters."""

from __future__ import annotations

from dataclasses import dataclass

from comity.claims.context.discourse import Discourse, Found
from comity.claims.frames.honour.awards import award_name
from comity.claims.frames.sides.of_anchor import found
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Gained:
    """Who got an award from whom, the party of who got it, and what the award is called."""

    recipient: str
    home: str
    giver: Found
    award: str


def gained(chart: Chart, discourse: Discourse, verb: Mention, award: Mention) -> Gained | None:
    """Who suffers a verb of giving, told before it by a marker: whoever stands between the two gives.

    All between the verb and the award is then its name: "维陶塔斯大公 | 大十字勋章". None where nobody is named before.
    """
    low, high = chart.clause(verb.start)
    markers = [word for word, role in chart.pack.before.items() if role == "by"]
    places = [at for word in markers if (at := chart.text.find(word, low, verb.start)) >= 0]
    if chart.pack.spaced or not places or not verb.end <= award.start < high:
        return None
    makers = chart.within((*chart.actors, *chart.parties), min(places), verb.start)
    people = [one for one in chart.actors if one.end <= min(places) and one.actor and one.actor.person]
    people = [one for one in people if one.role == ""]
    taker = people[-1] if people and people[-1].start >= low else (people[0] if people else None)
    if not makers or taker is None or taker.actor is None:
        return None
    home = "".join(taker.ids[:1])
    giver = found([one for one in makers if one.ids][:1])
    other = discourse.other_than(home) if home and not giver.ids else None
    giver = Found(ids=other.ids, context=other.context()) if other is not None else giver
    start = next((verb.end + len(one) for one in chart.pack.perfects if chart.text.startswith(one, verb.end)), verb.end)
    whole = award_name(chart, award)
    end = max(award.end, chart.text.find(whole, start) + len(whole))
    name = chart.text[start:end].strip()
    return Gained(recipient=taker.actor.person, home=home, giver=giver, award=name)
