"""Which party a name means: its candidates weighed by the date and by what is named nearby, each with its reasons."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from comity.model.fact import Candidate
from comity.model.when import When
from comity.packs.namesakes import load_link_reasons, load_namesakes
from comity.parties.forms import Form
from comity.parties.index import load_index
from comity.parties.places import load_places
from comity.parties.registry import load_registry

_GONE = 0.05  # a party that did not exist on the day is named now and then (memories, plans), so it is not ruled out
_BESIDE = 4.0
_CITY = 4.0
_CAPITAL = 6.0
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
_OTHER_LANGUAGE = 0.9
_NOT_THEN = 0.4
_CITY_NAMED = 0.2


@dataclass(slots=True)
class _Weighed:
    """A candidate while it is weighed."""

    party: str
    weight: float
    reasons: list[str] = field(default_factory=list)


def link_party(
    ids: Sequence[str], *, language: str = "", when: When | None = None, neighbours: Collection[str] = ()
) -> tuple[Candidate, ...]:
    """The parties that a name with these candidate ids means on a date, best first; the scores add up to 1.

    ``neighbours`` are the ids of the parties and cities named nearby. Two candidates nothing tells apart have the same
    score: ambiguous stays ambiguous. ``link_party(("COD", "COG"), when=…, neighbours={"2314302"})`` puts the Congo of
    Kinshasa first, because its capital is named.
    """
    weighed = [_Weighed(party, 1.0) for party in dict.fromkeys(ids)]
    if len(weighed) == 1:
        weighed[0].reasons.append(_say("only"))
    else:
        for one in weighed:
            one.reasons.append(_say("shares", count=str(len(weighed))))
    return _rank(_judge(weighed, when, neighbours))


def _judge(weighed: list[_Weighed], when: When | None, neighbours: Collection[str]) -> list[_Weighed]:
    """The candidates and those their names stood for on the date, each with the weight of what speaks for it."""
    for one in weighed:
        _weigh_existence(one, when)
    if when is not None:
        weighed = _add_namesakes(weighed, when)
    for one in weighed:
        _weigh_neighbours(one, when, neighbours)
    return weighed


def _weigh_existence(one: _Weighed, when: When | None) -> None:
    registry = load_registry()
    if when is None or registry.get(one.party) is None:
        return
    if registry.exists(one.party, when):
        one.reasons.append(_say("existed", when=str(when)))
    else:
        one.weight *= _GONE
        one.reasons.append(_say("gone", when=str(when)))


def _add_namesakes(weighed: list[_Weighed], when: When) -> list[_Weighed]:
    """The candidates, and beside each the parties that its name stood for too on this date."""
    out = {one.party: one for one in weighed}
    for one in weighed:
        kept = one.weight
        for other in load_namesakes().get(one.party, ()):
            if not other.span.contains(when) or other.other in out:
                continue
            moved = other.share if kept >= 1 else 1.0
            one.weight -= kept * other.share if kept >= 1 else 0
            reason = _say("stands_for", party=one.party, when=str(when), note=other.note)
            out[other.other] = _Weighed(other.other, moved, [reason])
    return list(out.values())


def _weigh_neighbours(one: _Weighed, when: When | None, neighbours: Collection[str]) -> None:
    if one.party in neighbours:
        one.weight *= _BESIDE
        one.reasons.append(_say("beside"))
    capital = load_registry().capital(one.party, when)
    places = load_places()
    for neighbour in sorted(neighbours):
        if not neighbour.isdigit():
            continue
        city = places.city(int(neighbour))
        if city is None:
            continue
        if capital is not None and int(neighbour) == int(capital):
            one.weight *= _CAPITAL
            one.reasons.append(_say("capital", city=city.name))
        elif places.country(city.id, when) == one.party:
            one.weight *= _CITY
            one.reasons.append(_say("city", city=city.name))


def _rank(weighed: Iterable[_Weighed]) -> tuple[Candidate, ...]:
    """The candidates by weight, their scores made to add up to 1; of equal weight, by id."""
    weighed = list(weighed)
    total = sum(one.weight for one in weighed) or 1.0
    return tuple(
        Candidate(party=one.party, score=round(one.weight / total, 4), reasons=tuple(one.reasons))
        for one in sorted(weighed, key=lambda one: (-round(one.weight / total, 4), one.party))
    )


def resolve_name(text: str, language: str | None = None, when: When | None = None) -> tuple[Candidate, ...]:
    """The parties that this name or id may mean, best first; empty where no party answers to it.

    ``resolve_name("哈萨克斯坦")`` and ``resolve_name("KAZ")`` give Kazakhstan; ``resolve_name("Türk")`` gives Türkiye
    with a lower score, because an adjective is a weaker name. ``language`` prefers the names of a language, ``when``
    those that were used then.
    """
    text = " ".join(text.split())
    if load_registry().get(text) is not None:
        return (Candidate(party=text, score=1.0, reasons=(_say("id", name=text),)),)
    named = _named(load_index().find_forms(text), language, when)
    if not named:
        return _resolve_inflected(text, language, when)
    best = max(one.weight for one in named)
    ranked = _rank(_judge(named, when, ()))
    return tuple(Candidate(party=one.party, score=round(one.score * best, 4), reasons=one.reasons) for one in ranked)


def _named(forms: Sequence[Form], language: str | None, when: When | None) -> list[_Weighed]:
    """The parties that have this name, each with its best way of having it."""
    best: dict[str, _Weighed] = {}
    for form in forms:
        if form.kind not in ("party", "organization"):
            continue
        weight = _FORMS.get(form.form, 0.4)
        reasons = [_say("named", name=form.surface, form=form.form, language=form.language)]
        if language is not None and form.language != language.partition("-")[0]:
            weight *= _OTHER_LANGUAGE
        span = When(form.start.start if form.start else None, form.end.start if form.end else None, True)
        if when is not None and (form.start or form.end) and not span.overlaps(when):
            weight *= _NOT_THEN
            reasons.append(_say("not_then", when=str(when)))
        if form.id not in best or weight > best[form.id].weight:
            best[form.id] = _Weighed(form.id, weight, reasons)
    return list(best.values())


def _resolve_inflected(text: str, language: str | None, when: When | None) -> tuple[Candidate, ...]:
    """The parties named by a name with an ending or an article ("Kazakistan'ın"), or by one of their cities."""
    languages = (language,) if language is not None else load_index().languages
    for one in languages:
        hits = load_index().find_names(text, one)
        if len(hits) == 1 and hits[0].kind != "city":
            return link_party(hits[0].ids, language=one, when=when)
    return ()


def _say(reason: str, **values: str) -> str:
    return load_link_reasons()[reason].format(**values)
