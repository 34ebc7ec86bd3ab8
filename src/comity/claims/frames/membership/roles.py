"""As what a member belongs to an organization: founder, observer, candidate, chair."""

from __future__ import annotations

from comity.claims.days.stretch import stretch
from comity.claims.frames.membership.ties import (
    CHAIRING,
    is_relative,
    own_member,
)
from comity.claims.frames.membership.untied import TYING, in_a_word
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import COMMAS, SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.walls import over_between
from comity.claims.states.places import is_organ

_ROLES = ("founder", "observer", "candidate", "chair", "partner", "council-member", "member")
_CHAIRS = frozenset({"verb.chair", *CHAIRING})
_OF_IT = 10  # "founder | of the | Union"


def role_of(chart: Chart, organization: Mention, anchor: Mention) -> str:
    """The role told of; who is of a council that is no organ is its member: "members of the | Council of Europe"."""
    word = in_a_word(chart, organization)
    role = word.kind_in("role") if word is not None else _told_role(chart, organization, anchor)
    if role == "member" and organization.ids == ("UNSC",):
        return "council-member"
    seated = role != "council-member" or any(is_organ(one) for one in organization.ids)
    return role if seated or not _runs_into(chart.cues("role"), organization) else "member"


def _runs_into(roles: list[Mention], organization: Mention) -> bool:
    return any(one.start < organization.start < one.end for one in roles)


def _role_before(chart: Chart, anchor: Mention, clause: tuple[int, int]) -> str:
    """The role of the clause before, where a verb of getting names none: "A获得观察员地位，B早在2018年即已 | 取得"."""
    roles = chart.cues("role")
    before = [one for one in roles if one.end <= clause[0]]
    getting = "mark.becoming" in anchor.classes and not chart.pack.spaced and not chart.within(roles, *clause)
    return before[-1].kind_in("role") if getting and before else ""


def _told_role(chart: Chart, organization: Mention, anchor: Mention) -> str:
    told = _bracketed_role(chart, organization)
    if told:
        return told
    if "role.founder" in anchor.classes and 0 < organization.start - anchor.end <= _OF_IT:
        return "founder"  # "| Miembro fundador del Mercosur |, Paraguay apoya la candidatura …"
    if "verb.join" in anchor.classes and is_relative(chart, anchor, organization) and not anchor.kind_in("role"):
        return "member"
    clause = chart.clause(anchor.start)
    told = _role_before(chart, anchor, clause)
    if told:
        return told
    aside = chart.aside(anchor.start)
    cues = [one for one in chart.cues("role") if clause[0] <= one.start < clause[1] and chart.aside(one.start) == aside]
    cues = [one for one in cues if not _of_another(chart, one, anchor)]
    cues = [one for one in cues if not over_between(chart, anchor.end, one.start)]
    if "verb.admit" in anchor.classes and not chart.pack.spaced:
        cues = [one for one in cues if one.start >= anchor.end]
    if not chart.pack.spaced and anchor.kind_in("verb"):
        cues = [one for one in cues if not _of_next_verb(chart, one, anchor)]
    if chart.pack.order == "sov" and anchor.kind_in("verb"):  # a role behind the verb is another statement's
        cues = [one for one in cues if one.start <= anchor.start]
    if any("role.candidate" in one.classes and not _anew(chart, organization, one) for one in cues):
        return "candidate"
    cues = [one for one in cues if "role.candidate" not in one.classes]
    for name in _ROLES:
        if f"role.{name}" in anchor.classes:
            return name
    near = min(cues, key=lambda one: min(one.distance(organization), one.distance(anchor)), default=None)
    if near is not None and min(near.distance(organization), near.distance(anchor)) <= 80:
        return next(name for name in _ROLES if f"role.{name}" in near.classes)
    elected = "verb.elect" in anchor.classes and any(is_organ(one) for one in organization.ids)
    return "chair" if anchor.classes & _CHAIRS else "council-member" if elected else "member"


def _of_next_verb(chart: Chart, role: Mention, anchor: Mention) -> bool:
    """Whether a role behind a verb is that of the next, in a body of its own: "加入阿盟、| 接任西共体轮值主席"."""
    between = chart.within(chart.cues(*TYING), anchor.end, role.start)
    return bool(between) and bool(chart.within(chart.kind("organization"), between[0].end, role.start))


def _anew(chart: Chart, organization: Mention, bid: Mention) -> bool:
    """Whether a bid behind a comma is one of who is a member: "a member of the Council in 2021, | is running again"."""
    own = stretch(chart, organization.start)
    if chart.pack.order != "svo" or not chart.pack.spaced or bid.start < own[1]:
        return False
    roles = [one for one in chart.within(chart.cues("role"), *own) if "role.candidate" not in one.classes]
    return bool(roles) and roles[0].end <= organization.start and not own_member(chart, bid)


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
    if behind is None or has_any(chart.text[organization.end : behind[0]], COMMAS + SEMICOLONS):
        return ""
    roles = chart.within(chart.cues("role"), *behind)
    told = [one for one in chart.within(chart.cues("verb", "organization"), *behind) if one not in roles]
    if not roles or told or chart.within(chart.parties, *behind):
        return ""  # «(عضو مؤسس)»: the word for a member is its role
    return next((name for name in _ROLES if f"role.{name}" in roles[0].classes), "")
