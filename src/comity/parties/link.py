"""Which party a name means: its candidates weighed by the date and by what is named nearby, each with its reasons."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from comity.model.fact import Candidate
from comity.model.when import When
from comity.packs.names import iter_languages
from comity.packs.namesakes import load_link_reasons, load_namesakes
from comity.parties.forms import Form, fold_names
from comity.parties.index import load_index
from comity.parties.places import load_places
from comity.parties.registry import load_registry

# How much each observation multiplies a candidate's weight. A party that did not exist on the day is named now and then
# (memories, plans), so it is not ruled out.
_GONE = 0.05
_BESIDE = 4.0
_CITY = 4.0
_CAPITAL = 6.0
_OTHER_LANGUAGE = 0.9
_NOT_THEN = 0.4
_NONE_THEN = 0.3  # what is left of a name whose candidates were all not there on the day
# How good a name each kind is: an adjective alone is a weak way to name a state.
_FORMS = {
    "short": 1.0,
    "official": 1.0,
    "abbreviation": 0.95,
    "former": 0.9,
    "adjective": 0.6,
    "demonym": 0.5,
    "metonym": 0.4,
    "pair": 0.4,
}


# Kinds of name that are made from the short one, and no more specific than it.
_UNSPECIFIC = frozenset({"adjective", "demonym", "pair", "metonym"})


@dataclass(slots=True)
class _Weighed:
    """A candidate while it is weighed."""

    party: str
    weight: float = 1.0
    reasons: list[str] = field(default_factory=list)
    plain: bool = True  # by a name that may have stood for others too: Germany, but not West Germany, BRD

    def weigh(self, factor: float, reason: str, **values: str) -> None:
        self.weight *= factor
        self.reasons.append(_say(reason, **values))


def link_party(
    ids: Sequence[str], *, language: str = "en", when: When | None = None, neighbours: Collection[str] = ()
) -> tuple[Candidate, ...]:
    """The parties that a name with these candidate ids means on a date, best first; the scores add up to 1.

    ``neighbours`` are the ids of the parties and cities named nearby; ``language`` is that of the reasons' names. Two
    candidates that nothing tells apart have the same score: ambiguous stays ambiguous.
    ``link_party(("COD", "COG"), neighbours={"2314302"})`` puts the Congo of Kinshasa first: its capital is named.
    """
    weighed = [_Weighed(party) for party in dict.fromkeys(ids)]
    parties = ", ".join(load_registry().name(one.party, language) for one in weighed)
    for one in weighed:
        one.reasons.append(_say("only") if len(weighed) == 1 else _say("shares", count=str(len(ids)), parties=parties))
    return _rank(_judge(weighed, when, neighbours))


def _judge(weighed: list[_Weighed], when: When | None, neighbours: Collection[str]) -> list[_Weighed]:
    """The candidates and those their name stood for on the date, each with the weight of what speaks for it."""
    if when is not None:
        for one in weighed:
            there = load_registry().exists(one.party, when)
            one.weigh(1.0 if there else _GONE, "existed" if there else "gone", when=str(when))
        weighed = _favour(weighed, when)
        weighed = _add_namesakes(weighed, when)
        weighed = _add_continuing(weighed, when)
    else:
        weighed = _favour(weighed, None)
    for one in weighed:
        _weigh_neighbours(one, when, neighbours)
    return weighed


def _favour(weighed: list[_Weighed], when: When | None) -> list[_Weighed]:
    """The same candidates, the one that a shared name usually means raised to its share."""
    group = tuple(sorted(one.party for one in weighed))
    for usual in load_namesakes().get(group, ()) if len(group) > 1 else ():
        held = (usual.span.first is None and usual.span.last is None) if when is None else usual.span.contains(when)
        for one in weighed:
            if held and one.party == usual.other:
                one.weigh(usual.share * (len(group) - 1) / (1 - usual.share), "rather", note=usual.note)
    return weighed


def _add_namesakes(weighed: list[_Weighed], when: When) -> list[_Weighed]:
    """The candidates, and beside each the parties that its name stood for too on this date."""
    out = {one.party: one for one in weighed}
    for one in weighed:
        weight = 1.0 if load_registry().exists(one.party, when) else 0.0
        for other in load_namesakes().get((one.party,), ()) if one.plain else ():
            if other.span.contains(when) and other.other not in out:
                name = load_registry().name(one.party, "en")
                reason = _say("stands_for", party=name, when=str(when), note=other.note)
                out[other.other] = _Weighed(other.other, other.share, [reason])
                weight -= other.share
        if weight < 1.0 and len(out) > len(weighed):
            one.weight *= max(weight, _GONE) if one.weight >= 1.0 else 1.0
    return list(out.values())


def _add_continuing(weighed: list[_Weighed], when: When) -> list[_Weighed]:
    """The candidates, and the parties that continue those that were gone by then (Russia for the Soviet Union)."""
    registry = load_registry()
    out = {one.party: one for one in weighed}
    for one in weighed:
        if registry.exists(one.party, when):
            continue
        for edge in registry.successors(one.party, when):
            if edge.kind == "continues" and edge.successor not in out and registry.exists(edge.successor, when):
                reason = _say("continues", party=registry.name(one.party, "en"), when=str(when))
                out[edge.successor] = _Weighed(edge.successor, one.weight * 0.8, [reason])
    return list(out.values())


def _weigh_neighbours(one: _Weighed, when: When | None, neighbours: Collection[str]) -> None:
    if one.party in neighbours:
        one.weigh(_BESIDE, "beside")
    cities = sorted(int(neighbour) for neighbour in neighbours if neighbour.isdigit())
    capital = load_registry().capital(one.party, when) if cities else None
    for id in cities:
        if id not in load_places():
            continue
        if id == capital:
            one.weigh(_CAPITAL, "capital", city=load_places().city(id).name)
        elif load_places().country(id, when) == one.party:
            one.weigh(_CITY, "city", city=load_places().city(id).name)


def _rank(weighed: Iterable[_Weighed], whole: float = 1.0) -> tuple[Candidate, ...]:
    """The candidates by weight, their scores made to add up to ``whole``; of equal weight, by id."""
    weighed = list(weighed)
    total = sum(one.weight for one in weighed) or 1.0
    ranked = [
        Candidate(party=one.party, score=round(whole * one.weight / total, 4), reasons=tuple(one.reasons))
        for one in weighed
    ]
    return tuple(sorted(ranked, key=lambda one: (-one.score, one.party)))


def resolve_name(text: str, language: str | None = None, when: When | None = None) -> tuple[Candidate, ...]:
    """The parties that this name or id may mean, best first; empty where no party answers to it.

    ``resolve_name("哈萨克斯坦")`` and ``resolve_name("KAZ")`` give Kazakhstan; ``resolve_name("Türk")`` Türkiye with a
    lower score, because an adjective is a weaker name. ``language`` prefers the names of a language, ``when`` those
    that were used then. Capitals do not matter; a name with an ending (``Kazakistan'ın``) is understood.
    """
    text = " ".join(text.split())
    if text in load_registry():
        return (Candidate(party=text, score=1.0, reasons=(_say("id", name=text),)),)
    named = _named(load_index().find_forms(text), language, when) or _recorded(text)
    if named:
        best = max(one.weight for one in named)
        judged = _judge(named, when, ())
        there = when is None or any(load_registry().exists(one.party, when) for one in judged)
        return _rank(judged, best if there else best * _NONE_THEN)
    turned = _turned(text)
    if turned:
        return resolve_name(turned, language, when)
    return _resolve_doubled(text, language, when) or _resolve_inflected(text, language, when)


def _recorded(text: str) -> list[_Weighed]:
    """The parties whose own or whose phase's name this is in the tables: Hawaii, no state's name in today's texts."""
    found = [_Weighed(party) for party in _recorded_names().get(fold_names(text), ())]
    for one in found:
        one.weigh(_FORMS["former"], "named", name=text, form="former", language="en")
    return found


@cache
def _recorded_names() -> Mapping[str, tuple[str, ...]]:
    registry = load_registry()
    names: dict[str, dict[str, None]] = {}
    for party in map(registry.get, registry):
        for name in (party.name, *party.official_name.split("; "), *(spell.name for spell in party.spells)):
            names.setdefault(fold_names(name), {})[party.id] = None
    return {name: tuple(parties) for name, parties in names.items()}


def _turned(text: str) -> str:
    """A name as lists turn it, turned back (``Korea, South``); empty where that is no name either."""
    name, comma, before = text.rpartition(",")
    turned = f"{before.strip()} {name.strip()}"
    return turned if comma and _is_name(turned) else ""


def _resolve_doubled(text: str, language: str | None, when: When | None) -> tuple[Candidate, ...]:
    """The parties of a name with another in brackets (``Germany (Prussia)``): those that both mean come first."""
    name, bracket, other = text.removesuffix(")").partition("(")
    if not bracket or not (_is_name(name) and _is_name(other)):
        return ()
    found: dict[str, Candidate] = {}
    for one in (*resolve_name(name, language, when), *resolve_name(other, language, when)):
        known = found.get(one.party)
        score, reasons = (known.score, known.reasons) if known else (0.0, ())
        there = when is None or load_registry().exists(one.party, when)
        score += one.score / 2 * (1.0 if there else _GONE)
        found[one.party] = replace(one, score=round(score, 4), reasons=(*reasons, *one.reasons))
    return tuple(sorted(found.values(), key=lambda one: (-one.score, one.party)))


def _is_name(text: str) -> bool:
    text = " ".join(text.split())
    named = any(form.kind in ("party", "organization") for form in load_index().find_forms(text)) if text else False
    return named or fold_names(text) in _recorded_names()


def _named(forms: Sequence[Form], language: str | None, when: When | None) -> list[_Weighed]:
    """The parties that have this name, each by its best way of having it."""
    best: dict[str, _Weighed] = {}
    for form in forms:
        if form.kind not in ("party", "organization"):
            continue
        one = _Weighed(form.id, plain=form.form in _UNSPECIFIC or form.folded in _plain_names(form.id))
        one.weigh(_FORMS[form.form], "named", name=form.surface, form=form.form, language=form.language)
        if language is not None and form.language != language.partition("-")[0]:
            one.weight *= _OTHER_LANGUAGE
        if when is not None and not _span(form).overlaps(when):
            one.weigh(_NOT_THEN, "not_then", when=str(when))
        known = best.get(form.id)  # of equal names the English one is the reason given
        if known is None or one.weight > known.weight or (one.weight == known.weight and form.language == "en"):
            best[form.id] = one
    for one in best.values():
        one.plain |= len(best) > 1
    strongest = max((one.weight for one in best.values()), default=0.0)
    return [one for one in best.values() if one.weight * 2 >= strongest]


@cache
def _plain_names(party: str) -> frozenset[str]:
    """The party's short name in every language, folded: the one that is said of others too."""
    return frozenset(fold_names(load_registry().name(party, language)) for language in iter_languages())


def _span(form: Form) -> When:
    return When.between(form.start, form.end)


def _resolve_inflected(text: str, language: str | None, when: When | None) -> tuple[Candidate, ...]:
    """The parties of the only name found in the text, if it is a party's; read in the first language that finds one."""
    index = load_index()
    for one in (language,) if language is not None else index.languages:
        hits = index.find_names(text, one)
        if len(hits) == 1 and hits[0].kind != "city":
            found = link_party(hits[0].ids, language=one, when=when)
            within = _say("within", name=text[hits[0].start : hits[0].end], text=text)
            factor = _FORMS[hits[0].form]
            return tuple(
                Candidate(party=hit.party, score=round(hit.score * factor, 4), reasons=(within, *hit.reasons))
                for hit in found
            )
    return ()


def _say(reason: str, **values: str) -> str:
    return load_link_reasons()[reason].format(**values)
