"""Dates that are not an anchor's: those of a bracket, a quotation, a participle, a text's name, a comparison."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from comity.claims.days.begun import only_begins
from comity.claims.days.counted_dates import after_what, behind_after, counted_from, of_a_sum
from comity.claims.days.happenings import EVENTS, events
from comity.claims.days.late_dates import of_a_later_deed
from comity.claims.days.late_verbs import of_telling
from comity.claims.days.said_dates import before_plan, before_that, of_saying, said_at_last, said_of_plan, said_then
from comity.claims.days.stretch import stretch
from comity.claims.days.text_span import names_its_text, of_its_span
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import CLAUSE_COMMAS, COMMAS, SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.verbal_nouns import is_verbal_noun
from comity.claims.sentences.walls import over_between
from comity.claims.sentences.words import left_words

__all__ = ["EVENTS", "events", "led_off", "of_next", "set_aside"]

_BESIDE = 3
_TIES = frozenset({"verb.establish", "verb.restore"})
_RIGHT_AT = 2
_DASH = re.compile(r"(?<=\s)[–—](?=\s)")
_DASHED = 160
_BARE_ASIDE = 12
_NAME_LENGTH = 40
_PARTICIPLE_REACH = 40
_LED = 2
_COPULA = 8  # "que | estaba | prevista"
_SHORT_WORD = 6


def _of_phrase(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a date stands in a participle's phrase between commas: «признана A, | объявившей о ней в 2008, | и B».

    «Договор, | заключённый в 1956 году, | утратил силу»: the date is that of the participle, where it tells a deed.
    """
    if not chart.pack.participles or not chart.pack.cases or chart.pack.inverts or chart.pack.order != "svo":
        return False
    low, high = stretch(chart, one.start)
    deeds = [cue for cue in chart.within(events(chart), low, one.start) if cue.start - low <= _SHORT_WORD]
    told = any(chart.text[cue.start : cue.end].lower().endswith(chart.pack.participles) for cue in deeds)
    if "verb.recognise" not in anchor.classes:
        return told and low > 0 and chart.text[low - 1] in CLAUSE_COMMAS and not low <= anchor.start < high
    words = chart.text[low : one.start].split()[:_LED]
    led = any(word.lower().endswith(chart.pack.participles) and len(word) > _SHORT_WORD for word in words)
    return led and low > 0 and not low <= anchor.start < high and high < len(chart.text) - 1


def set_aside(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether the date stands in a bracket that says more than a date, and the anchor does not; or is but compared."""
    inner, own = chart.attribute(one.end - 1), chart.attribute(anchor.start)
    if inner != own and not (inner is not None and 0 <= anchor.start - inner[1] <= _PARTICIPLE_REACH):
        return True
    if of_telling(chart, one, anchor):
        return True
    if one.start in chart.contrasted.values() or _of_which(chart, one, anchor) or counted_from(chart, one):
        return True
    if behind_after(chart, one, anchor) or of_a_sum(chart, one, anchor):
        return True
    late = "fact.plan" in anchor.classes and has_any(chart.text[anchor.end : one.start], SEMICOLONS)
    if late or _before_what(chart, one, anchor) or said_at_last(chart, one, anchor):
        return True
    denied = chart.pack.order == "svo" and chart.pack.spaced and chart.near_cue(one, "fact.not", 1)
    if denied and any(other.start > one.end for other in chart.dates):
        return True  # «не | 3 марта, а 7 июля»
    if (
        of_saying(chart, one, anchor)
        or before_that(chart, one, anchor)
        or before_plan(chart, one, anchor)
        or _behind_semicolon(chart, one, anchor)
        or _in_bracket_before(chart, one, anchor)
        or of_its_span(chart, one)
        or said_then(chart, one, anchor)
        or of_a_later_deed(chart, one, anchor)
    ):
        return True
    if _spans(chart, one, anchor) or after_what(chart, one) or _of_phrase(chart, one, anchor):
        return True
    counted = one.date is not None and one.date.kind == "anniversary"
    if said_of_plan(chart, one, anchor) or _before_journey(chart, one, anchor) or only_begins(chart, one, anchor):
        return True
    if _quoted(chart, one) and not _quoted(chart, anchor) and len(chart.dates) > 1:
        return True
    if names_its_text(chart, one, anchor) or (counted and "verb.recognise" not in anchor.classes):
        return True
    if not chart.pack.spaced and one.start > anchor.end and has_any(chart.text[anchor.end : one.start], SEMICOLONS):
        return True
    if _in_dashes(chart, one, anchor) or _leads_next(chart, one, anchor) or led_off(chart, one, anchor):
        return True
    aside = chart.aside(one.start)
    if aside is not None and aside != chart.aside(anchor.start) and len(chart.dates) > 1 and _over_years(one):
        return True
    if aside is None or aside == chart.aside(anchor.start):
        return chart.compared(one) or _said_on(chart, one, anchor)
    if chart.within(events(chart), *aside) and len(chart.dates) > 1:
        return True  # "(in force since 1 May 2002)" tells of something of its own
    return aside[1] - aside[0] - (one.end - one.start) > _BARE_ASIDE


def _said_on(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a date is another statement's, or that on which it was said: "gideceğini | 3 Mart'ta | söyledi".

    Refuses "(a plan) was said, | in 2019 he left".
    """
    late = chart.pack.order == "sov"
    if late and anchor.end <= one.start and over_between(chart, anchor.end, one.start):
        return True
    if late and "verb.hold" in anchor.classes and chart.clause(one.start)[0] == anchor.end + 1:
        return True  # "ikisi de üye: | A 1999'da, B 2015'te girdi"
    if "fact.said" in anchor.classes or (len(chart.dates) < 2 and not late):
        return False
    beside = [cue for cue in chart.cues("fact.said") if 0 <= one.start - cue.end <= _RIGHT_AT]
    if len(chart.dates) > 1 and any(not has_any(chart.between(cue, one), COMMAS) for cue in beside):
        return True
    word = chart.text[anchor.start : anchor.end].lower()
    noun = bool(chart.pack.nominals) and word.endswith(chart.pack.nominals) and anchor.end <= one.start
    return noun and any(0 <= cue.start - one.end <= _PARTICIPLE_REACH for cue in chart.cues("fact.said"))


def _leads_next(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a date between a comma with a joiner and a comma leads what is told next: "…, et | en 2007 |, elles …".

    Only of what is told before it, with a date of its own before.
    """
    if (
        chart.pack.order != "svo"
        or not chart.pack.spaced
        or one.start < anchor.end
        or chart.text[one.end : one.end + 1] != ","
    ):
        return False
    joiner = next(iter(left_words(chart.text, one.start, 1)), None)
    if joiner is None or joiner[1].lower() not in chart.pack.joiners:
        return False
    parted = has_any(chart.text[: joiner[0]].rstrip()[-1:] or ".", CLAUSE_COMMAS)
    start, end = chart.clause(anchor.start)
    return parted and any(start <= other.start < one.start for other in chart.dates) and one.start < end


def led_off(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a date right behind a colon leads a deed of its own: "en 1991: | el 6 de mayo | reconocimos".

    Only of what is told before the colon, with a date of its own there.
    """
    gap = chart.text[anchor.end : one.start]
    if chart.pack.order != "svo" or not chart.pack.spaced or not gap.rstrip().endswith(":"):
        return False
    start, _ = chart.clause(anchor.start)
    behind = chart.within(events(chart), one.end, one.end + _PARTICIPLE_REACH)
    told = [cue for cue in behind if not has_any(chart.between(one, cue), CLAUSE_COMMAS + SEMICOLONS)]
    own = any(start <= day.start < one.start for day in chart.dates)
    return own and any(not is_verbal_noun(chart, cue) for cue in told)


def _in_dashes(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a date stands between two dashes with more than itself: "Cuba – as he called it in | 2001 – established".

    Another date is there for the anchor, which stands outside them.
    """
    if len(chart.dates) == 1 or not chart.pack.spaced:
        return False
    dashes = [found.start() for found in _DASH.finditer(chart.text)]
    for low, high in pairwise(dashes):
        inside = low < one.start < high and not low < anchor.start < high
        if inside and high - low <= _DASHED and high - low - (one.end - one.start) > _BARE_ASIDE + 4:
            return any(not low < other.start < high for other in chart.dates)
    return False


def _in_bracket_before(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a day stands in a bracket, a semicolon before the deed: "Syria (29 May 2018); A and B | withdrew"."""
    aside = chart.aside(one.start) if one.end <= anchor.start else None
    parted = aside is not None and has_any(chart.text[aside[1] : anchor.start], SEMICOLONS)
    return parted and aside is not None and bool(chart.within(chart.parties, aside[1], anchor.start))


def _behind_semicolon(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a date stands in a part of the sentence, behind a semicolon, that tells something of its own."""
    if not chart.pack.spaced or one.start < anchor.end or not has_any(chart.text[anchor.end : one.start], SEMICOLONS):
        return False
    low, high = chart.clause(one.start)
    low = max(low, max(chart.text.rfind(mark, 0, one.start) for mark in SEMICOLONS) + 1)
    return bool(chart.within(chart.cues("verb.hold", "verb.have", *EVENTS), low, max(high, one.end)))


def _spans(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a time of years is no day of what happened, another date being there: "after its fall in | 1838-1840"."""
    if not _over_years(one) or not anchor.classes & set(EVENTS) or one.date is None or one.date.kind == "since":
        return False
    start, end = chart.clause(anchor.start)
    points = [day for day in chart.within(chart.dates, start, end) if day.date and not day.date.when.interval]
    late = chart.pack.order == "sov" and "verb.appoint" in anchor.classes
    behind = [day for day in points if late or day.start > anchor.start]
    return start <= one.start < end and bool(behind) and one.start < anchor.start


def _before_what(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a date is that of something later: "was a member of the group | prior to | its dissolution in 2011"."""
    marks = [cue for cue in chart.cues("mark.ere") if anchor.end <= cue.start < one.start]
    gap = chart.text[marks[-1].end : one.start] if marks else ""
    return bool(gap.split()) and not has_any(gap, CLAUSE_COMMAS + SEMICOLONS) and len(gap.split()) <= _SHORT_WORD


def _before_journey(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a date is that of what came after a journey: "returned home | on Sunday | after state visits to A"."""
    if "noun.visit" not in anchor.classes or one.end > anchor.start or chart.pack.order == "sov":
        return False
    marks = [cue for cue in chart.cues("mark.before_verb") if one.end <= cue.start < anchor.start]
    return bool(marks) and len(chart.text[marks[-1].end : anchor.start].split()) <= _LED


def _of_which(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether the date is told in a relative clause with a verb of its own: "left EFTA, which it joined in | 1960"."""
    low, high = stretch(chart, one.start)
    if low <= anchor.start < high and anchor.end <= one.start and _told_of_it(chart, one, anchor):
        return True
    if low <= anchor.start < high or anchor.start > one.start:
        return False
    which = chart.within(chart.cues("mark.relative"), low, one.start)
    who = chart.within(chart.cues("mark.who"), max(low, anchor.end), one.start)
    who += [cue for cue in which if cue.start >= anchor.end and chart.text[: cue.start].rstrip().endswith(",")]
    if any(goes_on_of(chart, verb, anchor) for verb in chart.within(chart.cues("verb", "fact.plan"), low, one.start)):
        return False
    return bool(who) or (bool(which) and bool(chart.within(events(chart), which[0].start, high)))


def goes_on_of(chart: Chart, verb: Mention, anchor: Mention) -> bool:
    """Whether "which" only goes on to tell when a visit came about: "la visita, que | tuvo lugar | el 4 de mayo"."""
    if "noun.visit" not in anchor.classes or not verb.classes & {"verb.convene", "fact.plan"}:
        return False
    whiches = [cue for cue in chart.cues("mark.relative", "mark.who") if anchor.end <= cue.start]
    return any(0 <= verb.start - cue.end <= _COPULA for cue in whiches)


def _told_of_it(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether "which" with a verb stands between, another date before: "in 1981 a loan | which was … in 1989"."""
    whiches = [cue for cue in chart.cues("mark.relative") if anchor.end <= cue.start < one.start]
    before = any(other.end <= anchor.start for other in chart.dates)
    tied = whiches and chart.within(chart.cues("verb"), whiches[-1].end, one.start)
    return bool(tied) and before and chart.pack.order == "svo" and chart.pack.spaced and not chart.pack.cases


def _over_years(one: Mention) -> bool:
    """Whether a date runs from one year to another: "the Korean War (1951-1954)"."""
    return one.date is not None and one.date.when.over_years


def _quoted(chart: Chart, one: Mention) -> bool:
    """Whether a mention stands in quotation marks of two shapes, as part of a name: « Astana 2017 »."""
    before, after = chart.text[: one.start], chart.text[one.end :]
    for left, right in ("«»", "“”", "「」", "《》"):
        opened = before.rfind(left)
        if opened > before.rfind(right) and one.start - opened <= _NAME_LENGTH and right in after[:_NAME_LENGTH]:
            return True
    return False


def of_next(chart: Chart, one: Mention, anchor: Mention, verbs: Sequence[Mention]) -> bool:
    """Whether a date is another verb's: "recognised A, and | in 1930 | they signed", "A, founded in 1923".

    The comma stands right before the date, a joiner at most between, its verb behind; or right before a verb that the
    date follows at once.
    """
    comma = max(map(chart.text[: one.start].rfind, CLAUSE_COMMAS))
    if chart.pack.order != "svo" or not chart.pack.spaced or comma < anchor.end:
        return False
    others = [verb for verb in verbs if verb.start != anchor.start and verb.classes.isdisjoint(anchor.classes)]
    led = chart.text[comma + 1 : one.start].strip().lower()
    if any(verb.start == comma + 2 and 0 <= one.start - verb.end <= 1 for verb in others):
        return not (chart.pack.cases or has_any(chart.text[anchor.end : comma], CLAUSE_COMMAS))
    behind = [verb for verb in others if verb.start >= one.end]
    return (
        led in chart.pack.joiners and bool(behind) and not has_any(chart.text[one.end : behind[0].start], CLAUSE_COMMAS)
    )


def of_joined(chart: Chart, one: Mention, anchor: Mention, verbs: Sequence[Mention]) -> bool:
    """Whether a date behind a verb that closes is that of the next joined to it: "ausgesetzt und | 1967 | erneuert"."""
    if not chart.pack.closes or one.start < anchor.end or not chart.text[anchor.start].islower():
        return False
    words = chart.text[anchor.end : one.start].lower().split()
    joined = bool(words) and words[0] in chart.pack.joiners and words[0].isalpha()
    small = chart.pack.light | chart.pack.skip | set(chart.pack.before)
    led = joined and all(word in small for word in words[1:])
    behind = [verb for verb in verbs if verb.start >= one.end]
    return led and bool(behind) and not has_any(chart.text[one.end : behind[0].start], CLAUSE_COMMAS)


def leads_on(chart: Chart, verb: Mention, anchor: Mention) -> bool:
    """Whether a verb only leads on to the anchor in its clause and shares its date: "Кореяға барып, … кездесті"."""
    start, _ = chart.clause(anchor.start)
    converb = chart.text[verb.start : verb.end].lower().endswith(chart.pack.converbs)
    return bool(chart.pack.converbs) and converb and start <= verb.start < anchor.start


def of_same_deed(chart: Chart, verb: Mention, anchor: Mention, day: Mention) -> bool:
    """Whether a verb tells no other deed than the anchor: it stands right beside it, or only closes what it tells.

    "сенім грамотасын | 11 қыркүйекте | тапсырды".
    """
    if verb.distance(anchor) <= _BESIDE:
        return True
    agreed = any(one.start == verb.start for one in chart.cues("mark.done")) and chart.pack.inverts
    if agreed and anchor.classes & _TIES and chart.clause(verb.start) == chart.clause(anchor.start):
        return True  # "am 15. Januar | vereinbarten | beide durch Notenwechsel diplomatische Beziehungen"
    named = "verb.credentials" in anchor.classes and chart.pack.order == "sov"
    if not named or not anchor.end <= day.start < verb.start:
        return False
    between = [one for one in events(chart) if anchor.end <= one.start < verb.start]
    return not between and chart.clause(verb.start) == chart.clause(anchor.start)
