"""Ministers of a state in another state's land, who in their day were its envoys: "the Danish minister in Siam"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from comity.claims.clauses.relative import leads
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import capital_run
from comity.model.when import When
from comity.packs.language import LanguagePack

_LAST = 1965  # the last legations became embassies about then
_NEAR = 8
_COMMA = ", "
_LED, _BEHIND, _SMALL = 12, 3, 5
_DONE = frozenset({"verb.recall", "verb.expel"})
_FIRST = frozenset({"fact.first", "mark.foremost"})


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
    return [_as_envoy(text, one, known, pack) for one in actors]


def _as_envoy(text: str, one: Mention, known: Sequence[Mention], pack: LanguagePack) -> Mention:
    actor = one.actor
    if actor is None or actor.office != "minister" or actor.post:
        return one
    if _is_handled(text, one, known) and _is_bare(text, one, known):
        post = replace(actor, office="", post="envoy")
        return replace(one, actor=post, classes=one.classes - {"office.minister"} | {"post.envoy"})
    if len(one.ids) != 1 or (actor.person and actor.person_start > one.start):
        return one  # a name before the title tells more of him: "X, Norwegian minister | in Tokyo"
    behind = [it for it in known if it.role == "in" and 0 < it.start - one.end <= _NEAR]
    abroad = [it for it in behind if it.kind == "city" and it.country and it.country not in one.ids]
    abroad += [it for it in behind if it.kind == "party" and len(it.ids) == 1 and it.ids != one.ids]
    if not abroad or abroad[0].form == "adjective" or not _is_bare(text, one, known):
        return one
    post = replace(actor, office="", post="envoy")
    seated = replace(one, actor=post, classes=one.classes - {"office.minister"} | {"post.envoy"}, end=abroad[0].end)
    return _with_name(text, seated, known, pack)


def _with_name(text: str, one: Mention, known: Sequence[Mention], pack: LanguagePack) -> Mention:
    """The envoy with the name that two commas hold behind his seat: "minister in Mexico, | Carl Bødtker |, left"."""
    start = one.end + len(_COMMA)
    end = capital_run(text, start, pack)
    name = text[start:end]
    held = text.startswith(_COMMA, one.end) and text[end : end + 1] == ","
    if not held or " " not in name or one.actor is None or any(it.start < end and start < it.end for it in known):
        return one
    return replace(one, actor=replace(one.actor, person=name, person_start=start, person_end=end), end=end)


def _is_handled(text: str, one: Mention, known: Sequence[Mention]) -> bool:
    """Whether what is done to a minister is done to envoys, or he is the first to come: "recalled its | minister"."""
    cues = [it for it in known if it.kind == "cue"]
    before = [it for it in cues if it.classes & _DONE and it.start < one.start and one.start - it.end <= _LED]
    behind = [it for it in cues if it.classes & _DONE and 0 < it.start - one.end <= _BEHIND]
    firsts = [it for it in cues if it.classes & _FIRST and (one.start <= it.start < one.end or one.start == it.end + 1)]
    comes = any("verb.visit" in it.classes and 0 < it.start - one.end <= _BEHIND for it in cues)
    led = any(not _words(text[it.end : one.start]) for it in before)
    return led or bool(behind) or (bool(firsts) and comes)


def _words(gap: str) -> list[str]:
    """The words of a gap that are more than an article or "its"."""
    return [word for word in gap.split() if len(word) > _SMALL]


def _is_bare(text: str, one: Mention, known: Sequence[Mention]) -> bool:
    """Whether a title is the one word and whose he is: "minister", "minister of Denmark", not "Minister of Trade"."""
    titles = [it for it in known if "office.minister" in it.classes and one.start <= it.start and it.end <= one.end]
    if len(titles) != 1 or " " in text[titles[0].start : titles[0].end]:
        return False
    if one.actor is not None and one.actor.person:
        return True
    owners = [it for it in known if it.kind == "party" and titles[0].end < it.start and it.end <= one.end]
    return titles[0].end == one.end or any(it.end == one.end for it in owners)
