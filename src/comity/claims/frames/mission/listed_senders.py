"""Whose missions they are where a list behind them tells: "Embassies in Lima include | Peru, Chile and Cuba"."""

from __future__ import annotations

from comity.claims.context.discourse import Found
from comity.claims.frames.sides.of_anchor import found
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_FEWEST = 2
_RIGHT_BEFORE = 6  # "include | the United Kingdom"
_COLONS = (":", "：")


def listed_senders(chart: Chart, noun: Mention) -> Found:
    """The states that a sentence lists behind missions in the plural which nobody is said to own.

    "The following countries have embassies in Lima: A, B and C", "Seven states keep one, among them A and B". Refuses
    a list that does not end the sentence, and missions before which a state is named for itself.
    """
    if chart.pack.order != "svo" or not chart.pack.spaced or not _several(chart, noun):
        return Found()
    states = [one for one in chart.kind("party") if one.form != "adjective" and not one.deictic]
    if any(one.role == "" for one in states if one.end <= noun.start):
        return Found()
    first = next((one for one in states if one.start >= noun.end and one.role in ("", "by")), None)
    if first is None or not _is_announced(chart, noun, first):
        return Found()
    listed = chart.group_of(first)
    ends = not chart.text[listed[-1].end :].strip(" .;)")
    return found(listed) if ends and len(found(listed).ids) >= _FEWEST else Found()


def _several(chart: Chart, noun: Mention) -> bool:
    """Whether missions are told in the plural, or kept by states that a word for several of them counts."""
    word = next(iter(chart.text[noun.start : noun.end].lower().split()), "")  # a post that only another word means
    counted = any(one.end <= noun.start for one in chart.cues("indicator.relations-count"))
    return counted or "indicator.missions-count" in noun.classes or word.endswith(chart.pack.plurals or ("s",))


def _is_announced(chart: Chart, noun: Mention, first: Mention) -> bool:
    """Whether a colon, "namely" or "include" stands right before the first of a list."""
    before = chart.text[noun.end : first.start].rstrip()
    if before.endswith(_COLONS):
        return True
    cues = [one for one in chart.cues("mark.namely", "verb.have") if one.start >= noun.end]
    return any(0 <= first.start - one.end <= _RIGHT_BEFORE for one in cues)
