"""Whether what a verb of recognition takes can be a state at all, by what stands right beside the verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.claims.clauses.relative import leads
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import CLAUSE_COMMAS, SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.verbal_nouns import is_verbal_noun
from comity.claims.sentences.words import capital_run, left_words, role_after, role_before

_HEADS = ("noun.independence", "noun.government", "noun.regime", "mark.state")
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_STOP = re.compile(rf"[{re.escape(CLAUSE_COMMAS + SEMICOLONS)}:()—]")
_OWNED, _DOER = 40, 12
_HEADING = 90
_HOW = 4


def takes_no_state(chart: Chart, verb: Mention) -> bool:
    """Whether what is recognised is something else: "recognised | the existence of the war | with Mexico".

    "Grievances recognised by the Queen" too, and "recognised that X …". Asked only of languages whose words for states
    and their governments are known and whose objects stand behind the verb; where nothing tells, it is taken for one.
    """
    if not leads(chart.pack) or not chart.pack.cues.get("mark.state") or _told_within(chart, verb):
        return False
    if _of_a_paper_before(chart, verb):
        return True
    _, end = chart.clause(verb.start)
    if "mark.admitting" in verb.classes and not _as_a_state(chart, verb, end):
        return True
    stop = next((found.start() for found in _STOP.finditer(chart.text, verb.end, end)), end)
    first = next((one for one in _named(chart) if verb.end <= one.start < stop), None)
    words = _words(chart, verb.end, stop if first is None else first.start)
    if words and (chart.pack.before.get(words[0]) == "by" or _by_whom(chart, words, first)):
        return _something_before(chart, verb)
    while words and (words[0] in chart.pack.before or words[0] in chart.pack.skip or words[0] in chart.pack.light):
        words = words[1:]
    if not words:
        return first is not None and _owner_of_a_thing(chart, first)
    anys = {word for word, _, _ in chart.pack.cues.get("mark.any", ())}
    if any(word in chart.pack.contents or word in anys for word in words):
        return True
    return first is not None and (any(word in chart.pack.before for word in words) or _owner_of_a_thing(chart, first))


def takes_a_name(chart: Chart, verb: Mention) -> bool:
    """Whether a full name that is no state's stands right behind a verb: "erkenne | Nicolás Maduro | nicht an"."""
    if not chart.pack.inverts:
        return False
    start = verb.end + 1
    end = capital_run(chart.text, start, chart.pack)
    known = any(one.start < end and start < one.end for one in chart.mentions)
    return " " in chart.text[start:end].strip() and not known


def _by_whom(chart: Chart, words: Sequence[str], first: Mention | None) -> bool:
    """Whether a few words that tell how stand between a verb and by whom it was done: "recognised | de jure | by A"."""
    agent = first is not None and first.role == "by" and chart.pack.before.get(words[-1]) == "by"
    return agent and len(words) <= _HOW


def _of_a_paper_before(chart: Chart, verb: Mention) -> bool:
    """Whether "which" before the verb means a text: "had not signed the Treaty, | which | recognised it"."""
    words = [(at, word.lower()) for at, word in left_words(chart.text, verb.start, 2)]
    which = next((at for at, word in words if word in chart.pack.which), None)
    texts = [one for one in chart.cues("agreement", "noun.paper") if which is not None and one.end <= which]
    if which is None or not texts:
        return False
    named = [*chart.parties, *chart.kind("city"), *chart.actors]
    between = [one for one in named if texts[-1].end <= one.start and one.end <= which]
    return not any(one.role == "" for one in between)


def _as_a_state(chart: Chart, verb: Mention, end: int) -> bool:
    """Whether somebody is acknowledged as a state, or its independence is: "acknowledged A | as a sovereign state"."""
    first = next((one for one in _named(chart) if verb.end <= one.start < end), None)
    if first is None:
        return False
    if first.role == "by":  # "the independence of Greece was | acknowledged | by the Porte"
        start, _ = chart.clause(verb.start)
        return bool(chart.within(chart.cues("noun.independence"), start, verb.start))
    heads = chart.within(chart.cues(*_HEADS), verb.end, end)
    led = first.kind == "cue" or any("as" in _words(chart, first.end, one.start) for one in heads)
    return led and bool(heads)


def _told_within(chart: Chart, verb: Mention) -> bool:
    """Whether the verb's own words say what is recognised: "acknowledged the independence"."""
    said = chart.text[verb.start : verb.end].lower()
    return any(word in said for label in _HEADS for word, _, _ in chart.pack.cues.get(label, ()))


def _named(chart: Chart) -> list[Mention]:
    """The states and the nouns for states and governments of a sentence, in order."""
    return sorted([*chart.parties, *chart.cues(*_HEADS)], key=lambda one: one.start)


def _words(chart: Chart, low: int, high: int) -> Sequence[str]:
    """The words of a stretch in small letters, dates left out."""
    taken = [(one.start, one.end) for one in chart.dates]
    found = [(one.start(), one.group().lower()) for one in _WORD.finditer(chart.text, low, max(low, high))]
    return [word for at, word in found if not any(start <= at < end for start, end in taken)]


def _owner_of_a_thing(chart: Chart, one: Mention) -> bool:
    """Whether a state only owns what is recognised: "recognised | Cuban | insurgents", "| Italy's | conquest"."""
    if one.kind != "party" or one.deictic:
        return False
    owns = one.form == "adjective" or role_after(chart.text, one.end, chart.pack)[0] == "of"
    heads = [cue for cue in _named(chart) if 0 <= cue.start - one.end <= _OWNED]
    gap = chart.text[one.end : heads[0].start] if heads else "."
    return owns and (has_any(gap, ".,;:") or any(word in chart.pack.before for word in gap.lower().split()))


def _something_before(chart: Chart, verb: Mention) -> bool:
    """Whether what somebody recognised stands before the verb and is no state: "the principle | recognised by A"."""
    start, _ = chart.clause(verb.start)
    named = [one for one in _named(chart) if start <= one.start and one.end <= verb.start]
    if not named:
        return False
    last = named[-1]
    gap = chart.text[last.end : verb.start]
    if has_any(gap, CLAUSE_COMMAS + "—") or "--" in gap:
        return _apart(chart, named, verb)
    if last.kind == "cue":
        return False
    if not all(_is_small(chart, word) for word in _words(chart, last.end, verb.start)):
        return True
    return _owned_by(chart, last, named)


def _apart(chart: Chart, named: Sequence[Mention], verb: Mention) -> bool:
    """Whether a comma parts the verb from what is no state: a participle's is right before it, a verb's leads."""
    gap = chart.text[named[-1].end : verb.start]
    words = _words(chart, named[-1].end, verb.start)
    said = _words(chart, verb.start, verb.end)
    if said[0] in chart.pack.auxiliaries or (words and words[-1] in chart.pack.auxiliaries):
        return _owned_by(chart, named[0], named) if named[0].kind == "party" else False
    if named[-1].kind == "party" and _owned_by(chart, named[-1], named):
        return True
    return bool(gap.strip(" ,")) and not all(_is_small(chart, word) for word in words)


def _owned_by(chart: Chart, one: Mention, named: Sequence[Mention]) -> bool:
    """Whether a state stands behind a preposition whose noun is none for a state: "the coast | of Liberia |"."""
    role, begin = role_before(chart.text, one.start, chart.pack)
    if not role or one.deictic:
        return False
    heads = [cue for cue in named if cue.kind == "cue" and cue.start < begin]
    return not heads or any(word in chart.pack.before for word in _words(chart, heads[-1].end, begin))


def _is_small(chart: Chart, word: str) -> bool:
    pack = chart.pack
    return word in pack.auxiliaries or word.endswith(pack.auxiliary_endings) or word in pack.light


def only_talked_of(chart: Chart, verb: Mention) -> bool:
    """Whether a recognition is but a noun, done by nobody and on no day: "a complaint against | the recognition of A".

    Refuses a heading, and one whose doer stands beside it or behind "by".
    """
    said = chart.text[verb.start : verb.end].lower().split()
    if chart.pack.inverts and is_verbal_noun(chart, verb):
        return _noun_alone(chart, verb)
    bare = said[:-1] if said and chart.pack.before.get(said[-1]) == "of" else said
    if not leads(chart.pack) or not is_verbal_noun(chart, verb) or len(bare) > 1:
        return False
    _, end = chart.clause(verb.start)
    by = any(one.role == "by" for one in chart.within((*chart.parties, *chart.actors), verb.end, end))
    owner = next((word for _, word in left_words(chart.text, verb.start, 1)), "").lower()
    beside = any(0 <= verb.start - one.end <= _DOER for one in chart.parties)
    named = beside or owner in {word for word, _, _ in chart.pack.cues.get("mark.possessive", ())}
    finite = chart.pack.finals & set(_words(chart, 0, len(chart.text)))
    return not (by or named or chart.dates) and bool(finite or len(chart.text) > _HEADING)


def _noun_alone(chart: Chart, verb: Mention) -> bool:
    """Whether a recognition is a noun whose doer nobody names, or that of a thing: "| Anerkennung | der Aussiedlung".

    Who does it is an adjective or a name before it, stands behind "durch", or is "sein" and "ihr".
    """
    start, end = chart.clause(verb.start)
    behind = _words(chart, verb.end, end)[:2]
    states = [one for one in _named(chart) if verb.end <= one.start < end]
    if behind and behind[0] in chart.pack.genders and not any(one.start - verb.end <= _OWNED for one in states):
        return True
    doers = [
        one for one in (*chart.parties, *chart.actors) if start <= one.start < end and one.role not in ("of", "in")
    ]
    owned = any(0 < verb.start - one.end <= _DOER for one in chart.cues("mark.own"))
    return not (doers or owned)


def owned_before(chart: Chart, noun: Mention) -> bool:
    """Whether "her" stands right before independence, which is then that of somebody told of before."""
    own = {word for word, _, _ in chart.pack.cues.get("mark.possessive", ())}
    return next((word for _, word in left_words(chart.text, noun.start, 1)), "").lower() in own


def gave_up(chart: Chart, verb: Mention) -> bool:
    """Whether a refusal is what somebody ended: "| ended | sixteen years of American | non-recognition of | Russia"."""
    start, _ = chart.clause(verb.start)
    ends = [one for one in chart.cues("verb.sever", "verb.terminate") if start <= one.start and one.end <= verb.start]
    return leads(chart.pack) and is_verbal_noun(chart, verb) and bool(ends)
