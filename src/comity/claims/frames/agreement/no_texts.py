"""Words for texts that stand for none in particular: named in passing, counted, private, vague."""

from __future__ import annotations

from comity.claims.frames.agreement.text_days import none_in_particular
from comity.claims.frames.agreement.unsigned import led_by_number, of_that_one, only_released
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.claims.titles.reach import quotation_at, title_at

_FEW_WORDS = 3

_COUNT_REACH = 30

_PART = 12


def is_no_text(chart: Chart, head: Mention, place: tuple[int, int], verb: Mention) -> bool:
    """Whether a word for texts stands for none in particular: one in passing, counted, private, vague, told before."""
    title = chart.text[slice(*place)].strip()
    return (
        of_that_one(chart, head, verb)
        or only_released(chart, head, verb, title)
        or _in_passing(chart, head, verb)
        or _counted(chart, head, title)
        or led_by_number(chart, place)
        or _private(chart, head, title)
        or none_in_particular(chart, place)
        or _vague(chart, head, title)
    )


def _vague(chart: Chart, head: Mention, title: str) -> bool:
    """Whether texts are told of in the plural and by no name, where a name's words stand first: "ticari anlaşmaların".

    Refuses to call a title in capitals so.
    """
    if chart.pack.inverts and title == chart.text[head.start : head.end]:  # "deren | Verträge | fort, darunter das …"
        return any(0 <= one.start - head.end <= _PART for one in chart.cues("mark.part"))
    several = chart.is_plural(head)
    return chart.pack.order == "sov" and several and (title == title.lower() or " " not in title)


def _in_passing(chart: Chart, head: Mention, verb: Mention) -> bool:
    """Whether a text is only named in a bracket that the verb is not in: "the accord (for an FTA) was signed"."""
    aside = chart.aside(head.start)
    return aside is not None and chart.aside(verb.start) != aside and not chart.within(chart.dates, *aside)


def _private(chart: Chart, head: Mention, title: str) -> bool:
    """Whether a bare word for a deal stands among states that only own or describe others: "the Kenyan coach"."""
    said = [one for one in chart.parties if not (one.form == "adjective" or one.role == "of")]
    return "agreement.other" in head.classes and " " not in title and not said and bool(chart.parties)


def _counted(chart: Chart, head: Mention, title: str) -> bool:
    """Whether the texts are but counted, none named: "more than sixty agreements"."""
    if not chart.pack.spaced and quotation_at(chart.text, head) is not None:
        return False
    if _are_several(chart, head):
        return True
    numbers = [one for one in chart.kind("quantity") if one.quantity and one.quantity.unit == "count"]
    start, _ = title_at(chart, head)
    numbers = [one for one in numbers if chart.text[one.end : one.end + 1] != "-"]  # "a four-point agreement"
    if any(start <= one.start < head.start and not one.quantity.ordinal for one in numbers if one.quantity):
        return True  # "over | 39 | protocol agreements"
    if any(
        chart.pack.glued_joiners and one.end + 1 == head.start and not one.quantity.ordinal
        for one in numbers
        if one.quantity
    ):
        return True  # «تسع | اتفاقيات»: no capitals would tell a name from a plural
    if title != title.lower() or len(title.split()) > _FEW_WORDS:
        return False
    return any(
        0 <= head.start - one.end <= _COUNT_REACH
        for one in chart.kind("quantity")
        if one.quantity is not None and one.quantity.unit == "count" and not one.quantity.ordinal
    )


def _are_several(chart: Chart, head: Mention) -> bool:
    """Whether "a number of" stands right before a text, or before one that it is joined to: «عدد من | الاتفاقيات»."""
    glued = max((len(one) for one in chart.pack.proclitics), default=0)
    before = [one for one in chart.cues("noun.several", "agreement") if one.end <= head.start]
    if not before or head.start - before[-1].end > 1 + glued:
        return False
    listed = glued and before[-1] is not head and "agreement" in {one.partition(".")[0] for one in before[-1].classes}
    return "noun.several" in before[-1].classes or bool(listed and _are_several(chart, before[-1]))
