"""Envoys who are called home or sent away: by whom, and whether it is told of one at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.claims.clauses.relative import leads
from comity.claims.context.discourse import Discourse, Found
from comity.claims.factuality.modality import modality_of
from comity.claims.frames.sides.of_anchor import subject_of
from comity.claims.frames.sides.senders import sent_by
from comity.claims.frames.times.attach import event_date
from comity.claims.sentences.chart import Chart, party_ids
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.claims.states.places import city_roles
from comity.model.roles import Appointment


def sent_for(
    chart: Chart, discourse: Discourse, known: Mention, verb: Mention, deed: tuple[str, Mention | None]
) -> Mention:
    """The envoy as that of who calls or sends one, where the words name none, or the seat's own state."""
    event, city = deed
    if event == "recalled" and city is not None and known.ids == (city.country,):
        known = replace(known, ids=sent_by(chart, discourse, verb, known))
    relieved = event == "ended" and chart.pack.order == "vso" and verb.end <= known.start  # «أعفى الرئيس | السفير»
    if not known.ids and (event in ("recalled", "appointed") or relieved):
        known = replace(known, ids=sent_by(chart, discourse, verb, known))
    return known


def expeller(chart: Chart, discourse: Discourse, known: Mention, verb: Mention) -> Found | None:
    """Who sends an envoy of another away; ``None`` where that is not told."""
    doer = subject_of(chart, discourse, verb) if known.ids else Found()
    return doer if len(doer.ids) == 1 and doer.ids != known.ids else None


def sent_there(chart: Chart, discourse: Discourse, verb: Mention | None, one: Mention, event: str) -> Found | None:
    """Both ends where the bare name before a post is where it is, another state naming or recalling him.

    "A, X'i | B Büyükelçisi | olarak atadı": said without an ending, and who does it stands before.
    """
    if verb is None or chart.pack.order != "sov" or event not in ("appointed", "recalled") or len(one.ids) != 1:
        return None
    inner = [it for it in chart.kind("party") if one.start <= it.start < one.end and it.ids == one.ids]
    low, _ = chart.clause(one.start)
    doers = [it for it in chart.within(chart.parties, low, one.start) if it.role == "" and it.form != "adjective"]
    doer = subject_of(chart, discourse, verb)
    told = len(doer.ids) == 1 and doer.ids != one.ids and any(it.ids == doer.ids for it in doers)
    bare = bool(inner) and all(it.role == "" and it.form != "adjective" for it in inner)
    return Found(ids=(*doer.ids, *one.ids), context=(*doer.context, *one.context)) if told and bare else None


def only_summoned(chart: Chart, verb: Mention, one: Mention) -> bool:
    """Whether a ministry calls in another state's envoy, who stays: "Sofia's ministry summoned the Syrian envoy"."""
    start, end = chart.clause(verb.start)
    named = [x for x in chart.within(chart.parties, start, end) if x.form == "government" and x.ids]
    return bool(one.ids) and bool(named) and not any(set(x.ids) & set(one.ids) for x in named)


def expelled(chart: Chart, discourse: Discourse, verb: Mention, one: Mention, doer: Found) -> Draft:
    """ "Kenya expelled the Somali ambassador": the one who expels is the host."""
    assert one.actor is not None
    day = event_date(chart, discourse, verb)
    return Draft(
        roles=Appointment(
            post=one.actor.post,
            sender=one.ids[0],
            receiver=doer.ids[0],
            event="expelled",
            person=one.actor.person or None,
        ),
        rule="appointment.expelled",
        dated=Dated() if day.when is not None and day.when.interval else day,  # nobody is sent away for years
        modality=modality_of(chart, verb),
        context=(*one.context, *doer.context),
    )


def recalled_too(chart: Chart, draft: Draft) -> Iterator[Draft]:
    """The drafts of the other envoys that one verb calls home: of several states, from several.

    "Le Mali et le Niger ont rappelé leurs ambassadeurs en Algérie", "… ses ambassadeurs à Bamako et à Niamey".
    """
    roles = draft.roles
    if not isinstance(roles, Appointment) or roles.event != "recalled" or roles.person or not leads(chart.pack):
        return
    posts = [one for one in chart.cues("post") if chart.is_plural(one)]
    senders = _coupled(chart, roles.sender, "") if posts else []
    hosts = _coupled(chart, roles.receiver, "in") if posts else []
    for sender in (*senders,) or (None,):
        for host in (*hosts,) or (None,):
            sent = sender.ids[0] if sender is not None else roles.sender
            at = party_ids(host)[0] if host is not None else roles.receiver
            if (sent, at) == (roles.sender, roles.receiver) or sent == at:
                continue
            name, number = city_roles(host if host is not None and host.kind == "city" else None)
            told = replace(roles, sender=sent, receiver=at, city=name, city_id=number) if host is not None else roles
            yield replace(draft, roles=replace(told, sender=sent), rule="appointment.recalled.too")


def _coupled(chart: Chart, party: str, role: str) -> list[Mention]:
    """Those that a joiner couples with the place of this party, itself among them; empty for one alone."""
    places = [*chart.kind("party"), *chart.kind("city")]
    mine = [one for one in places if party_ids(one) == (party,) and one.role == role and one.form != "adjective"]
    group = chart.group_of(mine[0]) if mine else []
    return group if len(group) > 1 and all(len(party_ids(one)) == 1 for one in group) else []
