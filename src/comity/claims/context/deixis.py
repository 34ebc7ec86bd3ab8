"""The words that stand for what was named before: "both countries", "it", "with her", "there", "the Organization"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from comity.claims.clauses.unnamed import NOBODY
from comity.claims.context.anaphora import land_there
from comity.claims.context.discourse import Discourse, Spoken
from comity.claims.sentences.cues import load_cues
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.roles import give_roles
from comity.packs.language import LanguagePack

_TWO = 2
_NEAR = 3  # sentences back to the two that "the former" and "the latter" mean
_RIGHT_BEHIND = 1
_MANY = re.compile(r"\d\s(?:([^\W\d_])[^\W\d_]*\s)?$")
_WORDS = 2
_HELPED = 12
_TIES = frozenset({"noun.relations", "noun.bare_relations"})
_TIES_REACH = 40


def stand_ins(
    cues: Sequence[Mention], names: Sequence[Mention], discourse: Discourse, pack: LanguagePack, text: str
) -> list[Mention]:
    """The parties that "both countries", "it", "the other side" stand for, where that is known."""
    out: list[Mention] = []
    verbs = [cue for cue in cues if cue.classes & {"verb.recognise", "verb.refuse", "verb.unrecognise"}]
    for cue in cues:
        if "deixis.we" in cue.classes and not discourse.home and in_quotation(text, cue.start):
            continue  # "nous avons rappelé notre ambassadeur", a spokesman said: whoever he speaks for
        near = any(one.kind == "party" and 0 < cue.start - one.end <= _HELPED for one in names)
        behind = pack.inverts and near and any(verb.start > cue.end for verb in verbs)  # "hatten | es | anerkannt"
        held = [*verbs, replace(cue, end=cue.start - 1)] if behind else verbs
        spoken = _host(cue, names, discourse, pack, text) or _meant(cue, [*names, *out], held, discourse, text)
        if "deixis.all" in cue.classes and pack.order == "svo":
            spoken = _group_before(cue, names) or spoken
        spoken = _but_doer(cue, names, verbs, spoken)
        if "deixis.partner" in cue.classes:
            spoken = _partner(cue, names, cues, discourse)
        if "deixis.which" in cue.classes:
            spoken = _right_before(cue, names, text)
        if "deixis.realm" in cue.classes:
            spoken = _realm(text[cue.start : cue.end], names, discourse, pack)
        if spoken is None or not spoken.ids or _between_three(cue, names, verbs, pack, text):
            continue
        mention = Mention(
            kind="party",
            start=cue.start,
            end=cue.end,
            ids=spoken.ids,
            form="deixis",
            context=spoken.context(),
            role="with" if cue.classes & {"deixis.partner", "deixis.which"} else "",
            deictic=True,
        )
        [given] = give_roles(text, [mention], pack)
        out += [] if given.role == "to" and text.startswith(tuple(pack.voice.called), cue.end) else [given]
    return out


def _but_doer(cue: Mention, names: Sequence[Mention], verbs: Sequence[Mention], spoken: Spoken | None) -> Spoken | None:
    """The two that "both" means, of whom who recognises them is none: "A und B …, und Peru erkannte | beide | an"."""
    verb = next((one for one in verbs if 0 < cue.start - one.end <= 1), None)
    if verb is None or spoken is None or not {"deixis.pair", "deixis.things"} <= cue.classes:
        return spoken
    before = [one for one in names if one.kind == "party" and one.end <= verb.start and one.form != "adjective"]
    doer = before[-1] if before and 0 < verb.start - before[-1].end <= 1 else None
    if doer is None or not set(doer.ids) & set(spoken.ids):
        return spoken
    others = list(dict.fromkeys(party for one in before for party in one.ids if party not in doer.ids))
    return Spoken(ids=tuple(others[-2:])) if len(others) >= _TWO else None


def _between_three(
    cue: Mention, names: Sequence[Mention], verbs: Sequence[Mention], pack: LanguagePack, text: str
) -> bool:
    """Whether two who were recognised cannot be meant: «A признала B и C, а 9 сентября | между государствами | …»."""
    first = text[cue.start : cue.end].lower().split()[:1]
    before = {party for one in names if one.kind == "party" and one.end <= cue.start for party in one.ids}
    told = "deixis.pair" in cue.classes and bool(first) and pack.before.get(first[0]) == "between"
    return told and len(before) > _TWO and any(verb.end <= cue.start for verb in verbs)


def _host(cue: Mention, names: Sequence[Mention], discourse: Discourse, pack: LanguagePack, text: str) -> Spoken | None:
    """Where somebody does something abroad: "North Korea has an embassy | in the country" is in the other one.

    Refuses a sentence that names two before it, and one that names nobody who could do it.
    """
    if "deixis.it" not in cue.classes:
        return None
    [placed] = give_roles(text, [Mention(kind="party", start=cue.start, end=cue.end)], pack)
    doers = [one for one in names if one.kind == "party" and one.end <= cue.start and not one.deictic]
    if placed.role == "with" and not pack.spaced:
        return _host_named(doers)
    if placed.role != "in" or len(doers) != 1 or doers[0].role or doers[0].form == "adjective" or not doers[0].ids:
        return None
    return discourse.other_than(doers[0].ids[0]) if len(doers[0].ids) == 1 else None


def _host_named(named: Sequence[Mention]) -> Spoken | None:
    """Whom "with the country" means where one does something and another is named: "A外长在访问B期间与 | 该国"."""
    doers = {party for one in named if one.role == "" for party in one.ids}
    others = {party for one in named if one.role in ("to", "in") for party in one.ids} - doers
    return Spoken(ids=tuple(others)) if len(doers) == 1 and len(others) == 1 else None


def _realm(word: str, names: Sequence[Mention], discourse: Discourse, pack: LanguagePack) -> Spoken | None:
    """Which state "the Kingdom" is: the one at home, else the only one so called that the text is about or has named.

    «سفيرا لدى | المملكة» is accredited in Saudi Arabia where the text tells of no other kingdom.
    """
    called = pack.realms.get(word, ())
    if discourse.home_shown and discourse.home in called:
        return Spoken(ids=(discourse.home,))
    free = [one for one in names if one.kind == "party" and one.role not in ("in", "to", "with", "from")]
    here = {party for one in free for party in one.ids}
    topic, text = discourse.topic, discourse.document.source.text
    marked = {home.party for home in pack.homes if any(mark in text for mark in home.marks)}
    for told in (topic.ids if topic is not None else (), here, {*discourse.known, *here}, marked):
        meant = [one for one in called if one in told]
        if len(meant) == 1:
            return Spoken(ids=(meant[0],))
    return None


def _partner(cue: Mention, names: Sequence[Mention], cues: Sequence[Mention], discourse: Discourse) -> Spoken | None:
    """Whom "with it" means beside relations: the last state named before it; else the other one spoken of.

    "France recognised the republic and established relations | with it". Refuses a sentence that tells of no relations,
    and what was "36 years before establishing them with it".
    """
    ties = [one for one in cues if one.classes & _TIES and one.distance(cue) <= _TIES_REACH]
    before = [one for one in names if one.kind == "party" and one.end <= cue.start and one.form != "adjective"]
    here = list(dict.fromkeys(party for one in before for party in one.ids))
    behind = before[-1].end if before else 0
    later = [one for one in cues if "mark.before_verb" in one.classes and behind <= one.start < cue.start]
    if not ties or not here or later:
        return None
    taken = before[-1].case and ("nom" not in before[-1].case or "acc" in before[-1].case)  # «Косово A не признаёт, …»
    suffered = any("mark.undergone" in one.classes and behind <= one.start < cue.start for one in cues)
    return Spoken(ids=(here[-1],)) if len(here) > 1 or taken or suffered else discourse.other_one(here[0])


def _right_before(cue: Mention, names: Sequence[Mention], text: str) -> Spoken | None:
    """The state right before the comma of "with which": "le Qatar, | avec lequel | l'Iran entretient des relations"."""
    near = [one for one in names if one.kind == "party" and text[one.end : cue.start].strip() in ("", ",")]
    near = [one for one in near if one.end <= cue.start and one.form != "adjective"]
    return Spoken(ids=near[-1].ids) if near and len(near[-1].ids) == 1 else None


def owns_name(cue: Mention, text: str, pack: LanguagePack) -> bool:
    """Whether a word for one country only opens a longer name: "the Federation | of Central American States"."""
    behind = text[cue.end :].split(maxsplit=3)[:3]
    if "deixis.it" not in cue.classes or not pack.capitals or not pack.spaced or len(behind) < _WORDS:
        return False
    named = next((word for word in behind[1:] if word.lower() not in pack.skip), "")
    return text[cue.end : cue.end + 1] == " " and pack.before.get(behind[0].lower()) == "of" and named[:1].isupper()


def counted(cue: Mention, text: str) -> bool:
    """Whether a number counts a word for one country, which is then none: "36 ülkenin", "12 Afrika ülkesinde"."""
    told = _MANY.search(text, 0, cue.start) if "deixis.it" in cue.classes else None
    return told is not None and not (told.group(1) or "").islower()


def places_meant(text: str, cues: Sequence[Mention], names: Sequence[Mention], discourse: Discourse) -> list[Mention]:
    """What "there" stands for: the city or state just named in the sentence as a place, else the last city."""
    out = []
    nouns = {one.end + 1 for one in cues if one.kind_in("mission")}
    for cue in cues:
        if "deixis.there" not in cue.classes and not (cue.start in nouns and _opens_there(text, cue, discourse)):
            continue
        places = [one for one in names if one.end <= cue.start and (one.kind == "city" or one.role in ("in", "with"))]
        land = None if places else land_there(cue, cues, names, discourse)
        last = land or max(places, key=lambda one: one.start, default=discourse.city_just_told())
        if last is not None and last.kind in ("city", "party"):
            there = replace(last, start=cue.start, end=cue.end, role="in", group=-1)
            out.append(replace(there, deictic=True, form="deixis") if last.kind == "party" else there)
    return out


def _opens_there(text: str, cue: Mention, discourse: Discourse) -> bool:
    """Whether a verb begins with "there", and right behind a mission where it is: "the legation | there was | shut"."""
    words = text[cue.start : cue.end].split(maxsplit=1)
    told = load_cues(discourse.document.language.value).find_cues(words[0]) if len(words) > 1 else []
    return "verb.have" in cue.classes and any("deixis.there" in one.classes for one in told)


def bodies_meant(cues: Sequence[Mention], names: Sequence[Mention], discourse: Discourse) -> list[Mention]:
    """The organization that "the Organization" means: the first named before it in the sentence, else spoken of."""
    out = [*_of_two_bodies(cues, names)]
    for cue in cues:
        if "deixis.body" not in cue.classes or any(one.start < cue.end and cue.start < one.end for one in names):
            continue
        here = [one for one in names if one.kind == "organization"]
        before = [one for one in here if one.end <= cue.start]
        last = before[0] if before else (discourse.recent_organization() if not here else None)
        if last is not None:
            out.append(replace(last, start=cue.start, end=cue.end, role="of", group=-1, deictic=True))
    return out


def _of_two_bodies(cues: Sequence[Mention], names: Sequence[Mention]) -> list[Mention]:
    """The organization that "the latter" is right behind a verb of joining or leaving: "获接纳加入 | 后者"."""
    out = []
    for cue in cues:
        verbs = [one for one in cues if one.classes & {"verb.join", "verb.leave"} and one.end == cue.start]
        before = [one for one in names if one.kind == "organization" and one.end <= cue.start]
        place = -1 if "deixis.latter" in cue.classes else -2 if "deixis.former" in cue.classes else 0
        if verbs and place and len(before) >= -place:
            out.append(replace(before[place], start=cue.start, end=cue.end, role="", group=-1, deictic=True))
    return out


def _is_object(cue: Mention, verbs: Sequence[Mention]) -> bool:
    """Whether "it" stands right behind a verb, so that it is not who did it: "France recognised | it"."""
    return any(cue.start - verb.end == 1 for verb in verbs)


def _two_joined(discourse: Discourse) -> Spoken | None:
    """The two that the sentence before joined, where the document's two were but guessed: "both countries"."""
    told = discourse.coupled
    near = told is not None and discourse.sentence - told.at <= 1
    return told if near and discourse.is_topic_guessed() else None


def _people(cue: Mention, discourse: Discourse, text: str) -> list[str]:
    """The states of those whom a sentence names before a place by their names alone: "| Ruto | and Abiy … both"."""
    told = [one for _, end, one in discourse.persons.find_persons(text) if end <= cue.start]
    return list(dict.fromkeys(one.ids[0] for one in told if len(one.ids) == 1))


def _meant(
    cue: Mention, names: Sequence[Mention], verbs: Sequence[Mention], discourse: Discourse, text: str
) -> Spoken | None:
    before = [one for one in names if one.kind == "party" and one.end <= cue.start]
    before = [one for one in before if not one.deictic or NOBODY in one.ids]
    here = list(dict.fromkeys(party for one in before for party in one.ids))
    if "deixis.pair" in cue.classes:
        beside = before[-2:]
        touching = len(beside) == _TWO and beside[0].end == beside[1].start and beside[1].end == cue.start
        if touching and beside[0].form == "pair":
            return Spoken(ids=tuple(party for one in beside for party in one.ids))  # "老柬 | 两国"
        groups = [one.group for one in before if one.group >= 0]
        last = tuple(dict.fromkeys(party for one in before if groups and one.group == groups[-1] for party in one.ids))
        tied = (party for one in before if one.role in ("between", "with") for party in one.ids)
        people = _people(cue, discourse, text) if len(here) < _TWO else []
        both = list(dict.fromkeys([*people, *here]))
        here = both if len(both) == _TWO else here
        return _pair_meant(here, last or tuple(dict.fromkeys(tied)), discourse)
    if "deixis.all" in cue.classes:
        return _others(discourse.recent_several(), here)
    if "deixis.we" in cue.classes:
        return discourse.speaker() or _of_the_two(names, discourse)
    if "deixis.it" in cue.classes:
        if _is_object(cue, verbs) and here:
            if len(here) > 1 and before[-1].group >= 0:  # several did it, and none of them is what it was done to
                told = discourse.recognised if discourse.sentence - discourse.recognised_at <= 1 else ()
                return Spoken(ids=told) if len(told) == 1 and told[0] not in here else None
            return discourse.other_one(here[0]) if len(here) == 1 else Spoken(ids=(here[-1],))
        if (
            before and before[-1].role == "of" and cue.start - before[-1].end <= _RIGHT_BEHIND
        ):  # "Sırbistan'ın | ülkedeki …"
            return discourse.other_than(before[-1].ids[0])
        return Spoken(ids=(here[0],)) if here else discourse.the_one()
    if "deixis.former" in cue.classes or "deixis.latter" in cue.classes:
        joined = [one.ids[0] for one in before if one.group >= 0 and one.group == _last_group(before)]
        near = discourse.pair.ids if discourse.pair and discourse.sentence - discourse.pair.at <= _NEAR else ()
        two = tuple(joined if len(joined) == _TWO else here[-2:]) if len(here) >= 2 else near
        if len(two) != 2:
            return None
        return Spoken(ids=(two[0] if "deixis.former" in cue.classes else two[1],))
    if "deixis.other" in cue.classes:
        one = discourse.the_one()
        known = here[-1] if here else (one.ids[0] if one and one.ids else "")
        return discourse.other_than(known) if known else None
    return None


def _group_before(cue: Mention, names: Sequence[Mention]) -> Spoken | None:
    """The states of one name for several before it: "las repúblicas bálticas …: reconocimos a | las tres"."""
    told = [one for one in names if one.kind == "party" and one.form == "group" and one.end <= cue.start]
    return Spoken(ids=told[-1].ids) if told and len(told[-1].ids) > _TWO else None


def _others(several: Spoken | None, here: Sequence[str]) -> Spoken | None:
    """The three or more without whoever does it: "El Perú reconoció a Estonia, Letonia y Lituania. … a | las tres"."""
    left = tuple(one for one in several.ids if one not in here) if several is not None else ()
    return replace(several, ids=left) if several is not None and len(left) > _TWO else several


def _of_the_two(names: Sequence[Mention], discourse: Discourse) -> Spoken | None:
    """Whose "our" it is where two are in question and the sentence names the other: "our | embassy in Kyiv"."""
    pair = discourse.the_pair()
    there = {one.country for one in names if one.kind == "city"} | {
        party for one in names if one.kind == "party" and not one.deictic for party in one.ids
    }
    rest = [one for one in pair.ids if one not in there] if pair is not None and len(pair.ids) == _TWO else []
    told = pair is not None and len(rest) == 1
    return Spoken(ids=tuple(rest), place=pair.place) if pair is not None and told else None


def _last_group(names: Sequence[Mention]) -> int:
    """The number of the last list of names; -1 where there is none."""
    return next((one.group for one in reversed(names) if one.group >= 0), -1)


def _pair_meant(here: list[str], last: tuple[str, ...], discourse: Discourse) -> Spoken | None:
    """The two just named in this sentence, or listed last in it; else the pair in question, with its place.

    Refuses a pair of which the sentence names neither, where it names three others or more.
    """
    if len(here) == 2:
        return Spoken(ids=tuple(here))
    if len(last) == 2:
        return Spoken(ids=last)
    pair = _two_joined(discourse) or discourse.the_pair(loose=True)
    if len(here) > 2 and pair is not None and not set(pair.ids) & set(here):
        return None
    if len(here) == 1 and pair is not None and here[0] not in pair.ids:
        return None
    return pair


def in_quotation(text: str, place: int) -> bool:
    """Whether a place stands behind an opening quotation mark that is closed behind it."""
    pairs = (("«", "»"), ("“", "”"), ("„", "“"))
    told = any(0 <= text.rfind(a, 0, place) > text.rfind(b, 0, place) and b in text[place:] for a, b in pairs)
    return told or (text.count('"', 0, place) % 2 == 1 and '"' in text[place:])


def quoted_apart(text: str, one: Mention, other: Mention) -> bool:
    """Whether one is quoted and the other tells of it: "«Wir | wollen | mehr», sagte X zu Beginn des | Besuchs"."""
    return in_quotation(text, one.start) != in_quotation(text, other.start)
