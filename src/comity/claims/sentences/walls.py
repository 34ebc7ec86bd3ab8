"""Where one statement of a sentence ends and the next begins: semicolons, verbs that end one, words that open one."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from comity.claims.sentences.marks import QUESTIONS, SEMICOLONS, SPACED_COMMAS
from comity.claims.sentences.mention import Mention

if TYPE_CHECKING:
    from comity.claims.sentences.chart import Chart

_WALLS = SEMICOLONS + "\n"
_SOFT_WALLS = "，,"
_LIST_COMMA = "、"
_OPENED = 24
_COMMA_BLANK = re.compile(rf"[{''.join(SPACED_COMMAS)}] (?=.)")
_LEADS = ("party", "actor", "organization")
_VERB = 30  # letters of a verb that ends a statement
_LAST_WORD = re.compile(r"[^\W\d_]+(?=,)|[^\W\d_]+$")
_QUOTED_STOP = re.compile(r"(?<=[^\W\d_]{4}[.!?])\s(?=[^\W\d_])")
_OWN_KINDS = ("party", "actor", "city", "organization")
_STOPS = SEMICOLONS + ","
_BESIDE = 4
_RIGHT_BEHIND = 1
_WORD = re.compile(r"[^\W\d_]+")


def clauses_of(chart: Chart) -> list[tuple[int, int]]:
    """The stretches between the walls: semicolons, and the words that begin another statement."""
    walls = [0]
    for index, char in enumerate(chart.text):
        soft = char in _SOFT_WALLS and not chart.pack.spaced and not _in_number(chart, index)
        if char in _WALLS or soft:
            walls.append(index + 1)
    walls += [one.start for one in chart.cues("mark.clause") if not _shares_verb(chart, one)]
    walls += [one.start for one in chart.cues("verb") if chart.text[one.start - 1 : one.start] == "/"]
    if not chart.pack.spaced:
        walls += [one.end + 1 for one in chart.cues("verb") if _enumerates(chart, one)]
    walls += _asked(chart)
    walls += list(chart.thens)
    if chart.pack.order == "vso":
        walls += [one.start for one in chart.cues("verb", "fact.not", "fact.request") if _after_comma(chart, one)]
        walls += [place for place in _spaced_commas(chart) if _tells_of(chart, place)]
    if chart.pack.finites:
        walls += _listed_behind(chart)
        walls += [one.end for one in chart.cues("mark.apart")]
        walls += [place for place in _commas(chart) if _ended(chart, place) or _taken(chart, place)]
        walls += _said_apart(chart)
    if chart.pack.inverts:
        walls += [place for place in _commas(chart) if _second(chart, place) or _of_many(chart, place)]
        walls += [place for place in _joiners(chart) if _coupled(chart, place)]
    return list(pairwise([*sorted(set(walls)), len(chart.text)]))


def _shares_verb(chart: Chart, contrast: Mention) -> bool:
    """Whether one verb behind both sides is told of each: "A's in 2007, | ал | B's in 2006 ашылды".

    The first side has ended with a day or a place, and no verb.
    """
    comma = contrast.start - 2
    if not chart.pack.finites or chart.text[comma : contrast.start] != ", ":
        return False
    verbs = [one for one in chart.cues("verb") if one.end <= comma]
    return not verbs and any(one.end == comma for one in chart.kind("date", "city", "party"))


def answered_no(chart: Chart, place: int) -> bool:
    """Whether a place stands in such a question, and "no" begins its answer."""
    end = next((index + 1 for index, char in enumerate(chart.text) if char in QUESTIONS and place <= index), None)
    return end is not None and any(0 <= one.start - end <= _BESIDE for one in chart.cues("fact.not"))


def _said_apart(chart: Chart) -> list[int]:
    """Where another sentence begins inside a quotation, which is not cut: “A elçilik açacak. | B de …”."""
    stops = (found for found in _QUOTED_STOP.finditer(chart.text) if not chart.text[found.end()].islower())
    return [found.end() for found in stops if _opened(chart.text, found.start())]


def _enumerates(chart: Chart, verb: Mention) -> bool:
    """Whether a mark of lists behind a verb parts two statements: "与甲国建交、| 同年与乙国复交".

    Refuses what goes on without a day and anybody of its own.
    """
    if chart.text[verb.end : verb.end + 1] != _LIST_COMMA:
        return False
    marks = (at for at in range(verb.end + 1, len(chart.text)) if chart.text[at] in _STOPS + _SOFT_WALLS)
    stop = next(marks, len(chart.text))
    behind = [one for one in chart.mentions if verb.end < one.start < stop]
    verbs = [one for one in behind if one.kind == "cue" and any(label.startswith("verb.") for label in one.classes)]
    return bool(verbs) and any(one.kind in _OWN_KINDS for one in behind if one.start < verbs[0].start)


def _in_number(chart: Chart, place: int) -> bool:
    """Whether a comma parts the thousands of a number: "1億9,800萬"."""
    return chart.text[place - 1 : place].isdecimal() and chart.text[place + 1 : place + 2].isdecimal()


def _asked(chart: Chart) -> list[int]:
    """Where a question whether something is there ends and its answer begins: "Has A an embassy in B? | No, …"."""
    marks = [index + 1 for index, char in enumerate(chart.text[:-1]) if char in QUESTIONS]
    return [end for end in marks if any(one.end < end for one in chart.cues("verb.have"))]


def _after_comma(chart: Chart, verb: Mention) -> bool:
    """Whether a comma stands right before a verb: where verbs come first, it begins another statement."""
    before = chart.text[: verb.start].rstrip()
    return before.endswith(SPACED_COMMAS) or before[:-1].rstrip().endswith(SPACED_COMMAS)


def _spaced_commas(chart: Chart) -> list[int]:
    """Where a word stands behind a comma of a script that puts a blank behind it."""
    return [found.end() for found in _COMMA_BLANK.finditer(chart.text)]


def _tells_of(chart: Chart, place: int) -> bool:
    """Whether a clause of its own begins here with whom it tells of: "…، | والجزائر عضو في", "…، | وقد طلبت".

    Somebody right before a verb or a role; light words or a day right before a verb: "…، | وفي 25 أبريل 2018 أعلنت".
    """
    told = chart.cues("verb", "role", "fact.not", "fact.request")
    told = [one for one in told if not one.classes & {"deixis.occasion", "noun.visit"}]
    low = place + (chart.text[place] in chart.pack.glued_joiners)
    lead = next((one for one in chart.mentions if one.start in (place, low) and one.kind in _LEADS), None)
    day = next((one for one in chart.mentions if one.kind == "date" and one.start in (place, low)), None)
    if day is not None and any(0 < one.start - day.end <= _RIGHT_BEHIND for one in chart.cues("verb")):
        return True
    start = lead.end if lead is not None else place
    near = [one for one in told if start < one.start <= start + _OPENED]
    words = chart.text[start : near[0].start].split() if near else []
    light = all(word in chart.pack.light for word in words)
    return bool(near) and light and (lead is not None or bool(words))


def _commas(chart: Chart) -> list[int]:
    """Where something begins behind a comma."""
    return [index + 1 for index, char in enumerate(chart.text) if char == ","]


def _ended(chart: Chart, place: int) -> bool:
    """Whether a verb that ends a statement stands before a comma: "1993'te açıldı, | 2009'da taşındı".

    Refuses a comma behind which nobody and no place is named: what follows goes on with the same.
    """
    if not _is_over(chart, place):
        return False
    stop = next((index for index in range(place, len(chart.text)) if chart.text[index] in _STOPS), len(chart.text))
    own = [one for one in chart.mentions if one.kind in _OWN_KINDS or "noun.nth" in one.classes]
    return any(place <= one.start < stop for one in own)


def _listed_behind(chart: Chart) -> list[int]:
    """Where a colon behind a standing role opens who joined when: "ikisi de üye: | A 1999'da, B 2015'te girdi"."""
    joined = [one.start for one in chart.cues("verb.join", "verb.leave")]
    colons = [one.end + 1 for one in chart.cues("verb.hold") if chart.text[one.end : one.end + 2] == ": "]
    return [place for place in colons if any(start > place for start in joined)]


def _taken(chart: Chart, place: int) -> bool:
    """Whether an object ends right before a comma and who does something begins behind it: "A B'yi, | C D'yi"."""
    parties = [one for one in chart.mentions if one.kind == "party" and one.form != "adjective"]
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
    return before.start > 0 and " " not in chart.text[before.end : place]


def _is_over(chart: Chart, place: int) -> bool:
    """Whether a verb that ends a statement stands before the comma before a place, one known to us or any."""
    if any(ends_statement(chart, one) for one in chart.cues("verb", "fact") if one.end == place - 1):
        return True
    word = _LAST_WORD.search(chart.text, max(0, place - _VERB), place - 1)
    said = word.group().lower() if word is not None and chart.pack.finites else ""
    return bool(said) and (said in chart.pack.finals or said.endswith(chart.pack.final_endings))


def over_between(chart: Chart, start: int, end: int) -> bool:
    """Whether a statement ends between two places, where verbs come last: "applied in March, | got it in June"."""
    nouns = {one.end for one in chart.mentions if any(label.startswith("noun.") for label in one.classes)}
    commas = (place for place in _commas(chart) if start < place <= end and place - 1 not in nouns)
    return bool(chart.pack.finites) and any(_is_over(chart, place) for place in commas)


def ends_statement(chart: Chart, verb: Mention) -> bool:
    """Whether a verb is finite and a comma follows, where verbs come last: what is told with it is over."""
    told = chart.text[verb.start : verb.end].lower().endswith(chart.pack.finites)
    return bool(chart.pack.finites) and told and chart.text[verb.end : verb.end + 1] == ","


def _second(chart: Chart, place: int) -> Mention | None:
    """The verb of a main clause that begins at a place, verb second; None for another: "…, | und 1964 wurden sie …"."""
    first = [one for one in chart.mentions if one.start >= place and one.kind in ("date", "party", "city", "actor")]
    lead = first[0] if first else None
    words = chart.text[place : lead.start].lower().split() if lead is not None else []
    small = chart.pack.joiners | chart.pack.skip
    if lead is None or any(word not in small and word not in chart.pack.before for word in words):
        return None
    told = chart.cues("verb", "fact.resident", "fact.plan", "fact.present")
    if any(one.form == "one" and one.start < place <= one.end for one in chart.mentions):
        return None  # "…, | der in | Oulu wurde …": the comma opens what it is said of
    end = max([lead.end, *(one.end for one in first if one.kind == lead.kind and one.group == lead.group >= 0)])
    second = next((one for one in told if one.start - end > 0 and _light(chart, end, one.start)), None)
    return second if any(one.end <= place for one in chart.cues("verb")) else None


def _joiners(chart: Chart) -> list[int]:
    """Where a word that joins stands with no comma before it."""
    words = (found for found in _WORD.finditer(chart.text) if found.group() in chart.pack.joiners)
    return [found.start() for found in words if not chart.text[: found.start()].rstrip().endswith(",")]


def _coupled(chart: Chart, place: int) -> bool:
    """Whether a joiner couples two main clauses: "nahm 1992 Beziehungen zu A auf | und B erkannte C an".

    Refuses names that it couples, a participle before its noun and a verb that closes what both stand in: "hatte A |
    und B anerkannt".
    """
    verb = _second(chart, place)
    if verb is None or not chart.text[verb.start].islower() or chart.attribute(verb.start) is not None:
        return False
    sides = [one for one in chart.parties if one.group >= 0]
    before = {one.group for one in sides if one.end <= place}
    word = _WORD.match(chart.text, verb.end + 1) if chart.text.startswith(" ", verb.end) else None
    closing = word is None or word.group().lower() in chart.pack.joiners | chart.pack.finals
    return not closing and not any(one.group in before for one in sides if place < one.start < verb.start)


def _of_many(chart: Chart, place: int) -> bool:
    """Whether a comma opens what many did of whom somebody is one: "unter den Ländern, | die Kosovo anerkannten"."""
    among = [one for one in chart.cues("fact.among") if one.end < place]
    word = chart.text[place:].split(maxsplit=1)[:1]
    return (
        bool(among)
        and word != []
        and word[0].lower() in chart.pack.which
        and "," not in chart.text[among[-1].end : place - 1]
    )


def _light(chart: Chart, start: int, end: int) -> bool:
    """Whether only light words stand between a name and its verb: "Belgrad | seinerseits | erkennt"."""
    return all(word in chart.pack.light for word in chart.text[start:end].lower().split())


def _opened(text: str, place: int) -> bool:
    """Whether a quotation that begins before a place ends behind it."""
    before, behind = text[:place], text[place:]
    curly = before.rfind("“") > before.rfind("”") and "”" in behind
    angled = before.rfind("«") > before.rfind("»") and "»" in behind
    return curly or angled or (before.count('"') % 2 == 1 and '"' in behind)
