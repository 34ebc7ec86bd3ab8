"""Entries of a list of envoys, each a name and a state: "Anna Koch (Estonia)", "Ghana: Anna Bossman"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import capital_run

_LONGEST = 140
_NAMED, _MOST = 2, 8
_WORD = re.compile(r"[^\W\d_]+")
_OPENS, _CLOSES = re.compile(r"[\s(\[]*[(\[][^\W\d_]{0,3}\s?$"), re.compile(r"\s?[)\],;]")
_BEFORE = re.compile(r"(?:\d{1,2}[.)]|[•*·–—-])?\s*$")
_BETWEEN = re.compile(r"\s?[:,–—-]\s?(?:[^\W\d_]{1,3}\s)?|\s?\((?:[^\W\d_]{1,3}\s)?")
_AFTER = re.compile(r"\s?[)]?\s?[.,;]?\s*(?:\([^()]*\)[.,;]?)?\s*$")
_APART = ("date", "quantity", "city", "organization")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One envoy of a list: the person, the state that sends, and the post where the entry itself names one."""

    person: str
    sender: str
    post: str = ""


def bracketed_entries(chart: Chart, low: int) -> Iterator[Entry]:
    """Those of a sentence whose states stand in brackets behind the names, or whose names behind the states.

    "Marianne Jenni (Estland), Paulo Tiriwa (Papua-Neuguinea)"; "die Botschafter Uruguays (Fernando López), …".
    """
    for state in _states(chart):
        if state.start < low:
            continue
        opened = _OPENS.search(chart.text, 0, state.start)
        if opened is not None and _CLOSES.match(chart.text, state.end):
            person, post = _person_to(chart, opened.start(), low)
        else:
            person, post = _in_bracket(chart, state), ""
        if person:
            yield Entry(person=person, sender=state.ids[0], post=post)


def whole_entry(chart: Chart) -> Entry | None:
    """The envoy that a line is wholly about: "Botschafter Luis Chávez – Peru", "Ghana: Anna Bossman".

    Refuses a line with a deed, a day, a town or a second state.
    """
    states = _states(chart)
    if len(states) != 1 or len(chart.text) > _LONGEST or chart.has("verb", "mission", "agreement"):
        return None
    state = states[0]
    if _BEFORE.fullmatch(chart.text, 0, state.start) or _is_led(chart, state):
        between = _BETWEEN.match(chart.text, state.end)
        person, post, end = _person_from(chart, between.end()) if between else ("", "", 0)
        whole = bool(person) and _AFTER.match(chart.text, end) is not None
        return Entry(person=person, sender=state.ids[0], post=post) if whole else None
    if _AFTER.match(chart.text, state.end) is None:
        return None
    word = _WORD.search(chart.text)
    person, post, end = _person_from(chart, word.start()) if word else ("", "", 0)
    whole = bool(person) and _BETWEEN.fullmatch(chart.text, end, state.start) is not None
    return Entry(person=person, sender=state.ids[0], post=post) if whole else None


def _states(chart: Chart) -> list[Mention]:
    plain = [one for one in chart.kind("party") if not one.deictic and len(one.ids) == 1]
    return [one for one in plain if one.form not in ("adjective", "government", "metonym", "unnamed")]


def _is_led(chart: Chart, state: Mention) -> bool:
    """Whether nothing but a post or a small word leads to a state: "Botschafter von | Peru": A. B."""
    words = [word.group() for word in _WORD.finditer(chart.text, 0, state.start)]
    posts = "".join(chart.text[cue.start : cue.end] for cue in chart.cues("post") if cue.end <= state.start)
    return all(word in posts or word.lower() in chart.pack.before or word.lower() in chart.pack.skip for word in words)


def _person_to(chart: Chart, end: int, low: int) -> tuple[str, str]:
    """The name, with the post it has, that ends right before a bracket."""
    for who in chart.actors:
        if who.actor is not None and who.actor.person and 0 <= end - who.end <= 1:
            return who.actor.person, who.actor.post
    for word in _WORD.finditer(chart.text, max(low, end - _LONGEST), end):
        if capital_run(chart.text, word.start(), chart.pack, limit=_MOST) >= end > word.start():
            return _full(chart, word.start(), end), ""
    return "", ""


def _person_from(chart: Chart, start: int) -> tuple[str, str, int]:
    """The name that begins at a place, a title before it left out; its post; where it ends."""
    for who in chart.actors:
        if who.actor is not None and who.actor.person and who.start == start and (who.actor.post or not who.ids):
            return who.actor.person, who.actor.post, who.end
    end = capital_run(chart.text, start, chart.pack, limit=_MOST)
    return _full(chart, start, end), "", end


def _in_bracket(chart: Chart, state: Mention) -> str:
    """The full name that fills the bracket right behind a state."""
    aside = next((span for span in chart.asides if 0 <= span[0] - state.end <= 1), None)
    if aside is None:
        return ""
    inner = chart.text[aside[0] : aside[1]].strip("() ")
    start = chart.text.find(inner, aside[0]) if inner else -1
    person, _, end = _person_from(chart, start) if start >= 0 else ("", "", 0)
    return person if end >= start + len(inner) else ""


def _full(chart: Chart, start: int, end: int) -> str:
    """A run of capitals that is a person's name: two words or more, no state or day in it."""
    words = chart.text[start:end].split()
    taken = (one for one in chart.mentions if one.kind in ("party", *_APART))
    free = not any(one.start < end and start < one.end for one in taken)
    return chart.text[start:end] if free and len(words) >= _NAMED and words[0].lower() not in chart.pack.skip else ""
