"""Ministers of a state in another state's land, who in their day were its envoys: "the Danish minister in Siam"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from comity.claims.clauses import leads
from comity.claims.mention import Mention
from comity.model.when import When
from comity.packs.language import LanguagePack

_LAST = 1965  # the last legations became embassies about then
_NEAR = 8


def as_envoys(
    text: str, actors: Iterable[Mention], known: Sequence[Mention], when: When | None, pack: LanguagePack
) -> list[Mention]:
    """The people in office, a bare minister of a state in another's land or city read as its envoy there.

    Refuses a time when there were no such ministers any more, and none at all.
    """
    actors = list(actors)
    then = when.start.year if when is not None and when.start is not None else ""
    if not leads(pack) or not then.isdecimal() or int(then) >= _LAST:
        return actors
    return [_as_envoy(text, one, known) for one in actors]


def _as_envoy(text: str, one: Mention, known: Sequence[Mention]) -> Mention:
    actor = one.actor
    if actor is None or actor.office != "minister" or actor.post or actor.person or len(one.ids) != 1:
        return one
    behind = [it for it in known if it.role == "in" and 0 < it.start - one.end <= _NEAR]
    abroad = [it for it in behind if it.kind == "city" and it.country and it.country not in one.ids]
    abroad += [it for it in behind if it.kind == "party" and len(it.ids) == 1 and it.ids != one.ids]
    if not abroad or abroad[0].form == "adjective" or not _is_bare(text, one, known):
        return one
    post = replace(actor, office="", post="envoy")
    return replace(one, actor=post, classes=one.classes - {"office.minister"} | {"post.envoy"}, end=abroad[0].end)


def _is_bare(text: str, one: Mention, known: Sequence[Mention]) -> bool:
    """Whether a title is the one word and whose he is: "minister", "minister of Denmark", not "Minister of Trade"."""
    titles = [it for it in known if "office.minister" in it.classes and one.start <= it.start and it.end <= one.end]
    if len(titles) != 1 or " " in text[titles[0].start : titles[0].end]:
        return False
    owners = [it for it in known if it.kind == "party" and titles[0].end < it.start and it.end <= one.end]
    return titles[0].end == one.end or any(it.end == one.end for it in owners)
