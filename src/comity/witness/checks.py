"""Whether a proposed claim holds: every role must be found by comity's own readers in the quote or its context."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from types import MappingProxyType

from comity.dates import DateContext, find_dates
from comity.model.claim import Claim
from comity.model.roles import MISSION_KINDS, OFFICES, Quantity, iter_parties
from comity.model.when import When
from comity.parties.index import NameHit, load_index
from comity.parties.places import load_places
from comity.quantities import find_quantities

_ALLOWED: Mapping[tuple[str, str], frozenset[str]] = MappingProxyType(
    {
        ("relations", "event"): frozenset(
            ["established", "severed", "suspended", "restored", "upgraded", "downgraded", "exists", "absent"]
        ),
        ("recognition", "event"): frozenset(("recognised", "refused", "withdrawn")),
        ("mission", "event"): frozenset(["exists", "opened", "closed", "moved", "raised", "lowered", "absent"]),
        ("mission", "kind"): frozenset(MISSION_KINDS),
        ("visit", "office"): frozenset(OFFICES),
        ("visit", "kind"): frozenset(("state", "official", "working", "private")),
        ("agreement", "event"): frozenset(["signed", "ratified", "in-force", "terminated", "negotiated"]),
        ("membership", "event"): frozenset(["holds", "joined", "left", "elected"]),
        ("body", "event"): frozenset(("founded", "met", "ended")),
        ("appointment", "event"): frozenset(["appointed", "credentials", "ended", "holds", "recalled", "expelled"]),
        ("dispute", "event"): frozenset(("open", "settled", "raised")),
    }
)
_TO_THE_LETTER = frozenset(
    {"person", "persons", "title", "name", "award", "recipient", "place", "places", "change"}
)  # what a claim keeps in the form that its text has it in
_ENGLISH = frozenset({"place", "places"})  # a city by its English name: found as a city, not as letters


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """A quote with what it stands under, as comity's readers see both; ``day`` is the document's own date."""

    quote: str
    context: str
    language: str
    day: When | None = None

    @cached_property
    def text(self) -> str:
        """The context and the quote, each on lines of its own."""
        return f"{self.context}\n\n{self.quote}"

    @cached_property
    def names(self) -> tuple[NameHit, ...]:
        """All names in both, with what else the same stretches may name."""
        hits = load_index().find_names(self.text, self.language)
        return tuple(hit for one in hits for hit in (one, *one.others))

    @cached_property
    def parties(self) -> frozenset[str]:
        """The parties and organizations that the names may mean, and the countries of its cities."""
        named = {party for hit in self.names if hit.kind != "city" for party in hit.ids}
        return frozenset(named | {country for country in map(load_places().country, self.cities) if country})

    @cached_property
    def cities(self) -> frozenset[int]:
        """The GeoNames ids that the names of cities may mean."""
        return frozenset(int(city) for hit in self.names if hit.kind == "city" for city in hit.ids)

    @cached_property
    def dates(self) -> frozenset[str]:
        """The dates of the quote, in every reading, and the document's own."""
        hits = find_dates(self.quote, self.language, DateContext(document=self.day))
        hits += find_dates(self.context, self.language, DateContext(document=self.day))
        found = {str(when) for hit in hits for when in (hit.when, *hit.alternatives)}
        return frozenset(found | ({str(self.day)} if self.day is not None else set()))

    @cached_property
    def amounts(self) -> frozenset[float]:
        """The numbers of the quote."""
        hits = find_quantities(self.quote, self.language)
        found = [value for hit in hits for value in (hit.value, hit.min, hit.max)]
        return frozenset(float(value) for value in found if value is not None)


def find_faults(claim: Claim, stretch: Stretch) -> Iterator[str]:
    """A sentence for each role that the quote and its context do not bear out; none where the claim holds.

    A quote that stands in the text does not make a claim true: a model may read it wrongly. What is held here is that
    nothing in the claim comes from anywhere else.
    """
    yield from _bad_values(claim)
    for party in iter_parties(claim.roles):
        if party not in stretch.parties:
            yield f"{party} is not named in the quote or what it stands under"
    yield from _bad_date(claim, stretch)
    yield from _bad_words(claim, stretch)
    if isinstance(claim.roles, Quantity):
        for amount in (claim.roles.value, claim.roles.min, claim.roles.max):
            if amount is not None and float(amount) not in stretch.amounts:
                yield f"{amount} is no amount of the quote"


def _bad_values(claim: Claim) -> Iterator[str]:
    for item in fields(claim.roles):
        allowed = _ALLOWED.get((claim.type, item.name))
        value = getattr(claim.roles, item.name)
        if allowed is not None and value is not None and value not in allowed:
            yield f"{value!r} is no {item.name} of {claim.type}: one of {', '.join(sorted(allowed))}"


def _bad_date(claim: Claim, stretch: Stretch) -> Iterator[str]:
    """A date must be one that the words give: no part of it may come from elsewhere, and none may be added."""
    if claim.when is None:
        return
    said = str(claim.when)
    ends = {end for end in said.split("/") if end not in ("", "..", "unknown")}
    if said not in stretch.dates and not ends <= stretch.dates:
        yield f"{claim.when} is no date of the quote or what it stands under"


def _bad_words(claim: Claim, stretch: Stretch) -> Iterator[str]:
    for item in fields(claim.roles):
        value = getattr(claim.roles, item.name)
        said = value if isinstance(value, tuple) else (value,)
        if item.name == "city" or item.name in _ENGLISH:
            yield from (f"{one} is no city of the quote" for one in said if one and not _is_city(str(one), stretch))
        elif item.name in _TO_THE_LETTER:
            yield from (f"{one!r} does not stand in the quote" for one in said if one and str(one) not in stretch.quote)


def _is_city(name: str, stretch: Stretch) -> bool:
    cities = (load_places().city(one) for one in stretch.cities)
    return any(city is not None and city.name == name for city in cities)
