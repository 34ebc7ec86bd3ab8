"""Names of states of two lands, read as the two where the one was not yet: "Serbia and Montenegro" of 1878."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from comity.claims.sentences.mention import Mention
from comity.model.when import When
from comity.packs.language import LanguagePack
from comity.parties.index import NameIndex
from comity.parties.registry import Registry


def as_two(
    text: str, names: Iterable[Mention], when: When | None, pack: LanguagePack, known: tuple[NameIndex, Registry]
) -> list[Mention]:
    """The names, a state's that joins two others' read as these where it was not there at the time.

    "Turkey recognised Romania, Serbia and Montenegro" in 1878: three. Refuses halves that were no states then.
    """
    out: list[Mention] = []
    for one in names:
        halves = list(_halves(text, one, when, pack, known)) if when is not None and one.kind == "party" else []
        out += halves or [one]
    return out


def _halves(
    text: str, one: Mention, when: When | None, pack: LanguagePack, known: tuple[NameIndex, Registry]
) -> Iterator[Mention]:
    index, registry = known
    words = text[one.start : one.end].split(" ")
    joiner = next((word for word in words[1:-1] if word in pack.joiners), "")
    if not joiner or when is None or len(one.ids) != 1 or one.form != "short" or registry.exists(one.ids[0], when):
        return
    middle = text.index(f" {joiner} ", one.start)
    spans = ((one.start, middle), (middle + len(joiner) + 2, one.end))
    found = [(span, index.find_names(text[slice(*span)], pack.code)) for span in spans]
    sides = [(span, hits[0].ids[0]) for span, hits in found if len(hits) == 1 and hits[0].kind == "party"]
    there = all(registry.exists(party, when) for _, party in sides)
    if len(sides) == len(spans) and sides[0][1] != sides[1][1] and there:
        yield from (replace(one, start=span[0], end=span[1], ids=(party,), form="short") for span, party in sides)
