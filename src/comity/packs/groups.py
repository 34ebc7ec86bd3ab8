"""``data/languages/xx.groups.toml`` → states that one name calls together: "the Baltic states", «обе Кореи»."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from comity.packs.sections import expand


@cache
def load_groups(language: str) -> Mapping[str, tuple[str, ...]]:
    """Who each name of several states means, in order: ``"baltic states"`` → ``("EST", "LVA", "LTU")``.

    A star at the end of a name leaves its ending open. A language without such a file calls none together.
    """
    place = files("comity") / "data" / "languages" / f"{language}.groups.toml"
    if not place.is_file():
        return MappingProxyType({})
    told = tomllib.loads(place.read_text("utf-8"))
    named = ((name, ids) for ids, some in told.items() for one in some for name in expand(one))
    return MappingProxyType({name: tuple(ids.split()) for name, ids in named})
