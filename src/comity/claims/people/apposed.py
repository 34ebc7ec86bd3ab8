"""People in office named twice in a row: "the President, Mr A", "Minister B, chairman of C"."""

from __future__ import annotations

from dataclasses import replace

from comity.claims.people.predicates import is_predicate
from comity.claims.sentences.mention import Mention
from comity.packs.language import LanguagePack


def join_apposed(text: str, found: list[Mention], pack: LanguagePack) -> list[Mention]:
    """The actors, one who is introduced twice made one: "Ambassador Bacha Debele, Ethiopia's envoy in Nairobi"."""
    out: list[Mention] = []
    for one in found:
        last = out[-1] if out else None
        if (
            last is not None
            and last.actor is not None
            and one.actor is not None
            and last.actor.person
            and one.actor.person in ("", last.actor.person)
            and (not last.ids or (one.actor.post and last.actor.post and last.ids == one.ids))
            and (
                _is_same(text[last.end : one.start], last)
                or _is_told_of(text, last, one, pack)
                or (one.start < last.end and one.actor.person)
            )
            and not (last.actor.post and one.actor.office)
        ):
            office = last.actor.office if one.actor.post else one.actor.office or last.actor.office
            office = last.actor.office if text[last.end : one.start].strip() else office
            title = one.actor.title if office and office != last.actor.office else last.actor.title
            actor = replace(last.actor, office=office, title=title, post=last.actor.post or one.actor.post)
            out[-1] = replace(last, end=one.end, ids=one.ids, actor=actor, context=one.context)
            continue
        out.append(one)
    return out


def _is_same(gap: str, first: Mention) -> bool:
    """Whether a title behind a name is of the same person: a comma between, or a blank behind a prince or a Mr.

    "Ambassador Bacha Debele, | Ethiopia's envoy", "الأمير فيصل بن فرحان | وزير الخارجية السعودي".
    """
    return gap.strip() == "," or (gap == " " and bool(first.classes & {"title.prince", "office.person"}))


def _is_told_of(text: str, first: Mention, second: Mention, pack: LanguagePack) -> bool:
    """Whether a post is said of the envoy named right before it: «السفير أولريخ فرانك | سفيرا للنمسا».

    Or an office once more, with its state: «الرئيسة سامية حسن | رئيسة تنزانيا».
    """
    if first.actor is None or second.actor is None or text[first.end : second.start] != " ":
        return False
    again = pack.order == "vso" and bool(second.actor.office) and first.actor.office == second.actor.office
    return again or (bool(second.actor.post) and is_predicate(text, second, (), pack))
