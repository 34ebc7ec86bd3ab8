"""Texts between parties that are told without a verb: named by their day, and with those whose they are behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from comity.claims.context.discourse import Discourse, Found
from comity.claims.days.text_span import names_text
from comity.claims.factuality.negation import negated
from comity.claims.frames.agreement.compounds import compounded
from comity.claims.frames.sides.of_anchor import found
from comity.claims.frames.sides.pairs import pair_of
from comity.claims.frames.times.attach import dated
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.marks import has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import role_before
from comity.claims.titles.reach import title_at
from comity.model.roles import Agreement
from comity.model.when import When

_UNSIGNED = 25
_BOTH = 2
_HYPHENS = ("-", "–", "—")
_PLACES = ("in", "to", "from")
_SMALL_WORDS = 2
_ASIDE = re.compile(r"\([^()]*\)")
_PHRASE = 160
_STOPS = ",;:()[]\n،؛"
_FIRST_WORD = re.compile(r"[\s,]{0,3}([^\W\d_]+)[\s'’]")
_WORD = re.compile(r"[^\W\d_]+")
_NAMED_BY_YEAR = frozenset({"agreement.treaty", "agreement.agreement", "agreement.convention", "agreement.protocol"})


def of_a_day(chart: Chart, discourse: Discourse) -> Iterator[tuple[int, Draft]]:
    """The texts named by their day, each with where its title begins: "the cultural agreement of 30 April 2001".

    Such a text was signed that day. Refuses a day that something stands before, or that a "not yet" follows.
    """
    for head in chart.cues("agreement"):
        start, end = title_at(chart, head)
        behind = parties_behind(chart, head, end)
        day = _day_of(chart, head, end, behind) or _day_before(chart, start)
        told = chart.within(chart.cues("verb.sign"), *chart.clause(head.start))
        if day is None or negated(chart, told):
            continue
        pair = _whose(chart, discourse, head, behind)
        if only_placed(chart, head, pair):
            continue
        if len(pair.ids) >= 2 and (behind is not None or not _of_a_city(chart, start, end)):
            title = chart.text[start : min(end, day.start) if day.start > start else end].strip()
            yield start, _signed(chart, head, title, pair, _that_day(day))


def days_in_names(chart: Chart) -> list[When]:
    """The days that only name texts: "a commission set up under the cultural agreement | of 30 April 2001"."""
    heads = [(head, title_at(chart, head)[1]) for head in chart.cues("agreement")]
    days = (_day_of(chart, head, end, parties_behind(chart, head, end)) for head, end in heads)
    return [one.date.when for one in days if one is not None and one.date is not None]


def of_a_bracket(chart: Chart, discourse: Discourse) -> Iterator[tuple[int, Draft]]:
    """The texts with nothing but a day in a bracket right behind them, each with where its title begins.

    In a list of what was signed a year will do, behind a dash too: "İmzalanan anlaşmalar: Ticaret Anlaşması-1997; …".
    """
    for head in chart.cues("agreement"):
        start, end = title_at(chart, head)
        listed = _listed(chart, head)
        days = [one for one in chart.dates if _bracketed(chart, one, max(head.end, end)) and (listed or _is_day(one))]
        days = days or [one for one in chart.dates if listed and _dashed(chart, one, max(head.end, end))]
        pair = _whose(chart, discourse, head, parties_behind(chart, head, end)) if days else Found()
        if len(pair.ids) >= 2:
            yield start, _signed(chart, head, chart.text[start:end].strip(), pair, dated(days[0]))


def alone(chart: Chart, head: Mention, title: tuple[int, int]) -> bool:
    """Whether one state alone is told to be party to a text that is known by a city: "Chile signed the Kyoto Protocol".

    Such a text is of many, and the document's other state need not be one of them.
    """
    told = [one for one in (*chart.parties, *chart.actors, *chart.kind("organization")) if one.form != "adjective"]
    told = [one for one in told if not _of_next_deed(chart, one, title[1])]
    named = {party for one in told for party in one.ids}
    return len(named) == 1 and _of_a_city(chart, *title) and parties_behind(chart, head, title[1]) is None


def only_placed(chart: Chart, head: Mention, parties: Found) -> bool:
    """Whether one of two is only where something is or goes, behind a text: "an accord to end the war in | Liberia"."""
    if not chart.pack.spaced or chart.pack.order != "svo" or len(parties.ids) != 2:
        return False
    for party in parties.ids:
        told = [one for one in (*chart.parties, *chart.actors, *chart.kind("city")) if party in (*one.ids, one.country)]
        placed = [one for one in told if one.kind == "party" and one.role in _PLACES and one.start > head.end]
        if told and len(placed) == len(told) and not any(one.deictic for one in told):
            return True
    return False


def _of_next_deed(chart: Chart, one: Mention, end: int) -> bool:
    """Whether somebody stands behind a joiner behind a title: "ratified the pact | and cooperates with the US"."""
    words = set(chart.text[end : one.start].lower().split()) if one.start >= end else set()
    return chart.pack.order == "svo" and chart.pack.spaced and bool(words & chart.pack.joiners)


def parties_behind(chart: Chart, head: Mention, end: int) -> tuple[Found, int] | None:
    """Whose a text is, told right behind its title by "between", and where that ends; None where nothing is told.

    "accord | entre l'Union et le Kazakhstan". Nobody where one of them is not known: then the text is not theirs alone
    whom the sentence or the document names.
    """
    lead = _FIRST_WORD.match(chart.text, max(head.end, end))
    if lead is None or chart.pack.before.get(lead.group(1).lower()) != "between" or chart.pack.places != "after":
        return None
    stop = _phrase_end(chart, lead.end())
    if any(lead.end(1) <= one.start <= lead.end(1) + 1 for one in chart.dates):
        return None  # "between 2001 and 2004"
    ids: list[Mention] = []
    sides = _sides(chart, lead.end(1), stop)
    if chart.pack.capitals and not any(_names_any(chart, low, high) for low, high in sides):
        return None  # "a memorandum on consultations between the ministries"
    for low, high in sides:
        side = _side(chart, low, high)
        if not side and len(found(ids).ids) >= 2:
            return found(ids), low
        if not side:
            return Found(), stop
        ids += side
    whole = found(ids)
    return (whole if len(whole.ids) >= 2 else Found()), stop


def parties_of(chart: Chart, discourse: Discourse, head: Mention, end: int, verb: Mention) -> Found | None:
    """Whose a text itself is told to be: behind its title, before it ("Between A and B, | a treaty"), or just before.

    A bare text that takes force or ends is the one that the last sentences told of: "Die Vereinbarung trat in Kraft".
    """
    behind = parties_behind(chart, head, end) or (parties_behind(chart, head, verb.end) if verb.start > end else None)
    if behind is not None:
        return behind[0]
    led = _led_by_between(chart, head)
    if led is not None:
        return led
    whose = compounded(chart, head) or _titled_with(chart, head)
    if whose is not None:
        return whose
    last = discourse.recent_agreement()
    named = any(one.ids and not one.deictic for one in (*chart.parties, *chart.kind("organization")))
    if last is None or "verb.sign" in verb.classes or named or chart.has("deixis.pair") or end > head.end:
        return None
    bare = title_at(chart, head) == (head.start, head.end)
    place = (discourse.agreement_place,) if discourse.agreement_place is not None else ()
    return Found(ids=last.parties, context=place) if bare else None


def _titled_with(chart: Chart, head: Mention) -> Found | None:
    """The two whose adjectives a title begins with: "the | Franco-Ethiopian | convention"; None for any other title."""
    start, _ = title_at(chart, head)
    inside = [one for one in chart.within(chart.parties, start, head.start) if one.form in ("pair", "adjective")]
    sides = chart.within(chart.kind("party", "organization"), start, head.start)
    if len(sides) == _BOTH and chart.between(*sides).strip() in _HYPHENS and len(found(sides).ids) == _BOTH:
        return found(sides)  # "the | Colombia-European Union | Free Trade Agreement"
    whole = found(inside)
    halves = any(one.form == "pair" for one in inside)
    return whole if halves and len(whole.ids) == 2 else None


def _led_by_between(chart: Chart, head: Mention) -> Found | None:
    """Those whom a clause names between its "between" at its head and the comma before a text; None without it."""
    start, _ = chart.clause(head.start)
    lead = re.compile(r"\W*([^\W\d_]+)[\s'’]").match(chart.text, start, head.start)
    if lead is None or chart.pack.before.get(lead.group(1).lower()) != "between" or chart.pack.places != "after":
        return None
    stop = _phrase_end(chart, lead.end())
    if stop > head.start or any(lead.end() <= one.start < stop for one in chart.dates):
        return None
    sides = [_side(chart, low, high) for low, high in _sides(chart, lead.end(1), stop)]
    whole = found(one for side in sides for one in side)
    return whole if all(sides) and len(whole.ids) >= 2 else Found()


def _phrase_end(chart: Chart, start: int) -> int:
    """Where what "between" rules is over: at a comma or the like, a verb, a date."""
    stops = [one.start for one in (*chart.cues("verb"), *chart.dates) if one.start >= start]
    marks = (place for place in range(start, min(len(chart.text), start + _PHRASE)) if chart.text[place] in _STOPS)
    return min([*stops, next(marks, len(chart.text))])


def _sides(chart: Chart, start: int, stop: int) -> list[tuple[int, int]]:
    """The stretches that joiners part: "between | the Kingdom of A | and | B"; not the joiner inside a name."""
    named = [(one.start, one.end) for one in chart.kind("party", "organization")]
    words = [(start + word.start(), start + word.end()) for word in _WORD.finditer(chart.text[start:stop])]
    walls = [
        (low, high)
        for low, high in (_joined(chart, *word) for word in words)
        if chart.text[low:high].lower() in chart.pack.joiners and not any(a <= low < b for a, b in named)
    ]
    edges = [start, *(place for wall in walls for place in wall), stop]
    return [(low, high) for low, high in zip(edges[::2], edges[1::2], strict=True) if chart.text[low:high].strip()]


def _joined(chart: Chart, low: int, high: int) -> tuple[int, int]:
    """The joiner that is written onto a name or what leads to one, else the whole word: "بين العراق | و | المجر"."""
    glued = chart.text[low] in chart.pack.glued_joiners
    led = chart.text[low + 1 : high] in chart.pack.skip or any(one.start == low + 1 for one in chart.mentions)
    return (low, low + 1) if glued and led else (low, high)


def _names_any(chart: Chart, low: int, high: int) -> bool:
    """Whether anybody is named in a stretch, known or not: a party, "both", a capital letter."""
    return bool(_side(chart, low, high)) or any(char.isupper() for char in chart.text[low:high])


def _side(chart: Chart, low: int, high: int) -> list[Mention]:
    """Who one side of "between" names: a party, a body, two that a compound joins ("belgo-luxembourgeoise")."""
    inside = chart.within([*chart.parties, *chart.kind("organization")], low, high)
    named = [one for one in inside if one.form not in ("adjective", "demonym", "pair")]
    joined = any(a.form == "pair" and b.start - a.end <= 1 for a, b in pairwise(inside))
    governed = bool(chart.within(chart.cues("noun.government"), low, high))
    return named[:1] if named else inside if joined or governed else []


def _whose(chart: Chart, discourse: Discourse, head: Mention, behind: tuple[Found, int] | None) -> Found:
    """Whose a text is: those told behind its title, else the one pair that its sentence tells of."""
    if behind is not None:
        return behind[0]
    titled = _titled_with(chart, head)
    if titled is not None:
        return titled
    pairs = pair_of(chart, discourse, head)
    return pairs[0] if len(pairs) == 1 and len(pairs[0].ids) == 2 else Found()


def _day_of(chart: Chart, head: Mention, end: int, behind: tuple[Found, int] | None) -> Mention | None:
    """The day that names a text, marked as its own behind its title: "… | du 27 mars 1964"; for a plain one a year."""
    day = next((one for one in chart.dates if one.start >= head.end), None)
    if day is None or day.date is None or not day.date.when.start:
        return None
    if chart.within(chart.cues("verb"), head.end, day.start):
        return None
    if any(not _of_later(chart, one) for one in chart.within(chart.cues("fact.not"), day.end, day.end + _UNSIGNED)):
        return None
    whole = _is_day(day) or (_plainly_titled(chart, head, end, day) and not day.date.when.interval)
    low = max(head.end, min(behind[1] if behind is not None else end, day.date.start))
    gap = chart.text[low : day.date.start].split()
    marked = role_before(chart.text, day.date.start, chart.pack)[0] in ("of", "from")
    placed = any(head.end <= one.start < day.start and one.role != "between" for one in chart.kind("city"))
    return day if whole and marked and len(gap) <= 1 and not placed else None


def _day_before(chart: Chart, start: int) -> Mention | None:
    """The date right before a title that names it, where names stand last: "| 30 Nisan 2001 tarihli | Anlaşma".

    A bracket and small words may stand between.
    """
    named = [one for one in chart.dates if one.end <= start and names_text(chart, one)]
    day = named[-1] if named else None
    if day is None or day.date is None or day.date.when.interval:
        return None
    gap = _ASIDE.sub(" ", chart.text[day.end : start]).lower().split()
    small = chart.pack.skip | chart.pack.light
    return day if len(gap) <= _SMALL_WORDS and all(word in small for word in gap) else None


def _of_later(chart: Chart, negation: Mention) -> bool:
    """Whether a "not" denies what was to follow a signing: "vom 6. Juni 2013 ist noch nicht | in Kraft"."""
    _, end = chart.clause(negation.start)
    return bool(chart.within(chart.cues("verb.force", "verb.ratify"), negation.end, end))


def _of_a_city(chart: Chart, start: int, end: int) -> bool:
    """Whether a text is known by the city it was made in, as those of many parties are: "the London Protocol"."""
    return any(start <= one.start < end for one in chart.kind("city"))


def _plainly_titled(chart: Chart, head: Mention, end: int, day: Mention) -> bool:
    """Whether a text has a title of more than its kind, and no proper one: "une convention fiscale | de 1998"."""
    title = chart.text[head.start : min(end, day.start)].strip()
    plain = title == title.lower() and len(title.split()) > 1
    return plain and bool(head.classes & _NAMED_BY_YEAR) and chart.pack.places == "after"


def _is_day(one: Mention) -> bool:
    """Whether a date is one day, or "of" one read as the first of many («Споразум од 5. маја 1904»)."""
    hit = one.date
    if hit is None or hit.when.start is None or hit.when.start.day is None:
        return False
    return not hit.when.interval or hit.kind == "since"


def _that_day(day: Mention) -> Dated:
    """The day itself, also where its marker may mean "since"."""
    when = dated(day)
    start = when.when.start if when.when is not None else None
    return replace(when, when=When(start, None)) if when.when is not None and when.when.interval and start else when


def _listed(chart: Chart, head: Mention) -> bool:
    """Whether a text stands in a list that a word for signing leads, where verbs come last: "İmzalanan | … : X; Y"."""
    signed = [one for one in chart.cues("verb.sign") if one.end <= head.start] if chart.pack.order == "sov" else []
    return bool(signed) and has_any(chart.text[signed[0].end : head.start], ":;")


def _dashed(chart: Chart, one: Mention, end: int) -> bool:
    return one.start >= end and chart.text[end : one.start].strip() in ("-", "–", "—")


def _bracketed(chart: Chart, one: Mention, end: int) -> bool:
    """Whether a date stands alone in a bracket right behind a title."""
    aside = chart.aside(one.start)
    if aside is None or not 0 <= aside[0] - end <= 1:
        return False
    return not any(char.isalnum() for char in chart.text[aside[0] : one.start] + chart.text[one.end : aside[1]])


def _signed(chart: Chart, head: Mention, title: str, pair: Found, day: Dated) -> Draft:
    roles = Agreement(parties=tuple(sorted(pair.ids)), title=title, event="signed", kind=head.kind_in("agreement"))
    return Draft(roles=roles, rule="agreement.of_a_day", dated=day, context=pair.context)
