"""Levels of representation → lines for a terminal: who, where, at which level, by which posts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

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
        if _says_something(one):
            yield from _lines(one, speech, date)
    silent = [one for one in found if not _says_something(one)]
    if silent:
        yield f"{say_level(Level.NOT_RECORDED, speech)}:"
        yield from (f"  {say_pair(one, speech, date)}" for one in silent)


def _says_something(one: Represented) -> bool:
    return one.level is not Level.NOT_RECORDED or bool(one.doubt) or one.last is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLevel:
    """A level in words: the two, how, by which posts, which may be there, which was told of last, through whom."""

    pair: str
    level: str
    posts: tuple[str, ...]
    doubt: tuple[str, ...] = ()
    last: str = ""
    through: str = ""


def show_level(one: Represented, speech: Speech, date: When) -> ShownLevel:
    """One directed pair's level in the reader's language."""
    through = speech.words.fill("representation", "through", party=speech.name(one.through)) if one.through else ""
    words = load_interface(speech.words.language)
    say = partial(say_when, words=words)

    def show(post: Post) -> str:
        return ", ".join(filter(None, (_seat(post, speech), _time(post, words), _elsewhere(post, speech, say))))

    return ShownLevel(
        pair=say_pair(one, speech, date),
        level=say_level(one.level, speech),
        posts=tuple(map(show, one.posts)),
        doubt=tuple(speech.words.fill("representation", "doubt", post=show(post)) for post in one.doubt),
        last=speech.words.fill("representation", "last", post=show(one.last)) if one.last is not None else "",
        through=through,
    )


def _lines(one: Represented, speech: Speech, date: When) -> Iterator[str]:
    code = CODES[one.level]
    yield f"{say_pair(one, speech, date)}: {say_level(one.level, speech)}" + ("" if code is None else f" [{code}]")
    if one.through:
        yield "  " + speech.words.fill("representation", "through", party=speech.name(one.through))
    yield from (
        f"  {say_post(post, speech)} · {' '.join(fact[:SHORT_ID] for fact in post.facts)}" for post in one.posts
    )
    if one.last is not None:
        yield "  " + speech.words.fill("representation", "last", post=say_post(one.last, speech))
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
    parts = (_seat(post, speech), _dates(post), _elsewhere(post, speech, str))
    return ", ".join(part for part in parts if part)


def _dates(post: Post) -> str:
    if post.held is not None or post.began is None:
        return str(post.held or "")
    first = "" if post.began.start is None else str(post.began)
    last = "" if post.ended is None or post.moved else str(post.ended)
    return f"{first or '..'}/{last or '..'}" if first or last else str(post.began)


def _elsewhere(post: Post, speech: Speech, say: Callable[[When], str]) -> str:
    """By when the post was in another city; nothing of one that is not known to have moved so."""
    point = post.ended.end if post.moved and post.ended is not None else None
    return "" if point is None else speech.words.fill("representation", "moved", date=say(When(point, None)))


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
    if post.began.start is None and post.ended is None:
        return say_when(post.began, words)
    first = "" if post.began.start is None else str(When(post.began.start, None))
    point = None if post.ended is None or post.moved else post.ended.end or post.ended.start
    last = "" if point is None else str(When(point, None))
    return say_when(When.parse(f"{first or '..'}/{last or '..'}"), words)
