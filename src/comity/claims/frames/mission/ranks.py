"""Ranks that a mission rises or falls to: "became a consulate-general in 1880 and a legation in 1926"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from comity.claims.clauses.relative import leads
from comity.claims.days.date_owners import events
from comity.claims.frames.sides.owners import owner_of
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.cues import load_cues
from comity.claims.sentences.marks import SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import role_before

_FIRST_STEP = 45
_STEP = 45
_RIGHT_BEFORE = 2
_LADDER = (
    "honorary-consulate",
    "consular-agency",
    "vice-consulate",
    "consulate",
    "consulate-general",
    "legation",
    "embassy",
)
_LEVELS = {"noun.embassy_level": "mission.embassy", "noun.legation_level": "mission.legation"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """One mission and the ranks it is said to rise or fall to, in order."""

    noun: Mention
    verb: Mention
    ranks: tuple[Mention, ...]


def find_ladders(chart: Chart, nouns: Sequence[Mention]) -> list[Ladder]:
    """The ladders of a sentence: a mission before a verb of rank, and the ranks behind the verb.

    Refuses one rank behind a noun said in full: "the legation was raised to an embassy" needs no ladder.
    """
    out: list[Ladder] = []
    for verb in chart.cues("verb.raise", "verb.lower"):
        subjects = [
            one for one in nouns if one.end <= verb.start and chart.clause(one.start) == chart.clause(verb.start)
        ]
        ranks = _ranks(chart, verb, nouns) or _ranks_before(chart, verb, subjects)
        subjects = [one for one in subjects if one not in ranks]
        if subjects and (len(ranks) > 1 or (ranks and subjects[-1].form)):
            out.append(Ladder(noun=subjects[-1], verb=verb, ranks=ranks))
    return out


def _ranks(chart: Chart, verb: Mention, nouns: Sequence[Mention]) -> tuple[Mention, ...]:
    out: list[Mention] = []
    end, reach = verb.start, _FIRST_STEP
    for one in nouns:
        if one.start < verb.start or chart.aside(one.start) != chart.aside(verb.start):
            continue
        between = [
            other
            for other in (*events(chart), *chart.parties, *chart.kind("city"))
            if end <= other.start < one.start and other is not verb and other is not one
        ]
        parted = leads(chart.pack) and has_any(
            chart.text[end : one.start], SEMICOLONS
        )  # "…; | the one | in A was shut"
        if one.start - max(end, verb.end) > reach or between or parted:
            break
        out.append(one)
        end, reach = one.end, _STEP
    return tuple(out)


def _ranks_before(chart: Chart, verb: Mention, nouns: Sequence[Mention]) -> tuple[Mention, ...]:
    """Two ranks or more before a verb that closes its clause: "1951 | zur Gesandtschaft und 1957 zur Botschaft"."""
    if not chart.pack.inverts:
        return ()
    ranks = [one for one in nouns if role_before(chart.text, one.start, chart.pack)[0] == "to"]
    return tuple(ranks) if len(ranks) > 1 and len(ranks) < len(nouns) else ()


def _level(chart: Chart, noun: Mention, verb: Mention) -> Mention | None:
    """The rank that a level right before a verb at the end names; with no class where no mission has it.

    "büyükelçilik düzeyine yükseltildi" is an embassy; a level of chargés d'affaires is no mission's rank. Where verbs
    come first, it stands behind the mission: «رُفعت المفوضية | إلى درجة سفارة».
    """
    if chart.pack.order == "svo":
        return _level_behind(chart, verb)
    told = chart.cues("noun.embassy_level", "noun.legation_level", "noun.charge_level")
    near = next((one for one in told if one is verb or 0 <= verb.start - one.end <= _RIGHT_BEFORE), None)
    if chart.pack.order == "vso":
        told = chart.within(told, noun.end, chart.clause(verb.start)[1]) if verb.end <= noun.start else []
        near = next((one for one in told if role_before(chart.text, one.start, chart.pack)[0] == "to"), None)
    if near is None:
        return None
    kind = next((kind for label, kind in _LEVELS.items() if label in near.classes), "")
    return replace(near, classes=frozenset({kind} if kind else ()))


def _level_behind(chart: Chart, verb: Mention) -> Mention | None:
    """The rank that a level right behind a verb names by the mission in its words: «до уровня | консульства»."""
    told = chart.cues("noun.embassy_level", "noun.legation_level", "noun.consular_level", "noun.charge_level")
    near = next((one for one in told if 0 <= one.start - verb.end <= _RIGHT_BEFORE), None)
    if near is None:
        return None
    words = chart.text[near.start : near.end]
    inner = load_cues(chart.pack.code).find_cues(words[words.find(" ") + 1 :])
    kinds = sorted(label for hit in inner for label in hit.classes if label.startswith("mission."))
    kinds = kinds or [kind for label, kind in _LEVELS.items() if label in near.classes]
    return replace(near, classes=frozenset(kinds[:1]))


def rank_of(chart: Chart, noun: Mention, verb: Mention, nouns: Sequence[Mention]) -> Mention | None:
    """The rank a mission is raised or lowered to: the later of two nouns; None where the noun itself is that rank."""
    level = _level(chart, noun, verb)
    if level is not None:
        return level if level.classes else None
    if f"mission.{noun.kind_in('mission')}" in verb.classes and verb is not noun and leads(chart.pack):
        return None  # "the legations | became legations | of Austria": no other rank
    before = role_before(chart.text, noun.start, chart.pack)[0]
    others = [one for one in nouns if one is not noun and one.kind_in("mission") != noun.kind_in("mission")]
    others = [one for one in others if chart.aside(one.start) == chart.aside(noun.start)]
    others = [one for one in others if one.start < verb.end or not _is_of_its_own(chart, one)]
    if not others and chart.aside(noun.start) is not None and verb.end <= noun.start:
        return None  # "six offices (in A and B, which will be raised to | consulates)": what was, stands elsewhere
    if not others:
        return None if before in ("by", "from") else noun
    if before in ("by", "from"):
        return None
    led = noun.end <= verb.start and chart.pack.order != "sov"
    behind = [one for one in others if one.start >= verb.end] if led else []
    target = min(behind, key=lambda one: one.start) if behind else max((*others, noun), key=lambda one: one.start)
    if role_before(chart.text, others[0].start, chart.pack)[0] in ("by", "from"):
        return noun
    return target if target is not noun else None


def _is_of_its_own(chart: Chart, rank: Mention) -> bool:
    """Whether a noun behind a verb of rank is another's mission: "was raised …, and | the Syrian Legation |"."""
    owner = owner_of(chart, rank)
    return leads(chart.pack) and owner is not None and owner.end <= rank.start


def rank_within(chart: Chart, noun: Mention, verb: Mention) -> tuple[str, str] | None:
    """The rank that a verb's own words name, and whether it is a step up or down: «стало | генеральным консульством».

    Two empty words where it is the rank that the mission has already («посольства стали | посольствами России»), or
    another mission stands between;
    None where the words name none.
    """
    words = chart.text[verb.start : verb.end]
    if " " not in words or not chart.pack.cases:
        return None
    own, told = (
        noun.kind_in("mission"),
        [label for hit in load_cues(chart.pack.code).find_cues(words[words.index(" ") + 1 :]) for label in hit.classes],
    )
    kind = next((label.partition(".")[2] for label in sorted(told) if label.startswith("mission.")), "")
    if kind not in _LADDER or own not in _LADDER:
        return None
    if kind == own or any(noun.end <= one.start < verb.start for one in chart.cues("mission")):
        return "", ""
    return kind, "raised" if _LADDER.index(kind) > _LADDER.index(own) else "lowered"


def changed(event: str, before: str, after: str) -> str:
    """Whether a change of class is up or down, whatever its verb: "the Embassy | became | a Consulate General"."""
    if event not in ("raised", "lowered") or before not in _LADDER or after not in _LADDER or before == after:
        return event
    return "raised" if _LADDER.index(after) > _LADDER.index(before) else "lowered"
