"""Whether a mission beside a verb of having is but named: where somebody is, what something is for, whose clerk."""

from __future__ import annotations

import re

from comity.claims.clauses.relative import leads
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import role_before, takes_object

_WORD = re.compile(r"\s+([^\W\d_]+)")
_BESIDE = 2
_DENIED = 8
_ADJUNCT = frozenset({"in", "for", "to", "from"})


def only_named(chart: Chart, noun: Mention, verb: Mention) -> bool:
    """Whether a mission stands behind a preposition that having does not take: "are still | in the legation".

    "Grounds for the legation", too. Refuses what the verb's own words lead to ("is represented by its embassy").
    """
    if not leads(chart.pack) or "verb.have" not in verb.classes or verb.end > noun.start:
        return False
    owners = [one for one in chart.parties if one.form == "adjective" and 0 <= noun.start - one.end <= 1]
    start = owners[0].start if owners else noun.start
    role, begin = role_before(chart.text, start, chart.pack)
    return role in _ADJUNCT and begin >= verb.end


def helps_another(chart: Chart, verb: Mention) -> bool:
    """Whether "has" only helps the verb behind it: "the legation | has | adjusted all claims", "has been | able to"."""
    if not leads(chart.pack) or "verb.have" not in verb.classes:
        return False
    last = chart.text[verb.start : verb.end].lower().split()[-1:]
    found = _WORD.match(chart.text, verb.end)
    if found is None or not last or last[0] not in chart.pack.auxiliaries:
        return False
    if any(0 <= one.start - verb.end <= _DENIED for one in chart.cues("fact.not")):
        return False  # "there is | no | embassy", "there is now | no | consulate"
    word = found.group(1)
    if word.lower().endswith(chart.pack.final_endings) or word.lower() in chart.pack.auxiliaries:
        return not any(0 <= one.start - verb.end <= 1 for one in chart.cues("verb"))
    known = chart.pack.skip | chart.pack.light | chart.pack.before.keys()
    dated = any(0 <= one.start - verb.end <= _BESIDE for one in (*chart.dates, *chart.cues("mission")))
    return verb.end - verb.start > len(last[0]) and word.islower() and word not in known and not dated


def raises_another(chart: Chart, noun: Mention, verb: Mention) -> bool:
    """Whether a verb has another object, a comma before the mission: "| raised | no difficulty, and opened a"."""
    if not leads(chart.pack) or not verb.classes & {"verb.raise", "verb.lower"} or verb.end > noun.start:
        return False
    taken = [(one.start, one.end) for one in (*chart.cues("verb"), *chart.dates) if one is not verb]
    return "," in chart.text[verb.end : noun.start] and takes_object(chart.text, verb.end, chart.pack, taken)
