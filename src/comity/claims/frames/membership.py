"""Membership: a party's role in an organization: held, joined, left, elected to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.claims.chart import Chart
from comity.claims.discourse import Discourse, Found
from comity.claims.draft import Dated, Draft
from comity.claims.factuality import modality_of, negated
from comity.claims.frames.attach import date_of, dated, event_date, standing_date, till_published
from comity.claims.frames.by_member import dates_by_member
from comity.claims.frames.date_owners import events
from comity.claims.frames.owners import owner_of
from comity.claims.frames.sides import found, subject_of
from comity.claims.frames.stretch import stretch
from comity.claims.frames.ties import (
    CHAIRING,
    TYING,
    described_by,
    find_ties,
    is_relative,
    listed_behind,
    own_member,
    taken_by,
)
from comity.claims.frames.unjoined import dates_another, elected_members, joined_by_noun, of_the_last
from comity.claims.mention import Mention
from comity.claims.places import is_organ
from comity.model.passage import PassageKind
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
_ROLES = ("founder", "observer", "candidate", "chair", "partner", "council-member", "member")
_CHAIRS = frozenset({"verb.chair", *CHAIRING})
_GIVEN = ("candidate", "observer", "partner")
_SEVERAL = 2
_NEAR = 60
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
        if len(made) != 1 or chart.within(chart.cues(*_BODILY), start, end):
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
    role, event = _role(chart, organization, anchor), _event(chart, anchor)
    modality = modality_of(chart, anchor)
    if modality == "asserted" and negated(chart, [anchor]):
        return
    if modality == "requested" and event == "holds" and "noun.membership" in anchor.classes:
        event = "joined"
    if _does_itself(chart, organization, anchor) or elected_members(chart, anchor):
        return
    members = _members(chart, discourse, anchor, organization)
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


def _does_itself(chart: Chart, organization: Mention, anchor: Mention) -> bool:
    """Whether an organization leads the sentence as who does something: "RCD, 1985'te EİT oldu ve … | katıldı"."""
    leads = (
        chart.text[: organization.start].strip() == "" and chart.text[organization.end : organization.end + 1] == ","
    )
    return chart.pack.order == "sov" and leads and not organization.role and "verb.join" in anchor.classes


def _of_one(roles: Membership, dated: Dated, modality: str, context: tuple[Selector, ...]) -> Draft:
    """The draft of one member in one organization; who is a member "since" a day joined on it."""
    if roles.event == "holds" and roles.role in _ENTERED and _begins(dated):
        roles, dated = replace(roles, event="joined"), _begun(dated)
    return Draft(roles=roles, rule=f"membership.{roles.event}", dated=dated, modality=modality, context=context)


def _each_since(chart: Chart, members: Found, anchor: Mention) -> dict[str, Dated]:
    """The day of each member by its id: "both are members: A since 1969, B since 2010"; empty unless each has one.

    Refuses a sentence in which something else happens, or that speaks of several organizations.
    """
    named = [one for one in chart.parties if len(one.ids) == 1 and one.form != "adjective"]
    bodies = {one.ids for one in chart.kind("organization")}
    others = [one for one in (*events(chart), *chart.cues("role", *TYING)) if one.start != anchor.start]
    if anchor.kind_in("verb"):  # "…; A | joined | in 1995 and B on 30 November 2015"
        clause = chart.clause(anchor.start)
        named, others = chart.within(named, *clause), chart.within(others, *clause)
    if len(bodies) != 1 or others or not members.ids or len({one.ids for one in named}) != len(named):
        return {}
    apart = dates_by_member(chart, named)
    each = {one.ids[0]: apart[one.start] for one in named} if apart else {}
    return each if set(members.ids) <= set(each) else {}


def _day_behind(chart: Chart, organization: Mention) -> Dated | None:
    """The "since" right behind one of several organizations: «член ООН | с 1964 года, Совета Европы | с 1965-го»."""
    if len(chart.kind("organization")) < _SEVERAL or chart.pack.order == "sov" or not chart.pack.spaced:
        return None
    day = next((one for one in chart.dates if 0 <= one.start - organization.end <= 1), None)
    return dated(day) if day is not None and day.date is not None and day.date.kind == "since" else None


def _day_of_its_own(chart: Chart, organization: Mention) -> Dated | None:
    """The day right behind one of several organizations, another date being there: "joined A in 1996, | B in 1997"."""
    several = len(chart.kind("organization")) >= _SEVERAL and len(chart.dates) >= _SEVERAL
    if not several or chart.pack.order != "svo" or not chart.pack.spaced:
        return None
    day = next((one for one in chart.dates if 0 <= one.start - organization.end <= 1), None)
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
    when = dated.when
    return when is not None and when.interval and when.start is not None and when.end is None


def _closed(dated: Dated) -> bool:
    """Whether a time has both a beginning and an end: "in 2021-2022"."""
    when = dated.when
    return when is not None and when.interval and when.start is not None and when.end is not None


def _on_a_day(dated: Dated) -> bool:
    """Whether a time is a day, a month or a year, on which something happens."""
    return dated.when is not None and not dated.when.interval


def _begun(dated: Dated) -> Dated:
    """The day itself of what holds since a day: "a member since 1 May 2004" joined on it."""
    assert dated.when is not None
    return Dated(when=When(dated.when.start, None), context=dated.context)


def _event(chart: Chart, anchor: Mention) -> str:
    """What an anchor tells: its verb; a status that is given or got begins ("candidate status was | granted")."""
    if _given(chart, anchor):
        return "joined"
    if anchor.kind_in("role") and chart.text[anchor.start : anchor.end].lower().endswith(
        chart.pack.relatives or ("\n",)
    ):
        return "holds"  # "gözlemci olduğu | örgüt": which it is in
    return next((event for label, event in _VERBS.items() if label in anchor.classes), "holds")


def _given(chart: Chart, anchor: Mention) -> list[Mention]:
    """The verb by which a status is given or got, beside the status: "candidate status was | granted"."""
    status = anchor.kind_in("role") in _GIVEN and not anchor.classes & _VERBS.keys()
    return chart.within(chart.cues("verb.award"), *stretch(chart, anchor.start)) if status else []


def _role(chart: Chart, organization: Mention, anchor: Mention) -> str:
    """The role told of; who is of a council that is no organ is its member: "members of the | Council of Europe"."""
    role = _told_role(chart, organization, anchor)
    if role == "member" and organization.ids == ("UNSC",):
        return "council-member"
    seated = role != "council-member" or any(is_organ(one) for one in organization.ids)
    return role if seated or not _runs_into(chart.cues("role"), organization) else "member"


def _runs_into(roles: list[Mention], organization: Mention) -> bool:
    return any(one.start < organization.start < one.end for one in roles)


def _told_role(chart: Chart, organization: Mention, anchor: Mention) -> str:
    told = _bracketed_role(chart, organization)
    if told:
        return told
    if "verb.join" in anchor.classes and is_relative(chart, anchor, organization) and not anchor.kind_in("role"):
        return "member"
    clause = chart.clause(anchor.start)
    aside = chart.aside(anchor.start)
    cues = [one for one in chart.cues("role") if clause[0] <= one.start < clause[1] and chart.aside(one.start) == aside]
    cues = [one for one in cues if not _of_another(chart, one, anchor)]
    cues = [one for one in cues if not chart.over_between(anchor.end, one.start)]
    if "verb.admit" in anchor.classes and not chart.pack.spaced:
        cues = [one for one in cues if one.start >= anchor.end]
    if chart.pack.order == "sov" and anchor.kind_in("verb"):  # a role behind the verb is another statement's
        cues = [one for one in cues if one.start <= anchor.start]
    if any("role.candidate" in one.classes for one in cues):
        return "candidate"
    for name in _ROLES:
        if f"role.{name}" in anchor.classes:
            return name
    near = min(cues, key=lambda one: min(one.distance(organization), one.distance(anchor)), default=None)
    if near is not None and min(near.distance(organization), near.distance(anchor)) <= 80:
        return next(name for name in _ROLES if f"role.{name}" in near.classes)
    elected = "verb.elect" in anchor.classes and any(is_organ(one) for one in organization.ids)
    return "chair" if anchor.classes & _CHAIRS else "council-member" if elected else "member"


def _of_another(chart: Chart, role: Mention, anchor: Mention) -> bool:
    """Whether a comma divides a role from the anchor and it has a tie of its own: "applied, became a candidate".

    Or somebody of its own: "A joined the Movement in 1961, | B is an observer there".
    """
    own = stretch(chart, role.start)
    if own[0] <= anchor.start < own[1]:
        return False
    led = [one for one in chart.within(chart.parties, own[0], role.start) if one.role == "" and not one.deictic]
    if led and anchor.end <= own[0] and "verb.join" in anchor.classes:
        return True
    return bool(chart.within([*chart.cues(*TYING), *chart.kind("organization")], *own))


def _bracketed_role(chart: Chart, organization: Mention) -> str:
    """The role in a bracket behind an organization or behind its date: "OECD since 1961 (founder)"; "" for none."""
    behind = next((span for span in chart.asides if span[0] >= organization.end), None)
    if behind is None or set(chart.text[organization.end : behind[0]]) & set(",;"):
        return ""
    roles = chart.within(chart.cues("role"), *behind)
    if not roles or chart.within(chart.cues("verb", "organization"), *behind) or chart.within(chart.parties, *behind):
        return ""
    return next((name for name in _ROLES if f"role.{name}" in roles[0].classes), "")


def _members(chart: Chart, discourse: Discourse, anchor: Mention, organization: Mention) -> Found:
    bid = next((one for one in chart.cues("role.candidate") if "noun.membership" not in one.classes), None)
    bidder = owner_of(chart, bid, 24) if bid is not None else None
    if bidder is not None and bidder.kind == "party" and not set(bidder.ids) & set(organization.ids):
        return found(chart.group_of(bidder))
    if "verb.pass_on" in anchor.classes:
        return found(one for one in chart.within(chart.parties, *chart.clause(anchor.start)) if one.role == "to")
    presiding = [one for one in chart.parties if one.form == "adjective" and 0 < organization.start - one.end <= 1]
    if presiding and chart.pack.adjectives == "before" and 0 <= anchor.start - organization.end <= 1:
        return found(presiding[-1:])  # "die | dänische | EU-Ratspräsidentschaft"
    described = described_by(chart, anchor)
    if described:
        return found(described)
    if {"verb.join", "noun.membership"} <= anchor.classes and chart.pack.places == "after" and chart.pack.spaced:
        whose = joined_by_noun(chart, anchor)
        if whose is not None:
            return found(whose)
    apposed = _apposed(chart, organization, anchor)
    if apposed is not None:
        return found([apposed])
    together = _together(chart, anchor)
    if together:
        return found(together)
    pivot = _pivot(chart, anchor)
    if pivot:
        return found(pivot)
    listed = listed_behind(chart, anchor)
    if listed:
        return found(listed)
    taken = taken_by(chart, organization, anchor) if "verb.admit" in anchor.classes else []
    capacity = _in_capacity(chart, anchor)
    if capacity:
        return found(capacity)
    here = chart.within([organization], *stretch(chart, anchor.start))
    told = taken or (own_member(chart, anchor) if anchor.kind_in("role") or here else [])
    subject = found(told) if told else subject_of(chart, discourse, anchor)
    ids = tuple(one for one in subject.ids if one not in organization.ids)
    if ids:
        return Found(ids=ids, context=subject.context)
    start, end = chart.clause(anchor.start)
    near = [
        one
        for one in chart.parties
        if start <= one.start < end and one.role in ("", "of", "by") and one.form != "adjective"
    ]
    inside = found(near or _granted(chart, anchor))
    if inside.ids:
        return inside
    spoken = discourse.the_one()
    topic = discourse.topic
    if chart.sentence.passage.kind == PassageKind.ITEM and topic is not None and len(topic.ids) == 1:
        spoken = topic  # an item that names nobody is about whom the page is about
    return Found(ids=spoken.ids, context=spoken.context()) if spoken is not None else Found()


def _apposed(chart: Chart, organization: Mention, anchor: Mention) -> Mention | None:
    """Who stands right behind a role that stands right behind its organization: "东盟 | 轮值主席国 | 柬埔寨"."""
    beside = anchor.kind_in("role") and 0 <= anchor.start - organization.end <= 1
    gap = 0 if not chart.pack.spaced else 1
    plain = chart.pack.order == "svo" and chart.pack.adjectives == "before" and not chart.pack.cases
    behind = [one for one in chart.parties if one.start - anchor.end == gap and one.form not in ("adjective", "pair")]
    return behind[0] if beside and plain and behind else None


def _together(chart: Chart, anchor: Mention) -> list[Mention]:
    """Who joins with somebody on the same day, and that one: "老挝1997年7月23日与缅甸同日 | 加入"."""
    start, _ = chart.clause(anchor.start)
    words = tuple(phrase for phrase, _, _ in chart.pack.cues.get("mark.together", ()))
    inside = chart.within(chart.parties, start, anchor.start)
    others = [one for one in inside if one.role == "with" and words and chart.text.startswith(words, one.end)]
    lead = [one for one in inside if one.role == ""]
    if chart.pack.spaced or not anchor.kind_in("verb") or not others or not lead:
        return []
    return [*chart.group_of(lead[0]), *chart.group_of(others[-1])]


def _pivot(chart: Chart, anchor: Mention) -> list[Mention]:
    """Whom somebody supports in what they do: "西班牙支持 | 阿塞拜疆 | 当选理事国"."""
    start, _ = chart.clause(anchor.start)
    cues = chart.within(chart.cues("mark.pivot"), start, anchor.start) if anchor.kind_in("verb") else []
    behind = [one for one in chart.parties if cues and one.start == cues[-1].end]
    return chart.group_of(behind[0]) if behind else []


def _in_capacity(chart: Chart, anchor: Mention) -> list[Mention]:
    """Who is named behind the comma of "as": "作为不结盟运动创始国，| 印度尼西亚 | …"."""
    start, end = chart.clause(anchor.start)
    opened = any(one.start - start <= 1 for one in chart.cues("mark.capacity") if one.start >= start)
    if chart.pack.spaced or not opened or chart.within(chart.parties, start, end):
        return []
    behind = chart.within(chart.parties, *chart.clause(end))
    return chart.group_of(behind[0]) if behind and behind[0].role == "" else []


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


def _granted(chart: Chart, anchor: Mention) -> list[Mention]:
    """To whom a status is given: "observer status was granted | to Hungary"."""
    given = (anchor.kind_in("role") and "role.candidate" not in anchor.classes) or "verb.join" in anchor.classes
    inside = chart.within(chart.parties, *chart.clause(anchor.start))
    return [one for one in inside if one.role == "to" and one.form != "adjective"] if given else []


def _dated(chart: Chart, discourse: Discourse, organization: Mention, anchor: Mention, event: str) -> Dated:
    own = stretch(chart, anchor.start)
    stands = anchor.kind_in("role") and not anchor.kind_in("verb")
    if stands and own_member(chart, anchor) and not chart.within(chart.dates, *own):
        return till_published(discourse)
    if event == "holds":
        own_date = standing_date(chart, discourse, anchor)
        elsewhere = _bracketed_elsewhere(chart, anchor, own_date) or _of_other_role(chart, anchor, own_date)
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
