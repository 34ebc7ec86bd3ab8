"""Whom a monument shows, whom a street is called after, and where a thing stands that its town itself has."""

from __future__ import annotations

from collections.abc import Set

from comity.claims.chart import Chart
from comity.claims.marks import CLAUSE_COMMAS, SEMICOLONS, has_any
from comity.claims.mention import Mention
from comity.parties.registry import load_registry

_SHOWN_REACH = 30
_TITLED = 2  # words of a rank that no office is: "архиепископу Макариосу"
_HAS_REACH = 3
_QUESTIONS = ("?", "？", "؟", "?»", "?”")


def portrayed(chart: Chart, head: Mention) -> Mention | None:
    """The person in office right behind a monument, park, street or school: "un buste de | l'empereur Haïlé Sélassié".

    Only markers, articles and a word or two of rank stand between. Refuses who stands behind "by" or another mark.
    """
    if chart.pack.places != "after" or not head.classes & {"landmark.monument", "landmark.park", "landmark.street"}:
        return None
    shown = next((one for one in chart.actors if one.start >= head.end and one.form != "pronoun"), None)
    if shown is None or shown.actor is None or not shown.actor.person or shown.role == "by" or shown.actor.post:
        return None
    gap = chart.text[head.end : shown.start]
    words = [word for word in gap.lower().replace("'", " ").replace("’", " ").split() if len(word) > 1]
    more = [word for word in words if word not in chart.pack.skip and word not in chart.pack.before]
    told = chart.within(chart.cues("verb"), head.end, shown.start)
    plain = len(gap) <= _SHOWN_REACH and not has_any(gap, CLAUSE_COMMAS + SEMICOLONS + "(:")
    return shown if plain and not told and len(more) <= _TITLED and gap == gap.lower() else None


def only_asked(chart: Chart, head: Mention) -> bool:
    """Whether a sentence only asks whether a thing is there: "В Астане есть | улица Чингиз хана?".

    What an earlier clause of it tells is told.
    """
    text = chart.text.rstrip(" »”\"'")
    return text.endswith(_QUESTIONS) and chart.clause(head.start)[1] >= len(text)


def own_town(chart: Chart, head: Mention) -> Mention | None:
    """The capital that itself has a thing, named for its state: "| Kingston | a son lycée Haïlé-Sélassié"."""
    for verb in chart.cues("verb.have"):
        if not 0 <= head.start - verb.end <= _HAS_REACH:
            continue
        town = next((one for one in chart.parties if one.form == "metonym" and 0 <= verb.start - one.end <= 1), None)
        registry = load_registry()
        seat = registry.capital(town.ids[0]) if town is not None and town.ids[0] in registry else None
        if town is not None and seat is not None:
            return Mention(
                kind="city",
                start=town.start,
                end=town.end,
                ids=(str(seat),),
                form=town.form,
                role="in",
                country=town.ids[0],
            )
    return None


def town_before(chart: Chart, head: Mention) -> Mention | None:
    """The town right before the "where" whose clause tells of a thing: "| Kiev |, où une rue de Tbilissi existait"."""
    led = [one for one in chart.cues("mark.where") if one.end <= head.start]
    if not led or chart.clause(led[-1].start) != chart.clause(head.start):
        return None
    return next((one for one in chart.kind("city") if 0 <= led[-1].start - one.end <= _HAS_REACH), None)


def named_by_town(chart: Chart, head: Mention, span: tuple[int, int], country: str, known: Set[str]) -> Mention | None:
    """The town of another country in a street's or a square's name: "une rue | de Tbilissi |" that is in Kiev.

    Only of a country that the document has named: "the garden of | Vasco da Gama |" is no town's.
    """
    if chart.pack.order != "svo" or not chart.pack.spaced or not head.classes & {"landmark.street", "landmark.park"}:
        return None
    inner = [one for one in chart.kind("city") if span[0] <= one.start and one.end <= span[1]]
    return next((one for one in inner if one.country in known and one.country != country), None)
