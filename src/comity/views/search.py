"""What somebody typed → the party or the two parties meant, or the candidates: names in any language, or ids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from comity.model.fact import Candidate
from comity.model.roles import JSON
from comity.parties.index import load_index
from comity.parties.link import link_party, resolve_name
from comity.parties.registry import load_registry

_CLEAR = 2.0  # how many times likelier the best candidate must be than the next to be taken without asking
_LONGEST = 200  # characters that a name of two parties has at most
_SHOWN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was meant: one party, or two; or ``candidates`` where it is not clear; or names ``near`` it."""

    parties: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    near: tuple[str, ...] = ()

    def to_json(self) -> dict[str, JSON]:
        """What was found, with the names of the candidates."""
        names = load_registry()
        return {
            "parties": list(self.parties),
            "candidates": [
                {"party": one.party, "name": names.get(one.party).name, "score": one.score} for one in self.candidates
            ],
            "near": [{"party": one, "name": names.get(one).name} for one in self.near],
        }


def find_asked(text: str) -> Found:
    """The parties a search means: one for ``"Siam"``, the same two for ``"哈萨克斯坦和土耳其"`` and ``"KAZ Türkiye"``.

    A name that may be several parties gives candidates, one that is nobody's the nearest names.
    """
    text = " ".join(text[:_LONGEST].split())
    if not text:
        return Found()
    if _is_a_name(text):
        return _chosen([_resolve(text)])
    sides = _two_names(text) or _two_mentions(text)
    if sides:
        return _chosen(sides)
    found = resolve_name(text)
    return _chosen([found]) if found else Found(near=_nearest(text))


def find_party(text: str) -> Found:
    """The one party that a name or id means, as `find_asked` answers; never two."""
    text = " ".join(text[:_LONGEST].split())
    found = resolve_name(text) or resolve_name(text.upper())
    return _chosen([found]) if found else Found(near=_nearest(text))


def _is_a_name(text: str) -> bool:
    """Whether the text as a whole names a party; a city's name alone does not."""
    return bool(load_index().find_forms(text) or text.upper() in load_registry()) and bool(_resolve(text))


def _two_names(text: str) -> list[tuple[Candidate, ...]]:
    """Both names of a text that is two names with a blank, a dash or a word between them."""
    words = text.split(" ")
    for gap in (0, 1):
        for cut in range(1, len(words) - gap):
            left, right = " ".join(words[:cut]), " ".join(words[cut + gap :])
            if _is_a_name(left) and _is_a_name(right):
                return [_resolve(left), _resolve(right)]
    return []


def _resolve(text: str) -> tuple[Candidate, ...]:
    return resolve_name(text) or resolve_name(text.upper())


def _two_mentions(text: str) -> list[tuple[Candidate, ...]]:
    """The first two parties named in the text, read in the language that finds most of it."""
    index = load_index()
    best: list[tuple[Candidate, ...]] = []
    covered = 0
    for language in index.languages:
        hits = [hit for hit in index.find_names(text, language) if hit.kind != "city"]
        length = sum(hit.end - hit.start for hit in hits)
        if len(hits) == 2 and length > covered:
            sides = [link_party(hit.ids, language=language) for hit in hits]
            if all(sides):
                covered, best = length, sides
    return best


def _chosen(sides: Sequence[tuple[Candidate, ...]]) -> Found:
    """The best candidate of each side where it is clear; else the candidates of the side that is not."""
    parties: list[str] = []
    for side in sides:
        if len(side) > 1 and side[0].score < _CLEAR * side[1].score:
            return Found(candidates=side[:_SHOWN])
        parties.append(side[0].party)
    return Found(parties=tuple(dict.fromkeys(parties)))


def _nearest(text: str) -> tuple[str, ...]:
    from difflib import get_close_matches

    names = _all_names()
    found = get_close_matches(text.casefold(), names, n=5, cutoff=0.7)
    return tuple(dict.fromkeys(names[name] for name in found))


@cache
def _all_names() -> dict[str, str]:
    from comity.packs.names import iter_languages

    registry = load_registry()
    names = {party.casefold(): party for party in registry}
    for language in iter_languages():
        names |= {registry.name(party, language).casefold(): party for party in registry}
    return names
