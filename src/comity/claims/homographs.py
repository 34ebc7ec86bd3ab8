"""A state's name that in some texts is another state's city: «عمان» is Oman, and Amman where Jordan is told of."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from comity.claims.discourse import Spoken
from comity.claims.mention import Mention
from comity.claims.words import left_words
from comity.packs.language import LanguagePack
from comity.packs.sections import Homograph
from comity.parties.index import NameHit


def cities_meant(text: str, pack: LanguagePack) -> tuple[Homograph, ...]:
    """The names that mean the city all through a text: it names the city's state, and the other by no other name."""
    return tuple(
        one
        for one in pack.homographs
        if any(mark in text for mark in one.marks) and not any(mark in text for mark in one.others)
    )


def as_cities(text: str, names: Iterable[Mention], meant: Iterable[Homograph], pack: LanguagePack) -> list[Mention]:
    """The names, a state's read as the city of that name where the text means it, or the word "capital" leads it."""
    out = []
    for one in names:
        known = next((it for it in pack.homographs if _is(text, one, it)), None)
        city = known is not None and (known in meant or _led_by(text, one, known))
        if known is None or not city:
            out.append(one)
        else:
            out.append(replace(one, kind="city", ids=(known.city,), form="short", country=known.country))
    return out


def topic_meant(topic: Spoken | None, meant: Iterable[Homograph]) -> Spoken | None:
    """What a text is about, the city's state in the place of the one that only bears its name."""
    told = {one.party: one.country for one in meant}
    if topic is None or not told.keys() & set(topic.ids):
        return topic
    return replace(topic, ids=tuple(dict.fromkeys(told.get(one, one) for one in topic.ids)))


def _is(text: str, one: Mention, known: Homograph) -> bool:
    bare = one.kind == "party" and one.form == "short" and known.party in one.ids
    return bare and text[one.start : one.end].endswith(known.word)


def _led_by(text: str, one: Mention, known: Homograph) -> bool:
    return any(word in known.leads for _, word in left_words(text, one.start, 2))


def other_than(hit: NameHit, named: Collection[str]) -> NameHit:
    """A full name that another state bears, too, which its sentence calls otherwise: "the Republic of China |"."""
    rest = tuple(one for one in hit.ids if one not in named) if len(hit.ids) > 1 and hit.form == "official" else ()
    return hit._replace(ids=rest) if rest else hit
