"""Totals that documents state → issues: whether they add up to what is listed, and whether two are of two times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from comity.facts.relate import flow_of
from comity.facts.said import Said
from comity.model.claim import Claim
from comity.model.issue import Issue, Severity
from comity.model.roles import Quantity, Relations
from comity.packs.reasons import say

Listed = Mapping[tuple[str, str], int]
_TRADE = ("trade-turnover", "exports", "imports")
SLACK = 0.05  # exports and imports told in round numbers may miss their sum by as much
FEW = 5  # fewer relations than this are no list, and a smaller number is no state's total


def total_of(claim: Claim) -> str:
    """The party whose number of relations a claim states; empty of any other claim, and of three, no state's total."""
    roles = claim.roles
    if not isinstance(roles, Quantity) or roles.indicator != "relations-count" or (roles.value or 0) < FEW:
        return ""
    return roles.from_ or ""


def check_totals(tallies: Sequence[Said], listed: Listed) -> Iterator[Issue]:
    """Issues of one party's stated numbers: a note where the list bears one out, a warning where it does not.

    155 stated and 155 rows agree; 130 in another document is a note: a count at another time.
    """
    yield from _check_lists(tallies, listed)
    yield from _check_times(tallies)


def check_turnover(said: Iterable[Said]) -> Iterator[Issue]:
    """Issues of a turnover that is not what the same document gives as exports and imports of the pair and the time.

    5.4 billion with exports of 3.1 and imports of 2.3 is one; services are often left out of one of the three.
    """
    told: defaultdict[tuple[str, str, str, str], list[Said]] = defaultdict(list)
    for one in said:
        roles, ends = one.claim.roles, tuple(sorted(one.claim.parties()))
        if isinstance(roles, Quantity) and roles.indicator in _TRADE and roles.value and len(ends) == 2:
            told[(one.document, "–".join(ends), str(one.claim.when), roles.unit or "")].append(one)
    for (document, parties, period, _), ones in sorted(told.items()):
        flows = {flow: _value(one) for one in ones if (flow := flow_of(one.claim.roles)) is not None}
        totals = [one for one in ones if _quantity(one).indicator == "trade-turnover"]
        if len(flows) != 2 or period == "None":
            continue
        for one in totals:
            total = sum(flows.values())
            if abs(_value(one) - total) > SLACK * total:
                message = say(
                    "turnover_differs",
                    document=document,
                    parties=parties,
                    period=period,
                    stated=f"{_value(one):,.0f}",
                    total=f"{total:,.0f}",
                )
                yield _issue(one, "turnover-differs", Severity.WARNING, message)


def count_listed(said: Iterable[Said]) -> Listed:
    """How many rows of each document give relations of each party."""
    rows: defaultdict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
    for one in said:
        place, roles = one.claim.place, one.claim.roles
        if place is not None and isinstance(roles, Relations) and roles.event == "established":
            for party in roles.parties:
                rows[(one.document, party)].add((place.table, place.row))
    return {key: len(places) for key, places in rows.items()}


def _quantity(said: Said) -> Quantity:
    assert isinstance(said.claim.roles, Quantity)
    return said.claim.roles


def _value(said: Said) -> float:
    return _quantity(said).value or 0


def _check_lists(tallies: Iterable[Said], listed: Listed) -> Iterator[Issue]:
    for one in tallies:
        count = listed.get((one.document, total_of(one.claim)), 0)
        if count < FEW:
            continue
        code = "total-agrees" if count == _value(one) else "total-differs"
        yield _issue(
            one,
            code,
            Severity.NOTE if count == _value(one) else Severity.WARNING,
            say(code.replace("-", "_"), document=one.document, stated=f"{_value(one):g}", listed=count),
        )


def _check_times(tallies: Sequence[Said]) -> Iterator[Issue]:
    stated: dict[tuple[str, float], Said] = {(one.document, _value(one)): one for one in tallies}
    ordered = [stated[key] for key in sorted(stated, key=lambda key: (-key[1], key[0]))]
    for one in ordered[1:]:
        first = ordered[0]
        if _value(one) != _value(first) and one.document != first.document:
            message = say(
                "total_over_time",
                one=_dated(first),
                stated=f"{_value(first):g}",
                other=_dated(one),
                against=f"{_value(one):g}",
            )
            yield _issue(one, "total-at-another-time", Severity.NOTE, message)


def _dated(said: Said) -> str:
    return f"{said.document} ({said.claim.when})" if said.claim.when else said.document


def _issue(said: Said, code: str, severity: Severity, message: str) -> Issue:
    evidence = said.claim.evidence
    return Issue(
        code=code, severity=severity, place=said.document, message=message, start=evidence.start, end=evidence.end
    )
