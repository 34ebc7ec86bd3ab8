"""The office somebody holds: a title that means another thing in this state then, two titles of one person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import joined, role_before
from comity.model.when import When
from comity.packs.language import LanguagePack
from comity.parties.offices import office_of

# What stands before a foreign minister's title and is his, too; a president before it would be another person.
_SECOND = ("other", "minister")
_FIRST = ("head-of-government", "foreign-minister", "minister")
_COUNTERPART = "counterpart"


def held(mention: Mention, when: When | None) -> Mention:
    """The actor in the office that the title is in the state it is of, at that time.

    "The Swiss Federal Chancellor" heads no government, "the chairman of the Supreme Soviet of Belarus" was head of
    state in 1992. An actor of no party, or of several that differ, keeps what the title usually is.
    """
    actor = mention.actor
    if actor is None or not actor.title:
        return mention
    told = {row.office if row else actor.office for row in (office_of(actor.title, one, when) for one in mention.ids)}
    if len(told) != 1:
        return mention
    return replace(mention, actor=replace(actor, office=told.pop()))


def joined_titles(text: str, found: Sequence[Mention], pack: LanguagePack) -> list[Mention]:
    """The actors, two titles of one named person made one: "State Councillor and Foreign Minister Wang Yi".

    Only where the first is that of a minister or a deputy and nobody is named between; the higher office is kept.
    """
    out: list[Mention] = []
    for one in found:
        last = out[-1] if out else None
        if last is not None and _same_person(text, last, one, pack):
            assert one.actor is not None and last.actor is not None
            actor = one.actor if one.actor.office in _FIRST else replace(one.actor, office=last.actor.office, title="")
            context = last.context or one.context
            out[-1] = replace(one, start=last.start, ids=last.ids or one.ids, actor=actor, context=context)
            continue
        out.append(one)
    return out


def _same_person(text: str, first: Mention, second: Mention, pack: LanguagePack) -> bool:
    one, other = first.actor, second.actor
    if one is None or other is None or one.person or not other.person or one.post or other.post:
        return False
    if second.ids and first.ids and second.ids != first.ids:
        return False
    between = text[first.end : second.start]
    beside = between == " " or (second.start < first.end and bool(second.ids))  # a state between is the owner of both
    if beside and one.office in _SECOND:
        return True
    if one.office not in _SECOND or other.office not in _FIRST:
        return False
    return between.strip() in ("-", "–", "—", "/") or joined(between, pack)


_BEHIND_COMMA = re.compile(r",\s(?:[^\W\d_]{1,3}\s|[^\W\d_]['’])?")
_ARTICLED = re.compile(r",\s(?:[^\W\d_]{2}\s|[^\W\d_]['’])")


def beside_inviters(
    text: str, found: Sequence[Mention], mentions: Sequence[Mention], pack: LanguagePack
) -> list[Mention]:
    """The actors, who comes with an article behind whoever only invited or received being somebody else.

    "À l'invitation du président X, | le président de la République", "reçu par le roi X, | le Premier ministre". Nor
    is anybody the officer of two states: "After talks with Mongolian President X, | the French president".
    """
    out: list[Mention] = []
    for one in found:
        first, second = (out[-1].actor if out else None), one.actor
        apart = bool(out) and bool(one.ids) and bool(out[-1].ids) and not set(one.ids) & set(out[-1].ids)
        between = _BEHIND_COMMA if apart else _ARTICLED
        gap = between.match(text, first.person_end) if first is not None and first.person else None
        same = second is not None and first is not None and second.person == first.person
        if gap is None or not same or not (apart or _only_invites(text, out[-1], mentions, pack)):
            out.append(one)
            continue
        assert first is not None and second is not None
        own = out[-1].ids if out[-1].end <= first.person_end or out[-1].ids != one.ids else ()
        out[-1] = replace(out[-1], end=first.person_end, ids=own)
        alone = replace(second, person="", person_start=gap.end(), person_end=gap.end())
        out.append(replace(one, start=gap.end(), actor=alone))
    return out


def _only_invites(text: str, one: Mention, mentions: Sequence[Mention], pack: LanguagePack) -> bool:
    """Whether somebody stands behind "at the invitation of" or "by"."""
    led = [cue for cue in mentions if 0 <= one.start - cue.end <= 1 and cue.classes & {"mark.invited", "fact.ever"}]
    return bool(led) or role_before(text, one.start, pack)[0] == "by"


_COURTEOUS = 3


def courteous(text: str, found: Sequence[Mention]) -> list[Mention]:
    """The actors, an office with the name that a title of courtesy brings behind it: "le ministre, | M. Le Maire"."""
    out: list[Mention] = []
    for one in found:
        last = out[-1] if out else None
        if last is not None and last.actor is not None and one.actor is not None:
            titled, named = last.actor, one.actor
            bare = not named.office and not named.post and named.person and not one.ids
            gap = text[last.end : one.start]
            if (
                bare
                and not titled.person
                and (titled.office or titled.post)
                and gap.strip() in ("", ",", *((":", "–", "—") if titled.post else ()))
                and len(gap) <= _COURTEOUS
            ):
                actor = replace(
                    titled, person=named.person, person_start=named.person_start, person_end=named.person_end
                )
                out[-1] = replace(last, end=one.end, actor=actor)
                continue
        out.append(one)
    return out


def counterparts(found: Sequence[Mention], last: str = "") -> list[Mention]:
    """The actors, a counterpart in the office of the one named before: "met her Ghanaian counterpart".

    ``last`` is the office of who was introduced last in the sentences before, for one who has nobody before in this.
    """
    out: list[Mention] = []
    for one in found:
        actor = one.actor
        if actor is None or actor.office != _COUNTERPART:
            out.append(one)
            continue
        before = next((other.actor for other in reversed(out) if other.actor and other.actor.office), None)
        office = before.office if before is not None else last
        out.append(replace(one, actor=replace(actor, office=office or "other")))
    return out
