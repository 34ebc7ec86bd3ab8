"""Find the amounts of a text: numbers, then the words on either side that bound them and name their unit."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.packs.pieces import fold_words, runs_around
from comity.quantities.amounts import tidy
from comity.quantities.hit import QuantityHit
from comity.quantities.lexicon import Lexicon, load_lexicon
from comity.quantities.tokens import Token, read_tokens

_SHORT_SCALE = 2  # letters of "k", "bn"
_DIGIT = re.compile(r"\d+")
_SUMS = frozenset({"percent"})
_MINUS = frozenset("-−–")


def find_quantities(text: str, language: str, skip: Sequence[tuple[int, int]] = ()) -> list[QuantityHit]:
    """The amounts this text gives, from left to right; ``skip`` are stretches (dates) whose numbers are none.

    >>> hit = find_quantities("trade reached more than $4.4 billion", "en")[0]
    >>> hit.min, hit.unit
    (4400000000, 'USD')

    Numbers that belong to a name (G20, Article 4), a time or a date of bare numbers are no amounts.
    """
    lexicon = load_lexicon(language)
    folded = fold_words(text, turkish=lexicon.words.turkish)
    barred = _Barred(skip)
    hits: list[QuantityHit] = []
    places = _places(text, folded, lexicon)
    if all(barred.holds(start, end) for start, end in places):
        return []
    for pieces in runs_around(folded, places, lexicon.vocabulary, lexicon.words.proclitics):
        hits += _read(text, read_tokens(text, pieces, lexicon), lexicon, barred)
    return _without_doubles(hits, text)


def has_number(text: str, language: str) -> bool:
    """Whether anything in this text may be an amount: digits or a number word; `find_quantities` finds none without."""
    lexicon = load_lexicon(language)
    return bool(_places(text, fold_words(text, turkish=lexicon.words.turkish), lexicon))


class _Barred:
    """The stretches to leave out, sorted, so that asking is quick."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self.spans = sorted(spans)
        self.starts = [start for start, _ in self.spans]

    def holds(self, start: int, end: int) -> bool:
        """Whether one of the stretches holds all of this one."""
        place = bisect_right(self.starts, start)
        return place > 0 and self.spans[place - 1][1] >= end

    def covers(self, token: Token) -> bool:
        """Whether a stretch to leave out shares a character with this token."""
        place = bisect_right(self.starts, token.start)
        before = place > 0 and self.spans[place - 1][1] > token.start
        return before or (place < len(self.spans) and self.spans[place][0] < token.end)


def _places(text: str, folded: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Where all stands that may open an amount: digits, a number word."""
    places = [found.span() for found in _DIGIT.finditer(text)]
    if lexicon.finder is not None:
        places += [(start, end) for start, end, _ in lexicon.finder.find(folded) if _whole(folded, start, end, lexicon)]
        places.sort()
    return places


def _whole(folded: str, start: int, end: int, lexicon: Lexicon) -> bool:
    if not lexicon.spaced:
        return True
    bounded = start == 0 or not folded[start - 1].isalpha() or bool(lexicon.words.proclitics)
    return bounded and (end >= len(folded) or not folded[end].isalpha())


def _read(text: str, tokens: Sequence[Token], lexicon: Lexicon, barred: _Barred) -> Iterator[QuantityHit]:
    place = last = 0
    while place < len(tokens):
        token = tokens[place]
        if token.letters[0] not in "#r" or barred.covers(token):
            place += 1
            continue
        hit, place = _amount(text, tokens, place, lexicon, barred)
        if hit and hit.start < last:  # "0$0": the sign is the first one's
            hit = replace(hit, start=last, raw=text[last : hit.end])
        if hit:
            last = hit.end
            yield hit


def _amount(
    text: str, tokens: Sequence[Token], place: int, lexicon: Lexicon, barred: _Barred
) -> tuple[QuantityHit | None, int]:
    """The hit of the amount at this token, and where reading goes on."""
    token = tokens[place]
    after = place + 1
    if token.letters == "r":
        return _ordinal(text, token), after
    second, after = _range(tokens, place, barred)
    unit, first, after_unit = _unit(text, tokens, place, after)
    if second is None and token.worded and token.value == 1 and unit not in _SUMS and not unit.isupper():
        return None, after
    if second is None and unit == "count" and not _stands(text, tokens, place, after, lexicon):
        return None, after
    before, start = _before(tokens, first)
    behind, end_place = _behind(tokens, after_unit)
    if unit == "count":
        unit_after, _, end_place = _unit(text, tokens, place, end_place) if behind else (unit, 0, end_place)
        unit = unit_after
    low, high = token.value, second.value if second else None
    if second and token.scale == 1 and second.scale > 1 and low < second.value / second.scale * 1000:
        low = tidy(low * second.scale)
    start = min(start, tokens[first].start)
    low, start = _signed(text, low, start, unit)
    end = tokens[end_place - 1].end
    hit = QuantityHit(
        start=start,
        end=end,
        number_start=token.start,
        number_end=(second or token).end,
        unit=unit,
        scale=(second or token).scale,
        approximate="~" in before or "A" in behind or "~" in token.letters,
        raw=text[start:end],
    )
    said = before + ("" if unit == "percent" else behind)  # "8 per cent more" bounds nothing
    return _bounded(hit, low, high, said), end_place


def _bounded(hit: QuantityHit, low: float | int, high: float | int | None, letters: str) -> QuantityHit:
    if high is not None:
        return replace(hit, min=min(low, high), max=max(low, high))
    if set(letters) & set("mM"):
        return replace(hit, min=low)
    if set(letters) & set("yY"):
        return replace(hit, max=low)
    return replace(hit, value=low)


def _ordinal(text: str, token: Token) -> QuantityHit:
    return QuantityHit(
        start=token.start,
        end=token.end,
        number_start=token.start,
        number_end=token.end,
        value=token.value,
        ordinal=True,
        raw=text[token.start : token.end],
    )


def _range(tokens: Sequence[Token], place: int, barred: _Barred) -> tuple[Token | None, int]:
    """The amount that ends a range begun at this one: "3–4 million", "between 5 and 6", "from x to y"."""
    at = place + 1
    unit_between = at < len(tokens) and "u" in tokens[at].letters
    at += unit_between
    if at + 1 >= len(tokens):
        return None, place + 1
    joint = tokens[at]
    first = next((n for n in (at + 1, at + 2, at + 3) if n < len(tokens) and tokens[n].letters[0] == "#"), None)
    if first is None or any(set(one.letters) - set("lf~ud&t") for one in tokens[at + 1 : first]):
        return None, place + 1
    second = tokens[first]
    if unit_between and tokens[place + 1].unit == "percent" and _is_sum(tokens, at + 1, first):
        return None, place + 1
    opened = any(set("Bf") & set(one.letters) for one in tokens[max(place - 2, 0) : place])
    closed = any("b" in one.letters for one in tokens[first + 1 : first + 4])
    dashed = (joint.letters == "-" and joint.start == tokens[at - 1].end) or (
        "t" in joint.letters and "&" not in joint.letters
    )
    joined = dashed or ("&" in joint.letters and (opened or closed)) or ("t" in joint.letters and opened)
    scaled = second.value * (second.scale if tokens[place].scale == 1 else 1)
    rises = tokens[place].value < second.value or scaled > tokens[place].value
    if joined and rises and not barred.covers(second):
        return second, first + 1
    return None, place + 1


def _is_sum(tokens: Sequence[Token], start: int, amount: int) -> bool:
    """Whether an amount is no percentage: of millions, or with a unit of its own: "rose by 8% to | $31 million"."""
    beside = [*tokens[start:amount], *tokens[amount + 1 : amount + 3]]
    units = [one.unit for one in beside if "u" in one.letters and one.unit]
    return tokens[amount].scale > 1 or bool(units and units[0] != "percent")


def _unit(text: str, tokens: Sequence[Token], place: int, after: int) -> tuple[str, int, int]:
    """The unit said before or behind an amount, with the first token and the token after that belong to it."""
    before = tokens[place - 1] if place else None
    pre = bool(before and ("u" in before.letters or "p" in before.letters))
    behind = after
    while behind < len(tokens) and behind - after < 2 and _links(tokens[behind].letters):
        behind += 1
    post = tokens[behind] if behind < len(tokens) else None
    if pre and before and "p" in before.letters:
        return "percent", place - 1, after
    if pre and before and before.unit.isupper() and not text[before.start : before.end].islower():
        same = post is not None and post.unit == before.unit
        return before.unit, place - 1, behind + 1 if same else after
    if post is not None and "u" in post.letters and post.unit:
        return post.unit, place, behind + 1
    return "count", place, after


def _links(letters: str) -> bool:
    """Whether a word may stand between a number and its unit: "millones de dólares"."""
    return "u" not in letters and not set(letters).isdisjoint("dlc")


def _before(tokens: Sequence[Token], first: int) -> tuple[str, int]:
    """The letters of the words in front, and where the first of them begins."""
    at, letters = first, ""
    while (
        at > 0 and first - at < 4 and set(tokens[at - 1].letters) & set("my~Bfl") and "N" not in tokens[at - 1].letters
    ):
        at -= 1
        letters += tokens[at].letters
    while at < first and not set(tokens[at].letters) & set("my~B"):
        at += 1
    return letters, tokens[at].start


def _behind(tokens: Sequence[Token], after: int) -> tuple[str, int]:
    """The letters of the words behind ("or more", fazla, 以上), and the token after them."""
    at, letters = after, ""
    while at < len(tokens) and at - after < 3 and set(tokens[at].letters) & set("MYAbc"):
        if "c" in tokens[at].letters and "c" in letters:
            break
        letters += "".join(letter for letter in tokens[at].letters if letter in "MYAbc")
        at += 1
    return letters, at


def _stands(text: str, tokens: Sequence[Token], place: int, after: int, lexicon: Lexicon) -> bool:
    """Whether a number without a unit counts something: not a lone "one", nor one behind "Article" or "No."."""
    token = tokens[place]
    if not lexicon.spaced and token.worded and token.value == token.scale > 1 and _inside_a_word(text, tokens, place):
        return False
    if place and "N" in tokens[place - 1].letters:
        return False
    if not token.worded:
        return True
    if not lexicon.spaced:
        return token.scale >= 100 or (
            token.value > 1 and any(set("cMA") & set(one.letters) for one in tokens[after : after + 1])
        )
    short = token.value == token.scale > 1 and token.end - token.start <= _SHORT_SCALE
    lone = short and text[: token.start][-1:] == "."  # "V.| K |.Singh"
    return token.value != 0 and not lone


def _inside_a_word(text: str, tokens: Sequence[Token], place: int) -> bool:
    """Whether a bare "ten thousand" goes on with a name or word of a script without spaces: 西尔万, not 上万."""
    start = tokens[place].start
    said = place > 0 and tokens[place - 1].end == start and tokens[place - 1].letters.strip(".")
    return start > 0 and text[start - 1].isalpha() and not said


def _signed(text: str, low: float | int, start: int, unit: str) -> tuple[float | int, int]:
    """A percentage with its minus sign: "(−6 %)"."""
    before, farther = text[start - 1 : start], text[start - 2 : start - 1] if start > 1 else " "
    if unit == "percent" and before in _MINUS and before and not farther.isalnum() and not farther.isspace():
        return -low, start - 1
    if unit == "percent" and before in _MINUS and before and farther.isspace() and text[start : start + 1] != " ":
        return -low, start - 1
    return low, start


def _without_doubles(hits: list[QuantityHit], text: str) -> list[QuantityHit]:
    """The hits without a distance in miles that is said again in kilometres beside it."""
    doubled = {
        place
        for place in range(len(hits) - 1)
        for one, other in [(hits[place], hits[place + 1])]
        if one.unit == "mi" and other.unit == "km" and text[one.end : other.start].strip(" (/") == ""
    } | {
        place + 1
        for place in range(len(hits) - 1)
        for one, other in [(hits[place], hits[place + 1])]
        if one.unit == "km" and other.unit == "mi" and text[one.end : other.start].strip(" (/") == ""
    }
    return [hit for place, hit in enumerate(hits) if place not in doubled]
