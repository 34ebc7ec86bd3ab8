"""A word for a day with its number in a bracket inside it: 今（28）日, 本（12）月, 去（2023）年."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from comity.dates.lexicon import Entry
from comity.packs.pieces import Piece

_OPEN, _CLOSE = "（(", "）)"
_PIECES = 5  # the word's two letters, the bracket's two, the number


def bracketed_word(
    pieces: Sequence[Piece], at: int, longer: Mapping[tuple[str, str], tuple[Entry, ...]]
) -> tuple[Entry, int, int] | None:
    """The word, where it ends and how many pieces it takes; none where no bracket of digits parts a known word.

    >>> bracketed_word([(0, 1, "今"), (1, 2, "（"), (2, 4, "28"), (4, 5, "）"), (5, 6, "日")], 0, {})
    """
    words = [piece for _, _, piece in pieces[at : at + _PIECES]]
    if len(words) < _PIECES or words[1] not in _OPEN or words[3] not in _CLOSE or not words[2].isdecimal():
        return None
    entry = next((one for one in longer.get((words[0], words[4]), ()) if len(one[0]) == 1), None)
    return (entry, pieces[at + _PIECES - 1][1], _PIECES) if entry is not None else None


def goes_on(text: str, end: int) -> bool:
    """Whether a Han letter stands right behind a numeral that no word of dates follows: "次月 | 两 | 国建交"."""
    return "\u3400" <= text[end : end + 1] <= "\u9fff"


def counts(behind: Piece, end: int, entries: Mapping[str, Entry]) -> bool:
    """Whether a Han numeral counts what stands behind it: in "2017年7月两度访华" the two is no day."""
    begin, _, piece = behind
    return begin == end and "\u3400" <= piece[0] <= "\u9fff" and piece not in entries
