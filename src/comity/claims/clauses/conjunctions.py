"""The clauses within a sentence that a conjunction opens: after something was done, because, although."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from comity.claims.clauses.relative import Clause, end_of, leads
from comity.claims.days.date_owners import events
from comity.claims.sentences.chart import Chart
from comity.packs.language import load_language

_WORD = re.compile(r"[^\W\d_]+")
_BESIDE = 8
_NAMES = ("party", "actor", "city")
_THINGS = ("noun.dispute", "noun.relations", "noun.bare_relations", "noun.visit", "mission", "agreement", "body")


def find_subordinates(chart: Chart, taken: Sequence[Clause]) -> list[Clause]:
    """The clauses that a conjunction opens and that name somebody and something of their own, the rest doing so, too.

    "Belarus closed its embassy in August 2012, | after a Swedish firm had dropped leaflets on 4 July |". Refuses one
    whose end is not sure, and "after the talks", which has no verb.
    """
    if not chart.pack.conjunctions:
        return []
    out: list[Clause] = []
    for found in _opening(chart.pack.code).finditer(chart.text):
        known = [*taken, *out]
        if any(one.start <= found.start(1) < one.end for one in known):
            continue
        clause = _clause_at(chart, found.start(1), found.end(1))
        if clause is not None and not any(clause.start < one.end and one.start < clause.end for one in known):
            out.append(clause)
    return out


@cache
def _opening(code: str) -> re.Pattern[str]:
    words = sorted(load_language(code).conjunctions, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, words))})(?=\s)", re.IGNORECASE)


def _clause_at(chart: Chart, place: int, behind: int) -> Clause | None:
    led = not chart.text[:place].strip(' *•-–\t"“„«')
    comma = chart.text[:place].rstrip().endswith(",")
    if any(one.start <= behind + 1 < one.end for one in chart.dates):
        return None  # "not before | 1923"
    end = end_of(chart, behind) if led or chart.pack.closes else _last(chart, behind)
    start = place if led else len(chart.text[:place].rstrip(" ,"))
    if led and _only_leads(chart, behind):
        return None
    if end is None or (chart.pack.closes and not led and not comma) or not _is_told(chart, behind, end):
        return None
    return Clause(start=start, end=end, pronoun=(place, behind)) if _apart(chart, start, end) else None


def _only_leads(chart: Chart, behind: int) -> bool:
    """Whether a word leads a mere noun before who does something: "After the war | Ireland | opened legations"."""
    if not leads(chart.pack):
        return False
    doers = [one for one in chart.parties if one.start > behind and one.role == "" and one.form != "adjective"]
    verbs = [one for one in chart.cues("verb") if doers and one.start >= doers[0].end]
    if not doers or not verbs or verbs[0].start - doers[0].end > _BESIDE:
        return False
    words = chart.text[behind : doers[0].start].split()
    small = chart.pack.skip | chart.pack.joiners | set(chart.pack.before)
    return bool(words) and words[-1].isalpha() and words[-1].islower() and words[-1] not in small


def _last(chart: Chart, start: int) -> int:
    """Where a clause behind what it belongs to ends: before a semicolon, else with the sentence."""
    stop = next((index for index in range(start, len(chart.text)) if chart.text[index] in ";；"), len(chart.text))
    return len(chart.text[:stop].rstrip(".!?… "))


def _is_told(chart: Chart, start: int, end: int) -> bool:
    """Whether a clause has a finite verb; where verbs close clauses its end was found by one."""
    pack = chart.pack
    if pack.closes:
        return True
    if not pack.finals:
        return bool(chart.within(chart.cues("verb"), start, end))
    words = [found.group().lower() for found in _WORD.finditer(chart.text, start, end)]
    told = [at for at, one in enumerate(words) if one in pack.finals or one.endswith(pack.final_endings)]
    small = pack.skip | pack.joiners  # "after the fall of Paris | and reopened |": the verb of the rest
    return any(at > 0 and words[at - 1] not in small for at in told)


def _apart(chart: Chart, start: int, end: int) -> bool:
    """Whether somebody is named on both sides, something happens in the rest, and no pronoun goes over."""
    named = chart.kind(*_NAMES)
    inner = chart.within(named, start, end)
    outer = [one for one in named if one not in inner]
    told = [one for one in events(chart) if not start <= one.start < end]
    carried = chart.within(chart.cues("deixis.him", "deixis.one"), start, end)
    doers = [one for one in inner if one.kind != "city"]
    if (
        chart.pack.closes
        and not inner
        and not chart.within((*events(chart), *chart.dates, *chart.cues(*_THINGS)), start, end)
    ):
        return True  # ", weil die Regierung sparen musste," only stands between
    dated = bool(chart.within(chart.dates, start, end))  # who did the rest an earlier sentence may tell
    return bool(doers) and (bool(outer) or dated) and (bool(told) or chart.pack.closes) and not carried
