"""Pronouns that stand for a thing or a person told of before: "It was closed", "They were resumed", "he left"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from comity.claims.clauses.relative import leads
from comity.claims.context.discourse import Discourse
from comity.claims.sentences.marks import COMMAS, SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import role_after, role_before, takes_object
from comity.packs.language import LanguagePack

_MISSIONS = frozenset({"verb.close", "verb.open", "verb.move", "verb.raise", "verb.lower"})
_COVERED = _MISSIONS | {"verb.accredit"}
_RANKS = frozenset({"verb.raise", "verb.lower", "verb.upgrade", "verb.downgrade"})
_RELATIONS = frozenset(
    {"verb.establish", "verb.sever", "verb.suspend", "verb.restore", "verb.upgrade", "verb.downgrade"}
)
_ENDS = _RELATIONS - {"verb.establish"}
_LIGHT = frozenset({"verb.have", "verb.maintain", "verb.hold", "verb.serve", "verb.be_in"})
_THINGS = ("noun", "mission", "agreement", "body", "landmark", "membership", "indicator", "award")
_VERB_REACH = 30
_OPENING = 45
_LEADING = 3
_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """A sentence as pronouns need it: its text, its cues, its names and dates, its language's pack."""

    text: str
    cues: Sequence[Mention]
    names: Sequence[Mention]
    pack: LanguagePack


def read_pronouns(
    text: str, cues: Sequence[Mention], names: Sequence[Mention], discourse: Discourse, pack: LanguagePack
) -> list[Mention]:
    """The cues, each pronoun that means a mission or relations read as their noun, so that frames find it there.

    "It was closed in 1950", "They were resumed in May", "one in Santiago", "those with Washington". Refuses a pronoun
    before a verb with an object of its own ("it closed its embassy"): there it means a state.
    """
    view = _View(text=text, cues=cues, names=names, pack=pack)
    out: list[Mention] = []
    for cue in cues:
        label = _meant(view, cue, discourse)
        denied = {"deixis.one", "fact.not", "verb.have"} <= cue.classes  # "la Norvège | n'en a pas | à La Paz"
        kept = cue.classes if "deixis.object" in cue.classes else frozenset({"fact.not"} if denied else ())
        out.append(replace(cue, classes=kept | {label}, form=_form(cue, label)) if label else cue)
    return sorted([*out, *_unsaid(view, discourse), *_left_out(view)], key=lambda one: one.start)


def _left_out(view: _View) -> list[Mention]:
    """The nouns that an adjective goes without before its city: "ein Konsulat in Graz, ein deutsches | in Krakau".

    Only where adjectives stand before their noun and a mission was named before in the sentence.
    """
    if view.pack.adjectives != "before" or view.pack.places != "after" or not view.pack.inverts:
        return []
    out = []
    cities = [one for one in view.names if one.kind == "city"]
    for owner in (one for one in view.names if one.kind == "party" and one.form == "adjective"):
        city = next((one for one in cities if one.start > owner.end), None)
        role, begin = role_before(view.text, city.start, view.pack) if city is not None else ("", 0)
        label = _told_before(view, owner, "mission")
        if role == "in" and label and view.text[owner.end : begin].isspace():
            noun = frozenset({label})
            out.append(Mention(kind="cue", start=owner.end, end=owner.end, classes=noun, form="one"))
    return out


def _unsaid(view: _View, discourse: Discourse) -> list[Mention]:
    """The nouns that verbs go without, in a language that drops a subject told of before: "2003'te | kapatıldı".

    Refuses a sentence that names another thing or party, or in which another word stands before one of the verbs.
    """
    verbs = [one for one in view.cues if one.classes & (_MISSIONS | _RELATIONS) and not one.classes & _LIGHT]
    other = any(label.partition(".")[0] in (*_THINGS, "post", "office") for one in view.cues for label in one.classes)
    if not view.pack.drops or not verbs or other or any(one.kind in ("party", "organization") for one in view.names):
        return []
    last = discourse.posts.last_post(discourse.sentence - 1)
    label = ""
    if all(one.classes & _MISSIONS for one in verbs) and last is not None:
        label = f"mission.{last.kind}"
    elif all(one.classes & _ENDS for one in verbs) and discourse.recent_relations():
        label = "noun.relations"
    starts = [0, *(one.end for one in verbs[:-1])]
    if not label or not all(_only_light(view, start, verb.start) for start, verb in zip(starts, verbs, strict=True)):
        return []
    if view.pack.postposes and any(_takes_object(view, verb) for verb in verbs):
        return []
    return [
        Mention(kind="cue", start=verb.start, end=verb.start, classes=frozenset({label}), form="it") for verb in verbs
    ]


def _only_light(view: _View, start: int, end: int) -> bool:
    """Whether nothing but dates, cities, and words that are no subject stand in a stretch."""
    taken = [(one.start, role_after(view.text, one.end, view.pack)[1]) for one in view.names]
    words = re.finditer(r"[^\W\d_]+", view.text[start:end])
    free = [word for word in words if not any(low <= start + word.start() < high for low, high in taken)]
    known = view.pack.light | view.pack.joiners
    return all(word.group().lower() in known for word in free)


def _form(cue: Mention, label: str) -> str:
    """How a pronoun stands for a thing: ``one`` for another like it, ``both`` for several, ``it`` for itself.

    A word for one and for several ("sie") is several only of relations: a mission is one until two are said.
    """
    if cue.classes & {"deixis.one", "deixis.that"} or {"deixis.object", "verb.have"} <= cue.classes:
        return "one"
    alone = "deixis.thing" in cue.classes and label.startswith("mission.")
    return "both" if "deixis.things" in cue.classes and not alone else "it"


def _held_object(view: _View, cue: Mention, discourse: Discourse) -> str:
    """The mission that a verb holds as a pronoun: "l'a fermée", "la tiene Vietnam en Buenos Aires"; "" for none."""
    if not cue.classes & (_MISSIONS | {"verb.have"}) or _taken_up(view, cue):
        return ""
    last = discourse.posts.last_post(discourse.sentence)
    return _told_before(view, cue, "mission") or (f"mission.{last.kind}" if last is not None else "")


def _taken_up(view: _View, cue: Mention) -> bool:
    """Whether the pronoun only takes up what leads its own clause: "Cónsules honorarios | los hay en Encarnación"."""
    nouns = [one for one in view.cues if one.end <= cue.start and one.kind_in("mission")]
    verbs = [one for one in view.cues if one.kind_in("verb") and one is not cue]
    if not nouns or has_any(view.text[nouns[-1].start : cue.start], SEMICOLONS + COMMAS):
        return False
    return not any(one.end <= cue.start and not has_any(view.text[one.end : cue.start], SEMICOLONS) for one in verbs)


def _meant(view: _View, cue: Mention, discourse: Discourse) -> str:
    if cue.classes & {"deixis.one", "deixis.that"}:
        return _another(view, cue, discourse)
    if "deixis.object" in cue.classes:
        return _held_object(view, cue, discourse)
    if not cue.classes & {"deixis.thing", "deixis.things"}:
        return ""
    verb = _verb_of(view, cue)
    if verb is None:
        return ""
    several = "deixis.things" in cue.classes
    if several and verb.classes & _RELATIONS and _told_before(view, cue, "noun.relations", "noun.bare_relations"):
        return "noun.relations"
    if several and verb.classes & _RELATIONS and discourse.recent_relations() and not verb.classes & {"verb.raise"}:
        return "noun.relations"
    if not verb.classes & _COVERED:
        return ""
    if several and "deixis.thing" not in cue.classes:
        two = discourse.posts.last_two(discourse.sentence)
        return f"mission.{two[-1].kind}" if two else ""
    here = _told_before(view, cue, "mission")
    if not here and _told_before(view, cue, "landmark.building", "noun.premises"):
        return ""  # "the current building …, and | it | formally opened in 1954"
    last = discourse.posts.last_post(discourse.sentence)
    return here or (f"mission.{last.kind}" if last is not None else "")


def _told_before(view: _View, cue: Mention, *wanted: str) -> str:
    """The class of the last noun of this group (or class) before the pronoun in its sentence; "" for none."""
    found = [
        label
        for one in view.cues
        if one.end <= cue.start
        for label in sorted(one.classes)
        if label in wanted or label.partition(".")[0] in wanted
    ]
    return found[-1] if found else ""


def _verb_of(view: _View, cue: Mention) -> Mention | None:
    """The verb that says what became of the thing: right behind its subject, with no object of its own; else None."""
    led = next((one for one in view.cues if not view.text[: one.start].strip() and one.kind_in("verb")), None)
    if led is not None and view.pack.inverts and len(view.text[led.end : cue.start].split()) == 1:
        return led  # "Wiederaufgenommen wurden | sie | am 16. August"
    behind = [one for one in view.cues if one.start >= cue.end and any(x.startswith("verb.") for x in one.classes)]
    telling = [one for one in sorted(behind, key=lambda one: one.start) if not _is_light(view, one)]
    if (
        not telling
        or telling[0].start - cue.end > _VERB_REACH
        or has_any(view.text[cue.end : telling[0].start], SEMICOLONS)
    ):
        return None
    verb = telling[0]
    if any(cue.end <= one.start < verb.start for one in view.names if one.kind == "party"):
        return None
    stop = min((one.start for one in telling[1:]), default=len(view.text))
    ranked = bool(verb.classes & _RANKS)
    things = [
        one
        for one in view.cues
        if verb.end <= one.start < stop and any(label.partition(".")[0] in _THINGS for label in one.classes)
    ]
    things = [one for one in things if not _led(view, verb.end, one.start)]
    if (things and not ranked) or _takes_object(view, verb):
        return None
    return verb


def _is_light(view: _View, one: Mention) -> bool:
    """Whether a verb tells nothing by itself: it has, it serves; "they | were | not restored"."""
    helping = view.text[one.start : one.end].lower() in view.pack.auxiliaries
    return one.classes <= _LIGHT or helping


def _led(view: _View, start: int, end: int) -> bool:
    """Whether a marker leads what stands behind a verb, so that it is no object: "mended | through | A"."""
    words = (word.group().lower() for word in _WORDS.finditer(view.text, start, end))
    return view.pack.spaced and any(word in view.pack.before for word in words)


def _takes_object(view: _View, verb: Mention) -> bool:
    """Whether the verb has an object of its own; a verb of rank may have one that is none ("became | a legation")."""
    taken = [(one.start, one.end) for one in view.cues if one is not verb]
    taken += [(one.start, one.end) for one in view.names if one.kind == "date"]
    return not verb.classes & _RANKS and takes_object(view.text, verb.end, view.pack, taken)


def _another(view: _View, cue: Mention, discourse: Discourse) -> str:
    """The class that "one", "that", "theirs" repeats: of the mission or relations named before it in the sentence."""
    owners = [one.end for one in view.names if one.form == "adjective" and one.start - cue.end == 1]
    owned = owners[0] if owners and view.pack.adjectives == "after" else cue.end  # "uno | peruano | en Košice"
    places = [one for one in view.names if one.kind != "date" and one.start >= owned]
    name = min(places, key=lambda one: one.start, default=None)
    if name is None:
        return ""
    role, begin = role_before(view.text, name.start, view.pack)
    roles = ("in", "to", "with", "of") if "deixis.that" in cue.classes else ("in", "to", "with")
    if view.text[owned:begin].strip(" ," if leads(view.pack) else " ") or role not in roles:
        return ""
    if role_before(view.text, cue.start, view.pack)[0] == "of":
        return ""  # "opened a legation | of its own | in Ottawa": the noun stands there
    if role == "with":
        return "noun.relations" if _told_before(view, cue, "noun.relations", "noun.bare_relations") else ""
    free = cue.start <= _LEADING or _opens_one(view, cue)
    last = discourse.posts.last_post(discourse.sentence) if free else None
    return _told_before(view, cue, "mission") or (f"mission.{last.kind}" if last is not None else "")


def _opens_one(view: _View, cue: Mention) -> bool:
    """Whether a verb of missions stands right before "one", so that it is another mission: "Turkey | opened | one"."""
    verbs = [one for one in view.cues if 0 < cue.start - one.end <= 1]
    return leads(view.pack) and any(one.classes & _MISSIONS for one in verbs)


def _of_its_gender(cue: Mention, here: Sequence[Mention], before: Sequence[Mention]) -> Mention | None:
    """Whom a pronoun can mean where titles tell women from men: the first before it here, else in the last sentence."""
    she = "deixis.she" in cue.classes
    return next((one for one in (*here, *before) if one.actor is not None and one.actor.female == she), None)


_HEAD = re.compile(r"(?:^|\W|\d\w)\s*$")  # where a pronoun may lead its clause, a day before it: "，2019年9 | 月 | 他"


def _recent_people(discourse: Discourse) -> tuple[Mention, ...]:
    """Who was named in the sentence before, who led it first."""
    lead = discourse.recent_person()
    return (lead, *discourse.people) if lead is not None else ()


def find_pronoun_people(
    text: str, cues: Sequence[Mention], actors: Sequence[Mention], discourse: Discourse, pack: LanguagePack
) -> list[Mention]:
    """The people that "he" and "she" stand for: who leads this sentence before it, else who led the one before.

    Refuses a pronoun far into a sentence that introduced nobody with an office: it may mean a name that was not read.
    """
    out: list[Mention] = []
    for cue in cues:
        if "deixis.person" not in cue.classes or not (pack.spaced or _HEAD.search(text[: cue.start])):
            continue
        here = [one for one in actors if one.end <= cue.start and one.actor is not None and one.actor.person]
        early = cue.start <= _OPENING and not has_any(text[: cue.start], SEMICOLONS)
        known = here[0] if here else discourse.recent_person() if early else None
        if pack.feminines:
            known = _of_its_gender(cue, here, _recent_people(discourse) if early else ())
        if known is None or known.actor is None:
            continue
        told = discourse.persons.get_person(known.actor.person) if not known.ids else None
        known = replace(known, ids=told.ids) if told is not None else known
        assert known.actor is not None
        who = replace(known.actor, person_start=cue.start, person_end=cue.start)
        out.append(replace(known, start=cue.start, end=cue.end, form="pronoun", role="", group=-1, actor=who))
    return out


def land_there(cue: Mention, cues: Sequence[Mention], names: Sequence[Mention], discourse: Discourse) -> Mention | None:
    """The other of two in question, for "there" right before "is represented": "L'Irlande | y | est représentée par".

    Whose mission it is leads the sentence, else it is the one that the last one told of.
    """
    if not any("verb.have" in one.classes and 0 <= one.start - cue.end <= 1 for one in cues):
        return None
    led = [one.ids for one in names if one.kind == "party" and one.end <= cue.start and one.role == ""]
    told = discourse.the_one()
    whose = led[-1] if led else told.ids if told is not None else ()
    other = discourse.other_than(whose[0]) if len(whose) == 1 else None
    if other is None or len(other.ids) != 1:
        return None
    return Mention(
        kind="party",
        start=cue.start,
        end=cue.end,
        ids=other.ids,
        role="in",
        deictic=True,
        form="deixis",
        context=other.context(),
    )
