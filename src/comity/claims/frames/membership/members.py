"""Who a membership is of: beside its verb, in apposition, together with others, in the sentence before."""

from __future__ import annotations

from comity.claims.clauses.relative import leads
from comity.claims.context.discourse import Discourse, Found
from comity.claims.days.stretch import stretch
from comity.claims.frames.membership.taken_in import taken_by
from comity.claims.frames.membership.ties import (
    described_by,
    listed_behind,
    own_member,
)
from comity.claims.frames.membership.unjoined import joined_by_noun
from comity.claims.frames.membership.untied import in_a_word
from comity.claims.frames.sides.of_anchor import found, subject_of
from comity.claims.frames.sides.owners import owner_of
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import left_words
from comity.model.passage import PassageKind

_OWNED = 12
_LED_BY = 4
_OPENED = 3
_TIED = 10


def find_members(chart: Chart, discourse: Discourse, anchor: Mention, organization: Mention) -> Found:
    """The parties that a verb or role ties to an organization; nobody where that is only to be guessed."""
    if "noun.membership" in anchor.classes and chart.pack.inverts and _nobodys(chart, anchor):
        return Found()
    owned = _owned_membership(chart, anchor, organization)
    if owned:
        return found(owned)
    bidder = _bidder(chart, anchor, organization)
    if bidder is not None:
        return bidder
    if "verb.pass_on" in anchor.classes:
        return found(one for one in chart.within(chart.parties, *chart.clause(anchor.start)) if one.role == "to")
    beside = _beside(chart, anchor, organization)
    return found(beside) if beside is not None else _acting(chart, discourse, anchor, organization)


def _bidder(chart: Chart, anchor: Mention, organization: Mention) -> Found | None:
    """Whose candidature the sentence tells of; nobody where another backs it; ``None`` where it tells of none."""
    bid = next((one for one in chart.cues("role.candidate") if "noun.membership" not in one.classes), None)
    if bid is None:
        return None
    if anchor.classes & {"role.founder", "role.member"} and 0 < organization.start - anchor.end <= _TIED:
        return None  # "Le Paraguay, | membre fondateur du Mercosur |, soutient la candidature marocaine"
    if organization.end <= bid.start <= anchor.start and _backed(chart, organization, bid):
        return Found()  # "Miembro fundador del | Mercosur |, Paraguay apoya la | candidatura | marroquí"
    whose = [one for one in chart.kind("party") if bid.start - one.end == 1 and "gen" in one.case.split("|")]
    bidder = whose[0] if whose and chart.pack.inverts else owner_of(chart, bid, 24)  # "| Armeniens | Bewerbung bei …"
    if bidder is not None and bidder.kind == "party" and not set(bidder.ids) & set(organization.ids):
        return found(chart.group_of(bidder))
    return None


def _beside(chart: Chart, anchor: Mention, organization: Mention) -> list[Mention] | None:
    """Who stands in one of the places that show who is meant: before or behind the role, described by it, listed.

    Nobody where such a place is taken by somebody who is no party; ``None`` where there is none.
    """
    presiding = [one for one in chart.parties if one.form == "adjective" and 0 < organization.start - one.end <= 1]
    if presiding and chart.pack.adjectives == "before" and 0 <= anchor.start - organization.end <= 1:
        return presiding[-1:]  # "die | dänische | EU-Ratspräsidentschaft"
    right = [one for one in chart.parties if one.start == anchor.end and not one.deictic]
    if right and not chart.pack.spaced and anchor.kind_in("role"):
        return right  # "欧盟及北约成员国 | 匈牙利"
    described = described_by(chart, anchor)
    if described:
        return described
    if {"verb.join", "noun.membership"} <= anchor.classes and chart.pack.places == "after" and chart.pack.spaced:
        whose = joined_by_noun(chart, anchor)
        if whose is not None:
            return whose
    apposed = _apposed(chart, organization, anchor)
    if apposed is not None:
        return [apposed]
    office = _office_of(chart, anchor)
    if office is not None:
        return office
    return _together(chart, anchor) or _pivot(chart, anchor) or listed_behind(chart, anchor) or None


def _acting(chart: Chart, discourse: Discourse, anchor: Mention, organization: Mention) -> Found:
    """Who does it: whom another admits, who has the role, the subject, who else is in the clause or was told of."""
    taken = taken_by(chart, organization, anchor) if "verb.admit" in anchor.classes else []
    capacity = _in_capacity(chart, anchor) or in_passing(chart, organization, anchor)
    if capacity:
        return found(capacity)
    here = chart.within([organization], *stretch(chart, anchor.start))
    told = taken or (_own(chart, anchor) if anchor.kind_in("role") or here else [])
    subject = found(told) if told else subject_of(chart, discourse, anchor)
    ids = tuple(one for one in subject.ids if one not in organization.ids)
    if ids:
        return Found(ids=ids, context=subject.context)
    near = [
        one
        for one in chart.within(chart.parties, *chart.clause(anchor.start))
        if one.role in ("", "of", "by") and one.form != "adjective"
    ]
    inside = found(near or _granted(chart, anchor))
    if inside.ids:
        return inside
    spoken = discourse.the_one()
    topic = discourse.topic
    if chart.sentence.passage.kind == PassageKind.ITEM and topic is not None and len(topic.ids) == 1:
        spoken = topic  # an item that names nobody is about whom the page is about
    return Found(ids=spoken.ids, context=spoken.context()) if spoken is not None else Found()


def _owned_membership(chart: Chart, anchor: Mention, organization: Mention) -> list[Mention]:
    """Whose membership is told of, verbs last: "| Перудің | ЭЫДҰ-ға мүшелікке өтінімін Қазақстан қолдады"."""
    start, end = chart.clause(organization.start)
    if chart.pack.order != "sov" or not start <= anchor.start < end:
        return []
    nouns = chart.within(chart.cues("noun.membership"), organization.end, organization.end + _OWNED)
    owners = [one for one in chart.within(chart.parties, start, organization.start) if one.role == "of"]
    near = [one for one in owners if organization.start - one.end <= _OWNED and len(one.ids) == 1]
    return chart.group_of(near[-1]) if near and nouns else []


def _backed(chart: Chart, organization: Mention, bid: Mention) -> bool:
    """Whether somebody only supports a candidacy, and the organization was told of before a comma."""
    words = {chart.text[one.start : one.end] for one in chart.cues("mark.quest") if 0 < bid.start - one.end <= _TIED}
    return bool(words) and "," in chart.between(organization, bid)


def _own(chart: Chart, anchor: Mention) -> list[Mention]:
    """Who stands right before a role between two commas, no marker before his name.

    Refuses ", achtzehn Monate nach der Unabhängigkeit von der Sozialistischen Republik | Jugoslawien |, Mitglied".
    """
    own = own_member(chart, anchor)
    words = [word for one in own for _, word in left_words(chart.text, one.start, _LED_BY)]
    return [] if chart.pack.inverts and any(word in chart.pack.before for word in words) else own


def _nobodys(chart: Chart, anchor: Mention) -> bool:
    """Whether a membership is spoken of in a sentence that names nobody: "von der | Mitgliedschaft | versprach man"."""
    owned = any(0 < anchor.start - one.end <= _OWNED for one in chart.cues("mark.own"))
    return not (owned or chart.parties or chart.actors)


def _apposed(chart: Chart, organization: Mention, anchor: Mention) -> Mention | None:
    """Who stands right behind a role that stands right behind its organization: "东盟 | 轮值主席国 | 柬埔寨".

    Behind the comma of one who presides, where verbs come last: "ЕҚЫҰ төрағасы, | Солтүстік Македонияның министрі".
    """
    if chart.pack.order == "sov" and "role.chair" in anchor.classes and chart.text[anchor.end : anchor.end + 2] == ", ":
        return next((one for one in chart.actors if one.start == anchor.end + 2 and one.ids), None)
    beside = anchor.kind_in("role") and 0 <= anchor.start - organization.end <= 1
    gap = 0 if not chart.pack.spaced else 1
    plain = chart.pack.order == "svo" and chart.pack.adjectives == "before" and not chart.pack.cases
    plain = plain or in_a_word(chart, organization) is anchor
    behind = [one for one in chart.parties if one.start - anchor.end == gap and one.form not in ("adjective", "pair")]
    return behind[0] if beside and plain and behind else None


def _office_of(chart: Chart, anchor: Mention) -> list[Mention] | None:
    """Who a clause behind "who" says to hold a role: "talks with Kagame, who is also the | chairman | of"; else None.

    Nobody where it is not known of which state he is.
    """
    opened = [one for one in chart.cues("mark.who") if one.end <= anchor.start]
    if not opened or not anchor.kind_in("role") or not leads(chart.pack):
        return None
    low, comma = opened[-1].start, chart.text[: opened[-1].start].rstrip()
    doers = [*chart.parties, *chart.actors]
    if not comma.endswith(",") or "," in chart.text[low : anchor.start] or chart.within(doers, low, anchor.start):
        return None
    return [one for one in doers if 0 <= len(comma) - 1 - one.end <= 1][-1:]


def _together(chart: Chart, anchor: Mention) -> list[Mention]:
    """Who joins with somebody on the same day, and that one: "老挝1997年7月23日与缅甸同日 | 加入"."""
    start, _ = chart.clause(anchor.start)
    words = tuple(phrase for phrase, _, _ in chart.pack.cues.get("mark.together", ()))
    inside = chart.within(chart.parties, start, anchor.start)
    last = chart.pack.order == "sov" and chart.pack.spaced  # "Finlandiya, | İsveç ile birlikte | … başvurdu"
    words = tuple(f" {word}" for word in words) if last else words
    words = words if last or (not chart.pack.spaced and anchor.kind_in("verb")) else ()
    others = [one for one in inside if words and chart.text.startswith(words, one.end)]
    others = [one for one in others if one.role == "with" or last]
    lead = [one for one in inside if one.role == "" and one not in others]
    if not others or not lead:
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


def in_passing(chart: Chart, organization: Mention, anchor: Mention) -> list[Mention]:
    """Who is named behind a role that opens its sentence: "As a member of CARICOM, | Jamaica | backed …"."""
    if in_a_word(chart, organization) is anchor:
        return [one for one in [_apposed(chart, organization, anchor)] if one is not None]
    if not leads(chart.pack) or not anchor.kind_in("role") or organization.start < anchor.end:
        return []
    opened = chart.text[: anchor.start].split()
    behind = [one for one in chart.parties if one.start > organization.end and one.role == "" and not one.deictic]
    gap = chart.text[chart.group_of(organization)[-1].end : behind[0].start].lower() if behind else ""
    named = gap.startswith(",") and all(word in chart.pack.skip for word in gap[1:].split())
    return chart.group_of(behind[0]) if named and len(opened) <= _OPENED else []


def _granted(chart: Chart, anchor: Mention) -> list[Mention]:
    """To whom a status is given: "observer status was granted | to Hungary"."""
    given = (anchor.kind_in("role") and "role.candidate" not in anchor.classes) or "verb.join" in anchor.classes
    inside = chart.within(chart.parties, *chart.clause(anchor.start))
    return [one for one in inside if one.role == "to" and one.form != "adjective"] if given else []
