"""People who bear two titles, the second of which names them: "老挝人民革命党总书记、| 国家主席通伦·西苏里"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from comity.claims.mention import Mention
from comity.packs.language import LanguagePack


def share_party(text: str, actors: Sequence[Mention], pack: LanguagePack) -> list[Mention]:
    """The people in office, one whose title has no party given that of the nameless title right before it.

    Only in a script without spaces, where titles of one person stand side by side with one joiner between.
    """
    out = list(actors)
    for place, (one, other) in enumerate(pairwise(actors)):
        if pack.spaced or one.actor is None or other.actor is None:
            continue
        nameless = bool(one.ids) and not one.actor.person and one.actor.office != ""
        named = not other.ids and bool(other.actor.person) and other.actor.office != ""
        if nameless and named and text[one.end : other.start] in pack.joiners:
            out[place + 1] = replace(other, ids=one.ids, role=one.role)
    return out
