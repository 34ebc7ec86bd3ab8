"""Who gives an award: whom it comes from, who decorates, whose award it is, else the other of the two in question."""

from __future__ import annotations

import re

from comity.claims.context.discourse import Discourse, Found
from comity.claims.frames.sides.of_anchor import found
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import has_any
from comity.claims.sentences.mention import Mention
from comity.claims.titles.reach import title_at

_NEAR = 30
_LEAD = 2
_TWO_NAMES = re.compile(r"(?<![^\W\d_])([^\W\d_][\w'’-]+ [^\W\d_][\w'’-]+) $")


def giver_of(chart: Chart, discourse: Discourse, verb: Mention, award: Mention, home: str) -> Found:
    """Whose award somebody got: the one it comes from or that is named beside it, not the recipient's own."""
    by = [one for one in (*chart.actors, *chart.parties) if one.role in ("by", "from") and one.ids]
    behind = [one for one in by if one.start >= verb.end] if chart.pack.order == "svo" else by
    near = chart.nearest(verb, behind) or chart.nearest(verb, by)
    if near is not None:
        return found([near])
    if chart.pack.inverts:
        led = [one for one in chart.parties if one.end <= verb.start and one.role in ("of", "by", "from")]
        led = [one for one in led if len(chart.text[: one.start].split()) <= _LEAD and one.ids != (home,)]
        if len(led) == 1:
            return found(led)  # "Von der vietnamesischen Regierung | erhielt die Ärztin …"
    agents = any(one.role == "by" for one in chart.actors)
    hosts = [one for one in chart.kind("city") if one.role == "in" and one.country not in ("", home)]
    if agents and hosts:
        return found(hosts[:1])  # "décoré à Tbilissi de l'Ordre d'Or par la présidente"
    named = named_beside(chart, award, home)
    if named.ids:
        return named
    own = [one for one in hosts if discourse.is_in_question(one.country)]
    if len(own) == 1 and chart.pack.order == "svo":
        return found(own)  # "Lukashenko recibió en Caracas la Orden del Libertador"
    doers = [one for one in chart.actors if one.ids and one.end <= verb.start and one.ids[0] != home]
    if doers and not chart.pack.postposes:
        return found(doers[-1:])
    titled = [one for one in chart.actors if not one.ids and one.end <= verb.start and one.actor and one.actor.office]
    if titled and not chart.pack.spaced and discourse.home_shown and home != discourse.home:
        return discourse.at_home(chart.pack.home, home)  # "国家主席习近平向普京 | 颁授"
    in_office = any(one.actor and one.actor.office for one in chart.actors)
    return _other(discourse, home, in_office)


def _other(discourse: Discourse, home: str, in_office: bool) -> Found:
    """The other of the two in question; the one the text is about, where it is about one alone."""
    other = discourse.other_than(home) if home else None
    topic = discourse.topic
    if other is None and home and topic is not None and len(topic.ids) == 1 and topic.ids[0] != home:
        other = topic
    pair = discourse.the_pair()
    bare = not home and not in_office
    if other is None and bare and discourse.home_shown and pair is not None and discourse.home in pair.ids:
        return Found(ids=(discourse.home,))  # a ministry's own page tells of its own awards
    return Found(ids=other.ids, context=other.context()) if other is not None else Found()


def named_beside(chart: Chart, award: Mention, home: str) -> Found:
    """The state whose award it is said to be: "Order of | Serbia", "the | Kazakh | Order of Friendship"."""
    apposed = [one for one in chart.cues("award.award") if has_any(chart.between(award, one), "—–")]
    named = [one for one in chart.parties if len(one.ids) == 1 and one.ids[0] != home]
    start, end = title_at(chart, award)
    inside = [one for one in named if start <= one.start and one.end <= end]
    beside = [one for one in named if any(one.distance(other) <= _NEAR for other in (award, *apposed))]
    near = chart.nearest(award, inside) or chart.nearest(award, beside)
    return found([near]) if near is not None else Found()


def active_giver(chart: Chart, discourse: Discourse, verb: Mention, award: Mention, taker: Mention) -> Found | None:
    """Who gives where the verb is active: "the President of A | gave X the Order"; None where it is nobody's deed."""
    maker = chart.nearest(verb, _makers(chart, verb, taker))
    stranger = _unknown_maker(chart, verb, award)
    host = discourse.recent_host() if taker.form == "pronoun" else None
    if maker is None and not stranger:
        return Found(ids=host.ids, context=host.context()) if host is not None else None
    giver = found([maker]) if maker is not None and not stranger else Found()
    if giver.ids:
        return giver
    other = discourse.other_than(taker.ids[0]) if taker.ids else None
    if other is not None:
        return Found(ids=other.ids, context=other.context())
    named = named_beside(chart, award, "".join(taker.ids[:1]))
    ours = not chart.pack.spaced and discourse.home_shown and maker is not None and maker.actor is not None
    return discourse.at_home(chart.pack.home, "".join(taker.ids[:1])) if ours and not named.ids else named


def _makers(chart: Chart, verb: Mention, taker: Mention) -> list[Mention]:
    """Those who may give: before the verb in its clause; between it and the taker where verbs come first."""
    roles = ("", "by") if chart.pack.order == "vso" else ("",)
    named = [one for one in (*chart.actors, *chart.parties) if one.role in roles and one.form != "adjective"]
    named = [one for one in named if not (one.form == "demonym" and 0 <= taker.start - one.end <= 1)]  # "den Finnen X"
    named = [one for one in named if one.start != taker.start and (one.ids or (one.actor and one.actor.office))]
    start, _ = chart.clause(verb.start)
    if chart.pack.order == "vso":
        return [one for one in named if verb.end <= one.start < taker.start]
    if chart.pack.cases:
        return named
    return [one for one in named if start <= one.start and one.end <= verb.start]


def _unknown_maker(chart: Chart, verb: Mention, award: Mention) -> bool:
    """Whether a name of two words that nobody knows stands right before the verb: «… точніше, | X Y | нагородив»."""
    if not chart.pack.capitals or chart.pack.order == "sov":
        return False
    start, _ = chart.clause(verb.start)
    led = _TWO_NAMES.search(chart.text, start, verb.start)
    words = led.group(1).split() if led is not None else []
    named = [one for one in chart.mentions if one.start < verb.start]
    known = any(led is not None and led.start() < one.end for one in named)
    inside = led is not None and title_at(chart, award)[0] <= led.start() < title_at(chart, award)[1]
    return bool(words) and all(word[0].isupper() for word in words) and not known and not inside
