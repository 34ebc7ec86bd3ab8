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
_LINKS = ("verb.hold", "verb.serve", "verb.take_over")  # "任命 | 甲 | 为", "委派 | 甲 | 出任"
_LINKED = frozenset(_LINKS)
_ROOM = 40
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
    high = min(high, *(_led_at(chart, one) for one in taken), high)
    gone = [cue.start for cue in chart.within(chart.cues("mark.relieved"), low, high) if cue.end < high]
    whole = _without_adverbs(chart, chart.text[low : gone[0] if gone else high].strip(_BLANK))
    name = _named(chart, whole)
    by = max(
        (name.find(one) + len(one) for one, role in chart.pack.before.items() if role == "by" and one in name),
        default=0,
    )
    return _named(chart, name[by:]) or name  # "希腊大使 | 由 | 索菲亚·格拉马塔 | 出任"


def wide_named_to(chart: Chart, one: Mention) -> str:
    """The name between a verb of naming or relieving and the post: "任命 | 丛培武 | 为…大使", "免去 | 卢沙野 | 的…".

    So too in the next of a list, where the verb goes unsaid: "任命甲为驻A大使，| 乙 | 为驻B大使". Refuses a stretch in
    which anything else is named.
    """
    low, _ = chart.clause(one.start)
    links = [cue for cue in chart.within(chart.cues(*_LINKS), low, one.start) if _leads_to(chart, cue.end, one)]
    owning = [at for at in range(low, one.start) if chart.pack.after.get(chart.text[at]) == "of"]
    ends = [cue.start for cue in links] or [at for at in owning if _leads_to(chart, at + 1, one)]
    verbs = chart.cues("verb.appoint", "verb.end")
    own = [cue for cue in chart.within(verbs, low, ends[0] if ends else low) if not cue.classes & _LINKED]
    led = any(cue.start < low for cue in verbs) and bool(links)
    if chart.pack.spaced or not ends or not (own or led):
        return ""
    start = own[-1].end if own else low
    return named_in(chart, start, ends[0], sure=bool(own))


def named_in(chart: Chart, start: int, end: int, *, sure: bool) -> str:
    """The name that a stretch is, of somebody with an office without it; "" where anything else is named in it.

    ``sure``: a verb or a marker around it tells that it is one, so that its letters need not.
    """
    taken = [who for who in chart.actors if start <= who.start < end and who.actor and who.actor.person]
    if taken and taken[-1].actor is not None:
        return taken[-1].actor.person if taken[-1].end == end else ""
    inside = [one for one in chart.mentions if start <= one.start < end and not _is_sound(chart, one)]
    if inside:
        return ""
    name = _without_adverbs(chart, chart.text[start:end].strip(_BLANK))
    whole = bool(name) and wide_run(name, 0, len(name), bounded=True) == len(name) <= _LONGEST
    return name if whole and (sure or _named(chart, name)) and len(name) >= _SHORTEST else ""


def _is_sound(chart: Chart, one: Mention) -> bool:
    """Whether a mention may be but letters of a name: a cue of one letter, a town within its dots."""
    if one.kind == "cue":
        return one.end - one.start == 1 and not one.classes & _LINKED
    beside = chart.text[one.start - 1 : one.start] + chart.text[one.end : one.end + 1]
    return one.kind == "city" and one.role == "" and any(dot in beside for dot in _DOTS)


def _leads_to(chart: Chart, place: int, one: Mention) -> bool:
    """Whether only a state, a town and small words stand between a place and a post: "为 | 首任驻塞尔维亚 | 大使"."""
    if one.start - place > _ROOM:
        return False
    gap = chart.text[place : one.start]
    for name in chart.within((*chart.kind("party"), *chart.kind("city")), place, one.start):
        gap = gap.replace(chart.text[name.start : name.end], "", 1)
    for word in sorted((*chart.pack.skip, *chart.pack.before, *chart.pack.joiners), key=len, reverse=True):
        gap = gap.replace(word, "")
    return not gap.strip()


def wide_holder(chart: Chart, one: Mention) -> str:
    """The name that a post owns by a short word behind it: "2022年起任驻吉大使的 | 拉季夫·甘迪洛夫 | 说"."""
    linked = [word for word, role in chart.pack.after.items() if role == "of" and chart.text.startswith(word, one.end)]
    if chart.pack.spaced or not linked:
        return ""
    low = one.end + len(linked[0])
    stop = min((cue.start for cue in chart.mentions if cue.start >= low), default=len(chart.text))
    whole = wide_run(chart.text, low, stop, bounded=True) == stop
    return _named(chart, chart.text[low:stop].strip(_BLANK)) if whole else ""


def _led_at(chart: Chart, one: Mention) -> int:
    """Where the marker begins that leads to whom something is given: "陈质平 | 向季里诺总统 | 呈递国书"."""
    if one.role != "to":
        return len(chart.text)
    led = [word for word, role in chart.pack.before.items() if role == "to" and chart.text.endswith(word, 0, one.start)]
    return one.start - max(map(len, led)) if led else len(chart.text)


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
