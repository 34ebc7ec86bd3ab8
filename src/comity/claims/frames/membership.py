"""Membership: a party's role in an organization: held, joined, left, elected to."""

from __future__ import annotations

from collections.abc import Iterator

from comity.claims.chart import Chart
from comity.claims.discourse import Discourse, Found
from comity.claims.draft import Dated, Draft
from comity.claims.factuality import modality_of, negated
from comity.claims.frames.attach import dates_by_member, event_date, events, standing_date, stretch, till_published
from comity.claims.frames.sides import found, owner_of, subject_of
from comity.claims.mention import Mention
from comity.claims.words import role_after
from comity.model.claim import Membership
from comity.model.when import When

_VERBS = {
    "verb.leave": "left",
    "verb.elect": "elected",
    "verb.join": "joined",
    "verb.admit": "joined",
    "verb.chair": "holds",
    "verb.hold": "holds",
}
_ROLES = ("founder", "observer", "candidate", "chair", "partner", "council-member", "member")
_ENTERED = ("member", "founder")  # an observer or candidate "since" a day holds its status from it
_TYING = ("verb.leave", "verb.elect", "verb.join", "verb.chair")
_REACH = 200
_BESIDE = 10
_OWNS = 3
_ANY_MEMBER = frozenset({"role.member", "fact.ever"})  # "every member state" is nobody


def read_memberships(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a sentence that gives parties a role in organizations.

    "Both countries are members of the UN and of the OSCE." → each in each. Refuses an organization that is only named.
    """
    if not chart.has("role", "noun.membership", *_VERBS):
        return
    seen: set[tuple[str, str, str, str]] = set()
    named = [one for one in chart.kind("organization") if not _only_named(chart, one)]
    ties = [(one, anchor) for one in named for anchor in _anchors(chart, one) if not anchor.classes >= _ANY_MEMBER]
    for organization, anchor in (*ties, *_elliptic(chart, discourse)):
        for draft in _drafts(chart, discourse, organization, anchor):
            roles = draft.roles
            assert isinstance(roles, Membership)
            key = (roles.member, roles.organization, roles.role, roles.event)
            if key not in seen:
                seen.add(key)
                yield draft


def _elliptic(chart: Chart, discourse: Discourse) -> Iterator[tuple[Mention, Mention]]:
    """Joinings told without an organization, with the one just spoken of: "…; Uzbekistan joined as a member in 2019".

    A stretch between commas is enough where it says "which" or a role: "left EFTA, which it joined in 1960".
    """
    organizations = [one for one in chart.kind("organization") if chart.aside(one.start) is None]
    for verb in chart.cues("verb.join"):
        start, end = stretch(chart, verb.start)
        if chart.within(organizations, start, end):
            continue
        which = chart.within(chart.cues("mark.relative"), start, verb.start)
        if not which and not chart.within(chart.cues("role"), start, end) and not _own_statement(chart, verb):
            continue
        before = [one for one in organizations if one.end <= verb.start]
        near = bool(before) and chart.clause(before[-1].start) == chart.clause(verb.start)
        known = before[-1] if before else (None if which else discourse.recent_organization())
        if known is not None and (near or chart.within(chart.parties, *chart.clause(verb.start))):
            yield known, verb
    for role in chart.cues("role.candidate", "role.observer", "role.partner", "role.member"):
        before = [one for one in organizations if one.end <= role.start]
        if before and _own_member(chart, role) and not chart.within(organizations, *stretch(chart, role.start)):
            yield before[-1], role


def _own_statement(chart: Chart, verb: Mention) -> bool:
    """Whether a joining behind a wall names who and when, after one organization: "…; Mexico joined in 1995"."""
    start, end = chart.clause(verb.start)
    before = [one for one in chart.kind("organization") if one.end <= start]
    who = [one for one in chart.within(chart.parties, start, verb.start) if not one.deictic]
    return start > 0 and len({one.ids for one in before}) == 1 and bool(who and chart.within(chart.dates, start, end))


def _own_member(chart: Chart, anchor: Mention) -> list[Mention]:
    """Who stands right before a role between two commas: "A has been in NATO since 2004, | B is a candidate"."""
    start, _ = stretch(chart, anchor.start)
    inside = chart.within([one for one in chart.parties if one.form != "adjective"], start, anchor.start)
    lone = inside and inside[-1].role == "" and not chart.within(events(chart), start, anchor.start)
    return chart.group_of(inside[-1]) if lone and start > 0 else []


def _drafts(chart: Chart, discourse: Discourse, organization: Mention, anchor: Mention) -> Iterator[Draft]:
    role, event = _role(chart, organization, anchor), _event(anchor)
    modality = modality_of(chart, anchor)
    if modality == "asserted" and negated(chart, [anchor]):
        return
    members = _members(chart, discourse, anchor, organization)
    apart = dates_by_member(chart, _beside(chart, organization))
    dated = apart.get(organization.start) or _dated(chart, discourse, anchor, event)
    if event == "holds" and role in _ENTERED and _begins(dated):
        event, dated = "joined", _begun(dated)
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


def _beside(chart: Chart, organization: Mention) -> list[Mention]:
    """The organizations of a sentence whose dates may be told one each; none where a semicolon parts them."""
    bodies = chart.kind("organization")
    own = chart.within(bodies, *stretch(chart, organization.start))
    if len(own) > 1:
        return own
    return bodies if len({chart.clause(one.start) for one in (*bodies, *chart.dates)}) == 1 else []


def _begins(dated: Dated) -> bool:
    """Whether a time has a beginning and no end: "since 1 May 2004"."""
    when = dated.when
    return when is not None and when.interval and when.start is not None and when.end is None


def _begun(dated: Dated) -> Dated:
    """The day itself of what holds since a day: "a member since 1 May 2004" joined on it."""
    assert dated.when is not None
    return Dated(when=When(dated.when.start, None), context=dated.context)


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
    verbs += [one for one in chart.cues("verb.admit") if _admitted(chart, organization, one)]
    roles = [one for one in chart.cues("role", "noun.membership") if chart.aside(one.start) == own]
    main = _main_anchor(chart, organization, verbs, roles)
    if main is not None:
        yield main
    for start, end in chart.asides:
        if 0 <= start - organization.end <= 1:
            yield from chart.within(chart.cues(*_TYING), start, end)


def _admitted(chart: Chart, organization: Mention, verb: Mention) -> list[Mention]:
    """Whom a bare "admitted" behind its organization takes: "to the Council of Europe was | admitted Georgia"."""
    start, end = chart.clause(verb.start)
    led = start <= organization.start and organization.end <= verb.start and organization.role in ("in", "to")
    behind = [one for one in chart.parties if verb.end <= one.start < end and one.form != "adjective"]
    return chart.group_of(behind[0]) if led and behind and behind[0].role == "" else []


def _main_anchor(chart: Chart, organization: Mention, verbs: list[Mention], roles: list[Mention]) -> Mention | None:
    for one in chart.group_of(organization):
        start, end = chart.clause(one.start)
        near = [verb for verb in verbs if start <= verb.start < end and verb.distance(one) <= _REACH]
        if near:
            return min(near, key=lambda verb: verb.distance(one))
        own = stretch(chart, one.start)
        role = chart.nearest(one, chart.within(roles, *own) or roles, limit=_REACH)
        if role is not None:
            return role
    return None


def _event(anchor: Mention) -> str:
    return next((event for label, event in _VERBS.items() if label in anchor.classes), "holds")


def _role(chart: Chart, organization: Mention, anchor: Mention) -> str:
    told = _bracketed_role(chart, organization)
    if told:
        return told
    clause = chart.clause(anchor.start)
    aside = chart.aside(anchor.start)
    cues = [one for one in chart.cues("role") if clause[0] <= one.start < clause[1] and chart.aside(one.start) == aside]
    cues = [one for one in cues if not _of_another(chart, one, anchor)]
    if any("role.candidate" in one.classes for one in cues):
        return "candidate"
    for name in _ROLES:
        if f"role.{name}" in anchor.classes:
            return name
    near = min(cues, key=lambda one: min(one.distance(organization), one.distance(anchor)), default=None)
    if near is not None and min(near.distance(organization), near.distance(anchor)) <= 80:
        return next(name for name in _ROLES if f"role.{name}" in near.classes)
    return "chair" if "verb.chair" in anchor.classes else "member"


def _of_another(chart: Chart, role: Mention, anchor: Mention) -> bool:
    """Whether a comma divides a role from the anchor and it has a tie of its own: "applied, became a candidate"."""
    own = stretch(chart, role.start)
    if own[0] <= anchor.start < own[1]:
        return False
    return bool(chart.within(chart.cues(*_TYING), *own))


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
    admitted = _admitted(chart, organization, anchor) if "verb.admit" in anchor.classes else []
    told = admitted or (_own_member(chart, anchor) if anchor.kind_in("role") else [])
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
    inside = found(near)
    if inside.ids:
        return inside
    spoken = discourse.the_one()
    return Found(ids=spoken.ids, context=spoken.context()) if spoken is not None else Found()


def _dated(chart: Chart, discourse: Discourse, anchor: Mention, event: str) -> Dated:
    own = stretch(chart, anchor.start)
    if anchor.kind_in("role") and _own_member(chart, anchor) and not chart.within(chart.dates, *own):
        return till_published(discourse)
    if event == "holds":
        return standing_date(chart, discourse, anchor)
    return event_date(chart, discourse, anchor)
