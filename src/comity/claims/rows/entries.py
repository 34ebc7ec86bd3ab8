"""Which sentences are no statements but entries of a list: an item, a labelled line, a text with its day."""

from __future__ import annotations

from dataclasses import replace

from comity.claims.rows.envoy_items import is_envoy_item
from comity.claims.rows.headed import tells_spells
from comity.claims.sentences.chart import Chart
from comity.model.passage import PassageKind

_MORE_THAN_VISITS = ("verb.be_in", "verb.meet", "verb.sign", "verb.award")
_TOLD_OF_TEXTS = ("verb.sign", "verb.ratify", "verb.terminate", "verb.negotiate")
_MISSION_THEMES = ("missions", "foreign-missions", "multilateral")
_BRACKETED = (*_MISSION_THEMES, "relations", "no-relations")
_SEVERAL = 3
_LABEL_START = 3


def is_row(chart: Chart, kind: PassageKind, theme: str) -> bool:
    """Whether a sentence is an entry of a list, no statement: an item, a text with its day, a labelled line."""
    if theme == "agreements":
        if kind == PassageKind.ITEM and _ratified_in_brackets(chart):
            return True
        return not chart.has(*_TOLD_OF_TEXTS) and (kind == PassageKind.ITEM or not chart.has("verb.force"))
    if theme == "ambassadors":
        return kind == PassageKind.ITEM and is_envoy_item(chart)
    if theme == "honours":
        return kind == PassageKind.ITEM and chart.has("award") and not chart.has("verb.award", "verb.gain", "fact")
    if theme == "memberships":
        several = len(chart.kind("organization")) >= _SEVERAL
        told = [cue for cue in chart.cues("verb") if "verb.serve" not in cue.classes]  # "– since 27 April 1999"
        return not told and (kind == PassageKind.ITEM or several)
    if kind != PassageKind.ITEM:
        return theme in _MISSION_THEMES and _says_in_brackets(chart) and _is_labelled(chart)
    if theme == "relations" and tells_spells(chart):
        return True
    if theme == "visits":
        return not chart.has(*_MORE_THAN_VISITS)
    told_apart = theme not in _MISSION_THEMES and chart.has("verb.close")  # what became of a post is no part of it
    return not chart.has("verb") or (theme in _BRACKETED and _says_in_brackets(chart) and not told_apart)


def _ratified_in_brackets(chart: Chart) -> bool:
    """Whether all a text's line tells is a ratification in a bracket, a day before it: "A, 2009 (| ratified 2015)"."""
    told = chart.cues("verb.sign", "verb.terminate", "verb.negotiate", "verb.ratify")
    inside = all("verb.ratify" in one.classes and chart.aside(one.start) is not None for one in told)
    return bool(told) and inside and len(chart.dates) > 1 and chart.dates[0].end <= told[0].start


def before_accredited(chart: Chart, kind: PassageKind, theme: str) -> Chart | None:
    """What an item of a list of missions says before the states its post covers besides; None where it tells more.

    "Mali: Bamako (embassy, | also accredited to Mauritania)" is an entry of the list as far as the stroke. So is a day
    of relations as far as a bracket on what became of a mission: "Korea, 28.01.1992 | (embassy closed in 2006)".
    """
    covers = chart.cues("verb.accredit")
    closed = [] if kind != PassageKind.ITEM or theme != "relations" else chart.cues("verb.close")
    aside = chart.aside(closed[0].start) if closed and _says_in_brackets(chart) else None
    if aside is not None:
        return replace(chart, mentions=tuple(one for one in chart.mentions if one.end <= aside[0]))
    if kind != PassageKind.ITEM or theme not in _MISSION_THEMES or not covers or len(chart.cues("verb")) > len(covers):
        return None
    return replace(chart, mentions=tuple(one for one in chart.mentions if one.end <= covers[0].start))


def _says_in_brackets(chart: Chart) -> bool:
    """Whether all that an item tells beside names stands in a bracket: "Plovdiv (consulate, to open in 2023)".

    Refuses one that tells of a post accredited elsewhere.
    """
    inside = all(chart.aside(verb.start) is not None for verb in chart.cues("verb"))
    return inside and not chart.has("verb.accredit")


def _is_labelled(chart: Chart) -> bool:
    """Whether a line begins with a class of mission and a colon: "Embassies: Beijing, Tokyo"."""
    return any(
        cue.start <= _LABEL_START and chart.text[cue.end : cue.end + 2].lstrip()[:1] in (":", "：")
        for cue in chart.cues("mission")
    )


def only_dated(chart: Chart) -> bool:
    """Whether a line is nothing but years, a heading over what follows: "1918–1940". A day may be a row's."""
    rest = chart.text
    for one in reversed(chart.dates):
        rest = rest[: one.start] + rest[one.end :]
    days = [one for one in chart.dates if one.date and one.date.when.start and one.date.when.start.month is not None]
    return bool(chart.dates) and not days and not any(char.isalnum() for char in rest)
