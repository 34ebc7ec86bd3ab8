"""Agreements: a text between parties, signed, ratified, in force, ended or negotiated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from comity.claims.context.discourse import Discourse, Found
from comity.claims.days.date_owners import events
from comity.claims.factuality.aims import only_aimed
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.agreement.named_texts import alone, of_a_bracket, of_a_day, only_placed, parties_of
from comity.claims.frames.agreement.no_texts import is_no_text
from comity.claims.frames.agreement.signers import signers_of
from comity.claims.frames.agreement.text_again import read_again
from comity.claims.frames.agreement.text_days import not_its_own, of_signing, only_signed
from comity.claims.frames.agreement.unsigned import signed_before
from comity.claims.frames.relations.celebrated import counted_back, only_remembered, signing_of
from comity.claims.frames.sides.teller import told_by_us
from comity.claims.frames.times.attach import dated, event_date
from comity.claims.frames.times.by_member import dates_by_member
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.marks import COMMAS, SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.states.institutions import acts_for_itself
from comity.claims.states.places import city_roles
from comity.claims.titles.reach import heads_of, quotation_at, title_at
from comity.model.roles import Agreement

_VERBS = {
    "verb.ratify": "ratified",
    "verb.force": "in-force",
    "verb.terminate": "terminated",
    "verb.negotiate": "negotiated",
    "verb.sign": "signed",
}

_ENDS_ANYTHING, _BEHIND = frozenset({"verb.settle"}), 16
_BESIDE_VERB = 40
_LIST = 2
_PLACED = ("signed", "negotiated")  # what is in force or ended is so everywhere


@dataclass(frozen=True, slots=True, kw_only=True)
class _Deed:
    """What a verb tells of texts: its event, how sure it is, the day an anniversary counts back to, all such verbs."""

    verb: Mention
    event: str
    modality: str
    remembered: Dated | None
    verbs: Sequence[Mention]


def read_agreements(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a sentence in which a text between parties is signed, ratified, takes force, ends, is negotiated.

    "On that occasion, Serbia and Kazakhstan signed a free trade agreement." Refuses a text without known parties.
    """
    if not chart.has("agreement"):
        yield from read_again(chart, discourse)
        return
    titles = [title_at(chart, head) for head in chart.cues("agreement")]
    chart = _beside_titles(chart, titles)
    seen: set[tuple[int, str]] = set()
    for begin, draft in (*of_a_day(chart, discourse), *of_a_bracket(chart, discourse)):
        if (begin, "signed") not in seen:
            seen.add((begin, "signed"))
            yield draft
    for deed in _deeds(chart, titles):
        if told_by_us(chart, discourse, deed.verb):
            continue
        for told in _texts(chart, discourse, deed):
            if (told.place[0], deed.event) not in seen:
                signed = _draft(chart, discourse, deed, told)
                if signed is not None:
                    seen.add((told.place[0], deed.event))
                    yield from _by_each(chart, deed.verb, signed) if deed.event == "ratified" else (signed,)


def _deeds(chart: Chart, titles: Sequence[tuple[int, int]]) -> Iterator[_Deed]:
    """What a sentence's verbs tell of texts; refuses what is denied, undone, only remembered, or not of a state."""
    verbs = chart.cues(*_VERBS)
    remembered = _remembered(chart)
    for verb in verbs:
        event = next(_VERBS[label] for label in _VERBS if label in verb.classes)
        modality = modality_of(chart, verb)
        denied = negated(chart, [verb]) or only_aimed(chart, verb)
        if (modality == "asserted" and denied) or acts_for_itself(chart, verb, titles) or _undone(chart, verb, verbs):
            continue
        if "fact.pending" in verb.classes:  # "wartet noch auf die | Ratifizierung"
            continue
        if event == "signed" and remembered is None and only_remembered(chart, verb):
            continue
        yield _Deed(verb=verb, event=event, modality=modality, remembered=remembered, verbs=verbs)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """A text that a verb tells of: its head, its title's place, whose it is, its own day where the verb is left out."""

    head: Mention
    place: tuple[int, int]
    parties: Found
    day: Dated | None
    gapped: bool


def _texts(chart: Chart, discourse: Discourse, deed: _Deed) -> Iterator[_Text]:
    """The texts that a verb tells of; refuses one only named, counted or placed."""
    verb, event = deed.verb, deed.event
    heads = (
        _bracketed(chart, verb)
        or _told_by(chart, verb)
        or heads_of(chart, verb, "agreement", deed.verbs)
        or _head_before(chart, verb)
    )
    heads = _of_which(chart, verb, only_signed(chart, verb, heads))
    gapped = _gapped(chart, verb, heads) if event == "signed" else {}
    apart = dates_by_member(chart, heads) | gapped
    shared = signers_of(chart, discourse, verb)
    for head in sorted({*heads, *(one for one in chart.cues("agreement") if one.start in gapped)}, key=_place_of):
        place = title_at(chart, head)
        if event in ("signed", "ratified") and alone(chart, head, place):
            continue
        own = parties_of(chart, discourse, head, place[1], verb)
        parties = own if own is not None else shared
        if len(parties.ids) < 2 or _passing(chart, discourse, parties) or only_placed(chart, head, parties):
            continue
        if (own is None and signed_before(chart, verb)) or is_no_text(chart, head, place, verb):
            continue
        day = apart.get(head.start)
        yield _Text(head=head, place=place, parties=parties, day=day, gapped=head.start in gapped)


def _of_which(chart: Chart, verb: Mention, heads: list[Mention]) -> list[Mention]:
    """The texts that a "which" right before a verb takes up: of a list, none told with a day of its own.

    "The agreement of 3 March 1988 and | the convention on double taxation, which entered into force in 2013".
    """
    if verb.classes & _ENDS_ANYTHING:  # "ce traité | mit fin au | différend": only the text right behind
        return [one for one in heads if 0 < one.start - verb.end <= _BEHIND]
    which = any(0 <= verb.start - one.end <= 1 for one in chart.cues("mark.relative"))
    if not which or len(heads) < _LIST:
        return heads
    starts = [one.start for one in heads]
    ends = [*starts[1:], verb.start]
    return [one for one, end in zip(heads, ends, strict=True) if not chart.within(chart.dates, one.end, end)] or heads


def _draft(chart: Chart, discourse: Discourse, deed: _Deed, told: _Text) -> Draft | None:
    """What a verb tells of a text, as a draft; ``None`` where it tells too little."""
    verb, event = deed.verb, deed.event
    day = told.day or (event_date(chart, discourse, verb) if deed.remembered is None else deed.remembered)
    day = Dated() if event == "in-force" and of_signing(chart, verb, day) else day
    day = day if event == "signed" else not_its_own(chart, told.head, told.place, day)
    if event == "signed" and _over_years(day):
        if chart.kind("quantity"):
            return None
        day = Dated()
    if deed.modality == "asserted" and _untold(chart, verb, event, day, told.parties):
        return None
    return Draft(
        roles=Agreement(
            parties=tuple(sorted(told.parties.ids)),
            title=chart.text[slice(*told.place)].strip(),
            event=event,
            kind=told.head.kind_in("agreement"),
            place=_place(chart, verb) if event in _PLACED and not told.gapped else None,
        ),
        rule=f"agreement.{event}",
        dated=day,
        modality=deed.modality,
        context=told.parties.context,
    )


def _place_of(one: Mention) -> int:
    return one.start


def _gapped(chart: Chart, verb: Mention, heads: list[Mention]) -> dict[int, Dated]:
    """The day of each text that goes without a verb of its own, by where it begins: "signed A in 1981, in | 2006 B".

    Its date stands right before it, and no other verb between the two texts.
    """
    out: dict[int, Dated] = {}
    texts = chart.cues("agreement")
    for before, one in pairwise(texts):
        days = chart.within(chart.dates, before.end, one.start)
        told = chart.within(events(chart), before.end, one.start)
        right = bool(days) and not chart.text[days[-1].end : one.start].strip()
        led = (before in heads or before.start in out) and verb.end <= before.start
        if right and led and len(days) == 1 and not told and chart.clause(before.start) == chart.clause(one.start):
            out[one.start] = dated(days[0])
    return out


def _beside_titles(chart: Chart, titles: Sequence[tuple[int, int]]) -> Chart:
    """The sentence without the verbs and doubts that are but words of a text's title: 《…执行计划》 plans nothing."""
    heads = chart.cues("agreement")
    inside = [
        one for one in chart.cues("verb", "fact") if any(low <= one.start and one.end <= high for low, high in titles)
    ]
    if not inside:
        return chart
    bare = {id(one): _only_text(chart, one) if one in heads else None for one in inside}
    mentions = (bare.get(id(one), one) for one in chart.mentions)
    return replace(chart, mentions=tuple(one for one in mentions if one is not None))


def _only_text(chart: Chart, head: Mention) -> Mention:
    """A word for a text that also tells of a plan, or in quotation marks of a deed, as the text alone: 《…议定书》."""
    other = ("fact.", "verb.") if quotation_at(chart.text, head) is not None else ("fact.",)
    return replace(head, classes=frozenset(one for one in head.classes if not one.startswith(other)))


def _undone(chart: Chart, verb: Mention, verbs: Sequence[Mention]) -> bool:
    """Whether a second verb of signing says that it is not yet done: "initialled in 2018, but | not signed"."""
    _, stop = chart.clause(verb.start)
    later = [one for one in verbs if "verb.sign" in one.classes and verb.end < one.start < stop]
    if "verb.sign" in verb.classes and chart.within(chart.cues("fact.pending"), verb.start, stop):
        return True
    first = "verb.sign" in verb.classes
    if first and any(one.start <= verb.start < one.end for one in chart.cues("mark.initialled")):
        return any(not negated(chart, [one]) and not only_aimed(chart, one) for one in later)
    return "verb.sign" in verb.classes and any(negated(chart, [one]) or only_aimed(chart, one) for one in later)


def _untold(chart: Chart, verb: Mention, event: str, day: Dated, parties: Found) -> bool:
    """Whether a sentence tells too little of a text: not when, of two that it does not name; only until when it held.

    "Until 1974 in force" began at another time; talks on what was then signed are told with the signing.
    """
    if event == "in-force" and day.when is not None and day.when.interval and day.when.start is None:
        return True
    if day.when is not None:
        return False
    if event == "negotiated":
        others = chart.within(chart.cues("verb.sign"), *chart.clause(verb.start))
        return any(one is not verb and not negated(chart, [one]) for one in others)
    said = [one for one in (*chart.parties, *chart.actors, *chart.kind("organization")) if not one.deictic]
    return not set(parties.ids) <= {one for who in said for one in who.ids}


def _remembered(chart: Chart) -> Dated | None:
    """The day that an anniversary of a signing counts back to: "today it is 20 years since the treaty was signed"."""
    counted = [one for one in chart.dates if one.date is not None and one.date.kind == "anniversary"]
    told = bool(counted) and signing_of(chart, counted[0]) is not None
    return counted_back(chart, counted[0]) if told else None


def _told_by(chart: Chart, verb: Mention) -> list[Mention]:
    """The text that a participle before it is said of: «Подписанное 18 июня 2001 года в Лиссабоне | Соглашение»."""
    if not chart.text[verb.start : verb.end].lower().endswith(chart.pack.participles):
        return []
    head = next((one for one in chart.cues("agreement") if one.start >= verb.end), None)
    gap = chart.text[verb.end : head.start] if head is not None else ","
    told = head is None or chart.within(chart.cues("verb"), verb.end, head.start)
    return [] if head is None or told or has_any(gap, COMMAS + SEMICOLONS) else [head]


def _by_each(chart: Chart, verb: Mention, draft: Draft) -> Iterator[Draft]:
    """The ratification once for each who did it on a day of its own: "by Armenia in 2003, by Portugal a year later"."""
    _, end = chart.clause(verb.start)
    who = [one for one in chart.within(chart.parties, verb.end, end) if one.role == "by" and not one.deictic]
    days = list(dict.fromkeys(dates_by_member(chart, who).values())) if len(who) > 1 else []
    yield from (replace(draft, dated=day) for day in days) if len(days) > 1 else (draft,)


def _passing(chart: Chart, discourse: Discourse, parties: Found) -> bool:
    """Whether an undated text is but mentioned, of two that only sentences before named: "should it be ratified …".

    Refuses one of that occasion, or of "both countries".
    """
    said = chart.dates or chart.has("deixis.pair", "deixis.occasion", "deixis.same_day") or discourse.row is not None
    named = {one for who in (*chart.parties, *chart.actors) for one in who.ids}
    return not said and not named & set(parties.ids) and not discourse.is_about(parties.ids)


def _over_years(day: Dated) -> bool:
    """Whether a time is a stretch of years: what a text holds for, or when many were signed; no day of signing."""
    return day.when is not None and day.when.over_years


def _bracketed(chart: Chart, verb: Mention) -> list[Mention]:
    """The text that a bracket with the verb stands right behind: "the convention (signed in 1996, in force 1997)"."""
    aside = chart.aside(verb.start)
    if aside is None:
        return []
    return [one for one in chart.cues("agreement") if 0 <= aside[0] - max(one.end, title_at(chart, one)[1]) <= 1][-1:]


def _head_before(chart: Chart, verb: Mention) -> list[Mention]:
    """The text that a second verb is said of: "the treaty was signed in 1992 and entered into force in 1994"."""
    return [one for one in chart.cues("agreement") if one.end <= verb.start][-1:]


def _place(chart: Chart, verb: Mention) -> str | None:
    near = chart.nearest(verb, [one for one in chart.kind("city") if one.role == "in"], limit=150)
    if near is None and chart.pack.order == "vso":  # «وقعت | بمينسك |»
        near = chart.nearest(verb, [one for one in chart.kind("city") if one.role == "object"], limit=_BESIDE_VERB)
    return city_roles(near)[0]
