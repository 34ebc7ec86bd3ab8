"""Whom a verb takes that another is coupled with: "Peru recognised | Chile | and opened an embassy there"."""

from __future__ import annotations

from collections.abc import Sequence

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_RIGHT_BEFORE = 2
_COUPLED = 3


def taken_by_last(chart: Chart, one: Mention, verb: Mention, candidates: Sequence[Mention]) -> bool:
    """Whether a name is whom the verb before takes, with which this is coupled: "Peru recognised | Chile | and opened".

    Refuses a name that only who does it is called by, and one before whose verb nobody stands.
    """
    if chart.pack.inverts and chart.pack.closes:
        return _parted_from(chart, one, verb, candidates)
    words = chart.text[one.end : verb.start].lower().split()
    coupled = 1 <= len(words) <= _COUPLED and words[0] in chart.pack.joiners and words[-1] in chart.pack.joiners
    if chart.pack.order != "svo" or chart.pack.inverts or not coupled:
        return False
    if chart.pack.cases and one.case and "acc" not in one.case.split("|"):
        return False
    first = min(chart.group_of(one), key=lambda other: other.start)
    last = [cue for cue in chart.cues("verb") if 0 < first.start - cue.end <= _RIGHT_BEFORE and cue is not verb]
    return any(other.role == "" and last and other.end <= last[-1].start for other in candidates)


def _parted_from(chart: Chart, one: Mention, verb: Mention, candidates: Sequence[Mention]) -> bool:
    """Whether a coupled verb's subject is told before whom the last one took: "A erkannte | B | an und eröffnete …".

    The verb follows the joiner at once, or both close the clause: "A hat | B | anerkannt und eine Botschaft eröffnet".
    """
    start, _ = chart.clause(verb.start)
    words = chart.text[one.end : verb.start].split()
    coupled = 0 < len(words) <= _COUPLED and words[-1] in chart.pack.joiners and words[-1].isalpha()
    coupled = coupled and not any(word[0].isupper() for word in words)
    if one.kind != "party" or not (coupled or _both_close(chart, one, verb, candidates)):
        return False
    free = [other for other in candidates if start <= other.start < one.start and other.kind != "city"]
    led = [other for other in free if other not in chart.group_of(one) and other.role == ""]
    return bool(led) and bool(chart.within(chart.cues("verb"), start, one.start))


def _both_close(chart: Chart, one: Mention, verb: Mention, candidates: Sequence[Mention]) -> bool:
    """Whether another verb and a joiner stand between a name and a verb, a helping verb before, and nobody else."""
    start, _ = chart.clause(verb.start)
    closing = [cue for cue in chart.within(chart.cues("verb"), one.end, verb.start) if "verb.have" not in cue.classes]
    helped = bool(chart.within(chart.cues("verb.have"), start, one.start))
    behind = chart.text[closing[0].end : verb.start].split()[:1] if helped and closing else []
    others = (other for other in candidates if one.end <= other.start < verb.start and other.kind != "city")
    return bool(behind) and behind[0] in chart.pack.joiners and behind[0].isalpha() and not any(others)
