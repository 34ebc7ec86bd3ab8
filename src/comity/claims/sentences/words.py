"""Words around a place in a sentence: what stands left of it, what is joined to its right."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from unicodedata import combining

from comity.claims.sentences.cues import is_wide
from comity.packs.language import LanguagePack, load_language

_ASIDE = re.compile(r"\s*\([^()]{1,12}\)")
_TWO_WORDS = re.compile(r"\s+([^\W\d_]+)(?:\s+([^\W\d_]+))?")
_NAME_WORD = re.compile(r"\s*((?:[^\W\d_]\.)+|[^\W\d_]+(?:[-.'’`][^\W\d_]+)*)")
_SMALL_WORD = re.compile(r"([a-z]{2,4}) (?=[^\W\d_])")
_IN_WORD = "'’.-"
_BEHIND_WORD = ".'’"
_WORD_REACH = 40
_LONGEST_RUN, _FARTHEST = 3, 5  # words of a marker; words looked at left of a name
_FIRST_WORD = re.compile(r"\s*([^\W\d_]+)")
_WITH_ARTICLE = 5
_APOSTROPHES = "'’ʼ‘`"
_LONGEST_MARKER = 4
_SHORTEST_VERB = 2  # characters of a verb that gives a role to what it takes
_TAIL, _NUMERALS = 3, "IVX"  # a blank, a letter, a stop; letters that number kings and popes
_LONGEST_HAN = 4
_LONGEST_WIDE = 8
_WIDE_MARKS = "，。、；：！？“”《》（）"
_OPENERS = ("（", "(")
_IN_WIDE = "·・•—-－"


def left_words(text: str, start: int, limit: int = 4) -> Iterator[tuple[int, str]]:
    """The words right before ``start`` as (where it begins, word), nearest first; stops at a mark of punctuation."""
    end = start
    for _ in range(limit):
        while end > 0 and text[end - 1] in " \u00a0\t":
            end -= 1
        start = _word_start(text, end)
        if start == end:
            return
        yield start, text[start:end]
        end = start


def _word_start(text: str, end: int) -> int:
    """Where the word begins that ends here, a stop or apostrophe behind it included; ``end`` where none does."""
    low = max(0, end - _WORD_REACH)
    at = end - 1 if end > low and text[end - 1] in _BEHIND_WORD else end
    if at <= low or not _in_a_word(text[at - 1]):
        return end
    while at > low:
        if _in_a_word(text[at - 1]) or (at - 1 > low and text[at - 1] in _IN_WORD and text[at - 2].isalnum()):
            at -= 1
        else:
            break
    return at


def _bare(phrase: str, pack: LanguagePack) -> str:
    """A phrase without what its language may leave unwritten over its letters."""
    return "".join(char for char in phrase if not combining(char)) if pack.silent else phrase


def _in_a_word(char: str) -> bool:
    """Whether a character is part of a word: a letter, a digit, a mark written over a letter ("سفيراً")."""
    return char.isalnum() or bool(combining(char))


def role_before(text: str, start: int, pack: LanguagePack) -> tuple[str, int]:
    """The role that the marker before ``start`` gives, and where the marker begins; ("", start) where there is none.

    "with the neighbouring Kenya": the article and one adjective of the pack's ``skip`` may stand between.
    """
    if not pack.spaced:
        if text.endswith(pack.unmarked, 0, start):
            return "", start  # "近年来 | 中国": the last letter is no marker
        called = max((one for one in pack.voice.called if text.endswith(one, 0, start)), key=len, default="")
        if called:
            return role_before(text, start - len(called), pack)
        for size in range(min(_LONGEST_MARKER, start), 0, -1):
            role = pack.before.get(text[start - size : start])
            if role:
                return role, start - size
        return _role_of_verb(text, start, pack)
    glued = _glued(text, start, pack)
    words = glued or list(left_words(text, start, _LONGEST_RUN))
    if not glued and words and words[0][1].lower() in pack.skip:
        words = list(left_words(text, start, _FARTHEST))  # mostly the first word decides, and the rest is not cut
    words = _past_each(text, words, pack) if len(words) > 1 else words
    for number in range(len(words)):
        for size in range(_LONGEST_RUN, 0, -1):
            run = words[number : number + size]
            if len(run) < size:
                continue
            begin = run[-1][0]
            phrase = " ".join(word.lower() for _, word in reversed(run))
            role = pack.before.get(phrase) or pack.before.get(_bare(phrase, pack))
            if role:
                return role, begin
        if words[number][1].lower() not in pack.skip:
            return _onto_skipped(words[number], pack) or ("", start)
    return "", start


def _onto_skipped(word: tuple[int, str], pack: LanguagePack) -> tuple[str, int] | None:
    """The role of a marker written onto a word of ``skip``, and its place: «| ب |العاصمة طرابلس»; None for none."""
    begin, whole = word
    led = (
        one
        for one in pack.proclitics
        if one in pack.before and whole.startswith(one) and whole[len(one) :] in pack.skip
    )
    mark = max(led, key=len, default="")
    return (pack.before[mark], begin) if mark else None


def _role_of_verb(text: str, start: int, pack: LanguagePack) -> tuple[str, int]:
    """The role that a verb gives which the sign of a deed done parts from the name: "访问 | 了 | 加蓬"."""
    place = start - 1
    if start > _SHORTEST_VERB and text[place] in pack.perfects:
        for size in range(min(_LONGEST_MARKER, place), _SHORTEST_VERB - 1, -1):
            role = pack.before.get(text[place - size : place])
            if role:
                return role, place - size
    return "", start


def _past_each(text: str, words: list[tuple[int, str]], pack: LanguagePack) -> list[tuple[int, str]]:
    """The words left of two of ``skip`` that stand for "each of", or the words as they are: "مع | كل من | مصر".

    A marker written onto the two is the first that is left: "بكل من", "قنصليات | لكل من".
    """
    (_, last), (begin, first) = words[0], words[1]
    if f"{first} {last}" in pack.skip:
        return list(left_words(text, begin, _LONGEST_RUN))
    for marker in pack.proclitics:
        if pack.before.get(marker) and first.startswith(marker) and f"{first[len(marker) :]} {last}" in pack.skip:
            return [(begin, marker), *left_words(text, begin, _LONGEST_RUN - 1)]
    return words


def _glued(text: str, start: int, pack: LanguagePack) -> list[tuple[int, str]]:
    """The words left of a name whose own form begins with a marker, that marker first: "وللأردن" is "ولل" to its left.

    Empty where the name begins with none.
    """
    inner = next(
        (
            one
            for one in pack.proclitics
            if len(one) > 1 and one[0] not in pack.joiners and one in pack.before and text.startswith(one, start)
        ),
        "",
    )
    if not inner:
        return []
    words = list(left_words(text, start, 4))
    if words and words[0][0] + len(words[0][1]) == start:
        return [(words[0][0], words[0][1] + inner), *words[1:]]
    return [(start, inner), *words]


def role_after(text: str, end: int, pack: LanguagePack) -> tuple[str, int]:
    """The role that a suffix or postposition behind ``end`` gives, and where it ends; ("", end) where there is none."""
    if not pack.after:
        return "", end
    if not pack.spaced:
        for size in range(_LONGEST_MARKER, 0, -1):
            role = pack.after.get(text[end : end + size])
            if role:
                return role, end + size
        return "", end
    position = end
    role = ""
    if position < len(text) and text[position] in _APOSTROPHES:
        suffix_end = position + 1
        while suffix_end < len(text) and text[suffix_end].isalpha():
            suffix_end += 1
        role = pack.after.get("'" + text[position + 1 : suffix_end].lower(), "")
        position = suffix_end if role or pack.apostrophes else position
    elif text[position : position + 1] == "-" and pack.cases and pack.order == "sov":
        suffix_end = position + 1  # "БҰҰ-ға", "ЕҚЫҰ-ның"
        while suffix_end < len(text) and text[suffix_end].isalpha():
            suffix_end += 1
        role = pack.after.get(text[position:suffix_end].lower(), "")
        position = suffix_end if role else position
    found = _ASIDE.match(text, position)
    if found:
        position = found.end()
    word = _TWO_WORDS.match(text, position)
    if word:
        first, second = word.group(1).lower(), (word.group(2) or "").lower()
        for phrase, stop in ((f"{first} {second}", word.end()), (first, word.end(1))):
            behind = pack.after.get(phrase)
            if behind:
                return behind, stop
    return role, position


def joined(gap: str, pack: LanguagePack) -> bool:
    """Whether the text between two names only joins them into a list."""
    rest = re.sub(r"\([^()]{0,40}\)|（[^（）]{0,40}）", " ", gap).strip()
    if not rest:
        return bool(gap.strip()) or not pack.spaced
    if not pack.spaced:
        return rest in pack.joiners
    if rest == "/" and gap[:1].isspace() and not gap[-1:].isspace():
        return False
    for apostrophe in _APOSTROPHES:
        if rest.startswith(apostrophe):
            rest = re.sub(r"^.[^\W\d_]*", "", rest)
    for phrase in pack.long_joiners:  # "ainsi que" joins, neither word alone does
        rest = re.sub(rf"(?<![^\W\d_]){re.escape(phrase)}(?![^\W\d_])", ",", rest, flags=re.IGNORECASE)
    words = [word for word in re.split(r"[\s]+|(?=[,،;/–—-])|(?<=[,،;/–—-])", rest) if word]
    if not any(word.lower() in pack.joiners for word in words) or _ends_a_verb(words, pack):
        return False
    return all(
        word.lower() in pack.joiners or word.lower() in pack.skip or word.lower() in pack.before for word in words
    )


def _ends_a_verb(words: Sequence[str], pack: LanguagePack) -> bool:
    """Whether a verb's parted syllable stands before what joins, which is no preposition: "erkannte A | an und | B"."""
    first, *rest = [word.lower() for word in words]
    return pack.inverts and first in pack.before and bool(rest) and rest[0] in pack.joiners


def takes_object(text: str, end: int, pack: LanguagePack, taken: Collection[tuple[int, int]]) -> bool:
    """Whether a word stands right behind a verb's ``end`` that is no marker, date or cue: "it opened | negotiations".

    ``taken`` are the stretches of dates and cues. A language without spaces, or with its verbs last, has no such word.
    """
    word = _FIRST_WORD.match(text, end)
    if word is None or not pack.spaced or pack.order == "sov":
        return False
    if any(low <= word.start(1) < high for low, high in taken):
        return False
    return word.group(1).lower() not in _no_objects(pack.code)


@cache
def _no_objects(code: str) -> frozenset[str]:
    """The words of a language that are no object behind a verb: parts of markers, joiners, light words."""
    pack = load_language(code)
    return frozenset(part for phrase in pack.before for part in phrase.split()) | pack.joiners | pack.light


def capital_run(text: str, start: int, pack: LanguagePack, limit: int = 6) -> int:
    """Where a run of capitalised words that begins at ``start`` ends; ``start`` where none begins there."""
    end = start
    position = start
    for _ in range(limit):
        found = _NAME_WORD.match(text, position)
        if not found or (position > start and "\n" in text[position : found.start(1)]):
            break
        word = found.group(1)
        if pack.apostrophes or "'" in word or "’" in word:
            word = re.split(r"['’`](?![^\W\d_a-zçğıöşü])", word)[0]
        stop = found.start(1) + len(word)
        lone = position > start and len(word) == 1  # "Ван И", "Juan Carlos I": small words are not written so
        led, _, rest = word.partition("-")
        joined = position > start and rest[:1].isupper() and led in pack.particles  # «Асмахан ат-Токи»
        if joined or (word[0].isupper() and (lone or word.lower() not in pack.not_names)):
            end = position = stop
        elif position > start and word.lower() in pack.particles:
            position = stop
        elif position > start and word.partition("-")[0] in pack.particles and word.partition("-")[2][:1].isupper():
            end = position = stop  # "Abdülfettah | es-Sisi"
        else:
            break
        if stop < found.end(1):
            break
        if end == stop and (found.start(1) == start or pack.inverts) and _is_ordinal(text, found.start(1), stop):
            position = stop + 1  # "Kral | II. | Albert", "König Carl | XVI. | Gustaf"
    return end - 1 if _ends_sentence(text, start, end) else end


def particle_run(text: str, begin: int, pack: LanguagePack) -> int:
    """Where a name ends that begins with a small particle: "al ministro | van Klaveren"; ``begin`` where none does."""
    word = _SMALL_WORD.match(text, begin)
    small = word.group(1) if word is not None else ""
    marks = pack.before.keys() | pack.skip | pack.joiners | pack.not_names
    if word is None or small not in pack.particles or small in marks:
        return begin
    stop = capital_run(text, word.end(), pack)
    return stop if stop > word.end() else begin


def goes_on_small(text: str, end: int, pack: LanguagePack) -> bool:
    """Whether a small word that joins and leads nothing stands right behind: "María Ángela Holguín | weilte"."""
    found = _FIRST_WORD.match(text, end)
    word = found.group(1) if found is not None and text[end : end + 1] == " " else ""
    return word.islower() and word not in pack.joiners and word not in pack.before


def without_particle(text: str, begin: int, stop: int, pack: LanguagePack) -> int:
    """Where a name ends without a particle that leads to what is no part of it: "Mauno Koivisto | von | Finnland"."""
    cut = text[begin:stop].rstrip()
    if len(cut) == stop - begin:
        return stop
    head, _, last = cut.rpartition(" ")
    while head and last in pack.particles:  # "Tomas Novak | de la | Tchéquie"
        stop, (head, _, last) = begin + len(head), head.rpartition(" ")
    return stop


def _ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether a stop behind a lone capital at a text's end is the sentence's: "le roi Harald | V."."""
    tail = text[max(start, end - 3) : end]
    lone = len(tail) == _TAIL and tail[0] == " " and tail[1] in _NUMERALS and tail[2] == "."
    return lone and end == len(text.rstrip())


def _is_ordinal(text: str, start: int, end: int) -> bool:
    """Whether a word is a Roman number with a stop, a name behind it: "II. Abdülhamid"."""
    numeral = set(text[start:end]) <= set("IVX") and text[end : end + 2] == ". "
    return numeral and text[end + 2 : end + 3].isupper()


def wide_run(text: str, start: int, stop: int, *, bounded: bool = False) -> int:
    """Where a name in Han letters that begins at ``start`` ends: up to ``stop``, a dot in it allows a long one.

    ``bounded``: what stands at ``stop`` is known to be no name, so that a run up to it may be long, too.
    """
    end = start
    while (
        end < stop and text[end] not in "，。、；：！？“”《》（）" and (is_wide(text[end]) or text[end] in "·・•—-－")
    ):
        end += 1
    run = text[start:end]
    closed = bounded and end == stop
    longest = _LONGEST_WIDE if closed or text[end : end + 1] in _OPENERS else _LONGEST_HAN
    return end if any(dot in run for dot in "·・•") or len(run) <= longest else start


def has_article(text: str, end: int, pack: LanguagePack) -> bool:
    """Whether the word that ends here has its article written onto it, so that no bare name behind it owns it.

    «الأمير تركيا» is no prince of Turkey; «الأمير التركي» is, by an adjective. Only where owners follow unmarked.
    """
    words = text[:end].rsplit(maxsplit=1)
    if pack.order != "vso" or not words or len(words[-1]) < _WITH_ARTICLE:
        return False
    led = tuple(one for one in pack.proclitics if len(one) > 1 and pack.before.get(one) == "to")
    if led and text[end:].lstrip().startswith(led):
        return False  # «السفير فوق العادة | للسعودية»
    return words[-1].startswith(tuple(one for one in pack.proclitics if len(one) > 1 and one not in pack.before))
