"""Names and dates on lines of their own, in turns: which lines of plain text are the pairs of such a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from comity.passages.lines import Line, Shape

PAIR, HEADING, TAKEN = "pair", "heading", "taken"
_PAIRS_WANTED = 3
_LEAD = 60
_LONGEST_RECORD = 8


def paired_blocks(blocks: Sequence[Sequence[Line]]) -> frozenset[int]:
    """Which blocks are a name over a date (or the other way round), where a document has a run of them."""
    shaped = {
        index: sum(line.shape is Shape.DATE for line in block)
        for index, block in enumerate(blocks)
        if (len(block) == 2 and all(line.shape in (Shape.DATE, Shape.SHORT) for line in block)) or _is_record(block)
    }
    dated = [index for index, dates in shaped.items() if dates]
    if len(dated) < _PAIRS_WANTED:
        return frozenset()
    near = {index + step for index in dated for step in (-1, 1)}
    return frozenset(dated) | frozenset(index for index in shaped if index in near)


def _is_record(block: Sequence[Line]) -> bool:
    """Whether a block is a table's row whose cells fell on lines of their own: a name, a line with a date, the rest.

    "República de Albania", "12 de septiembre de 1986Embajada", "(Madrid)", …
    """
    if not _PAIRS_WANTED <= len(block) <= _LONGEST_RECORD or block[0].shape is not Shape.SHORT:
        return False
    if any(map(str.isdigit, block[0].bare)) or block[1].shape is not Shape.DATE:
        return False
    rest = block[2:]
    return all(line.shape is Shape.SHORT and not any(map(str.isdigit, line.bare)) for line in rest)


def alternating(lines: Sequence[Line]) -> int:
    """How many pairs of a name and a date end this block, line by line; 0 where it is no such list."""
    if len(lines) < 2 * _PAIRS_WANTED - 1:
        return 0
    shapes = [line.shape for line in lines]
    if any(shape not in (Shape.SHORT, Shape.DATE) for shape in shapes):
        return 0
    first = len(lines) % 2
    evens, odds = shapes[first::2], shapes[first + 1 :: 2]
    dates = [sum(shape is Shape.DATE for shape in side) for side in (evens, odds)]
    pairs = len(odds)
    if pairs >= 2 and max(dates) * 4 >= pairs * 3 and min(dates) == 0:
        return pairs
    return 0


def is_alone(block: Sequence[Line]) -> bool:
    """Whether a block is one short line without a digit or an end mark: what a heading looks like."""
    return len(block) == 1 and block[0].shape is Shape.SHORT and not any(map(str.isdigit, block[0].bare))


def scattered_pairs(blocks: Sequence[list[Line]]) -> Mapping[int, str]:
    """What each block is in a list whose every line stands between blank ones, as pages are copied from a browser.

    "Asia:", "Afghanistan", "20.1.1955", "Armenia", "6.4.1992" … gives a heading and pairs; the date's line is put into
    its name's block. A date without a name is a pair of its own; two names in turn are a name and what stands for a
    date ("none").
    """
    roles: dict[int, str] = {}
    index = 0
    while index < len(blocks):
        last = index
        while last < len(blocks) and len(blocks[last]) == 1 and _listed(blocks[last][0]):
            last += 1
        dates = [at for at in range(index, last) if blocks[at][0].shape is Shape.DATE]
        if len(dates) >= _PAIRS_WANTED and 3 * len(dates) >= last - index:
            _pair_up(blocks, index, last, roles)
        index = max(last, index + 1)
    return roles


def _listed(line: Line) -> bool:
    if line.shape in (Shape.SHORT, Shape.DATE):
        return True
    may_lead = line.text.rstrip().endswith((":", "：", "]"))  # a mark may stand behind the colon
    return may_lead and line.bare.endswith((":", "：")) and len(line.bare) <= _LEAD


def _pair_up(blocks: Sequence[list[Line]], first: int, last: int, roles: dict[int, str]) -> None:
    """Give each of these lines its role: dates to the names before them, the rest to each other or to what follows."""
    shorts: list[int] = []
    for at in range(first, last):
        line = blocks[at][0]
        if line.shape is Shape.DATE:
            name = shorts.pop() if shorts and shorts[-1] == at - 1 else None
            _settle(blocks, shorts, roles)
            shorts = []
            if name is None:
                roles[at] = PAIR
            else:
                _join(blocks, name, at, roles)
        elif line.bare.endswith((":", "：")):
            _settle(blocks, shorts, roles)
            shorts = []
            roles[at] = HEADING
        else:
            shorts.append(at)
    _settle(blocks, shorts, roles)


def _settle(blocks: Sequence[list[Line]], shorts: list[int], roles: dict[int, str]) -> None:
    """Names that no date follows: in twos a name and a word for its date, an odd first one a heading."""
    if len(shorts) % 2:
        roles[shorts[0]] = HEADING
    for name, word in zip(shorts[len(shorts) % 2 :: 2], shorts[len(shorts) % 2 + 1 :: 2], strict=True):
        _join(blocks, name, word, roles)


def _join(blocks: Sequence[list[Line]], name: int, date: int, roles: dict[int, str]) -> None:
    blocks[name].append(blocks[date][0])
    roles[name], roles[date] = PAIR, TAKEN
