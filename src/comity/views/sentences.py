"""A fact said back in words, in a language that has a pack of sentences; without its date, which stands beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from comity.model.fact import Fact
from comity.model.roles import (
    Agreement,
    Appointment,
    Body,
    Dispute,
    Honour,
    Landmark,
    Meeting,
    Membership,
    Mission,
    Quantity,
    Recognition,
    Relations,
    Roles,
    Succession,
    Visit,
)
from comity.model.when import When
from comity.packs.reasons import resay, resay_one_of
from comity.packs.sentences import Sentences, load_sentences
from comity.parties.places import load_places
from comity.parties.registry import NAME_FILES, Registry

NOT_DONE = ("planned", "requested", "cancelled")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """The words and names of one language: what a view needs to say anything."""

    words: Sentences
    registry: Registry

    @property
    def language(self) -> str:
        """The code of the language."""
        return self.words.language

    def name(self, party: str | None, when: When | None = None) -> str:
        """The party's name; in English that of its phase then, if it ended since (YUG in 1996 is the Federal Republic).

        An id that the register does not hold is its own name.
        """
        if party is None or party not in self.registry:
            return party or ""
        polity = self.registry.get(party)
        if polity.kind == "organization" and self.language != "en":
            return load_places().organization_name(party, self._names_of)
        if self.language == "en" and when is not None and polity.spells[-1].when.last is not None:
            phase = self.registry.phase(party, when)
            return polity.name if phase is None else phase.name
        return self.registry.name(party, self.language)

    @property
    def _names_of(self) -> str:
        """The language of the names, with its script where it has two."""
        return NAME_FILES.get(self.language, self.language)

    def city(self, name: str | None, city_id: int | None) -> str:
        """The city's name in the language where the register of places has one, else as the fact has it."""
        if city_id is None or self.language == "en" or city_id not in load_places():
            return name or ""
        return load_places().city_name(city_id, self._names_of)

    def reason(self, rule: str, text: str) -> tuple[str, str]:
        """The sentence that explains a choice, and its language: English where this one has none for the rule."""
        said = resay(rule, text, self.language) if self.language != "en" else None
        return (text, "en") if said is None else (said, self.language)

    def clues(self, texts: Sequence[str]) -> tuple[str, ...]:
        """What speaks for and against a party on a row, each sentence in this language as far as it has one."""
        if self.language == "en":
            return tuple(texts)
        return tuple(resay_one_of("candidate_", text, self.language) or text for text in texts)

    def names(self, parties: tuple[str, ...], when: When | None = None) -> str:
        """The parties' names as a list in words, in the order of the ids."""
        return self.words.join(tuple(self.name(party, when) for party in parties))


def load_speech(registry: Registry, language: str = "en") -> Speech:
    """The speech of a language; English where there are no sentences for it."""
    return Speech(words=load_sentences(language), registry=registry)


def say_fact(fact: Fact, speech: Speech) -> str:
    """The fact in words: ``"Serbia opened an embassy in Astana, Kazakhstan"``; what is planned is said to be so."""
    sentence = say_roles(fact.roles, speech, fact.when, done=fact.modality not in NOT_DONE)
    return _capital(speech.words.fill("modality", fact.modality, sentence=sentence))


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def say_roles(roles: Roles, speech: Speech, when: When | None = None, *, done: bool = True) -> str:
    """The roles in words, with the names that the parties had at that date; what is not ``done`` as a plan."""
    name, values = _SAYERS[type(roles)](roles, speech, when)
    planned = f"{name}-planned"
    if not done and speech.words.has(roles.TYPE, planned):
        name = planned
    return speech.words.fill(roles.TYPE, name, **values)


Said = tuple[str, dict[str, str]]


def _relations(roles: Relations, speech: Speech, when: When | None) -> Said:
    level = roles.level or ("" if roles.event in ("upgraded", "downgraded") else "diplomatic")
    return roles.event, {
        "parties": speech.names(roles.parties, when),
        "level": speech.words.get("levels", level) if level else "",
    }


def _recognition(roles: Recognition, speech: Speech, when: When | None) -> Said:
    order = ""
    if roles.order is not None:
        name = "order-1" if roles.order == 1 else "order-n"
        order = speech.words.fill("words", name, order=str(roles.order))
    return roles.event, {
        "subject": speech.name(roles.subject, when),
        "object": speech.name(roles.object, when),
        "order": order,
    }


def _mission(roles: Mission, speech: Speech, when: When | None) -> Said:
    return roles.event, {
        "sender": speech.name(roles.sender, when),
        "receiver": speech.name(roles.receiver, when),
        "kind": speech.words.get("kinds", roles.kind),
        "kind_bare": speech.words.get("bare", roles.kind),
        "city": speech.city(roles.city, roles.city_id),
        "via": speech.name(roles.via, when),
    }


def _visit(roles: Visit, speech: Speech, when: When | None) -> Said:
    return "any", {
        "visitor": speech.name(roles.visitor, when),
        "host": speech.name(roles.host, when),
        "office": speech.words.get("offices", roles.office),
        "person": roles.person or "",
        "places": speech.words.join(roles.places),
        "kind": speech.words.get("visits", roles.kind) if roles.kind else "",
    }


def _meeting(roles: Meeting, speech: Speech, when: When | None) -> Said:
    return "any", {
        "parties": speech.names(roles.parties, when),
        "persons": speech.words.join(roles.persons),
        "place": roles.place or "",
    }


def _agreement(roles: Agreement, speech: Speech, when: When | None) -> Said:
    return roles.event, {
        "parties": speech.names(roles.parties, when),
        "title": roles.title,
        "place": roles.place or "",
    }


def _membership(roles: Membership, speech: Speech, when: When | None) -> Said:
    return roles.event, {
        "member": speech.name(roles.member, when),
        "organization": speech.name(roles.organization),
        "role": speech.words.get("roles", roles.role),
    }


def _quantity(roles: Quantity, speech: Speech, when: When | None) -> Said:
    change = "" if roles.change is None else f"{roles.change:+g}"
    number = say_number(roles, speech)
    return roles.indicator if speech.words.has("quantity", roles.indicator) else "any", {
        "indicator": speech.words.get("indicators", roles.indicator),
        "from": speech.name(roles.from_, when),
        "to": speech.name(roles.to, when),
        "to_role": speech.words.get("words", _direction(roles.indicator)),
        "parties": speech.names(roles.parties, when),
        "number": number or speech.words.fill("words", "percent-change", change=change),
        "change": speech.words.fill("words", "change", change=change) if change and number else "",
    }


def _direction(indicator: str) -> str:
    return f"to_{indicator}" if indicator in ("exports", "imports") else "to_other"


def say_number(roles: Quantity, speech: Speech) -> str:
    """The number in digits with its unit: ``"5,400,000,000 USD"``, ``"at least 4,000"``; empty where there is none."""
    unit = "" if roles.unit in (None, "count") else "%" if roles.unit == "percent" else f" {roles.unit}"

    def digits(value: float) -> str:
        return f"{value:,}{unit}"

    if roles.value is not None:
        return digits(roles.value)
    if roles.min is not None and roles.max is not None:
        return speech.words.fill("words", "range", min=f"{roles.min:,}", max=digits(roles.max))
    if roles.min is not None:
        return speech.words.fill("words", "more-than", number=digits(roles.min))
    return speech.words.fill("words", "less-than", number=digits(roles.max)) if roles.max is not None else ""


def _honour(roles: Honour, speech: Speech, when: When | None) -> Said:
    return "any", {
        "giver": speech.name(roles.giver, when),
        "recipient": roles.recipient,
        "award": roles.award or "",
    }


def _body(roles: Body, speech: Speech, when: When | None) -> Said:
    return roles.event, {"parties": speech.names(roles.parties, when), "name": roles.name}


def _appointment(roles: Appointment, speech: Speech, when: When | None) -> Said:
    unnamed = "" if roles.event in ("recalled", "expelled") else speech.words.get("words", "someone")
    return roles.event, {
        "person": roles.person or unnamed,
        "post": speech.words.get("posts", roles.post),
        "sender": speech.name(roles.sender, when),
        "receiver": speech.name(roles.receiver, when),
        "city": speech.city(roles.city, roles.city_id),
    }


def _landmark(roles: Landmark, speech: Speech, when: When | None) -> Said:
    return "any", {
        "country": speech.name(roles.country, when),
        "city": speech.city(roles.city, roles.city_id),
        "kind": speech.words.get("kinds", roles.kind),
        "name": roles.name or "",
        "honours": speech.name(roles.honours, when),
    }


def _dispute(roles: Dispute, speech: Speech, when: When | None) -> Said:
    return roles.event, {"parties": speech.names(roles.parties, when), "subject": roles.subject or ""}


def _succession(roles: Succession, speech: Speech, when: When | None) -> Said:
    return "any", {"predecessor": speech.name(roles.predecessor), "successor": speech.name(roles.successor)}


_SAYERS: Mapping[type[Roles], Callable[..., Said]] = MappingProxyType(
    {
        Relations: _relations,
        Recognition: _recognition,
        Mission: _mission,
        Visit: _visit,
        Meeting: _meeting,
        Agreement: _agreement,
        Membership: _membership,
        Quantity: _quantity,
        Honour: _honour,
        Body: _body,
        Appointment: _appointment,
        Landmark: _landmark,
        Dispute: _dispute,
        Succession: _succession,
    }
)
