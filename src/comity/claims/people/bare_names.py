"""Names of people without an office: a run of capitals before a verb, or behind it."""

from __future__ import annotations

import re

from comity.claims.clauses.relative import leads
from comity.claims.people.wide_names import wide_person
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.roles import ending_role
from comity.claims.sentences.words import capital_run, left_words

_LONGEST = 110
_NEAR = 40
_RELIEVED = 8  # "X'in | yerine"
_OWNING = 3  # the letters of an ending that tells "of" by itself


def bare_person(chart: Chart, verb: Mention) -> str:
    """A name without an office: the run of capitals before the verb, or what fills the clause up to it."""
    if not chart.pack.capitals:
        return wide_person(chart, verb)
    names = ("date", "party", "city", "organization", "actor")
    taken = [(one.start, one.end) for one in chart.mentions if one.kind in names and not _surname(chart, one, verb)]
    best = ""
    position = 0
    while position < verb.start:
        if chart.text[position].isupper() and (position == 0 or not chart.text[position - 1].isalnum()):
            end = capital_run(chart.text, position, chart.pack)
            if chart.pack.order == "sov":  # "Ержан Омаров | Қазақстанның … елшісі"
                end = min((start for start, stop in taken if position < start < end), default=end)
            free = not any(start < end and position < stop for start, stop in taken)
            led = _elided(chart, position)
            whole = " " in chart.text[position:end].strip() and end <= verb.start
            told = _a_place(chart, position) or owns_next(chart, end) or is_relieved(chart, end)
            if free and whole and not led and not told:
                best = chart.text[position:end].strip()
            position = position + 2 if led else max(end, position + 1)
        else:
            position += 1
    return best or _addressed(chart, verb)


def _addressed(chart: Chart, verb: Mention) -> str:
    """The full name of somebody only addressed, who stands before the verb: "| M. Youssef Amrani | a été nommé …"."""
    if not leads(chart.pack):
        return ""
    start, _ = chart.clause(verb.start)
    before = [one for one in chart.actors if start <= one.start and one.end <= verb.start]
    who = before[-1] if before else None
    if who is None or who.actor is None or who.actor.office or who.actor.post or who.role or who.form:
        return ""
    apart = verb.start - who.end > _NEAR or "," in chart.text[who.end : verb.start]
    return who.actor.person if " " in who.actor.person and not apart else ""


def _elided(chart: Chart, start: int) -> bool:
    """Whether a capital is that of an elided article, no name's: "L' | écrivain X"."""
    elided = chart.text[start + 1 : start + 2] in ("'", "’") and chart.text[start + 2 : start + 3].islower()
    return elided and chart.text[start].lower() in chart.pack.not_names


def _surname(chart: Chart, one: Mention, verb: Mention) -> bool:
    """Whether a town's name closes the name of who does what a verb tells: "Pavel | Yershov | presented his"."""
    word = next((word for _, word in left_words(chart.text, one.start, 1)), "")
    led = word[:1].isupper() and word.lower() not in chart.pack.not_names
    return one.kind == "city" and leads(chart.pack) and led and 0 <= verb.start - one.end <= 1


def owns_next(chart: Chart, end: int) -> bool:
    """Whether a name only tells whose something is that closes with "of": "Ali Kaya | rejiminin | devrilmesi"."""
    word = chart.text[end:].split(maxsplit=1)[:1] if chart.pack.order == "sov" else []
    if not word or not word[0][:1].islower():
        return False
    short = [one[1:] for one, role in chart.pack.after.items() if role == "of" and one[0] in "'’"]  # "'nin"
    longest = tuple(one for one in short if len(one) >= _OWNING)
    return ending_role(word[0], chart.pack) == "of" or word[0].endswith(longest)


def is_relieved(chart: Chart, end: int) -> bool:
    """Whether a name that ends here only tells whose place another takes: "| X |'in yerine Y atandı".

    Only where verbs come last, and the marker behind the name it is of.
    """
    gaps = (cue.start - end for cue in chart.cues("verb.relieve")) if chart.pack.order == "sov" else ()
    return any(0 < gap <= _RELIEVED for gap in gaps)


def _a_place(chart: Chart, start: int) -> bool:
    """Whether a name stands behind a preposition, as a place or a thing does: "a deputy | from | New York"."""
    word = next((word.lower() for _, word in left_words(chart.text, start, 1)), "")
    return chart.pack.before.get(word) in ("from", "in", "of") and leads(chart.pack)


def person_behind(chart: Chart, verb: Mention) -> str:
    """A name without an office behind a passive verb: "отмечен академик | Михаил Попов"; two capitals or more."""
    if not (chart.pack.capitals and chart.pack.cases):
        return ""
    _, stop = chart.clause(verb.start)
    taken = [(one.start, one.end) for one in chart.mentions if one.kind != "cue"]
    for word in re.finditer(r"[^\W\d_]+", chart.text[verb.end : min(stop, verb.end + _LONGEST)]):
        start = verb.end + word.start()
        end = capital_run(chart.text, start, chart.pack)
        free = not any(low < end and start < high for low, high in taken)
        if free and " " in chart.text[start:end]:
            return chart.text[start:end]
    return ""
