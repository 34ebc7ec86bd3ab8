"""The clauses within a sentence that a pronoun opens and that say something of what stands before them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from comity.claims.days.date_owners import events
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.packs.language import LanguagePack

_WORD = re.compile(r"\s*([^\W\d_]+)")
_BOUNDARY = re.compile(r"[,;](?=\s)|[.!?…]*$")
_LAST_WORD = re.compile(r"([^\W\d_]+)[\"”“»«)]*$")
_TRAILING_WORD = re.compile(r"\s+([^\W\d_])[^\W\d_]*$")
_LONGEST = 260
_DETERMINER_REACH = 3
_NAMES = ("party", "organization", "city", "actor")
_THINGS = ("agreement", "body", "landmark", "post", "noun", "award")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause within a sentence: ``text[start:end]``, from its comma to its last word.

    ``pronoun`` is where the word stands that opens it, ``head`` the stretch that this stands for, empty for a
    conjunction; ``object``: it is not who does it.
    """

    start: int
    end: int
    pronoun: tuple[int, int]
    head: tuple[int, int] = (0, 0)
    object: bool = False


def find_clauses(chart: Chart) -> list[Clause]:
    """The clauses of a sentence that a pronoun opens behind a comma and that say something of what stands before it.

    "Bulgarien, | das Mazedonien als erster Staat anerkannt hatte |, …". Refuses a clause whose end is not sure, and one
    whose pronoun agrees with nothing near before it.
    """
    pack = chart.pack
    out: list[Clause] = []
    if not pack.which:
        return out
    for found in re.finditer(r",\s", chart.text):
        if out and found.start() < out[-1].end:
            continue
        clause = _clause_at(chart, found.start())
        if clause is not None:
            out.append(clause)
    return out


def _clause_at(chart: Chart, comma: int) -> Clause | None:
    pronoun = _pronoun(chart, comma + 1)
    if pronoun is None:
        return None
    word = chart.text[pronoun[0] : pronoun[1]].lower()
    end = end_of(chart, pronoun[1])
    head = _head(chart, comma, chart.pack.which[word])
    if end is None or head is None or not _both_tell(chart, comma, end):
        return None
    held = word in chart.pack.which_objects or _before_its_doer(chart, pronoun[1], end)
    return Clause(start=comma, end=end, pronoun=pronoun, head=head, object=held)


def _before_its_doer(chart: Chart, start: int, end: int) -> bool:
    """Whether somebody else is named before the verb, where subjects lead: ", which | Estonia | does not recognise"."""
    verbs = chart.within(chart.cues("verb"), start, end)
    doers = [one for one in (*chart.parties, *chart.actors) if start <= one.start and one.role == ""]
    return leads(chart.pack) and bool(verbs) and any(one.end <= verbs[0].start for one in doers)


def leads(pack: LanguagePack) -> bool:
    """Whether who does it stands before the verb, so that a pronoun right before a verb is who does it."""
    return pack.order == "svo" and pack.spaced and not pack.inverts and not pack.cases and not pack.postposes


def _both_tell(chart: Chart, start: int, end: int) -> bool:
    """Whether the clause tells something and the rest, too, so that one may take what is the other's.

    Refuses a clause that speaks of a thing of the rest by a pronoun: "trug den Streit vor, bis man | ihn | entschied".
    """
    told = (*events(chart), *chart.cues("verb.have", "verb.accredit", "noun.visit"), *chart.dates)
    inner = chart.within(told, start, end)
    if not inner or len(inner) == len(told):
        return False
    return not chart.within(chart.cues("deixis.him", "deixis.one", "verb.succeed"), start + 1, end)


def _pronoun(chart: Chart, start: int) -> tuple[int, int] | None:
    """Where the pronoun stands that opens a clause, a preposition before it or none; None for an article."""
    first = _WORD.match(chart.text, start)
    if first is not None and first.group(1).lower() in chart.pack.before:
        second = _WORD.match(chart.text, first.end())
        first = second if second is not None and second.group(1).lower() in chart.pack.which else first
    if first is None or first.group(1).lower() not in chart.pack.which:
        return None
    governed = bool(chart.text[start : first.start(1)].strip())
    article = first.group(1).lower() in chart.pack.genders and _is_article(chart, first.end(), governed=governed)
    return (first.start(1), first.end(1)) if not article else None


def _is_article(chart: Chart, end: int, *, governed: bool) -> bool:
    """Whether a noun follows that is no name: ", die | Hauptstadt Österreichs, …"; a name has no article.

    Behind a preposition (``governed``) a name may have one: "in der | ASEAN".
    """
    behind = _WORD.match(chart.text, end)
    if behind is None or not chart.pack.capitals or not behind.group(1)[0].isupper():
        return False
    names = [one for one in chart.mentions if one.kind in _NAMES and one.start <= behind.start(1) < one.end]
    return governed or all(one.kind == "actor" or one.form == "adjective" for one in names)


def end_of(chart: Chart, start: int) -> int | None:
    """Where a clause ends: before the mark that its verb stands right before, where verbs close clauses.

    Elsewhere before the first mark behind a verb, unless a word goes on behind it that joins.
    """
    for mark in _BOUNDARY.finditer(chart.text, start):
        if any(one.start < mark.start() < one.end for one in chart.kind("date", "quantity")):
            continue
        if mark.start() - start > _LONGEST:
            return None
        if chart.pack.closes:
            word = _LAST_WORD.search(chart.text, start, mark.start())
            if word is not None and _closes(chart, word.group(1)):
                return mark.start()
        elif chart.within(chart.cues("verb"), start, mark.start()) and not goes_on(chart, mark.end()):
            return mark.start()
        if chart.text[mark.start() : mark.end()] != ",":
            return None
    return None


def goes_on(chart: Chart, place: int) -> bool:
    """Whether a word stands at a place that joins what follows to what was said."""
    word = _WORD.match(chart.text, place)
    return word is not None and word.group(1).lower() in (chart.pack.joiners | set(chart.pack.which))


def _closes(chart: Chart, word: str) -> bool:
    """Whether a word is a verb that closes a clause."""
    pack = chart.pack
    return word[0].islower() and (word in pack.finals or word.endswith(pack.final_endings))


def _head(chart: Chart, comma: int, genders: str) -> tuple[int, int] | None:
    """The stretch that a pronoun stands for: the nearest name or noun before the comma that agrees with it.

    Refuses what a mission stands nearer than: what is told of one and of its clause goes together.
    """
    low = max([0, *(mark.end() for mark in re.finditer(r"[,;:(]\s", chart.text[:comma]))])
    near = [one for one in chart.mentions if low <= _begins(one) and one.end <= comma and _names(one)]
    for one in reversed(near):
        beside = one.kind in ("party", "organization", "actor") and comma - one.end <= 1
        if one.kind_in("mission") or (not genders and not beside):
            return None
        start, gender = _gender(chart, one)
        if not genders or set(gender) & set(genders):
            if genders and _nearer_noun(chart, one.end, comma, genders):
                return None
            behind = chart.text[one.end : comma]
            behind = _without_small_words(behind) if genders else behind
            return start, one.end + len(behind)
    return None


def _begins(one: Mention) -> int:
    """Where a name begins, of somebody whose office a comma parts from it: "dem Minister, | Heiko Maas |, der …"."""
    return max(one.start, one.actor.person_start) if one.actor is not None and one.actor.person else one.start


def _nearer_noun(chart: Chart, start: int, comma: int, genders: str) -> bool:
    """Whether an unknown noun is nearer, with an article that agrees: "Den Streit schloss | ein Spruch |, den …"."""
    words = list(re.finditer(r"[^\W\d_]+", chart.text[start:comma]))
    for article, noun in pairwise(words):
        agrees = set(chart.pack.genders.get(article.group().lower(), "")) & set(genders)
        known = any(other.start <= start + noun.start() < other.end and _names(other) for other in chart.mentions)
        if agrees and noun.group()[0].isupper() and not known and article.group().lower() not in chart.pack.genitives:
            return True
    return False


def _names(one: Mention) -> bool:
    if one.kind in _NAMES:
        return one.form != "adjective" and not one.deictic
    return one.kind == "cue" and any(label.partition(".")[0] in (*_THINGS, "mission") for label in one.classes)


def _without_small_words(text: str) -> str:
    """A text without the words at its end that have no capital."""
    while (word := _TRAILING_WORD.search(text)) is not None and not word.group(1).isupper():
        text = text[: word.start()]
    return text


def _gender(chart: Chart, one: Mention) -> tuple[int, str]:
    """Where a noun with its words begins, and the genders that its article allows; a bare name is as the pack says."""
    start = one.start
    for _ in range(_DETERMINER_REACH):
        before = re.search(r"([^\W\d_]+)\s+$", chart.text[max(0, start - 40) : start])
        if before is None:
            break
        word = before.group(1).lower()
        begin = start - len(before.group(0))
        if word in chart.pack.genders:
            return one.start if one.kind in _NAMES else begin, chart.pack.genders[word]
        if word in chart.pack.before or word in chart.pack.joiners:
            break
        if not _adjective(chart, begin, word):
            break
        start = begin
    return start, chart.pack.genders.get("", "") if one.kind in _NAMES else ""


def _adjective(chart: Chart, begin: int, word: str) -> bool:
    return any(one.start <= begin < one.end and one.form == "adjective" for one in chart.mentions) or word.islower()
