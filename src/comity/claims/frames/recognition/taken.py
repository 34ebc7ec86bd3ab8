"""Whom a verb of recognition takes, said right beside it by an adjective, or by the relations that go with it."""

from __future__ import annotations

from collections.abc import Collection

from comity.claims.clauses.relative import leads
from comity.claims.context.discourse import Found
from comity.claims.days.stretch import stretch
from comity.claims.frames.sides.of_anchor import found
from comity.claims.frames.times.attach import dated
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import role_before

_BESIDE = 1
_JOINED = 12
_TWO, _FEW, _NEAR = 2, 4, 4


def taken_beside(chart: Chart, verb: Mention) -> Found | None:
    """Whose independence an adjective behind the verb says, or with whom the relations are that go with recognition.

    "Recognised | Moroccan | independence from French sovereignty", "recognised and established relations with | Cuba".
    """
    if chart.pack.adjectives != "before" or chart.pack.order != "svo":
        return None
    nouns = chart.cues("noun.independence")
    for one in chart.parties:
        held = one.form == "adjective" and 0 < one.start - verb.end <= _BESIDE
        if held and any(0 < noun.start - one.end <= _BESIDE for noun in nouns):
            return found([one])
    return _with_relations(chart, verb) or _led(chart, verb)


def taken_from(chart: Chart, verb: Mention) -> Found:
    """Whom a recognition taken back was of, said behind it by "from": "withdrew recognition | from | the Polish …".

    Refuses a name too far behind.
    """
    for one in chart.kind("party"):
        role, begin = role_before(chart.text, one.start, chart.pack)
        if role == "from" and 0 <= begin - verb.end <= _NEAR and len(one.ids) == 1 and not one.deictic:
            return found(chart.group_of(one))
    return Found()


def _led(chart: Chart, verb: Mention) -> Found | None:
    """Whom a name without endings leads as object, who does it standing right before the verb: «| Косово | Молдова не».

    Refuses two of a list, and a doer that may be the object, too.
    """
    start, _ = chart.clause(verb.start)
    named = [one for one in chart.within(chart.parties, start, verb.start) if one.form != "adjective"]
    if suffered(chart, verb) and named and not named[-1].role:
        return found(chart.group_of(named[-1]))
    if not chart.pack.cases or len(named) != 2 or named[1].deictic or any(one.role or one.group >= 0 for one in named):
        return None
    first, doer = (set(one.case.split("|")) for one in named)
    parted = chart.text[named[0].end : named[1].start].isspace()
    return found(named[:1]) if parted and "acc" in first and "nom" in doer and "acc" not in doer else None


def suffered(chart: Chart, verb: Mention) -> bool:
    """Whether who undergoes a deed stands before it, nobody being said to do it: «Косово тоже | не признано |».

    Nothing but a day may stand behind it: «не признано | ни одним государством».
    """
    told = any(one.start <= verb.end and verb.start < one.end for one in chart.cues("mark.undergone"))
    _, end = stretch(chart, verb.start)
    days = [one.end for one in chart.dates if verb.end <= one.start < end]
    bare = not chart.text[max([verb.end, *days]) : end].strip(" ,;.:–—")
    return told and bare and not any(one.role == "by" for one in (*chart.parties, *chart.actors))


def _with_relations(chart: Chart, verb: Mention) -> Found | None:
    """With whom a verb joined to the recognition right behind it makes relations."""
    joined = [one for one in chart.cues("verb.establish") if 0 < one.start - verb.end <= _JOINED]
    words = chart.text[verb.end : joined[0].start].lower().split() if joined else []
    if not words or words[0] not in chart.pack.joiners or not chart.has("noun.relations", "noun.bare_relations"):
        return None
    partners = [one for one in chart.parties if one.role == "with" and one.start >= joined[0].end]
    return found(chart.group_of(partners[0])) if partners else None


def by_a_note(chart: Chart, verb: Mention, objects: Collection[str]) -> Found | None:
    """Who recognises by a note or decree of theirs that leads the clause: "| Norway's | note of May recognised".

    None where somebody does it themselves, and where the owner is who is recognised.
    """
    start, _ = chart.clause(verb.start)
    if not leads(chart.pack) or any(one.role == "by" for one in chart.parties):
        return None
    inside = [one for one in chart.within(chart.parties, start, verb.start) if not one.deictic]
    owners = [one for one in inside if one.role == "of" and one.case == "gen" and not set(one.ids) & set(objects)]
    if len(owners) != 1 or any(one.role == "" and one.form != "adjective" for one in inside):
        return None
    things = chart.within(chart.cues("noun.independence", "mission"), owners[0].end, verb.start)
    return found(owners) if not things and not chart.within(chart.actors, start, verb.start) else None


def second_day(chart: Chart, verb: Mention, day: Dated) -> Dated | None:
    """The second day of one recognition: "recognised Estonia de facto in 1919 | and de jure on 5 February 1921".

    A joiner and a few small words part the two, and nobody stands between.
    """
    if not leads(chart.pack) or day.when is None:
        return None
    first = next((one for one in chart.dates if one.date and one.date.when == day.when and one.start >= verb.end), None)
    then = next((one for one in chart.dates if first is not None and one.start >= first.end), None)
    if first is None or then is None or then.date is None or then.date.when.interval:
        return None
    words = chart.text[first.end : then.start].lower().replace(",", " ").split()
    few = _TWO <= len(words) <= _FEW and words[0] in chart.pack.joiners
    named = chart.within((*chart.parties, *chart.actors, *chart.cues("verb", "mission")), first.end, then.start)
    return dated(then) if few and not named else None


def owned_by_adjective(chart: Chart, noun: Mention) -> Mention | None:
    """Whose independence an adjective right behind the noun says: "reconoció la independencia | kazaja"."""
    if chart.pack.adjectives != "after":
        return None
    return next((one for one in chart.parties if one.form == "adjective" and 0 < one.start - noun.end <= 1), None)


def by_adjective(chart: Chart, start: int, end: int) -> Found | None:
    """Whose independence or rule is recognised, said by an adjective right before it: "Bulgarian | independence"."""
    nouns = chart.within(chart.cues("noun.independence", "noun.regime"), start, end)
    owners = [
        one
        for one in chart.parties
        if one.form == "adjective" and any(0 <= noun.start - one.end <= 1 for noun in nouns)
    ]
    return found(owners[:1]) if owners else None
