"""Awards by their names: which one a verb gives, how far its name and class reach."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import role_before
from comity.claims.titles.reach import quotation_at, title_at

_CLASS_REACH = 20
_OWN_NAME = re.compile(r" ([^\W\d_]{1,3}(?: [^\W\d_]{2,3})?) [^\W\d_a-z][^\W\d_]+")
_OF = 8
_GIVEN_TO = ("to", "object", "in")


def own_name(chart: Chart, award: Mention | None, awards: Sequence[Mention]) -> Mention | None:
    """The award by its own name, where a dash gives it: "the republic's highest award – the Order of Manas"."""
    if award is None:
        return None
    award = _whole(chart, award)
    named = [one for one in awards if 0 < one.start - award.end <= _CLASS_REACH * 2]
    behind = next((one for one in named if has_any(chart.between(award, one), "—–")), award)
    return award if _has_name(chart, award) and not _has_name(chart, behind) else behind


def _has_name(chart: Chart, award: Mention) -> bool:
    """Whether an award is called by a name, not by its rank alone: «орден Нето», not «одну из высших наград»."""
    start, end = title_at(chart, award)
    words = chart.text[start:end].split()
    states = [one for one in chart.parties if start <= one.start < end]
    return not chart.pack.capitals or (not states and any(word[:1].isupper() for word in words))


def _whole(chart: Chart, award: Mention) -> Mention:
    """The award with the one it is a class or badge of: "the Grand Cross | of the Order of Merit" is one."""
    before = [one for one in chart.cues("award.award") if one.end <= award.start]
    if not before or chart.pack.places != "after" or not chart.pack.spaced:
        return award
    role, begin = role_before(chart.text, award.start, chart.pack)
    named = all(word[:1].isupper() for word in chart.text[before[-1].end : begin].split())
    owned = role == "of" and begin - before[-1].end <= _CLASS_REACH and named
    return _whole(chart, before[-1]) if owned else award


def award_span(chart: Chart, award: Mention) -> tuple[int, int]:
    """Where an award's name begins and ends, whom it is called after included: "Order of | Prince Henry"."""
    start, end = title_at(chart, award)
    quoted = quotation_at(chart.text, award)
    if quoted is not None:
        return min(quoted[0] - 1, award.start), max(quoted[1] + 1, award.end)
    end = _up_to_capitals(chart, award, end)
    if end == award.end:
        named = _OWN_NAME.match(chart.text, end)
        end = named.end() if named is not None and _is_marked(chart, named) else end
    after = next((one for one in chart.actors if one.start > end and one.role == "of" and one.start - end <= _OF), None)
    if after is not None and role_before(chart.text, after.start, chart.pack)[1] <= end + 1 and not after.ids:
        return start, after.end
    return start, end


def _is_marked(chart: Chart, named: re.Match[str]) -> bool:
    """Whether a marker of owners leads on to what an award is called by: "Medalla | de la República"."""
    return chart.pack.before.get(named.group(1).lower()) == "of"


def _up_to_capitals(chart: Chart, award: Mention, end: int) -> int:
    """The end of an award's name, two small words and what follows cut off: "Orden José Martí | también fungirá …"."""
    if not chart.pack.capitals or not chart.pack.spaced or chart.pack.order != "svo" or chart.pack.inverts:
        return end
    known = chart.pack.before.keys() | chart.pack.skip | chart.pack.particles | chart.pack.joiners
    last, capital, small = award.end, False, 0
    for word in re.finditer(r"[^\W_]+", chart.text[award.end : end]):
        begin = award.end + word.start()
        if word.group()[0].isupper() or word.group()[0].isdecimal():
            last, capital, small = award.end + word.end(), True, 0
        elif any(one.start <= begin < one.end for one in chart.cues("award")):
            last = award.end + word.end()
        elif word.group().lower() not in known:
            small += 1
            if small > 1 and capital:
                return last
    return end


def award_name(chart: Chart, award: Mention) -> str:
    """The award as the text names it, its class included."""
    start, end = award_span(chart, award)
    for one in chart.cues("award.class"):
        if 0 <= one.start - end <= _CLASS_REACH:
            end = one.end
    return chart.text[start:end].strip(" ,")


def without_recipient(chart: Chart, name: str, recipient: str) -> str:
    """The award's name without who gets it: "Ordre du Soleil | à l'explorateur Lars Berg"."""
    name = name.removeprefix(recipient).strip()
    head, who, _ = name.partition(recipient)
    if not who:
        return name
    marks = [one for one in re.finditer(r"[^\W\d_]+", head) if chart.pack.before.get(one.group().lower()) in _GIVEN_TO]
    return head[: marks[-1].start()].strip(" ,") if marks else name
