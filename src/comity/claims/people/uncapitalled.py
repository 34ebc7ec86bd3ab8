"""The name beside a title in a script without capitals: "وزير الخارجية | سامح شكري", up to a word that is no name's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.claims.sentences.cues import is_wide
from comity.claims.sentences.marks import SPACED_COMMAS
from comity.claims.sentences.mention import Mention
from comity.packs.language import LanguagePack

_NAMES = ("party", "organization", "city")
_QUOTED = re.compile('[«"“]([^«»"“”\\n]{3,45})[»"”]')
_QUOTED_WORDS = 6
_LONGEST_NAME = 6
_LONG_WORD = 6
_THINGS = ("award", "agreement", "mission")
_FEWEST_NAMES, _MOST_NAMES = 2, 4
_FIRST_WORD = re.compile(r"\s+([^\W\d_]+)")


def next_stop(end: int, mentions: Sequence[Mention], text: str) -> int:
    """Where the next mention begins; a cue of one Han letter is none, names are full of them (习近平)."""
    letters = [one for one in mentions if one.kind == "cue" and one.end - one.start == 1 and is_wide(text[one.start])]
    return min((one.start for one in mentions if one.start >= end and one not in letters), default=len(text))


def without_namesake(
    text: str, end: int, owner: Mention | None, mentions: Sequence[Mention], pack: LanguagePack
) -> Sequence[Mention]:
    """The mentions without a state right behind a title that has one: "رئيسة وزراء إيطاليا | جورجيا ميلوني"."""
    if pack.capitals or not pack.spaced or owner is None or owner.end > end:
        return mentions
    mentions = _without_own_town(text, end, owner, mentions, pack)
    parties = [one for one in mentions if one.kind == "party" and one.start > end]
    first = next((one for one in parties if not text[end : one.start].strip(" ,،")), None)
    word = _FIRST_WORD.match(text, first.end) if first is not None else None
    if first is None or word is None or first.role or first.form == "adjective":
        return mentions
    known = word.group(1) in pack.before or word.group(1) in pack.joiners or word.group(1) in pack.not_names
    begun = any(word.start(1) <= one.start < word.end(1) for one in mentions)
    return mentions if known or begun else [one for one in mentions if one is not first]


def _without_own_town(
    text: str, end: int, owner: Mention, mentions: Sequence[Mention], pack: LanguagePack
) -> Sequence[Mention]:
    """The mentions without a town of the owner's own behind a given name: "رئيس وزراء اليابان ريوتارو | هاشيموتو"."""
    given = _FIRST_WORD.match(text, end)
    towns = (one for one in mentions if one.kind == "city" and given is not None and one.start == given.end() + 1)
    town = next(towns, None)
    if given is None or town is None or town.role or town.country not in owner.ids:
        return mentions
    word = given.group(1)
    known = word in pack.before or word in pack.joiners or word in pack.not_names or word in pack.skip
    known = known or word[0] in pack.glued_joiners
    return mentions if known else [one for one in mentions if one is not town]


def is_family_name(
    text: str, one: Mention, names: Sequence[Mention], cues: Sequence[Mention], pack: LanguagePack
) -> bool:
    """Whether a state's adjective is but a name's last word: «رئيس الوزراء العراقي محمد شياع | السوداني |».

    It stands behind the plain words of a name, where a title has its state, or two of them, where it has none.
    """
    if pack.order != "vso" or pack.capitals or one.kind != "party" or one.form != "adjective":
        return False
    titles = [cue.end for cue in cues if cue.end < one.start and any(map(_is_title, cue.classes))]
    owners = [name.end for name in names if titles and titles[-1] <= name.start and name.end < one.start]
    begin = max([*titles, *owners], default=one.start)
    words = text[begin : one.start].split()
    small = pack.before.keys() | pack.joiners | pack.skip | pack.not_names | pack.light
    article = tuple(mark for mark in pack.proclitics if len(mark) > 1 and mark not in pack.before)
    plain = all(word.isalpha() and word not in small and not word.startswith(article) for word in words)
    told = any(begin <= cue.start < one.start for cue in cues)
    few = 1 if owners else _FEWEST_NAMES
    return few <= len(words) <= _MOST_NAMES and plain and not told and words[0][0] not in pack.glued_joiners


def _is_title(label: str) -> bool:
    return label.startswith(("office.", "title."))


def bare_name(text: str, begin: int, mentions: Sequence[Mention], pack: LanguagePack) -> tuple[int, int]:
    """A name in a script without capitals: up to six words, to the next mention, marker or mark.

    A word in which a mention begins is none of it, but the first: "الأمير | فيصل بن فرحان" holds no verb "يصل".
    A particle and the word behind it are one, whatever that word else is: "عبد | الأحد" is no Sunday.
    """
    quoted = _quoted_name(text, begin, mentions, pack)
    if quoted is not None:
        return quoted
    stop = next_stop(begin, mentions, text)
    end = position = origin = begin
    words, led = 0, False
    if _goes_on(text, begin, pack):
        return begin, begin
    while words < _LONGEST_NAME or led:
        found = re.compile(r"[^\S\n]*([^\W\d_]\.(?=\s)|[^\W\d_]+(?:[-'][^\W\d_]+)*)").match(text, position)
        if led and found:
            stop = next_stop(found.end(1), mentions, text)
        if not found or found.start(1) >= stop:
            break
        word = found.group(1)
        if not led and word in pack.particles:
            words, led, end, position = words + 1, True, found.end(1), found.end(1)
            continue
        if led:
            led, end, position = word in pack.particles, found.end(1), found.end(1)
            continue
        if not words and word in pack.light:  # "السفير | الجديد | إيفان يوتوف"
            begin = end = position = found.end(1) + 1
            continue
        if word in pack.before or word in pack.joiners or word in pack.not_names or _aims(word, pack):
            break
        if found.end(1) > stop:
            inner = next(one for one in mentions if one.start == stop)
            thing = inner.kind in _NAMES or (inner.end == found.end(1) and _is_thing(inner))
            if not words and thing and text[found.start(1) : stop] in pack.proclitics:
                break  # «سفير كازاخستان | بالقاهرة», «السفير التايلاندي | بوسام»
            if stop > begin + 1 or inner.end > found.end(1) or word[0] in pack.joiners:
                break
            stop = next_stop(found.end(1), mentions, text)
        end = position = found.end(1)
        words += 1
    end = _past_number(text, begin, end, pack)
    return (begin, end) if _is_apposed(text, origin, end) else (begin, begin)


def past_copula(text: str, end: int, mentions: Sequence[Mention], pack: LanguagePack) -> int:
    """Where the word ends that joins a post to its name, where verbs go unsaid: «سفير الهند لدى عمان | هو | خان»."""
    if pack.order != "vso" or pack.capitals:
        return end
    links = (one for one in mentions if "mark.copula" in one.classes and one.start >= end)
    return next((one.end for one in links if text[end : one.start].isspace()), end)


def _is_thing(one: Mention) -> bool:
    """Whether a cue names a thing: an award, a text, a mission."""
    return any(label.partition(".")[0] in _THINGS for label in one.classes)


def _quoted_name(text: str, begin: int, mentions: Sequence[Mention], pack: LanguagePack) -> tuple[int, int] | None:
    """The inside of quotation marks right behind a title, where it is a name: الملك | «سلمان بن عبد العزيز».

    Refuses a wish («حفظه الله»), a word that says where or whose, and what holds a party or a date.
    """
    found = _QUOTED.match(text, begin)
    words = found.group(1).split() if found is not None else []
    if found is None or not 0 < len(words) <= _QUOTED_WORDS or words[0] in pack.not_names or words[0] in pack.before:
        return None
    inside = [one for one in mentions if found.start() < one.start < found.end()]
    return None if any(one.kind in ("party", "date", "quantity", "organization") for one in inside) else found.span(1)


def _past_number(text: str, begin: int, end: int, pack: LanguagePack) -> int:
    """Where a ruler's name ends with its number: "الملك محمد | السادس", else ``end``."""
    found = re.compile(r"\s+([^\W\d_]+)").match(text, end) if end > begin else None
    return found.end(1) if found is not None and found.group(1) in pack.regnal else end


def _is_apposed(text: str, begin: int, end: int) -> bool:
    """Whether a name behind a comma is closed by a mark, too: "السفير التركي، | إردم أوزان |، قدم أوراق اعتماده"."""
    if not text[:begin].rstrip().endswith(SPACED_COMMAS):
        return True
    behind = text[end:].lstrip()[:1]
    return not (behind.isalpha() or behind.isdecimal())


def _aims(word: str, pack: LanguagePack) -> bool:
    """Whether a long word has "to the" written onto it: "استدعت السفير | للاحتجاج"."""
    aims = (one for one in pack.proclitics if len(one) > 1 and pack.before.get(one) == "to")
    return len(word) >= _LONG_WORD and word.startswith(tuple(aims))


def _goes_on(text: str, begin: int, pack: LanguagePack) -> bool:
    """Whether a comma and a long word with "and" written onto it go on with the telling: "السفير، | واتهمت أنقرة"."""
    word = re.compile(r"[^\W\d_]+").match(text, begin)
    comma = text[:begin].rstrip().endswith(SPACED_COMMAS)
    return comma and word is not None and word.group()[0] in pack.joiners and len(word.group()) >= _LONG_WORD
