"""What ties a party to an organization: a verb of joining, a role, in the sentence or in the words before it."""

from __future__ import annotations

from collections.abc import Iterator

from comity.claims.context.discourse import Discourse
from comity.claims.days.date_owners import events
from comity.claims.days.stretch import stretch
from comity.claims.frames.membership.taken_in import NONE_OF_STATES, admitted, taken_in
from comity.claims.frames.membership.unjoined import names_another, only_spoken_of
from comity.claims.frames.membership.untied import (
    TYING,
    chairs_another,
    closed_before,
    has_own_role,
    in_a_word,
    in_title,
    joins_a_text,
    leads_another,
    leaves_a_place,
    only_aimed_at,
    only_counted,
    only_former,
    only_named,
    part_of_another,
    stood_elsewhere,
)
from comity.claims.frames.sides.of_anchor import acting_cities
from comity.claims.frames.times.by_member import of_the_next
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import CLAUSE_COMMAS, has_any
from comity.claims.sentences.mention import Mention

CHAIRING = ("verb.take_over", "verb.pass_on")
_STANDING = ("role.candidate", "role.observer", "role.partner", "role.founder")
_ANY_MEMBER = frozenset({"role.member", "fact.ever"})  # "every member state" is nobody
_REACH = 200
_LIST_REACH = 8
_OWNS = 3
_MARKER = 8
_LITTLE = 3


def find_ties(chart: Chart, discourse: Discourse) -> Iterator[tuple[Mention, Mention]]:
    """Each organization a sentence is about with what ties a member to it: "a | member | of | NATO".

    Refuses an organization that is only named, and "every member state".
    """
    yield from _listed(chart, discourse)
    for one in chart.kind("organization"):
        if not only_named(chart, one) or _admits(chart, one):
            told = (anchor for anchor in _anchors(chart, one) if not anchor.classes >= _ANY_MEMBER)
            told = (
                anchor
                for anchor in told
                if not (joins_a_text(chart, anchor, one) or leaves_a_place(chart, anchor, one))
            )
            told = (anchor for anchor in told if in_a_word(chart, one) in (None, anchor))
            told = (anchor for anchor in told if not in_title(chart, anchor) and not only_counted(chart, anchor))
            told = (anchor for anchor in told if not stood_elsewhere(chart, one, anchor))
            told = (anchor for anchor in told if not of_the_next(chart, one, anchor))
            told = (
                anchor for anchor in told if not leads_another(chart, one, anchor) and not only_former(chart, anchor)
            )
            told = (anchor for anchor in told if not only_spoken_of(chart, one, anchor))
            told = (anchor for anchor in told if not part_of_another(chart, anchor))
            told = (anchor for anchor in told if not closed_before(chart, one, anchor))
            yield from ((one, anchor) for anchor in told if not only_aimed_at(chart, one, anchor))
    bare = [*_elliptic(chart, discourse), *_unnamed(chart, discourse)]
    bare = [(one, anchor) for one, anchor in bare if not _of_a_state(chart, anchor)]
    yield from ((one, anchor) for one, anchor in bare if not names_another(chart, anchor))


def _of_a_state(chart: Chart, anchor: Mention) -> bool:
    """Whether a role is but what somebody sent by a state does: "une poignée d'| observateurs | suisses"."""
    adjectives = [one for one in chart.parties if one.form == "adjective" and 0 < one.start - anchor.end <= 1]
    return chart.pack.adjectives == "after" and bool(anchor.kind_in("role")) and bool(adjectives)


def _listed(chart: Chart, discourse: Discourse) -> Iterator[tuple[Mention, Mention]]:
    """Roles that a list of states follows: "…成立，| 创始成员国 | 为A、B和C", "observers: A, B"."""
    for role in chart.cues("role"):
        if listed_behind(chart, role):
            before = [one for one in chart.kind("organization") if one.end <= role.start]
            known = before[-1] if before else (None if chart.kind("organization") else discourse.recent_organization())
            if known is not None and (before or not names_another(chart, role)):
                yield known, role


def listed_behind(chart: Chart, role: Mention) -> list[Mention]:
    """The states that a role is said of in a list right behind it, a colon or one small verb between."""
    first = next((one for one in chart.parties if one.start >= role.end and one.form != "adjective"), None)
    if first is None or first.role or not role.kind_in("role") or first.start - role.end > _LIST_REACH:
        return []
    gap = chart.text[role.end : first.start].strip()
    links = {chart.text[one.start : one.end] for one in chart.cues("verb.hold")} | {":", "："}
    return chart.group_of(first) if gap in links and len(chart.group_of(first)) > 1 else []


def _admits(chart: Chart, organization: Mention) -> bool:
    """Whether the gathering of an organization admits somebody to it: "北约峰会 | 接纳 | X为成员国"."""
    return any(admitted(chart, organization, one) for one in chart.cues("verb.admit"))


def described_by(chart: Chart, anchor: Mention) -> list[Mention]:
    """Whom a participle describes that stands before its noun: "AB'ye aday ülke olan | Sırbistan"."""
    if chart.pack.order != "sov":
        return []
    owners = _of_relative(chart, anchor)
    if owners:
        return owners
    behind = next((one for one in chart.parties if one.start >= anchor.end and one.form != "adjective"), None)
    words = chart.text[anchor.start : behind.start].lower().split() if behind is not None else []
    gap = chart.text[anchor.end : behind.start].split() if behind is not None else []
    told = bool(words) and len(gap) <= 1 and words[-1].endswith(chart.pack.participles)
    return chart.group_of(behind) if told and behind is not None else []


def _of_relative(chart: Chart, anchor: Mention) -> list[Mention]:
    """Who does what a participle with an owner tells: "İran'ın 2005'ten beri | gözlemci olduğu | ŞİÖ"."""
    word = chart.text[anchor.start : anchor.end].lower()
    inside = chart.within(chart.parties, chart.clause(anchor.start)[0], anchor.start)
    owners = [one for one in inside if one.role == "of" and one.form != "adjective"]
    return chart.group_of(owners[-1]) if owners and word.endswith(chart.pack.relatives) else []


def _elliptic(chart: Chart, discourse: Discourse) -> Iterator[tuple[Mention, Mention]]:
    """Joinings told without an organization, with the one just spoken of: "…; Uzbekistan joined as a member in 2019".

    A stretch between commas is enough where it says "which" or a role: "left EFTA, which it joined in 1960".
    """
    organizations = [one for one in chart.kind("organization") if chart.aside(one.start) is None]
    for verb in chart.cues("verb.join", "verb.leave"):
        start, end = stretch(chart, verb.start)
        if chart.within(organizations, start, end):
            continue
        if _goes_on(chart, organizations, verb):
            yield organizations[0], verb
            continue
        if "verb.join" not in verb.classes:
            continue
        which = chart.within(chart.cues("mark.relative"), start, verb.start)
        there = any(0 <= verb.start - cue.end <= 1 for cue in chart.cues("deixis.there"))  # "le Pérou | y | adhéra"
        own = there or chart.within(chart.cues("role"), start, end) or _own_statement(chart, verb)
        if not which and not own:
            continue
        before = [one for one in organizations if one.end <= verb.start]
        near = bool(before) and chart.clause(before[-1].start) == chart.clause(verb.start)
        known = before[-1] if before else (None if which else discourse.recent_organization())
        who = (*chart.parties, *acting_cities(chart))
        if known is not None and (near or chart.within(who, *chart.clause(verb.start))):
            yield known, verb
    yield from _chaired(chart, organizations)
    for role in chart.cues("role.candidate", "role.observer", "role.partner", "role.member", "role.founder"):
        before = [one for one in organizations if one.end <= role.start]
        alone = own_member(chart, role) and not chart.within(organizations, *stretch(chart, role.start))
        if before and (alone or _second_role(chart, before[-1], role)):
            yield before[-1], role


def _chaired(chart: Chart, organizations: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """A chair taken over in a later clause, of the sentence's one organization: "加入该组织，2024年 | 出任主席国"."""
    for verb in chart.cues(*CHAIRING):
        start, end = chart.clause(verb.start)
        inside = chart.within([*chart.kind("organization"), *chart.parties, *chart.actors], start, end)
        before = [one for one in organizations if one.end <= start]
        chair = chart.within(chart.cues("role.chair"), verb.end, end)
        if not chart.pack.spaced and chair and not inside and len({one.ids for one in before}) == 1:
            yield before[-1], verb


def _goes_on(chart: Chart, organizations: list[Mention], verb: Mention) -> bool:
    """Whether a dated verb goes on with the one organization of its clause: "joined it in 1993, | left in 2009"."""
    start, end = stretch(chart, verb.start)
    clause = chart.clause(verb.start)
    if len({one.ids for one in organizations}) != 1 or not clause[0] <= organizations[0].start < start:
        return False
    told = chart.within(chart.cues("verb.join", "verb.leave"), clause[0], start)
    named = chart.within([*chart.parties, *chart.actors, *chart.cues(*NONE_OF_STATES)], start, end)
    return bool(told) and bool(chart.within(chart.dates, start, end)) and not named


def _second_role(chart: Chart, organization: Mention, role: Mention) -> bool:
    """Whether a role behind a comma has a date of its own and nobody new: "observer since 2005, | partner in 2008"."""
    start, end = stretch(chart, role.start)
    if organization.end > start or chart.clause(organization.start) != chart.clause(role.start):
        return False
    named = (*chart.parties, *chart.actors, *chart.kind("organization"))
    other = chart.within([*named, *chart.cues(*NONE_OF_STATES)], start, end)
    return bool(chart.within(chart.dates, start, role.start)) and not other


def _unnamed(chart: Chart, discourse: Discourse) -> Iterator[tuple[Mention, Mention]]:
    """What a sentence that names no organization says of the one told of before: "Mongolia has been an observer since".

    Refuses a sentence about somebody in office, a company, a text: he may be a candidate or an observer of anything.
    """
    known = discourse.recent_organization()
    if known is None or chart.kind("organization") or chart.actors or chart.has(*NONE_OF_STATES):
        return
    told = chart.cues(*CHAIRING) if chart.has("role.chair") else []
    if not chart.pack.spaced:
        told += [one for one in chart.cues("verb.admit") if taken_in(chart, None, one)]
    joins = chart.cues("verb.join", "verb.leave") if chart.dates and discourse.headed is not None else []
    if chart.dates and not joins and not chart.pack.spaced:  # "越南则是1995年7月28日 | 入盟 | 的"
        joins = [one for one in chart.cues("verb.join", "verb.leave") if _closes(chart, one.end)]
    told_by = chart.cues(*TYING, *CHAIRING)
    for anchor in (*told, *joins, *chart.cues(*_STANDING)):
        clause = chart.clause(anchor.start)
        if anchor.kind_in("role") and any(one in told and "verb.admit" in one.classes for one in told):
            continue
        if anchor.kind_in("role") and chart.within([one for one in told_by if one is not anchor], *clause):
            continue
        sure = chart.dates or chart.within(chart.cues("verb.join", "verb.hold", *CHAIRING), *clause)
        if sure and chart.within([one for one in chart.parties if one.form != "adjective"], *clause):
            yield known, anchor


def _closes(chart: Chart, place: int) -> bool:
    """Whether nothing but a small word and a mark stands behind a place."""
    rest = chart.text[place:]
    owned = chart.pack.after.get(rest[:1]) == "of"
    return not rest[owned : owned + 1].isalnum()


def _own_statement(chart: Chart, verb: Mention) -> bool:
    """Whether a joining behind a wall names who and when, after one organization: "…; Mexico joined in 1995"."""
    start, end = chart.clause(verb.start)
    before = [one for one in chart.kind("organization") if one.end <= start]
    who = [one for one in chart.within(chart.parties, start, verb.start) if not one.deictic]
    return start > 0 and len({one.ids for one in before}) == 1 and bool(who and chart.within(chart.dates, start, end))


def own_member(chart: Chart, anchor: Mention) -> list[Mention]:
    """Who stands right before a role between two commas: "A has been in NATO since 2004, | B is a candidate"."""
    start, _ = stretch(chart, anchor.start)
    inside = chart.within([one for one in chart.parties if one.form != "adjective"], start, anchor.start)
    lone = inside and inside[-1].role == "" and not chart.within(events(chart), start, anchor.start)
    return chart.group_of(inside[-1]) if lone and start > 0 else []


def _anchors(chart: Chart, organization: Mention) -> Iterator[Mention]:
    """The verbs or role nouns that tie the organization to a member: the main one, and one in a bracket behind it.

    "a member of the UN and the OSCE (which it chaired in 2010)": the bracket is said of the OSCE alone.
    """
    own = chart.aside(organization.start)
    verbs = [one for one in chart.cues(*TYING) if chart.aside(one.start) == own]
    verbs = [one for one in verbs if not chairs_another(chart, one, organization)]
    if chart.has("role.chair"):
        verbs += [one for one in chart.cues(*CHAIRING) if chart.aside(one.start) == own]
    verbs += [one for one in chart.cues("verb.admit") if admitted(chart, organization, one)]
    roles = [one for one in chart.cues("role", "noun.membership") if chart.aside(one.start) == own]
    main = _main_anchor(chart, organization, verbs, roles)
    if main is not None:
        yield main
    yield from (one for one in verbs if one is not main and is_relative(chart, one, organization))
    whose = [cue.end for cue in chart.cues("deixis.whose") if 0 < cue.start - organization.end <= _MARKER]
    behind = [
        one for one in chart.cues("role.chair") if one is not main and any(0 < one.start - it <= 1 for it in whose)
    ]
    yield from behind[:1]  # "belongs to SICA, whose | presidency | it held"
    for start, end in chart.asides:
        if 0 <= start - organization.end <= 1:
            yield from chart.within(chart.cues(*TYING), start, end)


def is_relative(chart: Chart, verb: Mention, organization: Mention) -> bool:
    """Whether a verb right before an organization tells which it is, where verbs come last: "katıldığı | Konsey"."""
    word = chart.text[verb.start : verb.end].lower()
    beside = verb.end <= organization.start and chart.text[verb.end : organization.start].isspace()
    return beside and word.endswith(tuple(chart.pack.relatives))


def _free(chart: Chart, verb: Mention, own: tuple[int, int]) -> bool:
    """Whether a verb has no organization of its own between its commas: "is a member of A, | applied to join B"."""
    start, end = stretch(chart, verb.start)
    return (start, end) == own or not chart.within(chart.kind("organization"), start, end)


def _main_anchor(chart: Chart, organization: Mention, verbs: list[Mention], roles: list[Mention]) -> Mention | None:
    late = chart.pack.order == "sov"
    for one in chart.group_of(organization):
        start, end = chart.clause(one.start)
        near = [verb for verb in verbs if start <= verb.start < end and verb.distance(one) <= _REACH]
        near = [verb for verb in near if verb.start > one.start] if late else near
        near = [verb for verb in near if not has_own_role(chart, verb, one, roles)]
        own = stretch(chart, one.start)
        standing = chart.within(roles, *own)
        near = [verb for verb in near if not standing or own[0] <= verb.start < own[1] or _free(chart, verb, own)]
        beside = chart.within(near, *own) or ([] if late and standing else near)
        beside = _framed(chart, one, beside)
        if beside:
            return min(beside, key=lambda verb: verb.distance(one))
        inside = chart.within(roles, *own) or roles
        role = _role_behind(chart, one, inside) or chart.nearest(one, inside, limit=_REACH)
        role = role or _listing(chart, one, roles)
        if role is not None:
            return role
    return None


def _framed(chart: Chart, organization: Mention, verbs: list[Mention]) -> list[Mention]:
    """The verbs without those that a joiner begins behind an organization whose own stands before it, in second place.

    "Marokko | trat | 1984 aus der OAU aus und | schloss sich | 2017 der AU an".
    """
    if not chart.pack.inverts or not any(one.end <= organization.start for one in verbs):
        return verbs
    words = {one.start: chart.between(organization, one).lower().split() for one in verbs}
    return [
        one
        for one in verbs
        if one.end <= organization.start or not any(word in chart.pack.joiners for word in words[one.start])
    ]


def _listing(chart: Chart, organization: Mention, roles: list[Mention]) -> Mention | None:
    """The role that a long list of organizations stands behind, no verb between: "a member of A, B, …".

    Also behind a semicolon, where nobody is named and nothing happens: "…, the EBRD; | the Council of Europe".
    """
    before = [one for one in roles if one.end <= organization.start]
    if (
        not before
        or chart.pack.order != "svo"
        or not chart.pack.spaced
        or chart.pack.cases
        or organization.role not in ("", "of", "in")
    ):
        return None
    others = [*chart.cues("verb", "fact", "agreement", "post", "mission", "mark.clause"), *chart.parties, *chart.actors]
    between = [one for one in others if before[-1].end <= one.start < organization.start and not one.deictic]
    return before[-1] if not between else None


def _role_behind(chart: Chart, organization: Mention, roles: list[Mention]) -> Mention | None:
    """The role behind an organization, no other between, where verbs come last: "A üyesi ve B'nin | gözlemcisi"."""
    behind = [one for one in roles if one.start >= organization.end] if chart.pack.order == "sov" else []
    before = [one for one in roles if one.end <= organization.start]
    if not behind or not before or len(chart.text[organization.end : behind[0].start].split()) > _LITTLE:
        return None
    named = chart.within(chart.kind("organization"), organization.end, behind[0].start)
    return None if named or has_any(chart.between(organization, behind[0]), CLAUSE_COMMAS) else behind[0]
