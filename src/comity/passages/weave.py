"""The visible text of a stretch of source, woven from pieces, each character tied to its place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias, overload

from comity.model.passage import MappedText

# Drawn as nothing: soft hyphen, zero-width space, direction marks, word joiner, byte order mark.
INVISIBLE = "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_FOLDABLE = re.compile(rf"(?P<none>[{INVISIBLE}]+)|[^\S ]\s*| \s+")
_IDEOGRAPH = re.compile("[\u3000-\u9fff\uff00-\uffef]")

_PRINTABLE = bytes(range(32, 127))

_Piece: TypeAlias = tuple[str, int, int, bool]  # text, start, end, as it stands


class Offsets(Sequence[int]):
    """Rising positions kept as runs: character *i* of run *k* stands at ``base[k] + step[k] * (i - at[k])``.

    A step of 1 is text as it stands, a step of 0 characters that stand for something longer or shorter in the source.
    """

    __slots__ = ("_at", "_base", "_size", "_step")

    def __init__(self, at: Sequence[int], base: Sequence[int], step: Sequence[int], size: int) -> None:
        self._at, self._base, self._step, self._size = at, base, step, size

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...
    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        if isinstance(index, slice):
            start, stop, step = index.indices(self._size)
            return self._cut(start, max(start, stop)) if step == 1 else list(self)[index]
        if index < 0:
            index += self._size
        if not 0 <= index < self._size:
            raise IndexError(index)
        run = bisect_right(self._at, index) - 1
        return self._base[run] + self._step[run] * (index - self._at[run])

    def _cut(self, start: int, stop: int) -> Offsets:
        first, last = max(bisect_right(self._at, start) - 1, 0), bisect_left(self._at, stop)
        ends = [*self._at[first + 1 : last + 1], self._size][: last - first]
        near = zip(self._at[first:last], ends, self._base[first:last], self._step[first:last], strict=True)
        runs = [(at, end - at, base, step) for at, end, base, step in near if at < stop and end > start]
        at = [max(run[0] - start, 0) for run in runs]
        base = [run[2] + run[3] * max(start - run[0], 0) for run in runs]
        return Offsets(at, base, [run[3] for run in runs], stop - start)

    def runs(self) -> Iterator[tuple[int, int, int, int]]:
        """Each run as (index of its first character, how many, position of the first, step)."""
        if not self._size:
            return
        ends = [*self._at[1:], self._size]
        for at, end, base, step in zip(self._at, ends, self._base, self._step, strict=True):
            yield at, end - at, base, step

    def __iter__(self) -> Iterator[int]:
        for _, count, base, step in self.runs():
            for index in range(count):
                yield base + step * index

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    def __hash__(self) -> int:
        return hash((self._size, tuple(self._base)))

    def __repr__(self) -> str:
        return f"Offsets({list(self)!r})"


class Weave:
    """Takes visible pieces in the order of the source and gives their text: blanks folded, the invisible left out.

    >>> weave = Weave("Peru &amp;  Chile")
    >>> weave.keep(0, 5); weave.put("&", 5, 10); weave.keep(10, 17)
    >>> weave.text().text
    'Peru & Chile'
    """

    __slots__ = ("_pieces", "names", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self._pieces: list[_Piece] = []
        self.names: list[MappedText] = []

    def keep(self, start: int, end: int) -> None:
        """Take source[start:end] as it stands."""
        if start < end:
            self._pieces.append((self.source[start:end], start, end, True))

    def put(self, text: str, start: int, end: int) -> None:
        """Take ``text`` for source[start:end] (an entity, a template)."""
        if text and start < end:
            self._pieces.append((text, start, end, False))

    def line_break(self, start: int, end: int) -> None:
        """Take source[start:end] as a line break that a reader sees: "\\n" in the text."""
        self.put("\n", start, end)

    def name(self, text: str, start: int, end: int) -> None:
        """Note a name that is not visible: a link's target, a flag's country."""
        if text.strip():
            self.names.append(mapped(self.source, text, start, end))

    def __bool__(self) -> bool:
        return any(not piece[0].isspace() for piece in self._pieces)

    def text(self) -> MappedText:
        """The woven text, blanks at its edges left off."""
        pieces = self._pieces
        while pieces and pieces[-1][0].isspace():
            pieces.pop()
        if len(pieces) == 1 and pieces[0][3]:
            piece, start, _, _ = pieces[0]
            bare = piece.strip()
            left = len(piece) - len(piece.lstrip())
            if "\n" in bare and not _has_ideograph(bare):
                bare = bare.replace("\n", " ")  # a blank for a line break: one for one
            if "  " not in bare and _is_printable(bare):  # then no blank but single ones, nothing invisible
                return plain(bare, start + left)
        return _strip(_assemble(_folded(pieces)))


def _is_printable(text: str) -> bool:
    """`str.isprintable`, several times as fast where the text is ASCII."""
    return not text.encode().translate(None, _PRINTABLE) if text.isascii() else text.isprintable()


def plain(text: str, start: int) -> MappedText:
    """Text that stands in the source as it is, from ``start``."""
    end = start + len(text)
    return MappedText(text=text, offsets=range(start, end), ends=range(start + 1, end + 1))


def mapped(source: str, text: str, start: int, end: int) -> MappedText:
    """``text`` for source[start:end]: character by character where it is the same, else as a whole."""
    if source[start:end] == text:
        return plain(text, start)
    size = len(text)
    return MappedText(text=text, offsets=Offsets([0], [start], [0], size), ends=Offsets([0], [end], [0], size))


def empty(at: int) -> MappedText:
    """No text, at a place."""
    return MappedText(text="", offsets=range(at, at), ends=range(at, at))


def _folded(pieces: Iterable[_Piece]) -> Iterator[_Piece]:
    """The pieces with each run of blanks as one blank, also across pieces; a line break outdoes a blank."""
    waiting: _Piece | None = None
    begun = False
    for piece in _parts(pieces):
        if piece[0] in (" ", "\n"):
            if waiting is None or piece[0] == "\n":
                waiting = piece
            continue
        text, start, end, exact = piece
        if text[0] == " " and (waiting is not None or not begun):
            text, start = text[1:], start + 1
        if waiting is not None and begun:
            yield waiting
        waiting = None
        if text[-1] == " ":
            waiting = (" ", end - 1, end, True)
            text, end = text[:-1], end - 1
        begun = True
        yield text, start, end, exact


def _parts(pieces: Iterable[_Piece]) -> Iterator[_Piece]:
    for text, start, end, exact in pieces:
        if exact:
            yield from _fold_piece(text, start)
        elif text.isspace():
            yield "\n" if text == "\n" else " ", start, end, False
        else:
            yield text, start, end, False


def _fold_piece(text: str, start: int) -> Iterator[_Piece]:
    at = 0
    for found in _FOLDABLE.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], start + at, start + found.start(), True
        broken = "\n" in found.group() and found.start() > 0 and found.end() < len(text)
        if found.lastgroup != "none" and not (broken and reads_on(text[found.start() - 1], text[found.end()])):
            yield " ", start + found.start(), start + found.end(), False
        at = found.end()
    if at < len(text):
        yield text[at:], start + at, start + len(text), True


def reads_on(before: str, after: str) -> bool:
    """Whether a line broken between these characters goes on without a blank: Chinese is written without any."""
    return (_is_ideograph(before) and (_is_ideograph(after) or after.isdigit())) or (
        before.isdigit() and _is_ideograph(after)
    )


def _is_ideograph(letter: str) -> bool:
    return _IDEOGRAPH.match(letter) is not None


def _has_ideograph(text: str) -> bool:
    return not text.isascii() and _IDEOGRAPH.search(text) is not None


def _assemble(pieces: Iterable[_Piece]) -> MappedText:
    texts: list[str] = []
    at: list[int] = []
    offsets: list[int] = []
    ends: list[int] = []
    steps: list[int] = []
    size = 0
    for text, start, end, exact in pieces:
        texts.append(text)
        at.append(size)
        offsets.append(start)
        ends.append(start + 1 if exact else end)
        steps.append(1 if exact else 0)
        size += len(text)
    return MappedText(
        text="".join(texts), offsets=Offsets(at, offsets, steps, size), ends=Offsets(at, ends, steps, size)
    )


def _strip(text: MappedText) -> MappedText:
    left = len(text.text) - len(text.text.lstrip())
    right = len(text.text.rstrip())
    return text if left == 0 and right == len(text.text) else text.slice(left, max(left, right))


def join(parts: Iterable[MappedText]) -> MappedText:
    """The texts one after the other."""
    parts = [part for part in parts if part.text]
    if len(parts) == 1:
        return parts[0]
    size = 0
    at: list[int] = []
    offsets: list[int] = []
    ends: list[int] = []
    steps: list[int] = []
    for part in parts:
        runs = zip(_runs(part.offsets), _runs(part.ends), strict=True)
        for (index, _, base, step), (_, _, end, _) in runs:
            at.append(size + index)
            offsets.append(base)
            ends.append(end)
            steps.append(step)
        size += len(part.text)
    text = "".join(part.text for part in parts)
    return MappedText(text=text, offsets=Offsets(at, offsets, steps, size), ends=Offsets(at, ends, steps, size))


def _runs(offsets: Sequence[int]) -> Iterator[tuple[int, int, int, int]]:
    if isinstance(offsets, Offsets):
        yield from offsets.runs()
    elif isinstance(offsets, range):
        yield 0, len(offsets), offsets.start, 1
    else:
        yield from ((index, 1, position, 0) for index, position in enumerate(offsets))


def cut(text: MappedText, gaps: Sequence[tuple[int, int, bool]]) -> MappedText:
    """The text without the gaps (start, end, whether a blank takes the place), which rise and do not overlap."""
    parts: list[MappedText] = []
    at = 0
    for start, end, blank in gaps:
        parts.append(text.slice(at, start))
        if blank:
            first, last = text.source_span(start, end)
            parts.append(MappedText(text=" ", offsets=Offsets([0], [first], [0], 1), ends=Offsets([0], [last], [0], 1)))
        at = end
    parts.append(text.slice(at, len(text.text)))
    return _strip(join(parts))
