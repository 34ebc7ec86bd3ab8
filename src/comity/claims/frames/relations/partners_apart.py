"""The pairs of one verb for several partners, each with a day of its own: "with A on 1 May, with B on 2 May"."""

from __future__ import annotations

from collections.abc import Sequence

from comity.claims.context.discourse import Discourse, Found
from comity.claims.days.date_owners import events
from comity.claims.frames.sides.of_anchor import found, is_partner, subject_of
from comity.claims.frames.sides.own_verb import of_own_verb
from comity.claims.frames.sides.pairs import pair_of
from comity.claims.frames.times.by_member import dates_by_member, respectively
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated
from comity.claims.sentences.mention import Mention

_COUNTED = 40
_PAIR = 2


def pair_before(chart: Chart, discourse: Discourse, verb: Mention, apart: Sequence[tuple[Found, Dated]]) -> list[Found]:
    """The pair that a list of others goes on from: "relations | between A and B | were restored in 1961, with C …"."""
    later = {party for pair, _ in apart for party in pair.ids}
    sides = [one for one in chart.parties if one.role == "between" and one.end <= verb.start]
    nouns = [one for one in chart.cues("noun.relations", "noun.bare_relations") if one.end <= verb.start]
    own = bool(apart) and bool(nouns) and any(0 <= one.start - nouns[-1].end <= _COUNTED for one in sides)
    pairs = pair_of(chart, discourse, nouns[-1]) if own else []
    return [pair for pair in pairs if len(pair.ids) == 2 and len(later & set(pair.ids)) == 1]


def pairs_apart(chart: Chart, discourse: Discourse, verb: Mention) -> list[tuple[Found, Dated]]:
    """The pairs of a verb said once for several partners, each with a date: "with A on 1 May, with B on 2 May"."""
    start, end = chart.clause(verb.start)
    for low, high in chart.clauses:
        if (
            low == end
            and not chart.within(events(chart), low, high)
            and not chart.within(chart.cues("noun"), low, high)
        ):
            end = high
    partners = [one for one in chart.within(chart.parties, start, end) if is_partner(chart, one) and len(one.ids) == 1]
    partners = of_own_verb(chart, verb, partners)
    if not chart.pack.spaced:  # A與B先後與C斷交: of a list that acts, none is a partner
        acting = [one for one in partners if chart.group_of(one)[0].role == ""]
        partners = [one for one in partners if one not in acting] if len(acting) < len(partners) else partners
    dates = dates_by_member(chart, partners) or _by_group(chart, partners) or respectively(chart, partners, verb)
    if not dates:
        return _each_side(chart, verb, partners)
    if len(found(partners).ids) < len(partners):
        return []
    subject = subject_of(chart, discourse, verb)
    known = [one for one in subject.ids if one not in found(partners).ids]
    spoken = discourse.topic
    if len(known) != 1 and spoken is not None:
        known = [one for one in spoken.ids if one not in found(partners).ids]
    if len(known) != 1:
        return []
    return [(Found(ids=(known[0], one.ids[0]), context=subject.context), dates[one.start]) for one in partners]


def pair_behind(chart: Chart, verb: Mention, noun: Mention) -> list[Found]:
    """The two of whom a verb tells in a clause behind the one that names the relations, where verbs come last.

    "Cezayir ile Fas ilişkilerini 2021'de kesti, | Mali ile Fransa | ise 1960'ta kesip 1961'de yeniden kurdu."
    """
    _, low = chart.clause(noun.start)
    if chart.pack.order != "sov" or verb.start < low:
        return []
    acting = [one for one in chart.within(chart.parties, low, verb.start) if one.role in ("", "with")]
    groups = [chart.group_of(one) for one in acting if one.group >= 0 and not one.deictic]
    pairs = [found(group) for group in groups if len(group) == _PAIR and found(group).ids and group[0].start >= low]
    return pairs[-1:] if pairs and len(pairs[-1].ids) == _PAIR else []


def _by_group(chart: Chart, partners: Sequence[Mention]) -> dict[int, Dated]:
    """The date of each of several lists of partners: "with A in 1919, with B and C | in 1920 | and with D in 1921"."""
    last = {one.start: chart.group_of(one)[-1] for one in partners}
    heads = list({one.start: one for one in last.values()}.values())
    days = dates_by_member(chart, heads) if len(heads) < len(partners) and chart.pack.order == "svo" else {}
    return {start: days[head.start] for start, head in last.items()} if days else {}


def _each_side(chart: Chart, verb: Mention, partners: list[Mention]) -> list[tuple[Found, Dated]]:
    """The pairs of several subjects with one partner, a date each: "A、B分别于1991年和1992年与C建交"."""
    start, _ = chart.clause(verb.start)
    before = [one for one in chart.parties if start <= one.start < verb.start and one.role == "" and one.group >= 0]
    members = [one for one in chart.group_of(before[0]) if one.end <= verb.start] if before else []
    dates = respectively(chart, members, verb)
    if not dates or len(partners) != 1:
        return []
    return [(Found(ids=(one.ids[0], partners[0].ids[0])), dates[one.start]) for one in members if len(one.ids) == 1]


def counted_pairs(chart: Chart, discourse: Discourse, verb: Mention, noun: Mention) -> list[Found]:
    """The pairs of a count that names some: "with 130 states (including A, B and C) and D"."""
    counts = [one for one in chart.cues("indicator.relations-count") if noun.end <= one.start <= noun.end + _COUNTED]
    counts = [one for one in counts if "deixis.pair" not in one.classes]  # "between the two nations" counts nobody
    if not counts or not any(one.kind == "quantity" for one in chart.mentions):
        return []
    subject = subject_of(chart, discourse, verb)
    if len(subject.ids) != 1:
        return []
    bodies = [one for one in chart.kind("organization") if one.role in ("with", "between") or one.group >= 0]
    named = [*chart.parties, *bodies]
    partners = found(one for one in named if one.start > counts[0].end and one.ids != subject.ids)
    return [Found(ids=(subject.ids[0], one), context=subject.context) for one in partners.ids] or [Found()]
