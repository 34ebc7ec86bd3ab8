"""Who receives whom at a meeting, where one of the two is on a visit."""

from __future__ import annotations

from dataclasses import replace

from comity.claims.context.discourse import Discourse
from comity.claims.frames.sides.of_anchor import subject_of
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_BESIDE = 3


def met_elsewhere(chart: Chart, verb: Mention, known: tuple[str, ...]) -> tuple[str, ...]:
    """The state that a clause tells a journey to, which is neither of the two in question: whom people met is its."""
    start, end = chart.clause(verb.start)
    gone = chart.within(chart.cues("noun.visit", "verb.visit"), start, end)
    lands = [one for one in chart.within(chart.parties, start, end) if one.role in ("in", "to") and not one.deictic]
    return tuple(dict.fromkeys(one for land in lands for one in land.ids if one not in known)) if gone else ()


def visited(chart: Chart, discourse: Discourse, actors: list[Mention], guest: str) -> str:
    """Whose a "counterpart" of unknown state is: of where a journey goes to, "comes to Riga and meets his …".

    Refuses a third state's city in a document about two.
    """
    unknown = [one for one in actors if not one.ids and "office.counterpart" in one.classes]
    goals = {one.country for one in chart.kind("city") if one.role == "to"}
    goals |= {one.ids[0] for one in chart.parties if one.role == "to" and len(one.ids) == 1 and not one.deictic}
    goals -= {guest, ""}
    two = discourse.topic.ids if discourse.topic is not None and len(discourse.topic.ids) == 2 else tuple(goals)
    told = len(goals) == 1 and bool(unknown) and chart.has("verb.visit", "noun.visit")
    return goals.pop() if told and goals <= set(two) else ""


def host_of(chart: Chart, discourse: Discourse, guest: str) -> str:
    """The one state whose city or whose land somebody of unknown state met a guest in: "in Sambia …, von Hichilema".

    Only a state the document has named before, but where he "was received", and none in a document about two.
    """
    two = discourse.topic is not None and len(discourse.topic.ids) == 2
    cities = [one.country for one in chart.kind("city") if one.role == "in"]
    lands = [one.ids[0] for one in chart.parties if one.role == "in" and len(one.ids) == 1]
    told = {one for one in (*cities, *lands) if one and one != guest}
    sure = told <= discourse.known or chart.has("verb.be_received")  # "X | a été reçu | par le président Y"
    return told.pop() if len(told) == 1 and not two and sure else ""


def each_once(actors: list[Mention]) -> list[Mention]:
    """The people, one whom the sentence names and says "he" of counted once."""
    named = [one.actor.person for one in actors if one.actor is not None and one.form != "pronoun"]
    return [one for one in actors if one.form != "pronoun" or (one.actor is not None and one.actor.person not in named)]


def each_of(chart: Chart, actors: list[Mention], verb: Mention) -> list[list[Mention]]:
    """The people who met, one with each of the others where the text says that they met apart: "分别同A、B通电话"."""
    start, _ = chart.clause(verb.start)
    apart = [one for one in chart.cues("mark.severally") if start <= one.start < verb.end]
    told = all(len(one.ids) == 1 for one in actors)
    if not apart or not told or len(actors) < 3 or len({one.ids for one in actors}) < len(actors):
        return [actors]
    return [[actors[0], one] for one in actors[1:]]


def receiving(chart: Chart, discourse: Discourse, actors: list[Mention], verb: Mention) -> list[Mention]:
    """The people, who receives "him" behind the verb being of the state where the visitor just told of is a guest."""
    host, guest = discourse.recent_host(), discourse.recent_visitor()
    late = chart.pack.order == "sov"
    reach = verb.start - chart.clause(verb.start)[0] if late else _BESIDE
    him = [one for one in chart.cues("deixis.him") if 0 <= verb.start - one.end <= reach]
    if host is None or guest is None or not him or len(actors) != 1 or (actors[0].start < verb.end) != late:
        return actors
    return [guest, actors[0] if actors[0].ids else replace(actors[0], ids=host.ids, context=host.context())]


def with_visitor(chart: Chart, discourse: Discourse, actors: list[Mention], verb: Mention) -> list[Mention]:
    """The people, the visitor just told of first, where the sentence names only whom they met."""
    guest = discourse.recent_visitor()
    if guest is None or guest.actor is None or len(actors) != 1 or actors[0].actor is None:
        return actors
    if subject_of(chart, discourse, verb).ids and chart.pack.order == "svo":
        return actors
    met = actors[0]
    behind = met.start >= verb.end if chart.pack.order != "sov" else met.end <= verb.start
    free = chart.pack.spaced and chart.pack.order != "sov"
    if not (behind and met.ids and met.ids != guest.ids and (met.role in ("with", "object", "by") or free)):
        return actors
    alike = met.classes & {"office.counterpart"}
    if alike and met.actor is not None:
        met = replace(met, actor=replace(met.actor, office=guest.actor.office))
    return [guest, met]
