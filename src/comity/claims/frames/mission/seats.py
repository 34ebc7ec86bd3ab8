"""Which cities a mission is said of, where it moves, and when its noun only tells a number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from comity.claims.days.stretch import stretch
from comity.claims.frames.mission.led_by_towns import in_unknown_town, towns_leading
from comity.claims.frames.sides.owners import owner_of
from comity.claims.frames.times.attach import dated
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated
from comity.claims.sentences.marks import CLAUSE_COMMAS, SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import role_after, role_before
from comity.claims.states.places import in_host_behind
from comity.model.when import When

_TOWN_BEHIND = re.compile(r" ([^\W\d_]{1,4}) ([^\W\d_a-zа-яё][^\W\d_]+)")
_SEAT_REACH = 120
_BESIDE = 12
_MANY = 3
_FEW = 6  # letters of a bracket beside its day: "(en 1962)"

_IN_REACH = 8
_RIGHT_BEHIND = 2
_FAR_OFF = 24


def cities_of(chart: Chart, noun: Mention, nouns: Sequence[Mention]) -> list[Mention]:
    """The cities a mission noun is said of: on the language's side of it, up to the next such noun, else the other."""
    cities = [one for one in chart.kind("city") if one.role != "from" and not _of_envoy(chart, noun, one)]
    owner = owner_of(chart, noun) if chart.pack.places == "after" else None
    own = owner.ids if owner is not None and owner.form != "deixis" else ()
    cities = [one for one in cities if one.role or one.country not in own]  # "… embassy; in 2011 Lisbon announced"
    cities = [] if in_unknown_town(chart, noun) else [one for one in cities if not _is_who_acts(chart, one, cities)]
    cities = in_host_behind(chart, noun, cities)
    following = min((one.start for one in nouns if one.start > noun.start), default=len(chart.text))
    preceding = max((one.end for one in nouns if one.end <= noun.start), default=0)
    clause_start, clause_end = chart.clause(noun.start)
    after = [one for one in cities if noun.end <= one.start < min(following, clause_end)]
    led = [one for one in cities if clause_start <= one.start < noun.start and _sits_through(chart, one)]
    if led and led[-1].start >= preceding:
        return [led[-1]]
    after = [one for one in after if not _in_another(chart, noun, one) and not _sits_through(chart, one)]
    if chart.pack.places == "before" and following < clause_end:
        after = [one for one in after if not has_any(chart.text[noun.end : one.start], CLAUSE_COMMAS)]
    before = [one for one in cities if max(preceding, clause_start) <= one.start < noun.start]
    before = [one for one in before if not _seats_another(chart, one) and not _stands_elsewhere(chart, noun, one)]
    before = [one for one in before if not _of_deed_before(chart, noun, one)]
    leading = towns_leading(chart, noun)
    if chart.pack.inverts and nouns:
        after = [one for one in after if not any(one in towns_leading(chart, it) for it in nouns if it is not noun)]
    if leading and all(one in cities for one in leading) and not after:
        return leading
    if chart.pack.cases and chart.pack.places == "after" and preceding > clause_start:
        before = [one for one in before if has_any(chart.text[preceding : one.start], CLAUSE_COMMAS)]
    there = [one for one in before if one.role == "in"]
    before = there if chart.pack.inverts and there else before  # "schließt | dort |, … nach Ernennung Berlins, die …"
    if chart.pack.cases and chart.pack.places == "after" and chart.pack.order == "svo" and not chart.pack.inverts:
        low, high = stretch(chart, noun.start)  # «в Праге работает посольство, | в Братиславе — с 1993-го»
        here = [one for one in before if low <= one.start]
        after = after if not here or any(one.start < high for one in after) else []
    first, second = (after, before) if chart.pack.places == "after" else (before, after)
    chosen = first or ([] if preceding > clause_start and _in_unknown_town(chart, noun) else second)
    if not chosen:
        return _leading(chart, cities, nouns) if chart.pack.cases and chart.pack.places == "after" else []
    lead = chosen[0] if chosen is after else chosen[-1]
    group = _one_each(chart, chosen, lead) if chosen is before else []
    group = group or chart.group_of(lead)
    return [one for one in group if one in chosen]


def _of_deed_before(chart: Chart, noun: Mention, city: Mention) -> bool:
    """Whether a city is of a deed told before, verbs last: "| Kahire'de | açan Türkiye, ilk büyükelçiliğini ise …"."""
    told = chart.within(chart.cues("verb.open", "verb.close", "verb.move"), city.end, noun.start)
    return chart.pack.order == "sov" and any("," in chart.text[one.end : noun.start] for one in told)


def _is_who_acts(chart: Chart, city: Mention, cities: Sequence[Mention]) -> bool:
    """Whether a city at the head of its clause is who acts, where verbs come last: "| Nairobi |, Varşova'da açtı"."""
    if chart.pack.order != "sov" or chart.text[city.end : city.end + 2] != ", ":
        return False
    begin, end = chart.clause(city.start)
    seats = [one for one in cities if city.end < one.start < end and one.role == "in" and one.country != city.country]
    return not chart.text[begin : city.start].strip(" ,;") and bool(seats)


def _of_envoy(chart: Chart, noun: Mention, city: Mention) -> bool:
    """Whether a city behind a mission only says which envoy is meant: "closed it; its | ambassador in Rome | acted"."""
    inside = [one for one in chart.actors if noun.end <= one.start < city.start and city.end <= one.end]
    return chart.pack.spaced and any(one.actor is not None and one.actor.post for one in inside)


def _one_each(chart: Chart, cities: Sequence[Mention], lead: Mention) -> list[Mention]:
    """The cities that each have a number of a list's missions: "İzmir'de bir, Mersin'de iki | konsolosluğu var"."""
    out = [lead]
    for one in reversed([other for other in cities if other.end <= lead.start]):
        _, end = role_after(chart.text, one.end, chart.pack)
        words = chart.text[end : out[0].start].replace(",", " , ").lower().split()
        told = {
            word for number in chart.kind("quantity") for word in chart.text[number.start : number.end].lower().split()
        }
        known = chart.pack.joiners | chart.pack.light | told
        if chart.pack.order != "sov" or one.role != "in" or not words or not set(words) <= known:
            break
        out.insert(0, one)
    return out if len(out) > 1 else []


def _sits_through(chart: Chart, city: Mention) -> bool:
    """Whether "by" follows a city, so that the mission behind it sits there: "ist in | Bern | durch eine Botschaft"."""
    words = chart.text[city.end :].split(maxsplit=1)[:1]
    return city.role == "in" and bool(words) and chart.pack.before.get(words[0].lower()) == "by"


def _seats_another(chart: Chart, city: Mention) -> bool:
    """Whether a city is where a mission told of before it sits: "from its embassy in | Lima | and has a consulate"."""
    return any(0 < city.start - one.end <= _RIGHT_BEHIND for one in chart.cues("verb.accredit"))


def _stands_elsewhere(chart: Chart, noun: Mention, city: Mention) -> bool:
    """Whether another state than a city's stands right behind a mission: "at Addis-Abeba, and none | in Kenya"."""
    if chart.pack.order == "sov" or not chart.pack.spaced or chart.pack.places != "after":
        return False
    told = [one for one in chart.parties if one.role == "in" and 0 <= one.start - noun.end <= _IN_REACH]
    return bool(told) and city.country is not None and city.country not in told[0].ids


def _leading(chart: Chart, cities: Sequence[Mention], nouns: Sequence[Mention]) -> list[Mention]:
    """The city that leads a clause before its verb and all its missions: «у Приштини | нема амбасаду, већ бюро»."""
    first = min(nouns, key=lambda one: one.start, default=None)
    if first is None:
        return []
    start, end = chart.clause(first.start)
    if not all(start <= one.start < end for one in nouns):
        return []
    led = [one for one in cities if start <= one.start < first.start and one.role == "in"]
    verbs = chart.within(chart.cues("verb.have", "verb.open"), led[-1].end if led else end, first.start)
    return chart.group_of(led[-1]) if led and verbs else []


def _in_another(chart: Chart, noun: Mention, city: Mention) -> bool:
    """Whether a colon stands before a city, and the host is another: "no embassy in A: its envoy sits in | Moscow".

    Or the city stands far behind the host: «откроет посольство в Руанде, говорится на сайте МИД | в Киеве».
    """
    hosts = [one for one in chart.parties if one.role == "in" and noun.end <= one.start < city.start]
    gap = chart.text[hosts[-1].end : city.start] if hosts else ""
    far = bool(chart.pack.cases) and chart.pack.order == "svo" and not chart.pack.inverts and len(gap) > _FAR_OFF
    apart = ":" in gap or (bool(gap) and far)
    return apart and city.country not in hosts[-1].ids


def moved_to(chart: Chart, verb: Mention) -> tuple[Mention, ...]:
    """The city a mission moved to: one said with "to", nearest to the verb; nothing where none is."""
    cities = chart.kind("city")
    aims = [one for one in cities if one.role == "to"] or [one for one in cities if one.role in ("in", "object")]
    near = chart.nearest(verb, aims, limit=_SEAT_REACH)
    return (near,) if near is not None else ()


def left_for(chart: Chart, verb: Mention, told: Sequence[Mention]) -> tuple[Mention, ...]:
    """The cities that a mission moved to after what a verb tells of it: "closed it and | moved to Paraná"."""
    if chart.pack.order != "svo" or not chart.pack.spaced:
        return ()
    moves = [one for one in told if "verb.move" in one.classes and one.start > verb.start]
    return tuple(city for move in moves for city in moved_to(chart, move) if city.start > move.start)


def seat_behind(chart: Chart, verb: Mention) -> tuple[Mention, ...]:
    """The city that a verb says something was done in, right behind it: "1993'te açıldığı | Almatı'dan taşındı"."""
    word = chart.text[verb.start : verb.end].lower()
    if not chart.pack.relatives or not word.endswith(chart.pack.relatives):
        return ()
    return tuple(one for one in chart.kind("city") if chart.text[verb.end : one.start].isspace())


def reopened_in(chart: Chart, verb: Mention, cities: Sequence[Mention]) -> Mention | None:
    """The city right behind a verb that opens a mission again elsewhere: "shut in Lviv and reopened | in Odesa"."""
    if chart.pack.order != "svo" or not chart.pack.spaced or "verb.open" not in verb.classes:
        return None
    behind = [one for one in chart.kind("city") if one.role == "in" and 0 < one.start - verb.end <= _BESIDE]
    old = (
        bool(cities) and all(one.end <= verb.start and one.ids != behind[0].ids for one in cities) if behind else False
    )
    return behind[0] if old else None


def days_behind(chart: Chart, cities: Sequence[Mention]) -> list[tuple[Mention, Mention | None]]:
    """The (city, day) pairs of a list with days in brackets behind its cities: "à Lyon (1962), Nice (1971)".

    Empty for one city alone, and where no city has a day of its own.
    """
    pairs = [(city, _bracketed_day(chart, city)) for city in cities]
    return pairs if len(pairs) > 1 and any(day is not None for _, day in pairs) else []


def _bracketed_day(chart: Chart, city: Mention) -> Mention | None:
    """The day that fills the bracket right behind a city."""
    aside = chart.aside(city.end + 1)
    if aside is None or not 0 <= aside[0] - city.end <= 1:
        return None
    days = chart.within(chart.dates, *aside)
    bare = len(days) == 1 and len(chart.text[aside[0] : aside[1]]) - (days[0].end - days[0].start) <= _FEW
    return days[0] if bare else None


def dated_cities(chart: Chart, noun: Mention) -> list[tuple[Mention, Mention]]:
    """The (city, day) pairs of cities that stand in brackets right behind a day: "raised in 1954 (Tokyo) and 1955 (…)".

    Empty unless there are two or more behind the noun.
    """
    out: list[tuple[Mention, Mention]] = []
    for city in chart.kind("city"):
        aside = chart.aside(city.start)
        if (
            aside is None
            or city.start < noun.end
            or chart.text[aside[0] + 1 : aside[1] - 1].strip() != _said(chart, city)
        ):
            continue
        day = next((one for one in chart.dates if 0 <= aside[0] - one.end <= 1), None)
        if day is not None:
            out.append((city, day))
    return out if len(out) > 1 else []


def _said(chart: Chart, one: Mention) -> str:
    return chart.text[one.start : one.end]


def paired_before(chart: Chart, noun: Mention) -> list[tuple[Mention, Mention]]:
    """The (city, owner) pairs that share one noun: "İskenderiye'deki Türk, İstanbul'daki Mısır | başkonsoloslukları".

    Only where verbs come last, and only for two pairs or more that follow one another with nothing but a joiner.
    """
    out: list[tuple[Mention, Mention]] = []
    stop = noun.start
    while chart.pack.order == "sov":
        owner = next((one for one in chart.parties if _touches(chart, one, stop)), None)
        city = next((one for one in chart.kind("city") if owner and _touches(chart, one, owner.start)), None)
        if owner is None or city is None or city.role != "in":
            break
        out.insert(0, (city, owner))
        before = chart.text[: city.start].rstrip()
        word = before.rsplit(maxsplit=1)[-1].lower() if before else ""
        stop = len(before) - (1 if before.endswith(",") else len(word) if word in chart.pack.joiners else 0)
        if stop == len(before):
            break
    return out if len(out) > 1 else []


def paired_behind(chart: Chart, noun: Mention, stop: int) -> list[tuple[Mention, Mention]]:
    """The (city, owner) pairs behind a noun that share it: «консульства: | армянское — в Порту, турецкие — в Баку».

    The owner is an adjective with its cities right behind it; up to the next such noun.
    """
    late = chart.pack.adjectives == "after"
    if chart.pack.places != "after" or not (chart.pack.cases or late):
        return []
    out: list[tuple[Mention, Mention]] = []
    owners = [one for one in chart.parties if one.form == "adjective" and noun.end <= one.start < stop]
    owners = [one for one in owners if not late or _nounless(chart, one)]
    for owner in owners:
        city = next((one for one in chart.kind("city") if one.start > owner.end), None)
        begin = role_before(chart.text, city.start, chart.pack)[1] if city is not None else 0
        gap = chart.text[owner.end : begin] if begin > owner.end else "."  # "im | syrischen | Damaskus" owns nothing
        gap = "." if city is not None and begin == city.start == owner.end + 1 else gap
        if city is None or city.role != "in" or city.start >= stop or gap.strip(" —–-"):
            continue
        also = next((one for one in chart.kind("city") if chart.text[city.end : one.start] == " ("), None)
        if also is not None:  # "in Marburg (Maribor)": the second name tells which
            out.append((also, owner))
        else:
            out += [(one, owner) for one in chart.group_of(city) if one.start >= city.start]
    return out


def _nounless(chart: Chart, owner: Mention) -> bool:
    """Whether no noun stands before an adjective that would follow it: "سفارتان: | الهندية في الرباط"."""
    before = chart.text[: owner.start].rstrip()
    joined = before[:-1].rstrip() if before[-1:] in chart.pack.joiners else before
    return has_any(joined[-1:] or ".", CLAUSE_COMMAS + SEMICOLONS + ":")


def _touches(chart: Chart, one: Mention, stop: int) -> bool:
    """Whether only the ending of a name and a blank stand between it and a place."""
    return one.start < stop and role_after(chart.text, one.end, chart.pack)[1] == len(chart.text[:stop].rstrip())


def _in_unknown_town(chart: Chart, noun: Mention) -> bool:
    """Whether a town that nobody knows stands right behind a mission: "an embassy in Rome, a consulate | in Århus"."""
    found = _TOWN_BEHIND.match(chart.text, noun.end) if chart.pack.capitals and chart.pack.places == "after" else None
    if found is None or chart.pack.before.get(found.group(1).lower()) != "in":
        return False
    return not any(one.start < found.end() and found.start(2) < one.end for one in chart.mentions)


def is_counted(chart: Chart, noun: Mention) -> bool:
    """Whether a noun only tells how many missions there are: "36 ülkenin büyükelçiliği", "fermer sept ambassades"."""
    if chart.pack.order == "svo" and chart.pack.spaced:
        return _several_somewhere(chart, noun)
    if chart.pack.order != "sov" or owner_of(chart, noun) is not None:
        return False
    for one in chart.kind("quantity"):
        hit = one.quantity
        if hit is None or hit.unit != "count" or hit.ordinal or not 0 <= noun.start - one.end <= _BESIDE:
            continue
        if max((size for size in (hit.value, hit.min, hit.max) if size is not None), default=0) >= _MANY:
            return True
    return False


def _several_somewhere(chart: Chart, noun: Mention) -> bool:
    """Whether a number right before a noun counts several missions of which no city or state is told behind it."""
    counts = [
        one.quantity
        for one in chart.kind("quantity")
        if one.quantity is not None and one.quantity.unit == "count" and 0 <= noun.start - one.end <= 1
    ]
    several = any(hit.value is not None and hit.value > 1 and not hit.ordinal for hit in counts)
    _, end = chart.clause(noun.start)
    many = any(hit.value is not None and hit.value >= _MANY and not hit.ordinal for hit in counts)
    if many and chart.pack.inverts and not any(one.role in ("", "of") for one in chart.parties):
        return True  # "17 Gesandtschaften haben ihre Tätigkeit in Kiew wieder aufgenommen"
    behind = chart.within([*chart.kind("city"), *chart.parties], noun.end, end)
    before = [one for one in chart.kind("city") if one.end <= noun.start and one.role in ("in", "of")]
    return several and not behind and not before


def is_spared(chart: Chart, noun: Mention) -> bool:
    """Whether a mission is excepted from a denial, where verbs come last: "elçiliği | dışında temsilciliği yok"."""
    return chart.pack.order == "sov" and any(
        0 <= one.start - noun.end <= _RIGHT_BEHIND for one in chart.cues("mark.except")
    )


def _only_ends(day: Mention) -> bool:
    """Whether a day says only until when: "(until 1923)"."""
    return day.date is not None and day.date.when.interval and day.date.when.start is None


def kept_until(own: Dated, day: Mention) -> Dated:
    """The time over which a mission was there, its end told beside its town: "since 1919 …, in Vienna (until 1923)"."""
    end = dated(day)
    began = own.when.start if own.when is not None and _only_ends(day) else None
    if began is None or end.when is None:
        return end
    return replace(end, when=When(began, end.when.end, interval=True))
