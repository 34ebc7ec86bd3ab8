"""Membership: a party's role in an organization: held, joined, left, elected to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.claims.clauses.relative import leads
from comity.claims.context.discourse import Discourse, Found
from comity.claims.days.date_owners import events
from comity.claims.days.stretch import stretch
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.membership.members import find_members, in_passing
from comity.claims.frames.membership.roles import role_of
from comity.claims.frames.membership.ties import (
    find_ties,
    own_member,
)
from comity.claims.frames.membership.unjoined import dates_another, of_the_last, sends_them
from comity.claims.frames.membership.untied import TYING
from comity.claims.frames.sides.of_anchor import found, subject_of
from comity.claims.frames.times.attach import date_of, dated, event_date
from comity.claims.frames.times.by_member import dates_by_member
from comity.claims.frames.times.standing import standing_date, till_published
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.model.roles import Membership
from comity.model.selector import Selector
from comity.model.when import When

_VERBS = {
    "verb.leave": "left",
    "verb.elect": "elected",
    "verb.join": "joined",
    "verb.take_over": "joined",
    "verb.pass_on": "joined",
    "verb.admit": "joined",
    "verb.chair": "holds",
    "verb.hold": "holds",
}
_GIVEN = ("candidate", "observer", "partner")
_SEVERAL = 2
_NEAR, _BECOMING = 60, 36  # «стала десятым полноправным | членом»
_ENDING = 8  # letters of a case ending, its apostrophe and a blank
_ENTERED = ("member", "founder")  # an observer or candidate "since" a day holds its status from it
_BODILY = ("noun.relations", "noun.bare_relations", "mission", "body", "landmark", "award", "fact.not")


def read_memberships(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a sentence that gives parties a role in organizations.

    "Both countries are members of the UN and of the OSCE." → each in each. Refuses an organization that is only named.
    """
    seen: set[tuple[str, str, str, str, str]] = set()
    for read in (_tied, _founded):
        for draft in read(chart, discourse):
            roles = draft.roles
            assert isinstance(roles, Membership)
            key = (roles.member, roles.organization, roles.role, roles.event, draft.modality)
            if key not in seen:
                seen.add(key)
                yield draft


def _tied(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    if not chart.has("role", "noun.membership", *_VERBS):
        return
    for organization, anchor in find_ties(chart, discourse):
        yield from _drafts(chart, discourse, organization, anchor)


def _founded(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The founders of an organization: "A, B and C founded the Council in 2009". Refuses one state's founding alone."""
    for verb in chart.cues("verb.found", "verb.establish"):
        start, end = chart.clause(verb.start)
        made = [one for one in chart.within(chart.kind("organization"), start, end) if _is_made(chart, one, verb)]
        if len(made) != 1 or chart.within(chart.cues(*_BODILY), start, end) or "verb.admit" in verb.classes:
            continue
        subject = subject_of(chart, discourse, verb)
        modality = modality_of(chart, verb)
        when = event_date(chart, discourse, verb)
        when = dated(chart.dates[0]) if when.when is None and len(chart.dates) == 1 else when
        if len(subject.ids) < _SEVERAL or modality != "asserted":
            continue
        for member in subject.ids:
            if member not in made[0].ids:
                yield Draft(
                    roles=Membership(member=member, organization=made[0].ids[0], role="founder", event="joined"),
                    rule="membership.founded",
                    dated=when,
                    context=subject.context,
                )


def _is_made(chart: Chart, organization: Mention, verb: Mention) -> bool:
    """Whether an organization is what is founded: no case or preposition puts it anywhere else."""
    beside = organization.distance(verb) <= _NEAR or chart.pack.order == "sov"
    return beside and organization.role in ("", "object") and not organization.deictic


def _drafts(chart: Chart, discourse: Discourse, organization: Mention, anchor: Mention) -> Iterator[Draft]:
    role, event = role_of(chart, organization, anchor), _event(chart, anchor)
    modality = modality_of(chart, anchor)
    if modality == "asserted" and negated(chart, [anchor]):
        return
    if modality == "requested" and event == "holds" and "noun.membership" in anchor.classes:
        event = "joined"
    if _does_itself(chart, organization, anchor) or sends_them(chart, organization, anchor):
        return
    members = find_members(chart, discourse, anchor, organization)
    if _by_another(chart, anchor, members):
        return
    each = _each_since(chart, members, anchor)
    apart = dates_by_member(chart, _beside(chart, organization))
    own = apart.get(organization.start)
    told = (
        (_day_behind(chart, organization) if anchor.kind_in("role") else _day_of_its_own(chart, organization))
        or (None if _of_other_role(chart, organization, own) else own)
        or _dated(chart, discourse, organization, anchor, event)
    )
    if event == "holds" and "noun.membership" in anchor.classes and _on_a_day(told) and chart.pack.spaced:
        return  # "in April 1994 parliament approved the country's | membership"
    undated = in_passing(chart, organization, anchor) or _of_later_body(chart, organization, told)
    told = Dated() if undated or _since_what(chart, organization, anchor) else told
    if _bracketed_before(chart, organization, told):
        told = till_published(discourse)
    if role == "founder" and event == "holds" and _closed(told):
        told = till_published(discourse)
    if role == "founder" and event == "holds" and told.when is not None and not told.when.interval:
        event = "joined"
    for member in each or members.ids:
        roles = [Membership(member=member, organization=one, role=role, event=event) for one in organization.ids]
        context = (*members.context, *organization.context)
        yield from (
            _of_one(one, each.get(member, told), modality, context) for one in roles if one.organization != member
        )


def _of_later_body(chart: Chart, organization: Mention, told: Dated) -> bool:
    """Whether a time of years is another body's, behind a verb: "is in | the UN | and served in the Council in …"."""
    if not _closed(told) or not leads(chart.pack):
        return False
    day = next((one for one in chart.dates if one.date is not None and one.date.when == told.when), None)
    later = [
        one for one in chart.kind("organization") if day and organization.end <= one.start and one.end <= day.start
    ]
    return bool(later) and bool(chart.within(chart.cues("verb"), organization.end, later[0].start))


def _since_what(chart: Chart, organization: Mention, anchor: Mention) -> bool:
    """Whether a "since" stands right behind an organization, and no date behind it: "UN | since | independence"."""
    mark = next((one for one in chart.cues("mark.before_verb") if 0 <= one.start - organization.end <= 1), None)
    led = mark is not None and anchor.end <= organization.start
    return led and mark is not None and not any(0 <= one.start - mark.start <= _ENDING for one in chart.dates)


def _by_another(chart: Chart, anchor: Mention, members: Found) -> bool:
    """Whether who is found only does something about a membership: "membership of NATO was opposed | by Russia"."""
    agents = [one for one in chart.parties if one.role == "by" and one.start > anchor.end]
    return (
        "noun.membership" in anchor.classes and leads(chart.pack) and set(found(agents).ids) >= set(members.ids) > set()
    )


def _does_itself(chart: Chart, organization: Mention, anchor: Mention) -> bool:
    """Whether an organization leads the sentence as who does something: "RCD, 1985'te EİT oldu ve … | katıldı"."""
    leads = (
        chart.text[: organization.start].strip() == "" and chart.text[organization.end : organization.end + 1] == ","
    )
    return chart.pack.order == "sov" and leads and not organization.role and "verb.join" in anchor.classes


def _of_one(roles: Membership, dated: Dated, modality: str, context: tuple[Selector, ...]) -> Draft:
    """The draft of one member in one organization; who is a member "since" a day joined on it."""
    if _begins(dated) and (roles.event == "joined" or (roles.event == "holds" and roles.role in _ENTERED)):
        roles, dated = replace(roles, event="joined"), _begun(dated)
    return Draft(roles=roles, rule=f"membership.{roles.event}", dated=dated, modality=modality, context=context)


def _each_since(chart: Chart, members: Found, anchor: Mention) -> dict[str, Dated]:
    """The day of each member by its id: "both are members: A since 1969, B since 2010"; empty unless each has one.

    Refuses a sentence in which something else happens, or that speaks of several organizations.
    """
    named = [one for one in chart.parties if len(one.ids) == 1 and one.form != "adjective"]
    named = [*{one.ids: one for one in named}.values()]  # "A and B are members: | A since 2009, B since 2017"
    bodies = {one.ids for one in chart.kind("organization")}
    others = [one for one in (*events(chart), *chart.cues("role", *TYING)) if one.start != anchor.start]
    inside = chart.within(named, *chart.clause(anchor.start))
    if anchor.kind_in("verb") or len(inside) > 1:  # "…; A | joined | in 1995 and B on 30 November 2015"
        named, others = inside, chart.within(others, *chart.clause(anchor.start))
    if len(bodies) != 1 or others or not members.ids:
        return {}
    apart = dates_by_member(chart, named)
    each = {one.ids[0]: apart[one.start] for one in named} if apart else {}
    return each if set(members.ids) <= set(each) else {}


def _day_behind(chart: Chart, organization: Mention) -> Dated | None:
    """The "since" right behind one of several organizations: «член ООН | с 1964 года, Совета Европы | с 1965-го»."""
    if len(chart.kind("organization")) < _SEVERAL or chart.pack.order == "sov" or not chart.pack.spaced:
        return None
    day = chart.day_behind(organization.end, 1)
    return dated(day) if day is not None and day.date is not None and day.date.kind == "since" else None


def _day_of_its_own(chart: Chart, organization: Mention) -> Dated | None:
    """The day right behind one of several organizations, another date being there: "joined A in 1996, | B in 1997"."""
    several = len(chart.kind("organization")) >= _SEVERAL and len(chart.dates) >= _SEVERAL
    if not several or chart.pack.order != "svo" or not chart.pack.spaced:
        return None
    day = chart.day_behind(organization.end, 1)
    plain = day is not None and day.date is not None and not day.date.when.interval
    return dated(day) if day is not None and plain else None


def _beside(chart: Chart, organization: Mention) -> list[Mention]:
    """The organizations of a sentence whose dates may be told one each; none where a semicolon parts them."""
    bodies = chart.kind("organization")
    own = chart.within(bodies, *stretch(chart, organization.start))
    if len(own) > 1:
        return own
    clause = chart.clause(organization.start)
    told = [*chart.within(events(chart), *clause), *chart.within(chart.cues("role"), *clause)]
    if chart.pack.order == "sov" and len(told) == 1 and len(chart.within(bodies, *clause)) > 1:
        return chart.within(bodies, *clause)
    return bodies if len({chart.clause(one.start) for one in (*bodies, *chart.dates)}) == 1 else []


def _begins(dated: Dated) -> bool:
    """Whether a time has a beginning and no end: "since 1 May 2004"."""
    return dated.when is not None and dated.when.open_ended


def _closed(dated: Dated) -> bool:
    """Whether a time has both a beginning and an end: "in 2021-2022"."""
    return dated.when is not None and dated.when.closed


def _on_a_day(dated: Dated) -> bool:
    """Whether a time is a day, a month or a year, on which something happens."""
    return dated.when is not None and not dated.when.interval


def _begun(dated: Dated) -> Dated:
    """The day itself of what holds since a day: "a member since 1 May 2004" joined on it."""
    assert dated.when is not None
    return Dated(when=When(dated.when.start, None), context=dated.context)


def _event(chart: Chart, anchor: Mention) -> str:
    """What an anchor tells: its verb; a status that is given or got begins ("candidate status was | granted")."""
    if _given(chart, anchor) or _became(chart, anchor):
        return "joined"
    if "verb.chair" in anchor.classes and chart.within(chart.cues("verb.take_over"), *chart.clause(anchor.start)):
        return "joined"  # "| übernimmt | das Land den Vorsitz"
    word = chart.text[anchor.start : anchor.end].lower()
    if anchor.kind_in("role") and word.endswith(chart.pack.relatives or ("\n",)):
        return "holds"  # "gözlemci olduğu | örgüt": which it is in
    return next((event for label, event in _VERBS.items() if label in anchor.classes), "holds")


def _given(chart: Chart, anchor: Mention) -> list[Mention]:
    """The verb by which a status is given or got, beside the status: "candidate status was | granted"."""
    status = anchor.kind_in("role") in _GIVEN and not anchor.classes & _VERBS.keys()
    return chart.within(chart.cues("verb.award"), *stretch(chart, anchor.start)) if status else []


def _became(chart: Chart, anchor: Mention) -> bool:
    """Whether a role stands beside the word for becoming it: «членом НАТО A | стала», «стала десятым | членом»."""
    start, end = stretch(chart, anchor.start)
    low = max(start, anchor.start - _BECOMING) if chart.pack.order == "svo" else anchor.end
    return bool(anchor.kind_in("role")) and bool(chart.within(chart.cues("mark.became"), low, end))


def _bracketed_elsewhere(chart: Chart, anchor: Mention, own: Dated) -> bool:
    """Whether a date stands in a bracket behind another statement: "A founded it, B is a member (since 2006)"."""
    told = [one for one in chart.dates if one.date is not None and one.date.when == own.when]
    if not told or chart.aside(told[0].start) is None or chart.aside(anchor.start) is not None:
        return False
    return stretch(chart, told[0].start) != stretch(chart, anchor.start)


def _of_other_role(chart: Chart, anchor: Mention, own: Dated | None) -> bool:
    """Whether a date is that of another role, between its own commas: "a founder of A, | since 2004 observer in B"."""
    told = [one for one in chart.dates if own is not None and one.date is not None and one.date.when == own.when]
    if not told or stretch(chart, told[0].start) == stretch(chart, anchor.start):
        return False
    others = chart.within(chart.cues("role"), *stretch(chart, told[0].start))
    return bool(others) and bool(chart.within(chart.kind("organization"), *stretch(chart, told[0].start)))


def _of_other_body(chart: Chart, organization: Mention, own: Dated) -> bool:
    """Whether a date stands right behind another organization, between its own commas: "A, a member of | B in 2021"."""
    if chart.pack.order != "svo" or not chart.pack.spaced:
        return False
    for day in (one for one in chart.dates if one.date is not None and one.date.when == own.when):
        start, end = stretch(chart, day.start)
        behind = [one for one in chart.kind("organization") if start <= one.start and 0 <= day.start - one.end <= 1]
        apart = not start <= organization.start < end
        if apart and behind and behind[0].ids != organization.ids:
            return True
    return False


def _bracketed_before(chart: Chart, organization: Mention, told: Dated) -> bool:
    """Whether a date only stands in the bracket of an organization before it: "of the UN | (1945) | and of the OAS"."""
    days = [one for one in chart.dates if one.date is not None and one.date.when == told.when]
    asides = [chart.aside(one.start) for one in days]
    others = [one for one in chart.kind("organization") if one.end < organization.start]
    return bool(days) and all(
        span is not None and any(_opens_at(chart, span, one) for one in others) and span[1] <= organization.start
        for span in asides
    )


def _opens_at(chart: Chart, aside: tuple[int, int], one: Mention) -> bool:
    """Whether a bracket opens right behind a name, a case ending between or none: "BM'nin (1945)"."""
    gap = chart.text[one.end : aside[0]]
    return one.end <= aside[0] and len(gap) <= _ENDING and " " not in gap.strip()


def _dated(chart: Chart, discourse: Discourse, organization: Mention, anchor: Mention, event: str) -> Dated:
    own = stretch(chart, anchor.start)
    stands = anchor.kind_in("role") and not anchor.kind_in("verb")
    if stands and own_member(chart, anchor) and not chart.within(chart.dates, *own):
        return till_published(discourse)
    if event == "holds":
        own_date = standing_date(chart, discourse, anchor)
        elsewhere = _bracketed_elsewhere(chart, anchor, own_date) or _of_other_role(chart, anchor, own_date)
        elsewhere = elsewhere or _of_other_body(chart, organization, own_date)
        days = [one for one in chart.dates if one.date is not None and one.date.when == own_date.when]
        other = any(
            dates_another(chart, organization, anchor, one) or of_the_last(chart, organization, one) for one in days
        )
        return till_published(discourse) if elsewhere or other else own_date
    told = event_date(chart, discourse, next(iter(_given(chart, anchor)), anchor))
    if event == "elected" and _closed(told):
        return _before_term(chart, anchor) or told
    since = date_of(chart, anchor) if told.when is None and not chart.pack.spaced else None
    return _begun(since) if since is not None and _begins(since) else told


def _before_term(chart: Chart, anchor: Mention) -> Dated | None:
    """The day of an election before the term that it was for: "2023年6月6日，X当选 | 2024—2025年度 | 理事国"."""
    days = [one for one in chart.dates if one.end <= anchor.start and one.date is not None]
    days = [one for one in days if one.date is not None and not one.date.when.interval]
    return dated(days[-1]) if days else None
