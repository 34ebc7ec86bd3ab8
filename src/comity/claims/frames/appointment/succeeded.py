"""Posts that go from one to another: "Phipps succeeded Rumbold as ambassador", "was succeeded as minister by Zahle"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from comity.claims.clauses.relative import leads
from comity.claims.frames.appointment.relay import relieved_by
from comity.claims.people.bare_names import bare_person
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import capital_run

_BESIDE = 2
_LED = 4  # "appointed | to | succeed"
_ONE_POST = 60
_ONTO = 3  # "لل"


@dataclass(frozen=True, slots=True, kw_only=True)
class Succeeded:
    """The verb by which a post went to somebody, and his name; "" where none is read."""

    verb: Mention
    name: str


def succeeded_at(chart: Chart, one: Mention) -> Succeeded | None:
    """Who took a post from somebody named beside it; None where the sentence tells of no such change.

    "In 1933 | Eric Phipps | succeeded Horace Rumbold as | ambassador", never the one who went.
    """
    plain = leads(chart.pack) or (chart.pack.cases and chart.pack.order == "svo" and not chart.pack.inverts)
    if not plain or one.actor is None or one.actor.person:
        return None
    return _by_active(chart, one) or _by_passive(chart, one)


def makes_way(chart: Chart, one: Mention) -> bool:
    """Whether somebody is but whose place another takes, verbs first: «سيحل محل | السفير فلان»."""
    return chart.pack.order == "vso" and chart.near_cue(one, "mark.succeeds", _ONTO)


def _by_active(chart: Chart, one: Mention) -> Succeeded | None:
    """Who stands before "succeeded" with who is gone right behind it, and then the post."""
    start, _ = chart.clause(one.start)
    for verb in reversed(chart.within(chart.cues("mark.succeeds"), start, one.start)):
        gone = _name_at(chart, verb.end) or (verb.end if chart.pack.cases else 0)  # «сменил | на посту посла в A Х. Б.»
        if gone and _leads_to(chart, gone, one):
            return Succeeded(verb=verb, name=_before(chart, verb))
    return None


def _name_at(chart: Chart, place: int) -> int:
    """Where the name ends that begins right behind a place, with or without a form of address; 0 where none does."""
    who = [one for one in chart.actors if 0 <= one.start - place <= _BESIDE and one.actor and one.actor.person]
    if who:
        return who[0].end
    end = capital_run(chart.text, place + 1, chart.pack)
    return end if end > place + 1 else 0


def _before(chart: Chart, verb: Mention) -> str:
    """Who stands before a verb, or before the one of appointing that leads to it: "X was appointed to | succeed"."""
    led = [one for one in chart.cues("verb.appoint") if 0 < verb.start - one.end <= _LED]
    first = led[-1] if led else verb
    who = [one for one in chart.actors if 0 < first.start - one.end <= _BESIDE and one.actor and one.actor.person]
    return (who[-1].actor.person if who and who[-1].actor else "") or bare_person(chart, first)


def _by_passive(chart: Chart, one: Mention) -> Succeeded | None:
    """Who is named behind "was succeeded … by", the post before or behind him: "… by Herluf Zahle | as minister"."""
    start, end = chart.clause(one.start)
    for verb in chart.within(chart.cues("mark.relieved"), start, one.start):
        after = relieved_by(chart, verb, end)
        if after is not None and _leads_to(chart, after.end, one):
            return Succeeded(verb=verb, name=after.name)
        behind = relieved_by(chart, replace(verb, end=one.end), end) if _leads_to(chart, verb.end, one) else None
        if behind is not None:
            return Succeeded(verb=verb, name=behind.name)
    return None


def _leads_to(chart: Chart, end: int, one: Mention) -> bool:
    """Whether a short word and no comma lead from a name to a post: "by Herluf Zahle | as | Danish minister"."""
    gap = chart.text[end : one.start]
    words = gap.lower().split()
    led = bool(words) and words[0] in chart.pack.contents
    led = led or any(0 <= cue.start - end <= _BESIDE for cue in chart.cues("mark.capacity", "mark.first_rank"))
    return 0 < len(gap) <= _ONE_POST and "," not in gap and led


def without_the_gone(chart: Chart, one: Mention) -> Mention:
    """An envoy whose name is that of who went, without it: «сменил на посту | посла Перу в Сербии Карлоса Гарсию».

    Nobody at a post where only his case tells which of two went: «| посла Хишама Наги | сменила Хода эль-Мараси».
    """
    if one.actor is None or not one.actor.person or not chart.pack.cases or chart.pack.order != "svo":
        return one
    start, end = chart.clause(one.start)
    told = chart.cues("mark.succeeds")
    before, behind = chart.within(told, start, one.start), chart.within(told, one.end, end)
    if before and _leads_to(chart, before[-1].end, one):
        return replace(one, actor=replace(one.actor, person=""))
    return replace(one, actor=replace(one.actor, person="", post="")) if behind else one
