"""Whose thing a noun is: "X's embassy", "the X embassy", "embassy of X"."""

from __future__ import annotations

import re

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import COMMAS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import role_after, role_before

_MARKED = 8  # " de la "
_WORD = re.compile(r"[^\W\d_]+")
_FAR, _LITTLE, _SEVERAL = 24, 3, 3
_ENDING = 12  # "'nın eski "


def owner_of(chart: Chart, noun: Mention, reach: int = 60) -> Mention | None:
    """Whose thing a noun is: "X's embassy", "the X embassy", "embassy of X", never across another such noun."""
    group = next(iter(sorted(noun.classes))).partition(".")[0]
    others = [one for one in chart.cues(group) if one.start != noun.start]
    best: tuple[int, Mention] | None = None
    for one in (*chart.parties, *chart.kind("organization")):
        gap = one.distance(noun)
        if gap > reach or not (_owning(chart, one, noun) or has_here(chart, one, noun)):
            continue
        low, high = (one.end, noun.start) if one.end <= noun.start else (noun.end, one.start)
        if any(low <= other.start < high for other in others) or _told_between(chart, noun, one):
            continue
        if _owns_what_stands_between(chart, low, high):
            continue
        if best is None or gap < best[0]:
            best = (gap, one)
    return best[1] if best else None


def seat_state(chart: Chart, noun: Mention) -> Mention | None:
    """The state right before a mission or post that tells where it is, behind its owner: "A'nın | Nijer | Büyükelçisi".

    Also "A Cumhuriyeti | Nijer | Büyükelçisi", no ending told.

    Refuses a state that no owner stands before: "Nijer Büyükelçiliği" is the embassy of Niger as well as that in it.
    """
    if chart.pack.order != "sov":
        return None
    states = [one for one in chart.parties if one.role == "" and chart.text[one.end : noun.start] == " "]
    for state in states:
        owners = [one for one in chart.parties if one.role == "of" and 0 < state.start - one.end <= _ENDING]
        owners += [one for one in chart.parties if one.role == "" and chart.text[one.end : state.start] == " "]
        if state.form not in ("adjective", "demonym") and any(
            not has_any(chart.between(one, state), COMMAS) and not set(one.ids) & set(state.ids) for one in owners
        ):
            return state
        if state.form not in ("adjective", "demonym") and _taken_by_another(chart, noun, state):
            return state
    return None


def _taken_by_another(chart: Chart, noun: Mention, state: Mention) -> bool:
    """Whether a mission is the object of what another state does: "| Türkiye | Guatemala Büyükelçiliğini açtı"."""
    endings = tuple(key[1:] for key, role in chart.pack.after.items() if role == "object" and key.startswith("'n"))
    start, _ = chart.clause(noun.start)
    doers = [
        one for one in chart.within(chart.parties, start, state.start) if one.role == "" and one.form != "adjective"
    ]
    taken = bool(endings) and chart.text[noun.start : noun.end].lower().endswith(endings)
    return taken and any(not set(one.ids) & set(state.ids) and one.group < 0 for one in doers)


def leader_of(chart: Chart, noun: Mention) -> Mention | None:
    """Who leads the stretch of a list that a thing stands in: "A elçiliğini, | B | de elçiliğini açtı"."""
    start, _ = chart.clause(noun.start)
    comma = chart.text.rfind(", ", start, noun.start)
    others = chart.within(chart.cues(*noun.classes), start, max(comma, start))
    if chart.pack.order != "sov" or comma < 0 or not others:
        return None
    led = [one for one in chart.within(chart.parties, comma, noun.start) if one.role == "" and one.form != "adjective"]
    return led[0] if led else None


def _owns_what_stands_between(chart: Chart, low: int, high: int) -> bool:
    """Whether words between a thing and a genitive far off are what that owns: «посольства и развитие связей | X».

    Said of languages of cases, where nothing else marks whose a thing is; adjectives and places may stand between.
    """
    marked = 1 if chart.pack.cases else _MARKED
    if any(low <= one.start and 0 <= high - one.end <= marked for one in chart.cues("noun.capital", "mark.shelter")):
        return True  # «посольство в столице | Казахстана», «миссия в Каире перешла под опеку | Швеции»
    if not chart.pack.cases or chart.pack.order != "svo" or chart.pack.inverts:
        return False
    if high - low <= _FAR:
        return False
    taken = [one for one in chart.mentions if low <= one.start < high and one.kind != "cue"]
    words = list(_WORD.finditer(chart.text, low, high))
    free = [one for one in words if not any(it.start <= one.start() < it.end for it in taken)]
    return len([one for one in free if len(one.group()) > _LITTLE and not one.group()[0].isupper()]) >= _SEVERAL


def had_besides(chart: Chart, noun: Mention) -> Mention | None:
    """Who has a mission that another of theirs is listed before: "لدى | رومانيا | سفارة في بغداد وقنصلية في أربيل"."""
    start, _ = chart.clause(noun.start)
    before = chart.within(chart.cues("mission"), start, noun.start)
    states = chart.within(chart.parties, start, noun.start)
    held = [(one, other) for other in before for one in states if has_here(chart, one, other)]
    if not held:
        return None
    owner, first = held[-1]
    others = [one for one in chart.within(states, first.end, noun.start) if one.role in ("", "of")]
    told = [cue for cue in chart.within(chart.cues("verb"), first.end, noun.start) if cue not in before]
    return None if others or told else owner


def has_here(chart: Chart, one: Mention, noun: Mention) -> bool:
    """Whether a state stands right before what it has, told with "to" or "at": "لدى | كوبا | سفارة"."""
    if not chart.pack.glued_joiners or chart.text[one.end : noun.start] != " " or one.form == "adjective":
        return False
    role, begin = role_before(chart.text, one.start, chart.pack)
    words = chart.text[begin : one.start].split()
    bare = words[-1][words[-1][0] in chart.pack.glued_joiners :] if words else ""
    held = any(phrase == bare for phrase, _, _ in chart.pack.cues.get("verb.have", ()))
    return one.role == "of" or (role == "in" and held)


def _told_between(chart: Chart, noun: Mention, one: Mention) -> bool:
    """Whether a verb stands between a thing and an owner behind it: "posts in A while it | was | a colony of B".

    Also one comma where towns follow their missions: "consulats à Dakhla | , | dans le sud du Maroc".
    """
    if chart.pack.order != "svo" or not chart.pack.spaced or one.start < noun.end:
        return False
    parted = has_any(chart.text[noun.end : one.start], COMMAS) and chart.within(chart.dates, noun.end, one.start)
    lone = chart.text[noun.end : one.start].count(",") == 1 and chart.pack.places == "after"
    return bool(lone or parted or chart.within(chart.cues("verb"), noun.end, one.start))


def _owning(chart: Chart, one: Mention, noun: Mention) -> bool:
    before = one.end <= noun.start
    if one.form == "adjective" and any(city.start == one.end + 1 for city in chart.kind("city")):
        return False  # "in the | Syrian | Damascus" owns nothing
    if one.form == "pair" and one.role in ("in", "to"):
        return False  # "巴西驻 | 华 | 大使馆": where it sits
    if one.form in ("adjective", "demonym", "pair"):
        if chart.pack.adjectives == "after" and any(0 <= one.start - it.end <= 1 for it in chart.cues("noun.capital")):
            return False  # «سفارة في العاصمة | الأردنية»: whose capital it is
        return one.distance(noun) <= 16 and (before == (chart.pack.adjectives == "before"))
    if not chart.pack.spaced:
        return before and one.role in ("", "of")
    if one.role != "of":
        return False
    return before == _said_behind(chart, one)


def _said_behind(chart: Chart, one: Mention) -> bool:
    """Whether "of" was said by an ending or particle behind the name, so that what is owned follows it."""
    return role_before(chart.text, one.start, chart.pack)[0] == "" and (
        chart.pack.order == "sov" or role_after(chart.text, one.end, chart.pack)[0] == "of"
    )


def is_adjunct(chart: Chart, one: Mention) -> bool:
    """Whether a bare name only tells what sort of thing follows, where verbs come last: "| Ukrayna | gerilimi".

    Refuses a name before a light word, a cue or another name.
    """
    behind = re.compile(r" ([^\W\d_]+)").match(chart.text, one.end)
    if chart.pack.order != "sov" or one.role or behind is None or not behind.group(1).islower():
        return False
    place, word = behind.start(1), behind.group(1)
    known = any(other.start <= place < other.end for other in chart.mentions)
    return not (known or word in chart.pack.light or word in chart.pack.joiners or word in chart.pack.skip)
