"""Governments as the states they govern: "the government of X", "Canadian authorities", "die Regierung in Wilna"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import role_after, role_before
from comity.packs.language import LanguagePack
from comity.parties.registry import Registry

_OWNED = 12


def governing(
    text: str, names: list[Mention], cues: Sequence[Mention], pack: LanguagePack, registry: Registry
) -> list[Mention]:
    """The names, "the government of X" and "the Canadian authorities" read as X with the role of the whole.

    So too who governs in a capital: "die Regierung in Wilna".
    """
    out = _seated(text, list(names), cues, pack, registry)
    for cue in cues:
        if "noun.government" not in cue.classes or cue.kind_in("office"):
            continue
        for place, one in enumerate(out):
            if one.kind != "party" or one.group >= 0 or one.deictic:
                continue
            left = one.end <= cue.start
            low, high = (one.end, cue.start) if left else (cue.end, one.start)
            rest = [word for word in text[max(0, low) : high].lower().split() if word not in pack.skip]
            owned = one.form == "adjective" or one.role == "of" or (left and not rest)
            if not 0 <= high - low <= _OWNED or not owned or any(pack.before.get(word) != "of" for word in rest):
                continue
            start, end = min(one.start, cue.start), max(one.end, cue.end)
            role = role_before(text, start, pack)[0] or role_after(text, end, pack)[0]
            out[place] = replace(one, start=start, end=end, role=role, form="government", case="")
            break
    return out


def _seated(
    text: str, names: list[Mention], cues: Sequence[Mention], pack: LanguagePack, registry: Registry
) -> list[Mention]:
    """The names, a capital that one marker joins to a government read as its state.

    Not to a provisional one, nor to that of another state: "the Greek government | in London".
    """
    heads = [cue for cue in cues if "noun.government" in cue.classes and not cue.kind_in("office")]
    rulers = [cue for cue in cues if "noun.regime" in cue.classes]
    owners = [one for one in names if one.kind == "party"]
    heads = [cue for cue in heads if not any(one.start <= cue.start < one.end for one in rulers)]
    heads = [cue for cue in heads if not any(0 <= cue.start - one.end <= _OWNED for one in owners)]
    if not heads or not pack.spaced:
        return names
    out = []
    for one in names:
        near = [cue for cue in heads if 0 < one.start - cue.end <= _OWNED and one.role == "in"]
        joined = [cue for cue in near if len(text[cue.end : one.start].split()) == 1]
        seat = one.kind == "city" and one.country in registry and str(registry.capital(one.country)) in one.ids
        if joined and seat and one.group < 0:
            role = role_before(text, joined[-1].start, pack)[0] or role_after(text, one.end, pack)[0]
            start = joined[-1].start
            party = replace(
                one, kind="party", start=start, ids=(one.country,), role=role, form="government", country=""
            )
            out.append(party)
        else:
            out.append(one)
    return out
