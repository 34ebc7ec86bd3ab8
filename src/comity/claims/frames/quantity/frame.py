"""Quantities between parties: trade, investment, students, companies, visits, distance …, with their direction."""

from __future__ import annotations

from collections.abc import Iterator

from comity.claims.context.discourse import Discourse, Found, Spoken
from comity.claims.factuality.modality import modality_of
from comity.claims.frames.quantity.change import change_of, plain, reached
from comity.claims.frames.quantity.currency import currency_before
from comity.claims.frames.quantity.dates import TRADE, aimed_at, date_figure, is_undated_comparison
from comity.claims.frames.quantity.figures import (
    MONEY,
    OWN,
    Figure,
    find_figures,
    own_direction,
    segment,
)
from comity.claims.frames.quantity.flights import flown_between, since_begun
from comity.claims.frames.quantity.given import given_first, given_to
from comity.claims.frames.quantity.sides import nearest_first
from comity.claims.frames.quantity.worldwide import of_all_the_world, partner_unsaid
from comity.claims.frames.sides.announced import announced, owner_of_list
from comity.claims.frames.sides.of_anchor import found, subject_of
from comity.claims.frames.sides.owners import owner_of
from comity.claims.frames.sides.pairs import pair_of
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.counts import of_people
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.marks import COMMAS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.states.institutions import is_of_institution
from comity.model.roles import Quantity
from comity.parties.registry import load_registry

_BESIDE = 4
_GOAL = 12
_INVESTED = 24
_DIRECTED = ("exports", "imports", "investment", "visits", "companies", "students", "diaspora", "aid", "other")
_REVERSE_REACH = 12
_BODY_REACH = 8
_FEW = 3
_MANY_REACH = 12


def read_quantities(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a sentence that gives a figure between parties.

    "Bilateral trade … reached $4.4 billion." Refuses a number whose indicator, parties or direction are not known.
    """
    if not chart.has("indicator", "verb.live", "verb.study") or not any(
        one.kind == "quantity" for one in chart.mentions
    ):
        return
    figures = list(find_figures(chart, discourse))
    taken: set[int] = set()
    last: tuple[str | None, str | None, Found] | None = None
    mutual: tuple[str, ...] = ()
    for figure in figures:
        if figure.indicator == "diaspora" and chart.has("noun.victims", "fact.nonresident", "verb.credentials"):
            continue
        if figure.indicator == "companies" and chart.has("verb.sign") and _are_few(figure.number):
            continue
        if figure.indicator == "visits" and of_people(chart.text, figure.number.end, chart.pack):
            continue
        if figure.indicator in TRADE and is_of_institution(chart, figure.cue, _BODY_REACH):
            continue
        if figure.indicator == "distance" and chart.has("landmark") and _is_unit(figure):
            continue  # "木昂公路（全长80公里）"
        if is_undated_comparison(chart, figure.number) or of_all_the_world(chart, figure):
            continue
        ends = _ends(chart, discourse, figure, mutual)
        if last is not None and _reversed(chart, figure):
            ends = (last[1], last[0], last[2])
        elif last is not None and _goes_on(chart, figure):
            ends = last
        if ends is None or _talks(chart, discourse, figure, ends) or _in_no_state(figure, ends):
            continue
        if _of_region(chart, discourse, ends) or (last is None and _of_nobody(chart, discourse, ends)):
            continue
        last = ends if ends[1] is not None else last
        mutual = ends[2].ids if ends[1] is None and len(ends[2].ids) == 2 else mutual
        if figure.indicator == "treaties" and _to_be_signed(chart, figure):
            continue
        if ends[1] is None and figure.indicator not in OWN and _with_many(chart, figure):
            continue
        if figure.indicator in TRADE:
            discourse.money.put_trade([one for one in (*ends[:2], *ends[2].ids) if one], discourse.sentence)
        change = change_of(chart, figure.number, [one.number for one in figures], taken)
        yield since_begun(chart, _draft(chart, discourse, figure, ends, change), figure.number)


def _with_many(chart: Chart, figure: Figure) -> bool:
    """Whether things are counted that one has with many: "12 free trade agreements with | 46 countries"."""
    _, end = chart.clause(figure.number.start)
    others = [one for one in chart.kind("quantity") if figure.number.end < one.start < end]
    states = chart.cues("indicator.relations-count", "office", "post")
    named = [one for one in chart.parties if one.role == "with"]
    many = (one for one in others if one.quantity and one.quantity.unit == "count" and not one.quantity.ordinal)
    return not named and any(0 <= cue.start - one.end <= _MANY_REACH for one in many for cue in states)


def _to_be_signed(chart: Chart, figure: Figure) -> bool:
    """Whether the texts counted are only to be signed: "ten documents are expected to be signed"."""
    low, high = chart.clause(figure.number.start)
    verb = chart.nearest(figure.number, chart.cues("verb.sign"))
    talked = chart.within(chart.cues("verb.negotiate", "fact.pending", "fact.talked"), low, high)
    unsigned = bool(talked) and not chart.within(chart.cues("verb.sign", "verb.force"), low, high)
    return unsigned or (verb is not None and modality_of(chart, verb) == "planned")


def _is_unit(figure: Figure) -> bool:
    """Whether a distance is told by its unit alone, so that it may be the length of anything."""
    return figure.number.start <= figure.cue.start and figure.cue.end <= figure.number.end


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


def _of_region(chart: Chart, discourse: Discourse, ends: tuple[str | None, str | None, Found]) -> bool:
    """Whether a figure is a whole region's, told of here or right before, one of the two not being named here."""
    told = chart.has("noun.region") or discourse.sentence - discourse.region_at <= 1
    named = {one for who in (*chart.parties, *chart.actors) if not who.deictic for one in who.ids}
    cities = {one.country for one in chart.kind("city")}
    both = chart.has("deixis.pair")
    return told and not both and not {one for one in (*ends[:2], *ends[2].ids) if one} <= named | cities


def _in_no_state(figure: Figure, ends: tuple[str | None, str | None, Found]) -> bool:
    """Whether people are said to live or learn in an organization: "according to UN estimates 3,300 people …"."""
    registry = load_registry()
    people = figure.indicator in ("diaspora", "students")
    return people and any(one is not None and one not in registry for one in ends[:2])


def _talks(chart: Chart, discourse: Discourse, figure: Figure, ends: tuple[str | None, str | None, Found]) -> bool:
    """Whether the meetings counted are somebody's with anybody: "he has held 25 meetings in New York"."""
    named = {one for who in chart.parties for one in who.ids}
    told = set(ends[2].ids) <= named or chart.has("body", "deixis.pair", "noun.sitting") or discourse.row is not None
    return figure.indicator == "meetings" and bool(chart.actors) and not told


def _reversed(chart: Chart, figure: Figure) -> bool:
    """Whether the number goes "in the other direction" than the one before it."""
    if "deixis.reverse" in figure.cue.classes:
        return True
    low, high = segment(chart, figure.number)
    stretch = (low, high) if chart.pack.order != "sov" else (figure.number.start, len(chart.text))
    cues = chart.cues("deixis.reverse")
    right_before = [one for one in cues if 0 <= figure.number.start - one.end <= _REVERSE_REACH]
    led = any(not has_any(chart.between(one, figure.number), COMMAS) for one in right_before)
    return led or _of_other_seller(chart, figure) or bool(chart.within(cues, *stretch))


def _of_other_seller(chart: Chart, figure: Figure) -> bool:
    """Whether an adjective alone says it is the other's: «словенський експорт — 24,1 млн, | грузинський — 3,2 млн»."""
    sellers = [one for one in chart.parties if one.form == "adjective"]
    own = [one for one in sellers if one.distance(figure.cue) <= 1]
    right = [one for one in sellers if 0 <= figure.number.start - one.end <= _BESIDE and one.start > figure.cue.end]
    return bool(own and right) and own[0].ids != right[-1].ids


def _goes_on(chart: Chart, figure: Figure) -> bool:
    """Whether a purchase or sale is told in a clause that names nobody: "exports to A were 5 m, imports 7 m"."""
    start, end = chart.clause(figure.number.start)
    return (
        start > 0
        and figure.indicator in ("exports", "imports")
        and start <= figure.cue.start
        and not chart.within([*chart.parties, *chart.actors, *chart.kind("city")], start, end)
    )


def _own_stretch(chart: Chart, number: Mention, near: list[Mention]) -> list[Mention]:
    """The parties between the last figure and this one, where verbs come last and each figure ends what is its own.

    "A'nın B'ye ihracatı 361 milyon dolara yükselmiş, B'den ithalatı …": the exports' stretch ends at 361 million. Where
    the figures lead, each stretch goes on to the next: "1,4 milyarını | A'nın satışları |, 0,5 milyarını …".
    """
    if chart.pack.order != "sov":
        return near
    figures = [one for one in chart.kind("quantity") if one.quantity is not None and one.quantity.unit != "percent"]
    low = max((one.end for one in figures if one.end <= number.start), default=0)
    own = [one for one in near if low <= one.start < number.end]
    owners = [one for one in near if one.role == "of"]
    if len(figures) > 1 and len(owners) > 1 and figures[0].start < min(one.start for one in near):
        high = min((one.start for one in figures if one.start >= number.end), default=len(chart.text))
        return [one for one in owners if number.end <= one.start < high] or near
    own += [one for one in near if one.form in ("adjective", "demonym") and 0 <= one.start - number.end <= 1]
    return own if any(one.role in ("to", "from", "of") for one in own) else near


def _draft(
    chart: Chart,
    discourse: Discourse,
    figure: Figure,
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
            unit=(currency_before(chart, hit, discourse) or hit.unit) if figure.indicator in MONEY else hit.unit,
            change=change,
        ),
        rule=f"quantity.{figure.indicator}",
        dated=aimed_at(date_figure(chart, discourse, figure), modality),
        modality=modality,
        context=parties.context,
    )


def _ends(
    chart: Chart, discourse: Discourse, figure: Figure, mutual: tuple[str, ...]
) -> tuple[str | None, str | None, Found] | None:
    """Who to whom: (from, to, context) for a directed figure, the pair for a mutual one; None where not known.

    ``mutual``: the two of the turnover that the sentence gave before: "60 million, of which 45 million Qatari exports".
    """
    if figure.indicator == "member-count":
        body = _body_of(chart, figure)
        return (body.ids[0], None, Found()) if body is not None else None
    if figure.indicator in OWN:
        listed = announced(chart)
        subject = owner_of_list(chart, discourse, listed) if listed else subject_of(chart, discourse, figure.cue)
        one = subject.ids[:1] or (discourse.topic.ids[:1] if discourse.topic else ())
        return (one[0], None, Found(context=subject.context)) if one else None
    if figure.indicator in _DIRECTED:
        return _directed(chart, discourse, figure, mutual)
    pairs = pair_of(chart, discourse, figure.cue)
    pairs = pairs if any(len(one.ids) == 2 for one in pairs) else flown_between(chart, figure)
    return (None, None, pairs[0]) if len(pairs) == 1 and len(pairs[0].ids) == 2 else None


def _body_of(chart: Chart, figure: Figure) -> Mention | None:
    """The organization whose members are counted: before the number, or behind "one of the 21 members of".

    Refuses a part of them: "| 11 EU member states | had an embassy".
    """
    start, end = chart.clause(figure.number.start)
    bodies = [one for one in chart.within(chart.kind("organization"), start, end) if len(one.ids) == 1]
    before = [one for one in bodies if one.end <= figure.number.start]
    behind = [one for one in bodies if 0 <= one.start - figure.cue.end <= _BODY_REACH]
    if behind:
        return behind[0] if chart.within(chart.cues("fact.among"), start, figure.number.end) else None
    return before[-1] if before else None


def _directed(
    chart: Chart, discourse: Discourse, figure: Figure, mutual: tuple[str, ...]
) -> tuple[str | None, str | None, Found] | None:
    start, end = chart.clause(figure.number.start)
    bodies = [one for one in chart.kind("organization") if one.role in ("to", "from") and len(one.ids) == 1]
    near = [one for one in (*chart.parties, *bodies) if len(one.ids) == 1 and start <= one.start < end]
    if own_direction(chart, figure.number):
        low, high = segment(chart, figure.number)
        near = [one for one in chart.within(chart.parties, low, high) if len(one.ids) == 1]
    near = _own_stretch(chart, figure.number, near) or [one for one in chart.parties if len(one.ids) == 1]
    near = nearest_first(chart, figure.cue, figure.number, near)
    bought = figure.indicator == "imports"
    owning = ("of", "by") if bought else ("of", "from", "by")
    sources = [one for one in near if one.role in owning or one.form in ("adjective", "demonym")]
    sources = sources or [one for one in near if one.role == ""]
    targets = [one for one in near if one.role in (("from",) if bought else ("to", "in", "object"))]
    targets = targets or [one for one in near if one.role in ("to", "in", "object")]
    ours = [one for one in near if one.deictic and figure.cue.start <= one.start < figure.cue.end]
    if ours:  # "nos importations en provenance de l'Inde"
        sources, targets = ours, [one for one in near if one.role in ("from", "of", "to", "in", "object")]
    buyers = [one for one in near if one.role in ("", "by")] if "verb.import" in figure.cue.classes else []
    if buyers:
        sources, targets = buyers, [one for one in near if one.role in ("from", "of")] or targets
    goals = [one for one in near if one.role == "to" and 0 <= one.start - figure.cue.end <= _GOAL] if bought else []
    if goals and not any(one.role in ("of", "by") or one.form == "adjective" for one in sources):
        sources, targets = goals, [one for one in near if one.role == "from"]  # "Importe | nach Deutschland |: 5 Mrd."
    given = given_first(chart, figure, near) or (given_to(chart, figure, near) if not targets else None)
    sources, targets = given or (sources, targets)
    sender = sources[0] if sources else None
    investor = next(iter(chart.cues("noun.investor")), None)
    if figure.indicator == "investment" and investor is not None:
        target = owner_of(chart, investor) or _invested_in(chart, investor)
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
        if "deixis.we" in figure.cue.classes and not discourse.home_shown:
            return None  # "nos exportations": whose page it is, nobody says
        home = discourse.home if discourse.home_shown and discourse.home in pair.ids else pair.ids[0]
        away = next(one for one in pair.ids if one != home)
        return home, away, Found(context=pair.context())
    known = ids[0] or ids[1]
    assert known is not None
    if (ids[0] is None or ids[1] is None) and known in mutual:
        rest = next(one for one in mutual if one != known)
        ids = (ids[0] or rest, ids[1] or rest)
    if ids[0] is None or ids[1] is None:
        other = _other_of(chart, discourse, figure, ids)
        if other is None:
            return None
        selectors = (*selectors, *other.context())
        ids = (ids[0] or other.ids[0], ids[1] or other.ids[0])
    return ids[0], ids[1], Found(context=selectors)


def _other_of(chart: Chart, discourse: Discourse, figure: Figure, ends: tuple[str | None, str | None]) -> Spoken | None:
    """The other end of a figure: the only other party named, else the other of the two spoken of."""
    known = ends[0] or ends[1] or ""
    named = found(one for one in chart.parties if len(one.ids) == 1).ids
    apart = tuple(one for one in named if one != known)
    if len(named) == 2 and len(apart) == 1 and chart.pack.order != "vso":  # there the owner stands behind
        return Spoken(ids=apart)
    return None if partner_unsaid(chart, discourse, figure, ends) else discourse.other_than(known)


def _invested_in(chart: Chart, investor: Mention) -> Mention | None:
    """The country right behind an investor where he invests: "le deuxième investisseur européen | au Vietnam"."""
    lands = [one for one in chart.parties if one.role == "in" and len(one.ids) == 1 and one.form != "adjective"]
    return next((one for one in lands if 0 < one.start - investor.end <= _INVESTED), None)
