"""Recognitions told the other way round: whom before the verb, who behind it."""

from __future__ import annotations

from comity.claims.context.discourse import Discourse, Found
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_COUPLED = 6
_BEHIND = 40  # "признали | на днях | Турция"


def by_participle(chart: Chart, verb: Mention, subjects: Found, objects: Found) -> bool:
    """Whether who recognises stands before a participle: «сделал Италию первой державой, | признавшей | Йемен»."""
    word, before = chart.text[verb.start : verb.end].lower(), chart.text[: verb.start].rstrip()
    if not chart.pack.participles or not chart.pack.cases or chart.pack.order != "svo" or not before.endswith(","):
        return False
    doers = [one for one in chart.parties if one.ids == subjects.ids]
    taken = [one for one in chart.parties if one.ids == objects.ids]
    apart = bool(doers) and bool(taken) and doers[0].start >= verb.end and taken[-1].end <= verb.start
    return apart and word.endswith(chart.pack.participles) and doers[0].role in ("", "object")


def turned(chart: Chart, discourse: Discourse, subjects: Found, objects: Found) -> bool:
    """Whether the one a document on recognition is about leads as object: «Прва је Косово признала | Авганистан»."""
    about = discourse.theme.endswith("recognition") and chart.pack.cases and discourse.titled == subjects.ids
    first = [one for one in chart.parties if one.ids == subjects.ids and "acc" in one.case.split("|")]
    doer = [one for one in chart.parties if one.ids == objects.ids and "nom" in one.case.split("|")]
    return bool(about and first and doer) and first[0].start < doer[0].start


def by_endings(chart: Chart, verb: Mention, subjects: Found, objects: Found) -> bool:
    """Whether the endings alone say who does it: «Косово | признала | Болгария», «Kosovo su priznale | Turska i Peru».

    The one before the verb may stand in the accusative, one of those behind it in the nominative alone.
    """
    if not chart.pack.cases or chart.pack.order != "svo" or len(subjects.ids) != 1:
        return False
    first = [one for one in chart.parties if one.ids == subjects.ids and one.end <= verb.start and not one.deictic]
    doers = [one for one in chart.parties if set(one.ids) <= set(objects.ids) and one.start >= verb.end]
    if not first or not doers or len({party for one in doers for party in one.ids}) != len(objects.ids):
        return False
    free = not first[-1].role and (not first[-1].case or "acc" in first[-1].case.split("|"))
    cases = [set(one.case.split("|")) for one in doers]
    sure = any("nom" in one and "acc" not in one for one in cases) and all(not one or "nom" in one for one in cases)
    gap = chart.text[verb.end : doers[0].start]
    parted = (
        len(gap) > _BEHIND
        or bool(set(gap) & set(",;:()"))
        or chart.within(chart.cues("noun"), verb.end, doers[0].start)
    )
    return free and sure and not any(one.role for one in doers) and not parted


def goes_on_with(chart: Chart, verb: Mention, subjects: Found, taken: Found) -> bool:
    """Whether who seems to do it was just taken by the verb before, coupled with this: «A признала | B |, но не».

    Refuses a word of its own that stands for somebody between ("B, | which | does not recognise").
    """
    named = [one for one in chart.parties if one.ids == taken.ids and one.end <= verb.start]
    if chart.pack.order != "svo" or not named or not subjects.ids or subjects.ids != taken.ids:
        return False
    low = named[-1].end
    words = chart.text[low : verb.start].replace(",", " ").lower().split()
    butted = [one for one in chart.cues("mark.clause", "mark.instead") if 0 <= one.start - low <= 1]
    joined = bool(words) and (words[0] in chart.pack.joiners or bool(butted))
    others = chart.within((*chart.parties, *chart.actors, *chart.cues("mark.relative")), low, verb.start)
    return joined and len(words) <= _COUPLED and not others


def decided_by_another(chart: Chart, verb: Mention) -> bool:
    """Whether an infinitive is but what a decision of somebody is: «решение | России | признать республики».

    Or what an organization does, which leads alone: "联合国大会通过提案，| 承认 | 中华人民共和国是…".
    """
    if not chart.pack.spaced:
        led = [one for one in chart.kind("organization") if one.end <= verb.start]
        return bool(led) and not any(one.end <= verb.start for one in (*chart.parties, *chart.actors))
    word = chart.text[verb.start : verb.end].lower()
    owners = [one for one in (*chart.parties, *chart.actors) if one.role == "of" and 0 < verb.start - one.end <= 1]
    return word in chart.pack.infinitives and bool(owners)
