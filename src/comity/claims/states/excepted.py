"""Names that a sentence sets aside: "all members other than Bhutan", "joined the AU, not the Arab League"."""

from __future__ import annotations

from collections.abc import Sequence

from comity.claims.sentences.marks import COMMAS
from comity.claims.sentences.mention import Mention
from comity.packs.language import LanguagePack

_SET_ASIDE = 40
_JOINER = 3
_BUT_NOT = 16


def without_excepted(text: str, names: list[Mention], cues: Sequence[Mention], pack: LanguagePack) -> list[Mention]:
    """The names, but those that a sentence sets aside: "all members other than | Bhutan, Iran and North Korea"."""
    names = _without_denied(text, names, cues, pack)
    ranked = [cue.start for cue in cues if "mark.ranked" in cue.classes]
    links = {cue.end + 1 for cue in cues if "verb.hold" in cue.classes and pack.inverts}  # "… ist | Peru | der größte"
    beside = (one for one in names if any(0 < at - one.end <= 2 for at in ranked) and one.start not in links)
    last = {one for one in beside if one.role in ("to", "")}
    out = [one for one in names if one not in last]
    for cue in (one for one in cues if "mark.except" in one.classes):
        behind = [one for one in out if one.start >= cue.end]
        if behind and _plain(text[cue.end : behind[0].start]) and not _mission_between(cues, cue, behind[0]):
            set_aside = _listed(text, [one for one in behind if one is behind[0] or one.group == behind[0].group >= 0])
            out = [one for one in out if one not in set_aside]
    return out


def _without_denied(text: str, names: list[Mention], cues: Sequence[Mention], pack: LanguagePack) -> list[Mention]:
    """The names, but one that a "not" behind a comma denies: "elected to the Council, not to the | Assembly".

    A "nor" that goes on with a list denies no more of it than the first did: «ни Румыния, ни | Кипр».
    """
    nots = [cue for cue in cues if "fact.not" in cue.classes and text[cue.start : cue.end].isalpha()]
    nots = [cue for cue in nots if text[cue.start : cue.end].lower() not in pack.joiners]
    nots = [cue for cue in nots if text[: cue.start].rstrip().endswith(tuple(COMMAS))]
    if not nots or pack.order == "sov":
        return names
    light = (*pack.before, *pack.skip)
    out = list(names)
    for cue in nots:
        first = next((one for one in names if one.start >= cue.end), None)
        led = text[: cue.start].rstrip()[:-1].rstrip()
        beside = any(one.end == len(led) for one in names) or led[-1:].isdigit() or led.split(" ")[-1][:1].isupper()
        if first is None or not beside or first.start - cue.end > _BUT_NOT:
            continue
        if all(word in light for word in text[cue.end : first.start].lower().split()):
            denied = _listed(text, [one for one in names if one is first or one.group == first.group >= 0])
            out = [one for one in out if one not in denied or one.start < cue.start]
    return out


def _listed(text: str, members: Sequence[Mention]) -> list[Mention]:
    """The first of a list, with those that no word but a joiner parts from it: «кроме | России |, независимость …»."""
    out = list(members[:1])
    for one in members[1:]:
        if len(text[out[-1].end : one.start].strip(" ,")) > _JOINER:
            break
        out.append(one)
    return out


def _mission_between(cues: Sequence[Mention], left: Mention, right: Mention) -> bool:
    """Whether a mission is what is set aside, not who has it: "none, except a consulate in | Dire Dawa"."""
    return any(left.end <= one.start < right.start and one.kind_in("mission") for one in cues)


def _plain(gap: str) -> bool:
    """Whether a short stretch has no mark that would part what stands before it from what stands behind."""
    return len(gap) <= _SET_ASIDE and not any(mark in gap for mark in ",;.:")
