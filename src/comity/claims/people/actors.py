"""Somebody in office: office, name and party drawn together from what stands side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from comity.claims.people.apposed import join_apposed
from comity.claims.people.memory import PersonMemory
from comity.claims.people.names import name_before, name_behind, of_the_next, past_address, past_portfolio, title_of
from comity.claims.people.offices import beside_inviters, counterparts, courteous, held, joined_titles
from comity.claims.people.predicates import is_predicate, name_led, name_of_predicate
from comity.claims.people.respective import shared_out, shared_term, shared_title
from comity.claims.people.uncapitalled import past_copula, without_namesake
from comity.claims.sentences.cues import load_cues
from comity.claims.sentences.marks import PARTING, has_any
from comity.claims.sentences.mention import Actor, Mention
from comity.claims.sentences.words import has_article, role_before
from comity.claims.states.institutions import heads_institution
from comity.claims.titles.owners import group_ids, is_told_behind, side_of
from comity.model.when import When
from comity.packs.language import LanguagePack

_NAMES = ("party", "organization", "city")
_MINISTERS = ("foreign-minister", "minister")
_SPLIT_REACH = 40
_ONTO = 3
_DASHED = re.compile(r"\s[-–—]\s")  # no "US-|Außenminister"
_COURTESY = 14  # "Señor Dr. Don "


def find_actors(
    text: str, mentions: Sequence[Mention], pack: LanguagePack, memory: PersonMemory, when: When | None = None
) -> list[Mention]:
    """The people in office or at a post that a sentence mentions, in order; ``when`` is the time it tells of.

    "Serbian President Tomislav Nikolić", "Macky Sall, président du Sénégal", "中国国家主席习近平"; a name
    alone where the document introduced it before. Refuses an office that is only spoken of ("the presidency").
    """
    found: list[Mention] = []
    for cue in mentions:
        title = title_of(cue)
        if title is None or any(cue.start < actor.end for actor in found):
            continue
        if title[0] and heads_institution(text, cue, mentions, pack):
            continue
        found.append(_gather(text, cue, title, mentions, pack))
    found = [*shared_term([*shared_out(text, [*shared_title(text, found, mentions, pack)], pack)])]
    apposed = join_apposed(text, beside_inviters(text, found, mentions, pack), pack)
    found = joined_titles(text, courteous(text, apposed), pack)
    known = _remembered(text, found, mentions, memory, pack)
    everybody = counterparts(sorted([*found, *known], key=lambda one: one.start), memory.last_office())
    found = [one if one in known else held(_recalled(one, memory), when) for one in everybody]
    return sorted(found, key=lambda one: one.start)


def _gather(
    text: str, cue: Mention, title: tuple[str, str], mentions: Sequence[Mention], pack: LanguagePack
) -> Mention:
    start, end = cue.start, cue.end
    title, end, parted = _rejoined(text, cue, title, mentions, pack)
    end = past_portfolio(text, end, mentions, pack) if title[0] in _MINISTERS else end
    owner = _owner_before(text, start, mentions, pack, posted=bool(title[1]))
    if owner is not None and owner.form == "deixis" and pack.adjectives == "after" and not title[1]:
        owner = None  # whose "nuestro primer ministro" it is, is told otherwise; "nuestro embajador" is the speaker's
    sent_by = _sent_by(text, owner, mentions, pack) if title[1] and owner is not None else None
    hosted = bool(title[1]) and owner is not None and owner.role == "in" and pack.order == "sov"
    if owner is not None:
        start = cue.start if sent_by is not None or hosted else owner.start
    party = sent_by or (None if hosted else owner)
    party = party or (side_of(text, start, mentions) if not pack.spaced else None)
    behind = parted or _owner_within(cue, mentions) or _owner_behind(text, end, mentions, pack)
    if title[1] and behind is None:
        behind = _owner_behind(text, _past_mission(text, end, mentions, pack), mentions, pack)
    behind = behind or (_sender_behind(text, end, mentions, pack) if title[1] else None)
    if owner is not None and owner.role == "of" and behind is not None and is_told_behind(behind, pack):
        party, start = None, cue.start
    if party is None and behind is None and cue.classes & {"deixis.we", "deixis.realm"}:
        party = next((one for one in mentions if one.kind == "party" and one.start == cue.start), None)
    if behind is not None and (party is None or title[1]):
        party = party or behind
        end = max(end, behind.end)
    if title[1]:
        end = _past_receiver(text, end, mentions, pack)
    behind_name = without_namesake(text, end, behind, mentions, pack)
    told_of = bool(title[1]) and is_predicate(text, cue, mentions, pack)
    name_start, name_end = end, end
    if not told_of:
        begin = past_copula(text, end, mentions, pack) if title[1] else end
        name_start, name_end = name_behind(text, past_address(text, begin, mentions), behind_name, pack)
    if told_of:
        name_start, name_end = name_of_predicate(text, cue.start, mentions, pack)
        start = min(start, name_start) if name_end > name_start else start
    elif name_end == name_start or of_the_next(text, (end, name_start, name_end), mentions, pack):
        owned = owner is not None and not pack.spaced  # "总统鲁托应 | 新西兰总理 |": the name is of who stands before
        name_start, name_end = (end, end) if owned else name_before(text, start, mentions, pack)
        if title[1] and name_end == name_start and not pack.capitals and pack.spaced:
            name_start, name_end = name_led(text, start, mentions, pack)
        if any(one.kind_in("landmark") and one.end == name_start - 1 for one in mentions):  # "au palais | Carthage |,"
            name_end = name_start
        start = min(start, name_start) if name_end > name_start else start
    else:
        end = max(end, name_end)
        if behind is None:
            late = _owner_behind(text, end, mentions, pack, comma=True)
            if late is not None and party is None and not _has_title(end, late, mentions, pack):
                party, end = late, late.end
    actor = Actor(
        office=title[0],
        title=cue.kind_in("title") if parted is None else "",
        post=title[1],
        person=text[name_start:name_end].strip(" ,"),
        person_start=name_start,
        person_end=name_end,
        female=any(word.endswith(pack.feminines) for word in text[cue.start : cue.end].lower().split()),
    )
    return Mention(
        kind="actor",
        start=min(start, cue.start),
        end=max(end, cue.end),
        ids=group_ids(party, mentions),
        classes=cue.classes,
        actor=actor,
        context=party.context if party else (),
    )


def _rejoined(
    text: str, cue: Mention, title: tuple[str, str], mentions: Sequence[Mention], pack: LanguagePack
) -> tuple[tuple[str, str], int, Mention | None]:
    """The title, its end and its owner an adjective splitting it: "ministre | arménien | des Affaires étrangères"."""
    if pack.adjectives != "after":
        return title, cue.end, None
    for one in mentions:
        if one.kind == "party" and one.form == "adjective" and text[cue.end : one.start].strip() == "":
            if one.start < cue.end:
                continue
            whole = text[cue.start : cue.end] + text[one.end : one.end + _SPLIT_REACH]
            hit = next((hit for hit in load_cues(pack.code).find_cues(whole) if hit.start == 0), None)
            longer = hit is not None and hit.end > cue.end - cue.start
            told = (
                title_of(Mention(kind="cue", start=0, end=1, classes=hit.classes))
                if hit is not None and longer
                else None
            )
            if hit is not None and told is not None:
                return told, one.end + hit.end - (cue.end - cue.start), one
    return title, cue.end, None


def _owner_before(
    text: str, start: int, mentions: Sequence[Mention], pack: LanguagePack, *, posted: bool = True
) -> Mention | None:
    """Who stands before a title as its owner; of a post (``posted``), not where it is: "中国 | 驻法国 | 大使"."""
    if pack.order == "vso":  # «زار الجزائر | الرئيس …»: whose a title is stands behind it
        return None
    for one in reversed(mentions):
        if one.kind not in _NAMES or one.end > start:
            continue
        gap = text[one.end : start]
        if posted and not pack.spaced and one.role == "in" and (gap == "" or gap in pack.skip):
            start = role_before(text, one.start, pack)[1]
            continue
        if _owns(gap, one, pack):
            return one
        return None
    return None


def _sent_by(text: str, owner: Mention, mentions: Sequence[Mention], pack: LanguagePack) -> Mention | None:
    """Who sends an envoy whose host stands between: "Кореяның | Қырғызстандағы | елшісі", "A'nın | Nijer | Elçisi"."""
    seat = owner.role == "" and (owner.kind == "city" or (owner.kind == "party" and owner.form != "adjective"))
    if (owner.role != "in" and not seat) or pack.order != "sov":
        return None
    sender = _owner_before(text, owner.start, mentions, pack)
    return sender if sender is not None and sender.role == "of" else None


def _only_small(gap: str, pack: LanguagePack) -> bool:
    """Whether two words that may stand between make up a gap: "史瓦濟蘭 | 王國新任 | 駐華大使"."""
    return any(gap.startswith(one) and gap.removeprefix(one) in pack.skip for one in pack.skip)


def _owns(gap: str, one: Mention, pack: LanguagePack) -> bool:
    if len(gap) > 24 or has_any(gap, PARTING) or _DASHED.search(gap):
        return False  # "BEOGRAD | - | Ministar spoljnih poslova Srbije": where the news is from
    words = re.findall(r"[^\W\d_]+", re.sub(r"^['’][^\W\d_]*", "", gap))
    if not pack.spaced:
        return gap == "" or gap in pack.skip or _only_small(gap, pack)
    if (
        pack.adjectives == "after"
        and pack.order == "svo"
        and one.form not in ("adjective", "deixis")
        and one.role != "of"
    ):
        return False  # "visitó El Cairo el presidente …": who owns a title stands behind it
    if (
        pack.cases
        and pack.order == "svo"
        and not pack.inverts
        and one.role == "of"
        and one.form not in ("adjective", "deixis")
    ):
        return False  # «орденом Дружбы Вьетнама | посол Польши»: the genitive is what stands before it's
    owning = ("", "of", "in") if pack.after and pack.order == "sov" else ("", "of")
    led = gap == " " and pack.order == "svo" and pack.adjectives == "before" and one.kind == "party"
    adjunct = led and (not one.case or (pack.inverts and "gen" in one.case.split("|")))  # "mit | Polens | Präsident"
    if one.role not in owning and one.form != "adjective" and not adjunct:
        return False
    return all(word.lower() in pack.skip for word in words)


def _owner_within(cue: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """The state whose name a title runs into: "président de la | République du Bénin", "голова | КНР".

    An adjective stands inside of it: "глава | португальского | МИД".
    """
    inner = [one for one in mentions if one.kind == "party" and cue.start < one.start < cue.end]
    return next((one for one in inner if (one.end < cue.end) == (one.form == "adjective")), None)


def _owner_behind(
    text: str, end: int, mentions: Sequence[Mention], pack: LanguagePack, comma: bool = False
) -> Mention | None:
    for one in mentions if pack.order != "sov" else ():  # "Елші X-қа | Испанияның | ордені": what owns stands before
        if one.kind not in _NAMES or one.start < end:
            continue
        if one.form == "adjective" and pack.adjectives == "before" and pack.inverts:
            return None  # "Kanzler Kohl vom | indischen | Präsidenten": it is another's
        role, begin = role_before(text, one.start, pack)
        if role and begin >= end and any(cue.start == begin and title_of(cue) is not None for cue in mentions):
            return None  # «указом президента | посол Украины уволен»: another title's owner
        gap = text[end : begin if role else one.start]
        if one.form == "adjective" and pack.adjectives == "after" and gap.strip() == "":
            return one
        if one.form == "short" and text[end : one.start] == " " and has_article(text, end, pack):
            return None  # «زار الأمير | تركيا»
        # An abbreviation takes no case ending: "председатель КНР", "председник САД".
        if one.form == "abbreviation" and pack.cases and pack.order != "sov" and not comma and gap == " ":
            return one
        if gap.strip(" ," if comma else " ") == "" and "of" in (role, one.role):
            return one
        return None
    return None


def _past_mission(text: str, end: int, mentions: Sequence[Mention], pack: LanguagePack) -> int:
    """Where a mission that a post is of ends: "chargé d'affaires | de l'ambassade | de Belgique", else ``end``."""
    mission = next((one for one in mentions if one.start >= end and one.kind_in("mission")), None)
    led = mission is not None and pack.before.get(text[end : mission.start].strip().lower()) == "of"
    return mission.end if mission is not None and led and pack.adjectives == "after" else end


def _sender_behind(text: str, end: int, mentions: Sequence[Mention], pack: LanguagePack) -> Mention | None:
    """Whose a post is by a "to" that is written onto the name: «السفير غير المقيم | لجمهورية جيبوتي»."""
    if pack.order != "vso":
        return None
    first = next((one for one in mentions if one.kind == "party" and one.start > end), None)
    near = first is not None and text[end : first.start].strip() in pack.proclitics and first.start - end <= _ONTO
    return first if first is not None and near and first.role == "to" else None


def _has_title(end: int, owner: Mention, mentions: Sequence[Mention], pack: LanguagePack) -> bool:
    """Whether a state behind a name owns a title that stands between: «السيد فلان | سفير | موريتانيا»."""
    between = (one for one in mentions if one.kind == "cue" and end <= one.start < owner.start)
    return not pack.capitals and pack.spaced and any(any(title_of(one) or ()) for one in between)


def _past_receiver(text: str, end: int, mentions: Sequence[Mention], pack: LanguagePack) -> int:
    """Where the words end that say to whom an envoy is sent: "ambassador | to Norway", else ``end``."""
    if not pack.spaced or pack.order == "sov":
        return end
    for one in mentions:
        if one.kind not in _NAMES or one.start < end:
            continue
        role, begin = role_before(text, one.start, pack)
        light = pack.order == "vso" and all(word in pack.light for word in text[end:begin].split())
        if role in ("to", "in") and (text[end:begin].strip() == "" or light):
            return one.end
        if pack.order == "vso" and one.role == "object" and text[end : one.start].strip() in pack.proclitics:
            return one.end  # «سفير كازاخستان | بمصر»
        return end
    return end


def _recalled(mention: Mention, memory: PersonMemory) -> Mention:
    """The actor with the party it was introduced with, where this sentence names none ("President Vučić")."""
    actor = mention.actor
    if actor is None or mention.ids or not actor.person:
        return mention
    known = memory.get_person(actor.person)
    if known is None:
        return mention
    bare = actor.office == "minister" and " " not in actor.person and known.actor is not None
    if bare and known.actor is not None and known.actor.office == "foreign-minister":  # "Bakan | Fidan"
        mention = replace(mention, actor=replace(actor, office=known.actor.office))
    if known.actor is not None and _only_addressed(mention, known.actor):
        held = replace(actor, office=known.actor.office, post=known.actor.post)
        mention = replace(mention, actor=held)
    return replace(mention, ids=known.ids, context=known.context)


def _only_addressed(mention: Mention, known: Actor) -> bool:
    """Whether somebody told of before is named with a word of courtesy alone: "President A. Stubb … | Mr Stubb |".

    Refuses another first name, and a woman addressed by the surname of a man who leads a state.
    """
    actor = mention.actor
    if actor is None or actor.office or actor.post or not 0 < actor.person_start - mention.start <= _COURTESY:
        return False
    words, told = actor.person.split(), known.person.split()
    wife = actor.female and not known.female and known.office in ("head-of-state", "head-of-government")
    return bool(words) and set(words) <= set(told) and not wife


def _remembered(
    text: str, found: Sequence[Mention], mentions: Sequence[Mention], memory: PersonMemory, pack: LanguagePack
) -> list[Mention]:
    taken = [(one.start, one.end) for one in found]
    taken += [(one.start, one.end) for one in mentions if one.kind in _NAMES and one.form != "adjective"]
    out: list[Mention] = []
    for start, end, known in memory.find_persons(text):
        if any(start < stop and begin < end for begin, stop in taken) or text.startswith(pack.others_behind, end):
            continue  # "尼雷尔 | 遗孀玛丽亚": somebody else
        begin = _with_particle(text, start, pack)
        taken.append((begin, end))
        actor = replace(known.actor, person=text[begin:end])
        out.append(Mention(kind="actor", start=begin, end=end, ids=known.ids, actor=actor, context=known.context))
    return out


def _with_particle(text: str, start: int, pack: LanguagePack) -> int:
    """Where a name known by its last word begins with its particle, in letters without capitals: «| آل | ثاني»."""
    word = text[:start].removesuffix(" ").rpartition(" ")[2]
    hung = not pack.capitals and pack.spaced and text[:start].endswith(" ") and word in pack.particles
    return start - len(word) - 1 if hung else start
