"""Whose envoy to whom somebody is of whom the text has told before: "he was recalled", "his successor"."""

from __future__ import annotations

from comity.claims.context.discourse import Discourse, Found
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention
from comity.model.roles import Appointment

_ENDING = 4


def known_posting(discourse: Discourse, one: Mention, before: Draft | None) -> Found | None:
    """Whose envoy to whom a person is that the text has told of before: "he was recalled", "his successor"."""
    if one.form == "holder" and before is not None and isinstance(before.roles, Appointment):
        return Found(ids=(before.roles.sender, before.roles.receiver), context=before.context)
    told = discourse.posting
    again = one.form not in ("pronoun", "holder") and _is_again(discourse, one)
    if (one.form not in ("pronoun", "holder") and not again) or len(told.ids) != 2:
        return None
    if one.form == "pronoun" and one.ids[:1] != told.ids[:1]:
        return None
    return Found(ids=told.ids, context=(*one.context, *told.context))


def _is_again(discourse: Discourse, one: Mention) -> bool:
    """Whether an envoy named by a surname alone is that of the last sentence: "… Jan Psenica. Ambassador | Psenica"."""
    if one.ids not in ((), discourse.posting.ids[:1]) or one.actor is None or not one.actor.person:
        return False
    if one.actor.post != discourse.posting_kind:
        return False
    last = discourse.posting_person.rpartition(" ")[2]
    ending = len(last) - len(one.actor.person)  # «елшісі Салман | Балды | қабылдады. Елші | Бал | …»
    return discourse.sentence - discourse.posting_at <= 1 and last.startswith(one.actor.person) and ending <= _ENDING


def same_posting(discourse: Discourse, one: Mention, before: Draft | None) -> Found | None:
    """The ends of a post told of right before with no name, where one of that post is named by it alone.

    "It denied that the Jordanian ambassador in Ankara was recalled: Ambassador | Ismail Rifai | is in office."
    """
    here = before.roles if before is not None and isinstance(before.roles, Appointment) else None
    told = here or _unnamed_post(discourse)
    if (
        told is None
        or told.person
        or one.ids
        or one.actor is None
        or not one.actor.person
        or one.actor.post != told.post
    ):
        return None
    return Found(ids=(told.sender, told.receiver), context=before.context if before is not None else ())


def _unnamed_post(discourse: Discourse) -> Appointment | None:
    """What the sentence right before told of somebody at a post whom it did not name."""
    return discourse.unnamed if discourse.sentence - discourse.unnamed_at == 1 else None


def seat_told(discourse: Discourse, ends: Found, post: str) -> tuple[str | None, int | None]:
    """The city of a post that the sentence before told of with no name: whoever holds it sits there."""
    told = _unnamed_post(discourse)
    same = told is not None and (told.sender, told.receiver, told.post) == (*ends.ids, post)
    return (told.city, told.city_id) if told is not None and same else (None, None)
