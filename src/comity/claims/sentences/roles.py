"""What role a name has in its sentence, by the marker beside it and the list it stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import has_article, joined, left_words, role_after, role_before
from comity.packs.language import LanguagePack

_TITLE_ROLES = ("to", "of", "from")
_SHORTEST_NAME = 4
_UNKNOWN = re.compile(r", ([^\W\d_]{2,}(?:-[^\W\d_]+)*)(?:,| ([^\W\d_]{1,3})) ")
_TOWN = re.compile(r"(?<=\s)([^\W\d_a-zа-яё][^\W\d_]+(?:[ -][^\W\d_a-zа-яё][^\W\d_]+){0,2}), $")
_TOWN_REACH = 60
_CLOSERS, _OPENERS, _QUOTED = '»”"’“', '«„“"‘', 3
_FREED = 6  # "'nın "
_HELPED = 5  # "…, le Premier ministre japonais | a | signé"


def give_roles(text: str, mentions: Sequence[Mention], pack: LanguagePack) -> list[Mention]:
    """The mentions with their roles: the preposition before, the suffix or postposition behind, the case itself."""
    out = []
    ends = {one.end for one in mentions}
    for one in mentions:
        role = one.role or _role(text, one, pack) or _owned(text, one, pack, ends) or _around(text, one, pack, ends)
        out.append(one if role == one.role else replace(one, role=role))
    return out


def _role(text: str, one: Mention, pack: LanguagePack) -> str:
    before, begin = role_before(text, one.start, pack)
    after, _ = role_after(text, one.end, pack)
    before = "of" if before == "to" and _has(text, begin, pack) else before
    ruled = _ruled(text, one, begin, pack) if pack.ruled else ""
    bare = before == "of" and one.form == "short" and text[one.start - 1 : one.start] == " "
    if bare and has_article(text, one.start - 1, pack):
        return ""
    if ruled or before:
        return ruled or before
    if after:
        return after
    if one.actor is not None and one.actor.person and one.actor.person_end == one.end and pack.endings:
        return ending_role(one.actor.person, pack)
    if one.actor is not None and not one.actor.person and pack.order == "sov":
        return _of_title(text[one.start : one.end], pack)
    cases = one.case.split("|")
    return "" if "nom" in cases else next((role for case, role in pack.cases.items() if case in cases), "")


def _around(text: str, one: Mention, pack: LanguagePack, names: set[int]) -> str:
    """The role of a state behind the comma of a town in it that nobody knows: "a consulate in Tete, | Mozambique |"."""
    if one.kind != "party" or one.form == "adjective" or not pack.capitals or pack.order != "svo":
        return ""
    town = _TOWN.search(text, max(0, one.start - _TOWN_REACH), one.start)
    if town is None or any(town.start(1) < end <= town.end() for end in names):
        return ""
    role, _ = role_before(text, town.start(1), pack)
    return role if role in ("in", "to") else ""


def _has(text: str, begin: int, pack: LanguagePack) -> bool:
    """Whether a sentence begins with who has something: "لـ | بلغاريا سفارة", as "ول" is said of an owner anywhere."""
    if not pack.glued_joiners or text[:begin].strip():
        return False
    markers = [one for one in pack.proclitics if text.startswith(one, begin) and pack.before.get(one) == "to"]
    return any(pack.before.get(joiner + one) == "of" for joiner in pack.glued_joiners for one in markers)


def _owned(text: str, one: Mention, pack: LanguagePack, names: set[int]) -> str:
    """The role of an owner where an article stands between a name and a noun: "Nachfolger | der | Sowjetunion".

    Refuses an article right behind a name (``names`` are their ends): "dass Island | der | EFTA beitrat".
    """
    if not pack.genitives or one.form == "adjective" or one.actor is not None:
        return ""
    words = list(left_words(text, one.start, 2))
    if len(words) < 2 or words[0][1].lower() not in pack.genitives:
        return ""
    begin, noun = words[1]
    plain = begin + len(noun) not in names and noun.lower() not in pack.not_names
    if pack.inverts and one.kind == "party" and noun.islower() and plain and noun not in pack.before:
        return "to" if words[0][1].lower() in pack.voice.datives else ""  # "stellte | der Mongolei | 1 Mio. bereit"
    return "of" if noun[0].isupper() and plain and text[:begin].strip() else ""


def _ruled(text: str, one: Mention, begin: int, pack: LanguagePack) -> str:
    """The role that a marker gives a name by its case: «с Кипра» is from Cyprus, «с Кипром» with it; else ""."""
    near = [word for _, word in left_words(text, one.start, 1)]
    word = near if near and near[0].lower() in pack.ruled else text[begin : one.start].split()[:1] or near
    roles = pack.ruled.get(word[0].lower()) if word else None
    fitting = {role for case, role in (roles or {}).items() if case in one.case.split("|")}
    return fitting.pop() if len(fitting) == 1 else ""


def _of_title(title: str, pack: LanguagePack) -> str:
    """The role that the ending of a title without a name gives it: "Polonya | Kralına" is to him.

    The endings are those that names take behind an apostrophe; refuses the one that a bare title ends in, too.
    """
    word = title.rsplit(maxsplit=1)[-1].lower()
    keys = [key for key, role in pack.after.items() if key.startswith("'n") and role in _TITLE_ROLES]
    fitting = [key for key in keys if word.endswith(key[1:]) and len(word) - len(key) >= _SHORTEST_NAME]
    return pack.after[max(fitting, key=len)] if fitting else ""


def ending_role(name: str, pack: LanguagePack) -> str:
    """The role that the case ending of a name gives it, where the name is long enough without it to be one."""
    word = name.rsplit(maxsplit=1)[-1].lower()
    fitting = [one for one in pack.endings if word.endswith(one) and len(word) - len(one) >= _SHORTEST_NAME]
    return pack.endings[max(fitting, key=len)] if fitting else ""


def give_groups(text: str, mentions: Sequence[Mention], pack: LanguagePack, cues: Sequence[Mention]) -> list[Mention]:
    """The mentions with list numbers: "Antalya, İzmir and Istanbul" are one list and share the role of one of them.

    A name that a verb follows begins a statement of its own ("… by Nazarbayev, and Vučić was awarded …").
    """
    begins = {cue.start for cue in cues if any(label.startswith("verb.") for label in cue.classes)}
    out = list(mentions)
    number = 0
    index = 0
    out = [one for one in mentions if not _tells_where(text, one, mentions)]
    aside = [one for one in mentions if one not in out]
    while index < len(out):
        last = index
        while last + 1 < len(out) and _in_list(text, out[last], out[last + 1], pack):
            right = out[last + 1]
            if _comma_only(text, out[last], right, pack) or _does_it(text, out, last, pack, cues):
                break
            if _governed_anew(text, out[last], right, cues) or _opens_clause(text, out[last], right, pack):
                break
            if _ends_in_comma(text, out, last + 1, pack):
                break
            apart = "," in text[out[last].end : right.start] and begins & set(range(right.end, right.end + _HELPED))
            if pack.order == "svo" and out[last].role and not right.role and apart:
                break
            last += 1
        if last > index:
            role = _shared_role(out[index : last + 1], pack)
            with_all = role != "with" or _led(text, out, index, pack)
            for place in range(index, last + 1):
                own = role if with_all or place > index else out[place].role
                out[place] = replace(out[place], group=number, role=own)
            number += 1
        index = last + 1
    return sorted([*out, *aside], key=lambda one: one.start) if aside else out


def _tells_where(text: str, one: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a state alone in a bracket only tells where the town before it is: "in Kapan (| Armenia), Aktau (…)"."""
    alone = text[one.start - 2 : one.start] == " (" and text[one.end : one.end + 1] == ")"
    return one.kind == "party" and alone and any(x.kind == "city" and x.end == one.start - 2 for x in mentions)


def _ends_in_comma(text: str, mentions: Sequence[Mention], place: int, pack: LanguagePack) -> bool:
    """Whether somebody in office behind a comma is no end of a list: "à l'invitation du roi, | le président X a …".

    Only where who stands before the comma is governed by a marker, and nobody is joined behind.
    """
    left, right = mentions[place - 1], mentions[place]
    comma = text[left.end : right.start].lstrip().startswith(",") and right.kind == "actor"
    if not comma or pack.order != "svo" or pack.inverts or pack.cases or not left.role or right.role:
        return False
    words = text[left.end + 1 : right.start].lower().split()
    goes_on = place + 1 < len(mentions) and _in_list(text, right, mentions[place + 1], pack)
    return not goes_on and not any(word in pack.joiners for word in words)


def _opens_clause(text: str, left: Mention, right: Mention, pack: LanguagePack) -> bool:
    """Whether a comma and a marker open a clause of their own: "Tiflis bat Eriwan, | in Kutaissi | ein Konsulat …"."""
    comma = text[left.end : right.start].startswith(",")
    return pack.closes and comma and right.kind == "city" and not left.role and right.role in ("in", "to")


def _governed_anew(text: str, left: Mention, right: Mention, cues: Sequence[Mention]) -> bool:
    """Whether a comma and "the government of" stand between: "after the Union broke up, the government of X …"."""
    gap = text[left.end : right.start]
    return gap.lstrip().startswith(",") and any(
        "noun.government" in cue.classes and left.end <= cue.start < right.start for cue in cues
    )


def _led(text: str, mentions: Sequence[Mention], index: int, pack: LanguagePack) -> bool:
    """Whether a state right before a list does something with all of it: "Перу | Латвия және Литвамен | орнатты"."""
    before = mentions[index - 1] if index and pack.order == "sov" else None
    led = before is not None and before.kind == "party" and not before.role and before.form != "adjective"
    return before is not None and led and text[before.end : mentions[index].start].strip() in ("", ",")


def _does_it(text: str, mentions: Sequence[Mention], place: int, pack: LanguagePack, cues: Sequence[Mention]) -> bool:
    """Whether a state that opens a sentence does what two joined behind its comma take: "Peru, | A ve B'yi tanıdı".

    So where their independence is taken; refuses a sentence in which somebody else may do it.
    """
    if pack.order != "sov" or place + 2 >= len(mentions) or text[: mentions[place].start].strip():
        return False
    first, second, third = mentions[place : place + 3]
    gap = text[second.end : third.start].strip().lower()
    if first.role or second.role or text[first.end : second.start].strip() != "," or gap not in pack.joiners:
        return False
    freed = any("noun.independence" in one.classes and 0 < one.start - third.end <= _FREED for one in cues)
    others = [one for one in mentions[place + 3 :] if one.kind in ("party", "actor") and not one.role]
    return gap.isalpha() and not others and (third.role == "object" or (third.role == "of" and freed))


def _comma_only(text: str, left: Mention, right: Mention, pack: LanguagePack) -> bool:
    """Whether a bare name and a name with a case ending are held by a comma alone: subject and object, no list.

    The other way round the object ends a statement: "A B'yi, | C de D'yi tanımıyor".
    """
    gap = text[left.end : right.start].strip()
    if pack.order != "sov" or not gap.endswith(",") or " " in gap:
        return False
    ended = left.role == "object" and not right.role
    bare = not left.role and right.role in ("object", "to", "with", "from", "of", "in")
    return ended or (gap == "," and left.kind != "city" and bare)


def _in_list(text: str, left: Mention, right: Mention, pack: LanguagePack) -> bool:
    bodies = {"party", "organization"}
    if (left.kind != right.kind and not {left.kind, right.kind} <= bodies) or right.start <= left.end:
        return False
    if left.kind != right.kind and left.role not in ("between", "with"):
        return False
    if left.kind == "party" and (left.form == "adjective") != (right.form == "adjective"):
        return False
    clash = left.role and right.role and left.role != right.role and left.role not in ("with", "between")
    towns = left.kind == right.kind == "city" and (left.role, right.role) == ("in", "with")
    if clash and (_tail_repeated(text, left, right, pack) or (towns and not pack.spaced)):
        clash = False  # "在拉各斯 | 与 | 卡拉巴尔"
    if clash and (pack.order == "sov" or role_before(text, right.start, pack)[0]):
        return False
    gap = _unquoted(text[left.end : right.start])
    return joined(gap, pack) or (left.kind == right.kind == "city" and _past_unknown(gap, pack))


def _unquoted(gap: str) -> str:
    """What stands between two names, without the marks that close and open their quotations: «А» | и | «Б»."""
    return gap[1:-1] if gap[:1] in _CLOSERS and gap[-1:] in _OPENERS and len(gap) > _QUOTED else gap


def _past_unknown(gap: str, pack: LanguagePack) -> bool:
    """Whether a town that nobody knows stands between two of a list: "in Düsseldorf, | Hürth, | Mainz und Münster"."""
    found = _UNKNOWN.fullmatch(gap) if pack.capitals and pack.spaced and pack.order == "svo" else None
    last = found.group(2) if found is not None else None
    plain = found is not None and found.group(1).lower() not in pack.not_names and found.group(1)[0].isupper()
    return plain and (last is None or last.lower() in pack.joiners)


def _tail_repeated(text: str, left: Mention, right: Mention, pack: LanguagePack) -> bool:
    """Whether the second marker only repeats the end of the first: "auprès | de l'Islande et | de la Finlande"."""
    role, begin = role_before(text, left.start, pack)
    words = text[begin : left.start].lower().split() if role else []
    return any(pack.before.get(" ".join(words[place:])) == right.role for place in range(1, len(words)))


def _shared_role(members: Sequence[Mention], pack: LanguagePack) -> str:
    roles = [one.role for one in members]
    if "between" in roles:
        return "between"
    if pack.after and not pack.before:
        return roles[-1]
    if not roles[0] and roles[-1] == "with":
        return "with"
    if pack.cases and not members[0].case and members[0].form != "adjective":  # «признана | Никарагуа, Венесуэлой»
        return roles[0] or next((role for role in roles if role), "")
    return roles[0] or (roles[-1] if pack.after else "")
