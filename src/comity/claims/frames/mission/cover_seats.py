"""Where a mission sits that covers other states: the city or state that its words, its envoy or its clause tell."""

from __future__ import annotations

from collections.abc import Sequence

from comity.claims.clauses.relative import leads
from comity.claims.frames.sides.owners import owner_of
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import role_before

_SEATED = 5
_POSTED = 12
_CHAIN = 40
_SHELTER = 140


def seat_cue(chart: Chart, cue: Mention) -> Mention | None:
    """The cue of its clause that names the mission, its seat right behind: "to Fiji | from its embassy in | Peru"."""
    own = chart.within(chart.cues("mark.seat"), *chart.clause(cue.start))
    return cue if cue in own else next((one for one in own if one.start > cue.start), None)


def told_before(chart: Chart, cue: Mention) -> bool:
    """Whether another cue of the clause, before this one, already says that a state is covered."""
    own = chart.within(chart.cues("verb.accredit"), *chart.clause(cue.start))
    return any(one.start < cue.start for one in own)


def right_behind(chart: Chart, cue: Mention) -> Mention | None:
    """The city or state right behind a cue that names the mission: "through its embassy in | Peru"."""
    city = next((one for one in chart.kind("city") if one.country and 0 < one.start - cue.end <= _SEATED), None)
    return city or seat_state(chart, cue)


def posted_to(chart: Chart, cue: Mention, cities: Sequence[Mention]) -> Mention | None:
    """The city behind the verb that stands for its state, the seat being another: "accredited in | A, sits in B"."""
    near = [one for one in cities if 0 < one.start - cue.end <= _SEATED and one.role in ("in", "to")]
    behind = next((one for one in near if role_before(chart.text, one.start, chart.pack)[1] > cue.end), None)
    others = [one for one in cities if behind is not None and one.country != behind.country and one.start > cue.end]
    return behind if others else None


def of_envoy(chart: Chart, cue: Mention, seat: Mention) -> Mention | None:
    """The state an envoy who sits elsewhere is sent to: "the Kyrgyz envoy to | Iceland | sits in London"."""
    start, _ = chart.clause(cue.start)
    for who in chart.within(chart.actors, start, cue.start) if seat.start >= cue.end else ():
        inner = [one for one in chart.kind("party") if who.start < one.start and one.end <= who.end]
        hosts = [one for one in inner if one.role in ("in", "to") and len(one.ids) == 1]
        if who.actor is not None and who.actor.post and hosts:
            return hosts[-1]
    return None


def seat_state(chart: Chart, cue: Mention) -> Mention | None:
    """The state that a mission named without a city sits in: right behind "through its embassy in".

    Refuses where no covered state stands before: "concurrente en Rumania" names what is covered.
    """
    told = _embassy_in(chart, cue)
    if told is not None:
        return told
    behind = [one for one in chart.parties if 0 < one.start - cue.end <= _SEATED and one.role == "in"]
    if not any(one.end <= cue.start and one.role in ("in", "to", "for") for one in chart.parties):
        return None
    return next((one for one in behind if not one.deictic and len(one.ids) == 1), None)


def _embassy_in(chart: Chart, cue: Mention) -> Mention | None:
    """The state behind whose embassy it is: "l'ambassade de France | au Kenya | est compétente pour la Somalie".

    Only where who is covered stands behind the word for covering.
    """
    start, end = chart.clause(cue.start)
    for noun in chart.within(chart.cues("mission"), start, cue.start):
        owners = [one for one in chart.parties if one.role == "of" and 0 < one.start - noun.end <= _SEATED]
        hosts = [
            one for one in chart.parties if owners and one.role == "in" and 0 < one.start - owners[0].end <= _SEATED
        ]
        covered = [one for one in chart.within(chart.parties, cue.end, end) if one.role in ("to", "in", "for", "with")]
        if hosts and covered and len(hosts[0].ids) == 1 and hosts[0].ids not in (owners[0].ids, covered[0].ids):
            return hosts[0]
    return None


def envoy_seat(chart: Chart, cue: Mention, owner: str) -> tuple[str, Mention] | None:
    """Who an ambassador is of and the state they sit in: "Georgia's ambassador in Egypt | is accredited to Jordan"."""
    start, _ = chart.clause(cue.start)
    for one in chart.within(chart.actors, start, cue.start) or chart.actors:
        if one.actor is None or one.actor.post != "ambassador" or one.start > cue.start:
            continue
        low = _titled_from(chart, one)
        inner = [it for it in chart.mentions if it.kind == "party" and low <= it.start and it.end <= one.end]
        whoever = leads(chart.pack) and not one.actor.person
        there = ("in", "to") if whoever else ("in",)  # "the Swedish ambassador | to Ethiopia |"
        hosts = [it for it in inner if it.role in there and len(it.ids) == 1 and it.ids != one.ids]
        if len(one.ids) == 1 and len(hosts) == 1:
            return one.ids[0], hosts[0]
        before = [it for it in chart.parties if it.end == one.start and it.role == "in" and len(it.ids) == 1]
        if not chart.pack.spaced and not one.ids and before and owner and before[0].ids[0] != owner:
            return owner, before[0]
    return None


def _titled_from(chart: Chart, actor: Mention) -> int:
    """Where a title begins whose states stand before it, where verbs come last: "Х-тің У-дағы | Елшісі"."""
    low = actor.start
    for one in reversed([it for it in chart.parties if it.end <= actor.start and it.role in ("of", "in")]):
        if chart.pack.order != "sov" or chart.text[one.end : low].strip():
            break
        low = one.start
    return low


def host_seat(chart: Chart, cue: Mention, nouns: Sequence[Mention]) -> Mention | None:
    """The state a mission sits in, where no city is said: "駐約旦代表處兼轄巴勒斯坦"."""
    start, _ = chart.clause(cue.start)
    noun = next((one for one in reversed(nouns) if start <= one.start < cue.start), None)
    if noun is None or chart.pack.spaced:
        return None
    posted = [one for one in chart.parties if one.role == "in" and len(one.ids) == 1]
    hosts = [one for one in posted if 0 <= noun.start - one.end <= _POSTED]
    return hosts[-1] if hosts else None


_BY_POST = {
    "envoy": "legation",
    "ambassador": "embassy",
    "consul-general": "consulate-general",
    "consul": "consulate",
    "honorary-consul": "honorary-consulate",
}


def kind_of_envoy(chart: Chart, cue: Mention) -> str:
    """The class of mission of the envoy who is said to cover a state: an ambassador's is an embassy; "" for none."""
    start, end = chart.clause(cue.start)
    posts = [one.actor.post for one in chart.within(chart.actors, start, end) if one.actor is not None]
    ministers = [one for one in chart.within(chart.actors, start, end) if one.actor and one.actor.office == "minister"]
    known = {_BY_POST[post] for post in posts if post in _BY_POST} | ({"legation"} if ministers else set())
    if known == {"embassy"} and chart.within(chart.cues("noun.high_commissioner"), start, end):
        return "high-commission"
    return known.pop() if len(known) == 1 else ""


def belongs_to(chart: Chart, first: Mention, second: Mention) -> bool:
    """Whether the second mission is the one the first belongs to: "a consulate of its Hungarian embassy".

    Interests may be looked after farther on: "a section was opened in May 2004 under the protection of | the Belgian".
    """
    reach = _SHELTER if "mission.interests-section" in first.classes else _CHAIN
    if not 0 < second.start - first.end <= reach or chart.pack.places != "after":
        return False
    gap = chart.text[first.end : second.start].lower().split()
    sheltered = "mission.interests-section" in first.classes and bool(gap) and chart.pack.before.get(gap[0]) == "in"
    if sheltered and all(word in chart.pack.skip for word in gap[1:]) and owner_of(chart, second) is not None:
        return True  # "an Interests Section | in the | Embassy of Pakistan"
    roles = ("of", "in") if "mission.interests-section" in first.classes else ("of",)
    return any(
        first.end < one.start < second.start and one.form == "adjective" and one.role in roles for one in chart.parties
    )
