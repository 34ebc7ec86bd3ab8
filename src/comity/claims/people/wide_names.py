"""Names of people without an office in Han letters: what alone stands before a verb of a post."""

from __future__ import annotations

import re

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.cues import is_wide
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import wide_run

_DOTS = "·・•"
_HYPHENS = "-－"
_LONGEST, _SHORTEST = 24, 2
_GIVEN = (1, 2)  # the letters of a given name behind a surname
_ALSO_WRITTEN = re.compile(r"[（(][A-Za-zÀ-ſ][^（()）]*[)）]$")
_BLANK = " \u3000"


def wide_person(chart: Chart, verb: Mention) -> str:
    """The name that alone fills a clause up to its verb and its day: "3月，| 卢沙野 | 出任", "| 李明 | 2020年起任".

    A name is told by a dot in it, by its Latin letters in a bracket behind it, or by a known surname before one or two
    letters. Refuses anything else: what fills a clause may be a firm, a league, a word.
    """
    if chart.pack.spaced:
        return ""
    low, _ = chart.clause(verb.start)
    taken = [one for one in chart.mentions if low <= one.start < verb.start and one.kind != "cue"]
    high = verb.start
    for one in reversed(taken):
        if one.kind == "date" and not chart.text[one.end : high].strip(_BLANK):
            high = one.start
    if any(one.kind == "date" and one.end <= high for one in taken):
        low = max(one.end for one in taken if one.kind == "date" and one.end <= high)
    whole = _without_adverbs(chart, chart.text[low:high].strip(_BLANK))
    return _named(chart, whole)


def wide_holder(chart: Chart, one: Mention) -> str:
    """The name that a post owns by a short word behind it: "2022年起任驻吉大使的 | 拉季夫·甘迪洛夫 | 说"."""
    linked = [word for word, role in chart.pack.after.items() if role == "of" and chart.text.startswith(word, one.end)]
    if chart.pack.spaced or not linked:
        return ""
    low = one.end + len(linked[0])
    stop = min((cue.start for cue in chart.mentions if cue.start >= low), default=len(chart.text))
    whole = wide_run(chart.text, low, stop, bounded=True) == stop
    return _named(chart, chart.text[low:stop].strip(_BLANK)) if whole else ""


def _without_adverbs(chart: Chart, text: str) -> str:
    """A stretch without the small words at its end: "李明 | 正式", "卢沙野 | 曾"."""
    while True:
        more = next(
            (one for one in chart.pack.not_names if len(text) - len(one) >= _SHORTEST and text.endswith(one)), ""
        )
        if not more:
            return text
        text = text.removesuffix(more)


def _named(chart: Chart, text: str) -> str:
    """The stretch where it is a name, without its Latin letters; else ""."""
    bare = _ALSO_WRITTEN.sub("", text)
    letters = [one for one in bare if one not in _DOTS + _HYPHENS]
    if not _SHORTEST <= len(letters) <= _LONGEST or not all(map(is_wide, letters)):
        return ""
    if bare != text or any(dot in bare[1:-1] for dot in _DOTS):
        return bare
    known = any(bare.startswith(one) and len(bare) - len(one) in _GIVEN for one in chart.pack.surnames)
    return bare if known and bare not in chart.pack.not_names | chart.pack.skip else ""
