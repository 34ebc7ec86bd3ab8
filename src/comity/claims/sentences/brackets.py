"""Cues said in two parts: "nahm am 5. Mai diplomatische Beziehungen | auf", "took its embassy | over"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

PARTED = "…"  # in a pack's phrase: what stands between its first part and its last
_SEEN = "()"  # round a last part that only has to stand there and keeps what it means itself: "ألغت … (معاهدة)"
_REACH = 260  # letters between the two: a clause of the longest kind; more is another statement's
_NEAR = 60  # where the last part may stand anywhere behind the first
_LED = 110  # where verbs come first, and who does it stands between: "غادر القائم بالأعمال الأمريكي في … منصبه"
_WALLS = re.compile(r"[;:!?；：！？。]")
_UNSPACED = re.compile("[\u2e80-\u9fff]")
_CLOSED = re.compile(r"\s*(?:[^\w\s]|$)|\s+(?:{})\b")


class Bracket(NamedTuple):
    """A cue in two parts: where the first stands, where the last, and every class both stand for together.

    A last part that keeps its own meaning ends before it begins.
    """

    start: int
    end: int
    last_start: int
    last_end: int
    classes: frozenset[str]


class Brackets:
    """The phrases in two parts of one language.

    Where verbs close their clause, so must the last part: it stands before a mark or a word that joins two statements.
    """

    def __init__(
        self,
        phrases: Iterable[tuple[str, str, bool]],
        joiners: Iterable[str],
        *,
        closing: bool,
        leading: bool,
        glued: Iterable[str],
    ) -> None:
        """``phrases``: each with the mark of two parts, folded, its class, and whether more may follow it.

        ``closing``: verbs close their clause; ``leading``: they lead it. ``glued``: the letters that may be written
        onto a first part to join it to what was said ("وبحث … مع").
        """
        table: dict[str, dict[str, set[str]]] = {}
        self._open: set[tuple[str, str]] = set()
        self._seen: set[tuple[str, str]] = set()
        for phrase, label, more in phrases:
            first, _, told = (part.strip() for part in phrase.partition(PARTED))
            last = told.strip(_SEEN)
            self._seen |= {(first, last)} if last != told else set()
            table.setdefault(first, {}).setdefault(last, set()).add(label)
            self._open |= {(first, last)} if more else set()
        self.firsts: Mapping[str, frozenset[str]] = {
            first: frozenset(label for labels in lasts.values() for label in labels) for first, lasts in table.items()
        }
        self._table = table
        self._reach = _REACH if closing else _LED if leading else _NEAR
        words = "|".join(sorted(re.escape(one) for one in joiners if one.isalpha())) or r"\Z"
        self._closed = re.compile(_CLOSED.pattern.format(words) if closing else "")
        self._first = _any_of(table, "".join(sorted(glued)))
        self._lasts = {first: _any_of(lasts) for first, lasts in table.items()}

    def find(self, text: str) -> list[Bracket]:
        """The cues in two parts of a folded text, in order; a last part belongs to the first part nearest before it."""
        if not self._table:
            return []
        nearest: dict[int, Bracket] = {}
        for opened in self._first.finditer(text):
            one = self._close(text, opened)
            if one is not None:
                nearest[max(one.last_start, one.last_end)] = one
        return sorted(nearest.values())

    def _close(self, text: str, opened: re.Match[str]) -> Bracket | None:
        """The cue that a first part opens, with the last part that closes its clause first."""
        stop = min(len(text), opened.end() + self._reach)
        wall = _WALLS.search(text, opened.end(), stop)
        stop = wall.start() + 1 if wall else stop
        lasts = self._table[opened.group()]
        for closing in self._lasts[opened.group()].finditer(text, opened.end(), stop):
            more = (opened.group(), closing.group()) in self._open
            if more or self._closed.match(text, closing.end()):
                classes = frozenset(lasts[closing.group()])
                kept = (opened.group(), closing.group()) in self._seen
                last = closing.start() - 1 if kept else closing.end()
                return Bracket(opened.start(), opened.end(), closing.start(), last, classes)
        return None


def _any_of(words: Iterable[str], glued: str = "") -> re.Pattern[str]:
    """Any of the words, whole, the longest first."""
    ordered: Sequence[str] = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(_whole(one, glued) for one in ordered)) if ordered else re.compile(r"\Z")


def _whole(word: str, glued: str) -> str:
    """A word that no other letters run on with, but those ``glued`` before it; in a script without spaces any may."""
    begin = rf"(?:\b|(?<=\b[{glued}]))" if glued else r"\b"
    left = "" if _UNSPACED.match(word[:1]) else begin
    right = "" if _UNSPACED.match(word[-1:]) else r"\b"
    return left + re.escape(word) + right
