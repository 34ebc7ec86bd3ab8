"""Posts that a clause says somebody held or took, its verb second: "Karl Huber | war 1974 deutscher | Gesandter"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import capital_run

_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
_BEHIND = 2
_FAR = 110


@dataclass(frozen=True, slots=True, kw_only=True)
class Across:
    """Who took or held a post, by which verb: ``event`` is "appointed" or "holds", "" where a participle tells it."""

    verb: Mention
    event: str
    person: str


def said_across(chart: Chart, one: Mention) -> Across | None:
    """The verb and the full name that a post is said of over its days, verb second; None where another way is taken.

    "Carl Lagerheim war ab 1877 | Gesandter |", "1877 wurde C. L. | Gesandter |", "| Gesandter | wurde 1877 C. L.",
    "Von 1877 bis 1881 wirkte C. L. als | Gesandter |". Where a participle closes the clause, only who leads it is told.
    """
    if not chart.pack.inverts or one.actor is None or one.actor.person or not one.actor.post:
        return None
    start, end = chart.clause(one.start)
    for verb in reversed(_verbs(chart, start, end)):
        became = chart.text[verb.start : verb.end].lower() in chart.pack.voice.passives
        if became and chart.within(_closing(chart), one.end, end):
            led = _led(chart, start, verb.start) if verb.end < one.start else ""
            return Across(verb=verb, event="", person=led) if led else None
        if one.end <= verb.start <= one.end + _BEHIND:
            name = "" if one.role and not _serves(verb) else _behind(chart, _verb_end(chart, verb), end)
        elif verb.end < one.start:
            name = _before(chart, one, verb, start)
        else:
            continue
        if name:
            return Across(verb=verb, event="appointed" if became else "holds", person=name)
    return None


def _verbs(chart: Chart, start: int, end: int) -> list[Mention]:
    """The verbs of a stretch that say what somebody is, serves as or becomes."""
    small = chart.cues("fact.resident", "fact.present")
    becoming = [one for one in small if chart.text[one.start : one.end].lower() in chart.pack.voice.passives]
    told = chart.within([*chart.cues("verb.hold", "verb.serve"), *becoming], start, end)
    return sorted(told, key=lambda one: one.start)


def _closing(chart: Chart) -> list[Mention]:
    """What a passive may close with: "wurde 1877 zum Gesandten | ernannt |"."""
    return chart.cues("verb.appoint", "verb.recall", "verb.expel", "verb.end", "verb.credentials", "verb.receive")


def _serves(verb: Mention) -> bool:
    return "verb.serve" in verb.classes


def _verb_end(chart: Chart, verb: Mention) -> int:
    """Where the first word of a verb ends: "| war | von 1877 bis 1881"."""
    word = _WORD.match(chart.text, verb.start)
    return word.end() if word is not None else verb.end


def _behind(chart: Chart, place: int, end: int) -> str:
    """The full name behind a verb, a day and small words between or none."""
    start = _past(chart, place, end)
    titled = next((who.actor for who in chart.actors if who.start == start and who.actor), None)
    if titled is not None:
        return titled.person if not (titled.post or titled.office not in ("", "person")) else ""
    stop = capital_run(chart.text, start, chart.pack) if start < end else start
    return _whole(chart, start, stop)


def _before(chart: Chart, one: Mention, verb: Mention, start: int) -> str:
    """The full name that leads a clause up to its verb, else behind this, with days and small words up to the post."""
    place = _verb_end(chart, verb)
    if one.start - place > _FAR:
        return ""
    led = _led(chart, start, verb.start)
    if led:
        return led if _past(chart, place, one.start) >= one.start and _fits(chart, place, one, verb) else ""
    stop = min(capital_run(chart.text, place + 1, chart.pack), one.start - 1)
    name = _whole(chart, place + 1, stop)
    return name if name and _past(chart, stop, one.start) >= one.start and _fits(chart, stop, one, verb) else ""


def _fits(chart: Chart, place: int, one: Mention, verb: Mention) -> bool:
    """Whether an "as" stands before the post with a verb of serving, and no marker with any other."""
    capacity = any(place <= cue.start and cue.end < one.start for cue in chart.cues("mark.first_rank"))
    if capacity:
        return any(_serves(cue) for cue in chart.cues("verb.serve") if cue is verb or cue.start >= one.end)
    return not one.role and not (_serves(verb) and chart.text[verb.start : verb.end].isalpha())


def _led(chart: Chart, start: int, stop: int) -> str:
    """The full name that opens a clause and ends right before its verb."""
    begin = next((at for at in range(start, stop) if chart.text[at].isalpha()), stop)
    titled = [who.actor for who in chart.actors if 0 < stop - who.end <= 1 and who.actor and who.start >= begin]
    if titled:
        return titled[-1].person if not titled[-1].post else ""
    word = _WORD.match(chart.text, begin)
    if word is not None and word.group().lower() in chart.pack.genders:  # "Der | Diplomat | Karl Huber"
        calling = _WORD.match(chart.text, word.end() + 1)
        begin = calling.end() + 1 if calling is not None else begin
    ends = capital_run(chart.text, begin, chart.pack)
    return _whole(chart, begin, ends) if not chart.text[ends:stop].strip() else ""


def _whole(chart: Chart, start: int, stop: int) -> str:
    """A stretch as a full name; "" for one word, and for what names something else."""
    name = chart.text[start:stop].strip()
    other = any(one.start < stop and start < one.end and one.kind != "cue" for one in chart.mentions)
    return name if " " in name and not other else ""


def _past(chart: Chart, place: int, end: int) -> int:
    """Where the first word with a capital stands behind a place, days and small words passed over; ``end`` for none.

    A comma stops it.
    """
    while place < end:
        day = next((one for one in chart.dates if one.start <= place < one.end), None)
        if day is not None:
            place = day.end
        elif chart.text[place].isupper() or chart.text[place] in ",;:()":
            return place
        else:
            word = _WORD.match(chart.text, place)
            place = word.end() if word is not None else place + 1
    return end
