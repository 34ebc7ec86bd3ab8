"""A sentence's mentions: names, dates, numbers and cues in one pass, roles and lists given, deixis resolved."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from comity.claims.clauses.unnamed import unnamed_parties
from comity.claims.context.anaphora import find_pronoun_people, read_pronouns
from comity.claims.context.blocs import named_blocs
from comity.claims.context.datelines import without_dateline, without_dateline_places
from comity.claims.context.deixis import bodies_meant, counted, owns_name, places_meant, stand_ins
from comity.claims.context.discourse import Discourse
from comity.claims.context.holders import as_holders, read_holders
from comity.claims.context.homographs import as_cities, other_than
from comity.claims.people.actors import find_actors
from comity.claims.people.delegations import of_delegations
from comity.claims.people.ministers import as_envoys
from comity.claims.people.names import without_surnames
from comity.claims.people.ours import of_ours
from comity.claims.people.parted import join_parted
from comity.claims.people.two_titles import each_named, titled_once
from comity.claims.sentences.attributive import without_attributes
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.counts import find_counts
from comity.claims.sentences.cues import is_wide, load_cues
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.no_dates import (
    comes_each_year,
    counts_people,
    denied_until,
    is_given_name,
    part_of_name,
    said_once,
    told_otherwise,
)
from comity.claims.sentences.passive import give_agents
from comity.claims.sentences.quiet import speaking
from comity.claims.sentences.roles import give_groups, give_roles
from comity.claims.sentences.sentence import Sentence
from comity.claims.sentences.words import role_before
from comity.claims.states.capitals import acting, capitals_moved_to, capitals_named, led_by_capital, without_people
from comity.claims.states.compounds import as_two
from comity.claims.states.enclaves import as_seats
from comity.claims.states.excepted import without_excepted
from comity.claims.states.governing import governing
from comity.claims.states.holder import Holder
from comity.claims.states.named_in import in_titles, with_initial, without_forces, without_quoted
from comity.claims.states.together import named_together
from comity.claims.states.town_adjectives import find_town_adjectives
from comity.dates import DateContext, DateHit, find_dates
from comity.dates.hit import Order
from comity.model.selector import Selector
from comity.model.when import When
from comity.packs.language import LanguagePack, load_language
from comity.parties.index import NameHit, NameIndex
from comity.parties.link import link_party
from comity.parties.places import Places
from comity.parties.registry import Registry

_MANY = re.compile(r"\d\s(?:[^\W\d_]+\s)?$")
_OWN_LISTS = ("missions", "closed-missions")
_COLON = re.compile(r"\s?[:：]")
_CODE = re.compile(r"[A-Z]{3}")
_MONEY_LENGTH = 4
_NAME = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Finder:
    """What finding needs beside the text: the index of names, the gazetteer, the order of a document's bare dates.

    ``order`` and ``era`` are looked for in the whole document when the first date is in need of them.
    """

    index: NameIndex
    places: Places
    registry: Registry
    order: Callable[[], Order | None] | None = None
    era: Callable[[], int] | int = 0

    def chart(self, sentence: Sentence, discourse: Discourse) -> Chart:
        """The chart of a sentence, read in the light of what the document has said so far."""
        pack = load_language(sentence.language)
        text = sentence.text
        dates = without_dateline(self.dates(sentence, discourse), sentence, discourse)
        names = self._names(text, sentence.language, discourse, dates)
        dates = [one for one in dates if not (part_of_name(one, names) or is_given_name(text, one, pack))]
        names = [one for one in names if not _covered(one, dates)]
        dates = [one for one in dates if not counts_people(text, one, names, pack.code)]
        names = self._by_other_name(text, as_cities(text, names, discourse.cities_meant, pack), discourse)
        names, cues = _without_strangers(text, names, dates, pack)
        cues = speaking(text, join_parted(text, cues, names, pack), names, pack)
        names = without_dateline_places(text, names, cues, pack, discourse)
        names = without_people(names, cues, pack, self.registry)
        dates, cues = told_otherwise(text, dates, cues)
        dates = denied_until(text, [one for one in dates if not comes_each_year(text, one, cues)], cues)
        quantities = find_counts(text, sentence.language, dates)
        names = [one for one in names if not _covered(one, [q for q in quantities if q.end - q.start > _MONEY_LENGTH])]
        deictic = [cue for cue in cues if _stands_in(cue)]
        quantities = [one for one in quantities if not _ends_in(one, deictic)]
        names = give_agents(text, give_roles(text, without_quoted(text, names, pack), pack), [*names, *dates], pack)
        names = _led(text, in_titles(text, names, cues, pack), discourse)
        blocs = give_roles(text, named_blocs(text, cues, names, discourse, pack), pack)
        known = [Mention(kind="actor", start=a, end=b) for a, b, _ in discourse.persons.find_persons(text)]
        others = unnamed_parties(text, [*names, *dates, *known, *quantities], cues, pack) + named_together(text, pack)
        names = [one for one in names if not _covered(one, others)]
        cues = [one for one in cues if not (_covered(one, others) and _stands_in(one))]
        blocs = [*blocs, *others]
        names = as_seats(text, names, cues, _time(dates, discourse), pack)
        names = give_groups(text, sorted([*names, *blocs], key=lambda one: one.start), pack, cues)
        names = without_excepted(text, names, cues, pack)
        names = without_surnames(text, names, cues, pack)
        names = governing(text, names, cues, pack, self.registry)
        names = led_by_capital(text, cues, _of_texts(_seated(text, _behind_when(names, cues), cues), cues, pack), pack)
        names = acting(text, names, cues, pack, self.registry, dates=dates)
        cues = read_pronouns(text, read_holders(cues, discourse), [*names, *dates], discourse, pack)
        said = [cue for cue in cues if not counted(cue, text) and not owns_name(cue, text, pack)]
        names = [*names, *stand_ins(said, names, discourse, pack, text)]
        names = [*names, *places_meant(text, cues, names, discourse), *bodies_meant(cues, names, discourse)]
        names = [*names, *capitals_moved_to(cues, names, self.registry)]
        names = [*names, *capitals_named(text, cues, names, pack, self.registry)]
        known = sorted([*names, *dates, *quantities, *cues], key=lambda one: (one.start, one.end))
        people = find_actors(text, known, pack, discourse.persons, _time(dates, discourse))
        actors = as_holders(cues, of_ours(text, people, pack, discourse.home if discourse.home_shown else ""))
        actors = sorted([*actors, *find_pronoun_people(text, cues, actors, discourse, pack)], key=lambda one: one.start)
        actors = each_named(text, of_delegations(text, titled_once(text, actors, pack), names, cues, pack), names, pack)
        actors = give_roles(text, as_envoys(text, actors, known, _time(dates, discourse), pack), pack)
        actors = give_groups(text, give_agents(text, actors, [*actors, *names, *dates], pack), pack, cues)
        named = [span for one in actors if (span := _named_at(one, text)) is not None]
        known = [
            one
            for one in known
            if one.kind not in ("city", "party", "organization", "cue")
            or not any(low <= one.start and one.end <= high for low, high in named)
        ]
        mentions = without_attributes(text, [*known, *actors], pack)
        return Chart(sentence=sentence, pack=pack, mentions=mentions, published=discourse.published)

    def with_code(self, chart: Chart) -> Chart:
        """The chart of a cell that is nothing but a party's code: "JPN", of a template for a flag, is Japan."""
        code = chart.text.strip()
        if chart.parties or not _CODE.fullmatch(code) or code not in self.registry:
            return chart
        start = chart.text.index(code)
        named = Mention(kind="party", start=start, end=start + len(code), ids=(code,), form="id")
        return Chart(sentence=chart.sentence, pack=chart.pack, mentions=(named,))

    def _by_other_name(self, text: str, names: Sequence[Mention], discourse: Discourse) -> list[Mention]:
        """The names, a city read as the one that a bracket behind it calls by its other name: "in Marburg (Maribor)".

        Only where the bracket's lies in a state that is spoken of, or in one that came after such a state.
        """
        near = discourse.known | set(discourse.topic.ids if discourse.topic is not None else ())
        out = list(names)
        for place, (one, other) in enumerate(pairwise(names)):
            bracketed = text[one.end : other.start] == " (" and text[other.end : other.end + 1] == ")"
            if not bracketed or not one.kind == other.kind == "city" or one.country == other.country:
                continue
            before = {known.predecessor for known in self.registry.predecessors(other.country)}
            if other.country in near or (before & near and other.country in self.registry):
                out[place] = replace(one, ids=other.ids, country=other.country)
        return out

    def dates(self, sentence: Sentence, discourse: Discourse) -> list[Mention]:
        """The dates of a sentence, completed by what the document has said so far."""
        context = DateContext(
            document=discourse.published,
            previous=discourse.date.when if discourse.date else None,
            earlier=discourse.earlier.when if discourse.earlier else None,
            order=self.order,
            era=self.era,
        )
        hits = said_once(sentence.text, list(find_dates(sentence.text, sentence.language, context)))
        return [
            Mention(
                kind="date", start=one.start_full, end=one.end_full, date=one, context=_completed_by(one, discourse)
            )
            for one in hits
        ]

    def _names(self, text: str, language: str, discourse: Discourse, dates: Sequence[Mention]) -> list[Mention]:
        when = _time(dates[:1], discourse)
        hits = self.index.find_names(text, language)
        sure = {hit.ids[0] for hit in hits if len(hit.ids) == 1 and hit.kind == "party"}
        about = frozenset(discourse.topic.ids if discourse.topic else ())
        known = discourse.known | ({discourse.home} if discourse.home_shown else set())
        named, sure = frozenset(sure), sure | known | about
        then = [one.date.when for one in dates if one.date is not None]
        then = then or [one.when for one in (discourse.date,) if one is not None and one.when is not None]
        here = about.union(discourse.heading.ids if discourse.heading else ())
        holder = Holder(self.places, self.registry, frozenset(sure), tuple(then), here)
        towns = {hit.start: hit for hit in find_town_adjectives(text, load_language(language), self.index)}
        out = []
        for hit in sorted([*(other_than(one, named) for one in hits if one.start not in towns), *towns.values()]):
            if hit.kind == "city":
                mention = holder.local(hit, about)
                if hit.start in towns and mention is not None:
                    mention = replace(mention, role="in")
            elif text[hit.start : hit.end] in discourse.home_letters or (when is None and discourse.home in hit.ids):
                mention = self._name(hit._replace(ids=(discourse.home,)), language, when, sure, about)
            else:
                mention = holder.town(hit, self._name(hit, language, when, sure, about), when)
            if mention is not None:
                out.append(mention)
        return as_two(text, out, when, load_language(language), (self.index, self.registry))

    def _name(
        self, hit: NameHit, language: str, when: When | None, near: set[str], about: frozenset[str]
    ) -> Mention | None:
        """The party of a name; of several that nothing tells apart, the one that the document is about."""
        ids = hit.ids
        if len(ids) > 1:
            ranked = link_party(ids, language=language, when=when, neighbours=near)
            tied = [one.party for one in ranked if one.score >= ranked[0].score]
            tied = tied if len(tied) == 1 else [one for one in tied if one in about]
            if len(tied) != 1:
                return None
            ids = (tied[0],)
        return Mention(kind=hit.kind, start=hit.start, end=hit.end, ids=ids, form=hit.form, case=hit.case)


def _without_strangers(
    text: str, names: list[Mention], dates: Sequence[Mention], pack: LanguagePack
) -> tuple[list[Mention], list[Mention]]:
    """The names that are no army's and no syllables of another, and the cues that stand beside them."""
    cues = _cues(text, pack.code, names, dates)
    kept = without_forces(text, names, cues, pack)
    kept = [one for one in kept if not _syllable(text, one, pack) and not with_initial(text, one)]
    # Where a name went, what stood in its place is found now.
    return (kept, cues) if len(kept) == len(names) else (kept, _cues(text, pack.code, kept, dates))


def _led(text: str, names: list[Mention], discourse: Discourse) -> list[Mention]:
    """The names, a state before the colon that opens an entry of a state's missions abroad read as their host."""
    one = names[0] if names and discourse.theme in _OWN_LISTS else None
    if (
        one is None
        or one.kind != "party"
        or one.role
        or text[: one.start].strip(" *-–—•")
        or not _COLON.match(text, one.end)
    ):
        return names
    return [replace(one, role="in"), *names[1:]]


def _time(dates: Sequence[Mention], discourse: Discourse) -> When | None:
    """The time a sentence tells of: its first date, else the document's own."""
    return next((one.date.when for one in dates if one.date is not None), discourse.published)


def _syllable(text: str, one: Mention, pack: LanguagePack) -> bool:
    """Whether a one-letter name closes a person's name that a marker opens: 蒙 in "向拉赫蒙总统颁授" is no Mongolia."""
    if pack.spaced or one.form != "pair" or one.end - one.start != 1:
        return False
    if any(text.startswith(mark, one.start) for home in pack.homes for mark in home.marks if len(mark) > 2):
        return True  # "賴總統" is no president of 賴比瑞亞
    low = one.start
    while low > 0 and one.start - low < _NAME and is_wide(text[low - 1]) and text[low - 1 : low] not in pack.before:
        low -= 1
    return one.start - low == _NAME and role_before(text, low, pack)[0] in ("to", "with", "by")


def _behind_when(names: list[Mention], cues: Sequence[Mention]) -> list[Mention]:
    """The names, one right behind words for "on which day" being who does what follows: "fecha en que | Uruguay |"."""
    ends = {cue.end + 1 for cue in cues if "mark.when" in cue.classes}
    return [replace(one, role="") if one.role == "in" and one.start in ends else one for one in names]


def _seated(text: str, names: list[Mention], cues: Sequence[Mention]) -> list[Mention]:
    """The names, a city said to be a state's capital in that state: "索馬利蘭首都哈爾格薩"."""
    capitals = {(cue.start, cue.end) for cue in cues if "noun.capital" in cue.classes}
    out = []
    for before, one in zip([None, *names], names, strict=False):
        told = before is not None and before.kind == "party" and len(before.ids) == 1
        seated = told and before is not None and one.kind == "city" and (before.end, one.start) in capitals
        out.append(replace(one, country=before.ids[0]) if seated and before is not None else one)
    return out


def _of_texts(names: list[Mention], cues: Sequence[Mention], pack: LanguagePack) -> list[Mention]:
    """The names, a town that a text or park is called by being no place: "| Lozan | Antlaşması", "Parque | Kiev |"."""
    if pack.order == "svo" and pack.adjectives == "after" and pack.capitals and not pack.cases:
        called = {cue.end + 1 for cue in cues if cue.kind_in("landmark")}
        return [replace(one, role="name") if one.kind == "city" and one.start in called else one for one in names]
    if pack.order != "sov":
        return names
    heads = {cue.start for cue in cues if cue.kind_in("agreement")}
    return [
        replace(one, role="name", country="") if one.kind == "city" and not one.role and one.end + 1 in heads else one
        for one in names
    ]


def _completed_by(hit: DateHit, discourse: Discourse) -> tuple[Selector, ...]:
    """The stretches outside the sentence that a date was completed with."""
    out: tuple[Selector, ...] = ()
    if "document" in hit.needs:
        out += discourse.published_context()
    if "previous" in hit.needs and discourse.date is not None:
        out += discourse.date.context()
    return out


def _cues(text: str, language: str, names: Sequence[Mention], dates: Sequence[Mention]) -> list[Mention]:
    taken = [(one.start, one.end) for one in names]
    taken += [(one.date.start, one.date.end) for one in dates if one.date is not None]
    return [
        Mention(kind="cue", start=hit.start, end=hit.end, classes=hit.classes)
        for hit in load_cues(language).find_cues(text, taken, prose=True)
    ]


def _named_at(one: Mention, text: str) -> tuple[int, int] | None:
    """Where a name stands in this sentence; None where the sentence that told of somebody named him, not this one."""
    actor = one.actor
    if actor is None or not actor.person:
        return None
    if text[actor.person_start : actor.person_end].strip(" ,") == actor.person:
        return actor.person_start, actor.person_end
    return (one.start, one.end) if text[one.start : one.end] == actor.person else None


def _stands_in(cue: Mention) -> bool:
    return any(label.startswith("deixis.") for label in cue.classes)


def _covered(one: Mention, others: Iterable[Mention]) -> bool:
    return any(other.start <= one.start and one.end <= other.end for other in others)


def _ends_in(one: Mention, others: Iterable[Mention]) -> bool:
    """Whether a number is but part of a stand-in: "between | the two countries"."""
    return any(other.start < one.end <= other.end for other in others)
