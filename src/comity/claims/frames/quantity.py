"""Quantities between parties: trade, investment, students, companies, visits, distance …, with their direction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from comity.claims.chart import Chart
from comity.claims.discourse import Discourse, Found
from comity.claims.draft import Dated, Draft
from comity.claims.factuality import modality_of, negated
from comity.claims.frames.announced import announced, owner_of_list
from comity.claims.frames.attach import cost, date_of, dated, till_published
from comity.claims.frames.change import change_of, plain, reached
from comity.claims.frames.sides import owner_of, pair_of, subject_of
from comity.claims.institutions import is_of_institution
from comity.claims.marks import COMMAS, count_commas, has_any
from comity.claims.memory import is_currency
from comity.claims.mention import Mention
from comity.model.claim import Quantity
from comity.model.when import When
from comity.quantities import QuantityHit

_MONEY = ("trade-turnover", "exports", "imports", "investment", "aid", "projects")
_TRADE = ("trade-turnover", "exports", "imports")
_COUNTS = (
    *("visits", "companies", "projects", "students", "flights-per-week", "diaspora"),
    *("treaties", "meetings", "relations-count", "missions-count", "member-count", "other"),
)
_DIRECTED = ("exports", "imports", "investment", "visits", "companies", "students", "diaspora", "aid", "other")
_OWN = ("relations-count", "missions-count", "member-count")
_STOCKS = ("companies", "students", "diaspora", "flights-per-week", "other", *_OWN)
_REACH = 160
_REVERSE_REACH = 12
_BODY_REACH = 8
_BESIDE = 6
_COUNTED = 24
_LARGE = 100_000
_SHORT_ASIDE = 16
_AFTER = 15
_PER_COMMA = 30
_FEW = 3
_RELATIONS = frozenset({"noun.relations", "noun.bare_relations"})
_LEADS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figure:
    """A number with the indicator it belongs to."""

    number: Mention
    indicator: str
    cue: Mention


def read_quantities(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a sentence that gives a figure between parties.

    "Bilateral trade … reached $4.4 billion." Refuses a number whose indicator, parties or direction are not known.
    """
    if not chart.has("indicator") or not any(one.kind == "quantity" for one in chart.mentions):
        return
    figures = list(_figures(chart, discourse))
    taken: set[int] = set()
    last: tuple[str | None, str | None, Found] | None = None
    for figure in figures:
        if figure.indicator == "companies" and chart.has("verb.sign") and _are_few(figure.number):
            continue
        if figure.indicator in _TRADE and is_of_institution(chart, figure.cue, _BODY_REACH):
            continue
        ends = _ends(chart, discourse, figure)
        if last is not None and _reversed(chart, figure):
            ends = (last[1], last[0], last[2])
        elif last is not None and _goes_on(chart, figure):
            ends = last
        if ends is None or (last is None and _of_nobody(chart, discourse, ends)):
            continue
        last = ends if ends[1] is not None else last
        if figure.indicator == "treaties" and _to_be_signed(chart, figure):
            continue
        change = change_of(chart, figure.number, [one.number for one in figures], taken)
        yield _draft(chart, discourse, figure, ends, change)


def _to_be_signed(chart: Chart, figure: _Figure) -> bool:
    """Whether the texts counted are only to be signed: "ten documents are expected to be signed"."""
    verb = chart.nearest(figure.number, chart.cues("verb.sign"))
    return verb is not None and modality_of(chart, verb) == "planned"


def _are_few(number: Mention) -> bool:
    """Whether so few are counted that they are the ones told of: "two companies signed a contract"."""
    hit = number.quantity
    return hit is not None and hit.value is not None and hit.value < _FEW


def _of_nobody(chart: Chart, discourse: Discourse, ends: tuple[str | None, str | None, Found]) -> bool:
    """Whether a sentence names neither buyer nor seller, nor is the document about them: "sales came to …".

    What is mutual (trade, treaties) is of the two spoken of.
    """
    ids = tuple(one for one in (*ends[:2], *ends[2].ids) if one)
    named = {one for who in (*chart.parties, *chart.actors, *chart.kind("organization")) for one in who.ids}
    cities = {one.country for one in chart.kind("city")}
    if discourse.row is not None or ends[0] is None or chart.has("deixis.pair", "deixis.reverse", "deixis.we"):
        return False
    return not set(ids) & (named | cities) and not discourse.is_about(ids)


def _reversed(chart: Chart, figure: _Figure) -> bool:
    """Whether the number goes "in the other direction" than the one before it."""
    if "deixis.reverse" in figure.cue.classes:
        return True
    low, high = _segment(chart, figure.number)
    stretch = (low, high) if chart.pack.order != "sov" else (figure.number.start, len(chart.text))
    cues = chart.cues("deixis.reverse")
    right_before = [one for one in cues if 0 <= figure.number.start - one.end <= _REVERSE_REACH]
    led = any(not has_any(chart.between(one, figure.number), COMMAS) for one in right_before)
    return led or bool(chart.within(cues, *stretch))


def _goes_on(chart: Chart, figure: _Figure) -> bool:
    """Whether a purchase or sale is told in a clause that names nobody: "exports to A were 5 m, imports 7 m"."""
    start, end = chart.clause(figure.number.start)
    return (
        start > 0
        and figure.indicator in ("exports", "imports")
        and start <= figure.cue.start
        and not chart.within([*chart.parties, *chart.actors, *chart.kind("city")], start, end)
    )


def _figures(chart: Chart, discourse: Discourse) -> Iterator[_Figure]:
    cues = chart.cues("indicator")
    for number in chart.kind("quantity"):
        hit = number.quantity
        if hit is None or hit.ordinal or hit.unit == "percent":
            continue
        aside = chart.aside(number.start)
        best: tuple[int, Mention, str] | None = None
        for cue in cues:
            name = _fitting(cue, hit.unit) or _fitting(cue, _inherited(chart, hit, discourse))
            if name is None or (aside != chart.aside(cue.start) and not _beside_aside(aside, cue)):
                continue
            if not _countable(chart, number, cue, name):
                continue
            price = cost(chart, number, cue, []) + _PER_COMMA * _commas(chart, number, cue)
            if hit.unit == "count" and name not in _MONEY and number.start < cue.start <= number.end + _COUNTED:
                price -= _COUNTED * 2
            elif chart.pack.order != "sov" and name in _MONEY:
                price += _AFTER if cue.start > number.start else -_AFTER
                price -= _LEADS if _leads(chart, cue, number) else 0
            if price <= _REACH and (best is None or price < best[0]):
                best = (price, cue, name)
        if best is not None and not _closer_number(chart, number, best[1], best[2]):
            yield _Figure(number=number, indicator=best[2], cue=best[1])


def _leads(chart: Chart, cue: Mention, number: Mention) -> bool:
    """Whether the thing stands before its number with no other number between: "exports to Vietnam were 2.9 bn"."""
    between = [one for one in chart.kind("quantity") if cue.end <= one.start < number.start]
    behind = [one for one in chart.cues("indicator") if 0 <= one.start - number.end <= _BESIDE]
    behind = [one for one in behind if not has_any(chart.between(number, one), COMMAS)]
    start, _ = chart.clause(number.start)
    return chart.pack.spaced and cue.end <= number.start and start <= cue.start and not between and not behind


def _inherited(chart: Chart, hit: QuantityHit, discourse: Discourse) -> str:
    """The currency said before, for a bare large number ("189 million of this"): in the sentence, else before it."""
    said = [one.quantity.unit for one in chart.kind("quantity") if one.quantity and one.quantity.start < hit.start]
    money = [unit for unit in said if is_currency(unit)]
    large = max(abs(one) for one in (hit.value, hit.min, hit.max, 0) if one is not None) >= _LARGE
    if hit.unit != "count" or not large:
        return ""
    return money[-1] if money else discourse.money.last_currency()


def _fitting(cue: Mention, unit: str) -> str | None:
    names = [label.partition(".")[2] for label in sorted(cue.classes) if label.startswith("indicator.")]
    money = len(unit) == 3 and unit.isupper()
    for name in names:
        if name == "distance":
            if unit in ("km", "mi"):
                return name
        elif (money and name in _MONEY) or (unit == "count" and name in _COUNTS):
            return name
    return None


def _commas(chart: Chart, number: Mention, cue: Mention) -> int:
    return count_commas(chart.between(number, cue))


def _beside_aside(aside: tuple[int, int] | None, cue: Mention) -> bool:
    """Whether a bracket with a number opens right behind its thing: "investment ($5 billion)"."""
    return aside is not None and (0 <= aside[0] - cue.end <= 1 or aside[1] - aside[0] <= _SHORT_ASIDE)


def _countable(chart: Chart, number: Mention, cue: Mention, name: str) -> bool:
    """Whether a count stands where its thing wants it: states right behind their number, beside made relations."""
    if name == "missions-count" and chart.has("fact.plan"):
        return False
    if name in _OWN:
        hit = number.quantity
        size = max((one for one in (hit.value, hit.min, hit.max) if one is not None), default=0) if hit else 0
        near = number.start < cue.start <= number.end + _COUNTED // 2 and size >= _FEW
        held = chart.nearest(number, chart.cues("noun.relations", "noun.bare_relations", "mission"))
        if name == "relations-count" and held is not None and (not held.classes & _RELATIONS or negated(chart, [held])):
            return False
        return near and (name != "relations-count" or chart.has("noun.relations", "noun.bare_relations"))
    if name in _COUNTS and name not in _MONEY and cue.end <= number.start:
        gap = chart.text[cue.end : number.start]
        if any(mark in gap for mark in ",，、;；"):
            return False
    if name == "flights-per-week":
        return chart.has("indicator.weekly")
    return True


def _closer_number(chart: Chart, number: Mention, cue: Mention, name: str) -> bool:
    """Whether a counted thing has a nearer number of its own."""
    if name in _MONEY and number.quantity is not None and number.quantity.unit != "count":
        return False
    for other in chart.kind("quantity"):
        hit = other.quantity
        if other is number or hit is None or hit.unit != "count" or hit.ordinal:
            continue
        apart = cue.end <= number.start and has_any(chart.between(other, cue), COMMAS)
        if other.distance(cue) < number.distance(cue) and not apart and not _own_direction(chart, number):
            return True
    return False


def _segment(chart: Chart, number: Mention) -> tuple[int, int]:
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


def _own_direction(chart: Chart, number: Mention) -> bool:
    """Whether a number that shares its thing has a from and a to of its own ("29 from A to B, 17 from B to A")."""
    return _says_direction(chart, *_segment(chart, number))


def _own_stretch(chart: Chart, number: Mention, near: list[Mention]) -> list[Mention]:
    """The parties between the last figure and this one, where verbs come last and each figure ends what is its own.

    "A'nın B'ye ihracatı 361 milyon dolara yükselmiş, B'den ithalatı …": the exports' stretch ends at 361 million.
    """
    if chart.pack.order != "sov":
        return near
    figures = [one for one in chart.kind("quantity") if one.quantity is not None and one.quantity.unit != "percent"]
    low = max((one.end for one in figures if one.end <= number.start), default=0)
    own = [one for one in near if low <= one.start < number.end]
    return own if any(one.role in ("to", "from", "of") for one in own) else near


def _draft(
    chart: Chart,
    discourse: Discourse,
    figure: _Figure,
    ends: tuple[str | None, str | None, Found],
    change: float | None,
) -> Draft:
    hit = figure.number.quantity
    assert hit is not None
    sender, receiver, parties = ends
    modality = modality_of(chart, figure.cue)
    hit = reached(chart, figure.number, hit)
    return Draft(
        roles=Quantity(
            indicator=figure.indicator,
            from_=sender,
            to=receiver,
            parties=() if sender else tuple(sorted(parties.ids)),
            value=plain(hit.value),
            min=plain(hit.min),
            max=plain(hit.max),
            unit=(_inherited(chart, hit, discourse) or hit.unit) if figure.indicator in _MONEY else hit.unit,
            change=change,
        ),
        rule=f"quantity.{figure.indicator}",
        dated=_aimed(_dated(chart, discourse, figure), modality),
        modality=modality,
        context=parties.context,
    )


def _aimed(told: Dated, modality: str) -> Dated:
    """The date of a target: "to 5 billion by 2025" is a figure of 2025."""
    when = told.when
    if modality != "planned" or when is None or not when.interval or when.start is not None or when.end is None:
        return told
    return replace(told, when=When(when.end, None))


def _dated(chart: Chart, discourse: Discourse, figure: _Figure) -> Dated:
    held = next((one for one in chart.dates if chart.rival(one) is figure.number), None)
    if held is not None:
        return dated(held)
    beside = [one for one in chart.dates if 0 <= one.start - figure.cue.end <= _BESIDE and not chart.compared(one)]
    own = dated(beside[0]) if len(chart.dates) > 1 and beside else _own_date(chart, figure)
    if own is not None:
        return own
    if figure.indicator in _STOCKS:
        return Dated(when=discourse.published, context=discourse.published_context())
    if figure.indicator in ("visits", "treaties"):
        return till_published(discourse)
    if figure.indicator in _TRADE and chart.dates:
        return dated(next((one for one in chart.dates if not chart.compared(one)), chart.dates[0]))
    aimed = modality_of(chart, figure.cue) == "planned"
    if figure.indicator in _TRADE and discourse.date is not None and not aimed:
        return Dated(when=discourse.date.when, context=discourse.date.context())
    return Dated()


def _own_date(chart: Chart, figure: _Figure) -> Dated | None:
    """The date of a figure; one in a bracket before it belongs to what stands before the bracket."""
    listed = announced(chart)
    if listed:
        before = [dated(one) for one in chart.dates if one.end <= listed[0].start]
        return before[-1] if before else None
    own = date_of(chart, figure.number)
    latest = chart.within(chart.cues("mark.latest"), figure.number.end, len(chart.text))
    if latest and own is not None and all(one.start >= latest[0].end for one in chart.dates):
        return None
    for one in chart.dates:
        aside = chart.aside(one.start)
        past = aside is not None and aside[1] <= min(figure.number.start, figure.cue.start)
        if past and own is not None and one.date is not None and one.date.when == own.when:
            return None
    return own


def _ends(chart: Chart, discourse: Discourse, figure: _Figure) -> tuple[str | None, str | None, Found] | None:
    """Who to whom: (from, to, context) for a directed figure, the pair for a mutual one; None where not known."""
    if figure.indicator in _OWN:
        listed = announced(chart)
        subject = owner_of_list(chart, discourse, listed) if listed else subject_of(chart, discourse, figure.cue)
        one = subject.ids[:1] or (discourse.topic.ids[:1] if discourse.topic else ())
        return (one[0], None, Found(context=subject.context)) if one else None
    if figure.indicator in _DIRECTED:
        return _directed(chart, discourse, figure)
    pairs = pair_of(chart, discourse, figure.cue)
    if len(pairs) != 1 or len(pairs[0].ids) != 2:
        return None
    return None, None, pairs[0]


def _directed(chart: Chart, discourse: Discourse, figure: _Figure) -> tuple[str | None, str | None, Found] | None:
    start, end = chart.clause(figure.number.start)
    bodies = [one for one in chart.kind("organization") if one.role in ("to", "from") and len(one.ids) == 1]
    near = [one for one in (*chart.parties, *bodies) if len(one.ids) == 1 and start <= one.start < end]
    if _own_direction(chart, figure.number):
        low, high = _segment(chart, figure.number)
        near = [one for one in chart.within(chart.parties, low, high) if len(one.ids) == 1]
    near = _own_stretch(chart, figure.number, near) or [one for one in chart.parties if len(one.ids) == 1]
    near = sorted(near, key=lambda one: min(one.distance(figure.cue), one.distance(figure.number)))
    bought = figure.indicator == "imports"
    owning = ("of", "by") if bought else ("of", "from", "by")
    sources = [one for one in near if one.role in owning or one.form in ("adjective", "demonym")]
    sources = sources or [one for one in near if one.role == ""]
    targets = [one for one in near if one.role in (("from",) if bought else ("to", "in", "object"))]
    targets = targets or [one for one in near if one.role in ("to", "in", "object")]
    buyers = [one for one in near if one.role in ("", "by")] if "verb.import" in figure.cue.classes else []
    if buyers:
        sources, targets = buyers, [one for one in near if one.role in ("from", "of")] or targets
    sender = sources[0] if sources else None
    investor = next(iter(chart.cues("noun.investor")), None)
    if figure.indicator == "investment" and investor is not None:
        target = owner_of(chart, investor)
        doer = subject_of(chart, discourse, investor)
        if target is not None and doer.ids and doer.ids[0] != target.ids[0]:
            return doer.ids[0], target.ids[0], doer
    target = next((one for one in targets if sender is None or one.ids != sender.ids), None)
    ids = (sender.ids[0] if sender else None, target.ids[0] if target else None)
    selectors = (*(sender.context if sender else ()), *(target.context if target else ()))
    if ids[0] is None and ids[1] is None:
        pair = discourse.the_pair()
        if pair is None or figure.indicator not in ("exports", "imports", "investment"):
            return None
        home = discourse.home if discourse.home_shown and discourse.home in pair.ids else pair.ids[0]
        away = next(one for one in pair.ids if one != home)
        return home, away, Found(context=pair.context())
    known = ids[0] or ids[1]
    assert known is not None
    if ids[0] is None or ids[1] is None:
        other = discourse.other_than(known)
        if other is None:
            return None
        selectors = (*selectors, *other.context())
        ids = (ids[0] or other.ids[0], ids[1] or other.ids[0])
    return ids[0], ids[1], Found(context=selectors)
