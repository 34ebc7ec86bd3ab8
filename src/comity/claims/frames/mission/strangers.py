"""Whether somebody nobody knows does what a verb tells, so that it is not guessed to be a state."""

from __future__ import annotations

import re

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_LAST = re.compile(r"([^\W\d_][\w-]+)\s+$")
_NEXT = re.compile(r"\s+([^\W\d_]+)(?:\s+([^\W\d_]+))?")
_FINITE = ("te", "ten", "ss", "ssen", "og", "ogen", "uf", "ufen")
_SHORTEST = 3


def done_by_somebody(chart: Chart, verb: Mention) -> bool:
    """Whether an unknown noun leads a verb, or stands right behind one that a phrase leads.

    "Bayern | unterhält eine Repräsentanz", "1821 besaßen | die Hansestädte | Konsulate". Only where nouns are known by
    their capital, and of a verb that somebody does: not "besteht", "wurde eröffnet".
    """
    word = chart.text[verb.start : verb.end].lower()
    if not chart.pack.inverts or not (word in chart.pack.keeps or word.endswith(_FINITE)):
        return False
    start, end = chart.clause(verb.start)
    before = _LAST.search(chart.text, start, verb.start)
    if before is not None and _is_unknown(chart, before.start(1), before.group(1)):
        return True
    behind = _NEXT.match(chart.text, verb.end, end)
    if behind is None:
        return False
    led = behind.group(1).lower() in chart.pack.genders and behind.group(2) is not None
    place, noun = (behind.start(2), behind.group(2)) if led else (behind.start(1), behind.group(1))
    return _is_unknown(chart, place, noun)


def _is_unknown(chart: Chart, place: int, word: str) -> bool:
    """Whether a word with a capital is nobody and nothing known, nor one that only opens sentences so."""
    small = word.lower()
    pack = chart.pack
    told = small in pack.not_names or small in pack.light or small in pack.skip or small in pack.before
    known = any(one.start <= place < one.end for one in chart.mentions)
    return word[:1].isupper() and len(word) >= _SHORTEST and not told and not known
