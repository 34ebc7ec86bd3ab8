"""What cannot be in the world, found in the facts: small functions, each an issue, never a repair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from comity.facts.atlas import Atlas
from comity.facts.relate import flow_of, values_fit
from comity.facts.values import show_number
from comity.model.fact import Fact
from comity.model.issue import Issue, Severity
from comity.model.roles import Appointment, Mission, Quantity, Relations
from comity.model.when import When
from comity.packs.reasons import say

BEGINNINGS = ("appointed", "credentials", "opened")
DIPLOMATIC = ("embassy", "high-commission", "legation")
CHECKED = (Mission, Relations, Appointment, Quantity)


def check_pair(facts: Sequence[Fact], atlas: Atlas) -> Iterator[Issue]:
    """Issues of the facts of one pair that cannot all be true; they are given by id."""
    yield from check_mission_before_relations(facts)
    yield from check_two_embassies(facts)
    yield from check_parties_exist(facts, atlas)
    yield from check_after_severance(facts)
    yield from check_both_sides(facts)


def check_mission_before_relations(facts: Sequence[Fact]) -> Iterator[Issue]:
    """An embassy that opened before the pair had relations: ``1991-05`` against ``1992-07-22``."""
    begun = [fact for fact in facts if _is(fact, "established") and fact.when is not None]
    for fact in facts:
        if not isinstance(fact.roles, Mission) or fact.roles.event != "opened" or fact.when is None:
            continue
        if fact.roles.kind not in DIPLOMATIC or fact.when.last is None or not begun:
            continue
        first = min(begun, key=lambda one: (one.when.first if one.when and one.when.first else 0, one.id))
        if first.when is not None and first.when.first is not None and fact.when.last < first.when.first:
            message = say(
                "mission_before_relations",
                mission=f"{fact.roles.sender} {fact.roles.kind}",
                date=str(fact.when),
                parties="–".join(first.roles.parties) if isinstance(first.roles, Relations) else "",
                since=str(first.when),
            )
            yield _issue("mission-before-relations", fact, message)


def check_parties_exist(facts: Sequence[Fact], atlas: Atlas) -> Iterator[Issue]:
    """Relations established on a day when one of the parties did not exist: Serbia (SRB) in 1996."""
    for fact in facts:
        if not isinstance(fact.roles, Relations) or fact.roles.event != "established" or fact.when is None:
            continue
        for party in fact.roles.parties:
            if not atlas.exists(party, fact.when):
                message = say(
                    "relations_before_party",
                    parties="–".join(fact.roles.parties),
                    date=str(fact.when),
                    party=atlas.name(party),
                )
                yield _issue("party-did-not-exist", fact, message)


def check_after_severance(facts: Sequence[Fact]) -> Iterator[Issue]:
    """An ambassador appointed, or an embassy opened, between the severing of relations and their restoration."""
    ended = [fact for fact in facts if _is(fact, "severed")]
    begun = [fact for fact in facts if _is(fact, "restored") or _is(fact, "established")]
    for fact in facts:
        if not isinstance(fact.roles, Appointment | Mission) or fact.roles.event not in BEGINNINGS:
            continue
        before = [one for one in ended if _day(one) and _day(one) < _day(fact)]
        last = max(before, key=_day, default=None)
        if last is None or any(_day(last) < _day(one) <= _day(fact) for one in begun):
            continue
        parties = last.roles.parties if isinstance(last.roles, Relations) else ()
        what = f"{fact.type} {fact.roles.event} ({fact.roles.sender})"
        message = say(
            "after_severance", what=what, date=str(fact.when), parties="–".join(parties), since=str(last.when)
        )
        yield _issue("after-severance", fact, message)


def check_both_sides(facts: Sequence[Fact]) -> Iterator[Issue]:
    """One trade told from both ends that do not agree: exports of KAZ to TUR against imports of TUR from KAZ."""
    told: defaultdict[tuple[str, str, str, str], dict[str, Fact]] = defaultdict(dict)
    for fact in facts:
        roles, flow = fact.roles, flow_of(fact.roles)
        if isinstance(roles, Quantity) and flow is not None and fact.when is not None:
            told[(*flow, str(fact.when), roles.unit or "")][roles.indicator] = fact
    for (seller, buyer, period, _), ends_told in sorted(told.items()):
        if len(ends_told) == 2 and not values_fit(ends_told["exports"].roles, ends_told["imports"].roles):
            exports, imports = ends_told["exports"], ends_told["imports"]
            message = say(
                "sides_differ",
                seller=seller,
                buyer=buyer,
                period=period,
                one=show_number(exports.roles),
                other=show_number(imports.roles),
                exports=", ".join(exports.preferred.documents),
                imports=", ".join(imports.preferred.documents),
            )
            yield _issue("both-sides-differ", exports, message)


def _day(fact: Fact) -> int:
    return fact.when.first or 0 if fact.when is not None else 0


def check_two_embassies(facts: Sequence[Fact]) -> Iterator[Issue]:
    """Two embassies of one state in another over the same dated time, in two cities."""
    posts: defaultdict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        roles = fact.roles
        if not isinstance(roles, Mission) or roles.kind != "embassy" or roles.event != "exists" or roles.via:
            continue
        if fact.when is not None and roles.city is not None:
            posts[(roles.sender, roles.receiver)].append(fact)
    for (sender, receiver), found in sorted(posts.items()):
        for one, other in pairwise(found):
            if one.when is not None and other.when is not None and _known_together(one.when, other.when):
                cities = " and ".join(sorted((_city(one), _city(other))))
                message = say("two_embassies", sender=sender, receiver=receiver, cities=cities)
                yield _issue("two-embassies-at-once", one, message)


def _known_together(one: When, other: When) -> bool:
    """Whether both are known to hold on one day: ``../1998`` says so of 1998 alone, not of all time before."""
    left, right = _known_days(one), _known_days(other)
    return left[0] <= right[1] and right[0] <= left[1]


def _known_days(when: When) -> tuple[int, int]:
    days = [day for day in (when.first, when.last) if day is not None]
    return (days[0], days[-1]) if days else (1, 0)


def _city(fact: Fact) -> str:
    return fact.roles.city or "" if isinstance(fact.roles, Mission) else ""


def _is(fact: Fact, event: str) -> bool:
    return isinstance(fact.roles, Relations) and fact.roles.event == event


def _issue(code: str, fact: Fact, message: str) -> Issue:
    place = fact.preferred.documents[0] if fact.preferred.documents else fact.id
    return Issue(code=code, severity=Severity.WARNING, place=place, message=f"{message} [fact {fact.id}]")
