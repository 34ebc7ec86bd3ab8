"""Somebody in office: office, name and party drawn together from what stands side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from comity.claims.chart import party_ids
from comity.claims.cues import is_wide, load_cues
from comity.claims.memory import PersonMemory
from comity.claims.mention import Actor, Mention
from comity.claims.offices import counterparts, held, joined_titles
from comity.claims.words import capital_run, role_before, wide_run
from comity.model.when import When
from comity.packs.language import LanguagePack

_NAMES = ("party", "organization", "city")
_NAME_ROOM = 40
_WIDE_NAME = 4
_DOTS = "·・•"
_LONG_NAME = 8
_LEADS = ("to", "with", "by")
_SYLLABLES = 2
_MARKS = "，。、；：！？“”《》（）"
_SPLIT_REACH = 40
_BLANK = re.compile(r"[\s,،]*")


def find_actors(
    text: str, mentions: Sequence[Mention], pack: LanguagePack, memory: PersonMemory, when: When | None = None
) -> list[Mention]:
    """The people in office or at a post that a sentence mentions, in order; ``when`` is the time it tells of.

    "Serbian President Tomislav Nikolić", "Macky Sall, président du Sénégal", "中国国家主席习近平"; a name
    alone where the document introduced it before. Refuses an office that is only spoken of ("the presidency").
    """
    found: list[Mention] = []
    for cue in mentions:
        title = _title(cue)
        if title is None or any(cue.start < actor.end for actor in found):
            continue
        found.append(_gather(text, cue, title, mentions, pack))
    found = counterparts(joined_titles(text, _apposed(text, found), pack))
    found = [held(_recalled(one, memory), when) for one in found]
    found.extend(_remembered(text, found, mentions, memory))
    return sorted(found, key=lambda one: one.start)


def _title(cue: Mention) -> tuple[str, str] | None:
    for label in sorted(cue.classes):
        group, _, name = label.partition(".")
        if group == "office":
            return ("", "") if name == "person" else (name, "")
        if group == "post":
            return "", name
    return None


def _gather(
    text: str, cue: Mention, title: tuple[str, str], mentions: Sequence[Mention], pack: LanguagePack
) -> Mention:
    start, end = cue.start, cue.end
    title, end, parted = _rejoined(text, cue, title, mentions, pack)
    owner = _owner_before(text, start, mentions, pack)
    sent_by = _sent_by(text, owner, mentions, pack) if title[1] and owner is not None else None
    hosted = bool(title[1]) and owner is not None and owner.role == "in" and pack.order == "sov"
    if owner is not None:
        start = cue.start if sent_by is not None or hosted else owner.start
    party = sent_by or (None if hosted else owner)
    behind = parted or _owner_within(cue, mentions) or _owner_behind(text, end, mentions, pack)
    if behind is not None and (party is None or title[1]):
        party = party or behind
        end = max(end, behind.end)
    if title[1]:
        end = _past_receiver(text, end, mentions, pack)
    name_start, name_end = _name_behind(text, end, mentions, pack)
    if name_end == name_start:
        name_start, name_end = _name_before(text, start, mentions, pack)
        start = min(start, name_start) if name_end > name_start else start
    else:
        end = max(end, name_end)
        if behind is None:
            late = _owner_behind(text, end, mentions, pack, comma=True)
            if late is not None and party is None:
                party, end = late, late.end
    actor = Actor(
        office=title[0],
        title=cue.kind_in("title") if parted is None else "",
        post=title[1],
        person=text[name_start:name_end].strip(" ,"),
        person_start=name_start,
        person_end=name_end,
    )
    return Mention(
        kind="actor",
        start=min(start, cue.start),
        end=max(end, cue.end),
        ids=_group_ids(party, mentions),
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
                _title(Mention(kind="cue", start=0, end=1, classes=hit.classes)) if hit is not None and longer else None
            )
            if hit is not None and told is not None:
                return told, one.end + hit.end - (cue.end - cue.start), one
    return title, cue.end, None


def _group_ids(party: Mention | None, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The ids of an owner and of all in its list: "the presidents of Kazakhstan and Kyrgyzstan"."""
    if party is None:
        return ()
    if party.group < 0 or party.kind == "city":
        return party_ids(party)
    members = [one for one in mentions if one.kind == party.kind and one.group == party.group]
    return tuple(dict.fromkeys(one for member in members for one in member.ids))


def _owner_before(text: str, start: int, mentions: Sequence[Mention], pack: LanguagePack) -> Mention | None:
    for one in reversed(mentions):
        if one.kind not in _NAMES or one.end > start:
            continue
        gap = text[one.end : start]
        if not pack.spaced and one.role == "in" and gap == "":
            start = role_before(text, one.start, pack)[1]
            continue
        if _owns(gap, one, pack):
            return one
        return None
    return None


def _sent_by(text: str, owner: Mention, mentions: Sequence[Mention], pack: LanguagePack) -> Mention | None:
    """Who sends an envoy whose host stands between, said with "in": "Кореяның Қырғызстандағы елшісі"."""
    seat = owner.kind == "city" and owner.role == ""
    if (owner.role != "in" and not seat) or pack.order != "sov":
        return None
    sender = _owner_before(text, owner.start, mentions, pack)
    return sender if sender is not None and sender.role == "of" else None


def _owns(gap: str, one: Mention, pack: LanguagePack) -> bool:
    if len(gap) > 24 or any(mark in gap for mark in ",;.:()，。；、،؛"):
        return False
    words = re.findall(r"[^\W\d_]+", re.sub(r"^['’][^\W\d_]*", "", gap))
    if not pack.spaced:
        return gap == "" or gap in pack.skip
    owning = ("", "of", "in") if pack.after and pack.order == "sov" else ("", "of")
    adjunct = (
        gap == " " and pack.order == "svo" and pack.adjectives == "before" and one.kind == "party" and not one.case
    )
    if one.role not in owning and one.form != "adjective" and not adjunct:
        return False
    return all(word.lower() in pack.skip for word in words)


def _owner_within(cue: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """The state whose name a title runs into: "président de la | République du Bénin", "голова | КНР"."""
    names = [one for one in mentions if one.kind == "party" and one.form != "adjective"]
    return next((one for one in names if cue.start < one.start < cue.end <= one.end), None)


def _owner_behind(
    text: str, end: int, mentions: Sequence[Mention], pack: LanguagePack, comma: bool = False
) -> Mention | None:
    for one in mentions:
        if one.kind not in _NAMES or one.start < end:
            continue
        role, begin = role_before(text, one.start, pack)
        gap = text[end : begin if role else one.start]
        if one.form == "adjective" and pack.adjectives == "after" and gap.strip() == "":
            return one
        # An abbreviation takes no case ending: "председатель КНР", "председник САД".
        if one.form == "abbreviation" and pack.cases and pack.order != "sov" and not comma and gap == " ":
            return one
        if gap.strip(" ," if comma else " ") == "" and "of" in (role, one.role):
            return one
        return None
    return None


def _past_receiver(text: str, end: int, mentions: Sequence[Mention], pack: LanguagePack) -> int:
    """Where the words end that say to whom an envoy is sent: "ambassador | to Norway", else ``end``."""
    if not pack.spaced or pack.order == "sov":
        return end
    for one in mentions:
        if one.kind not in _NAMES or one.start < end:
            continue
        role, begin = role_before(text, one.start, pack)
        if role in ("to", "in") and text[end:begin].strip() == "":
            return one.end
        return end
    return end


def _next_stop(end: int, mentions: Sequence[Mention], text: str) -> int:
    """Where the next mention begins; a cue of one Han letter is none, names are full of them (习近平)."""
    letters = [one for one in mentions if one.kind == "cue" and one.end - one.start == 1 and is_wide(text[one.start])]
    return min((one.start for one in mentions if one.start >= end and one not in letters), default=len(text))


def _name_behind(text: str, end: int, mentions: Sequence[Mention], pack: LanguagePack) -> tuple[int, int]:
    blank = _BLANK.match(text, end)
    begin = blank.end() if blank else end
    if not pack.spaced:
        end = _past_copula(text, end, mentions)
        stop = _next_stop(end, [one for one in mentions if not _sounds_in(one, end)], text)
        markers = (*pack.before, *pack.not_names, *(one for one in pack.joiners if one not in _DOTS))
        if text.startswith(markers, end):
            return end, end
        sizes = range(2, stop - end + 1)
        stop = next((end + size for size in sizes if text.startswith(markers, end + size)), stop)
        return end, wide_run(text, end, stop, bounded=stop < len(text))
    taken = [one for one in mentions if one.start == begin and one.kind in ("date", "quantity")]
    if taken:
        return end, end
    if pack.capitals:
        stop = capital_run(text, begin, pack)
        stop = min((one.start for one in mentions if begin <= one.start < stop and one.kind == "date"), default=stop)
        stop = min(
            (one.start for one in mentions if begin < one.start < stop and _apart(one, mentions, pack)), default=stop
        )
        blocked = [
            one for one in mentions if one.start == begin and one.end >= stop and (one.kind in _NAMES or _is_thing(one))
        ]
        return (end, end) if blocked else (begin, stop)
    return _bare_name(text, begin, mentions, pack)


def _sounds_in(one: Mention, begin: int) -> bool:
    """Whether a city is but syllables of the name that begins here: 德里 in 罗德里格斯."""
    return one.kind == "city" and one.role == "" and 0 <= one.start - begin <= _SYLLABLES


def _past_copula(text: str, end: int, mentions: Sequence[Mention]) -> int:
    """Where a name begins that one word joins to a title: "驻华大使为 | 萨拉马尼·迪奥内。", else ``end``."""
    link = next((one for one in mentions if one.start == end and "verb.hold" in one.classes), None)
    titled = any(one.end == end and any(label.startswith("post.") for label in one.classes) for one in mentions)
    if link is None or not titled:
        return end
    stop = wide_run(text, link.end, len(text), bounded=True)
    stop = stop if stop > link.end else link.end + _WIDE_NAME
    return link.end if text[stop : stop + 1] in ("", *_MARKS) else end


def _is_thing(one: Mention) -> bool:
    """Whether a cue names a thing, not somebody: "the President | Palace"."""
    return any(label.partition(".")[0] in ("landmark", "mission", "body", "agreement") for label in one.classes)


def _apart(one: Mention, mentions: Sequence[Mention], pack: LanguagePack) -> bool:
    """Whether a place right behind a name is no part of it: an ending gives it a role, or it owns the next title."""
    if one.kind not in _NAMES:
        return False
    owns = any(0 <= cue.start - one.end <= 1 and _title(cue) is not None for cue in mentions)
    return one.kind == "party" or (one.kind == "city" and pack.inverts) or bool(one.case and one.role) or owns


def _bare_name(text: str, begin: int, mentions: Sequence[Mention], pack: LanguagePack) -> tuple[int, int]:
    """A name in a script without capitals: up to four words, to the next mention, marker or mark."""
    stop = _next_stop(begin, mentions, text)
    end = position = begin
    for _ in range(4):
        found = re.compile(r"[^\S\n]*([^\W\d_]+(?:[-'][^\W\d_]+)*)").match(text, position)
        if not found or found.start(1) >= stop:
            break
        word = found.group(1)
        if word in pack.before or word in pack.joiners or word in pack.not_names:
            break
        end = position = min(found.end(1), stop)
    return begin, end


def _name_before(text: str, start: int, mentions: Sequence[Mention], pack: LanguagePack) -> tuple[int, int]:
    """The name in "Macky Sall, président …": a run of capitals that ends at a comma before the office."""
    if not pack.spaced:
        return _wide_name_before(text, start, mentions, pack)
    if not pack.capitals:
        return start, start
    for verb in mentions:
        if verb.kind == "cue" and "verb.appoint" in verb.classes and 0 < start - verb.end <= _NAME_ROOM:
            begin = verb.end + 1
            if capital_run(text, begin, pack) == start - 1:
                return begin, start - 1
    found = re.compile(r"((?:[^\W\d_]+[-.'’ ]{1,2}){0,4}[^\W\d_]+),\s+(?:[^\W\d_]+\s+){0,2}$").search(
        text, max(0, start - 70), start
    )
    if not found:
        return start, start
    end = found.end(1)
    for match in re.finditer(r"[^\W\d_]+", text[found.start(1) : end]):
        begin = found.start(1) + match.start()
        if capital_run(text, begin, pack) >= end and not any(
            one.kind != "cue" and one.start < end and begin < one.end for one in mentions
        ):
            return begin, end
    return start, start


def _wide_name_before(text: str, start: int, mentions: Sequence[Mention], pack: LanguagePack) -> tuple[int, int]:
    """The name in "习近平主席": two to four letters between a mark or another mention and the title.

    Behind the marker of an agent it may be longer ("应额勒贝格道尔吉总统邀请").
    """
    low = max((one.end for one in mentions if one.end <= start), default=0)
    begin = start
    while begin > low and is_wide(text[begin - 1]) and text[begin - 1] not in _MARKS:
        begin -= 1
    agent = next((one for one, role in pack.before.items() if role == "by" and text.startswith(one, begin)), "")
    if agent and 2 <= start - begin - len(agent) <= _LONG_NAME:
        return begin + len(agent), start
    marker = next((one for one in pack.before if pack.before[one] in _LEADS and text.startswith(one, begin)), "")
    begin += len(marker) if start - begin - len(marker) >= 2 else 0
    named = 2 <= start - begin <= _WIDE_NAME and text[begin:start] not in (pack.not_names | pack.skip)
    return (begin, start) if named else (start, start)


def _apposed(text: str, found: list[Mention]) -> list[Mention]:
    """The actors, one who is introduced twice made one: "Ambassador Bacha Debele, Ethiopia's envoy in Nairobi"."""
    out: list[Mention] = []
    for one in found:
        last = out[-1] if out else None
        if (
            last is not None
            and last.actor is not None
            and one.actor is not None
            and last.actor.person
            and not one.actor.person
            and not last.ids
            and text[last.end : one.start].strip() == ","
        ):
            actor = replace(last.actor, post=last.actor.post or one.actor.post)
            out[-1] = replace(last, end=one.end, ids=one.ids, actor=actor, context=one.context)
            continue
        out.append(one)
    return out


def _recalled(mention: Mention, memory: PersonMemory) -> Mention:
    """The actor with the party it was introduced with, where this sentence names none ("President Vučić")."""
    actor = mention.actor
    if actor is None or mention.ids or not actor.person:
        return mention
    known = memory.get_person(actor.person)
    return replace(mention, ids=known.ids, context=known.context) if known is not None else mention


def _remembered(
    text: str, found: Sequence[Mention], mentions: Sequence[Mention], memory: PersonMemory
) -> list[Mention]:
    taken = [(one.start, one.end) for one in found]
    taken += [(one.start, one.end) for one in mentions if one.kind in _NAMES and one.form != "adjective"]
    out: list[Mention] = []
    for start, end, known in memory.find_persons(text):
        if any(start < stop and begin < end for begin, stop in taken):
            continue
        taken.append((start, end))
        actor = replace(known.actor, person=text[start:end])
        out.append(Mention(kind="actor", start=start, end=end, ids=known.ids, actor=actor, context=known.context))
    return out
