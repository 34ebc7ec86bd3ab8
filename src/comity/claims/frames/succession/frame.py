"""Succession: one party follows another, as the text itself says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from comity.claims.context.discourse import Discourse, Found
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.sides.of_anchor import found
from comity.claims.frames.succession.lineage import can_follow, read_lineage
from comity.claims.frames.succession.verb_last import late_ends
from comity.claims.frames.times.attach import event_date
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.marks import COMMAS
from comity.claims.sentences.mention import Mention
from comity.model.roles import Succession
from comity.model.when import When

_BESIDE = 4
_REACH = 30
_OWNER_REACH = 40
_NOT_BECOME = ("for", "with", "from", "via", "in")
_NOT_HEIRS = ("of", "in", "with", "to", "from", "for", "via", "between")
_AGENT_REACH = 40


def read_successions(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a sentence in which one party becomes, succeeds or continues another.

    "… the Federal Republic of Yugoslavia, which would later become the State Union of Serbia and Montenegro …"
    """
    _remember_ended(chart, discourse)
    told = list(read_lineage(chart, discourse))
    known = {(one.roles.predecessor, one.roles.successor) for one in told if isinstance(one.roles, Succession)}
    yield from told
    for one in _by_order(chart, discourse):
        ends = (one.roles.predecessor, one.roles.successor) if isinstance(one.roles, Succession) else None
        named = {party for who in chart.parties if not who.deictic for party in who.ids}
        told_of = ends is not None and any(ends[0] == before for before, _ in known) and ends[1] not in named
        if ends is not None and ends not in known and can_follow(*ends) and not told_of:
            yield one


def _by_order(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts that the order of the words gives: who "became" whom, who is whose "successor"."""
    for verb in chart.cues("verb.succeed", "verb.continue", "verb.split"):
        if negated(chart, [verb]) or _of_a_mission(chart, verb) or "mark.done" in verb.classes:
            continue
        if _only_recognised(chart, verb):
            continue
        rules = (_by_relations, _by_agents, _noted, _heirs, _heirs_of_it) if "verb.continue" in verb.classes else ()
        for rule in (*rules, _becomes):
            told = list(rule(chart, discourse, verb))
            if told:
                yield from told
                break


def _only_recognised(chart: Chart, verb: Mention) -> bool:
    """Whether somebody only recognises who succeeded, whom nobody names: "Egypt recognised | the two successors |"."""
    low, _ = chart.clause(verb.start)
    took = chart.within(chart.cues("verb.recognise"), low, verb.start) if "verb.continue" in verb.classes else []
    return bool(took) and not chart.within(chart.parties, took[-1].end, verb.start)


def _drafts(
    chart: Chart, discourse: Discourse, verb: Mention, ends: tuple[Found, Found], rule: str = "succession"
) -> Iterator[Draft]:
    """A draft for each predecessor with each successor, dated by the verb, else by what ended before it."""
    predecessors, successors = ends
    modality = modality_of(chart, verb)
    when = event_date(chart, discourse, verb)
    if when.when is not None and when.when.interval and when.when.end is None:
        when = replace(when, when=When(when.when.start, None))
    for predecessor in predecessors.ids:
        for successor in successors.ids:
            if predecessor != successor:
                yield Draft(
                    roles=Succession(predecessor=predecessor, successor=successor),
                    rule=rule,
                    dated=when,
                    modality="asserted" if modality == "planned" else modality,
                    context=(*predecessors.context, *successors.context),
                )


def _becomes(chart: Chart, discourse: Discourse, verb: Mention) -> Iterator[Draft]:
    """ "A became B", "A fell apart into B and C", "B continues A": who stands before the verb, who behind it."""
    if chart.pack.order == "sov" and "verb.continue" not in verb.classes:
        ends = late_ends(chart, verb)
        if ends is not None:
            yield from _drafts(chart, discourse, verb, (found(ends[0]), found(ends[1])), "succession.late")
        return
    before = [one for one in chart.parties if one.end <= verb.start and one.form != "adjective"]
    after = [one for one in chart.parties if one.start >= verb.end and one.form != "adjective"]
    onward = bool(verb.classes & {"verb.succeed", "verb.split"}) and "verb.continue" not in verb.classes
    if onward and "verb.split" not in verb.classes:
        after = [one for one in after if one.role not in _NOT_BECOME and not (one.role == "of" and one.case)]
    left, right = (
        before[-1:],
        chart.nearest(verb, after, limit=_OWNER_REACH if "verb.split" in verb.classes else _REACH),
    )
    if not left or right is None or left[0].distance(verb) > _REACH:
        return
    if left[0].group == right.group >= 0 or _far_apart(chart, verb, right):
        return
    first, second = found(left), found(chart.group_of(right))
    yield from _drafts(chart, discourse, verb, (first, second) if onward else (second, first))


def _far_apart(chart: Chart, verb: Mention, right: Mention) -> bool:
    """Whether more than articles stands before who is behind: "became | independent, | Egypt", "became occupied by"."""
    if not chart.pack.spaced or chart.pack.order != "svo" or right.start < verb.end or "verb.split" in verb.classes:
        return False
    words = chart.text[verb.end : right.start].lower().split()
    return not all(word in chart.pack.skip or word in chart.pack.before for word in words)


def _heirs(chart: Chart, discourse: Discourse, verb: Mention) -> Iterator[Draft]:
    """ "Russia, the successor state of the Soviet Union", "Als Rechtsnachfolger der Sowjetunion übernahm Russland …".

    Who is followed owns the word for the heir; who follows is named before it, else behind.
    """
    owners = [one for one in _named(chart) if one.role == "of" and one.distance(verb) <= _OWNER_REACH]
    owner = chart.nearest(verb, owners) or _whose(chart, verb)
    if owner is None:
        return
    group = chart.group_of(owner)
    if len(group) == 2 and chart.between(*group).strip() in COMMAS:  # "As successor of the Soviet Union, | Russia …"
        yield from _drafts(chart, discourse, verb, (found(group[:1]), found(group[1:])), "succession.heir")
        return
    predecessors = found(group)
    heirs = _heirs_near(chart, verb, predecessors.ids)
    yield from _drafts(chart, discourse, verb, (predecessors, heirs), "succession.heir")


def _whose(chart: Chart, verb: Mention) -> Mention | None:
    """Who was named last before "whose": "ging in der Staatenunion auf; | deren Nachfolge trat Serbien an"."""
    near = chart.nearest(verb, chart.cues("deixis.whose"), limit=_OWNER_REACH)
    before = [one for one in _named(chart) if near is not None and one.end <= near.start]
    return before[-1] if before else None


def _heirs_near(chart: Chart, verb: Mention, not_these: Iterable[str]) -> Found:
    """Who is named as heir: right before the word, else behind it in its clause, else before that clause."""
    start, end = chart.clause(verb.start)
    others = set(not_these)
    named = [one for one in _named(chart) if one.role not in _NOT_HEIRS and not others & set(one.ids)]
    before = [one for one in named if start <= one.start and one.end <= verb.start]
    behind = [one for one in named if verb.end <= one.start < end]
    earlier = [one for one in named if one.end <= start]
    pick = before[-1:] or behind[:1] or earlier[-1:]
    return found(chart.group_of(pick[0])) if pick else Found()


def _heirs_of_it(chart: Chart, discourse: Discourse, verb: Mention) -> Iterator[Draft]:
    """ "Czechoslovakia ceased to exist; A and B were its successors": heirs of what ended here or right before."""
    if discourse.ended is None or not discourse.ended.ids or discourse.sentence - discourse.ended.at > 1:
        return
    heirs = _heirs_near(chart, verb, discourse.ended.ids)
    for one in _drafts(chart, discourse, verb, (Found(ids=discourse.ended.ids), heirs), "succession.heir"):
        when = one.dated.when or discourse.ended.when
        yield replace(one, dated=replace(one.dated, when=when), context=(*one.context, *discourse.ended.context()))


def _remember_ended(chart: Chart, discourse: Discourse) -> None:
    """Keep which state a sentence tells has ended, and when, for heirs that are told of by "its" alone."""
    for verb in chart.cues("verb.dissolve"):
        said_first = chart.pack.order == "vso"
        gone = [
            one
            for one in _named(chart)
            if one.distance(verb) <= _OWNER_REACH
            and (one.role == "of" or (one.role == "" and (said_first or one.end <= verb.start)))
        ]
        near = chart.nearest(verb, gone)
        if near is not None and not near.deictic:
            discourse.put_ended(near.ids, event_date(chart, discourse, verb).when, chart.sentence.selector())


def _named(chart: Chart) -> list[Mention]:
    return [one for one in chart.parties if one.form != "adjective"]


def _of_a_mission(chart: Chart, verb: Mention) -> bool:
    """Whether it is a mission that was renamed, not a state: "駐加拿大總領事館改稱…"."""
    start, _ = chart.clause(verb.start)
    return any(start <= one.start and 0 <= verb.start - one.end <= _BESIDE for one in chart.cues("mission"))


def _by_relations(chart: Chart, discourse: Discourse, verb: Mention) -> Iterator[Draft]:
    """ "A and B continue the relations that C had with B": A follows C."""
    if not chart.has("noun.relations"):
        return
    before = found(one for one in chart.parties if one.end <= verb.start and not one.deictic)
    after = found(one for one in chart.parties if one.start >= verb.end and not one.deictic)
    common = set(before.ids) & set(after.ids)
    successors = [one for one in before.ids if one not in common]
    predecessors = [one for one in after.ids if one not in common]
    if len(common) == len(successors) == len(predecessors) == 1:
        roles = Succession(predecessor=predecessors[0], successor=successors[0])
        yield Draft(roles=roles, rule="succession.relations", context=(*before.context, *after.context))


def _by_agents(chart: Chart, discourse: Discourse, verb: Mention) -> Iterator[Draft]:
    """ "X was continued by A and B": A and B follow X; in a row's note X is the row's party."""
    agents = [one for one in chart.parties if one.role == "by" and one.distance(verb) <= _AGENT_REACH]
    if not agents:
        return
    successors = found(chart.group_of(agents[0]))
    others = found(one for one in chart.parties if one.role != "by" and one.end <= verb.start)
    predecessors = others.ids[-1:] or (discourse.row[1:] if discourse.row is not None else ())
    yield from _drafts(chart, discourse, verb, (Found(ids=predecessors[-1:]), successors), "succession.by")


def _noted(chart: Chart, discourse: Discourse, verb: Mention) -> Iterator[Draft]:
    """What a row's note tells of the row's party: "legal successors: A and B", "successor state of C"."""
    row = discourse.row
    if row is None or len(row) != 2:
        return
    named = [one for one in _named(chart) if not set(one.ids) & set(row)]
    origin = [one for one in named if one.role in ("of", "from", "to")]
    party = Found(ids=row[1:])
    if named and not origin:
        heirs = found(chart.group_of(named[0]))
        yield from _drafts(chart, discourse, verb, (party, heirs), "succession.noted")
    elif len(origin) == len(named) == 1:
        yield from _drafts(chart, discourse, verb, (found(origin), party), "succession.noted")
