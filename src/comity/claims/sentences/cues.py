"""Cue phrases of one language, found in one pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from daachorse import CharwiseDoubleArrayAhoCorasick

from comity.claims.sentences.brackets import PARTED, Bracket, Brackets
from comity.claims.sentences.sight import Sight
from comity.packs.language import LanguagePack, load_language

# Cues of these groups count only where they stand for themselves: "大使馆" holds no ambassador.
_HEADS = ("mark.heading_", "mark.column_")
_LEVELS = frozenset({"noun.strategic", "noun.comprehensive_strategic"})  # "asociación estratégica": no association
_OUTER_ONLY = frozenset(
    {"deixis", "mark", "office", "title", "post", "mission", "body", "agreement", "landmark", "award"}
)

_VOID = "mark.void"  # words that hold a cue and mean something else
_SHORTEST_LED = 3  # letters of a phrase that may stand behind an article: "الله" is no "له"

Row = tuple[str, bool, bool]  # a class, whether its phrase is open before, whether behind


@dataclass(frozen=True, slots=True)
class CueHit:
    """A cue phrase at ``text[start:end]`` and every class it stands for."""

    start: int
    end: int
    classes: frozenset[str]


_GUARDED = frozenset({"verb.turn", "verb.replace"})  # read of states alone that can have followed one another
_RELATIONS = frozenset({"noun.relations", "noun.bare_relations"})  # what a partnership or twinning hides inside it


class _Narrow(NamedTuple):
    """The phrases of some classes alone: their automaton, their rows, the classes and groups asked for of each."""

    automaton: CharwiseDoubleArrayAhoCorasick
    rows: list[list[Row]]
    labels: list[frozenset[str]]


def _group(label: str) -> str:
    return label.partition(".")[0]


class CueIndex:
    """All cue phrases of a language behind one automaton."""

    def __init__(self, pack: LanguagePack) -> None:
        self._sight = Sight(pack)
        self._proclitics = pack.proclitics
        table: dict[str, list[Row]] = {}
        parted: list[tuple[str, str, bool]] = []
        for label, phrases in pack.cues.items():
            for phrase, open_start, open_end in (*phrases, *_perfect(pack, label, phrases)):
                folded = self._sight.fold(phrase)
                if PARTED in phrase:
                    parted.append((folded, label, open_end))
                else:
                    table.setdefault(folded, []).append((label, open_start, open_end))
        leading = pack.order == "vso"
        self._brackets = Brackets(parted, pack.joiners, closing=pack.inverts, leading=leading, glued=pack.glued_joiners)
        self._forms = sorted(table)
        self._rows = [table[form] for form in self._forms]
        self._said = [[row for row in rows if not row[0].startswith(_HEADS)] for rows in self._rows]
        self._narrow: dict[frozenset[str], _Narrow] = {}
        self._automaton = CharwiseDoubleArrayAhoCorasick(self._forms) if self._forms else None

    def find_cues(self, text: str, taken: Sequence[tuple[int, int]] = (), *, prose: bool = False) -> list[CueHit]:
        """The cues of a text, leftmost and longest, in order, none overlapping another.

        ``taken`` are stretches of names and dates: a cue that shares letters with one as long as itself is none.
        ``prose``: the text is no heading and no column's head, so what only those say is not looked for.
        """
        if self._automaton is None:
            return []
        folded, places = self._sight.see(text)
        taken = [places.shown(low, high) for low, high in taken]
        found: list[CueHit] = []
        for start, end, number in self._automaton.find_overlapping(folded):
            hit = self._bounded(folded, start, end, number, self._said if prose else self._rows)
            if hit is not None and not any(
                hit.start < high and low < hit.end and high - low >= hit.end - hit.start for low, high in taken
            ):
                found.append(hit)
        hits = _bracketed(_select(found), self._brackets.find(folded))
        return [CueHit(*places.source(hit.start, hit.end), hit.classes) for hit in hits] if places.moved else hits

    def find_heads(self, text: str, wanted: frozenset[str]) -> list[tuple[int, frozenset[str]]]:
        """Where cues of these classes or groups begin, overlapping or not, each with those of them it stands for.

        None that `find_cues` finds is missing; some that it would refuse are there.
        """
        if self._automaton is None:
            return []
        automaton, rows, kept = self._narrowed(wanted)
        folded, places = self._sight.see(text)
        return [
            (places.source(start, end)[0], kept[number])
            for start, end, number in automaton.find_overlapping(folded)
            if self._bounded(folded, start, end, number, rows) is not None
        ]

    def _narrowed(self, wanted: frozenset[str]) -> _Narrow:
        """The automaton of the forms that some of these classes have, and their rows; built once."""
        if wanted not in self._narrow:
            table = dict(zip(self._forms, self._said, strict=True))
            for first, labels in self._brackets.firsts.items():
                table[first] = [*table.get(first, ()), *((label, False, False) for label in sorted(labels))]
            kept = [
                (form, [row for row in rows if row[0] in wanted or _group(row[0]) in wanted])
                for form, rows in sorted(table.items())
            ]
            kept = [(form, rows) for form, rows in kept if rows] or [("\0", [])]
            said = [frozenset(name for row in rows for name in (row[0], _group(row[0]))) & wanted for _, rows in kept]
            automaton = CharwiseDoubleArrayAhoCorasick([form for form, _ in kept])
            self._narrow[wanted] = _Narrow(automaton, [rows for _, rows in kept], said)
        return self._narrow[wanted]

    def _bounded(self, text: str, start: int, end: int, number: int, rows: Sequence[Sequence[Row]]) -> CueHit | None:
        at_start = self._starts(text, start, end)
        at_end = not (end < len(text) and _joins(text[end - 1], text[end]))
        reach = end
        classes: set[str] = set()
        for label, open_start, open_end in rows[number]:
            if (at_start or open_start) and (at_end or open_end):
                classes.add(label)
                if open_end and not at_end:
                    reach = _word_end(text, end)
        return CueHit(start, reach, frozenset(classes)) if classes else None

    def _starts(self, text: str, start: int, end: int) -> bool:
        if start == 0 or not _joins(text[start - 1], text[start]):
            return True
        for proclitic in self._proclitics:
            if len(proclitic) > 1 and end - start < _SHORTEST_LED:
                continue
            before = start - len(proclitic)
            if text.startswith(proclitic, before) and (before == 0 or not text[before - 1].isalnum()):
                return True
        return False


def _perfect(pack: LanguagePack, label: str, phrases: Sequence[tuple[str, bool, bool]]) -> list[tuple[str, bool, bool]]:
    """The forms of a class of verbs that tell of a deed done, where a language writes the sign for it onto the verb.

    "访问" is said "访问 | 了". Refuses a sign that is a verb itself (有), and verbs of one character.
    """
    held = {form for form, _, _ in pack.cues.get("verb.have", ())}
    signs = [one for one in sorted(pack.perfects) if one not in held]
    if pack.spaced or _group(label) != "verb":
        return []
    bare = [form for form, _, _ in phrases if len(form) > 1 and form[-1] not in pack.perfects and PARTED not in form]
    return [(form + sign, False, False) for form in bare for sign in signs]


def _word_end(text: str, end: int) -> int:
    while end < len(text) and text[end].isalpha() and not is_wide(text[end]):
        end += 1
    return end


def is_wide(char: str) -> bool:
    """Whether a character belongs to a script that is written without spaces."""
    return "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or char >= "\U00020000"


def _joins(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum() and not is_wide(left) and not is_wide(right)


def _select(found: list[CueHit]) -> list[CueHit]:
    """Leftmost-longest; a shorter cue inside adds its classes of other groups ("official visit" is a visit, too).

    None is inside words that mean something else as a whole: "sans cesse" ends nothing.
    """
    found.sort(key=lambda hit: (hit.start, -hit.end))
    out: list[CueHit] = []
    for hit in found:
        if not out or hit.start >= out[-1].end:
            out.append(hit)
            continue
        last = out[-1]
        if (hit.start, hit.end) == (last.start, last.end):
            out[-1] = CueHit(last.start, last.end, last.classes | hit.classes)
        elif hit.end <= last.end and _VOID not in last.classes and not _in_a_pronoun(hit, last):
            groups = {label.partition(".")[0] for label in last.classes - _GUARDED} - {"noun"}
            fresh = {label for label in hit.classes if label.partition(".")[0] not in groups | _OUTER_ONLY}
            fresh -= {"noun.partnership", *(("noun.institution",) if last.classes & _LEVELS else ())}
            if "noun.partnership" in last.classes:
                fresh -= _RELATIONS
            if fresh:
                out[-1] = CueHit(last.start, last.end, last.classes | fresh)
    return out


def _in_a_pronoun(hit: CueHit, whole: CueHit) -> bool:
    """Whether a cue of one letter stands in a word for somebody told of before: "其前 | 任" serves nowhere."""
    return hit.end - hit.start == 1 and any(label.startswith("deixis.") for label in whole.classes)


def _bracketed(hits: list[CueHit], brackets: Sequence[Bracket]) -> list[CueHit]:
    """The cues with those said in two parts, whose parts mean nothing else by themselves: "brach … ein" breaks nothing.

    What begins before a part and holds it keeps its meaning: "diplomatische Beziehungen auf".
    """
    if not brackets:
        return hits
    parts = [(one.start, one.end) for one in brackets] + [(one.last_start, one.last_end + 1) for one in brackets]
    kept = [hit for hit in hits if not any(start <= hit.start and hit.end <= end for start, end in parts)]
    kept = [_without_closing(hit, brackets) for hit in kept]
    return sorted([*kept, *(CueHit(one.start, one.end, one.classes) for one in brackets)], key=lambda hit: hit.start)


def _without_closing(hit: CueHit, brackets: Sequence[Bracket]) -> CueHit:
    """The cue without the verb that its last word makes, where that closes another: "| kündigte | … auf"."""
    closed = [one for one in brackets if hit.start < one.last_start and hit.end == one.last_end and one.end < hit.start]
    if not closed or any(hit.classes & one.classes for one in closed):
        return hit
    kept = frozenset(label for label in hit.classes if not label.startswith("verb."))
    return CueHit(hit.start, hit.end, kept) if kept else hit


@cache
def load_cues(language: str) -> CueIndex:
    """The cue index of a language, built once a process."""
    return CueIndex(load_language(language))
