"""The precision and recall of claims against labelled ones, strict and lenient.

    python tests/quality/score.py tests/cases/documents/examples CLAIMS.jsonl [--misses]

*Strict*: every role that makes two claims the same thing (the bold ones of docs/reference/claims.md), the event, the
modality and the date agree. *Lenient*: who, what kind, and the year. Names, titles and awards are compared by their
words, endings aside, since they stay in the form the text has them in. A labelled claim marked ``optional`` is neither
asked for nor counted as wrong when found. Only documents with labels are scored.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Claim = Mapping[str, Any]  # one line of JSON, as an export has it

WHO = ("parties", "from", "to")
ROLES: dict[str, tuple[str, ...]] = {
    "relations": ("parties", "event", "date", "table", "row"),
    "recognition": ("subject", "object", "event", "date"),
    "mission": ("sender", "receiver", "kind", "city", "event", "date"),
    "visit": ("visitor", "host", "office", "date"),
    "meeting": ("parties", "date"),
    "agreement": ("parties", "title", "event", "date"),
    "membership": ("member", "organization", "role", "event", "date"),
    "quantity": ("indicator", *WHO, "date", "value", "min", "max", "unit"),
    "honour": ("giver", "recipient", "award", "date"),
    "body": ("parties", "name", "event", "date"),
    "appointment": ("person", "post", "sender", "receiver", "event", "date"),
    "landmark": ("kind", "name", "country", "city"),
    "dispute": ("parties", "subject", "event", "date"),
    "succession": ("predecessor", "successor", "date"),
}
BY_WORDS = {"title", "recipient", "award", "name", "person"}
LEFT_TO_STRICT = {"event", "date", "office", "role", "unit", "award"}
DOUBTED = {"alleged": "asserted"}  # both say that it is told as a fact; who tells it is another field


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How many labelled claims were found, how many claims are wrong, how many labelled ones were missed."""

    found: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.wrong) if self.found + self.wrong else 0.0

    @property
    def recall(self) -> float:
        return self.found / (self.found + self.missed) if self.found + self.missed else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def plus(self, *, found: int = 0, wrong: int = 0, missed: int = 0) -> Score:
        return Score(found=self.found + found, wrong=self.wrong + wrong, missed=self.missed + missed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What one document's claims came to: the pairs found, the labelled ones missed, the claims that are wrong."""

    found: tuple[Claim, ...]
    missed: tuple[Claim, ...]
    wrong: tuple[Claim, ...]


def score(gold: Mapping[str, Sequence[Claim]], said: Iterable[Claim], *, strict: bool = True) -> dict[str, Score]:
    """The score of each claim type, of each document (by its id) and of all (``ALL``)."""
    scores: dict[str, Score] = defaultdict(Score)
    for document, verdict in judge(gold, said, strict=strict):
        for name, claims in (("found", verdict.found), ("missed", verdict.missed), ("wrong", verdict.wrong)):
            for claim in claims:
                for key in (str(claim["type"]), document, "ALL"):
                    scores[key] = scores[key].plus(**{name: 1})
    return dict(scores)


def judge(gold: Mapping[str, Sequence[Claim]], said: Iterable[Claim], *, strict: bool) -> Iterator[tuple[str, Verdict]]:
    """Each labelled document's verdict."""
    spoken: dict[str, list[Claim]] = defaultdict(list)
    for claim in said:
        spoken[claim["evidence"]["document"]].append(claim)
    for document, labels in gold.items():
        yield document, _verdict(labels, _distinct(spoken[document]), strict)


def agrees(label: Claim, claim: Claim, *, strict: bool) -> bool:
    """Whether the claim says the labelled thing: role by role, a role that the label leaves open asking for nothing."""
    if label["type"] != claim.get("type"):
        return False
    if strict and _modality(label) != _modality(claim):
        return False
    roles = ROLES[label["type"]]
    if not strict:
        roles = tuple(role for role in roles if role not in LEFT_TO_STRICT)
        if "date" in label and _year(label["date"]) != _year(claim.get("date")):
            return False
    return all(_same(role, label, claim) for role in roles)


def _same(role: str, label: Claim, claim: Claim) -> bool:
    asked, got = label.get(role), claim.get(role)
    if role in {"date", "parties", "from", "to"}:
        return _plain(asked) == _plain(got)
    if asked is None:
        return True
    return _akin(str(asked), str(got or "")) if role in BY_WORDS else _plain(asked) == _plain(got)


def _plain(value: object) -> object:
    if isinstance(value, list):
        return sorted(map(str, value))
    return float(value) if isinstance(value, (int, float)) else value


def _modality(claim: Claim) -> str:
    said = str(claim.get("modality", "asserted"))
    return DOUBTED.get(said, said)


def _year(date: object) -> str:
    years = re.findall(r"-?\d{4}|\d{3}X|\d{2}XX", str(date or ""))
    return years[0] if years else ""


def _akin(one: str, other: str) -> bool:
    """Whether half of the shorter name's words begin like words of the other, or one holds the other."""
    one, other = _folded(one), _folded(other)
    if not one or not other:
        return False
    if one in other or other in one:
        return True
    short, long = sorted((one.split(), other.split()), key=len)
    return sum(any(_stem_shared(word, against) for against in long) for word in short) * 2 >= len(short)


def _stem_shared(one: str, other: str) -> bool:
    stem = max(4, min(len(one), len(other)) * 2 // 3)
    return one == other or (min(len(one), len(other)) >= 4 and one[:stem] == other[:stem])


def _folded(text: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", bare.replace("ı", "i")))


def _verdict(labels: Sequence[Claim], claims: Sequence[Claim], strict: bool) -> Verdict:
    fits = [[at for at, claim in enumerate(claims) if agrees(label, claim, strict=strict)] for label in labels]
    pairs = _matching(fits, first=sorted(range(len(labels)), key=lambda at: bool(labels[at].get("optional"))))
    asked = [at for at, label in enumerate(labels) if not label.get("optional")]
    right = {at for fit in fits for at in fit}  # saying a right thing twice, in other words, is no error
    return Verdict(
        found=tuple(labels[at] for at in asked if at in pairs),
        missed=tuple(labels[at] for at in asked if at not in pairs),
        wrong=tuple(claim for at, claim in enumerate(claims) if at not in right),
    )


def _matching(fits: Sequence[Sequence[int]], *, first: Sequence[int]) -> set[int]:
    """The labels of a largest matching between labels and claims (augmenting paths), in the order asked for."""
    owner: dict[int, int] = {}

    def place(label: int, tried: set[int]) -> bool:
        for claim in fits[label]:
            if claim not in tried:
                tried.add(claim)
                if claim not in owner or place(owner[claim], tried):
                    owner[claim] = label
                    return True
        return False

    for label in first:
        place(label, set())
    return set(owner.values())


def _distinct(claims: Iterable[Claim]) -> list[Claim]:
    """The claims without those that differ from an earlier one in nothing but evidence."""
    kept: dict[str, Claim] = {}
    for claim in claims:
        said = {k: v for k, v in claim.items() if k not in {"evidence", "context", "rule", "id", "attributed_to"}}
        kept.setdefault(json.dumps(said, sort_keys=True), claim)
    return list(kept.values())


def load_claims(path: Path) -> list[Claim]:
    """The claims of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def load_labels(folder: Path) -> dict[str, list[Claim]]:
    """The labelled claims of a folder, by document."""
    return {path.stem: load_claims(path) for path in sorted(folder.glob("*.jsonl"))}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", type=Path)
    parser.add_argument("claims", type=Path)
    parser.add_argument("--misses", action="store_true", help="print what was missed and what is wrong")
    asked = parser.parse_args()
    gold, said = load_labels(asked.labels), load_claims(asked.claims)
    if asked.misses:
        for document, verdict in judge(gold, said, strict=True):
            for word, claims in (("missed", verdict.missed), ("wrong ", verdict.wrong)):
                for claim in claims:
                    print(word, document, json.dumps(claim, ensure_ascii=False), file=sys.stderr)
    strict, lenient = score(gold, said), score(gold, said, strict=False)
    print(f"{'':32}{'strict P':>9}{'R':>7}{'F1':>7}{'lenient P':>11}{'R':>7}{'F1':>7}{'asked':>7}")
    for key in sorted(strict, key=lambda key: (key == "ALL", key)):
        s, n = strict[key], lenient.get(key, Score())
        figures = f"{s.precision:9.3f}{s.recall:7.3f}{s.f1:7.3f}{n.precision:11.3f}{n.recall:7.3f}{n.f1:7.3f}"
        print(f"{key:32}{figures}{s.found + s.missed:7}")


if __name__ == "__main__":
    main()
