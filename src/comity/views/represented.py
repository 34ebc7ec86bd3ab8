"""Levels of representation → lines for a terminal: who, where, at which level, by which posts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from comity.model.when import When
from comity.packs.interface import load_interface
from comity.packs.sentences import Sentences
from comity.views.dates import say_when
from comity.views.posts import Post
from comity.views.representation import CODES, Level, Represented
from comity.views.sentences import Speech
from comity.views.text import SHORT_ID


def render_representation(found: Iterable[Represented], speech: Speech, date: When) -> Iterator[str]:
    """A line for each directed pair, its posts below; pairs of which nothing is recorded come last, by name only."""
    found = tuple(found)
    yield speech.words.fill("representation", "heading", date=str(date))
    for one in found:
        if one.level is not Level.NOT_RECORDED or one.doubt:
            yield from _lines(one, speech, date)
    silent = [one for one in found if one.level is Level.NOT_RECORDED and not one.doubt]
    if silent:
        yield f"{say_level(Level.NOT_RECORDED, speech)}:"
        yield from (f"  {say_pair(one, speech, date)}" for one in silent)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLevel:
    """A level in words: the two, how, by which posts, and through which predecessor."""

    pair: str
    level: str
    posts: tuple[str, ...]
    through: str = ""


def show_level(one: Represented, speech: Speech, date: When) -> ShownLevel:
    """One directed pair's level in the reader's language."""
    through = speech.words.fill("representation", "through", party=speech.name(one.through)) if one.through else ""
    words = load_interface(speech.words.language)
    posts = tuple(", ".join(filter(None, (_seat(post, speech), _time(post, words)))) for post in one.posts)
    return ShownLevel(
        pair=say_pair(one, speech, date), level=say_level(one.level, speech), posts=posts, through=through
    )


def _lines(one: Represented, speech: Speech, date: When) -> Iterator[str]:
    code = CODES[one.level]
    yield f"{say_pair(one, speech, date)}: {say_level(one.level, speech)}" + ("" if code is None else f" [{code}]")
    if one.through:
        yield "  " + speech.words.fill("representation", "through", party=speech.name(one.through))
    yield from (
        f"  {say_post(post, speech)} · {' '.join(fact[:SHORT_ID] for fact in post.facts)}" for post in one.posts
    )
    for post in one.doubt:
        yield "  " + speech.words.fill("representation", "doubt", post=say_post(post, speech))


def say_pair(one: Represented, speech: Speech, date: When) -> str:
    """``Kazakhstan → Türkiye``, each by its name of the day."""
    return f"{speech.name(one.sender, date)} → {speech.name(one.receiver, date)}"


def say_level(level: Level, speech: Speech) -> str:
    """The level in the reader's language."""
    return speech.words.get("representation", level.value.replace(" ", "_").replace("-", "_"))


def say_post(post: Post, speech: Speech) -> str:
    """A post in words: ``embassy, Ankara, 1992-10-22/..``; the state it sits in where it is not resident."""
    dates = str(post.held) if post.held is not None else f"{post.began or '..'}/{post.ended or '..'}"
    return ", ".join(part for part in (_seat(post, speech), dates if (post.held or post.began) else "") if part)


def _seat(post: Post, speech: Speech) -> str:
    kind = speech.words.get("bare", post.kind)
    city = speech.city(post.city, post.city_id)
    place = f"{city} ({speech.name(post.via)})" if post.via else city
    return ", ".join(part for part in (kind, place) if part)


def _time(post: Post, words: Sentences) -> str:
    """When a post was there, in words: "since March 1992"; nothing where no document dates it."""
    if post.held is not None:
        return say_when(post.held, words)
    if post.began is None:
        return ""
    first = "" if post.began.start is None else str(When(post.began.start, None))
    point = None if post.ended is None else post.ended.end or post.ended.start
    last = "" if point is None else str(When(point, None))
    return say_when(When.parse(f"{first or '..'}/{last or '..'}"), words)
