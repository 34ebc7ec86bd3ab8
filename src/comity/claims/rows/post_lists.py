"""Posts told of one by one in a list under the sentence that names their class: "• Oporto (1821-1966)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from comity.claims.context.discourse import Discourse
from comity.claims.context.theme import labels_in
from comity.claims.frames.sides.owners import owner_of
from comity.claims.frames.times.attach import dated, since
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.claims.states.places import city_roles
from comity.model.passage import Passage, PassageKind
from comity.model.roles import Mission
from comity.model.selector import Selector
from comity.model.when import When

_HEAD = re.compile(r"[(\d,:;–—]| - ")
_DASHES = ("-", "–", "—")
_LONGEST_HEAD = 60
_WORDS = 5
_TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PostsLed:
    """What a sentence over a list says of all its places: the class of post, whose, where, whether they were opened."""

    kind: str
    sender: str
    receiver: str
    opened: bool
    headed: bool
    place: Selector


def may_lead_posts(lead: Passage) -> bool:
    """Whether a paragraph or heading over a list names a class of post at all."""
    told = lead.kind in (PassageKind.PARAGRAPH, PassageKind.HEADING)
    return told and any(label.startswith("mission.") for label in labels_in(lead.body.text, lead.language))


def announced(chart: Chart, draft: Draft) -> bool:
    """Whether a line with a colon at its end only announces posts, each told of below: no city, no day."""
    roles = draft.roles
    bare = isinstance(roles, Mission) and roles.city is None and draft.dated.when is None
    return bare and chart.text.rstrip(" *_").endswith((":", "："))


def posts_led(charts: Sequence[Chart], discourse: Discourse, place: Selector) -> PostsLed | None:
    """What the sentences over a list say of its places; None where they name no one class of post or not whose.

    "The United States established additional consulates in Japan:" → consulates of the United States, opened.
    """
    told = [(chart, noun) for chart in charts for noun in chart.cues("mission")]
    kinds = {noun.kind_in("mission") for _, noun in told}
    if len(kinds) != 1 or any(chart.has("fact") for chart in charts):
        return None
    chart, noun = told[0]
    owner = owner_of(chart, noun) or _doer(chart, noun)
    if owner is None or len(owner.ids) != 1:
        return None
    hosts = [one for one in chart.parties if one.role in ("in", "to") and one.ids != owner.ids]
    other = discourse.other_than(owner.ids[0])
    ids = hosts[0].ids if hosts else (other.ids if other is not None else ())
    return PostsLed(
        kind=kinds.pop(),
        sender=owner.ids[0],
        receiver=ids[0] if len(ids) == 1 else "",
        opened=chart.has("verb.open", "verb.establish"),
        headed=chart.sentence.passage.kind == PassageKind.HEADING,
        place=place,
    )


def _doer(chart: Chart, noun: Mention) -> Mention | None:
    """Whose the posts are by a name right before them ("U.S. consulates"), else who has or opens them."""
    before = [one for one in chart.parties if one.end <= noun.start]
    beside = [one for one in before if noun.start - one.end <= 1]
    named = [one for one in before if one.role == "" and one.form != "adjective"]
    return next(iter(beside or named), None)


def read_listed_post(chart: Chart, passage: Passage, led: PostsLed) -> Iterator[Draft]:
    """The posts that an item of such a list tells of, with their days; nothing for an item that says more.

    A time of two ends is when a post was there, one day when it was opened, if that is what the list is of.
    """
    if passage.kind != PassageKind.ITEM or chart.has("mission", "post", "office", "noun.relations") or chart.actors:
        return
    if led.receiver and any(not set(one.ids) <= {led.sender, led.receiver} for one in chart.parties):
        return
    told = _told(chart, led)
    if told is None:
        return
    event, day = told
    for host, name, number in _places(chart, led):
        yield Draft(
            roles=Mission(sender=led.sender, receiver=host, kind=led.kind, event=event, city=name, city_id=number),
            rule="row.mission.listed",
            dated=day,
            context=(led.place,),
        )


def _head(chart: Chart) -> int:
    """Where the places that an item begins with end: at a bracket, a comma, a colon, a dash or a number."""
    found = _HEAD.search(chart.text)
    return found.start() if found is not None else len(chart.text)


def _places(chart: Chart, led: PostsLed) -> list[tuple[str, str | None, int | None]]:
    """The cities that an item begins with; a name that no gazetteer knows as the text has it."""
    end = _head(chart)
    cities = [one for one in chart.kind("city") if one.start < end]
    if cities:
        known = [one for one in cities if one.country and one.country in (led.receiver or one.country)]
        return [(one.country, *city_roles(one)) for one in known if one.country != led.sender]
    name = chart.text[:end].strip(" *•;")
    words = name.split()
    named = bool(words) and words[0][0].isupper() and all(_of_a_name(chart, word) for word in words)
    named = named and bool(led.receiver)
    return [(led.receiver, name, None)] if named and len(words) <= _WORDS and end <= _LONGEST_HEAD else []


def _of_a_name(chart: Chart, word: str) -> bool:
    """Whether a word may stand in a town's name: a capital, a particle, "d'Arcos"."""
    _, mark, rest = word.replace("’", "'").partition("'")
    return word[0].isupper() or word in chart.pack.particles or (bool(mark) and rest[:1].isupper())


def _told(chart: Chart, led: PostsLed) -> tuple[str, Dated] | None:
    """What an item tells of its post, and when; None where its days could be of anything."""
    days = chart.dates
    if not days:
        return (
            None
            if led.headed or chart.has("verb") or chart.kind("quantity")
            else ("opened" if led.opened else "exists", Dated())
        )
    first, last = days[0].date, days[-1].date
    if first is None or last is None or len(days) > _TWO or first.when.start is None:
        return None
    if len(days) == _TWO:
        span = not first.when.interval and not last.when.interval
        return ("exists", Dated(when=When.between(first.when, last.when))) if span else None
    if first.when.interval:
        return "exists", dated(days[0])
    if chart.has("verb.close"):
        return "closed", dated(days[0])
    if chart.has("mark.foremost"):
        return "exists", Dated(when=since(first.when))
    ended = chart.text[days[0].end :].lstrip()[:1] in _DASHES
    return ("opened", dated(days[0])) if led.opened or ended else None
