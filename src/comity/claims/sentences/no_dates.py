"""What looks like a date and is none: a word of a name, a number of people, a day said twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from comity.claims.sentences.mention import Mention
from comity.dates import DateHit
from comity.model.when import When
from comity.packs.language import LanguagePack
from comity.packs.numbers import load_number_words

_LITTLE = 4
_YEAR_BEHIND = re.compile(r",? (1[5-9]\d\d|20\d\d)(?!\d)")
_GIVEN_NAME = re.compile(r"[A-ZÁÉÍÓÚ][a-záéíóúñ]{2,}(?![^\W_])")


def part_of_name(day: Mention, names: Iterable[Mention]) -> bool:
    """Whether a date is but a word of a longer name: the Sunday of "Santo Domingo"."""
    hit = day.date
    return hit is not None and any(
        one.start <= hit.start and hit.end <= one.end and one.end - one.start > hit.end - hit.start for one in names
    )


def counts_people(text: str, day: Mention, names: Sequence[Mention], code: str) -> bool:
    """Whether what looks like a year is how many there are: "etwa | 1200 | Tunesier leben", «أكثر من | 1400 | طالب»."""
    hit = day.date
    if hit is None or not text[hit.start : hit.end].isdecimal() or hit.kind != "absolute":
        return False
    led = text[: hit.start].lower().split()[-2:]
    if len(led) > 1 and "min" in load_number_words(code).roles.get(" ".join(led), ()):
        return True
    bare = hit.start == day.start or (hit.when.start is not None and hit.when.start.mark == "~")
    return bare and any(one.form == "demonym" and one.start - hit.end == 1 for one in names)


def is_given_name(text: str, day: Mention, pack: LanguagePack) -> bool:
    """Whether a bare month stands behind a particle of names, in a script without capitals: "لويجي دي | مايو"."""
    before = text[: day.start].rstrip().rsplit(maxsplit=1)[-1:]
    if _GIVEN_NAME.fullmatch(text, day.start, day.end) and pack.capitals and pack.adjectives == "after":
        return bool(_GIVEN_NAME.match(text, day.end + 1)) and text[day.end : day.end + 1] == " "  # "Domingo | Arteaga"
    return not pack.capitals and text[day.start : day.end].isalpha() and bool(before) and before[0] in pack.particles


def said_once(text: str, hits: Sequence[DateHit]) -> list[DateHit]:
    """The dates, those left out that only lead to the one behind, those that a year stands behind read as it."""
    again = {
        one.start for one, after in pairwise(hits) if said_again(text, one, after) or _said_finer(text, one, after)
    }
    return [with_year_said(text, one) for one in hits if one.start not in again]


def _said_finer(text: str, hit: DateHit, after: DateHit) -> bool:
    """Whether a bracket behind "the same year" tells the day itself: "resumed the same year (20/11/1926)"."""
    counted = hit.kind == "relative" and not hit.when.interval and hit.when.precision == "year"
    within = str(after.when).startswith(f"{hit.when}-") and not after.when.interval
    return counted and within and text[hit.end_full : after.start_full].strip() == "("


def said_again(text: str, hit: DateHit, after: DateHit) -> bool:
    """Whether "tomorrow" only leads to the day itself: "para | mañana | martes 23 de diciembre"."""
    if hit.kind != "relative" or "document" not in hit.needs or after.kind != "absolute":
        return False
    day = after.when.start
    return day is not None and day.day is not None and text[hit.end_full : after.start_full] == " "


def with_year_said(text: str, hit: DateHit) -> DateHit:
    """A date, "in the same year" read as the year that stands right behind it: "in the same year | 1909", ", 1909,".

    What the text says itself is better than what is counted from the date before.
    """
    year = _YEAR_BEHIND.match(text, hit.end_full) if hit.kind == "relative" else None
    if year is None or hit.when.interval or hit.when.precision != "year":
        return hit
    return replace(hit, when=When.day(int(year.group(1))), end=year.end(1), end_full=year.end(1), needs=())


def comes_each_year(text: str, day: Mention, cues: Iterable[Mention]) -> bool:
    """Whether a day without a year is one of every year: "celebrate | every | 9 May", «ежегодно 9 мая».

    Or a year only tells one batch of many from another: "an officer from the | 1999 | batch".
    """
    hit = day.date
    if hit is not None and text[hit.start : hit.end].isdecimal():
        return any("mark.batch" in one.classes and one.start - hit.end == 1 for one in cues)
    if hit is None or hit.when.start is None or str(hit.when.start.year) in text[day.start : day.end]:
        return False
    return any("mark.yearly" in one.classes and 0 <= hit.start - one.end <= _LITTLE for one in cues)


def told_otherwise(text: str, dates: Sequence[Mention], cues: Sequence[Mention]) -> tuple[list[Mention], list[Mention]]:
    """The dates and cues without another day that only some tell, in the bracket behind one: "1995年（一说1996年）".

    The day before the bracket is in doubt then.
    """
    rivals: dict[int, Mention] = {}
    for one, other in pairwise(dates):
        led = [cue for cue in cues if "fact.allege" in cue.classes and one.end < cue.start <= cue.end <= other.start]
        gap = text[one.end : other.start].replace(text[led[0].start : led[0].end], "", 1) if led else "?"
        if gap.strip() in ("（", "(") and text[other.end : other.end + 1] in ("）", ")"):
            rivals[one.start] = other
    gone = {other.start for other in rivals.values()}
    said = {cue.start for cue in cues for start, other in rivals.items() if start < cue.start < other.start}
    kept = [one for one in dates if one.start not in gone]
    kept = [_doubted(one) if one.start in rivals else one for one in kept]
    return kept, [cue for cue in cues if not (cue.start in said and "fact.allege" in cue.classes)]


def _doubted(day: Mention) -> Mention:
    hit = day.date
    return day if hit is None else replace(day, date=replace(hit, when=hit.when.marked("?")))


def denied_until(text: str, dates: Iterable[Mention], cues: Iterable[Mention]) -> list[Mention]:
    """The dates, "did not … until 2005" read as 2005: what was denied, or had to wait, until then is so from then."""
    nots = [cue.end for cue in cues if cue.classes & {"fact.not", "verb.refuse", "mark.waits"}]
    waits = {cue.start for cue in cues if "mark.waits" in cue.classes}  # "| 直至 | 2021年1月 | 才 | 恢复"
    out = []
    for one in dates:
        hit = one.date
        denied = one.start in waits or any(
            end <= one.start and not set(text[end : one.start]) & set(",;.") for end in nots
        )
        if hit is not None and hit.kind in ("until", "before") and hit.when.end is not None and denied:
            then = replace(hit, when=When(hit.when.end, None), kind="absolute")
            out.append(replace(one, form="not-until", date=then))
            continue
        out.append(one)
    return out
