"""Find the dates of a text: where one may stand, its atoms, their joining into ranges, and the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from comity.dates.anniversaries import counted_behind, counted_exactly, counted_from_deed, on_this_day, today_beside
from comity.dates.around import Around, end_marked, look_around, modified
from comity.dates.atoms import find_atoms
from comity.dates.bracketed import with_bracket_days
from comity.dates.hit import DateContext, DateHit, OpenDate
from comity.dates.lexicon import SHORT_MONTH, Lexicon, load_lexicon, standing_for
from comity.dates.parts import Atom
from comity.dates.ranges import are_months, over, ranged
from comity.dates.resolve import Known, read_atom
from comity.dates.shared import is_listed, joined_with, letters_of, opens_list, shared
from comity.dates.stretched import with_stretches
from comity.dates.tokens import Token, read_tokens
from comity.packs.pieces import fold_words, runs_around

_DIGIT = re.compile(r"\d+")
_ASKED = "?؟？"
_TODAY_REACH = 18  # letters in which no other deed stands: "今天是中国与马尔代夫建交50周年"
_DOUBT_AFTER = re.compile(r"\s?[?؟？]\s*(?:$|[)\]|;؛,،<])")


def find_dates(text: str, language: str, context: DateContext | None = None) -> list[DateHit]:
    """The dates this text names, from left to right, as precise as its words and no preciser.

    >>> [str(hit.when) for hit in find_dates("He came from 6–7 October 2010, and again in early June 2015.", "en")]
    ['2010-10-06/2010-10-07', '2015-06~']

    A date that nothing known completes is left out: see `find_open_dates`.
    """
    hits = [hit for hit in _find(text, language, context) if isinstance(hit, DateHit)]
    return with_bracket_days(text, with_stretches(text, hits, load_lexicon(language).words.opening))


def find_open_dates(text: str, language: str, context: DateContext | None = None) -> list[OpenDate]:
    """The words for dates that neither the text nor the context completes ("the next day", "9 October")."""
    return [hit for hit in _find(text, language, context) if isinstance(hit, OpenDate)]


def _find(text: str, language: str, context: DateContext | None) -> Iterator[DateHit | OpenDate]:
    lexicon = load_lexicon(language)
    folded = fold_words(text, turkish=lexicon.words.turkish)
    known = Known(context=context or DateContext(), goes_on=lexicon.words.bare_month)
    era = known.context.known_era() if lexicon.words.eras else 0
    places = _places(text, folded, lexicon)
    known.todays = tuple(start for start, end in places if folded[start:end] in lexicon.todays)
    known.near = 0 if lexicon.spaced else _TODAY_REACH
    for pieces in runs_around(folded, places, lexicon.vocabulary, lexicon.words.proclitics):
        yield from _read(text, read_tokens(text, pieces, lexicon, era), lexicon, known)


def _places(text: str, folded: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Where all stands that may open a date: a number, a month, a word like "yesterday"."""
    places = [found.span() for found in _DIGIT.finditer(text)]
    if lexicon.finder is not None:
        hits = lexicon.finder.find(_one_blank(folded))
        places += [(start, end) for start, end, _ in hits if _whole(folded, end, lexicon.spaced)]
        places.sort()
    return places


def _one_blank(folded: str) -> str:
    return folded.replace("\n", " ").replace("\u00a0", " ").replace("\u202f", " ")


def _whole(folded: str, end: int, spaced: bool) -> bool:
    """Whether no word goes on over the right edge; the left may have a particle written onto it."""
    return not spaced or end >= len(folded) or not folded[end].isalpha()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """An atom, what it was joined with, and the words around it."""

    atom: Atom
    around: Around
    second: Atom | None = None
    listed: bool = False

    def is_bare(self, text: str) -> bool:
        """Whether nothing beside a four-digit number says that it is a year."""
        ranged = self.second is not None or self.atom.until is not None
        return not ranged and not self.listed and _is_bare(text, self.atom, self.around)


def _read(text: str, tokens: Sequence[Token], lexicon: Lexicon, known: Known) -> Iterator[DateHit | OpenDate]:
    atoms = shared(_without_told(find_atoms(tokens, month_first=lexicon.words.month_first), tokens), tokens)
    place = 0
    while place < len(atoms):
        joined = joined_with(atoms, place, tokens)
        first = atoms[place]
        last = joined or first
        before = atoms[place - 1].last + 1 if place else 0
        step = 2 if joined else 1
        before = _past_initial(text, tokens, before, first.first)
        after = atoms[place + step].first if place + step < len(atoms) else len(tokens)
        around = look_around(text, tokens, (before, first.first), (last.last + 1, after))
        anniversary = today_beside(atoms, place + step, last, tokens) if first.form == "shift" else None
        found = _Found(
            atom=first,
            around=around,
            second=joined,
            listed=is_listed(atoms, place, tokens) or opens_list(atoms, place, tokens),
        )
        counted = counted_behind(atoms, place, tokens)
        if anniversary:
            yield from on_this_day(first, anniversary, known, around)
            step += 1
        elif counted:
            yield from on_this_day(replace(counted, start=first.start), counted, known, around)
            step += 1
        elif counted_exactly(first, around, tokens):
            yield from on_this_day(first, first, known, around, "relative")
        elif _stands(text, found, tokens, lexicon):
            yield from _hit(text, found, known)
        place += step


def _past_initial(text: str, tokens: Sequence[Token], low: int, high: int) -> int:
    """Where the words before a date begin, what closes initials left out: "D.| C. | on June 24" is no circa."""
    closing = [at for at in range(low, high) if text[tokens[at].start - 1 : tokens[at].start] == "."]
    return closing[-1] + 1 if closing and tokens[closing[-1]].letter == "~" else low


def _without_told(atoms: Sequence[Atom], tokens: Sequence[Token]) -> list[Atom]:
    """The atoms without what only tells a day named beside it again: 5 Mart 2010 Cuma, "in the evening of 3 May"."""
    out: list[Atom] = []
    for place, one in enumerate(atoms):
        again = bool(out) and _tells_again(one) and _beside_day(out[-1], out[-1], one, tokens)
        part = place + 1 < len(atoms) and _is_part(one) and _beside_day(atoms[place + 1], one, atoms[place + 1], tokens)
        if not again and not part:
            out.append(one)
    return out


def _tells_again(one: Atom) -> bool:
    return one.form == "weekday" or _is_part(one)


def _is_part(one: Atom) -> bool:
    """Whether these words only say which part of a day: "in the evening"."""
    return one.ref is not None and one.ref.base == "recent"


def _beside_day(day: Atom, left: Atom, right: Atom, tokens: Sequence[Token]) -> bool:
    near = right.first - left.last <= _NEAR
    return day.part.day is not None and near and set(letters_of(tokens, left.last + 1, right.first)) <= _ASIDE


_ASIDE, _NEAR = standing_for("asejyxlo,"), 3


def _stands(text: str, found: _Found, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether what reads as a date is one: a month, weekday or season alone needs a word beside it, a number too."""
    atom, around, words = found.atom, found.around, lexicon.words
    if words.other_eras and _of_other_era(text, (found.second or atom).end, words.other_eras):
        return False
    if words.open_shifts and atom.form == "shift" and _opens_clause(text, atom, words.open_shifts):
        return False
    if not lexicon.spaced and counted_from_deed(text, atom, words):
        return False
    if found.second or atom.until or atom.form in ("shift", "near", "anniversary"):
        return True
    if atom.form == "weekday" and _is_first_name(text, atom) and words.capitals != "strict":
        return False
    if atom.form == "weekday":
        said = words.bare_weekday or bool(around.before) or atom.last > atom.first
        said = said or fold_words(text[atom.start : atom.end], turkish=words.turkish) in words.bare_forms
        return said or bool(atom.ref and atom.ref.offset)
    part = atom.part
    if part.year is None and part.day is None and part.month is not None:
        if tokens[atom.first].letter == SHORT_MONTH:
            return False
        season = isinstance(part.month, int) and part.month > 12
        beside = around.says("iftBVuqgb~PTH67") or around.says_after("asepvmkj8%")
        said = fold_words(text[atom.start : atom.end], turkish=words.turkish) in words.bare_forms
        return beside or said or (words.bare_month and not season) or _bracketed(text, atom)
    if part.year is None and part.month is None and part.day is not None:
        alone = words.bare_day and not text.startswith(words.day_spans, atom.end)
        return alone or _led_day(text, atom, words.day_leads, words.day_tails)
    if part.month is None and isinstance(part.year, str) and part.year.isdecimal():
        return _is_year(text, found, alone=words.bare_year)
    return True


def _is_first_name(text: str, atom: Atom) -> bool:
    """Whether a weekday with a capital stands right before a word with one: "| Domingo | Arteaga Echeverría"."""
    behind = text[atom.end : atom.end + 2]
    return atom.first == atom.last and text[atom.start].isupper() and behind[:1] == " " and behind[1:].isupper()


def _opens_clause(text: str, atom: Atom, shifts: frozenset[str]) -> bool:
    """Whether a word follows what would count from the date before: "| the day after | an agreement was signed"."""
    word = _TAIL.match(text, atom.end)
    said = text[atom.start : atom.end].lower()
    told = said in shifts or any(one[:1] == "*" and said.endswith(one[1:]) for one in shifts)
    return told and word is not None and len(word.group(1)) > 0 and word.group(1).lower() not in _JOINING


_JOINING = frozenset({"and", "but", "or"})
_TAIL = re.compile(r"\s*([^\W\d_]*)")


def _led_day(text: str, atom: Atom, leads: tuple[str, ...], tails: frozenset[str]) -> bool:
    """Whether a day without its month stands where only a day can: "recognised it | on the | 17th |, and …"."""
    if not leads or not text[: atom.start].lower().endswith(tuple(f"{one} " for one in leads)):
        return False
    behind = _TAIL.match(text, atom.end)
    return behind is not None and (not behind.group(1) or behind.group(1).lower() in tails)


def _of_other_era(text: str, end: int, eras: tuple[str, ...]) -> bool:
    """Whether another calendar's sign stands right behind a date: "1441 هـ", "12 رجب 1441هـ"."""
    place = end + text.startswith((" ", "\u00a0"), end)
    return any(text.startswith(era, place) and not text[place + len(era) :][:1].isalpha() for era in eras)


def _bracketed(text: str, atom: Atom) -> bool:
    """Whether a month stands alone in brackets: "in 2004 (March)"."""
    return text[: atom.start].endswith(("(", "（")) and text.startswith((")", "）"), atom.end)


_COUNTED = re.compile(r"\s?%|\s[^\W\d_A-ZÀ-ÞА-ЯІЇЄҐЁӘҒҚҢӨҰҮҺЂЉЊЋЏĞİŞÇÖÜ]|[\u3400-\u9fff]")
_SAID_OF_YEARS = "iftBVuqgbdPTHcyl9o67"
_MONEY = re.compile(r"[$€£¥₺₸₽₴₹#№]\s?$|\d[ .,]$")


def _is_year(text: str, found: _Found, *, alone: bool) -> bool:
    """Whether a number of four digits is a year: not money or a measure, nor what may count the word behind it."""
    atom = found.atom
    year = int(str(atom.part.year))
    if _MONEY.search(text[max(atom.start - 2, 0) : atom.start]) or text[atom.end : atom.end + 1] in tuple("%°$€£"):
        return False
    about = atom.last == atom.first and found.around.says("~") and not found.around.says(_SAID_OF_YEARS)
    if about and not found.listed and year % 50 == 0 and _COUNTED.match(text, atom.end):
        return False
    wide = "\u3400" <= text[atom.end : atom.end + 1] <= "\u9fff"
    digits = text[atom.start : atom.end].isdecimal()
    if wide and digits and found.second is None and found.around.before == "t" and not found.around.after:
        return False  # "达到 | 1106 | 亿美元"
    if not found.is_bare(text):
        return True
    if _COUNTED.match(text, atom.end) and (year % 100 == 0 or (not alone and text[: atom.start].strip(" *•|-"))):
        return False
    return 1500 <= year <= 2100


def _is_bare(text: str, atom: Atom, around: Around) -> bool:
    """Whether nothing beside a four-digit number says that it is a year."""
    if atom.numeric or atom.part.month is not None or not str(atom.part.year).isdecimal() or atom.last > atom.first:
        return False
    if around.says("~" + _SAID_OF_YEARS) or around.says_after("aseypvmkK;:=j8%"):
        return False
    before, after = text[: atom.start].rstrip()[-1:], text[atom.end :].lstrip()[:1]
    return not ((before in "(（[,，;/–—" or not before) and (after in ")）],，;/–—." or not after))


def _hit(text: str, found: _Found, known: Known) -> Iterator[DateHit | OpenDate]:
    atom, around = found.atom, found.around
    reading = read_atom(atom, known)
    last = found.second or atom
    whole = {"start": atom.start, "end": last.end, "start_full": around.start, "end_full": around.end}
    if found.second is not None and reading.when is not None:
        reading = ranged(reading, read_atom(found.second, known))
        if are_months(atom.part) and are_months(found.second.part):
            reading = over(reading, known.context.document)
    if reading.when is None:
        yield OpenDate(**whole, needs=reading.needs)
        return
    stretched = found.second is not None or atom.until is not None
    when, kind = modified(reading.when, around, ranged=stretched)
    when = end_marked(when) if found.second is not None and found.second.about else when
    if atom.form == "anniversary":
        kind = "anniversary"
    elif reading.relative and reading.when.start is None:
        kind = "until"
    elif kind == "absolute" and reading.relative:
        kind = "relative"
    if _doubted(text, last, atom.numeric):
        when = when.marked("?")
    if around.opens_a_stretch():
        known.opened = reading.when
    else:
        known.named = reading.when
    yield DateHit(
        **whole,
        when=when,
        kind=kind,
        alternatives=tuple(modified(other, around, ranged=stretched)[0] for other in reading.others),
        needs=reading.needs,
        bare=found.is_bare(text),
    )


def _doubted(text: str, last: Atom, numeric: bool) -> bool:
    """Whether a question mark stands on the date itself and not at a question's end."""
    if (text[last.end : last.end + 1] or ".") in _ASKED and (numeric or text[: last.start].strip(" |*•-") == ""):
        return True
    found = _DOUBT_AFTER.match(text, last.end)
    return bool(found) and not found.group().rstrip().endswith(tuple(_ASKED)) if found else False
