"""Figures: which number of a sentence counts or weighs which thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from comity.claims.context.discourse import Discourse
from comity.claims.factuality.negation import negated
from comity.claims.frames.quantity.currency import currency_before, in_other_money
from comity.claims.frames.quantity.sides import far_before, goes_on, is_part, leads_number
from comity.claims.frames.times.attach import cost
from comity.claims.people.memory import is_currency
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.counts import compounded
from comity.claims.sentences.marks import COMMAS, count_commas, has_any
from comity.claims.sentences.mention import Mention

MONEY = ("trade-turnover", "exports", "imports", "investment", "aid", "projects")
OWN = ("relations-count", "missions-count", "member-count")
_COUNTS = (
    *("visits", "companies", "projects", "students", "flights-per-week", "diaspora"),
    *("treaties", "meetings", "relations-count", "missions-count", "member-count", "other"),
)
_REACH = 160
_BESIDE_COUNT = 3
_COUNTED = 24
_SHORT_ASIDE = 16
_AFTER = 15
_PER_COMMA = 30
_FEW = 3
_PER_COLON = 60
_RELATIONS = frozenset({"noun.relations", "noun.bare_relations"})
_LEADS = 40
_LIVE_BEHIND = 40
_LIVES = 24
_NEXT_NOUN = re.compile(r" ([^\W\d_]{3,})")
_MARKS = ",:;.()–—-"
_ALLOTTED = 28
_OF_IT = 4  # "43,6 millions | d'exportations"
_CITY_REACH, _FAR_CITY = 12, 40
_YEAR_REACH = 6
_FIRST_YEAR, _LAST_YEAR = 1500, 2100


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with the indicator it belongs to."""

    number: Mention
    indicator: str
    cue: Mention


def find_figures(chart: Chart, discourse: Discourse) -> Iterator[Figure]:
    """Each number of a sentence that belongs to a thing counted, with the thing; those that count nothing are left out.

    "exports to A were 2.9 billion dollars, 1,200 students live there": 2.9 billion of exports, 1,200 students.
    """
    cues = [*chart.cues("indicator"), *_living(chart)]
    for number in chart.kind("quantity"):
        hit = number.quantity
        if hit is None or hit.ordinal or hit.unit == "percent" or _grown_by(chart, number):
            continue
        if hit.unit == "count" and (in_other_money(chart, hit.start) or compounded(chart.text, number)):
            continue
        aside = chart.aside(number.start)
        if chart.text[number.start - 1 : number.start] == "[":
            continue  # «26 миллиардов долларов | [2,4 триллиона рублей] |»: the same in another money
        if aside is not None and _is_unit_note(chart, number, aside):
            continue
        best: tuple[int, Mention, str] | None = None
        for cue in cues:
            name = _fitting(cue, hit.unit) or _fitting(cue, currency_before(chart, hit, discourse))
            if name is None or (aside != chart.aside(cue.start) and not _beside_aside(aside, cue)):
                continue
            if (
                not _countable(chart, number, cue, name)
                or _of_balance(chart, number, cue)
                or is_part(chart, number, cue)
            ):
                continue
            price = cost(chart, number, cue, []) + _PER_COMMA * _commas(chart, number, cue)
            counted = name not in MONEY or not chart.pack.spaced
            if cue.start > number.end and ": " in chart.between(number, cue):  # "reached 5 bn: | exports 3 bn"
                price += _PER_COLON
            if hit.unit == "count" and counted and number.start < cue.start <= number.end + _COUNTED:
                price -= _COUNTED * 2
            elif chart.pack.order != "sov" and name in MONEY:
                owned = 0 < cue.start - _past_adjective(chart, number.end) <= _OF_IT
                owned = (owned and not goes_on(chart, number, cue, _MARKS)) or _allotted(chart, number, cue)
                price += -_LEADS if owned else _AFTER if cue.start > number.start else -_AFTER
                price -= _LEADS if leads_number(chart, cue, number) else 0
            if price <= _REACH and (best is None or price < best[0]):
                best = (price, cue, name)
        if best is not None and not _closer_number(chart, number, best[1], best[2]):
            yield Figure(number=number, indicator=best[2], cue=best[1])


def _allotted(chart: Chart, number: Mention, cue: Mention) -> bool:
    """Whether a word right behind a figure tells what it falls to: "31 Mio. | auf | Schweizer Exporte"."""
    near = [one for one in chart.cues("mark.allotted") if 0 < one.start - number.end <= 1 and one.end <= cue.start]
    between = chart.text[near[0].end : cue.start] if near else ","
    return len(between) <= _ALLOTTED and not has_any(between, COMMAS) and not any(map(str.isdigit, between))


def _past_adjective(chart: Chart, place: int) -> int:
    """Where a state's adjective ends that stands right behind a number: "170 million | Portuguese | imports"."""
    word = chart.text[place : place + _OF_IT].lower().split(" ")
    led = place + len(word[1]) + 1 if len(word) > 2 and chart.pack.before.get(word[1]) == "of" else place
    own = (one.end for one in chart.parties if one.form == "adjective" and one.start - led == 1)
    return next(own, place)


def _living(chart: Chart) -> Iterator[Mention]:
    """The verbs of living or studying beside which a state's people are counted.

    "In 2012, | 60 Icelanders lived in | Namibia", "Estudian en Chile | 124 libaneses".
    """
    for label, name in (("verb.live", "indicator.diaspora"), ("verb.study", "indicator.students")):
        plain = chart.pack.order == "svo" and chart.pack.spaced and not chart.has(name)
        for verb in chart.cues(label) if plain else []:
            people = [one for one in chart.parties if one.form in ("demonym", "adjective")]
            before = [one for one in people if 0 <= verb.start - one.end <= _LIVES]
            behind = [one for one in people if 0 <= one.start - verb.end <= _LIVE_BEHIND]
            near = before[-1:] or [one for one in behind if not has_any(chart.between(verb, one), COMMAS)][:1]
            counted = [one for one in chart.kind("quantity") if near and 0 < near[0].start - one.end <= _FEW]
            if any(one.quantity is not None and one.quantity.unit == "count" for one in counted):
                yield replace(verb, classes=frozenset({name}))


def _grown_by(chart: Chart, number: Mention) -> bool:
    """Whether a figure is what another grew by, where "of" says so: "soit une | augmentation de | 1,18 milliard"."""
    if chart.pack.order != "svo" or chart.pack.cases or chart.pack.inverts:
        return False
    for cue in chart.cues("verb.grow", "verb.fall"):
        words = chart.text[cue.start : number.start].lower().split()
        beside = cue.start < number.start <= cue.end + _FEW * 2 and len(words) > 1
        if beside and chart.pack.before.get(words[-1]) == "of":
            return True
    return False


def _is_unit_note(chart: Chart, number: Mention, aside: tuple[int, int]) -> bool:
    """Whether a bracket only says how figures are counted: "Trade | (million dollars)"."""
    inside = chart.text[aside[0] + 1 : aside[1] - 1].strip()
    return not any(char.isdecimal() for char in inside) and inside == chart.text[number.start : number.end].strip()


def _fitting(cue: Mention, unit: str) -> str | None:
    names = [label.partition(".")[2] for label in sorted(cue.classes) if label.startswith("indicator.")]
    money = len(unit) == 3 and unit.isupper()
    for name in names:
        if name == "distance":
            if unit in ("km", "mi"):
                return name
        elif (money and name in MONEY) or (unit == "count" and name in _COUNTS):
            return name
    return None


def _commas(chart: Chart, number: Mention, cue: Mention) -> int:
    return count_commas(chart.between(number, cue))


def _beside_aside(aside: tuple[int, int] | None, cue: Mention) -> bool:
    """Whether a bracket with a number opens right behind its thing: "investment ($5 billion)"."""
    return aside is not None and (0 <= aside[0] - cue.end <= 1 or aside[1] - aside[0] <= _SHORT_ASIDE)


def _countable(chart: Chart, number: Mention, cue: Mention, name: str) -> bool:
    """Whether a count stands where its thing wants it: states right behind their number, beside made relations."""
    if chart.text[cue.start : cue.end] in chart.pack.singulars:
        both = chart.has("deixis.pair") or len({party for one in chart.parties for party in one.ids}) > 1
        if not both or not 0 < cue.start - number.end <= 1:
            return False  # «اتفاقية بناء 17 ناقلة»
    if name == "missions-count" and (
        chart.has("fact.plan", "noun.region") or _opened_or_closed(chart, number) or _listed_by_city(chart, cue)
    ):
        return False
    counts = number.quantity is not None and number.quantity.unit == "count"
    if counts and name in ("companies", "projects", "students") and far_before(chart, number, cue):
        return False
    if counts and name == "meetings" and not chart.pack.spaced and cue.distance(number) > _BESIDE_COUNT:
        return False  # "此 | 次會晤 | 將確認這 | 兩個 | 國家的關係"
    if _measures(chart, number) or _is_year(chart, number, cue) or (counts and _counts_next(chart, number, cue)):
        return False
    if name == "projects" and number.quantity is not None and is_currency(number.quantity.unit):
        counted = [one for one in chart.kind("quantity") if one.quantity and one.quantity.unit == "count"]
        far = [one for one in counted if one.start - number.end > _COUNTED and chart.pack.order == "svo"]
        if any(0 <= cue.start - one.end <= _COUNTED for one in far):
            return False  # "3 billion yuan for rebuilding, to be used in 25 projects" is not what they cost
    if name in OWN:
        hit = number.quantity
        size = max((one for one in (hit.value, hit.min, hit.max) if one is not None), default=0) if hit else 0
        near = number.start < cue.start <= number.end + _COUNTED // 2 and size >= _FEW
        if name == "relations-count" and _placed(chart, number):
            return False
        held = chart.nearest(number, chart.cues("noun.relations", "noun.bare_relations", "mission"))
        if not chart.pack.spaced and name == "relations-count" and not _own_relations(chart, number, held):
            return False
        if name == "relations-count" and held is not None and (not held.classes & _RELATIONS or negated(chart, [held])):
            return False
        told = any("fact.ever" not in one.classes for one in chart.cues("noun.relations", "noun.bare_relations"))
        return near and (name != "relations-count" or told)
    if name in _COUNTS and name not in MONEY and cue.end <= number.start:
        gap = chart.text[cue.end : number.start]
        if any(mark in gap for mark in ",，、;；"):
            return False
    if name == "flights-per-week":
        return chart.has("indicator.weekly")
    return True


def _counts_next(chart: Chart, number: Mention, cue: Mention) -> bool:
    """Whether a number counts the noun behind it, where verbs come last: "… ziyaret olmuş ve | dört | resmî metin".

    What is counted stands behind its number there; before it only where a verb follows: "ziyaret sayısı | 29 | oldu".
    """
    if chart.pack.order != "sov" or cue.end > number.start:
        return False
    behind = _NEXT_NOUN.match(chart.text, number.end)
    if behind is None or not behind.group(1).islower():
        return False
    place, word = behind.start(1), behind.group(1)
    told = any(one.start <= place < one.end for one in chart.cues("verb"))
    return not told and word not in chart.pack.light and word not in chart.pack.joiners and word not in chart.pack.skip


def _of_balance(chart: Chart, number: Mention, cue: Mention) -> bool:
    """Whether a figure is of a balance of trade, no sum: "con un | saldo | favorable a México de 2.116 millones"."""
    gap = number.distance(cue)
    told = [one for one in chart.cues("mark.balance") if number.distance(one) < gap]
    return any(not has_any(chart.between(one, number), COMMAS + ";") for one in told)


def _placed(chart: Chart, number: Mention) -> bool:
    """Whether states are counted in which something is done: "sent doctors to work in more than | 20 nations"."""
    if not chart.pack.spaced or chart.pack.order == "sov":
        return False
    said = number.quantity.start if number.quantity is not None else number.start
    words = chart.text[:said].lower().split()[-1:]
    return bool(words) and chart.pack.before.get(words[0]) in ("in", "from")


def _listed_by_city(chart: Chart, cue: Mention) -> bool:
    """Whether the cities of the missions counted follow, each told of: "three consulates | in Osaka, Kobe …"."""
    gaps = [chart.text[cue.end : one.start] for one in chart.kind("city") if one.start > cue.end]
    return any(len(gap) <= (_FAR_CITY if any(char.isdecimal() for char in gap) else _CITY_REACH) for gap in gaps)


def _measures(chart: Chart, number: Mention) -> bool:
    """Whether a unit of something else stands right behind a number: "10,000 | MW of electricity"."""
    return any(0 <= one.start - number.end <= 1 for one in chart.cues("mark.unit"))


def _is_year(chart: Chart, number: Mention, cue: Mention) -> bool:
    """Whether a bare number behind what is counted is a year: "the peace treaties of | 1947"."""
    hit = number.quantity
    year = hit is not None and hit.value is not None and _FIRST_YEAR <= hit.value <= _LAST_YEAR
    bare = chart.text[number.start : number.end].isdecimal()
    return year and bare and 0 < number.start - cue.end <= _YEAR_REACH and number.start > cue.end


def _opened_or_closed(chart: Chart, number: Mention) -> bool:
    """Whether missions are counted that were opened or closed, not those there are: "fermeture de sept ambassades"."""
    start, _ = chart.clause(number.start)
    told = chart.within(chart.cues("verb.open", "verb.close"), start, number.start)
    return any(not has_any(chart.text[one.end : number.start], COMMAS) for one in told)


def _own_relations(chart: Chart, number: Mention, held: Mention | None) -> bool:
    """Whether states are counted in the clause that tells of relations, and not as those who make them with another.

    "同112个国家建立伙伴关系", "8个国家先后同中国建交" count nobody's relations.
    """
    start, end = chart.clause(number.start)
    if held is None or not start <= held.start < end:
        return False
    inside = chart.within(chart.parties, start, end)
    behind = [one for one in inside if one.start > number.end and one.role == "with"]
    return not behind or any(one.role == "" and one.end <= number.start for one in inside)


def _closer_number(chart: Chart, number: Mention, cue: Mention, name: str) -> bool:
    """Whether a counted thing has a nearer number of its own."""
    weighed = name in MONEY and name not in _COUNTS  # "… 1.185 millones; el intercambio llegó a | 4.117 millones"
    if weighed or (name in MONEY and number.quantity is not None and number.quantity.unit != "count"):
        return False
    for other in chart.kind("quantity"):
        hit = other.quantity
        if other is number or hit is None or hit.unit != "count" or hit.ordinal:
            continue
        apart = cue.end <= number.start and has_any(chart.between(other, cue), COMMAS)
        if other.distance(cue) < number.distance(cue) and not apart and not own_direction(chart, number):
            return True
    return False


def segment(chart: Chart, number: Mention) -> tuple[int, int]:
    """The stretch that is a number's own: to the next number; where verbs come last, from the one before.

    There, too, the number may lead: "149 milyonu Macaristan'dan Kazakistan'a, 41 milyonu ters yöne".
    """
    others = [one for one in chart.kind("quantity") if one.start != number.start]
    low = max((one.end for one in others if one.end <= number.start), default=0)
    high = min((one.start for one in others if one.start >= number.end), default=len(chart.text))
    if chart.pack.order != "sov" or (
        _says_direction(chart, number.end, high) and not _says_direction(chart, low, number.start)
    ):
        return number.start, high
    return low, number.end


def _says_direction(chart: Chart, low: int, high: int) -> bool:
    """Whether a stretch says from whom to whom."""
    roles = {one.role for one in chart.within(chart.parties, low, high)}
    return "from" in roles and bool(roles & {"to", "in"})


def own_direction(chart: Chart, number: Mention) -> bool:
    """Whether a number that shares its thing has a from and a to of its own ("29 from A to B, 17 from B to A")."""
    return _says_direction(chart, *segment(chart, number))
