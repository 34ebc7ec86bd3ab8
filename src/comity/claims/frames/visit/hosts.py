"""Where somebody goes: the state or city that a verb of going takes, else the other of the two in question."""

from __future__ import annotations

from comity.claims.context.discourse import Discourse, Found
from comity.claims.frames.sides.of_anchor import found
from comity.claims.sentences.chart import Chart, party_ids
from comity.claims.sentences.mention import Mention

_HOST_REACH = 120
_WHICH = 12  # ", país | que"
_ARTICLE = 5
_THROUGH = 8
_TAKEN = 40


def host_of(chart: Chart, discourse: Discourse, anchor: Mention, visitor: str) -> Found | None:
    """Where to: a party or city that the verb takes; else the other of the two in question."""
    told = _which(chart, anchor)
    if told is not None and visitor not in party_ids(told):
        return found([told])
    places = [
        one
        for one in (*chart.parties, *chart.kind("city"))
        if (one.country if one.kind == "city" else (one.ids[0] if one.ids else "")) not in ("", visitor)
        and one.form != "adjective"
        and (one.role in ("in", "to", "object", "") or _toured(one, anchor) or _of_journey(chart, one, anchor))
        and not (one.kind == "party" and len(one.ids) > 1)
    ]
    if not chart.pack.spaced and "verb.be_in" in anchor.classes and "noun.visit" not in anchor.classes:
        places = [one for one in places if one.role in ("in", "to")]  # "出席了 | 阿联酋 | 使馆开馆仪式"
    start, end = chart.clause(anchor.start)
    inside = [one for one in places if start <= one.start < end]
    after = [one for one in inside if one.start > anchor.start and not _of_that(chart, anchor, one)]
    before = [one for one in inside if one.end <= anchor.start]
    before = [
        one
        for one in before
        if one.role
        or _told_by_ending(chart, one)
        or _ours(chart, one)
        or _led(chart, one, anchor)
        or _compound(chart, one, anchor)
        or _left(chart, one, anchor)
        or receives(chart, one, anchor)
    ]
    if chart.pack.inverts:
        before = _before_last_verb(inside, anchor, before)
    ordered = (before, after) if chart.pack.order == "sov" or not chart.pack.spaced else (after, before)
    for side in ordered:
        near = chart.nearest(anchor, side, limit=_HOST_REACH)
        if near is not None:
            return found([near])
    left = _left_before(chart, anchor, places, start) if not chart.pack.spaced and not inside else None
    if left is not None:
        return found([left])
    if _in_own_state(chart, anchor, visitor):
        return None
    heres = chart.within(chart.cues("deixis.here"), start, end)
    if heres and not chart.pack.spaced and discourse.home_shown and discourse.home != visitor:
        return Found(ids=(discourse.home,))  # "訪台之行"
    abroad = not chart.pack.spaced and chart.has("noun.region")  # "结束了第二次 | 非洲 | 访问"
    if chart.has("deixis.here") or not (inside or abroad or _at_home(chart, anchor, visitor)):
        other = discourse.other_than(visitor) if visitor else None
        if other is not None and not _elsewhere(chart, (*other.ids, visitor)):
            return Found(ids=other.ids, context=other.context())
    if anchor.classes & {"deixis.here", "deixis.inward"} and discourse.home_shown and discourse.home != visitor:
        return Found(ids=(discourse.home,))
    last = None if chart.pack.spaced or "deixis.inward" not in anchor.classes else discourse.recent_host()
    if last is not None and len(last.ids) == 1 and last.ids[0] != visitor:
        return Found(ids=last.ids, context=last.context())  # "X访问秘鲁。…总统Y也于2017年 | 来访"
    return None


def _of_journey(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a place stands right before a noun for a journey that has its "of" in it: "原定11月的 | 捷克 | 之行"."""
    glued = one.role == "of" and one.end == anchor.start and "noun.visit" in anchor.classes
    return glued and not chart.pack.spaced and chart.pack.after.get(chart.text[anchor.start]) == "of"


def _which(chart: Chart, anchor: Mention) -> Mention | None:
    """The place a relative clause is about, who goes standing before its verb: "| Uruguay |, que X visitó en mayo".

    Also "| Burkina Faso |, où M. X s'était rendu". Refuses a clause that somebody else opens.
    """
    words = chart.cues("mark.relative", "mark.where") if "verb.visit" in anchor.classes else []
    words = [cue for cue in words if cue.end <= anchor.start]
    if not words or chart.pack.order != "svo" or not chart.pack.spaced or chart.pack.inverts or chart.pack.cases:
        return None
    people = [who for who in chart.within(chart.actors, words[-1].end, anchor.start) if who.actor and who.actor.office]
    places = [*chart.parties, *chart.kind("city")]
    near = [one for one in places if 0 < words[-1].start - one.end <= _WHICH and one.form != "adjective"]
    near = [one for one in near if len(party_ids(one)) == 1 and not one.deictic]
    if not people or people[0].start - words[-1].end > _ARTICLE or not near:
        return None
    one = max(near, key=lambda it: it.start)
    gap = chart.text[one.end : words[-1].start]
    return one if gap.startswith(",") and set(gap[1:].lower().split()) <= chart.pack.skip else None


def _in_own_state(chart: Chart, anchor: Mention, visitor: str) -> bool:
    """Whether a verb of going takes the very state that the visitor is thought to be of: "invited him to | visit | it".

    He is of another then, and nobody says of which.
    """
    own = [one for one in chart.parties if visitor and visitor in one.ids and one.form not in ("adjective", "deixis")]
    return chart.pack.order == "svo" and any(0 <= one.start - anchor.end <= _THROUGH for one in own)


def _at_home(chart: Chart, anchor: Mention, visitor: str) -> bool:
    """Whether a town behind a visit is in the visitor's own state: "King A | during a visit of B's president to | A".

    No verb stands between; only where who does it stands before its verb.
    """
    _, end = chart.clause(anchor.start)
    towns = [one for one in chart.within(chart.kind("city"), anchor.end, end) if one.role in ("in", "to")]
    if chart.pack.order != "svo" or not chart.pack.spaced or not towns or not visitor:
        return False
    return towns[0].country == visitor and not chart.within(chart.cues("verb"), anchor.end, towns[0].start)


def _left_before(chart: Chart, anchor: Mention, places: list[Mention], start: int) -> Mention | None:
    """The one place of the clause before a visit that is over: "离开 | 拉巴特 |，结束正式访问"."""
    over = any(start <= one.start < anchor.start for one in chart.cues("fact.over", "verb.end"))
    low, high = chart.clause(max(0, start - 1))
    before = chart.within(places, low, high) if over and high == start else []
    return before[0] if len(before) == 1 else None


def _of_that(chart: Chart, anchor: Mention, one: Mention) -> bool:
    """Whether a place is that of the next visit, told by "that of": "la visite de A précéda | celle |, à B, de C"."""
    noun = "noun.visit" in anchor.classes and chart.pack.order == "svo"
    return noun and any(anchor.end <= cue.start < one.start for cue in chart.cues("deixis.that"))


def _left(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a town is what somebody left at the end of a visit: "a quitté | Nouakchott | au terme d'une visite"."""
    leaves = any(0 <= one.start - cue.end <= 1 for cue in chart.cues("verb.leave"))
    over = any(one.end <= cue.start < anchor.start for cue in chart.cues("fact.over"))
    return leaves and over and chart.pack.order == "svo" and "noun.visit" in anchor.classes


def receives(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a state leads a verb of receiving that takes the visit: "| Peru | received a visit by the president"."""
    if "noun.visit" not in anchor.classes or chart.pack.order != "svo" or not chart.pack.spaced or one.role:
        return False
    verbs = [cue for cue in chart.cues("verb.receive") if 0 < anchor.start - cue.end <= _TAKEN]
    led = [cue for cue in verbs if one.end <= cue.start and not chart.within(chart.cues("verb"), one.end, cue.start)]
    return bool(led) and one.form not in ("adjective", "deixis")


def _toured(one: Mention, anchor: Mention) -> bool:
    """Whether a country is what a tour goes through: "la gira | por Vietnam", where "por" is no agent's."""
    return "noun.visit" in anchor.classes and one.role == "by" and 0 < one.start - anchor.end <= _THROUGH


def _before_last_verb(inside: list[Mention], anchor: Mention, marked: list[Mention]) -> list[Mention]:
    """Where to, said before a verb that may close its clause: "wird | Bolivien einen Besuch abstatten", else as marked.

    A name with a preposition comes first.
    """
    return marked or [one for one in inside if one.end <= anchor.start and one.role in ("", "object")]


def _elsewhere(chart: Chart, two: tuple[str, ...]) -> bool:
    """Whether the sentence names a state beside the two in question: then nothing says where somebody goes."""
    return any(not one.deictic and one.ids and one.ids[0] not in two for one in (*chart.parties, *chart.actors))


def _led(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a name before a verb is its object, who goes standing behind: «Кипр | посетил министр Макей».

    A day or the kind of visit may part the two: «Непал | с официальным визитом | посетил президент Финляндии».
    """
    if not chart.pack.cases or chart.pack.order == "sov" or "verb.visit" not in anchor.classes:
        return False
    start, end = chart.clause(anchor.start)
    people = [who for who in chart.within(chart.actors, start, end) if who.actor and who.actor.office]
    subject = any(who.start >= anchor.end and who.role == "" for who in people)
    own = not one.case or "acc" in one.case.split("|")
    return (
        own and subject and all(who.start >= anchor.end for who in people) and _only_how(chart, one.end, anchor.start)
    )


def _only_how(chart: Chart, low: int, high: int) -> bool:
    """Whether nothing but days, words for a visit and small words stands in a stretch."""
    told = [
        one
        for one in (*chart.dates, *chart.cues("noun.visit", "kind", "verb.hold"))
        if low <= one.start and one.end <= high
    ]
    rest = chart.text[low:high]
    for one in told:
        rest = rest.replace(chart.text[one.start : one.end], " ")
    small = {*chart.pack.before, *chart.pack.ruled, *chart.pack.skip}
    return all(word in small for word in rest.lower().split())


def _told_by_ending(chart: Chart, one: Mention) -> bool:
    """Whether a word for "the country" says by its own ending that somebody goes there: "ülkeye | geldi"."""
    word = chart.text[one.start : one.end].lower()
    if chart.pack.order != "sov" or one.form != "deixis" or " " in word:
        return False
    endings = [key[1:] for key, role in chart.pack.after.items() if role == "to" and key[:2] == "'y"]
    return bool(endings) and word.endswith(tuple(endings))


def _compound(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a bare name right before a journey tells where to, where verbs come last: "Darüsselam | ziyareti"."""
    gap = chart.text[one.end : anchor.start]
    return chart.pack.order == "sov" and "noun.visit" in anchor.classes and not one.role and gap.isspace()


def _ours(chart: Chart, one: Mention) -> bool:
    """Whether it is "our country", whose case its own ending has told already: "ülkemize"."""
    return one.deictic and any(cue.start == one.start for cue in chart.cues("deixis.we"))
