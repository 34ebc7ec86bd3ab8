"""Landmarks: a thing in one country dedicated to, or built by, another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from comity.claims.context.discourse import Discourse, Found, Spoken
from comity.claims.factuality.aims import of_a_text
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.landmark.likeness import (
    dedicated_to,
    named_by_town,
    only_asked,
    only_where,
    own_town,
    portrayed,
    shows_somebody,
    town_before,
    whole_name,
)
from comity.claims.frames.landmark.makers import made_there, opening_words
from comity.claims.frames.landmark.towns import town_right_behind, towns_beside, towns_of
from comity.claims.frames.sides.of_anchor import found
from comity.claims.frames.times.attach import date_of, event_date
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.marks import SEMICOLONS
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.walls import answered_no
from comity.claims.sentences.words import capital_run, role_before
from comity.claims.states.places import city_roles
from comity.claims.titles.reach import title_at
from comity.model.roles import Landmark

_ARTICLE = 4
_TO = 4  # "dédié à | l'"
_VERBS = ("verb.inaugurate", "verb.dedicate", "verb.build", "verb.have", "verb.open")
_TELLING = ("verb.inaugurate", "verb.dedicate", "verb.build")
_REACH = 170
_NAMED = 5
_TWO = 2
_BEHIND = 12


def read_landmarks(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a sentence that tells of a monument, park, street, school … of one country in another.

    "A bust of Abai was unveiled in Baku." Refuses a thing that nobody dedicates, builds or names after another country.
    """
    heads = _outermost(chart)
    for head in heads:
        verb = _verb(chart, discourse, head)
        if (
            verb is None
            or only_asked(chart, head)
            or of_a_text(chart, verb)
            or answered_no(chart, head.start)
            or only_where(chart, head, heads)
            or not _nearest_of(chart, verb, head, heads)
            or (modality_of(chart, verb) == "asserted" and (negated(chart, [verb]) or _lacking(chart, head)))
        ):
            continue
        city = _city(chart, head, heads)
        if city is not None and _told_apart(chart, city, head):
            continue
        country, honours = _ends(chart, discourse, head, city)
        if not country.ids or not honours.ids:
            continue
        name, number = city_roles(city)
        label = _name(chart, head)
        if chart.pack.capitals and label == chart.text[head.start : head.end].lower():
            label = None  # "a | street | in Tirana is named after Kosovo"
        if (label is None and name is None) or _several(chart, head, label):
            continue
        yield Draft(
            roles=Landmark(
                kind=head.kind_in("landmark"),
                name=label,
                country=country.ids[0],
                city=name,
                city_id=number,
                honours=honours.ids[0],
            ),
            rule="landmark",
            dated=_promised(_dated(chart, discourse, verb), modality_of(chart, verb)),
            modality=modality_of(chart, verb),
            context=(*country.context, *honours.context),
        )


def _told_apart(chart: Chart, city: Mention, head: Mention) -> bool:
    """Whether a semicolon parts a city from a thing that a verb of its own tells of: "in A a bust; | a park is …"."""
    low, high = sorted((city.end, head.start))
    cut = max(chart.text.rfind(mark, low, high) for mark in SEMICOLONS)
    own = chart.within(chart.cues(*_TELLING), cut, len(chart.text)) if city.end <= head.start else ()
    return cut >= 0 and chart.pack.spaced and bool(own)


def _several(chart: Chart, head: Mention, label: str | None) -> bool:
    """Whether things are told of in the plural and none of them by name: "nombre de | rues | portent le nom de"."""
    if chart.text[head.end :].lstrip().startswith(":"):  # "Пам'ятники: …"
        return True
    plural = chart.is_plural(head)
    small = label is None or label == label.lower() or (chart.pack.order == "sov" and chart.text[head.start].islower())
    return plural and chart.pack.capitals and small


def _outermost(chart: Chart) -> list[Mention]:
    """The nouns of things, without one that only says whose the next is: "萨格勒布 | 大学 | 孔子学院"."""
    heads = chart.cues("landmark")
    owned = set() if chart.pack.spaced else {one.start for one in heads}
    return [one for one in heads if one.end not in owned]


def _lacking(chart: Chart, head: Mention) -> bool:
    """Whether a "there is no" stands right behind the thing: "ескерткіш | жоқ, атындағы көше бар"."""
    return chart.pack.order == "sov" and any(0 <= one.start - head.end <= 1 for one in chart.cues("fact.not"))


def _promised(told: Dated, modality: str) -> Dated:
    """The date of a thing; none where a plan is only said to be as old as that: "a park promised since 2017"."""
    since = told.when is not None and told.when.interval and told.when.end is None
    return Dated() if modality == "planned" and since else told


def _nearest_of(chart: Chart, verb: Mention, head: Mention, heads: list[Mention]) -> bool:
    """Whether the head is the verb's own, or in a list with it; "a park between X Street and …" names no street."""
    first = chart.nearest(verb, heads) or head
    if head is first or chart.pack.places == "before" or "verb.have" in verb.classes:
        return True
    low, high = sorted((first.end, head.start)) if first.start < head.start else (head.end, first.start)
    return len(chart.text[low:high]) < 60 and any(
        word in chart.pack.joiners for word in chart.text[low:high].lower().split()
    )


def _name(chart: Chart, head: Mention) -> str | None:
    """What the thing is called: its noun phrase; of a bare "street named after X", the X."""
    start, end = whole_name(chart, head)
    start = max([start, *(one.end for one in opening_words(chart, start, head))])
    givers = [one for one in chart.parties if head.end < one.start < end and not one.role and chart.pack.inverts]
    end = min([end, *(one.start - 1 for one in givers)])  # "ein Denkmal für X, das | Bolivien | geschenkt hat"
    shown = portrayed(chart, head)
    if shown is not None:
        return chart.text[min(start, shown.start) : max(end, shown.end)].strip()
    for verb in chart.cues("verb.dedicate"):
        if chart.pack.order == "sov" and chart.pack.capitals and 0 <= head.start - verb.end <= 12:
            return _capitals_before(chart, verb) or None
    named = _named_in_town(chart, head, (start, end))
    if named is not None:
        return named or None
    alone = start == 0 or not chart.text[start - 1].isalnum() or chart.pack.after.get(chart.text[start - 1]) == "of"
    whole = not chart.pack.spaced and end - start >= _NAMED and alone
    if (start, end) != (head.start, head.end) or whole:  # "国际会议中心" names itself
        return chart.text[start:end].strip()
    for verb in chart.cues("verb.dedicate"):
        if 0 <= verb.start - head.end <= 3 and chart.pack.capitals:
            return last_capitals(chart, verb.end) or None
    return None


def _named_in_town(chart: Chart, head: Mention, span: tuple[int, int]) -> str | None:
    """The name that a thing told of by its town alone bears: "une avenue de Tbilissi porte le nom de | X".

    "" where it bears a state's, None where it is told of otherwise.
    """
    towns = [one for one in chart.kind("city") if head.end < one.start and one.end == span[1]]
    told = [one for one in chart.cues("verb.dedicate") if span[1] <= one.start]
    if not towns or not told or not chart.pack.capitals or chart.pack.order != "svo" or chart.pack.cases:
        return None
    words = chart.text[head.end : towns[0].start].lower().replace("'", " ").replace("’", " ").split()
    plain = span[0] == head.start and all(word in chart.pack.before or word in chart.pack.skip for word in words)
    begin = max([told[0].end, *(one.end for one in chart.dates if 0 <= one.start - told[0].end <= _BEHIND)])
    return (last_capitals(chart, begin) or last_capitals(chart, told[0].end)) if plain else None


def _capitals_before(chart: Chart, verb: Mention) -> str:
    """The last run of capitalised words before a verb: "Abay'ın adını taşıyan bir sokak" is Abay's."""
    best, position = "", 0
    for word in re.finditer(r"[^\W\d_]+", chart.text[: verb.start]):
        named = any(one.kind in ("party", "city") and one.start <= word.start() < one.end for one in chart.mentions)
        if word.start() >= position and word.group()[0].isupper() and not named:
            position = capital_run(chart.text, word.start(), chart.pack)
            best = chart.text[word.start() : position] or best
    return best


def last_capitals(chart: Chart, begin: int) -> str:
    """The last run of capitalised words of the phrase that begins here, parties' names and adjectives left out."""
    stop = min(
        (one.start for one in chart.mentions if one.start > begin and one.kind in ("date", "city")),
        default=len(chart.text),
    )
    taken = {one.start for one in chart.mentions if one.kind == "party"}
    best, position = "", begin
    for word in re.finditer(r"[^\W\d_]+", chart.text[begin:stop]):
        start = begin + word.start()
        if start < position:
            continue
        before = chart.text[position:start]
        if best and any(mark in before for mark in ",;.()"):
            break
        if best and role_before(chart.text, start, chart.pack)[0]:
            break
        position = start
        if word.group()[0].isupper() and start not in taken:
            position = capital_run(chart.text, start, chart.pack)
            best = chart.text[start:position] or best
    return best


def _verb(chart: Chart, discourse: Discourse, head: Mention) -> Mention | None:
    """The verb that makes the thing one country's in another; merely being there needs the other one in its name."""
    near = chart.nearest(head, chart.cues(*_TELLING), limit=_REACH)
    if _only_there(chart, head):
        return head
    if near is not None:
        return near
    start, end = title_at(chart, head)
    named = any(start <= one.start and one.end <= end and one.kind == "party" for one in chart.mentions)
    place = _city(chart, head, [head])
    named = named or (
        place is not None and named_by_town(chart, head, (start, end), place.country, discourse.known) is not None
    )
    named = named or discourse.telling_landmarks() or portrayed(chart, head) is not None
    named = named or _called_by(chart, head) is not None or (not chart.pack.spaced and shows_somebody(chart, head))
    return chart.nearest(head, chart.cues(*_VERBS), limit=_REACH) if named else None


def _only_there(chart: Chart, head: Mention) -> bool:
    """Whether a language that needs no "is" says what stands in a city: «у Києві — | вулиця | Литовська»."""
    clause = chart.clause(head.start)
    start, end = title_at(chart, head)
    before = [one for one in chart.kind("city") if one.role == "in" and clause[0] <= one.start and one.end <= start]
    others = [one for one in chart.parties if start <= one.start and one.end <= end and len(one.ids) == 1]
    told = chart.within(chart.cues("verb", "fact"), *clause)
    gap = chart.text[before[-1].end : start].strip() if before else ""
    honouring = [one for one in others if before and one.ids != (before[-1].country,)]
    return chart.pack.bare and gap in ("—", "–", "-") and bool(honouring) and not told


def _dated(chart: Chart, discourse: Discourse, verb: Mention) -> Dated:
    if "verb.inaugurate" in verb.classes or "verb.open" in verb.classes:
        return event_date(chart, discourse, verb)
    there = verb.kind_in("landmark") or ("verb.have" in verb.classes and not chart.pack.spaced)
    if there and not chart.within(chart.dates, *chart.clause(verb.start)):
        return Dated()
    return date_of(chart, verb) or Dated()


def _city(chart: Chart, head: Mention, heads: list[Mention]) -> Mention | None:
    """The city a thing stands in: nearest on the language's side, a list of things sharing one."""
    own = own_town(chart, head) or town_before(chart, head) or town_right_behind(chart, head)
    if own is not None:
        return own
    start, end = title_at(chart, head)
    named = [one for one in chart.kind("city") if start <= one.start and one.end <= end and one.role != "name"]
    if chart.pack.cases and "landmark.monument" in head.classes:
        named = [one for one in named if "dat" not in one.case]  # «памятник | Пушкину» stands in no Pushkino
    cities = towns_beside(chart, head, [one for one in chart.kind("city") if one.role == "in"]) or named
    if chart.pack.cases and not cities:  # «в столице Казахстана – городе | Алма-Ате»
        cities = [one for one in chart.kind("city") if "loc" in one.case]
    # «مدينة ألماتي | الجامعة»: the city right before a thing
    cities = cities or [one for one in chart.kind("city") if 0 < head.start - one.end <= _ARTICLE]
    if chart.pack.places == "before":
        outside = [one for one in chart.kind("city") if one.end <= start and one.role in ("", "of", "in")]
        if named and outside and not chart.pack.spaced:
            return outside[-1]  # "利马的“首尔公园”"
        before = [one for one in cities if one.end <= head.start]
        return before[-1] if before else chart.nearest(head, cities, limit=_REACH)
    return chart.nearest(head, cities or towns_of(chart, head), limit=_REACH) or (
        cities[0] if len(cities) == 1 else None
    )


def _remembers(chart: Chart, head: Mention) -> bool:
    """Whether a monument says whom it remembers, which on a page on two states is one of the other's.

    So is a house of culture that is opened there: "萨格勒布大学孔子学院揭牌".
    """
    if "landmark.cultural-centre" in head.classes and chart.has("verb.inaugurate"):
        return _name(chart, head) is not None
    if portrayed(chart, head) is not None:
        return True
    start, end = title_at(chart, head)
    words = chart.text[start : head.start] if chart.pack.order == "sov" else chart.text[head.end : end]
    named = any(word[:1].isupper() for word in words.split())
    shows = "landmark.monument" in head.classes and named and start <= head.start
    return shows and (chart.has("verb.inaugurate") or shows_somebody(chart, head))


def _called_by(chart: Chart, head: Mention) -> Mention | None:
    """The foreign town that a street or park is called by, right before it: "Lefkoşa'da | Belgrad | Caddesi"."""
    if chart.pack.order != "sov" or not head.classes & {"landmark.street", "landmark.park"}:
        return None
    if any(one.start >= head.end for one in chart.cues("landmark")):
        return None  # "Lizbon Sokağı'na bir büst dikildi": where something else stands
    towns = [one for one in chart.kind("city") if one.country and not one.role and head.start - one.end == 1]
    return towns[0] if towns else None


def _other_of_topic(discourse: Discourse, country: str) -> Spoken | None:
    """The other of the two a text is about, whoever was told of in between."""
    topic = discourse.topic
    if topic is None or len(topic.ids) != _TWO or country not in topic.ids:
        return None
    return replace(topic, ids=tuple(one for one in topic.ids if one != country))


def _ends(chart: Chart, discourse: Discourse, head: Mention, city: Mention | None) -> tuple[Found, Found]:
    honoured = [one for one in chart.parties if chart.near_cue(one, "verb.dedicate", _TO) and len(one.ids) == 1]
    hosts = [one for one in chart.parties if one.role == "in" and len(one.ids) == 1 and one not in honoured]
    host = chart.nearest(head, hosts, limit=_REACH)
    country = Found(ids=(city.country,)) if city is not None and city.country else found([host] if host else [])
    named = [
        one
        for one in chart.parties
        if len(one.ids) == 1 and one.ids[0] not in country.ids
        if one.role in ("", "of", "by", "from", "object") or dedicated_to(one, head)
    ]
    named = [one for one in honoured if one.ids != country.ids] or named
    shown = portrayed(chart, head)
    if shown is not None and len(shown.ids) == 1 and shown.ids != country.ids:
        return country, found([shown])
    span = title_at(chart, head)
    known = discourse.known
    town = named_by_town(chart, head, span, country.ids[0], known) if city is not None and country.ids else None
    if town is not None and town is not city:
        return country, found([town])
    made = made_there(chart, discourse, head, (country, named))
    if made is not None:
        return made
    near = chart.nearest(head, named, limit=_REACH)
    honours = found([near]) if near is not None else Found()
    town = _called_by(chart, head)
    if town is not None and city is not None and town.country != city.country:
        honours = Found(ids=(town.country,))
    told = chart.has("verb.dedicate", "verb.build") or discourse.telling_landmarks() or chart.has("deixis")
    told = told or (_remembers(chart, head) and discourse.topic is not None and len(discourse.topic.ids) == 2)
    if country.ids and not honours.ids and told:
        other = _other_of_topic(discourse, country.ids[0]) or discourse.other_than(country.ids[0])
        honours = Found(ids=other.ids, context=other.context()) if other else honours
    works = "landmark.other" in head.classes and not chart.has("verb.dedicate", "verb.inaugurate", "verb.have")
    if honours.ids and not country.ids and not works:
        other = discourse.other_than(honours.ids[0])
        country = Found(ids=other.ids, context=other.context()) if other else country
    return country, honours
