"""Where sentences begin and end, by rules that a language's data hands in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from comity.text.fold import fold

_GUILLEMETS = "«»"
_OPENING = "\"'“”„«‹‘(\\[¿¡「『《（【—–-•*_ "
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"[^\s(\[«“\"„]{1,40}$")
_INITIALS = re.compile(r"^[^\W\d_](?:[.-]{1,2}[^\W\d_])*$")
_NUMBERS = re.compile(r"[\d./-]+")
_ORDINAL = re.compile(r"^(?:\d{1,2}\.?[–—/-])?(?:\d{1,2}|[IVXLC]{1,6})$")
_LONG_ORDINAL = re.compile(r"^\d{3}$")
_ONLY_DATE = re.compile(  # «Од 5. јуна 2017», «Од 23. до 27. априла 2023», «15. и 16. маја 2009»
    r"(?:[^\W\d_]{1,4}\s+)?(?:\d{1,2}\.\s?(?:(?:[^\W\d_]{1,2}\s|[–-]\s?)\d{1,2}\.\s?)?)?(?:[^\W\d_]{3,10}\s+)?\d{4}"
)
_CAMEL = re.compile(r"(?<=[^\W\d_][^\W\d_A-Z]{3})[A-Z\u0410-\u042f](?=[^\W\d_A-Z])")
_PICTURE = re.compile(r"\.(?:svg|png|jpe?g|gif)\]{0,2}(?=\s+[^\W\d_a-z])", re.IGNORECASE)
_LONGEST_ASIDE = 700
_WORDS_BEFORE_END = 4
# No sentence of the labelled texts and of the books read so far is half as long; the work of reading one grows with the
# square of its length and more, so that a longer one is read in parts.
_LONGEST, _LONGEST_WITHOUT_BLANKS = 1200, 400
_PAUSES = re.compile(r"[;,；，、](?:\s|(?<=[；，、]))")


@dataclass(frozen=True, kw_only=True)
class SentenceRules:
    """What ends a sentence in one language.

    ``ends`` end one when a blank follows; ``full_ends`` wherever they stand. ``closers`` after an end belong to the
    sentence. ``asides`` are pairs (opening and closing mark) inside which nothing ends. ``abbreviations`` never end a
    sentence, ``final`` ones may (both folded, without their last dot). ``ordinal_dot``: "27. Juni" is an ordinal, not
    an end; of three figures only behind ``ordinal_leads`` ("als | 193. Mitglied"). ``openers`` are folded words that
    mostly begin sentences; ``answers`` those that take back the question before them, and stay with it ("In 2022? No,
    …").
    """

    ends: str = ".!?…"
    full_ends: str = "。！？"
    closers: str = "\"'”’»›)]」』》）"
    asides: tuple[str, ...] = ("“”", "«»", '""', "()")
    abbreviations: frozenset[str] = frozenset()
    final: frozenset[str] = frozenset()
    ordinal_dot: bool = False
    ordinal_leads: frozenset[str] = frozenset()
    openers: frozenset[str] = field(default=frozenset(), repr=False)
    answers: frozenset[str] = frozenset()

    @cached_property
    def mark(self) -> re.Pattern[str]:
        """Matches a run of end marks with what closes after them."""
        return re.compile(f"[{re.escape(self.ends + self.full_ends)}]+(?:\\s»)?[{re.escape(self.closers)}]*")

    @cached_property
    def aside_mark(self) -> re.Pattern[str]:
        """Matches one mark that opens or closes an aside."""
        return re.compile(f"[{re.escape(''.join(self.asides))}]")


def split_sentences(text: str, rules: SentenceRules) -> list[tuple[int, int]]:
    """The stretches (start, end) of the sentences, in order, blanks between them left off.

    >>> rules = SentenceRules(abbreviations=frozenset({"st"}))
    >>> text = "Peru has an embassy in St. Johns. It opened in 1991.Peru Factsheet 2004"
    >>> [text[a:b] for a, b in split_sentences(text, rules)]
    ['Peru has an embassy in St. Johns.', 'It opened in 1991.', 'Peru Factsheet 2004']

    What was glued to a full stop becomes a stretch of its own; a line break ends a sentence; one longer than any
    writer's is parted at its commas. Every character but blanks is in exactly one stretch.
    """
    spans: list[tuple[int, int]] = []
    line_start = 0
    for line in text.split("\n"):
        start = 0
        pictures = (found.end() for found in _PICTURE.finditer(line))  # "Flag_of_NATO.svg | On 29 March 2004, …"
        for cut in sorted({*_cuts(line, rules), *pictures, len(line)}):
            for part in _parts(line, start, cut):
                _add(spans, text, line_start + start, line_start + part)
                start = part
        line_start += len(line) + 1
    return spans


def _parts(line: str, start: int, end: int) -> Iterator[int]:
    """Where a sentence too long to be one is parted, and its end: behind the last comma that fits, or a blank."""
    spaced = line.count(" ", start, start + _LONGEST_WITHOUT_BLANKS) * 20 > min(end - start, _LONGEST_WITHOUT_BLANKS)
    longest = _LONGEST if spaced else _LONGEST_WITHOUT_BLANKS
    while end - start > longest:
        fit = start + longest
        pauses = [one.end() for one in _PAUSES.finditer(line, start, fit)]
        blank = line.rfind(" ", start + 1, fit)
        start = pauses[-1] if pauses else blank if blank > start else fit
        yield start
    yield end


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _cuts(text: str, rules: SentenceRules) -> Iterator[int]:
    asides = _asides(text, rules)
    begins = [begin for begin, _ in asides]
    start = 0
    glued = False
    for found in rules.mark.finditer(text):
        at, end = found.span()
        if end >= len(text) or _inside(at, end, begins, asides):
            continue
        if any(mark in rules.full_ends for mark in found.group()):
            cut, sticks = True, False
        elif text[end].isspace():
            cut, sticks = _ends_before_blank(text, start, at, end, rules), False
        else:
            cut = sticks = _is_glued(text, at, end, rules)
        if cut:
            if glued:
                yield from _camel_joints(text, start, at)
            yield end
            start, glued = end, sticks
    if glued:
        yield from _camel_joints(text, start, len(text))


def _asides(text: str, rules: SentenceRules) -> list[tuple[int, int]]:
    """The outermost quoted and bracketed stretches (opening mark, closing mark) that close again before long."""
    opens = {pair[0]: pair[1] for pair in rules.asides}
    spans: list[tuple[int, int]] = []
    waiting: dict[str, int] = {}
    for found in rules.aside_mark.finditer(text):
        mark, at = found.group(), found.start()
        if mark in waiting and at - waiting[mark] <= _LONGEST_ASIDE and at - waiting[mark] > 1:
            begin = waiting[mark]
            waiting = {close: since for close, since in waiting.items() if since < begin}
            while spans and spans[-1][0] > begin:
                spans.pop()
            spans.append((begin, at))
        elif mark in opens and _can_open(text, at):
            waiting[opens[mark]] = at
    return spans


def _can_open(text: str, at: int) -> bool:
    """Whether a mark may open an aside: not one that leans on a word before it alone: "… Programm | » |, sagte …"."""
    leans = at > 0 and not text[at - 1].isspace() and text[at - 1] not in _OPENING
    if text[at] in _GUILLEMETS and leans and not text[at + 1 : at + 2].isalnum():
        return False
    return text[at] not in "\"'" or at == 0 or not text[at - 1].isalnum()


def _inside(at: int, end: int, begins: list[int], asides: list[tuple[int, int]]) -> bool:
    index = bisect_right(begins, at) - 1
    return index >= 0 and end <= asides[index][1]


def _ends_before_blank(text: str, start: int, at: int, end: int, rules: SentenceRules) -> bool:
    """Whether the marks text[at:end], followed by a blank, end the sentence begun at start."""
    ahead = end
    while ahead < len(text) and (text[ahead].isspace() or text[ahead] in _OPENING):
        ahead += 1
    if ahead >= len(text):
        return True
    follows = text[ahead]
    if follows.islower():
        return False
    next_word = _FIRST_WORD.match(text, ahead)
    word = fold(next_word.group()) if next_word else ""
    if text[at:end] != ".":
        return not (word in rules.answers and set(text[at:end]) & set("?؟"))
    return _dot_ends(text, start, at, ahead, rules)


def _dot_ends(text: str, start: int, at: int, ahead: int, rules: SentenceRules) -> bool:
    """Whether the single dot at ``at`` ends a sentence, by the word before it and the word from ``ahead``."""
    token = _TOKEN.search(text, max(start, at - 40), at)
    word = token.group() if token else ""
    folded = fold(word)
    if folded in rules.abbreviations or ("." in word and _is_label(text, start, at)):
        return False
    next_word = _FIRST_WORD.match(text, ahead)
    opener = next_word is not None and fold(next_word.group()) in rules.openers
    if folded in rules.final:
        is_code = next_word is not None and 1 < len(next_word.group()) <= 4 and next_word.group().isupper()
        return opener or (
            not word.isupper() and text.count(" ", max(start, at - 60), at) > _WORDS_BEFORE_END and not is_code
        )
    if _INITIALS.match(word):
        return opener and "." in word
    if _ORDINAL.match(word):
        listed = at - len(word) <= start + 1
        return not listed and (opener if rules.ordinal_dot else True)
    if rules.ordinal_leads and _LONG_ORDINAL.match(word) and next_word is not None and ahead - at == len(". "):
        lead = _TOKEN.search(text, max(start, at - 40), at - len(word) - 1)
        return lead is None or fold(lead.group()) not in rules.ordinal_leads
    return not (rules.ordinal_dot and _ONLY_DATE.fullmatch(text[start:at].strip()))  # «Од 5. јуна 2017. | Црна Гора»


def _is_label(text: str, start: int, at: int) -> bool:
    """Whether nothing but figures stands before the dot: "1995.5. Prime Minister …" is one line of a list."""
    return at - start <= 40 and _NUMBERS.fullmatch(text[start:at].strip()) is not None


def _is_glued(text: str, at: int, end: int, rules: SentenceRules) -> bool:
    """Whether a reference is stuck to the full stop at ``at``: "in 1999.OSCE Summit", "in 2015.http://…"."""
    if text.startswith(("http://", "https://", "www."), end):
        return True
    if text[at] not in ".!?":
        return False
    token = _TOKEN.search(text, max(0, at - 40), at)
    word = token.group() if token else ""
    if fold(word) in rules.abbreviations | rules.final or "." in word:
        return False
    closed = end - at > 1 or word[-1:] in ")]”»"
    if not closed and not (len(word) >= 3 and (word[-1].islower() or word[-1].isdigit())) and len(word) < 4:
        return False
    return _begins_reference(text, end, after_digits=word[-1:].isdigit(), long_word=len(word) >= 4 or closed)


def _begins_reference(text: str, end: int, *, after_digits: bool, long_word: bool) -> bool:
    ahead = text[end : end + 4]
    if ahead[0].isupper():
        return len(ahead) >= 3 and ahead[:3].isalpha()
    return ahead.isdigit() and len(ahead) == 4 and long_word and not after_digits


def _camel_joints(text: str, start: int, end: int) -> Iterator[int]:
    """Where, in a stretch that is itself residue, the next sentence was glued on: "Mission in KazakhstanOn 2 May"."""
    for found in _CAMEL.finditer(text, start, end):
        yield found.start()
