"""What a row's notes tell more exactly than its columns: the day of relations, the order of a recognition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comity.claims.rows.notes import Note
from comity.claims.sentences.draft import Draft
from comity.model.roles import Recognition


def told_finer(draft: Draft, notes: Sequence[Note]) -> bool:
    """Whether a row's notes give the day of relations of which its column gives but the year: 1975, 28.10.1975."""
    own = draft.dated.when
    told = [one.dated.when for note in notes for one in note.drafts if one.roles == draft.roles and one.dated.when]
    return own is not None and any(one != own and own.contains(one) for one in told)


def first_to(draft: Draft, notes: Sequence[Note]) -> Draft:
    """A recognition by a row's columns with the order that its note tells: "the first to recognise X"."""
    roles = draft.roles
    if not isinstance(roles, Recognition):
        return draft
    told = [one.roles for note in notes for one in note.drafts if one.dated.when is None]
    orders = [
        one.order
        for one in told
        if isinstance(one, Recognition) and one.order and replace(one, order=roles.order) == roles
    ]
    return replace(draft, roles=replace(roles, order=orders[0])) if orders else draft
