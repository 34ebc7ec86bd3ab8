"""The forms as one block of bytes that loads in milliseconds: numbers in arrays, words in one list, the scanner."""

from __future__ import annotations

import json
import struct
from array import array
from collections.abc import Iterable, Iterator

from comity.model.when import When
from comity.parties.forms import Form
from comity.parties.scan import Scanner

_FIELDS = ("folded", "surface", "language", "kind", "id", "form", "case", "letters", "from", "to", "start", "end")
_MAGIC = b"comity names 2\n"
_SIZE = struct.Struct("<q")


class FormTable:
    """All forms, grouped by their folded text; ``scanner`` finds a group's number.

    ``languages`` are those of the forms; ``letters`` holds the one-character names of each language that has them.
    """

    __slots__ = ("_firsts", "_rows", "_words", "languages", "letters", "scanner")

    def __init__(
        self,
        words: list[str],
        names: tuple[tuple[str, ...], dict[str, str]],
        numbers: tuple[array[int], array[int]],
        scanner: Scanner,
    ) -> None:
        self._words = words
        self._firsts, self._rows = numbers
        self.languages, self.letters = names
        self.scanner = scanner

    @classmethod
    def build(cls, forms: Iterable[Form], bare: frozenset[str] = frozenset()) -> FormTable:
        """The table of these forms; the same forms in any order give the same table.

        Forms in ``bare`` scripts are found inside words too: they are written together with what goes before them.
        """
        groups: dict[str, set[tuple[int | str, ...]]] = {}
        letters: dict[str, set[str]] = {}
        for one in forms:
            groups.setdefault(one.folded, set()).add(_row(one))
            if one.is_letter:
                letters.setdefault(one.language, set()).add(one.folded)
        places: dict[int | str, int] = {}
        place = places.setdefault
        rows, firsts = array("i"), array("i")
        for folded in sorted(groups):
            firsts.append(len(rows))
            group = groups[folded]
            for row in group if len(group) == 1 else sorted(group, key=lambda row: tuple(map(str, row))):
                rows.extend([one if type(one) is int else place(one, len(places)) for one in row])
        firsts.append(len(rows))
        joined = {language: "".join(sorted(some)) for language, some in sorted(letters.items())}
        languages = tuple(sorted({str(row[2]) for group in groups.values() for row in group}))
        return cls(
            [str(one) for one in places], (languages, joined), (firsts, rows), Scanner.build(sorted(groups), bare)
        )

    def __len__(self) -> int:
        return len(self._firsts) - 1

    def forms(self, number: int) -> list[Form]:
        """All forms with the folded text of this number."""
        first, last = self._firsts[number], self._firsts[number + 1]
        return [self._form(start) for start in range(first, last, len(_FIELDS))]

    def folded(self, number: int) -> str:
        """The folded text of this number."""
        return self._words[self._rows[self._firsts[number]]]

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
        for place, _, spelling in self.scanner.find(folded):
            for number, shift in self.scanner.spots(spelling):
                if place + shift == 0 and self.folded(number) == folded:
                    return number
        return None

    def dump(self) -> bytes:
        """The table as bytes, for `load`."""
        words = json.dumps([self.languages, self.letters, self._words], ensure_ascii=False).encode()
        parts = [words, self._firsts.tobytes(), self._rows.tobytes(), *self.scanner.dump()]
        return b"".join((_MAGIC, *(size_and for part in parts for size_and in (_SIZE.pack(len(part)), part))))

    @classmethod
    def load(cls, content: bytes) -> FormTable | None:
        """The table that `dump` wrote, or ``None`` where these bytes are not one."""
        parts = list(_cut(content)) if content.startswith(_MAGIC) else []
        if len(parts) < 4:
            return None
        firsts, rows = array("i"), array("i")
        firsts.frombytes(parts[1])
        rows.frombytes(parts[2])
        languages, letters, words = json.loads(parts[0])
        return cls(words, (tuple(languages), letters), (firsts, rows), Scanner.load(parts[3:]))


def _cut(content: bytes) -> Iterator[bytes]:
    """The parts that `FormTable.dump` joined, each after its size."""
    place = len(_MAGIC)
    while place + _SIZE.size <= len(content):
        (size,) = _SIZE.unpack_from(content, place)
        place += _SIZE.size
        yield content[place : place + size]
        place += size


def _row(one: Form) -> tuple[int | str, ...]:
    block = one.block or (-1, -1)
    when = ("" if one.start is None else str(one.start), "" if one.end is None else str(one.end))
    return (one.folded, one.surface, one.language, one.kind, one.id, one.form, one.case, one.letters, *block, *when)


def _when(text: str) -> When | None:
    return When.parse(text) if text else None
