"""Names beside states in lists of envoys: "A (Portugal), B (Canada)", "A of Norway", "X: B", "X, B; Y, C"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from comity.claims.chart import Chart
from comity.claims.mention import Mention
from comity.claims.words import capital_run, role_before

_LONGEST, _MOST_WORDS = 60, 8
_NAMED = 2
_WORD = re.compile(r"[^\W\d_]+")
_TITLES = re.compile(r"(?:[Ss]\. ?[Ee]\. |[A-ZÁÉ][a-z]{1,2}\. )+")
_LEADS_NAME = re.compile(r"\s*(?:[,:(–—-]\s*)?")
_AFTER_NAME = re.compile(r"\s*(?:[;,.)(]|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvoyPair:
    """One of a list: the person, who sends him, and the post that his own stretch tells, "" where none does."""

    person: str
    sender: str
    post: str
    start: int
    end: int


def envoy_pairs(chart: Chart, low: int = 0, apart: Sequence[str] = ()) -> list[EnvoyPair]:
    """Each name of a list behind ``low`` with its state, all of them in the order of the first: name or state first.

    "MM. | A (Portugal), B (Canada)", "A, de la República de X; B, de Y", "Guatemala, A; Ucrania, B". Refuses the states
    of ``apart`` (who receives them), adjectives, and a stretch in which something else stands beside name and state.
    """
    heads = [one for one in chart.actors if one.actor is not None and one.actor.office]
    states = [
        one
        for one in chart.kind("party")
        if one.start >= low
        and one.form != "adjective"
        and len(one.ids) == 1
        and not one.deictic
        and one.ids[0] not in apart
        and not any(head.start <= one.start < head.end for head in heads)
    ]
    if not states:
        return []
    before = [pair for one in states if (pair := _named_before(chart, one, low)) is not None]
    if before and before[0].sender == states[0].ids[0]:
        return _without_shared(before)
    behind = [pair for one in states if (pair := _named_behind(chart, one)) is not None]
    return _without_shared(max(behind, before, key=len))


def _without_shared(pairs: list[EnvoyPair]) -> list[EnvoyPair]:
    """The pairs, each person once: with the state told first."""
    return list({pair.person: pair for pair in reversed(pairs)}.values())[::-1]


def _named_before(chart: Chart, state: Mention, low: int) -> EnvoyPair | None:
    """The pair of a state with the name before it: "| A |, de Noruega", "| A | (Noruega)", "| A |, embajador de …"."""
    role, begin = role_before(chart.text, state.start, chart.pack)
    bracketed = chart.text[max(0, state.start - 1) : state.start] == "("
    if role != "of" and not bracketed:
        return None
    stop = _back(chart.text, state.start - 1 if bracketed else begin)
    post = next((cue for cue in chart.cues("post") if cue.end == stop), None)
    stop = _back(chart.text, _past_article(chart, post.start)) if post is not None else stop
    start, end = name_ending(chart, stop, low)
    if end == start:
        return None
    kind = (post.kind_in("post") or "") if post is not None else ""
    return EnvoyPair(person=chart.text[start:end], sender=state.ids[0], post=kind, start=start, end=state.end)


def _named_behind(chart: Chart, state: Mention) -> EnvoyPair | None:
    """The pair of a state with the name behind it: "Guatemala, | A |; Ucrania, …", "Djibouti : | A |"."""
    led = _LEADS_NAME.match(chart.text, state.end)
    begin = led.end() if led is not None else state.end
    if begin == state.end or (chart.text[state.end : begin] == " "):
        return None
    begin = _past_titles(chart, begin)
    end = capital_run(chart.text, begin, chart.pack, limit=_MOST_WORDS)
    behind = _AFTER_NAME.match(chart.text, end) is not None or _joined(chart, end)
    if not behind or not _is_free(chart, begin, end):
        return None
    titles = [cue for cue in chart.cues("post") if cue.end <= state.start and state.start - cue.end <= _NAMED * 5]
    kind = (titles[-1].kind_in("post") or "") if titles else ""
    return EnvoyPair(person=chart.text[begin:end], sender=state.ids[0], post=kind, start=state.start, end=end)


def _back(text: str, at: int) -> int:
    """Where the text before a place ends, blanks, commas and an opening bracket left out."""
    return len(text[:at].rstrip(" ,("))


def _past_article(chart: Chart, at: int) -> int:
    """Where an article or "new" that leads a title begins: ", | l'|ambassadeur", ", | le nouvel | ambassadeur"."""
    before = chart.text[:at].rstrip()
    word = before.rpartition(" ")[2]
    return len(before) - len(word) if word.lower().replace("’", "'") in chart.pack.skip else at


def name_ending(chart: Chart, stop: int, low: int) -> tuple[int, int]:
    """Where the full name that ends at a place begins and ends, without how he is addressed: "M. | Rajesh Kumar"."""
    for word in _WORD.finditer(chart.text, max(low, stop - _LONGEST), stop):
        if capital_run(chart.text[:stop], word.start(), chart.pack, limit=_MOST_WORDS) == stop:
            begin = min(stop, _past_titles(chart, word.start()))
            return (begin, stop) if _is_free(chart, begin, stop) else (stop, stop)
    return stop, stop


def _past_titles(chart: Chart, begin: int) -> int:
    """Where the name behind words of address begins: "S.E. M. | A", "Son Excellence Madame | B"."""
    titled = _TITLES.match(chart.text, begin)
    begin = titled.end() if titled else begin
    for cue in chart.cues("office.person"):
        if cue.start <= begin < cue.end or 0 <= cue.start - begin <= 1:
            begin = cue.end + len(chart.text[cue.end :]) - len(chart.text[cue.end :].lstrip(" ."))
    return begin


def _joined(chart: Chart, end: int) -> bool:
    """Whether a joiner follows a name: "Ucrania, | Rostyslav Tronenko | y Francia, …"."""
    word = _WORD.match(chart.text, end + 1)
    return chart.text[end : end + 1] == " " and word is not None and word.group().lower() in chart.pack.joiners


def _is_free(chart: Chart, start: int, end: int) -> bool:
    """Whether a run of capitals is a person's name: two words or more, no place, date or title in it."""
    words = chart.text[start:end].split()
    taken = [one for one in chart.mentions if one.kind in ("party", "organization", "date")]
    taken += chart.cues("post", "office", "mission")
    free = not any(one.start < end and start < one.end for one in taken)
    return free and len(words) >= _NAMED and words[0].lower() not in chart.pack.skip


def is_all(chart: Chart, pair: EnvoyPair) -> bool:
    """Whether a line holds nothing but a pair, what addresses somebody, and where he lives in a bracket.

    "- Véronique Brumeaux (France)", "3. Zambie : Mme Grace Mwale (résidence à Lusaka)".
    """
    low = min((cue.start for cue in chart.cues("office.person", "post") if cue.end <= pair.start), default=pair.start)
    led = chart.text[:low].strip(" \t-–—•*·.0123456789)")
    posts = [cue.end for cue in chart.cues("post") if not chart.text[pair.end : cue.start].strip(" ,")]
    rest = chart.text[max([pair.end, *posts]) :].strip(" ;,.)")
    small = all(word in chart.pack.skip or word in chart.pack.before for word in led.lower().split())
    return small and (not rest or rest.startswith("("))
