"""A state's name that in some texts is another state's city: «عمان» is Oman, and Amman where Jordan is told of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from comity.claims.context.discourse import Spoken
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import joined, left_words
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
    """The names, a state's read as the city of that name where the text means it, or the word "capital" leads it.

    So is one that stands in a list of cities: «سفارات في | تونس | والرباط».
    """
    out = list(names)
    if not pack.homographs:
        return out
    for place in reversed(range(len(out))):
        one = out[place]
        known = next((it for it in pack.homographs if _is(text, one, it)), None)
        if known is None:
            continue
        if known in meant or _led_by(text, one, known) or _beside_city(text, out, place, pack):
            out[place] = replace(one, kind="city", ids=(known.city,), form="short", country=known.country)
    return out


def _beside_city(text: str, names: Sequence[Mention], place: int, pack: LanguagePack) -> bool:
    """Whether nothing but a word that joins stands between a name and the name of a city beside it."""
    pairs = [names[at : at + 2] for at in (place, place - 1) if at >= 0]
    near = [pair for pair in pairs if len(pair) == 2 and any(one.kind == "city" for one in pair)]
    near = [pair for pair in near if not any(one.country in names[place].ids for one in pair)]  # «الجزائر، وهران»
    return any(joined(text[one.end : other.start], pack) for one, other in near)


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
