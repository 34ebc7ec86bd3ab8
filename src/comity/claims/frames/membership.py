"""Membership: a party's role in an organization: held, joined, left, elected to."""

from __future__ import annotations

from collections.abc import Iterator

from comity.claims.chart import Chart
from comity.claims.discourse import Discourse, Found
from comity.claims.draft import Dated, Draft
from comity.claims.factuality import modality_of, negated
from comity.claims.frames.attach import dates_by_member, event_date, standing_date
from comity.claims.frames.sides import found, subject_of
from comity.claims.mention import Mention
from comity.claims.words import role_after
from comity.model.claim import Membership

_VERBS = {
    "verb.leave": "left",
    "verb.elect": "elected",
    "verb.join": "joined",
    "verb.chair": "holds",
    "verb.hold": "holds",
}
_ROLES = ("founder", "observer", "candidate", "chair", "partner", "council-member", "member")
_TYING = ("verb.leave", "verb.elect", "verb.join", "verb.chair")
_REACH = 200
_BESIDE = 10
_OWNS = 3


def read_memberships(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a sentence that gives parties a role in organizations.

    "Both countries are members of the UN and of the OSCE." → each in each. Refuses an organization that is only named.
    """
    if not chart.has("role", "noun.membership", *_VERBS):
        return
    seen: set[tuple[str, str, str, str]] = set()
    named = [one for one in chart.kind("organization") if not _only_named(chart, one)]
    ties = [(one, anchor) for one in named for anchor in _anchors(chart, one)]
    for organization, anchor in (*ties, *_elliptic(chart, discourse)):
        for draft in _drafts(chart, discourse, organization, anchor):
            roles = draft.roles
            assert isinstance(roles, Membership)
            key = (roles.member, roles.organization, roles.role, roles.event)
            if key not in seen:
                seen.add(key)
                yield draft


def _elliptic(chart: Chart, discourse: Discourse) -> Iterator[tuple[Mention, Mention]]:
    """Joinings in clauses that name no organization, with the one just spoken of: "…; Uzbekistan joined in 2019"."""
    organizations = chart.kind("organization")
    for verb in chart.cues("verb.join"):
        start, end = chart.clause(verb.start)
        if chart.within(organizations, start, end) or not chart.within(chart.cues("role"), start, end):
            continue
        before = [one for one in organizations if one.end <= verb.start]
        known = before[-1] if before else discourse.recent_organization()
        if known is not None and chart.within(chart.parties, start, end):
            yield known, verb


def _drafts(chart: Chart, discourse: Discourse, organization: Mention, anchor: Mention) -> Iterator[Draft]:
    role, event = _role(chart, organization, anchor), _event(anchor)
    modality = modality_of(chart, anchor)
    if modality == "asserted" and negated(chart, [anchor]):
        return
    members = _members(chart, discourse, anchor, organization)
    apart = dates_by_member(chart, chart.kind("organization"))
    dated = apart.get(organization.start) or _dated(chart, discourse, anchor, event)
    for member in members.ids:
        for body in organization.ids:
            if member != body:
                yield Draft(
                    roles=Membership(member=member, organization=body, role=role, event=event),
                    rule=f"membership.{event}",
                    dated=dated,
                    modality=modality,
                    context=members.context,
                )


def _only_named(chart: Chart, organization: Mention) -> bool:
    """Whether the organization is but the place of a gathering, or another name of the one before it."""
    for one in chart.cues("noun.gathering"):
        if one.distance(organization) <= _BESIDE:
            return True
    owned = [one for one in chart.kind("organization") if 0 < one.start - organization.end <= _OWNS]
    if organization.role == "of" and owned and role_after(chart.text, organization.end, chart.pack)[0] == "of":
        return True
    return any(0 <= organization.start - one.end <= _BESIDE for one in chart.cues("mark.alias"))


def _anchors(chart: Chart, organization: Mention) -> Iterator[Mention]:
    """The verbs or role nouns that tie the organization to a member: the main one, and one in a bracket behind it.

    "a member of the UN and the OSCE (which it chaired in 2010)": the bracket is said of the OSCE alone.
    """
    own = chart.aside(organization.start)
    verbs = [one for one in chart.cues(*_TYING) if chart.aside(one.start) == own]
    roles = [one for one in chart.cues("role", "noun.membership") if chart.aside(one.start) == own]
    main = _main_anchor(chart, organization, verbs, roles)
    if main is not None:
        yield main
    for start, end in chart.asides:
        if 0 <= start - organization.end <= 1:
            yield from chart.within(chart.cues(*_TYING), start, end)


def _main_anchor(chart: Chart, organization: Mention, verbs: list[Mention], roles: list[Mention]) -> Mention | None:
    for one in chart.group_of(organization):
        start, end = chart.clause(one.start)
        near = [verb for verb in verbs if start <= verb.start < end and verb.distance(one) <= _REACH]
        if near:
            return min(near, key=lambda verb: verb.distance(one))
        role = chart.nearest(one, roles, limit=_REACH)
        if role is not None:
            return role
    return None


def _event(anchor: Mention) -> str:
    return next((event for label, event in _VERBS.items() if label in anchor.classes), "holds")


def _role(chart: Chart, organization: Mention, anchor: Mention) -> str:
    clause = chart.clause(anchor.start)
    aside = chart.aside(anchor.start)
    cues = [one for one in chart.cues("role") if clause[0] <= one.start < clause[1] and chart.aside(one.start) == aside]
    if any("role.candidate" in one.classes for one in cues):
        return "candidate"
    for name in _ROLES:
        if f"role.{name}" in anchor.classes:
            return name
    near = min(cues, key=lambda one: min(one.distance(organization), one.distance(anchor)), default=None)
    if near is not None and min(near.distance(organization), near.distance(anchor)) <= 80:
        return next(name for name in _ROLES if f"role.{name}" in near.classes)
    return "chair" if "verb.chair" in anchor.classes else "member"


def _members(chart: Chart, discourse: Discourse, anchor: Mention, organization: Mention) -> Found:
    subject = subject_of(chart, discourse, anchor)
    ids = tuple(one for one in subject.ids if one not in organization.ids)
    if ids:
        return Found(ids=ids, context=subject.context)
    start, end = chart.clause(anchor.start)
    near = [
        one
        for one in chart.parties
        if start <= one.start < end and one.role in ("", "of", "by") and one.form != "adjective"
    ]
    inside = found(near)
    if inside.ids:
        return inside
    spoken = discourse.the_one()
    return Found(ids=spoken.ids, context=spoken.context()) if spoken is not None else Found()


def _dated(chart: Chart, discourse: Discourse, anchor: Mention, event: str) -> Dated:
    if event == "holds":
        return standing_date(chart, discourse, anchor)
    return event_date(chart, discourse, anchor)
