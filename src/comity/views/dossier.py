"""What two parties have with each other: a dossier in sections, each line with its date, standing and sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from comity.errors import NotRecorded
from comity.facts.folding import same_person
from comity.model.fact import Fact, Standing
from comity.model.roles import JSON, Appointment, Honour, Meeting, Membership, Mission, Recognition, Visit
from comity.views.lines import Line, Section, documents_of, in_time, make_line
from comity.views.reads import Reads
from comity.views.sentences import Speech

SECTION_OF: Mapping[str, str] = MappingProxyType(
    {
        "relations": "relations",
        "succession": "successions",
        "recognition": "recognition",
        "mission": "missions",
        "visit": "visits",
        "meeting": "meetings",
        "agreement": "agreements",
        "body": "bodies",
        "membership": "memberships",
        "quantity": "figures",
        "honour": "honours",
        "landmark": "landmarks",
        "dispute": "disputes",
        "appointment": "appointments",
    }
)
SECTIONS = (
    "relations",
    "recognition",
    "missions",
    "appointments",
    "visits",
    "meetings",
    "agreements",
    "bodies",
    "memberships",
    "figures",
    "honours",
    "landmarks",
    "disputes",
    "successions",
    "others",
)
THERE = ("exists", "opened", "raised", "lowered", "moved")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """All that the register holds of two parties; a section without a line is left out."""

    parties: tuple[str, str]
    names: tuple[str, str]
    sections: tuple[Section, ...]

    def to_json(self) -> dict[str, JSON]:
        """The dossier with its sections."""
        return {
            "parties": list(self.parties),
            "names": list(self.names),
            "sections": [section.to_json() for section in self.sections],
        }


def show_pair(register: Reads, one: str, other: str, speech: Speech) -> Dossier:
    """The dossier of two parties: relations, recognition, missions each way, visits … as the register holds them.

    Relations that follow by succession stand with the ones they follow from: KAZ and SRB show KAZ–YUG of 1996.
    """
    facts = list(register.iter_facts(parties=(one, other)))
    facts += _bases(register, facts)
    found: defaultdict[str, list[Line]] = defaultdict(list)
    for fact in in_time(facts):
        if fact.type != "mission":
            found[SECTION_OF[fact.type]].append(make_line(fact, speech))
    found["missions"] = mission_lines(facts, speech)
    found["memberships"] += shared_memberships(register, one, other, speech)
    topics = _Topics(register)
    found["honours"] += _honours(topics, (one, other), facts, speech)
    found["others"] = _others(topics, (one, other), speech)
    return Dossier(
        parties=(one, other),
        names=(speech.name(one), speech.name(other)),
        sections=make_sections(found, speech),
    )


def make_sections(lines: Mapping[str, Sequence[Line]], speech: Speech) -> tuple[Section, ...]:
    """The sections that have lines, in the order of a page."""
    return tuple(
        Section(key=key, title=speech.words.get("sections", key), lines=tuple(lines[key]))
        for key in SECTIONS
        if lines.get(key)
    )


def _bases(register: Reads, facts: Iterable[Fact]) -> list[Fact]:
    """The facts that inferred ones among these stand on, and that are not among them."""
    facts = tuple(facts)
    known = {fact.id for fact in facts}
    names = {name for fact in facts if fact.inference for name in fact.inference.facts} - known
    return [found for name in sorted(names) if (found := _get_fact(register, name)) is not None]


def _get_fact(register: Reads, name: str) -> Fact | None:
    try:
        return register.get_fact(name)
    except NotRecorded:
        return None


def mission_lines(facts: Iterable[Fact], speech: Speech) -> list[Line]:
    """The missions, by direction and kind, each group headed by how many there are and in which cities."""
    groups: defaultdict[tuple[str, str, int, str], list[Fact]] = defaultdict(list)
    order = tuple(speech.words.tables["many"])
    for fact in facts:
        if isinstance(fact.roles, Mission):
            roles = fact.roles
            rank = order.index(roles.kind) if roles.kind in order else len(order)
            groups[(roles.sender, roles.receiver, rank, roles.kind)].append(fact)
    lines = []
    for sender, receiver, _, kind in sorted(groups):
        group = groups[(sender, receiver, _, kind)]
        heading = _mission_heading(sender, receiver, kind, group, speech)
        lines += [make_line(fact, speech, heading) for fact in sorted(group, key=_by_city)]
    return lines


def _mission_heading(sender: str, receiver: str, kind: str, facts: Sequence[Fact], speech: Speech) -> str:
    cities = tuple(sorted(_standing_in(facts, speech)))
    several = "many" if len(cities) > 1 else "bare"
    return speech.words.fill(
        "pages",
        "missions_of",
        sender=speech.name(sender),
        receiver=speech.name(receiver),
        kind=speech.words.get(several, kind),
        count=str(len(cities)),
        cities=speech.words.get("lists", "comma").join(city for city in cities if city),
    )


def _standing_in(facts: Iterable[Fact], speech: Speech) -> set[str]:
    """The cities with a mission of which no closing is recorded; what is planned or asked for does not count."""
    there, gone = set(), set()
    for fact in facts:
        if not isinstance(fact.roles, Mission) or fact.modality != "asserted":
            continue
        city = speech.city(fact.roles.city, fact.roles.city_id)
        if fact.roles.event in THERE and fact.standing is not Standing.SUPERSEDED:
            there.add(city)
        elif fact.roles.event in ("closed", "absent"):
            gone.add(city)
    return there - gone


def _by_city(fact: Fact) -> tuple[str, str, str]:
    roles = fact.roles
    assert isinstance(roles, Mission)
    return roles.city or "", str(fact.when or ""), fact.id


def shared_memberships(register: Reads, one: str, other: str, speech: Speech) -> list[Line]:
    """The organizations of which both parties are said to be members, one line each, with both facts."""
    sides = [_memberships(register, party) for party in (one, other)]
    lines = []
    for organization in sorted(set(sides[0]) & set(sides[1])):
        facts = (*sides[0][organization], *sides[1][organization])
        text = speech.words.fill(
            "membership", "both", parties=speech.names((one, other)), organization=speech.name(organization)
        )
        lines.append(_shared_line(facts, text, speech))
    return lines


def _memberships(register: Reads, party: str) -> dict[str, list[Fact]]:
    found: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in register.iter_facts(parties=(party,), type="membership"):
        roles = fact.roles
        if not isinstance(roles, Membership) or roles.member != party or fact.modality != "asserted":
            continue
        if roles.role in ("member", "founder") and roles.event in ("holds", "joined"):
            found[roles.organization].append(fact)
    return found


WEAKEST = (Standing.DISPUTED, Standing.SUPERSEDED, Standing.INFERRED, Standing.SINGLE)


def _shared_line(facts: Sequence[Fact], text: str, speech: Speech) -> Line:
    """One line for both sides' membership; it stands as firmly as the weaker side."""
    order = (*WEAKEST, Standing.AGREED, Standing.JUDGED)
    weakest = min(facts, key=lambda fact: (order.index(fact.standing), fact.id))
    dates = tuple(dict.fromkeys(str(fact.when) for fact in facts if fact.when is not None))
    return replace(
        make_line(weakest, speech),
        facts=tuple(fact.id for fact in facts),
        text=text,
        date=dates[0] if len(dates) == 1 else None,
        documents=tuple(dict.fromkeys(name for fact in facts for name in documents_of(fact))),
    )


def _honours(topics: _Topics, pair: tuple[str, str], facts: Iterable[Fact], speech: Speech) -> list[Line]:
    """Honours that one of the two gave to a person of the other: one who visited, met or was posted between them."""
    persons = {person for fact in facts for person in _persons(fact)}
    lines = []
    for party in pair:
        for fact in in_time(topics.register.iter_facts(parties=(party,), type="honour")):
            roles = fact.roles
            if not isinstance(roles, Honour):
                continue
            met = any(same_person(roles.recipient, person) for person in persons)
            if met or topics.is_about(fact, pair):
                lines.append(make_line(fact, speech))
    return lines


def _persons(fact: Fact) -> tuple[str, ...]:
    roles = fact.roles
    if isinstance(roles, Visit | Appointment):
        return (roles.person,) if roles.person else ()
    return roles.persons if isinstance(roles, Meeting) else ()


def _others(topics: _Topics, pair: tuple[str, str], speech: Speech) -> list[Line]:
    """What documents on the two say of recognising third parties: Kosovo, in a document on KAZ and SRB."""
    lines = []
    for party in pair:
        for fact in in_time(topics.register.iter_facts(parties=(party,), type="recognition")):
            roles = fact.roles
            if not isinstance(roles, Recognition) or {roles.subject, roles.object} == set(pair):
                continue
            if roles.subject == party and topics.is_about(fact, pair):
                lines.append(make_line(fact, speech))
    return lines


@dataclass(frozen=True, slots=True)
class _Topics:
    """What each document is about, asked of the register once."""

    register: Reads
    known: dict[str, frozenset[str]] = field(default_factory=dict)

    def is_about(self, fact: Fact, pair: tuple[str, str]) -> bool:
        """Whether a document that says the fact is about just these two."""
        return any(self._topic(name) == set(pair) for name in documents_of(fact))

    def _topic(self, document: str) -> frozenset[str]:
        if document not in self.known:
            topic = self.register.get_document(document).topic
            self.known[document] = frozenset(topic.value if topic else ())
        return self.known[document]
