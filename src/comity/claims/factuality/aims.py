"""Whether what a verb tells is but an aim, or only decided on, so that it was not yet done."""

from __future__ import annotations

from comity.claims.clauses.relative import leads
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import CLAUSE_COMMAS, SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.verbal_nouns import is_verbal_noun
from comity.claims.sentences.words import role_before

_DEED = 30
_MISSIONS = frozenset({"verb.open", "verb.close", "verb.move", "verb.raise", "verb.lower"})
_NEAR = 55
_ON = 12
_SIGNED = 120
_TIES = frozenset({"verb.establish", "verb.restore", "verb.upgrade"})


def only_aimed(chart: Chart, verb: Mention) -> bool:
    """Whether a verb is but an aim: "sent a minister | to conclude | a treaty", with no day behind it.

    Refuses what somebody agreed to do, or was the first to do.
    """
    said = chart.text[verb.start : verb.end].lower().split()
    before = chart.text[: verb.start].lower().split()[-2:]
    words = said[:1] if said[:1] and said[0] in chart.pack.infinitives else before
    aimed = bool(chart.pack.infinitives & set(words)) or _sought(chart, verb)
    if (
        not aimed
        or chart.near_cue(verb, "mark.done", _DEED)
        or _done_on_a_day(chart, verb)
        or _by_signing(chart, verb)
        or done_first(chart, verb, verb)
    ):
        return False
    _, end = chart.clause(verb.start)
    return not any(verb.end <= one.start < end for one in chart.dates)


def _done_on_a_day(chart: Chart, verb: Mention) -> bool:
    """Whether a day parts what two did from its infinitive: "agreed | on 9 May 2022 | to restore"."""
    ends = tuple(f" {word}" for word in chart.pack.infinitives)
    phrases = [word for word, _, _ in chart.pack.cues.get("mark.done", ())]
    done = {word.removesuffix(end) for word in phrases for end in ends if word.endswith(end)}
    for day in chart.dates:
        gap = chart.text[day.end : verb.start] if day.end <= verb.start else ","
        led = not gap.strip() or gap.strip().lower() in chart.pack.infinitives
        if led and chart.text[: day.start].lower().rstrip().endswith(tuple(f" {word}" for word in done)):
            return True
    return False


def _sought(chart: Chart, verb: Mention) -> bool:
    """Whether a verb's noun is what something is for: "a correspondence | for the establishment of | relations"."""
    return (
        is_verbal_noun(chart, verb)
        and leads(chart.pack)
        and role_before(chart.text, verb.start, chart.pack)[0] == "for"
    )


def agreed_to(chart: Chart, verb: Mention) -> bool:
    """Whether a verb's infinitive is what two agreed to, which makes it so: "kamen überein, Beziehungen | aufzunehmen".

    Of relations only: an embassy that they agree to open is not yet open. Refuses a "to" that is a word of its own.
    """
    if not verb.classes & _TIES:
        return False
    if not chart.pack.inverts:
        return _by_signing(chart, verb)
    return any(one.end <= verb.start for one in chart.within(chart.cues("mark.done"), *chart.clause(verb.start)))


def _by_signing(chart: Chart, verb: Mention) -> bool:
    """Whether an infinitive tells why a communiqué was signed: "signed a communiqué | to establish | relations"."""
    if not leads(chart.pack):
        return False
    start, _ = chart.clause(verb.start)
    texts = [one for one in chart.within(chart.cues("agreement"), start, verb.start) if verb.start - one.end <= _SIGNED]
    signed = [one for one in chart.within(chart.cues("verb.sign"), start, verb.start) if texts]
    between = chart.within(chart.cues("verb"), signed[-1].end, verb.start) if signed else []
    return bool(signed) and not between and "agreement.communique" in texts[-1].classes


def decided_on(chart: Chart, noun: Mention) -> bool:
    """Whether a noun tells what is only decided on: "hat die | Wiedereröffnung | der Botschaft in Kiew beschlossen"."""
    if not noun.classes & _MISSIONS or not chart.pack.inverts or not is_verbal_noun(chart, noun):
        return False
    return any(one.start >= noun.end for one in chart.within(chart.cues("mark.done"), *chart.clause(noun.start)))


def of_a_text(chart: Chart, noun: Mention) -> bool:
    """Whether a deed said as a noun is but what a text is on: "ein Abkommen zur | Eröffnung | einer Schule"."""
    near = (one for one in chart.cues("agreement") if 0 < noun.start - one.end <= _ON)
    return is_verbal_noun(chart, noun) and any(near)


def decided(chart: Chart, verb: Mention) -> bool:
    """Whether an infinitive tells what is only decided on: "agreed | to open | embassies", with no day behind it.

    Where verbs have no forms, the clause alone tells: "决定在广州 | 设立 | 领事馆".
    """
    said = chart.text[verb.start : verb.end].lower().split()[:1]
    meant = any(0 <= verb.start - one.end <= _DEED for one in chart.cues("mark.meant"))
    if not chart.pack.spaced:
        low, high = chart.clause(verb.start)
        return any(one.end <= verb.start for one in chart.within(chart.cues("mark.meant"), low, high))
    return bool(said) and said[0] in chart.pack.infinitives and meant


def done_first(chart: Chart, cue: Mention, anchor: Mention) -> bool:
    """Whether an infinitive tells what was done in some order: "the first consulate | to open | in A was …"."""
    words = chart.text[cue.start : cue.end].lower().split()
    if agreed_to(chart, anchor):
        return True
    if not words or words[0] not in chart.pack.infinitives or cue.start > anchor.start:
        return False
    orders = [one for one in chart.cues("mark.foremost", "fact.first") if one.end <= cue.start]
    gap = chart.text[orders[-1].end : cue.start] if orders else ","
    return not has_any(gap, CLAUSE_COMMAS + SEMICOLONS) and len(gap) <= _NEAR
