"""Capitals that stand for their states: as who acts, and as where a mission moves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import role_before
from comity.packs.language import LanguagePack
from comity.parties.registry import Registry

_TIES = frozenset({"noun.relations", "noun.bare_relations"})
_STATELY = frozenset(
    {
        *("verb.restore", "verb.suspend", "verb.upgrade", "verb.downgrade", "verb.appoint", "verb.expel"),
        *("verb.sign", "verb.ratify", "verb.unrecognise", "verb.join", "mark.declared"),
    }
)
_SAYING = frozenset({"fact.said", "fact.allege"})
_ASIDE = re.compile(r",\s[^,;:.\n]{3,40},")
_OWNED = 12
_RIGHT_BEHIND = 1
_BESIDE = 2
_MARKED = 4


def acting(
    text: str,
    names: list[Mention],
    cues: list[Mention],
    pack: LanguagePack,
    registry: Registry,
    *,
    dates: Sequence[Mention] = (),
) -> list[Mention]:
    """The names, with a capital that acts (a verb's subject, an agent) read as its state: "Nairobi offers …"."""
    verbs = [cue for cue in cues if any(label.startswith(("verb.", "fact.")) for label in cue.classes)]
    out = []
    for one in names:
        sides = ("between", "of") if pack.cases and pack.order == "svo" else ("between",)  # «спор | Хартума и Каира»
        if one.kind == "city" and one.country and one.role in sides and _tied(one, names, cues, registry):
            out.append(replace(one, kind="party", ids=(one.country,), form="metonym", country=""))
            continue
        tied = pack.inverts and one.role == "to" and _behind_ties(text, one, cues)
        roles = ("", "by", "with", "to") if tied else ("", "by", "with")
        if one.kind == "city" and one.country and one.role in roles and _is_capital(one, registry, dates):
            past = _past_day(text, one, dates) if pack.order == "svo" and pack.cases and not pack.inverts else one.end
            past = _past_source(text, past, cues)
            behind = [verb for verb in verbs if _light_gap(text, past, verb.start, pack)]
            if one.role == "by" and "by" in pack.cases.values():  # «признана | Лиссабоном»
                behind += [verb for verb in verbs if _light_gap(text, verb.end, one.start, pack)]
            doing = pack.order == "svo" and pack.spaced and behind and (one.role == "by" or one.group < 0)
            turned = pack.inverts and one.role == "" and one.group < 0
            doing = doing or (turned and any(_opens_behind_day(text, one, verb, dates) for verb in verbs))
            doing = doing or (turned and any(one.start - verb.end == 1 and _done_by(verb) for verb in verbs))
            doing = doing or (turned and any(one.start - verb.end == 1 and _asks(verb) for verb in verbs))
            first = pack.order == "vso" and one.role == "" and one.group < 0
            doing = doing or (first and any(one.start - verb.end == 1 and _told_of_states(verb) for verb in verbs))
            group = [other for other in names if other.group == one.group >= 0]
            doing = doing or (pack.spaced and _act_together(text, group, verbs, pack, registry))
            if one.role == "with" or tied or doing:
                out.append(replace(one, kind="party", ids=(one.country,), form="metonym", country=""))
                continue
        out.append(one)
    return out


def _past_day(text: str, one: Mention, dates: Sequence[Mention]) -> int:
    """Where a name ends, or the day right behind it: "Belgrade | in November 2020 | declared"."""
    return next((day.end for day in dates if text[one.end : day.start].isspace()), one.end)


def _past_source(text: str, end: int, cues: Sequence[Mention]) -> int:
    """Where a name ends, or what tells behind it between commas who says so: "Santiago, | según La Paz, | cerró"."""
    aside = _ASIDE.match(text, end)
    told = aside is not None and any(aside.start() < cue.start < aside.end() and cue.classes & _SAYING for cue in cues)
    return aside.end() if aside is not None and told else end


def _behind_ties(text: str, one: Mention, cues: Sequence[Mention]) -> bool:
    """Whether a town stands behind relations and one marker, and is with whom they are: "Beziehungen | zu Moskau |"."""
    ends = [cue.end for cue in cues if cue.classes & _TIES and cue.end < one.start]
    return bool(ends) and len(text[ends[-1] : one.start].split()) == 1


def _opens_behind_day(text: str, one: Mention, verb: Mention, dates: Sequence[Mention]) -> bool:
    """Whether a name stands right behind the helping verb that a day leads: "Seit 1961 hat | Berlin | …"."""
    led = any(not text[: day.start].strip() and text[day.end : verb.start].isspace() for day in dates)
    return led and "verb.have" in verb.classes and one.start - verb.end == 1


def _tied(city: Mention, names: list[Mention], cues: list[Mention], registry: Registry) -> bool:
    """Whether two capitals behind "between" stand for states: "les relations diplomatiques entre | Luanda et Brasilia".

    Only where relations, a text or a quarrel of theirs is told of right before.
    """
    group = [one for one in names if one.group == city.group and one.kind == "city"] if city.group >= 0 else []
    if not group and city.role == "of":  # «отношений | Хартума с Каиром»
        group = [city, *(one for one in names if one.kind == "city" and one.role == "with" and _next_to(city, one))]
    capitals = len(group) == _BESIDE and all(one.country and _is_capital(one, registry) for one in group)
    first = min((one.start for one in group), default=0)
    near = [one for one in cues if 0 <= first - one.end <= _OWNED and _of_states(one)]
    return capitals and len({one.country for one in group}) == _BESIDE and bool(near)


def _next_to(city: Mention, other: Mention) -> bool:
    """Whether but a marker of one letter or two parts the first name from the second."""
    return 0 < other.start - city.end <= _MARKED


def _of_states(cue: Mention) -> bool:
    """Whether a word tells of what only states have with each other."""
    told = {"noun.relations", "noun.bare_relations", "noun.dispute"}
    return bool(cue.classes & told) or any(label.startswith("agreement.") for label in cue.classes)


def without_people(
    names: Sequence[Mention], cues: Sequence[Mention], pack: LanguagePack, registry: Registry
) -> list[Mention]:
    """The names, without a town that sounds as somebody's name right before an office: "| 托莱多 | 总统".

    Only where words are written together and names have no capitals; a capital may stand for its state there.
    """
    if pack.spaced or pack.capitals:
        return list(names)
    offices = {cue.start for cue in cues if any(label.startswith("office.") for label in cue.classes)}
    return [one for one in names if one.kind != "city" or one.end not in offices or _is_capital(one, registry)]


def _done_by(verb: Mention) -> bool:
    """Whether a name right behind a verb does it, where verbs stand second: "eine Botschaft eröffnete | Helsinki".

    Who is visited, received or left stands there, too.
    """
    return bool(verb.classes & {"verb.open", "verb.close", "verb.recall", "verb.recognise", "verb.sever"})


def _asks(verb: Mention) -> bool:
    """Whether a capital right behind a verb is asked, as none but a state is: "Tiflis bat | Eriwan |, …"."""
    return "fact.request" in verb.classes and "verb.invite" not in verb.classes


def _told_of_states(verb: Mention) -> bool:
    """Whether a capital right behind a verb that leads does it: «عينت | طهران | سفيرا»; not one that is visited."""
    return _done_by(verb) or bool(verb.classes & _STATELY)


def _act_together(
    text: str, group: list[Mention], verbs: list[Mention], pack: LanguagePack, registry: Registry
) -> bool:
    """Whether a city is one of several states' capitals that do something: "unterzeichneten Athen und Skopje"."""
    states = {other.country for other in group}
    capitals = all(other.kind == "city" and other.role == "" and _is_capital(other, registry) for other in group)
    if len(states) < 2 or len(states) < len(group) or not capitals:
        return False
    before = any(_light_gap(text, group[-1].end, verb.start, pack) for verb in verbs)
    turned = pack.inverts or pack.postposes
    return before or (turned and any(0 <= group[0].start - verb.end <= _RIGHT_BEHIND for verb in verbs))


def capitals_moved_to(cues: Sequence[Mention], names: Sequence[Mention], registry: Registry) -> list[Mention]:
    """The capital that something moves to from another city of its country: "Almatı'dan başkente taşındı"."""
    left = [one for one in names if one.kind == "city" and one.role == "from" and one.country in registry]
    if len(left) != 1 or not any("verb.move" in cue.classes for cue in cues):
        return []
    seat = registry.capital(left[0].country)
    return [
        replace(left[0], start=cue.start, end=cue.end, ids=(str(seat),), role="to", group=-1)
        for cue in cues
        if "deixis.capital" in cue.classes and seat is not None and str(seat) not in left[0].ids
    ]


def _is_capital(city: Mention, registry: Registry, dates: Sequence[Mention] = ()) -> bool:
    """Whether a city is its state's capital, today or on a day that the sentence tells of: Bonn in 1965."""
    if city.country not in registry:
        return False
    then = [one.date.when for one in dates if one.date is not None]
    capitals = {registry.capital(city.country), *(registry.capital(city.country, when) for when in then)} - {None}
    return any(str(capital) in city.ids for capital in capitals)


def _light_gap(text: str, start: int, end: int, pack: LanguagePack) -> bool:
    """Whether only a blank, or a word of the pack's that carries no name, stands between: "Beijing to sever"."""
    if not 0 <= end - start <= _OWNED:
        return False
    words = re.split(r"\s+|(?<=['’])", text[start:end].lower().strip())
    return all(word in pack.skip or word in pack.before for word in words if word)


def _beside(text: str, pair: tuple[Mention, Mention]) -> bool:
    """Whether but a blank parts the first of two from the second."""
    return text[pair[0].end : pair[1].start] == " "


def capitals_named(
    text: str, cues: Sequence[Mention], names: Sequence[Mention], pack: LanguagePack, registry: Registry
) -> list[Mention]:
    """The capital that an adjective tells the state of, no city beside it: "in der | tunesischen Hauptstadt".

    Or "dans la | capitale norvégienne", where adjectives follow.
    """
    out = []
    for cue in cues:
        if not cue.classes & {"noun.capital", "deixis.capital"} or not pack.spaced:
            continue
        late = pack.adjectives == "after"
        owners = [one for one in names if one.form == "adjective"]
        owner = next((one for one in owners if _beside(text, (cue, one) if late else (one, cue))), None)
        owner = owner or next((one for one in names if _of_it(text, cue, one, pack)), None)
        seat = registry.capital(owner.ids[0]) if owner is not None and owner.ids[0] in registry else None
        end = max(owner.end, cue.end) if owner is not None else cue.end
        beside = any(one.kind == "city" and 0 <= one.start - end <= _BESIDE for one in names)
        if owner is not None and seat is not None and not beside:
            out.append(
                Mention(
                    kind="city",
                    start=min(owner.start, cue.start),
                    end=end,
                    ids=(str(seat),),
                    form="short",
                    role=role_before(text, min(owner.start, cue.start), pack)[0],
                    country=owner.ids[0],
                )
            )
    return out


def _of_it(text: str, cue: Mention, one: Mention, pack: LanguagePack) -> bool:
    """Whether a state stands behind "the capital" with one marker between: "dans la | capitale | de | Somalie"."""
    gap = text[cue.end : one.start].lower().strip()
    plain = one.kind == "party" and one.role == "of" and one.form != "adjective" and len(one.ids) == 1
    return plain and 0 < one.start - cue.end <= _OWNED and pack.before.get(gap) == "of"


def _described(text: str, cue: Mention, names: Sequence[Mention]) -> Mention | None:
    """The adjective right behind the word for a capital: «العاصمة | الأردنية», "la capital | chilena"."""
    if not cue.classes & {"noun.capital", "deixis.capital"}:
        return None
    return next((one for one in names if one.form == "adjective" and text[cue.end : one.start] == " "), None)


def led_by_capital(text: str, cues: Sequence[Mention], names: Sequence[Mention], pack: LanguagePack) -> list[Mention]:
    """The names, a city behind "the Jordanian capital" in the role of that: «سفارة في | العاصمة الأردنية عمان»."""
    roles = {}
    for cue in cues if pack.adjectives == "after" and pack.spaced else ():
        owner = _described(text, cue, names)
        city = next((one for one in names if owner and one.kind == "city" and one.start - owner.end == 1), None)
        if city is not None and not city.role:
            roles[city.start] = role_before(text, cue.start, pack)[0]
    return [replace(one, role=roles.get(one.start, one.role)) if one.kind == "city" else one for one in names]
