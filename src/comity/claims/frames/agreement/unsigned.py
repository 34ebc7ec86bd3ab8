"""Texts that a sentence names and nobody of it signed: press releases, counted ones, what came before."""

from __future__ import annotations

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import CLAUSE_COMMAS, has_any
from comity.claims.sentences.mention import Mention

_OBJECT = 24
_SUBJECT = 12
_AFTER = 24


def only_released(chart: Chart, head: Mention, verb: Mention, title: str) -> bool:
    """Whether a bare "communiqué" is but where something is told: "signed a treaty, | says a communiqué".

    Refuses one that is itself what is signed.
    """
    if "agreement.communique" not in head.classes or " " in title or not chart.pack.spaced:
        return False
    gap = chart.between(head, verb)
    beside = head.start - verb.end <= _OBJECT if head.start >= verb.end else verb.start - head.end <= _SUBJECT
    return not beside or has_any(gap, CLAUSE_COMMAS)


def led_by_number(chart: Chart, span: tuple[int, int]) -> bool:
    """Whether a title begins with how many texts there are: "| huit | protocoles d'accord dans les domaines …"."""
    counts = (one for one in chart.kind("quantity") if one.quantity is not None and not one.quantity.ordinal)
    return any(
        one.start == span[0] and one.end < span[1] and one.quantity is not None and (one.quantity.value or 0) > 1
        for one in counts
    )


def signed_before(chart: Chart, verb: Mention) -> bool:
    """Whether a signing only says when something else was, of a text whose parties are not told with it.

    "A established relations with B after the | signing | of the Paris Accord": whose text it is, nobody says.
    """
    marks = [one for one in chart.cues("mark.before_verb") if 0 <= verb.start - one.end <= _SUBJECT]
    noun = chart.text[verb.end :].lstrip()[:_AFTER]
    behind = any(noun.lower().startswith(one + " ") for one in chart.pack.before if chart.pack.before[one] == "of")
    last = chart.text[verb.start : verb.end].lower().split()[-1:]
    of = bool(last) and chart.pack.before.get(last[0]) == "of"
    return (
        bool(marks)
        and (behind or of)
        and chart.pack.order == "svo"
        and chart.pack.spaced
        and not chart.has("deixis.pair")
    )


def of_that_one(chart: Chart, head: Mention, verb: Mention) -> bool:
    """Whether a verb is said of another text than the one before it: "le traité inspira | celui que | le Chili signa".

    A word for another of the kind stands between, with a "which" right behind it.
    """
    if head.start > verb.start or chart.pack.order != "svo":
        return False
    others = chart.within(chart.cues("deixis.that"), head.end, verb.start)
    which = chart.within(chart.cues("mark.relative"), head.end, verb.start)
    return any(0 <= cue.start - one.end <= 1 for one in others for cue in which)
