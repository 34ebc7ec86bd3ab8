"""How a state was represented in another on a day: the level, its rule, the data sets' code, the posts behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from comity.facts.atlas import Atlas
from comity.model.fact import Fact
from comity.model.roles import JSON, Mission, Relations
from comity.model.when import When
from comity.views.posts import CONSULAR, Post, find_posts
from comity.views.reads import Reads
from comity.views.sentences import Speech


class Level(StrEnum):
    """How a state is represented, the highest first; the last is not the last but one."""

    EMBASSY = "embassy"
    AMBASSADOR = "non-resident ambassador"
    LEGATION = "legation"
    ENVOY = "non-resident envoy"
    CHARGE = "charge-d-affaires"
    INTERESTS = "interests section"
    LIAISON = "liaison"
    CONSULATE = "consulate"
    NONE = "none"
    NOT_RECORDED = "not recorded"


# The diplomatic exchange data of Correlates of War: 3 ambassador, 2 minister, 1 chargé d'affaires, 9 other, 0 none.
# Consulates are no diplomatic exchange; where nothing is recorded there is no code, for 0 would say there was none.
CODES: Mapping[Level, int | None] = MappingProxyType(
    {
        Level.EMBASSY: 3,
        Level.AMBASSADOR: 3,
        Level.LEGATION: 2,
        Level.ENVOY: 2,
        Level.CHARGE: 1,
        Level.INTERESTS: 9,
        Level.LIAISON: 9,
        Level.CONSULATE: 0,
        Level.NONE: 0,
        Level.NOT_RECORDED: None,
    }
)
_KINDS: Mapping[str, Level] = MappingProxyType(
    {
        "embassy": Level.EMBASSY,
        "high-commission": Level.EMBASSY,
        "legation": Level.LEGATION,
        "interests-section": Level.INTERESTS,
        "liaison-office": Level.LIAISON,
        "representative-office": Level.LIAISON,
        "trade-office": Level.LIAISON,
        **dict.fromkeys(CONSULAR, Level.CONSULATE),
    }
)
_ABROAD = {Level.EMBASSY: Level.AMBASSADOR, Level.LEGATION: Level.ENVOY}
_LEVELLED = ("established", "restored", "upgraded", "downgraded")
DIPLOMATIC = (Level.EMBASSY, Level.AMBASSADOR, Level.LEGATION, Level.ENVOY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Represented:
    """One state in another on a day: the level, the rule that gave it, and the posts of that day.

    ``through`` names the predecessor whose post goes on. ``doubt`` are posts that may have been there that day or not;
    ``last`` is the highest post told of before it, where nothing is recorded of the day.
    """

    sender: str
    receiver: str
    level: Level
    rule: str
    posts: tuple[Post, ...] = ()
    doubt: tuple[Post, ...] = ()
    last: Post | None = None
    through: str | None = None

    def to_json(self) -> dict[str, JSON]:
        """The level with its code and posts."""
        return {
            "sender": self.sender,
            "receiver": self.receiver,
            "level": self.level.value,
            "code": CODES[self.level],
            "rule": self.rule,
            "through": self.through,
            "posts": [post.to_json() for post in self.posts],
            "doubt": [post.to_json() for post in self.doubt],
            "last": None if self.last is None else self.last.to_json(),
        }


def level_of_post(post: Post) -> Level | None:
    """The level that a post gives; ``None`` of a mission to an organization."""
    level = _KINDS.get(post.kind)
    return level if level is None or post.via is None else _ABROAD.get(level, level)


def representation_as_of(
    register: Reads, party: str, date: When, speech: Speech, other: str | None = None
) -> tuple[Represented, ...]:
    """How the party was represented on that day in each state it has facts with, and each of them in it.

    KAZ on 2020-01-01: an embassy in TUR and TUR's in it. A state that was not there that day is left out: the posts of
    the German Democratic Republic are nobody's in 2020. A successor has its predecessor's posts, marked as such.
    """
    atlas = Atlas(speech.registry)
    lines = (party, *sorted(atlas.continued(party)))
    facts = [fact for one in lines for fact in register.iter_facts(parties=(one,)) if _tells(fact)]
    pairs: defaultdict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in {fact.id: fact for fact in facts}.values():
        for pair in _pairs(fact):
            pairs[pair].append(fact)
    found = []
    for partner in sorted(_partners(pairs, lines, date, atlas) if other is None else {other}):
        found += [_represent(*pair, pairs, date, atlas) for pair in ((party, partner), (partner, party))]
    return tuple(found)


def _tells(fact: Fact) -> bool:
    return fact.modality == "asserted" and isinstance(fact.roles, Mission | Relations)


def _pairs(fact: Fact) -> tuple[tuple[str, str], ...]:
    """The directed pairs that a fact tells of: a mission of one, relations of both."""
    roles = fact.roles
    if isinstance(roles, Mission):
        return ((roles.sender, roles.receiver),)
    both = tuple(getattr(roles, "parties", ()))
    return (both, both[::-1]) if len(both) == 2 else ()


def _partners(pairs: Iterable[tuple[str, str]], lines: Sequence[str], date: When, atlas: Atlas) -> set[str]:
    """All that the party has facts with and that were there that day, or what goes on as them."""
    others = {one for pair in pairs for one in pair} - set(lines)
    later = {step.successor for one in others for step in atlas.continuations(one, 0)}
    return {one for one in others | later if one in atlas.parties and atlas.exists(one, date)} - set(lines)


def _represent(
    sender: str, receiver: str, pairs: Mapping[tuple[str, str], Sequence[Fact]], date: When, atlas: Atlas
) -> Represented:
    if not (atlas.exists(sender, date) and atlas.exists(receiver, date)):
        return Represented(sender=sender, receiver=receiver, level=Level.NONE, rule="not-there")
    own = _decide(sender, receiver, pairs.get((sender, receiver), ()), date)
    if own.level is not Level.NOT_RECORDED:
        return own
    for one in (sender, *sorted(atlas.continued(sender))):
        for two in (receiver, *sorted(atlas.continued(receiver))):
            before = _decide(sender, receiver, pairs.get((one, two), ()), date)
            if (one, two) != (sender, receiver) and before.posts:
                through = one if one != sender else two
                return Represented(
                    sender=sender,
                    receiver=receiver,
                    level=before.level,
                    rule="predecessor",
                    posts=before.posts,
                    through=through,
                )
    return own


def _decide(sender: str, receiver: str, facts: Sequence[Fact], date: When) -> Represented:
    """The highest level that surely stands on the day; after a severing only what a later word attests."""
    severed = _severed_before(facts, date)
    posts = [post for post in find_posts(facts) if level_of_post(post) is not None]
    standing = [post for post in posts if _stands(post, date) and not _is_cut(post, severed)]
    doubt = tuple(post for post in posts if _may_stand(post, date) and post not in standing)
    if standing:
        level, rule = (
            min((level_of_post(post) or Level.NOT_RECORDED for post in standing), key=list(Level).index),
            "post",
        )
        if level in DIPLOMATIC and _is_at_charge(facts, date):
            level, rule = Level.CHARGE, "charge"
        if level is Level.CONSULATE and any(level_of_post(post) in DIPLOMATIC for post in doubt):
            level, rule = Level.NOT_RECORDED, "no-word"
        return Represented(sender=sender, receiver=receiver, level=level, rule=rule, posts=tuple(standing), doubt=doubt)
    absent = [fact for fact in facts if _is_absent(fact, date)]
    level, rule = (Level.NONE, "absent") if absent else (Level.NOT_RECORDED, "severed" if severed else "no-word")
    last = _last_told(posts, date) if level is Level.NOT_RECORDED and not severed and not doubt else None
    return Represented(sender=sender, receiver=receiver, level=level, rule=rule, doubt=doubt, last=last)


def _last_told(posts: Iterable[Post], date: When) -> Post | None:
    """The highest post that a document says was there before the date, of several the one told of last."""
    told = [
        (-list(Level).index(level), post.held.last, post.city, post)
        for post in posts
        if post.held is not None and post.held.last is not None and post.held.last < (date.first or 0)
        if (level := level_of_post(post)) is not None
    ]
    return max(told, key=lambda one: one[:3])[3] if told else None


def _stands(post: Post, date: When) -> bool:
    """Whether the post surely stood all that day: begun before, not ended by then, or said to be there then.

    Of one that moved its seat by some day the post is sure till that day, though the city is not.
    """
    first, last = date.first or 0, date.last or 0
    if post.held is not None:
        return post.held.contains(date) and (post.held.first is not None or post.held.last == last)
    if post.began is None or post.began.last is None or post.began.last > first:
        return False
    return post.ended is None or ((post.ended.last if post.moved else post.ended.first) or 0) > last


def _may_stand(post: Post, date: When) -> bool:
    """Whether the post may have stood that day: begun or ended at some time of which the day is part, or not dated."""
    if post.began is None and post.held is None:
        return post.ended is None
    first, last = date.first or 0, date.last or 0
    if post.began is None or post.began.first is None or post.began.first > last:
        return False
    return post.ended is None or (post.ended.last or last) >= first


def _is_cut(post: Post, severed: int | None) -> bool:
    """Whether relations were severed after the post began: it is not known to have stayed."""
    return (
        severed is not None
        and level_of_post(post) in DIPLOMATIC
        and bool(post.began and (post.began.first or 0) <= severed)
    )


def _severed_before(facts: Iterable[Fact], date: When) -> int | None:
    """The day on which relations were severed before the date and not restored since, as an ordinal."""
    turns = [
        (fact.when.last, fact.roles.event)
        for fact in facts
        if isinstance(fact.roles, Relations) and fact.when is not None and fact.when.last is not None
        if fact.roles.event in ("severed", "restored", "established") and fact.when.last <= (date.first or 0)
    ]
    last = max(turns, default=(0, ""))
    return last[0] if last[1] == "severed" else None


def _is_at_charge(facts: Iterable[Fact], date: When) -> bool:
    """Whether relations surely stood at the level of chargés d'affaires all that day, by the last word before it."""
    words = [
        (fact.when.last, fact.when.first or 0, fact.roles.level or "")
        for fact in facts
        if isinstance(fact.roles, Relations) and fact.when is not None and fact.when.last is not None
        if fact.roles.event in _LEVELLED and fact.when.last <= (date.first or 0)
    ]
    return max(words, default=(0, 0, ""))[2] == Level.CHARGE.value


def _is_absent(fact: Fact, date: When) -> bool:
    roles = fact.roles
    if not isinstance(roles, Mission) or roles.event not in ("absent", "closed") or fact.when is None:
        return False
    if roles.event == "closed":
        return roles.kind not in CONSULAR and fact.when.last is not None and fact.when.last <= (date.first or 0)
    return fact.when.contains(date)
