"""Who a document has introduced: names that stand alone later are found again with their office and party."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from comity.claims.sentences.mention import Actor, Mention
from comity.dates import DateContext, find_dates
from comity.model.selector import Selector
from comity.quantities import find_quantities

_ENDING = 4
_SHORTEST = 4
_HEADS = ("embassy", "high-commission", "legation")
_BOTH = 2
_MANY = 3
_SPAN = 1
_OFTEN = 2
_TRADE_REACH = 3
_ROMAN = frozenset("IVX")
_DOTS = re.compile("[·・•]")
_WIDE = 0x2E80
_SURNAME, _FULL = 2, 4  # the letters of a Japanese surname, and of a name with it
_MARKS = "，。、；：！？“”‘’「」『』《》（）—…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A person as last introduced: the actor, the party's ids, and where it stands."""

    name: str
    key: str
    actor: Actor
    ids: tuple[str, ...]
    context: tuple[Selector, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """A mission as last told of: whose, where, of which class, in which city."""

    sender: str
    receiver: str
    kind: str
    city: str | None = None
    city_id: int | None = None
    context: tuple[Selector, ...] = ()


class PostMemory:
    """The missions a document has told of: where each sits, and which "it" and "both" stand for."""

    def __init__(self) -> None:
        self._seats: dict[tuple[str, str], Posted] = {}
        self._told: list[tuple[int, Posted]] = []
        self._times: Counter[tuple[str, str]] = Counter()

    def put_post(self, post: Posted, sentence: int) -> None:
        """Remember a mission; a head of mission's seat is kept for the sentences that name no city."""
        self._times[post.sender, post.receiver] += post.kind in _HEADS
        self._told = [*[pair for pair in self._told if _site(pair[1]) != _site(post)][-5:], (sentence, post)]
        self.put_seat(post)

    def put_seat(self, post: Posted) -> None:
        """Remember where a mission sits under the names its ends had on its day: Prague of 1929 is Czechoslovakia's."""
        if post.kind in _HEADS and post.city:
            self._seats[post.sender, post.receiver] = post

    def seat_of(self, sender: str, receiver: str, kind: str) -> Posted | None:
        """Where the embassy or legation of one in the other was last said to be; None for other posts."""
        return self._seats.get((sender, receiver)) if kind in _HEADS else None

    def only_seat(self, sender: str) -> Posted | None:
        """The embassy or legation of one whose seat has been told, where only one was."""
        known = [post for (one, _), post in self._seats.items() if one == sender]
        return known[0] if len(known) == 1 else None

    def usual_ends(self, pair: Collection[str]) -> tuple[str, ...]:
        """Whose missions in whom a document tells of far above those the other way: none where it tells of both."""
        ranked = [ends for ends, _ in self._times.most_common() if set(ends) == set(pair)]
        if not ranked or self._times[ranked[0]] < _OFTEN * self._times[ranked[0][::-1]]:
            return ()
        return ranked[0] if self._times[ranked[0]] >= _OFTEN else ()

    def same_post(self, sender: str, receiver: str, kind: str) -> Posted | None:
        """The one of this class told of last between the two, for "the consulate": None where none was."""
        told = [post for _, post in self._told if (post.sender, post.receiver, post.kind) == (sender, receiver, kind)]
        return told[-1] if told else None

    def last_post(self, sentence: int) -> Posted | None:
        """The mission told of last, in this sentence or the one before."""
        recent = [post for at, post in self._told if sentence - at <= _SPAN]
        return recent[-1] if recent else None

    def told_at(self, sentence: int) -> Posted | None:
        """The one mission that this sentence has told of; None where it told of more or of none."""
        here = [post for at, post in self._told if at == sentence]
        return here[0] if len(here) == 1 else None

    def ends_at(self, sentence: int) -> tuple[str, ...]:
        """The one sender and receiver of all missions that this sentence has told of; none where they are several."""
        here = {(post.sender, post.receiver) for at, post in self._told if at == sentence}
        return here.pop() if len(here) == 1 else ()

    def only_way(self, post: Posted) -> bool:
        """Whether no mission has been told of that sits the other way round."""
        return not self._times[post.receiver, post.sender]

    def last_between(self, sentence: int, two: tuple[str, ...]) -> Posted | None:
        """The mission told of last that sits between these two, where there are two; else the last told of."""
        recent = [post for at, post in self._told if sentence - at <= _SPAN]
        own = [post for post in recent if len(two) != _BOTH or {post.sender, post.receiver} == set(two)]
        return own[-1] if own else None

    def is_open(self, sentence: int) -> bool:
        """Whether a pronoun in this sentence may mean a mission told of."""
        return any(sentence - at <= _SPAN + 1 for at, _ in self._told)

    def last_two(self, sentence: int) -> tuple[Posted, ...]:
        """The two missions that "both" means: two parties' with each other, or the two of one told of just now."""
        here = [post for at, post in self._told if at == sentence]
        if len(here) == 2 and here[0].sender == here[1].sender:
            return tuple(here)
        recent = [post for at, post in self._told if sentence - at <= _SPAN + 1][-2:]
        mutual = (
            len({(post.sender, post.receiver) for post in recent})
            == 2
            == len({end for post in recent for end in (post.sender, post.receiver)})
        )
        return tuple(recent) if mutual else ()

    def mutual(self) -> tuple[Posted, ...]:
        """The embassies or legations of two in each other, for "the legations": none where it may be another two's."""
        pairs = {frozenset(ends) for ends in self._seats if (ends[1], ends[0]) in self._seats}
        if len(pairs) != 1:
            return ()
        return tuple(post for ends, post in self._seats.items() if frozenset(ends) in pairs)


def _site(post: Posted) -> tuple[str, str, str | None]:
    return post.sender, post.receiver, post.city


class DealMemory:
    """With whom each state dealt as a text told: whose relations a chapter without a title of states is about."""

    def __init__(self) -> None:
        self._partners: dict[str, set[str]] = {}

    def put_pair(self, two: tuple[str, ...]) -> None:
        """Remember that two were told to have dealt with each other."""
        for one in two if len(two) == _BOTH else ():
            self._partners.setdefault(one, set()).update(other for other in two if other != one)

    def hub(self) -> str:
        """The one with whom all others dealt, three or more, and none of them with half as many; "" for nobody."""
        ranked = sorted(self._partners, key=lambda one: (-len(self._partners[one]), one))
        if not ranked or len(self._partners[ranked[0]]) < _MANY:
            return ""
        rivals = [one for one in ranked[1:] if 2 * len(self._partners[one]) > len(self._partners[ranked[0]])]
        return "" if rivals else ranked[0]


class MoneyMemory:
    """The currency a document named last, which bare millions may be of, and whose trade it told of last.

    Texts passed over are read when asked.
    """

    def __init__(self) -> None:
        self._unit = ""
        self._texts: list[tuple[str, str]] = []
        self._traders: frozenset[str] = frozenset()
        self._traded_at = -9

    def put_currency(self, unit: str) -> None:
        """Remember the currency that a sentence named."""
        self._unit = unit
        self._texts.clear()

    def put_trade(self, parties: Collection[str], sentence: int) -> None:
        """Remember between whom a sentence told of trade."""
        self._traders, self._traded_at = frozenset(parties), sentence

    def told_trade(self, parties: Collection[str], sentence: int) -> bool:
        """Whether one of the last sentences told of trade between these, so that "exports" are those to the other."""
        return self._traders == frozenset(parties) and sentence - self._traded_at <= _TRADE_REACH

    def pass_over(self, text: str, language: str) -> None:
        """Remember a text that was not read and may name a currency."""
        self._texts.append((text, language))

    def last_currency(self) -> str:
        """The ISO code of the currency named last; "" where none was."""
        while self._texts:
            text, language = self._texts.pop()
            skip = [(hit.start, hit.end) for hit in find_dates(text, language, DateContext())]
            money = [hit.unit for hit in find_quantities(text, language, skip=skip) if is_currency(hit.unit)]
            if money:
                self._unit = money[-1]
                self._texts.clear()
        return self._unit


def is_currency(unit: str) -> bool:
    """Whether a unit of a quantity is a currency's code."""
    return len(unit) == 3 and unit.isupper()


class PersonMemory:
    """The people introduced so far in one document, the latest office first."""

    def __init__(self) -> None:
        self._known: dict[str, Known] = {}

    def put_person(
        self, mention: Mention, place: Selector, endings: Iterable[str] = (), *, first: Collection[str] = ()
    ) -> None:
        """Remember an actor that was introduced with a name and a party, by the surname without its case ending.

        ``first``: the states whose people are called by the first of their names: "Xi" is Xi Jinping.
        """
        actor = mention.actor
        if actor is None or not actor.person or len(mention.ids) != 1 or not (actor.office or actor.post):
            return
        led = mention.ids[0] in first and len(actor.person.split()) > 1
        wide = mention.ids[0] in first and len(actor.person) == _FULL and ord(actor.person[0]) >= _WIDE
        if led or wide:
            self._put(actor.person[:_SURNAME] if wide else actor.person.split()[0], mention, actor, place)
        key = _key(actor.person)
        cut = [one for one in endings if key.endswith(one) and len(key) - len(one) >= _SHORTEST]
        key = key[: -len(max(cut, key=len))] if cut else key
        if not (len(key) < 2 or (key.isascii() and len(key) < _SHORTEST)):
            self._put(key, mention, actor, place)

    def _put(self, key: str, mention: Mention, actor: Actor, place: Selector) -> None:
        self._known.pop(key, None)
        self._known[key] = Known(name=actor.person, key=key, actor=actor, ids=mention.ids, context=(place,))

    def last_office(self) -> str:
        """The office of the person introduced last; "" where nobody was."""
        known = [one.actor.office for one in self._known.values() if one.actor.office]
        return known[-1] if known else ""

    def get_person(self, name: str) -> Known | None:
        """The person last introduced under this surname, an ending of it left aside; None where nobody was."""
        key = _key(name)
        known = self._known.get(key)
        if known is not None:
            return known
        return next(
            (one for other, one in self._known.items() if len(other) >= _SHORTEST and key.startswith(other)), None
        )

    def __len__(self) -> int:
        return len(self._known)

    def any_in(self, text: str, *, since: int) -> bool:
        """Whether one of those introduced after the first ``since`` may be named in a text."""
        return len(self._known) > since and any(key in text for key in list(self._known)[since:])

    def find_persons(self, text: str) -> Iterator[tuple[int, int, Known]]:
        """Where a remembered name stands in a text, with up to four letters of an ending: (start, end, who)."""
        for key, known in self._known.items():
            start = text.find(key)
            while start >= 0:
                end = start + len(key)
                stop = end
                while stop < len(text) and text[stop].isalpha() and stop - end <= _ENDING and ord(key[-1]) < _WIDE:
                    stop += 1
                free = start == 0 or not text[start - 1].isalnum() or _stands_alone(text, start, end, known)
                short = key.isascii() and len(key) < _SHORTEST
                if free and stop - end <= (0 if short else _ENDING):
                    begin = self._begin(text, start, known)
                    whole = text.startswith(known.name, begin)
                    yield begin, max(stop, begin + len(known.name)) if whole else stop, known
                start = text.find(key, end)

    @staticmethod
    def _begin(text: str, start: int, known: Known) -> int:
        """The start of the fuller name, where the words before the surname are those of the known one."""
        first = known.name[: len(known.name) - len(known.key)].strip()
        if first and text[:start].rstrip().endswith(first):
            return text[:start].rstrip().rindex(first)
        return start


def _stands_alone(text: str, start: int, end: int, known: Known) -> bool:
    """Whether a name in Han letters may stand here: no part of another's between dots; one of two letters only
    behind a mark. A whole name may stand anywhere.
    """
    if ord(known.key[0]) < _WIDE:
        return False
    if len(known.key) == len(known.name):
        return True
    whole = text.endswith(known.name, 0, end)
    dotted = bool(_DOTS.match(text, end) or _DOTS.match(text, start - 1))
    return whole or (not dotted and (len(known.key) > _SURNAME or text[start - 1] in _MARKS))


def _key(name: str) -> str:
    """The surname; of a king the name and its number: "Mohamed VI"; the last part of "萨德尔·扎帕罗夫"."""
    if ord(name[:1] or " ") >= _WIDE:
        last = _DOTS.split(name)[-1]
        return last if len(last) >= _SURNAME else name
    words = name.split()
    numbered = len(words) > 1 and set(words[-1]) <= _ROMAN
    return " ".join(words[-_BOTH:] if numbered else words[-1:]) or name
