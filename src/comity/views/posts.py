"""Facts of missions → posts in time: each spell of an embassy, legation or consulate, and what ended it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from comity.model.fact import Fact, Standing
from comity.model.roles import JSON, Mission
from comity.model.when import When
from comity.views.lines import in_time

CONSULAR = ("consulate-general", "consulate", "vice-consulate", "consular-agency", "honorary-consulate")
BEGINS, CHANGES, ENDS = ("opened",), ("raised", "lowered", "moved"), ("closed",)

Thread = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One spell of a post: what it was, where, from when until when, and the facts that say so.

    ``held`` is the time a document says it was there, of a post whose opening is not recorded. ``via`` is the state the
    head of mission sits in, of one that is not resident. ``moved``: it went on in another city, by the end told.
    """

    sender: str
    receiver: str
    kind: str
    city: str = ""
    city_id: int | None = None
    via: str | None = None
    began: When | None = None
    ended: When | None = None
    held: When | None = None
    moved: bool = False
    facts: tuple[str, ...] = ()

    def to_json(self) -> dict[str, JSON]:
        """The post as one flat object."""
        dates = {name: getattr(self, name) for name in ("began", "ended", "held")}
        return {
            "sender": self.sender,
            "receiver": self.receiver,
            "kind": self.kind,
            "city": self.city,
            "via": self.via,
            **{name: None if when is None else str(when) for name, when in dates.items()},
            "moved": self.moved,
            "facts": list(self.facts),
        }


def find_posts(facts: Iterable[Fact]) -> tuple[Post, ...]:
    """The posts that these facts of missions tell of, in the order of time.

    A legation opened in 1921 that is raised to an embassy in 1954 and moves in 1997 is three spells, each ending where
    the next begins. What merely exists is a spell of its own unless an opened one covers it; an embassy that is said to
    be in another city than the one it was opened in has moved there by then.
    """
    threads: defaultdict[Thread, list[Fact]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact.roles, Mission) and fact.modality == "asserted" and fact.roles.event != "absent":
            threads[_thread(fact.roles)].append(fact)
    posts = [post for key in sorted(threads) for post in _spells(threads[key])]
    return tuple(sorted(posts, key=_order))


def _thread(roles: Mission) -> Thread:
    """What can follow on each other: the diplomatic posts of one state in another, or the consular ones of one city."""
    place = str(roles.city_id or roles.city or "") if roles.kind in CONSULAR else ""
    return roles.sender, roles.receiver, "consular" if roles.kind in CONSULAR else "", place or f"via {roles.via or ''}"


def _spells(facts: Sequence[Fact]) -> Iterator[Post]:
    turns = [fact for fact in in_time(facts) if _event(fact) in (*BEGINS, *CHANGES, *ENDS) and fact.when is not None]
    posts = list(_follow(turns))
    for fact in in_time(facts):
        if _event(fact) == "exists" and not _joins(fact, posts) and not _moves(fact, posts):
            posts.append(replace(_post(fact), held=fact.when))
    return iter(posts)


def _follow(turns: Sequence[Fact]) -> Iterator[Post]:
    """The spells that openings, changes and closings make, each ended by the next turn that ends or changes it."""
    current: Post | None = None
    for fact in turns:
        if current is not None and (_event(fact) not in BEGINS or _same(current, fact)):
            yield replace(current, ended=fact.when, facts=(*current.facts, fact.id))
            current = None
        elif current is not None:
            yield current
        if _event(fact) not in ENDS:
            current = replace(_post(fact), began=fact.when)
    if current is not None:
        yield current


def _same(post: Post, fact: Fact) -> bool:
    """Whether an opening is of another kind of post in the same city, which takes the place of the one before."""
    roles = fact.roles
    return isinstance(roles, Mission) and roles.kind != post.kind and (roles.city or "") == post.city


def _joins(fact: Fact, posts: list[Post]) -> bool:
    """Whether what exists is a spell already known, which then has its fact too."""
    roles = fact.roles
    assert isinstance(roles, Mission)
    for place, post in enumerate(posts):
        if post.kind == roles.kind and roles.city in (None, post.city) and _covers(post, fact.when):
            posts[place] = replace(post, facts=(*post.facts, fact.id))
            return True
    return False


def _moves(fact: Fact, posts: list[Post]) -> bool:
    """Whether what exists is an open spell of a diplomatic post that is in another city now; it then has both spells.

    An embassy opened in Almaty in 1992 that is in Astana on 30 July 2025 left Almaty by that day.
    """
    found, when = _post(fact), fact.when
    day = None if when is None else when.end if when.interval else when.start
    if day is None or not found.city or found.kind in CONSULAR:
        return False
    told = When.between(None, When(day, None))
    for place, post in enumerate(posts):
        opened = post.began is not None and post.ended is None and post.held is None
        if opened and post.city and post.kind == found.kind and _follows(post, told):
            posts[place] = replace(post, ended=told, moved=True, facts=(*post.facts, fact.id))
            posts.append(replace(found, began=told))
            return True
    return False


def _follows(post: Post, told: When) -> bool:
    return post.began is not None and (post.began.last or 0) < (told.last or 0)


def _covers(post: Post, when: When | None) -> bool:
    if post.held is not None or when is None or when.last is None:
        return post.ended is None and post.held is None
    began = post.began.first if post.began and post.began.first else 0
    ended = post.ended.last if post.ended and post.ended.last else None
    return began <= when.last and (ended is None or when.last <= ended)


def _post(fact: Fact) -> Post:
    roles = fact.roles
    assert isinstance(roles, Mission)
    return Post(
        sender=roles.sender,
        receiver=roles.receiver,
        kind=roles.kind,
        city=roles.city or "",
        city_id=roles.city_id,
        via=roles.via,
        facts=(fact.id,),
    )


def _event(fact: Fact) -> str:
    return fact.roles.event if isinstance(fact.roles, Mission) and fact.standing is not Standing.INFERRED else ""


def _order(post: Post) -> tuple[str, str, int, str, str]:
    when = post.began or post.held
    return post.sender, post.receiver, (when.first or when.last or 0) if when else 0, post.kind, post.city
