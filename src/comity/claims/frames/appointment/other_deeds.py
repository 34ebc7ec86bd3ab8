"""Days of deeds that no claim is about: "was appointed consul, and arrived | on December 7"."""

from __future__ import annotations

from comity.claims.clauses.relative import leads
from comity.claims.context.theme import labels_in
from comity.claims.frames.times.attach import dated
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated
from comity.claims.sentences.mention import Mention
from comity.model.passage import PassageKind

_DASHES = ("–", "—")


def of_another_deed(chart: Chart, verb: Mention, own: Dated) -> bool:
    """Whether a verb that tells something else stands behind a joiner between a deed and its supposed day."""
    if chart.pack.order != "svo" or not chart.pack.spaced or not chart.pack.finals:
        return False
    day = next((one for one in chart.dates if one.date is not None and one.date.when == own.when), None)
    if day is None or day.start < verb.end:
        return False
    words = chart.text[verb.end : day.start].lower().replace(",", " ").split()
    joined = (words[at + 1] for at, word in enumerate(words[:-1]) if word in chart.pack.joiners)
    known = {chart.text[one.start : one.end].lower().split()[0] for one in chart.cues("verb")}
    others = (one for one in joined if one not in known)
    return any(one in chart.pack.finals or one.endswith(chart.pack.final_endings) for one in others)


def own_day(chart: Chart, one: Mention, verb: Mention | None, event: str) -> Dated | None:
    """The day that a dash alone parts from an envoy: «… вручил 30 июня, а посол Y | — 12 октября».

    Also that behind a semicolon, the verb before it being another's: "…; Meir, Israel's minister, hers | on the 9th".
    """
    if event == "holds" or chart.pack.order != "svo":
        return None
    day = next((date for date in chart.dates if date.start >= one.end), None)
    if day is None:
        return None
    apart = verb is not None and verb.end <= one.start and ";" in chart.text[verb.end : one.start]
    dashed = chart.text[one.end : day.start].strip() in _DASHES
    return dated(day) if dashed or (apart and leads(chart.pack)) else None


def in_a_list_of(chart: Chart, label: str) -> bool:
    """Whether a line is an item under a sentence that tells the deed of all: "Sont nommés : – Ambassadeur à Rome : A".

    Refuses a list that a heading leads, and one under a sentence that no colon closes.
    """
    lead = chart.sentence.passage.lead if chart.sentence.passage.kind == PassageKind.ITEM else None
    told = lead is not None and lead.quote.rstrip(" *_").endswith((":", "："))
    return told and lead is not None and label in labels_in(lead.quote, chart.pack.code)
