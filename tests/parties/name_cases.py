"""Case files of names: sentences in which every name is marked ``[as it stands](ID)``, and what a run makes of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from comity.packs.places import load_cities
from comity.parties.index import NameHit, load_index

CASES = Path(__file__).parents[1] / "cases" / "names"
_MARK = re.compile(r"\[([^\[\]]+)\]\(([^()]+)\)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without its marks, and its mentions: start, end, ids (``@Ankara`` for a city by its English name)."""

    about: str
    text: str
    mentions: tuple[tuple[int, int, tuple[str, ...]], ...]


@dataclass(slots=True)
class Tally:
    """How a run did: mentions right, missed, and hits that are none; each fault in words."""

    right: int = 0
    missed: int = 0
    wrong: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.right + self.missed, 1)


def read_sentence(marked: str, about: str = "") -> Sentence:
    """The sentence that a marked one writes."""
    text, mentions, last = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        ids = (match[2],) if match[2].startswith("@") else tuple(sorted(match[2].split()))
        mentions.append((len(text), len(text) + len(match[1]), ids))
        text += match[1]
        last = match.end()
    return Sentence(about, text + marked[last:], tuple(mentions))


def iter_sentences(name: str) -> Iterator[Sentence]:
    """The sentences of a case file."""
    for case in tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["case"]:
        for marked in case["text"]:
            yield read_sentence(marked, case["about"])


def is_meant(hit: NameHit, ids: tuple[str, ...]) -> bool:
    """Whether the hit (or what else its stretch may be) is what the mention says."""
    if not ids[0].startswith("@"):
        return hit.kind != "city" and hit.ids == ids
    cities = load_cities()
    one_of = [one for one in (hit, *hit.others) if one.kind == "city"]
    return any(cities[int(city)].name == ids[0][1:] for one in one_of for city in one.ids)


def tally(name: str, language: str, about: str = "") -> Tally:
    """What the index makes of a case file, or of its cases about one thing."""
    out = Tally()
    for sentence in iter_sentences(name):
        if about not in sentence.about:
            continue
        hits = {(hit.start, hit.end): hit for hit in load_index().find_names(sentence.text, language)}
        for start, end, ids in sentence.mentions:
            hit = hits.pop((start, end), None)
            if hit is not None and is_meant(hit, ids):
                out.right += 1
                continue
            out.missed += 1
            out.wrong += hit is not None
            out.faults.append(f"missed {sentence.text[start:end]!r} {ids} in {sentence.text!r}: {hit}")
        for (start, end), hit in hits.items():
            out.wrong += 1
            out.faults.append(f"wrong {sentence.text[start:end]!r} {hit.kind} {hit.ids} in {sentence.text!r}")
    return out
