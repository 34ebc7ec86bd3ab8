"""Cities as claims name them: the gazetteer's English name and GeoNames id."""

from __future__ import annotations

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import role_before
from comity.parties.places import load_places

_PREMISES = 32
_OWNED = 5  # "'nin "
_HOST_BEHIND = 9


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


def only_a_place(chart: Chart, noun: Mention) -> bool:
    """Whether a mission is but where something else was opened: "a square opposite the Russian embassy"."""
    premises = chart.cues("noun.premises")
    late = chart.pack.order == "sov"  # "Büyükelçiliğinin | yeni binası | açıldı"
    behind = late and any(0 < cue.start - noun.end <= _OWNED for cue in premises)
    if behind or (not late and any(0 < noun.start - cue.end <= _PREMISES for cue in premises)):
        return True  # "the opening of the | new building | of the German embassy"
    adjectives = [one for one in chart.parties if one.form == "adjective" and 0 <= noun.start - one.end <= 1]
    start = adjectives[0].start if adjectives else noun.start
    return (
        chart.pack.order == "svo" and bool(chart.pack.cases) and role_before(chart.text, start, chart.pack)[0] == "in"
    )


def is_organ(organization: str) -> bool:
    """Whether the organization is an organ of another, with seats to be elected to: UNSC, not the Council of Europe."""
    return load_places().organization(organization).kind.endswith("organ")


def in_host_behind(chart: Chart, noun: Mention, cities: list[Mention]) -> list[Mention]:
    """The cities but those behind a mission that is said to be in another state: "embassy | in China |, as Rome …"."""
    host = _host_behind(chart, noun)
    if chart.pack.order == "sov":  # "büyükelçiliği yok: büyükelçisi | Kahire'de | oturuyor"
        texts = [one.start for one in chart.cues("agreement")]  # "| Lozan | Antlaşması'ndan sonra açılan büyükelçilik"
        cities = [
            one for one in cities if one.role not in ("", "name") or not any(0 < at - one.end <= 1 for at in texts)
        ]
        return [one for one in cities if one.start < noun.end or ":" not in chart.text[noun.end : one.start]]
    return [
        one for one in cities if host is None or one.country in host.ids or one.role == "via" or one.start < noun.start
    ]


def _host_behind(chart: Chart, noun: Mention) -> Mention | None:
    """The one state that a mission is said to be in right behind it: "an embassy | in China | …, as Washington seeks".

    Refuses one of a list: "embassies in France, Rome and Oslo".
    """
    if chart.pack.places != "after" or chart.pack.order != "svo":
        return None
    near = (one for one in chart.parties if one.role == "in" and 0 < one.start - noun.end <= _HOST_BEHIND)
    return next((one for one in near if one.group < 0 and one.form != "adjective" and not one.deictic), None)
