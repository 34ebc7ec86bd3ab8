"""Cities as claims name them: the gazetteer's English name and GeoNames id."""

from __future__ import annotations

from comity.claims.mention import Mention
from comity.parties.places import load_places


def city_roles(city: Mention | None) -> tuple[str | None, int | None]:
    """The English name and GeoNames id of a city mention; (None, None) where there is none."""
    if city is None or not city.ids:
        return None, None
    number = int(city.ids[0])
    known = load_places().city(number)
    return (known.name, number) if known is not None else (None, None)


def place_names(cities: list[Mention]) -> tuple[str, ...]:
    """The English names of these cities, each once, in order."""
    names = (city_roles(one)[0] for one in cities)
    return tuple(dict.fromkeys(name for name in names if name))
