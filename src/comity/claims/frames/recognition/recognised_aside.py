"""Recognitions told in a relative clause: "Honduras, que reconoció a Pekín", "cuya independencia reconoce Perú"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from comity.claims.context.discourse import Discourse, Found
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.sides.of_anchor import found
from comity.claims.frames.times.attach import event_date
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention
from comity.model.roles import Recognition

_RIGHT_BEHIND = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A verb of a relative clause with who recognises and whom, and the stretch that the clause takes up."""

    verb: Mention
    subject: Found
    object: Found
    span: tuple[int, int]


def recognised_asides(chart: Chart) -> Iterator[Aside]:
    """Each relative clause of a sentence that tells who recognises whom, both of them named beside it."""
    if chart.pack.order != "svo" or chart.pack.cases or not chart.pack.spaced:
        return
    for verb in chart.cues("verb.recognise"):
        one = _who(chart, verb) or (_whose(chart, verb) if chart.pack.postposes else None)
        if one is not None:
            yield one


def _who(chart: Chart, verb: Mention) -> Aside | None:
    """ "Honduras, | que | reconoció | a Pekín": who stands before the comma, whom right behind the verb."""
    which = next((x for x in chart.cues("mark.relative") if chart.text[x.end : verb.start] == " "), None)
    if which is None or " " in chart.text[which.start : which.end].strip():
        return None
    doers = [x for x in chart.parties if chart.text[x.end : which.start] == ", " and x.form != "adjective"]
    taken = [x for x in (*chart.parties, *chart.kind("city")) if 0 <= x.start - verb.end <= _RIGHT_BEHIND]
    taken = [x for x in taken if x.form != "adjective" and x.role in ("object", "")]
    whom = found(chart.group_of(taken[0])) if taken else Found()
    who = found(doers[-1:])
    if len(who.ids) != 1 or not whom.ids or who.ids[0] in whom.ids:
        return None
    return Aside(verb=verb, subject=who, object=whom, span=(which.start, _end(chart, taken[0].end)))


def _whose(chart: Chart, verb: Mention) -> Aside | None:
    """ "A Abjasia y a Osetia del Sur, | cuya independencia reconoce | Nicaragua": whom before the comma, who behind."""
    whose = next((x for x in reversed(chart.cues("deixis.whose")) if x.end <= verb.start), None)
    named = [x for x in chart.cues("noun.independence") if whose is not None and whose.end <= x.start < verb.start]
    if whose is None or not named:
        return None
    whom = [x for x in chart.parties if chart.text[x.end : whose.start] == ", "]
    doers = [x for x in chart.parties if 0 <= x.start - verb.end <= _RIGHT_BEHIND // 2 and x.role == ""]
    if not whom or not doers:
        return None
    who, objects = found(chart.group_of(doers[0])), found(chart.group_of(whom[-1]))
    return Aside(verb=verb, subject=who, object=objects, span=(whose.start, _end(chart, doers[0].end)))


def _end(chart: Chart, place: int) -> int:
    comma = chart.text.find(",", place)
    return comma if comma >= 0 else len(chart.text)


def read_asides(chart: Chart, discourse: Discourse, asides: Sequence[Aside]) -> Iterator[Draft]:
    """The drafts of the recognitions that relative clauses tell; a denied one is refused."""
    for one in asides:
        event = "refused" if negated(chart, [one.verb]) else "recognised"
        own = event_date(chart, discourse, one.verb)
        for who in one.subject.ids:
            for other in (party for party in one.object.ids if party != who):
                yield Draft(
                    roles=Recognition(subject=who, object=other, event=event),
                    rule="recognition.aside",
                    dated=own,
                    modality=modality_of(chart, one.verb),
                    context=(*one.subject.context, *one.object.context),
                )


def taken_aside(chart: Chart, verb: Mention, asides: Sequence[Aside]) -> bool:
    """Whether a verb is one of those clauses', or nobody outside of them stands before it who may be its subject."""
    if not asides or any(one.verb is verb for one in asides):
        return bool(asides)
    before = [x for x in (*chart.parties, *chart.actors) if x.end <= verb.start and x.role == "" and x.ids]
    return all(any(low <= x.start < high for low, high in (one.span for one in asides)) for x in before)
