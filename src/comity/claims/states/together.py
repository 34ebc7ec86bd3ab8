"""States that one name calls together, read as all of them: "recognised | the Baltic states", «обе Кореи»."""

from __future__ import annotations

import re
from functools import cache

from comity.claims.clauses.unnamed import any_of
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.roles import give_roles
from comity.packs.groups import load_groups
from comity.packs.language import LanguagePack, load_language


def named_together(text: str, pack: LanguagePack) -> list[Mention]:
    """The names of several states in a text, each a party of as many ids, with the role its marker gives it."""
    told = [(found.span(), ids) for pattern, ids in _patterns(pack.code) for found in pattern.finditer(text)]
    return give_roles(text, [_group(start, end, ids, pack) for (start, end), ids in told], pack)


def _group(start: int, end: int, ids: tuple[str, ...], pack: LanguagePack) -> Mention:
    case = "acc|nom" if pack.cases else ""  # the plurals of things are alike in both
    return Mention(kind="party", start=start, end=end, ids=ids, form="group", case=case)


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """A pattern for the names of each group."""
    groups = load_groups(language)
    of_ids = {ids: [name for name, one in groups.items() if one == ids] for ids in dict.fromkeys(groups.values())}
    left, right = (r"(?<!\w)", r"(?!\w)") if load_language(language).spaced else ("", "")
    return tuple((re.compile(f"{left}{any_of(names)}{right}", re.IGNORECASE), ids) for ids, names in of_ids.items())
