"""A roll of envoys in a script without capitals: who is named beside which state, read from the places of the states.

In «سفير إيطاليا فلان وسفير اليابان فلان» each name stands behind its state, in «فلان سفيرا لإيطاليا، وفلان سفيرا
لليابان» before it; the first of a roll tells which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import SPACED_COMMAS
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import has_article

_WORD = re.compile(r"[^\W\d_]{1,2}\.(?=\s)|[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[^\w\s]|\n")
_GLUE = 3
_FEWEST_WORDS, _MOST_WORDS = 2, 9
_SHORTEST = 2
_BESIDE = 7  # small words between a state and the name of its envoy
_NAMES, _SMALL, _MARK, _POST, _STATE, _REALM, _OTHER = "name", "small", "mark", "post", "state", "realm", "other"
_VERBS = ("verb.appoint", "verb.accredit", "verb.credentials", "verb.have", "verb.end", "verb.serve")
_LIGHT = (
    *_VERBS,
    *("office.person", "title", "fact", "noun.several", "noun.nth", "noun.government"),
    *("mark.relative", "mark.yearly", "mark.clause", "mark.namely"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Token:
    """A word or mark of a roll: what it is, where it stands, and the state, post or date meant by it."""

    kind: str
    start: int
    end: int
    mention: Mention | None = None
    joined: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One envoy of a roll: the name ("" for none), the post as its class, and the states beside him in order."""

    person: str
    post: str
    states: tuple[Mention, ...]
    start: int
    end: int
    plural: bool = False


def read_roll(chart: Chart, low: int, *, alone: bool = False) -> list[Entry]:
    """The entries of the roll behind a place, all named or none; of one only, where it stands ``alone`` in its line.

    Refuses a roll in which a verb stands between two, and states that neither a post, a marker nor a bracket leads to.
    """
    tokens = _without_loose_states(chart, list(_tokens(chart, low)))
    places = [place for place, one in enumerate(tokens) if one.kind == _STATE]
    if not places:
        return []
    blocks = _blocks(tokens, places)
    first = _name_before(chart, tokens, 0, blocks[0][0], led=True) if len(tokens) else None
    if first is not None and _names_the_post(chart, tokens, blocks[0][0]):
        stop = blocks[1][0] if len(blocks) > 1 else len(tokens)
        first = None if _name_behind(chart, tokens, blocks[0][1] + 1, stop) else first
    entries = list(_entries(chart, tokens, blocks, before=first is not None))
    few = 1 if alone else _FEWEST_WORDS
    return entries if len(entries) >= few else []


def _tokens(chart: Chart, low: int) -> Iterator[_Token]:
    """The words and marks behind a place, up to a verb that no roll is told with."""
    place, text, led, last = low, chart.text, False, ""
    while (found := _WORD.search(text, place)) is not None:
        token = _token(chart, found.start(), found.end())
        particle = found.group() in chart.pack.particles and (token is None or token.kind == _SMALL)
        if (led and found.group()[0].isalpha()) or particle:
            token = _Token(kind=_NAMES, start=found.start(), end=found.end())  # "عبد | الأحد |"
        if token is None:
            return
        if last == _NAMES and _is_name_word(chart, token):
            token = replace(token, kind=_NAMES, end=found.end(), mention=None)  # "سالم | سلطان | عيسى"
        yield token
        last = token.kind
        led = token.kind == _NAMES and text[token.start : token.end] in chart.pack.particles
        place = max(token.end, found.end())


def _is_name_word(chart: Chart, token: _Token) -> bool:
    """Whether a bare word behind a name is one of it, whatever else it means: a weekday, a sultan of no state."""
    one = token.mention
    bare = token.kind == _OTHER and one is not None and one.start == token.start and not one.ids and not one.role
    bare = bare and one is not None and one.kind != "quantity"
    word = chart.text[token.start : token.end].split()[0]
    return bare and word.isalpha() and not has_article(chart.text, token.start + len(word), chart.pack)


def _token(chart: Chart, start: int, end: int) -> _Token | None:
    word = chart.text[start:end]
    if not word[0].isalpha():
        return _Token(kind=_MARK if not word[0].isdigit() else _SMALL, start=start, end=end)
    here = [one for one in chart.mentions if start <= one.start <= start + _GLUE and one.start < end <= one.end]
    here = [one for one in here if chart.text[start : one.start] in ("", *chart.pack.proclitics)]
    joined = word[0] in chart.pack.glued_joiners
    for one in here:
        kind = _kind_of(one)
        if kind:
            return _Token(kind=kind, start=start, end=one.end, mention=one, joined=joined)
    labels = {label for one in here for label in one.classes}
    led = ("", *chart.pack.joiners)
    deeds = {label for one in here if chart.text[start : one.start] in led for label in one.classes}
    if any(label.startswith("verb.") and label not in _VERBS for label in deeds):
        return None
    if any(label.startswith(_LIGHT) for label in labels):
        last = max(one.end for one in here if one.kind == "cue")
        return _Token(kind=_SMALL, start=start, end=max(end, last), joined=joined)
    return _Token(kind=_SMALL if _is_small(chart, word) else _NAMES, start=start, end=end, joined=joined)


def _kind_of(one: Mention) -> str:
    if one.kind == "party" and one.deictic:
        return _REALM
    if one.kind == "party" and len(one.ids) == 1:
        return _STATE
    if one.kind == "organization" or (one.kind == "city" and one.country and one.role):
        return _STATE
    prince = one.kind == "actor" and "title.prince" in one.classes
    if one.kind in ("date", "quantity") or (one.kind == "actor" and one.actor and one.actor.office and not prince):
        return _OTHER
    return _POST if one.kind == "cue" and one.kind_in("post") else ""


def _is_small(chart: Chart, word: str) -> bool:
    """Whether a word is none of a name: a marker, a light word, with what is written onto it or without."""
    pack = chart.pack
    small = (pack.before.keys(), pack.joiners, pack.light, pack.skip, pack.not_names)
    bare = {word, *(word[len(one) :] for one in pack.proclitics if word.startswith(one))}
    return any(form in words for words in small for form in (bare if words is pack.skip else {word})) or (
        word[0] in pack.glued_joiners and (word[1:] in pack.not_names or word[1:] in pack.before)
    )


def _without_loose_states(chart: Chart, tokens: list[_Token]) -> list[_Token]:
    """The tokens, a state that nothing leads to being but a word: no post, no marker, no bracket, no list of posts."""
    out: list[_Token] = []
    several = False
    for one in tokens:
        several = several or _is_plural(chart, one)
        keep = one.kind != _STATE or _is_led(chart, out, one, several=several)
        out.append(one if keep else replace(one, kind=_OTHER if one.mention and one.mention.role else _NAMES))
    return out


def _is_plural(chart: Chart, one: _Token) -> bool:
    return one.kind == _POST and one.mention is not None and chart.is_plural(one.mention)


def _is_led(chart: Chart, before: Sequence[_Token], one: _Token, *, several: bool) -> bool:
    state = one.mention
    last = next((token for token in reversed(before) if token.kind != _SMALL), None)
    if state is None or last is None:
        return several or (state is not None and state.role in ("in", "to", "of"))
    if state.form == "adjective":
        listed = any(token.mention and token.mention.form == "adjective" for token in before if token.kind == _STATE)
        if listed and one.joined and last.kind == _MARK:
            return True  # «السفير التركي فلان، | والكويتي | فلان»
        return last.kind in (_POST, _REALM) and last.end + 1 == one.start  # "بالمملكة | الإسبانية"
    bracketed = chart.text[one.start - 1 : one.start] == "(" and chart.text[one.end : one.end + 1] == ")"
    listed = several and (last.kind == _MARK or one.joined or last.kind == _POST)
    return last.kind in (_POST, _STATE) or bracketed or listed or state.role in ("in", "to", "of")


def _blocks(tokens: Sequence[_Token], places: Sequence[int]) -> list[tuple[int, int]]:
    """The states of each envoy, by the first and last token: "سفيرا | للبحرين لدى روسيا |", "| بالنمسا وسلوفينيا |"."""
    out: list[tuple[int, int]] = []
    for place in places:
        between = tokens[out[-1][1] + 1 : place] if out else ()
        apart = any(one.kind in (_NAMES, _POST, _REALM, _OTHER) for one in between)
        if out and not apart and not any(one.kind == _MARK for one in between):
            out[-1] = (out[-1][0], place)
        else:
            out.append((place, place))
    return out


def _entries(
    chart: Chart, tokens: Sequence[_Token], blocks: Sequence[tuple[int, int]], *, before: bool
) -> Iterator[Entry]:
    """An entry of each block of states, with the name before it or behind it; where none is named, each state's own."""
    ends = [*(low for low, _ in blocks[1:]), len(tokens)]
    starts = [0, *(high + 1 for _, high in blocks)]
    named = [
        _name_before(chart, tokens, starts[number], low, led=number == 0)
        if before
        else _name_behind(chart, tokens, high + 1, ends[number])
        for number, (low, high) in enumerate(blocks)
    ]
    if 0 < sum(one is not None for one in named) * 2 < len(named):
        return
    for number, (low, high) in enumerate(blocks):
        name = named[number]
        posts = [one for one in tokens[starts[number] : low] if one.kind == _POST]
        if name is None and any(named) and (not posts or _is_plural(chart, posts[-1])):
            continue
        posts = posts or [one for one in tokens[: blocks[0][0]] if _is_plural(chart, one)]
        states = tuple(one.mention for one in tokens[low : high + 1] if one.kind == _STATE and one.mention is not None)
        span = (tokens[low].start, tokens[high].end)
        entry = Entry(
            person=chart.text[name[0] : name[1]] if name is not None else "",
            post=(posts[-1].mention.kind_in("post") if posts and posts[-1].mention else "") or "ambassador",
            states=states,
            start=min(span[0], name[0]) if name is not None else span[0],
            end=max(span[1], name[1]) if name is not None else span[1],
            plural=bool(posts) and _is_plural(chart, posts[-1]),
        )
        apart = entry.plural and not any(named)
        yield from (replace(entry, states=(one,)) for one in states) if apart else (entry,)


def _name_before(chart: Chart, tokens: Sequence[_Token], low: int, high: int, *, led: bool) -> tuple[int, int] | None:
    """Where the name right before a state's post begins and ends; without what joins it to the one before."""
    place, small = high - 1, 0
    while place >= low and tokens[place].kind in (_SMALL, _POST, _MARK, _REALM):
        small += tokens[place].kind == _SMALL
        place -= 1
    last = place
    while place >= low and tokens[place].kind == _NAMES:
        place -= 1
    if last == place or small > _BESIDE:
        return None
    named = any(cue.end == tokens[place].end for cue in chart.cues("mark.namely")) if place >= low else False
    return _whole(chart, tokens[place + 1 : last + 1], joined=_follows(tokens, place, low, led=led), onto=named)


def _names_the_post(chart: Chart, tokens: Sequence[_Token], state: int) -> bool:
    """Whether a post with an article stands right behind words, no mark between: «وشمل الاستقبال | السفير الجديد»."""
    posts = [place for place, one in enumerate(tokens[:state]) if one.kind == _POST]
    if not posts or posts[0] == 0:
        return False
    return tokens[posts[0] - 1].kind == _NAMES and has_article(chart.text, tokens[posts[0]].end, chart.pack)


def _follows(tokens: Sequence[_Token], place: int, low: int, *, led: bool) -> bool:
    """Whether a name goes on with a list: a mark or a state stands right before it, or the entry before ends there."""
    return not led if place < low else tokens[place].kind in (_MARK, _STATE)


def _name_behind(chart: Chart, tokens: Sequence[_Token], low: int, high: int) -> tuple[int, int] | None:
    """Where the name right behind a state begins and ends: up to a mark, the next post or a word that is no name's."""
    place, small = low, 0
    while place < high and tokens[place].kind in (_SMALL, _MARK) and small <= _BESIDE:
        if tokens[place].kind == _MARK and small > 0 and chart.text[tokens[place].start] in ";؛.":
            return None
        small += 1
        place += 1
    first = place
    comma = low < place < high and chart.text[tokens[place - 1].start] in SPACED_COMMAS
    if comma and chart.text[tokens[place].start] in chart.pack.joiners:
        return None  # «، | وفلان»: the next of a list
    while place < high and tokens[place].kind == _NAMES:
        place += 1
    return _whole(chart, tokens[first:place], joined=False) if place > first else None


def _whole(chart: Chart, words: Sequence[_Token], *, joined: bool, onto: bool = False) -> tuple[int, int] | None:
    """A name of two words or more, what is written onto its first left out where it goes on with a list.

    So is a preposition behind a word that leads to the first (``onto``): «يتعلق الأمر | بأحمد الصفريوي».
    """
    start, end = words[0].start, words[-1].end
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS:
        return None
    glued = joined and chart.text[start] in chart.pack.joiners and words[0].end - start > _SHORTEST
    aimed = onto and chart.text[start : start + 1] in chart.pack.before
    return start + (glued or aimed), end
