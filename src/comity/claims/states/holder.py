"""Which city a name means, and whose it was at the time that a text tells of."""

from __future__ import annotations

from dataclasses import dataclass

from comity.claims.sentences.mention import Mention
from comity.model.when import When
from comity.packs.places import load_city_history
from comity.parties.index import NameHit
from comity.parties.places import Places
from comity.parties.registry import Registry


@dataclass(frozen=True, slots=True)
class Holder:
    """What tells whose a city is: the parties spoken of (``near``), those the document is ``about``, and the times
    that a sentence tells of.
    """

    places: Places
    registry: Registry
    near: frozenset[str]
    then: tuple[When, ...]
    about: frozenset[str] = frozenset()

    def city(self, hit: NameHit) -> Mention | None:
        """The city meant: the one in a country that is spoken of, else a seat of government, else the largest."""
        cities = [city for city in (self.places.city(int(one)) for one in hit.ids) if city is not None]
        if not cities:
            return None
        held = {city.id: self.claimed_by(city.id) or self.held_by(city.id) for city in cities}
        local = [city for city in cities if held[city.id] in self.near]
        own = [city for city in local if held[city.id] in self.about or self._after(held[city.id])]
        local = own or local
        capitals = [city for city in local if self._is_capital(city.id, held[city.id])]
        usual = max(cities, key=lambda city: (self._is_capital(city.id, held[city.id]), city.population))
        chosen = (*capitals, *local, usual)[0]  # of San José and San Jose, the seat of a government
        return Mention(
            kind="city",
            start=hit.start,
            end=hit.end,
            ids=(str(chosen.id),),
            form=hit.form,
            case=hit.case,
            country=held[chosen.id],
        )

    def local(self, hit: NameHit, about: frozenset[str]) -> Mention | None:
        """The city meant, one whose other name it is before one in a state that the document is not about.

        "Marburg" is Maribor on a page about Austria and Slovenia.
        """
        first = self.city(hit)
        if first is None or not about or first.country in about:
            return first
        others = [self.city(other) for other in hit.others if other.kind == "city"]
        return next((one for one in others if one is not None and one.country in about), first)

    def town(self, hit: NameHit, named: Mention | None, when: When | None) -> Mention | None:
        """What a name means that a state and a town share: the town where the state is gone, as Zanzibar in 2023."""
        towns = [other for other in hit.others if other.kind == "city"]
        gone = named is not None and when is not None and named.kind == "party" and len(named.ids) == 1
        if not towns or named is None or not gone or named.ids[0] not in self.registry or when is None:
            return named
        return named if self.registry.exists(named.ids[0], when) else self.city(towns[0]) or named

    def _after(self, party: str) -> bool:
        """Whether a state came after one that the document is about: Colombia after the Gran Colombia of its title."""
        return party in self.registry and any(
            one.predecessor in self.about for one in self.registry.predecessors(party)
        )

    def _is_capital(self, city: int, party: str) -> bool:
        return party in self.registry and self.registry.capital(party) == city

    def claimed_by(self, city: int) -> str:
        """Whose a contested city is to a text that speaks of its claimant, and of no other holder; "" else.

        A consulate-general in Laayoune is one in Morocco to a page on Morocco's relations.
        """
        spells = load_city_history().get(city, ())
        last = spells[-1] if spells else None
        if last is None or last.end is not None or last.party in self.near:
            return ""
        return last.rival if last.rival in self.near else ""

    def held_by(self, city: int) -> str:
        """Whose a city is: of a state of that time that the text speaks of, or whose lost capital it is, else today's.

        "The Legation in Naples was closed in 1860" is said of the Two Sicilies, and Hamburg of 1790 is a state itself.
        Refuses times at which it was not always one state's.
        """
        today = self.places.country(city) or ""
        owners = {self.places.country(city, when) for when in self.then} if city in load_city_history() else set()
        owner = owners.pop() if len(owners) == 1 else today
        if owner == today or owner not in self.registry:
            return today
        lost = self.registry.capital(owner) == city and self.registry.capital(today) != city
        return owner if owner in self.near or lost else today
