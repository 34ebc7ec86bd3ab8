"""States that a sentence counts or hints at and does not name: "with several African countries", "其他邻国"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from comity.claims.sentences.marks import PARTING, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.roles import give_roles
from comity.claims.sentences.words import left_words
from comity.model.roles import Roles, iter_parties
from comity.packs.language import LanguagePack, load_language

NOBODY = "?"
"""The id of a party that nobody names: no register knows it, and a claim on it is none."""
_BETWEEN = 4  # words between what opens it and the states: "several | newly independent West African | states"
_LETTERS = 8  # letters between them where words are written together
_OWNED = 3  # words between a body and whose it is: "le parti | au pouvoir en | Zambie"
_APART = 3  # words before it that may say it is but one of them
_CAPITAL = re.compile(r"(?<![\w.])[^\W\d_a-zа-яё][^\W\d_]{2,}")
_NAMED = ("party", "city", "organization", "actor")


def unnamed_parties(text: str, names: Sequence[Mention], cues: Sequence[Mention], pack: LanguagePack) -> list[Mention]:
    """The states that are spoken of and not named, each as a party `NOBODY` with the role its marker gives it.

    So what is told of them is not told of a state that an earlier sentence named: "Peru opened embassies in | several
    African countries |" is no embassy in the other state of the page, nor is a contract "with | Siemens" one with it.
    Refuses "one of the few countries", and words with somebody's name between.
    """
    pattern = _pattern(pack.code)
    if pattern is None:
        return []
    folded = text.lower() if len(text.lower()) == len(text) else text
    found = (match.span() for match in pattern.finditer(folded))
    spans = [span for span in found if not _is_apart(folded, span[0], pack) and not _holds_name(span, names)]
    spans = [span for span in spans if pack.spaced or not _is_named_behind(span, names)]
    return [
        *give_roles(text, [_nobody(*span) for span in spans], pack),
        *_other_partners(text, names, cues, pack),
        *give_roles(text, _owned_bodies(text, names, cues, pack), pack),
    ]


def _owned_bodies(text: str, names: Sequence[Mention], cues: Sequence[Mention], pack: LanguagePack) -> list[Mention]:
    """The bodies that only are of a state, with its name: "une société | béninoise |", "el partido gobernante | de Y".

    Refuses what is counted ("40 entreprises françaises"), a building, and a body that a verb parts from the name.
    """
    if pack.order == "sov" or not pack.spaced:
        return []
    if pack.order == "vso" and any("indicator.flights-per-week" in cue.classes for cue in cues):
        return []  # an airline flies for its state
    bodies = [cue for cue in cues if cue.classes == {"noun.institution"}]
    out = []
    for body in bodies:
        behind = next((one for one in names if one.kind == "party" and body.end <= one.start), None)
        if behind is not None and _owns(text[body.end : behind.start], behind, pack, apart=_told(cues, body, behind)):
            out.append(_nobody(body.start, behind.end))
    return out


def _told(cues: Sequence[Mention], body: Mention, owner: Mention) -> bool:
    between = (cue for cue in cues if body.end <= cue.start < owner.start)
    return any(label.startswith("verb.") for cue in between for label in cue.classes)


def _owns(gap: str, owner: Mention, pack: LanguagePack, *, apart: bool) -> bool:
    """Whether a state stands right behind a body as its owner, small words between at most."""
    words = gap.lower().split()
    if apart or has_any(gap, PARTING) or len(words) > _OWNED:
        return False
    if owner.form == "adjective":
        return pack.adjectives == "after" and not words
    return bool(words) and owner.role in ("", "of", "in") and pack.before.get(words[-1]) in ("of", "in")


def _other_partners(text: str, names: Sequence[Mention], cues: Sequence[Mention], pack: LanguagePack) -> list[Mention]:
    """With whom something is done that is no state: an institution, a name that is none of a party's."""
    if pack.order == "sov" or not pack.spaced:
        return []  # what stands with a name there may be but listed: "X Üniversitesi ile Y Üniversitesi"
    there = [_nobody(cue.start, cue.end) for cue in cues if "noun.institution" in cue.classes]
    if pack.capitals and pack.order == "svo" and not pack.inverts:
        known = [*names, *cues]
        for found in _CAPITAL.finditer(text):
            if found.start() and not any(one.start < found.end() and found.start() < one.end for one in known):
                there.append(_nobody(*found.span()))
    there = [one for one in there if not any(one.start < name.end and name.start < one.end for name in names)]
    return [one for one in give_roles(text, there, pack) if one.role == "with"]


def _nobody(start: int, end: int) -> Mention:
    return Mention(kind="party", start=start, end=end, ids=(NOBODY,), form="unnamed", deictic=True)


def tells_of_nobody(roles: Roles) -> bool:
    """Whether a party of what was read is one that the text does not name."""
    return NOBODY in iter_parties(roles)


def _holds_name(span: tuple[int, int], names: Iterable[Mention]) -> bool:
    inside = (one for one in names if span[0] < one.end and one.start < span[1])
    return any(one.kind in _NAMED and one.form != "adjective" for one in inside)


def _is_named_behind(span: tuple[int, int], names: Iterable[Mention]) -> bool:
    """Whether the name of who is meant stands right behind, where words are written together: "其邻国 | 玻利维亚"."""
    return any(one.kind == "party" and one.start == span[1] and one.form != "adjective" for one in names)


def _is_apart(text: str, start: int, pack: LanguagePack) -> bool:
    """Whether words right before say that the one spoken of is among them: "one of | the few countries"."""
    if not pack.spaced:
        return text[:start].endswith(pack.unnamed.apart)
    begin = min((at for at, _ in left_words(text, start, _APART)), default=start)
    said = f" {' '.join(text[begin:start].split())} "
    return any(f" {word} " in said for word in pack.unnamed.apart)


@cache
def _pattern(code: str) -> re.Pattern[str] | None:
    pack = load_language(code)
    words, states = pack.unnamed.words, pack.unnamed.states
    if not words or not states:
        return None
    opening, closing = any_of(words), any_of(states)
    whole = f"{any_of(pack.unnamed.phrases)}|" if pack.unnamed.phrases else ""
    if not pack.spaced:
        return re.compile(rf"{whole}{opening}[^\s，,。；;、：:]{{0,{_LETTERS}}}?{closing}")
    return re.compile(rf"\b(?:{whole}{opening}(?:\s+[^\W_][\w'’-]*){{0,{_BETWEEN}}}?\s+{closing})(?!\w)")


def any_of(words: Iterable[str]) -> str:
    """Any of the words, the longest that fits, as a pattern; those that begin with the same word are tried together."""
    led: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        first, _, rest = word.partition(" ")
        led.setdefault(first, []).append(rest)
    return f"(?:{'|'.join(_led_by(first, rests) for first, rests in led.items())})"


def _led_by(first: str, rests: Sequence[str]) -> str:
    """A first word with any of what may follow it, or with nothing where it may stand alone."""
    more = [rest for rest in rests if rest]
    if not more:
        return _word(first)
    behind = rf"\s+{any_of(more)}"
    return _word(first) + (behind if len(more) == len(rests) else f"(?:{behind})?")


def _word(word: str) -> str:
    """A word as a pattern: a star at its end for any ending."""
    return re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "")
