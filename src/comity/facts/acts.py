"""The dated acts of each pair of parties: what tells the day of a recognition from the beginning of relations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from comity.facts.relate import days_apart
from comity.facts.said import Said
from comity.facts.shapes import event_of
from comity.model.roles import Relations
from comity.model.when import When

ACTS = ("relations", "recognition", "mission", "agreement", "appointment")
# Which acts are taken for which: an embassy's opening for the beginning of relations, hardly a treaty for an opening
TAKEN_FOR = {
    "relations": ("recognition", "relations", "mission", "agreement", "appointment"),
    "recognition": ("relations",),
    "mission": ("relations", "appointment"),
    "agreement": ("agreement",),
}
STANDING = ("exists", "absent", "holds", "refused")  # what merely holds has no day that could be taken for another
MANY = ("agreement",)  # a pair signs many: only the same day is more than chance
FINE, COARSE = ("day", "month"), ("day", "month", "year")

Pair = tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Act:
    """One act of a pair: its name (``recognition recognised``) and its date as text, then as a date."""

    name: str
    date: str
    when: When


Acts = Mapping[Pair, tuple[Act, ...]]


def gather_acts(said: Iterable[Said]) -> Acts:
    """All acts of every pair that some claim dates to a day or a month, each once."""
    found: defaultdict[Pair, dict[tuple[str, str], Act]] = defaultdict(dict)
    for one in said:
        claim, when = one.claim, one.claim.when
        if claim.type not in ACTS or claim.modality != "asserted" or event_of(claim.roles) in STANDING:
            continue
        if when is not None and when.precision in FINE and not when.interval:
            name = name_act(one)
            found[claim.parties()][(name, str(when))] = Act(name, str(when), when)
    return {pair: tuple(acts[key] for key in sorted(acts)) for pair, acts in found.items()}


def name_act(said: Said) -> str:
    """The name of the act that a claim speaks of: ``relations established``, ``relations established consular``."""
    roles = said.claim.roles
    level = roles.level if isinstance(roles, Relations) and roles.level == "consular" else ""
    return f"{said.claim.type} {event_of(roles)} {level or ''}".strip()


def find_other_acts(said: Said, acts: Acts) -> frozenset[str]:
    """The other acts of the same parties that this claim's date may be: ``recognition recognised`` of that day.

    A year is taken for the recognition of that year, a day for an opening known only by its month; of agreements, of
    which a pair has many, only the same day counts.
    """
    when = said.claim.when
    if when is None or when.precision not in COARSE:
        return frozenset()
    own, taken = name_act(said), TAKEN_FOR.get(said.claim.type, ())
    return frozenset(
        act.name
        for act in acts.get(said.claim.parties(), ())
        if act.name != own and act.name.split()[0] in taken and _may_be(when, act)
    )


def _may_be(when: When, act: Act) -> bool:
    if act.name.split()[0] in MANY:
        return str(when) == act.date
    return days_apart(when, act.when) == 0
