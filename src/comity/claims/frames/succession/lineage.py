"""Which of the states that a sentence names followed which, where it says only that they joined, parted or changed.

"The GDR acceded to the Federal Republic", "the two Yemens united", "Slovakia and the Czech Republic replaced it": the
verb says that one state gave way to another, and the register's own list of successions which of them can have.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from comity.claims.context.discourse import Discourse
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.times.attach import dated, event_date
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.marks import CLAUSE_COMMAS, has_any
from comity.claims.sentences.mention import Mention
from comity.model.roles import Succession
from comity.model.when import When
from comity.packs.polity_tables import SuccessionEdge
from comity.parties.registry import load_registry

_REACH = 110
_NEAR_YEARS = 1
_TURNS = ("verb.turn", "verb.replace", "verb.succeed", "verb.split", "verb.continue", "verb.dissolve", "verb.join")
_PLAIN = frozenset({"verb.split", "verb.continue"})
_BACKWARD = frozenset({"verb.continue", "verb.replace"})
_LEADING = ("", "and", "between")
_PARTED = ("from", "for")  # «انفصل | عن | السودان»
_BESIDE = 12
_FOLLOWING = ("absorbed-by", "merges-into", "continues", "succeeds")
_KINDS = {
    "verb.join": ("absorbed-by", "merges-into"),
    "verb.replace": _FOLLOWING,
    "verb.continue": _FOLLOWING,
    "verb.split": ("succeeds", "splits-off", "continues"),
    "verb.dissolve": ("succeeds", "continues"),
}


def read_lineage(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a sentence in which a state joined another, split, was renamed or replaced.

    "Die DDR trat am 3. Oktober 1990 der Bundesrepublik bei". Refuses two of which none can have followed the other,
    and a day that was not the one on which it did.
    """
    verbs = [one for one in chart.cues(*_TURNS) if "mark.done" not in one.classes]
    if not verbs or discourse.row is not None:
        return
    told: dict[tuple[str, str], Draft] = {}
    for left, right in _pairs(chart, discourse, verbs):
        for step in (_step(before, after) for before in left.ids for after in right.ids):
            verb = _verb_of(chart, step, verbs, (left, right)) if step is not None else None
            day = _day(chart, discourse, verb, step) if step is not None and verb is not None else None
            if step is not None and verb is not None and day is not None:
                draft = _draft(step, day, modality_of(chart, verb), (left, right))
                told.setdefault((step.predecessor, step.successor), draft)
    yield from told.values()


def _draft(step: SuccessionEdge, day: Dated, modality: str, ends: tuple[Mention, Mention]) -> Draft:
    """The draft of one step; what "would later become" another did become it."""
    return Draft(
        roles=Succession(predecessor=step.predecessor, successor=step.successor),
        rule="succession.lineage",
        dated=day,
        modality="asserted" if modality == "planned" else modality,
        context=(*ends[0].context, *ends[1].context),
    )


def can_follow(predecessor: str, successor: str) -> bool:
    """Whether one party can have followed another: it is told of so, or it ended and is not told of the other way."""
    if _leads(successor, predecessor) and _ended(successor) and not _ended(predecessor):
        return False
    if not _ended(predecessor):
        return any(one.successor == successor for one in _after(predecessor))
    return _leads(predecessor, successor) or not _leads(successor, predecessor)


def _pairs(chart: Chart, discourse: Discourse, verbs: Iterable[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Who may have given way to whom: all that are named, who was spoken of where the verb has no subject.

    The heading's party is one, too, where two of its kind "united" and nothing says into what.
    """
    named = [one for one in chart.parties if one.ids and one.form != "metonym"]
    for left in (*named, *_subject_before(chart, discourse, verbs)):
        for right in named:
            if left is not right and ":" not in chart.between(left, right):
                yield left, right
    into = [one for one in _headed(discourse) if not any(set(one.ids) & set(other.ids) for other in named)]
    united = bool(chart.cues("verb.turn")) and len(named) > 1
    yield from ((left, right) for left in named for right in into if united and left.group >= 0)


def _subject_before(chart: Chart, discourse: Discourse, verbs: Iterable[Mention]) -> list[Mention]:
    """Who the sentence before told of, where nobody stands before the first verb: "The GDR. | Joined the FRG"."""
    first = min(verbs, key=lambda verb: verb.start)
    one = discourse.the_one()
    if one is None or first.classes & _BACKWARD or any(party.end <= first.start for party in chart.parties):
        return []
    return [Mention(kind="party", start=0, end=0, ids=one.ids, context=one.context(), deictic=True)]


def _headed(discourse: Discourse) -> list[Mention]:
    """The one party that the heading over the sentence names, else the one spoken of."""
    one = discourse.heading or discourse.the_one()
    if one is None or len(one.ids) != 1:
        return []
    return [Mention(kind="party", start=0, end=0, ids=one.ids, context=one.context(), deictic=True)]


def _step(predecessor: str, successor: str) -> SuccessionEdge | None:
    """The one step from a party to the other; None where none is known, or where others see it otherwise."""
    edges = [one for one in _after(predecessor) if one.successor == successor != predecessor and not one.contested]
    return edges[0] if edges else None


def _verb_of(
    chart: Chart, step: SuccessionEdge, verbs: Iterable[Mention], ends: tuple[Mention, Mention]
) -> Mention | None:
    """The verb nearest to both that can tell of such a step; None where all are far away or deny it."""
    left, right = ends
    best: tuple[int, Mention] | None = None
    for verb in verbs:
        if not _tells(verb, step) or negated(chart, [verb]) or not _may_do(chart, left, right, verb, step):
            continue
        far = [one.distance(verb) for one in (left, right) if one.end]
        if max(far) <= _REACH and (best is None or sum(far) < best[0]):
            best = (sum(far), verb)
    return best[1] if best else None


def _tells(verb: Mention, step: SuccessionEdge) -> bool:
    """Whether a verb tells of this kind of step: who "joined" another did not split off from it."""
    kinds = {kind for label in _TURNS if label in verb.classes for kind in _KINDS.get(label, _FOLLOWING)}
    return step.kind in kinds and (_ended(step.predecessor) or bool(verb.classes & {"verb.split"}))


def _may_do(chart: Chart, left: Mention, right: Mention, verb: Mention, step: SuccessionEdge) -> bool:
    """Whether the two stand to the verb as what gave way and what followed: never side by side in one list.

    What gave way leads its own verb, or is owned by its noun; who took "the Soviet seat" may name it by an adjective.
    """
    if (left.group == right.group >= 0) or right.form == "adjective":
        return False
    if verb.classes & _BACKWARD:
        return left.form != "adjective" or step.kind == "continues"
    if not _together(chart, verb, right):
        return False
    others = [one for one in chart.cues(*_TURNS) if left.end <= one.start < verb.start]
    if any(not one.classes & _BACKWARD for one in others):
        return False
    noun = left.role == "of" and 0 <= left.start - verb.end <= _BESIDE
    parted = "verb.split" in verb.classes and left.role in _PARTED and step.kind == "splits-off"
    return left.form != "adjective" and (left.role in _LEADING or noun or parted)


def _together(chart: Chart, verb: Mention, right: Mention) -> bool:
    """Whether nothing but a date stands between a verb and what followed: "broke up on 1 January 1993 into | Slovakia".

    Refuses another statement: "fell apart, and the embassy of Russia …", "was incorporated into that which became …".
    """
    first = min(chart.group_of(right), key=lambda one: one.start)
    low, high = (verb.end, first.start) if verb.end <= first.start else (right.end, verb.start)
    behind = verb.end <= first.start or chart.pack.order == "sov"
    between = [one for one in chart.cues("verb", "mark.relative") if low <= one.start < high]
    if any("mark.relative" in one.classes or not set(_TURNS) & one.classes for one in between):
        return False
    plain = "verb.dissolve" in verb.classes and not verb.classes & {"verb.split", "verb.turn"}
    return not plain or (behind and not has_any(chart.text[low:high], CLAUSE_COMMAS))


def _day(chart: Chart, discourse: Discourse, verb: Mention, step: SuccessionEdge) -> Dated | None:
    """The date of the verb, where it can be the step's; else the one date in the sentence that can; else no date.

    None where a day is given that is another deed's: "The GDR and the FRG joined the UN in 1973".
    """
    own = event_date(chart, discourse, verb)
    if own.when is not None and own.when.interval and own.when.end is None:
        own = replace(own, when=When(own.when.start, None))
    if _near(own.when, step):
        return own
    here = chart.within(chart.dates, *chart.clause(verb.start))
    fitting = [one for one in here if one.date is not None and _near(one.date.when, step)]
    if len(fitting) == 1:
        return dated(fitting[0])
    return None if own.when is not None and not verb.classes & _PLAIN else Dated()


def _near(when: When | None, step: SuccessionEdge) -> bool:
    """Whether a date can be that of a step: its year, or the one beside it."""
    if when is None or when.interval or when.start is None or step.when.start is None:
        return False
    years = (when.start.year, step.when.start.year)
    return all(one.isdecimal() for one in years) and abs(int(years[0]) - int(years[1])) <= _NEAR_YEARS


def _ended(party: str) -> bool:
    """Whether a party is a state that is no more."""
    registry = load_registry()
    if party not in registry:
        return True
    spells = registry.get(party).spells
    return bool(spells) and spells[-1].when.interval and spells[-1].when.end is not None


def _leads(predecessor: str, successor: str) -> bool:
    """Whether one party became the other in one step or in several: Yugoslavia, then the State Union, then Serbia."""
    seen: set[str] = set()
    front = [predecessor]
    while front:
        party = front.pop()
        seen.add(party)
        after = [one.successor for one in _after(party) if party == predecessor or one.kind != "splits-off"]
        if successor in after:
            return True
        front += [one for one in after if one not in seen]
    return False


def _after(party: str) -> tuple[SuccessionEdge, ...]:
    """What followed a party, as the list of successions has it."""
    registry = load_registry()
    return registry.successors(party) if party in registry else ()
