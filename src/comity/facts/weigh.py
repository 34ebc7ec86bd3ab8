"""Values → readings: which one is preferred, by which declared rule, and in which words that is said."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from comity.facts.acts import Acts, find_other_acts
from comity.facts.atlas import Atlas
from comity.facts.confidence import find_confidence, kind_of
from comity.facts.keys import FINENESS, Thing
from comity.facts.origins import Origins
from comity.facts.relate import Disagreement, is_tally, name_disagreement
from comity.facts.said import Said
from comity.facts.shapes import Shape, Time
from comity.facts.sources import kind_for
from comity.facts.values import Value, find_leaves, find_values, fit_together, merge_roles
from comity.facts.voices import Voices, count_voices
from comity.model.fact import Fact, Rank, Reading, Standing
from comity.model.origin import UNKNOWN, SourceGuess
from comity.model.roles import Quantity, Roles
from comity.packs.reasons import say
from comity.packs.sources import SourceRules

MISTAKES = (
    Disagreement.SWAPPED,
    Disagreement.ONE_DIGIT,
    Disagreement.JULIAN,
    Disagreement.OTHER_ACT,
    Disagreement.BEFORE_PARTY,
)
REASON_OF = {
    Disagreement.NEIGHBOURING_DAY: "neighbouring_day",
    Disagreement.SWAPPED: "swapped",
    Disagreement.JULIAN: "julian",
    Disagreement.ONE_DIGIT: "one_digit",
    Disagreement.OTHER_ACT: "other_act",
    Disagreement.BEFORE_PARTY: "before_party",
    Disagreement.OTHER_TIME: "other_time",
    Disagreement.PLAIN: "clashes",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """What values are weighed with: the declared rules, where documents come from, all acts of each pair, voices."""

    rules: SourceRules
    origins: Origins
    acts: Acts
    voices: Voices
    atlas: Atlas

    def guess(self, document: str) -> SourceGuess:
        """What kind of source a document is; one that was not given is unknown."""
        known = self.origins.get(document)
        return UNKNOWN if known is None else known.source

    def kind(self, said: Said) -> str:
        """The kind of source of this claim's document, for this claim's act."""
        return kind_for(self.guess(said.document), said.claim.roles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """A thing's values: all of them, and the most exact ones (leaves) in order, each with those that fit it."""

    every: tuple[Value, ...]
    leaves: tuple[Value, ...]
    families: tuple[tuple[Value, ...], ...]
    weights: tuple[tuple[float, ...], ...]
    shape: Shape


def weigh(thing: Thing, scale: Scale) -> Fact:
    """The fact that a thing's claims make: its readings ranked, each with its rule and reason, and its standing."""
    values = _order(find_values(thing), thing.shape, scale)
    preferred = values.leaves[0]
    readings = [_first_reading(values, scale)]
    readings += [_agreeing(one, preferred, thing.shape) for one in values.families[0] if one is not preferred]
    agreeing = {id(value) for value in values.families[0]}
    standing, leading = _standing(values, scale), preferred.said
    clashing = {id(one): one for family in values.families[1:] for one in family if id(one) not in agreeing}
    readings += [_clashing(value, preferred, scale) for value in clashing.values()]
    return Fact(
        id=thing.id,
        roles=readings[0].roles,
        modality=thing.said[0].claim.modality,
        standing=standing,
        readings=tuple(readings),
        confidence=find_confidence(standing, leading, preferred.when),
        kind=kind_of(standing, leading, preferred.when),
    )


def _order(every: tuple[Value, ...], shape: Shape, scale: Scale) -> Values:
    """The values with the leaves in the order of the declared rules, each family beginning with its leaf."""
    leaves = find_leaves(every, shape)
    families = [_family(leaf, every, shape) for leaf in leaves]
    weights = [
        _weights(leaf, family, scale) if len(leaves) > 1 else () for leaf, family in zip(leaves, families, strict=True)
    ]
    order = sorted(range(len(leaves)), key=lambda place: (weights[place], str(leaves[place])))
    return Values(
        every=every,
        leaves=tuple(leaves[place] for place in order),
        families=tuple(families[place] for place in order),
        weights=tuple(weights[place] for place in order),
        shape=shape,
    )


def _family(leaf: Value, values: Sequence[Value], shape: Shape) -> tuple[Value, ...]:
    if shape.time in (Time.STATE, Time.TERM):
        return (leaf, *(value for value in values if value is not leaf))
    return (leaf, *(value for value in values if value is not leaf and fit_together(value, leaf, shape)))


def _standing(values: Values, scale: Scale) -> Standing:
    if len(values.leaves) > 1:
        return Standing.DISPUTED
    by_value = values.shape.time in (Time.STATE, Time.TERM, Time.PERIOD)
    agreeing = values.families[0] if by_value else values.leaves
    said = [one for value in agreeing for one in value.said]
    return Standing.AGREED if _voices(said, scale) > 1 else Standing.SINGLE


def _voices(said: Sequence[Said], scale: Scale) -> int:
    return count_voices(said, scale.voices, scale.rules.copy)


def _weights(leaf: Value, family: Sequence[Value], scale: Scale) -> tuple[float, ...]:
    """What the declared rules give a value, in their order, smaller is better; a number of no time comes last."""
    said = [one for value in family for one in value.said]
    rules: Mapping[str, Callable[[], float]] = {
        "existence": lambda: 1 if _missing_party(leaf, scale) else 0,
        "official": lambda: min(0 if scale.kind(one) in scale.rules.official else 1 for one in said),
        "source": lambda: min(scale.rules.rank(scale.kind(one)) for one in said),
        "precision": lambda: len(FINENESS) if leaf.when is None else FINENESS.index(leaf.when.precision),
        "voices": lambda: -_voices(said, scale),
        "recency": lambda: -max(_age(one.document, scale) for one in said),
        "act": lambda: 1 if _other_act(leaf, scale) else 0,
    }
    timeless = isinstance(leaf.said[0].claim.roles, Quantity) and leaf.when is None
    return (float(timeless), *(rules[name]() for name in scale.rules.rules))


def _age(document: str, scale: Scale) -> int:
    known = scale.origins.get(document)
    return 0 if known is None or known.date is None else known.date.first or 0


def _first_reading(values: Values, scale: Scale) -> Reading:
    leaf, family = values.leaves[0], values.families[0]
    if len(values.leaves) > 1:
        rule, reason = _why_first(values, scale)
    else:
        count = _voices(leaf.said, scale)
        rule = _rule_alone(count, len(values.every), len(leaf.documents), values.shape)
        reason = say(rule, value=str(leaf), count=count, documents=_name_documents(leaf.said))
    if len(values.every) == 1:
        return _reading(leaf, Rank.PREFERRED, rule, reason)
    together = merge_roles([one for value in family for one in value.said])
    return _reading(leaf, Rank.PREFERRED, rule, reason, roles=_keep_number(together, merge_roles(leaf.said)))


def _rule_alone(voices: int, values: int, documents: int, shape: Shape) -> str:
    """Why a value stands first that nothing clashes with."""
    if voices > 1:
        return "all_agree"
    if values > 1:
        return "fuller" if shape.time in (Time.STATE, Time.TERM) else "finer"
    return "only" if documents == 1 else "no_other"


def _keep_number(together: Roles, own: Roles) -> Roles:
    """What all that agree say together, with the preferred value's own number."""
    if not isinstance(together, Quantity) or not isinstance(own, Quantity):
        return together
    change = own.change if own.change is not None else together.change
    return replace(together, value=own.value, min=own.min, max=own.max, change=change)


def _why_first(values: Values, scale: Scale) -> tuple[str, str]:
    names = ("time", *scale.rules.rules)
    pairs = zip(names, values.weights[0], values.weights[1], strict=True)
    rule = next((name for name, one, two in pairs if one != two), "order")
    said = [one for value in values.families[0] for one in value.said]
    kind = min((scale.kind(one) for one in said), key=scale.rules.rank)
    best = [one for one in said if scale.kind(one) == kind] if rule == "source" else said
    return f"by_{rule}", say(
        f"by_{rule}",
        others=", ".join(str(leaf) for leaf in values.leaves[1:]),
        documents=_name_documents(best),
        kind=scale.rules.kinds[kind],
        count=_voices(said, scale),
    )


def _agreeing(value: Value, leaf: Value, shape: Shape) -> Reading:
    rule = "also_holds" if shape.time in (Time.STATE, Time.TERM) else "finer_than"
    return _reading(value, Rank.NORMAL, rule, say(rule, preferred=str(leaf), documents=_name_documents(value.said)))


def _clashing(value: Value, preferred: Value, scale: Scale) -> Reading:
    kind = _kind_of_clash(value, preferred, scale)
    rank = Rank.DEPRECATED if kind in MISTAKES else Rank.NORMAL
    rule = REASON_OF[kind]
    reason = say(
        rule,
        preferred=str(preferred),
        documents=_name_documents(value.said),
        act=", ".join(sorted(_other_act(value, scale))),
        party=_missing_party(value, scale) or "",
    )
    return _reading(value, rank, rule, reason)


def _kind_of_clash(value: Value, preferred: Value, scale: Scale) -> Disagreement:
    if isinstance(value.said[0].claim.roles, Quantity):
        apart = value.when != preferred.when or is_tally(value.said[0].claim.roles)
        return Disagreement.OTHER_TIME if apart else Disagreement.PLAIN
    if _missing_party(value, scale) and not _missing_party(preferred, scale):
        return Disagreement.BEFORE_PARTY
    if _other_act(value, scale) and not _other_act(preferred, scale):
        return Disagreement.OTHER_ACT
    if value.when is None or preferred.when is None:
        return Disagreement.PLAIN
    return name_disagreement(value.when, preferred.when)


def _other_act(value: Value, scale: Scale) -> frozenset[str]:
    """The other acts of the same parties that this value's date may be, as ``type event``."""
    return find_other_acts(value.said[0], scale.acts)


def _missing_party(value: Value, scale: Scale) -> str | None:
    """The first party that was not there on a value's date, by the register; of a count or no date none."""
    claim = value.said[0].claim
    if value.when is None or claim.type not in ("relations", "recognition"):
        return None
    return next((party for party in claim.parties() if not scale.atlas.exists(party, value.when)), None)


def _name_documents(said: Sequence[Said]) -> str:
    return ", ".join(sorted({_name_document(one) for one in said}))


def _name_document(said: Said) -> str:
    place = said.claim.place
    if place is None:
        return said.document
    rows = sorted({one.claim.place.row for one in (said, *said.either) if one.claim.place})
    return f"{said.document} (row {' or '.join(map(str, rows))} of table {place.table})"


def _reading(value: Value, rank: Rank, rule: str, reason: str, *, roles: Roles | None = None) -> Reading:
    return Reading(
        when=value.when,
        roles=merge_roles(value.said) if roles is None else roles,
        claims=tuple(sorted({name for one in value.said for name in (one.id, *(row.id for row in one.either))})),
        documents=value.documents,
        rank=rank,
        rule=rule,
        reason=reason,
    )
