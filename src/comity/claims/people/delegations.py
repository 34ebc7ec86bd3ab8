"""Whose minister somebody is who leads a delegation: "a Turkish delegation led by | Foreign Minister X"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from comity.claims.sentences.marks import PARTING, has_any
from comity.claims.sentences.mention import Mention
from comity.packs.language import LanguagePack

_LED = 24
_BESIDE = 2
_SENT = ("", "of", "from")


def of_delegations(
    text: str, actors: Sequence[Mention], names: Sequence[Mention], cues: Sequence[Mention], pack: LanguagePack
) -> list[Mention]:
    """The people in office, one without a state who leads a delegation given that of whom the delegation is.

    "delegación turca encabezada por el | ministro X". Refuses a delegation whose state nobody says, and languages whose
    verbs come last.
    """
    sent = [one for one in cues if "noun.delegation" in one.classes]
    if not sent or pack.order != "svo":
        return list(actors)
    heads = [one for one in cues if "verb.head" in one.classes]
    led = {two[1].start: owner for two in _led(text, sent, heads) if (owner := _owner(text, two[0], two[1], names))}
    out: list[Mention] = []
    for one in actors:
        head = next((at for at in heads if 0 < one.start - at.end <= _LED and at.start in led), None)
        if head is None or one.ids or one.actor is None or not one.actor.office or _parted(text, head.end, one.start):
            out.append(one)
            continue
        whose = led[head.start]
        role = "" if one.role == "with" else one.role  # «делегация во главе с министром»: he comes, nobody with him
        out.append(replace(one, ids=whose.ids, context=whose.context, role=role))
    return out


def _led(text: str, sent: Iterable[Mention], heads: Iterable[Mention]) -> list[tuple[Mention, Mention]]:
    """Each delegation with the verb of leading that stands next behind it."""
    both = sorted([*sent, *heads], key=lambda one: one.start)
    pairs = [(a, b) for a, b in pairwise(both) if "noun.delegation" in a.classes and "verb.head" in b.classes]
    return [(a, b) for a, b in pairs if not _parted(text, a.end, b.start)]


def _owner(text: str, sent: Mention, head: Mention, names: Sequence[Mention]) -> Mention | None:
    """The state right before a delegation ("Turkish") or between it and who leads it: "turca", "from Turkey"."""
    states = [one for one in names if one.kind == "party" and len(one.ids) == 1]
    before = [one for one in states if one.form == "adjective" and 0 <= sent.start - one.end <= _BESIDE]
    behind = [one for one in states if sent.end <= one.start < head.start and one.role in _SENT]
    told = before or behind
    return told[-1] if len(told) == 1 else None


def _parted(text: str, start: int, end: int) -> bool:
    """Whether a full stop or bracket stands between."""
    return has_any(text[start:end], PARTING.replace(",", ""))
