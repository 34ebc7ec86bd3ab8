"""What became of a text told of before: "It entered into force in 1999", "Ratificado por la Argentina en 2003"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from comity.claims.context.discourse import Discourse
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.times.attach import event_date
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.marks import SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import takes_object
from comity.model.roles import Agreement

_LATER = {"verb.ratify": "ratified", "verb.force": "in-force", "verb.terminate": "terminated"}
_SIGNED = {**_LATER, "verb.sign": "signed"}
_OPENING = 4
_REACH = 40
_WORD = re.compile(r"[^\W\d_]+")


def read_again(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a sentence without a text of its own that dates what became of the one told of just before.

    "It entered into force on 13 September 1932"; "In Kraft trat es 2019"; "Signed by both, ledit accord …". Refuses
    what nothing dates, and a verb that may be somebody's: whose subject is neither the text nor left out.
    """
    last = discourse.recent_agreement()
    if last is None or not chart.dates:
        return
    for verb in chart.cues(*_SIGNED):
        said = _said_of_it(chart, discourse, verb)
        event = next(_SIGNED[label] for label in _SIGNED if label in verb.classes)
        if not said or negated(chart, [verb]) or (event == "signed" and said != "text"):
            continue
        yield Draft(
            roles=_told(last, event),
            rule="agreement.it",
            dated=event_date(chart, discourse, verb),
            modality=modality_of(chart, verb),
            context=(discourse.agreement_place,) if discourse.agreement_place else (),
        )


def _told(last: Agreement, event: str) -> Agreement:
    return replace(last, event=event, place=None)


def _said_of_it(chart: Chart, discourse: Discourse, verb: Mention) -> str:
    """How a verb is said of that text: ``text`` ("the said treaty"), ``it``, ``led`` by the verb; "" where not."""
    start, end = chart.clause(verb.start)
    if chart.within(chart.cues("deixis.text"), start, end):
        return "text"
    if chart.has("deixis.it"):
        return "it"
    if any(_subject(chart, one, verb) for one in chart.cues("deixis.thing", "deixis.person")):
        return "it"
    return "led" if discourse.sentence - discourse.agreement_at <= 1 and _leads(chart, verb) else ""


def _subject(chart: Chart, pronoun: Mention, verb: Mention) -> bool:
    """Whether a pronoun that begins its clause is a verb's subject, and the verb has no object of its own."""
    start, _ = chart.clause(verb.start)
    if not start <= pronoun.start <= start + _OPENING or not 0 <= verb.start - pronoun.end <= _REACH:
        return _turned(chart, pronoun, verb)
    gap = chart.text[pronoun.end : verb.start]
    named = chart.within([*chart.parties, *chart.actors, *chart.cues("verb")], pronoun.end, verb.start)
    return not named and not has_any(gap, SEMICOLONS + ",") and not _has_object(chart, verb)


def _turned(chart: Chart, pronoun: Mention, verb: Mention) -> bool:
    """Whether the verb leads and its subject follows: "In Kraft trat | es | am 12. Februar 2019"."""
    behind = 0 <= pronoun.start - verb.end <= _OPENING * 3
    return chart.pack.inverts and behind and "deixis.thing" in pronoun.classes and _leads(chart, verb)


def _has_object(chart: Chart, verb: Mention) -> bool:
    """Whether somebody does something with a verb: "il dénonça | les propos"; "in force" has no object."""
    taken = [(one.start, one.end) for one in (*chart.dates, *chart.cues("fact", "mark"))]
    return "verb.force" not in verb.classes and takes_object(chart.text, verb.end, chart.pack, taken)


def _leads(chart: Chart, verb: Mention) -> bool:
    """Whether a sentence begins with a verb, or with light words and it: "Ratifié par la France en 2003"."""
    light = chart.pack.light | chart.pack.joiners | chart.pack.skip
    taken = [(one.start, one.end) for one in chart.dates]
    words = [one for one in _WORD.finditer(chart.text[: verb.start]) if not any(a <= one.start() < b for a, b in taken)]
    return all(one.group().lower() in light for one in words) and not _has_object(chart, verb)
