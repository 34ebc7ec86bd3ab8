"""A sentence as frames see it: its mentions with their roles, its cues by class, its clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from comity.claims.marks import COMMAS, QUESTIONS, SEMICOLONS, SPACED_COMMAS, has_any
from comity.claims.mention import Mention
from comity.claims.sentence import Sentence
from comity.model.when import When
from comity.packs.language import LanguagePack

_CHANGE_REACH = 24
_WALLS = SEMICOLONS + "\n"
_SOFT_WALLS = "，,"
_LIST_COMMA = "、"
_BESIDE = 4
_RIGHT_BEHIND = 3
_OPENED = 24
_COMMA_BLANK = re.compile(rf"[{''.join(SPACED_COMMAS)}] (?=.)")
_LEADS = ("party", "actor", "organization")
_STOPS = SEMICOLONS + ","
_VERB = 30  # letters of a verb that ends a statement
_LAST_WORD = re.compile(r"[^\W\d_]+(?=,)|[^\W\d_]+$")
_ATTRIBUTE = 80
_WORDS = re.compile(r"[^\W\d_]+")
_DESCRIBING = range(3, 26)  # the letters of an adjective between
_QUOTED_STOP = re.compile(r"(?<=[^\W\d_]{4}[.!?])\s(?=[^\W\d_])")
_OWN_KINDS = ("party", "actor", "city", "organization")


def _opened(text: str, place: int) -> bool:
    """Whether a quotation that begins before a place ends behind it."""
    before, behind = text[:place], text[place:]
    curly = before.rfind("“") > before.rfind("”") and "”" in behind
    angled = before.rfind("«") > before.rfind("»") and "»" in behind
    return curly or angled or (before.count('"') % 2 == 1 and '"' in behind)


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

    @property
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

    @cached_property
    def clauses(self) -> list[tuple[int, int]]:
        """The stretches between the walls: semicolons, and the words that begin another statement."""
        walls = [0]
        for index, char in enumerate(self.text):
            soft = char in _SOFT_WALLS and not self.pack.spaced and not self._in_number(index)
            if char in _WALLS or soft:
                walls.append(index + 1)
        walls += [one.start for one in self.cues("mark.clause")]
        walls += [one.start for one in self.cues("verb") if self.text[one.start - 1 : one.start] == "/"]
        if not self.pack.spaced:
            walls += [one.end + 1 for one in self.cues("verb") if self._enumerates(one)]
        walls += self._asked
        walls += list(self._thens)
        if self.pack.order == "vso":
            walls += [one.start for one in self.cues("verb", "fact.not", "fact.request") if self._after_comma(one)]
            walls += [place for place in self._spaced_commas if self._tells_of(place)]
        if self.pack.finites:
            walls += self._listed_behind
            walls += [one.end for one in self.cues("mark.apart")]
            walls += [place for place in self._commas if self._ended(place) or self._taken(place)]
            walls += self._said_apart
        if self.pack.inverts:
            walls += [place for place in self._commas if self._two_statements(place)]
        return list(pairwise([*sorted(set(walls)), len(self.text)]))

    @property
    def _said_apart(self) -> list[int]:
        """Where another sentence begins inside a quotation, which is not cut: “A elçilik açacak. | B de …”."""
        stops = (found for found in _QUOTED_STOP.finditer(self.text) if not self.text[found.end()].islower())
        return [found.end() for found in stops if _opened(self.text, found.start())]

    @cached_property
    def _thens(self) -> dict[int, Mention]:
        """Where a clause begins that tells what else happened on the day right before it, and the day.

        "Relations were established on 4 May 1935, | when the envoy presented his credentials."
        """
        behind = ((cue, one) for cue in self.cues("mark.when") for one in self.dates if one.end <= cue.start)
        return {
            cue.start: one
            for cue, one in behind
            if cue.start - one.end <= _RIGHT_BEHIND and not self.text[one.end : cue.start].strip(" ,")
        }

    def then(self, place: int) -> Mention | None:
        """The day right before the clause that a place stands in, where the clause tells what else happened then."""
        return self._thens.get(self.clause(place)[0]) if self._thens else None

    def _enumerates(self, verb: Mention) -> bool:
        """Whether a mark of lists behind a verb parts two statements: "与甲国建交、| 同年与乙国复交".

        Refuses what goes on without a day and anybody of its own.
        """
        if self.text[verb.end : verb.end + 1] != _LIST_COMMA:
            return False
        marks = (at for at in range(verb.end + 1, len(self.text)) if self.text[at] in _STOPS + _SOFT_WALLS)
        stop = next(marks, len(self.text))
        behind = [one for one in self.mentions if verb.end < one.start < stop]
        verbs = [one for one in behind if one.kind == "cue" and any(label.startswith("verb.") for label in one.classes)]
        return bool(verbs) and any(one.kind in _OWN_KINDS for one in behind if one.start < verbs[0].start)

    def _in_number(self, place: int) -> bool:
        """Whether a comma parts the thousands of a number: "1億9,800萬"."""
        return self.text[place - 1 : place].isdecimal() and self.text[place + 1 : place + 2].isdecimal()

    @cached_property
    def _asked(self) -> list[int]:
        """Where a question whether something is there ends and its answer begins: "Has A an embassy in B? | No, …"."""
        marks = [index + 1 for index, char in enumerate(self.text[:-1]) if char in QUESTIONS]
        return [end for end in marks if any(one.end < end for one in self.cues("verb.have"))]

    def answered_no(self, place: int) -> bool:
        """Whether a place stands in such a question, and "no" begins its answer."""
        end = next((end for end in self._asked if place < end), None)
        return end is not None and any(0 <= one.start - end <= _BESIDE for one in self.cues("fact.not"))

    def _after_comma(self, verb: Mention) -> bool:
        """Whether a comma stands right before a verb: where verbs come first, it begins another statement."""
        before = self.text[: verb.start].rstrip()
        return before.endswith(SPACED_COMMAS) or before[:-1].rstrip().endswith(SPACED_COMMAS)

    @property
    def _spaced_commas(self) -> list[int]:
        """Where a word stands behind a comma of a script that puts a blank behind it."""
        return [found.end() for found in _COMMA_BLANK.finditer(self.text)]

    def _tells_of(self, place: int) -> bool:
        """Whether a clause of its own begins here with whom it tells of: "…، | والجزائر عضو في", "…، | وقد طلبت".

        Somebody right before a verb or a role; or light words right before a verb.
        """
        told = self.cues("verb", "role", "fact.not", "fact.request")
        told = [one for one in told if not one.classes & {"deixis.occasion", "noun.visit"}]
        low = place + (self.text[place] in self.pack.glued_joiners)
        lead = next((one for one in self.mentions if one.start in (place, low) and one.kind in _LEADS), None)
        start = lead.end if lead is not None else place
        near = [one for one in told if start < one.start <= start + _OPENED]
        words = self.text[start : near[0].start].split() if near else []
        light = all(word in self.pack.light for word in words)
        return bool(near) and light and (lead is not None or bool(words))

    @property
    def _commas(self) -> list[int]:
        """Where something begins behind a comma."""
        return [index + 1 for index, char in enumerate(self.text) if char == ","]

    def _ended(self, place: int) -> bool:
        """Whether a verb that ends a statement stands before a comma: "1993'te açıldı, | 2009'da taşındı".

        Refuses a comma behind which nobody and no place is named: what follows goes on with the same.
        """
        if not self._is_over(place):
            return False
        stop = next((index for index in range(place, len(self.text)) if self.text[index] in _STOPS), len(self.text))
        own = [one for one in self.mentions if one.kind in _OWN_KINDS or "noun.nth" in one.classes]
        return any(place <= one.start < stop for one in own)

    @property
    def _listed_behind(self) -> list[int]:
        """Where a colon behind a standing role opens who joined when: "ikisi de üye: | A 1999'da, B 2015'te girdi"."""
        joined = [one.start for one in self.cues("verb.join", "verb.leave")]
        colons = [one.end + 1 for one in self.cues("verb.hold") if self.text[one.end : one.end + 2] == ": "]
        return [place for place in colons if any(start > place for start in joined)]

    def _taken(self, place: int) -> bool:
        """Whether an object ends right before a comma and who does something begins behind it: "A B'yi, | C D'yi"."""
        parties = [one for one in self.mentions if one.kind == "party" and one.form != "adjective"]
        before = next((one for one in reversed(parties) if one.end < place), None)
        behind = next((one for one in parties if one.start == place + 1), None)
        if (
            before is None
            or behind is None
            or before.role != "object"
            or behind.role
            or (behind.group == before.group >= 0 and behind.ids != before.ids)
        ):
            return False
        return before.start > 0 and " " not in self.text[before.end : place]

    def _is_over(self, place: int) -> bool:
        """Whether a verb that ends a statement stands before the comma before a place, one known to us or any."""
        if any(self.ends_statement(one) for one in self.cues("verb", "fact") if one.end == place - 1):
            return True
        word = _LAST_WORD.search(self.text, max(0, place - _VERB), place - 1)
        said = word.group().lower() if word is not None and self.pack.finites else ""
        return bool(said) and (said in self.pack.finals or said.endswith(self.pack.final_endings))

    def over_between(self, start: int, end: int) -> bool:
        """Whether a statement ends between two places, where verbs come last: "applied in March, | got it in June"."""
        nouns = {one.end for one in self.mentions if any(label.startswith("noun.") for label in one.classes)}
        commas = (place for place in self._commas if start < place <= end and place - 1 not in nouns)
        return bool(self.pack.finites) and any(self._is_over(place) for place in commas)

    def ends_statement(self, verb: Mention) -> bool:
        """Whether a verb is finite and a comma follows, where verbs come last: what is told with it is over."""
        told = self.text[verb.start : verb.end].lower().endswith(self.pack.finites)
        return bool(self.pack.finites) and told and self.text[verb.end : verb.end + 1] == ","

    def _two_statements(self, place: int) -> bool:
        """Whether a comma divides two main clauses, each with its verb second: "…, und 1964 | wurden sie …"."""
        first = [one for one in self.mentions if one.start >= place and one.kind in ("date", "party", "city", "actor")]
        lead = first[0] if first else None
        words = self.text[place : lead.start].lower().split() if lead is not None else []
        small = self.pack.joiners | self.pack.skip
        if lead is None or any(word not in small and word not in self.pack.before for word in words):
            return False
        told = self.cues("verb", "fact.resident", "fact.plan", "fact.present")
        if any(one.form == "one" and one.start < place <= one.end for one in self.mentions):
            return False  # "…, | der in | Oulu wurde …": the comma opens what it is said of
        second = any(one.start - lead.end > 0 and self._light(lead.end, one.start) for one in told)
        return second and any(one.end <= place for one in self.cues("verb"))

    def _light(self, start: int, end: int) -> bool:
        """Whether only light words stand between a name and its verb: "Belgrad | seinerseits | erkennt"."""
        return all(word in self.pack.light for word in self.text[start:end].lower().split())

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

    def compared(self, one: Mention) -> bool:
        """Whether a date is only held against: "than in 2010", "on the year before", "2023 жылмен салыстырғанда"."""
        if any(cue.start < one.end and one.start < cue.end for cue in self.cues("mark.compare")):
            return True
        if one.date is not None and one.date.kind == "relative" and self._behind_percent(one):
            return True
        behind = self.pack.order == "sov" and any(
            0 <= cue.start - one.end <= _BESIDE for cue in self.cues("mark.compare")
        )
        return behind or self.near_cue(one, "mark.compare") or self.rival(one) is not None

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
        nots = [cue for cue in self.cues("fact.not") if has_any(self.text[cue.end : cue.end + 2].lstrip()[:1], COMMAS)]
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
