"""Where envoys sit whose seat another sentence has told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.claims.context.discourse import Discourse, Spoken
from comity.claims.factuality.modality import modality_of
from comity.claims.frames.mission.seated_abroad import embassy_from
from comity.claims.frames.sides.of_anchor import found, subject_of
from comity.claims.frames.sides.owners import owner_of
from comity.claims.frames.times.standing import standing_date
from comity.claims.people.memory import Posted
from comity.claims.sentences.chart import Chart, party_ids
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention
from comity.model.roles import Mission

SEAT_REACH = 120


def own_envoy(chart: Chart, discourse: Discourse, cue: Mention, seat: Mention) -> Draft | None:
    """What a sentence tells of somebody's own envoy to the other of the two in question, and where they sit.

    "México: sigue acreditado su embajador en Moscú." Refuses an envoy whose state, name or host is said, and a seat in
    one of the two.
    """
    start, end = chart.clause(cue.start)
    envoys = [one for one in chart.within(chart.actors, start, end) if one.actor and one.actor.post == "ambassador"]
    bare = envoys and not envoys[0].ids and envoys[0].actor and not envoys[0].actor.person
    named = [one for one in chart.parties if one.form != "adjective"]
    owners = [one for one in chart.parties if one.form == "adjective" and start <= one.start < seat.start]
    doers = [one for one in named if one.role == "" and one.end <= max(envoys[0].start, cue.start)] if bare else []
    if len(envoys) != 1 or not bare or owners or len(named) > len(doers) or seat.kind != "city" or len(doers) > 1:
        return None
    spoken = doers[0].ids[0] if doers else "".join((discourse.the_one() or Spoken(ids=())).ids[:1])
    inner = [one for one in chart.kind("party") if envoys[0].start <= one.start < envoys[0].end and one.ids]
    if inner:  # "su embajadora ante | Costa Rica | reside en Managua"
        sent = discourse.other_than(inner[0].ids[0]) if inner[0].role == "to" else None
        spoken = sent.ids[0] if sent is not None and len(sent.ids) == 1 else ""
    host = discourse.other_than(spoken) if spoken else None
    if host is None or len(host.ids) != 1 or seat.country in (spoken, *host.ids):
        return None
    roles = embassy_from(spoken, host.ids[0], seat.country, seat)
    day, modality = standing_date(chart, discourse, cue), modality_of(chart, cue)
    return Draft(roles=roles, rule="mission.accredited.own", dated=day, modality=modality, context=host.context())


def known_seat(chart: Chart, discourse: Discourse, cue: Mention, nouns: Sequence[Mention]) -> Posted | None:
    """The mission a sentence covers others from without its city, where one seat of its owner's is known.

    "… in Buenos Aires. The Vietnamese embassy | is accredited to Uruguay."
    """
    start, _ = chart.clause(cue.start)
    own = [one for one in nouns if start <= one.start < cue.start]
    if not own:
        return _envoys_seat(chart, discourse, cue)
    owner = owner_of(chart, own[-1])
    known = discourse.posts.only_seat(owner.ids[0]) if owner is not None and len(owner.ids) == 1 else None
    return known if known is not None and known.kind == own[-1].kind_in("mission") else None


def _envoys_seat(chart: Chart, discourse: Discourse, cue: Mention) -> Posted | None:
    """Where the envoy of one of the two in question sits who leads a clause: "L'| ambassadeur roumain | est accrédité".

    The seat of their embassy in the other, which the text told before.
    """
    start, _ = chart.clause(cue.start)
    envoys = [
        one for one in chart.within(chart.actors, start, cue.start) if one.actor and one.actor.post == "ambassador"
    ]
    if len(envoys) != 1 or len(envoys[0].ids) != 1 or chart.kind("city"):
        return None
    other = discourse.other_than(envoys[0].ids[0])
    return discourse.posts.seat_of(envoys[0].ids[0], other.ids[0], "embassy") if other is not None else None


def covered_by(chart: Chart, discourse: Discourse, cue: Mention, last: Posted) -> Iterator[Draft]:
    """The states behind a verb that a mission told of before covers."""
    covered = [one for one in chart.parties if one.form != "adjective" and not one.deictic and one.start >= cue.end]
    target = chart.nearest(cue, covered, limit=SEAT_REACH)
    for party in found(chart.group_of(target)).ids if target is not None else ():
        if party not in (last.sender, last.receiver):
            yield _from(chart, discourse, cue, last, party)


def _from(chart: Chart, discourse: Discourse, cue: Mention, last: Posted, party: str) -> Draft:
    roles = Mission(
        sender=last.sender,
        receiver=party,
        kind=last.kind,
        event="exists",
        city=last.city,
        city_id=last.city_id,
        via=last.receiver,
    )
    return Draft(
        roles=roles,
        rule="mission.accredited.it",
        dated=standing_date(chart, discourse, cue),
        modality=modality_of(chart, cue),
        context=last.context,
    )


def kind_before(discourse: Discourse, sender: str, state: str) -> str:
    """The class of the mission told of right before, where it is the one that covers: "the Legation … Its head"."""
    last = discourse.posts.last_post(discourse.sentence)
    return last.kind if last is not None and (last.sender, last.receiver) == (sender, state) else ""


def from_the_last(chart: Chart, discourse: Discourse, cue: Mention, nouns: Sequence[Mention]) -> Iterator[Draft]:
    """The states covered by the mission told of last: "it is also accredited to …", "söz konusu Büyükelçilik …".

    Refuses where the sentence names a mission of its own, or somebody before the verb who does it.
    """
    last = discourse.posts.last_post(discourse.sentence)
    late = chart.pack.order == "sov"
    alike = last.kind if late and last is not None else ""
    own = [one for one in nouns if one.form != "it" and one.kind_in("mission") != alike]
    named = [one for one in (*chart.parties, *chart.actors) if not one.deictic]
    doers = [one for one in named if one.end <= cue.start and not (late and one.role == "to")]
    if last is None or own or doers:
        return
    ends = (last.sender, last.receiver)
    covered = [one for one in chart.parties if one.form != "adjective" and not one.deictic]
    covered = [one for one in covered if one.start >= cue.end or (late and one.role == "to")]
    target = chart.nearest(cue, covered, limit=SEAT_REACH)
    for party in found(chart.group_of(target)).ids if target is not None else ():
        if party not in ends:
            yield _from(chart, discourse, cue, last, party)


def _its_owner(chart: Chart, cue: Mention) -> Mention | None:
    """Whose "its ambassador" is, said right before a post: the one state that leads the sentence.

    "Suriname has no embassy in Belgrade; | its ambassador | in Paris covers Serbia."
    """
    posts = [one for one in chart.cues("post") if one.end <= cue.start]
    own = [one for one in chart.cues("mark.possessive") if posts and 0 < posts[-1].start - one.end <= 1]
    named = [one for one in chart.parties if own and one.end <= own[0].start and not one.deictic]
    leads = [one for one in named if one.role == "" and one.form != "adjective"]
    return leads[0] if leads and len({one.ids for one in named}) == 1 else None


def sender_of_seat(
    chart: Chart, discourse: Discourse, *, noun: Mention | None, cue: Mention, seat: Mention, target: Mention
) -> str:
    """Whose mission sits there: its owner or the subject, in a list the list's owner; never the host or the covered."""
    start, _ = chart.clause(cue.start)
    owner = (owner_of(chart, noun) if noun is not None else None) or _its_owner(chart, cue)
    led = seat.kind == "city" or chart.pack.spaced or any(start <= one.start < seat.start for one in chart.parties)
    ids = owner.ids if owner is not None else subject_of(chart, discourse, cue).ids if led else ()
    state = party_ids(seat)[0]
    covered = {party for one in chart.group_of(target) for party in one.ids} or set(target.ids)
    ids = tuple(one for one in ids if one not in covered and one != state)
    if not ids and discourse.row is not None:
        ids = discourse.row[:1]
    near = noun is not None and chart.clause(noun.start) == chart.clause(cue.start)
    other = discourse.other_than(target.ids[0]) if not ids and target.ids and near else None
    if other is not None and state not in other.ids:
        ids = other.ids
    if not ids and discourse.topic is not None and len(discourse.topic.ids) <= 2:
        ids = tuple(one for one in discourse.topic.ids if one != state and one not in target.ids)
    return ids[0] if len(ids) == 1 else ""
