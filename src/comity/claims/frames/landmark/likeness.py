"""Whom a monument shows, whom a street is called after, and where a thing stands that its town itself has."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.cues import is_wide
from comity.claims.sentences.marks import CLAUSE_COMMAS, SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import role_before
from comity.claims.titles.reach import title_at
from comity.parties.registry import load_registry

_FOR = 16  # "Denkmal | für den | ungarischen Dichter"
_SHOWN_REACH = 30
_TITLED = 2  # words of a rank that no office is: "архиепископу Макариосу"
_HAS_REACH = 3
_DOTS = "·・•"
_LAST_NAME = 9  # letters of the last part of a foreign name
_QUESTIONS = ("?", "？", "؟", "?»", "?”")


def portrayed(chart: Chart, head: Mention) -> Mention | None:
    """The person in office right behind a monument, park, street or school: "un buste de | l'empereur Haïlé Sélassié".

    Only markers, articles and a word or two of rank stand between. Refuses who stands behind "by" or another mark.
    """
    if not head.classes & {"landmark.monument", "landmark.park", "landmark.street"}:
        return None
    if not chart.pack.spaced:
        return _named_before(chart, head)
    if chart.pack.places != "after":
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


def _named_before(chart: Chart, head: Mention) -> Mention | None:
    """The named person in office right before a thing, words being written together: "总统阿利耶夫 | 纪念碑 |"."""
    shown = next((one for one in chart.actors if one.end <= head.start and head.start - one.end <= 1), None)
    if shown is None or shown.actor is None or not shown.actor.person or shown.role in ("by", "with"):
        return None
    gap = chart.text[shown.end : head.start]
    return shown if gap == "" or chart.pack.after.get(gap) == "of" else None


def whole_name(chart: Chart, head: Mention) -> tuple[int, int]:
    """Where the name of a thing begins and ends, with what a hyphen joins to its head: "die | Rustaweli-Straße |"."""
    start, end = title_at(chart, head)
    counted = [] if chart.pack.spaced else [one for one in chart.cues("mark.article") if one.start == start]
    start = min(counted[0].end, head.start) if counted else start  # "一座 | 埃米内斯库雕像"
    while start > 1 and chart.text[start - 1] in "-–" and chart.text[start - 2].isalnum():
        start -= 1
        while start and chart.text[start - 1].isalnum():
            start -= 1
    return start, end


def only_asked(chart: Chart, head: Mention) -> bool:
    """Whether a sentence only asks whether a thing is there: "В Астане есть | улица Чингиз хана?".

    What an earlier clause of it tells is told.
    """
    text = chart.text.rstrip(" »”\"'")
    return text.endswith(_QUESTIONS) and chart.clause(head.start)[1] >= len(text)


def only_where(chart: Chart, head: Mention, heads: Sequence[Mention]) -> bool:
    """Whether a thing is but where another stands: "une stèle … fut dévoilée | dans le jardin de l'université |"."""
    if not chart.pack.spaced:
        start, _ = title_at(chart, head)
        seats = [one for one in (*chart.kind("city"), *chart.parties) if one.role == "in" and one.end == start]
        return bool(seats) and any(one.end <= seats[0].start and one is not head for one in heads)
    if chart.pack.order == "sov" or chart.pack.places != "after":
        return False
    start, end = whole_name(chart, head)
    role, _ = role_before(chart.text, start, chart.pack)
    if chart.pack.order == "vso":
        return role == "in" and not chart.within(chart.parties, start, end)  # «وفي | مستشفى بعبدا | مركز أهدته …»
    others = [one for one in heads if one is not head and not start <= one.start < end]
    free = [one for one in others if role_before(chart.text, title_at(chart, one)[0], chart.pack)[0] != "in"]
    free += chart.within(chart.cues("mission"), end, chart.clause(start)[1])  # "in der A-Straße | sitzt die Botschaft"
    named = any(0 <= verb.start - head.end <= _SHOWN_REACH for verb in chart.cues("verb.dedicate"))
    honouring = chart.within(chart.parties, start, end)  # "en la plaza del Perú"
    given = [
        verb for verb in chart.cues("verb.dedicate") if verb.end <= start
    ]  # "está dedicada una sala en la biblioteca"
    return role == "in" and bool(free or given) and not named and not honouring


def shows_somebody(chart: Chart, head: Mention) -> bool:
    """Whether a bust or statue that somewhere has bears a name of two words: "un buste de | Fridtjof Nansen | orne"."""
    if not chart.pack.spaced:
        return "landmark.monument" in head.classes and chart.has("verb.have") and _dotted_before(chart, head)
    if chart.pack.places != "after" or not chart.has("verb.have"):
        return False
    _, end = title_at(chart, head)
    words = chart.text[head.end : end].replace("'", " ").replace("’", " ").split()
    name = [word for word in words if word.lower() not in chart.pack.before]
    return len(name) == _TITLED and all(word[:1].isupper() for word in name)


def _dotted_before(chart: Chart, head: Mention) -> bool:
    """Whether a foreign name with its dots stands right before a thing: "紹塔·魯斯塔維里 | 半身像"."""
    start, _ = chart.clause(head.start)
    held = chart.text[max(start, head.start - _SHOWN_REACH) : head.start]
    owning = next((one for one, role in chart.pack.after.items() if role == "of" and held.endswith(one)), "")
    name = held.removesuffix(owning)
    last = name[max(name.rfind(dot) for dot in _DOTS) + 1 :]
    return 0 < len(last) <= min(_LAST_NAME, len(name) - 2) and all(map(is_wide, last))


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
    if not chart.pack.spaced:
        return _town_that_has(chart, head)
    led = [one for one in chart.cues("mark.where") if one.end <= head.start]
    if not led or chart.clause(led[-1].start) != chart.clause(head.start):
        return None
    return next((one for one in chart.kind("city") if 0 <= led[-1].start - one.end <= _HAS_REACH), None)


def _town_that_has(chart: Chart, head: Mention) -> Mention | None:
    """The town that leads a clause and itself has a thing: "| 布加勒斯特 | 市中心有一座半身像"."""
    start, _ = chart.clause(head.start)
    having = [one for one in chart.cues("verb.have") if start <= one.start and one.end <= head.start]
    towns = [one for one in chart.kind("city") if start <= one.start and having and one.end <= having[0].start]
    first = towns[0] if towns else None
    led = first is not None and first.role == "" and having[0].start - first.end <= _HAS_REACH
    others = [one for one in chart.parties if start <= one.start < head.start]
    return replace(first, role="in") if first is not None and led and not others else None


def named_by_town(chart: Chart, head: Mention, span: tuple[int, int], country: str, known: Set[str]) -> Mention | None:
    """The town of another country in a street's or a square's name: "une rue | de Tbilissi |" that is in Kiev.

    Only of a country that the document has named: "the garden of | Vasco da Gama |" is no town's.
    """
    if chart.pack.order != "svo" or not head.classes & {"landmark.street", "landmark.park"}:
        return None
    inner = [one for one in chart.kind("city") if span[0] <= one.start and one.end <= span[1]]
    inner = inner if chart.pack.spaced else [one for one in inner if one.end == head.start]
    return next((one for one in inner if one.country in known and one.country != country), None)


def dedicated_to(one: Mention, head: Mention) -> bool:
    """Whether an adjective right behind a thing says whom it is for: "a monument to the | Hungarian | poet"."""
    return one.form == "adjective" and one.role in ("for", "to") and 0 < one.start - head.end <= _FOR
