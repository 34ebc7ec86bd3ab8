"""A sentence as frames see it: its mentions with their roles, its cues by class, its clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from comity.claims.sentences.marks import COMMAS, SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.sentence import Sentence
from comity.claims.sentences.walls import clauses_of
from comity.model.when import When
from comity.packs.language import LanguagePack

_CHANGE_REACH = 24
_BESIDE = 4
_RIGHT_BEHIND = 3
_STOPS = SEMICOLONS + ","
_ATTRIBUTE = 80
_WORDS = re.compile(r"[^\W\d_]+")
_DESCRIBING = range(3, 26)  # the letters of an adjective between


@dataclass(frozen=True, kw_only=True)
class Chart:
    """One sentence's mentions, in order, and what can be asked of them.

    >>> chart.cues("verb.open")            # doctest: +SKIP
    [Mention(kind='cue', …)]
    """

    sentence: Sentence
    pack: LanguagePack = field(repr=False)
    mentions: tuple[Mention, ...]
    published: When | None = None

    @cached_property
    def text(self) -> str:
        """The sentence's plain text."""
        return self.sentence.text

    def cues(self, *labels: str) -> list[Mention]:
        """The cues of any of these classes (``verb.open``) or groups (``mission``), in order."""
        known = self._by_label
        if len(labels) == 1:
            return list(known.get(labels[0], ()))
        wanted = [label for label in labels if label in known]
        if len(wanted) == 1:
            return list(known[wanted[0]])
        found = {id(one): one for label in wanted for one in known[label]}
        return [one for one in self.mentions if id(one) in found] if found else []

    @cached_property
    def _by_label(self) -> dict[str, list[Mention]]:
        """The cues of each class and group that stands in the sentence."""
        out: dict[str, list[Mention]] = {}
        for one in self.mentions:
            if one.kind == "cue":
                for label in one.classes | {label.partition(".")[0] for label in one.classes}:
                    out.setdefault(label, []).append(one)
        return out

    def has(self, *labels: str) -> bool:
        """Whether a cue of one of these classes or groups stands in the sentence."""
        return bool(self._labels & set(labels))

    @cached_property
    def _labels(self) -> frozenset[str]:
        labels = {label for one in self.mentions for label in one.classes}
        return frozenset(labels | {label.partition(".")[0] for label in labels})

    def kind(self, *kinds: str) -> list[Mention]:
        """The mentions of these kinds, in order."""
        return [one for one in self.mentions if one.kind in kinds]

    @cached_property
    def parties(self) -> list[Mention]:
        """The names of parties and the words that stand for them, those inside an actor's title left out."""
        inner = [(one.start, one.end) for one in self.mentions if one.kind == "actor"]
        return [
            one
            for one in self.mentions
            if one.kind == "party" and one.ids and not any(s <= one.start and one.end <= e for s, e in inner)
        ]

    @cached_property
    def actors(self) -> list[Mention]:
        """The people in office or at a post."""
        return self.kind("actor")

    @cached_property
    def dates(self) -> list[Mention]:
        """The dates, in order."""
        return [one for one in self.mentions if one.kind == "date"]

    def day_behind(self, place: int, reach: int) -> Mention | None:
        """The first date that begins at a place or within so many letters behind it: "founded | in 1991"."""
        return next((one for one in self.dates if 0 <= one.start - place <= reach), None)

    @cached_property
    def clauses(self) -> list[tuple[int, int]]:
        """The statements of the sentence: the stretches between what parts one from the next."""
        return clauses_of(self)

    @cached_property
    def thens(self) -> dict[int, Mention]:
        """Where a clause begins that tells what else happened on the day right before it, and the day.

        "Relations were established on 4 May 1935, | when the envoy presented his credentials."
        """
        behind = ((cue, one) for cue in self.cues("mark.when") for one in self.dates if one.end <= cue.start)
        return {
            cue.start: one
            for cue, one in behind
            if cue.start - one.end <= _RIGHT_BEHIND and not self.text[one.end : cue.start].strip(" ,")
            if not self.pack.inverts or "," in self.text[one.end : cue.start]  # "saß 2020 | als Mitglied im Rat"
        }

    def then(self, place: int) -> Mention | None:
        """The day right before the clause that a place stands in, where the clause tells what else happened then."""
        return self.thens.get(self.clause(place)[0]) if self.thens else None

    def clause(self, place: int) -> tuple[int, int]:
        """The clause that a place stands in."""
        for start, end in self.clauses:
            if start <= place < end:
                return start, end
        return 0, len(self.text)

    def within(self, mentions: Iterable[Mention], start: int, end: int) -> list[Mention]:
        """Those of the mentions that begin in a stretch."""
        return [one for one in mentions if start <= one.start < end]

    def nearest(self, anchor: Mention, mentions: Iterable[Mention], limit: int = 400) -> Mention | None:
        """The mention closest to the anchor, one in its own clause before any other; None beyond ``limit``."""
        clause = self.clause(anchor.start)
        best: tuple[int, Mention] | None = None
        for one in mentions:
            if one is anchor:
                continue
            cost = one.distance(anchor) + (0 if clause[0] <= one.start < clause[1] else 200)
            if cost <= limit and (best is None or cost < best[0]):
                best = (cost, one)
        return best[1] if best else None

    def near_cue(self, one: Mention, label: str, reach: int = 4) -> bool:
        """Whether a cue of this class stands right before a mention."""
        return any(0 <= one.start - cue.end <= reach for cue in self.cues(label))

    def is_plural(self, one: Mention) -> bool:
        """Whether a mention's word ends as plurals do; never where the language's pack tells no such endings."""
        return self.text[one.start : one.end].lower().endswith(self.pack.plurals)

    def compared(self, one: Mention) -> bool:
        """Whether a date is only held against: "than in 2010", "on the year before", "2023 жылмен салыстырғанда"."""
        if any(cue.start < one.end and one.start < cue.end for cue in self.cues("mark.compare")):
            return True
        if one.date is not None and one.date.kind == "relative" and self._behind_percent(one):
            return True
        behind = self.pack.order == "sov" and any(
            0 <= cue.start - one.end <= _BESIDE for cue in self.cues("mark.compare")
        )
        behind = behind or self._held_against(one)
        return behind or self.near_cue(one, "mark.compare") or self.rival(one) is not None

    def _held_against(self, one: Mention) -> bool:
        """Whether a longer word for comparing closes what a figure is held against: "同2016年 | 相比"."""
        words = [cue for cue in self.cues("mark.compare") if cue.start == one.end and cue.end - cue.start > 1]
        return not self.pack.spaced and bool(words) and not any(it.start == words[0].end for it in self.dates)

    def rival(self, one: Mention) -> Mention | None:
        """The amount right before a date that is only held against: "against 51 million | a year before"."""
        near = (number for number in self.kind("quantity") if 0 <= one.start - number.end <= _BESIDE)
        held = (number for number in near if self.near_cue(number, "mark.compare"))
        return next((number for number in held if not has_any(self.text[number.end : one.start], _STOPS)), None)

    def _behind_percent(self, one: Mention) -> bool:
        """Whether a change stands right before it, with nothing that parts them: "12 % више него претходне године"."""
        changes = [
            number
            for number in self.kind("quantity")
            if number.quantity is not None and number.quantity.unit == "percent" and number.end <= one.start
        ]
        gap = self.text[changes[-1].end : one.start] if changes else ""
        return bool(changes) and len(gap) <= _CHANGE_REACH and not has_any(gap, _STOPS)

    @cached_property
    def contrasted(self) -> dict[int, int]:
        """What a "not" right behind it denies for another to stand, by the cue's place: "1992'de değil, 2004'te"."""
        if self.pack.order != "sov":
            return {}
        told = [one for one in self.mentions if one.kind in ("date", "city", "party")]
        beside = {one.start - 1 for one in told}  # "Brüksel'e | değil | Belgrad'a"
        nots = self.cues("fact.not")
        nots = [
            cue for cue in nots if cue.end in beside or has_any(self.text[cue.end : cue.end + 2].strip()[:1], COMMAS)
        ]
        pairs = [(cue, one) for cue in nots for one in told if self.text[one.end : cue.start].isspace()]
        kinds = {cue.start: one.kind for cue, one in pairs}
        later = {start for start, kind in kinds.items() if any(o.kind == kind and o.start > start for o in told)}
        return {cue.start: one.start for cue, one in pairs if cue.start in later}

    def group_of(self, one: Mention) -> list[Mention]:
        """The list that a mention stands in, itself included."""
        if one.group < 0:
            return [one]
        bodies = ("party", "organization")
        return [
            other
            for other in self.mentions
            if other.group == one.group and (other.kind == one.kind or (other.kind in bodies and one.kind in bodies))
        ]

    @cached_property
    def attributes(self) -> list[tuple[int, int]]:
        """The stretches from an article to a participle before its noun: "nachdem | die 1976 eröffnete | Botschaft"."""
        endings = self.pack.attributives
        verbs = self.cues("verb") if endings else []
        spans = [(self._article(one.start), one.end) for one in verbs if self._before_noun(one, endings)]
        return [(start, end) for start, end in spans if start >= 0]

    def _before_noun(self, verb: Mention, endings: tuple[str, ...]) -> bool:
        """Whether a participle stands before its noun, other adjectives between or none."""
        if not self.text[verb.start : verb.end].lower().endswith(endings):
            return False
        word = _WORDS.match(self.text, verb.end + 1) if self.text.startswith(" ", verb.end) else None
        if word is None or word.group()[0].isupper():
            return word is not None
        between = len(word.group()) in _DESCRIBING and word.group().endswith(self.pack.describing)
        return (
            between and self.text.startswith(" ", word.end()) and self.text[word.end() + 1 : word.end() + 2].isupper()
        )

    def _article(self, place: int) -> int:
        """Where the article stands before a place, names, dates and words that are no verb between; -1 for none."""
        for word in reversed(list(_WORDS.finditer(self.text, max(0, place - _ATTRIBUTE), place))):
            if has_any(self.text[word.end() : place], COMMAS + SEMICOLONS):
                return -1
            if word.group().lower() in self.pack.genders and word.group().lower() not in self.pack.before:
                behind = _WORDS.match(self.text, word.end() + 1)
                free = behind is None or behind.group().lower() in (*self.pack.before, *self.pack.light)
                return word.start() if free and behind is not word else -1
        return -1

    def attribute(self, place: int) -> tuple[int, int] | None:
        """The participle before its noun, with what belongs to it, that a place stands in."""
        return next((span for span in self.attributes if span[0] <= place < span[1]), None)

    @cached_property
    def asides(self) -> list[tuple[int, int]]:
        """The stretches in round brackets, marks included: what stands in one is said of what stands before it."""
        out: list[tuple[int, int]] = []
        opened = -1
        for index, char in enumerate(self.text):
            if char in "(（":
                opened = index
            elif char in ")）" and opened >= 0:
                out.append((opened, index + 1))
                opened = -1
        return out

    def aside(self, place: int) -> tuple[int, int] | None:
        """The bracket that a place stands in."""
        return next((span for span in self.asides if span[0] <= place < span[1]), None)

    def between(self, left: Mention, right: Mention) -> str:
        """The text between two mentions."""
        return self.text[left.end : right.start] if left.end <= right.start else self.text[right.end : left.start]


def party_ids(one: Mention) -> tuple[str, ...]:
    """The parties a mention stands for: its own, an actor's, the country of a capital that acts for it."""
    if one.kind in ("party", "actor", "organization"):
        return one.ids
    return (one.country,) if one.kind == "city" and one.country else ()
