"""Who is party to a text: those a sentence lists or pairs, people who sign for theirs, else the two in question."""

from __future__ import annotations

import re

from comity.claims.context.discourse import Discourse, Found
from comity.claims.frames.sides.acting_pairs import on_a_visit
from comity.claims.frames.sides.of_anchor import found
from comity.claims.frames.sides.pairs import pair_of
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import role_before

_SEATED = 8
_BOTH = 2
_AGENTS = 30


def signers_of(chart: Chart, discourse: Discourse, verb: Mention) -> Found:
    """Who are party to it: a list or pair in the sentence, people who sign for theirs, else the two in question."""
    told = _of_participle(chart, verb)
    if told is not None:
        return told
    actors = [one for one in chart.actors if one.role in ("", "with", "by", "between") and one.ids]
    signers = found(actors)
    if len(signers.ids) >= 2:
        return signers
    if _strangers_sign(chart, verb):
        return Found()
    behind = found(x for x in chart.within(chart.parties, verb.end, verb.end + _AGENTS) if x.role == "by")
    if chart.pack.order == "vso" and len(behind.ids) == _BOTH and len(found(chart.parties).ids) > _BOTH:
        return behind  # «بعد شهر من توقيع | إثيوبيا وأرض الصومال | مذكرة»: not who signed what the sentence began with
    listed = [one for one in chart.parties if one.group >= 0 and one.form != "adjective"]
    lists = [found(chart.group_of(x)) for x in listed if not _partners_alone(chart, x) and not _kept(chart, verb, x)]
    longest = max(lists, key=lambda one: len(one.ids), default=Found())
    if len(longest.ids) > 2:
        partners = {one.start for one in chart.parties if one.role == "with" and not chart.pack.spaced}
        return found(x for x in chart.parties if (x.group >= 0 and x.form != "adjective") or x.start in partners)
    if not chart.parties and discourse.ensemble is not None:
        return Found(ids=discourse.ensemble.ids, context=discourse.ensemble.context())
    pairs = pair_of(chart, discourse, verb)
    return pairs[0] if len(pairs) == 1 else (Found() if pairs else on_a_visit(chart))


def _of_participle(chart: Chart, verb: Mention) -> Found | None:
    """Who signed a text that a verb before it is said of: "Ankara'nın Trablus'taki hükümetle … | imzaladığı mutabakat".

    Its owner and whom it was signed with; nobody where only others stand behind, who may but speak of it. None for
    another verb, and where no list stands behind.
    """
    word = chart.text[verb.start : verb.end].lower()
    if not chart.pack.relatives or not word.endswith((*chart.pack.relatives, *chart.pack.participles)):
        return None
    start, end = chart.clause(verb.start)
    before = chart.within((*chart.parties, *chart.kind("city")), start, verb.start)
    acting = chart.cues("noun.government")
    partners = [one for one in before if one.role == "with" or any(_seated(one, cue) for cue in acting)]
    owners = [one for one in before if one.role == "of" and one not in partners]
    both = found([*owners[-1:], *partners])
    if len(both.ids) == 2:
        return both
    behind = {one.group for one in chart.within(chart.parties, verb.end, end) if one.group >= 0}
    return Found() if behind and not any(one.group >= 0 for one in before) and not owners else None


def _seated(one: Mention, government: Mention) -> bool:
    """Whether a government is told by where it sits: "Trablus'taki | hükümetle"."""
    return one.kind == "city" and 0 < government.start - one.end <= _SEATED


def _kept(chart: Chart, verb: Mention, one: Mention) -> bool:
    """Whether a relative clause only tells with whom else the like is kept: "…, que también mantiene | con A y B"."""
    kept = [cue for cue in chart.cues("verb.maintain") if verb.end <= cue.start < one.start]
    told = [cue for cue in chart.cues("mark.relative") if verb.end <= cue.start and kept and cue.end <= kept[-1].start]
    return bool(told) and one.role == "with"


def _partners_alone(chart: Chart, one: Mention) -> bool:
    """Whether a list only tells with whom texts were signed, each its own: "texts | with A, B and C were signed"."""
    group = chart.group_of(one)
    return chart.pack.order == "svo" and bool(chart.pack.cases) and all(other.role == "with" for other in group)


def _strangers_sign(chart: Chart, verb: Mention) -> bool:
    """Whether people sign of whom nothing is known: "signed by Nikita Khrushchev and Tito"."""
    if not chart.pack.capitals:
        return False
    for word in re.finditer(r"[^\W\d_]+", chart.text[verb.end : verb.end + 60]):
        start = verb.end + word.start()
        if word.group()[0].isupper() and role_before(chart.text, start, chart.pack)[0] == "by":
            return not any(one.start <= start < one.end for one in chart.mentions if one.kind != "cue")
    return False
