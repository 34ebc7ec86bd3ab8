"""Totals that documents state → issues: whether they add up to what is listed, and whether two are of two times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from comity.facts.said import Said
from comity.model.claim import Quantity, Relations
from comity.model.issue import Issue, Severity
from comity.packs.reasons import say

FEW = 5  # fewer relations than this are no list, and a smaller number is no state's total


def check_totals(said: Iterable[Said]) -> Iterator[Issue]:
    """Issues of stated numbers of relations: a note where the list bears them out, a warning where it does not.

    155 stated and 155 rows agree; 130 in another document is a note: a count at another time.
    """
    said = tuple(said)
    listed = _listed(said)
    tallies: defaultdict[str, list[Said]] = defaultdict(list)
    for one in said:
        roles = one.claim.roles
        if not isinstance(roles, Quantity) or roles.indicator != "relations-count" or roles.from_ is None:
            continue
        if (roles.value or 0) >= FEW:
            tallies[roles.from_].append(one)
    for party in sorted(tallies):
        yield from _check_lists(tallies[party], listed, party)
        yield from _check_times(tallies[party])


def _listed(said: Iterable[Said]) -> Mapping[tuple[str, str], int]:
    """How many rows of each document give relations of each party."""
    rows: defaultdict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
    for one in said:
        place, roles = one.claim.place, one.claim.roles
        if place is not None and isinstance(roles, Relations) and roles.event == "established":
            for party in roles.parties:
                rows[(one.document, party)].add((place.table, place.row))
    return {key: len(places) for key, places in rows.items()}


def _value(said: Said) -> float:
    assert isinstance(said.claim.roles, Quantity)
    return said.claim.roles.value or 0


def _check_lists(tallies: Iterable[Said], listed: Mapping[tuple[str, str], int], party: str) -> Iterator[Issue]:
    for one in tallies:
        count = listed.get((one.document, party), 0)
        if count < FEW:
            continue
        code = "total-agrees" if count == _value(one) else "total-differs"
        yield _issue(
            one,
            code,
            Severity.NOTE if count == _value(one) else Severity.WARNING,
            say(code.replace("-", "_"), document=one.document, stated=f"{_value(one):g}", listed=count),
        )


def _check_times(tallies: list[Said]) -> Iterator[Issue]:
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
