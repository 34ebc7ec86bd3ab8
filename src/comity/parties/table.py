"""The forms as one block of bytes that loads in milliseconds: numbers in arrays, words in one list, the automaton."""

from __future__ import annotations

import json
import struct
from array import array
from collections.abc import Iterable

from daachorse import CharwiseDoubleArrayAhoCorasick

from comity.model.when import When
from comity.parties.forms import Form

_FIELDS = ("folded", "surface", "language", "kind", "id", "form", "case", "letters", "from", "to", "start", "end")
_MAGIC = b"comity names 1\n"


class FormTable:
    """All forms, grouped by their folded text; a group's number is what the automaton reports.

    ``languages`` are those of the forms; ``letters`` holds the one-character names of each language that has them.
    """

    __slots__ = ("_firsts", "_rows", "_words", "automaton", "languages", "letters")

    def __init__(
        self,
        words: list[str],
        names: tuple[tuple[str, ...], dict[str, str]],
        numbers: tuple[array[int], array[int]],
        automaton: CharwiseDoubleArrayAhoCorasick,
    ) -> None:
        self._words = words
        self._firsts, self._rows = numbers
        self.languages, self.letters = names
        self.automaton = automaton

    @classmethod
    def build(cls, forms: Iterable[Form]) -> FormTable:
        """The table of these forms; the same forms in any order give the same table."""
        groups: dict[str, set[tuple[int | str, ...]]] = {}
        letters: dict[str, set[str]] = {}
        for one in forms:
            groups.setdefault(one.folded, set()).add(_row(one))
            if one.is_letter:
                letters.setdefault(one.language, set()).add(one.folded)
        places: dict[str, int] = {}
        rows, firsts = array("i"), array("i")
        for folded in sorted(groups):
            firsts.append(len(rows))
            for row in sorted(groups[folded], key=lambda row: tuple(map(str, row))):
                rows.extend(field if isinstance(field, int) else places.setdefault(field, len(places)) for field in row)
        firsts.append(len(rows))
        joined = {language: "".join(sorted(some)) for language, some in sorted(letters.items())}
        languages = tuple(sorted({str(row[2]) for group in groups.values() for row in group}))
        return cls(list(places), (languages, joined), (firsts, rows), CharwiseDoubleArrayAhoCorasick(sorted(groups)))

    def __len__(self) -> int:
        return len(self._firsts) - 1

    def forms(self, number: int) -> list[Form]:
        """All forms with the folded text of this number."""
        first, last = self._firsts[number], self._firsts[number + 1]
        return [self._form(start) for start in range(first, last, len(_FIELDS))]

    def _form(self, start: int) -> Form:
        row = self._rows[start : start + len(_FIELDS)]
        words = self._words
        return Form(
            folded=words[row[0]],
            surface=words[row[1]],
            language=words[row[2]],
            kind=words[row[3]],
            id=words[row[4]],
            form=words[row[5]],
            case=words[row[6]],
            letters=row[7],
            block=None if row[8] < 0 else (row[8], row[9]),
            start=_when(words[row[10]]),
            end=_when(words[row[11]]),
        )

    def number(self, folded: str) -> int | None:
        """The number of the forms with exactly this folded text, or ``None`` where there are none."""
        for start, end, number in self.automaton.find_overlapping(folded):
            if start == 0 and end == len(folded):
                return int(number)
        return None

    def dump(self) -> bytes:
        """The table as bytes, for `load`."""
        words = json.dumps([self.languages, self.letters, self._words], ensure_ascii=False).encode()
        firsts, rows = self._firsts.tobytes(), self._rows.tobytes()
        sizes = struct.pack("<3q", len(words), len(firsts), len(rows))
        return b"".join((_MAGIC, sizes, words, firsts, rows, self.automaton.serialize()))

    @classmethod
    def load(cls, content: bytes) -> FormTable | None:
        """The table that `dump` wrote, or ``None`` where these bytes are not one."""
        begin = len(_MAGIC) + 24
        if not content.startswith(_MAGIC) or len(content) < begin:
            return None
        parts: list[bytes] = []
        for size in struct.unpack("<3q", content[len(_MAGIC) : begin]):
            parts.append(content[begin : begin + size])
            begin += size
        firsts, rows = array("i"), array("i")
        firsts.frombytes(parts[1])
        rows.frombytes(parts[2])
        languages, letters, words = json.loads(parts[0])
        automaton = CharwiseDoubleArrayAhoCorasick.deserialize(content[begin:])
        return cls(words, (tuple(languages), letters), (firsts, rows), automaton)


def _row(one: Form) -> tuple[int | str, ...]:
    block = one.block or (-1, -1)
    when = ("" if one.start is None else str(one.start), "" if one.end is None else str(one.end))
    return (one.folded, one.surface, one.language, one.kind, one.id, one.form, one.case, one.letters, *block, *when)


def _when(text: str) -> When | None:
    return When.parse(text) if text else None
