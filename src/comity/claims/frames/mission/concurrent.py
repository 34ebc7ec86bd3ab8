"""An envoy in a third state who covers one of two as well, neither the seat's town nor whom he covers being named."""

from __future__ import annotations

from comity.claims.clauses.relative import leads
from comity.claims.context.discourse import Discourse
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.mission.seated_abroad import embassy_from
from comity.claims.frames.times.standing import standing_date
from comity.claims.sentences.chart import Chart, party_ids
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention

_ARTICLE, _ENDS = 4, 3


def concurrent_envoy(chart: Chart, discourse: Discourse, cue: Mention) -> Draft | None:
    """What "el embajador costarricense en Egipto es concurrente" tells of the two in question.

    Refuses a sentence that names another state, and an envoy in one of the two.
    """
    if chart.pack.order != "svo" or not chart.pack.spaced or negated(chart, [cue]):
        return None
    start, end = chart.clause(cue.start)
    behind = _behind(chart, discourse, cue, end) or _covered(chart, discourse, cue, (start, end))
    doer = _doer(chart, start, cue)
    if behind is not None or doer is None:
        return behind
    sender, reach = doer.ids[0], end if doer.actor is None else cue.start
    places = [one for one in chart.mentions if one.kind in ("party", "city") and start <= one.start < reach]
    told = ("in", "from") if doer.actor is None else ("in",)
    seats = [one for one in places if one.role in told and party_ids(one)]
    inside = chart.within(chart.kind("party"), start, end)
    named = {one.ids[0] for one in inside if one.ids and not one.deictic} - {sender}
    states = {party_ids(one)[0] for one in seats}
    other = discourse.other_than(sender)
    if len(states) != 1 or not named <= states or other is None or states & {sender, *other.ids} or len(other.ids) != 1:
        return None
    town = next((one for one in seats if one.kind == "city"), None)
    return Draft(
        roles=embassy_from(sender, other.ids[0], states.pop(), town),
        rule="mission.accredited.envoy",
        dated=standing_date(chart, discourse, cue),
        modality=modality_of(chart, cue),
        context=other.context(),
    )


def _behind(chart: Chart, discourse: Discourse, cue: Mention, end: int) -> Draft | None:
    """What "se ocupaba de Eslovaquia | nuestro embajador en Praga" tells: who covers stands behind whom they cover."""
    envoys = [one for one in chart.within(chart.actors, cue.end, end) if one.actor and one.actor.post == "ambassador"]
    if not chart.pack.postposes or len(envoys) != 1 or len(envoys[0].ids) != 1:
        return None
    sender = envoys[0].ids[0]
    covered = [one for one in chart.within(chart.parties, cue.end, envoys[0].start) if not one.deictic]
    seats = [one for one in chart.within(chart.kind("city"), envoys[0].start, end) if one.role == "in" and one.country]
    if len(covered) != 1 or len(covered[0].ids) != 1 or len(seats) != 1:
        return None
    target, seat = covered[0].ids[0], seats[0]
    if len({sender, target, seat.country}) != len((sender, target, seat)):
        return None
    return Draft(
        roles=embassy_from(sender, target, seat.country, seat),
        rule="mission.accredited.envoy",
        dated=standing_date(chart, discourse, cue),
        modality=modality_of(chart, cue),
    )


def _covered(chart: Chart, discourse: Discourse, cue: Mention, clause: tuple[int, int]) -> Draft | None:
    """What "Oman relevait de | l'ambassadeur du Pérou à Riyad" tells: whom an envoy covers stands before the verb."""
    start, end = clause
    envoys = [one for one in chart.within(chart.actors, cue.end, end) if one.actor and one.actor.post == "ambassador"]
    covered = [one for one in chart.within(chart.parties, start, cue.start) if one.role == "" and len(one.ids) == 1]
    near = envoys and 0 < envoys[0].start - cue.end <= _ARTICLE and len(envoys[0].ids) == 1
    if not leads(chart.pack) or not near or len(covered) != 1 or covered[0].form == "adjective":
        return None
    sender, target = envoys[0].ids[0], covered[0].ids[0]
    seats = [one for one in chart.within(chart.kind("city", "party"), envoys[0].start, end) if one.role == "in"]
    states = [(party_ids(one)[0], one) for one in seats if len(party_ids(one)) == 1 and not one.deictic]
    if not states or len({sender, target, states[0][0]}) != _ENDS:
        return None
    state, seat = states[0]
    return Draft(
        roles=embassy_from(sender, target, state, seat if seat.kind == "city" else None),
        rule="mission.accredited.envoy",
        dated=standing_date(chart, discourse, cue),
        modality=modality_of(chart, cue),
    )


def _doer(chart: Chart, start: int, cue: Mention) -> Mention | None:
    """Who covers another: the one ambassador of a clause, or the state that leads it, a town being all it names."""
    inside = [one for one in chart.within(chart.actors, start, cue.start) if one.actor and one.actor.post]
    if inside:
        told = inside[0].actor
        return (
            inside[0] if len(inside) == 1 and len(inside[0].ids) == 1 and told and told.post == "ambassador" else None
        )
    own = [one for one in chart.within(chart.parties, *chart.clause(cue.start)) if not one.deictic]
    if chart.pack.postposes and len(own) == 1 and own[0].role == "of" and len(own[0].ids) == 1:
        return own[0]  # "atendió los asuntos | de México | la embajada en Moscú"
    led = [one for one in chart.within(chart.parties, start, cue.start) if one.role == "" and one.form != "adjective"]
    missions = chart.within(chart.cues("mission", "noun.mission"), *chart.clause(cue.start))
    return led[0] if len(led) == 1 and len(led[0].ids) == 1 and not led[0].deictic and not missions else None
