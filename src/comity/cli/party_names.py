"""Names typed on the command line → ids of parties, or a refusal that names the nearest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.errors import AmbiguousParty, UnknownParty

if TYPE_CHECKING:
    from comity.model.when import When

_CLEAR = 2.0  # how many times likelier the best candidate must be than the next to be taken without asking


def read_party(name: str, *, when: When | None = None) -> str:
    """The id of the party that this name or id means, in any language.

    ``read_party("哈萨克斯坦")`` is ``KAZ``. Raises `UnknownParty` with the nearest names, and `AmbiguousParty` with the
    candidates where two are about as likely.
    """
    from comity.parties.link import resolve_name

    found = resolve_name(name, None, when) or resolve_name(name.upper(), None, when)
    if not found:
        raise unknown_party(name)
    if len(found) > 1 and found[0].score < _CLEAR * found[1].score:
        raise AmbiguousParty(f"{name!r} may mean {_choices([one.party for one in found[:5]])}: say which by its id")
    return found[0].party


def unknown_party(name: str) -> UnknownParty:
    """The refusal of this name, with the parties whose names are nearest to it."""
    near = _nearest(name)
    hint = f"did you mean {_choices(near)}?" if near else "`comity parties` lists them"
    return UnknownParty(f"no party answers to {name!r}: {hint}")


def _nearest(name: str) -> list[str]:
    from difflib import get_close_matches

    from comity.packs.names import iter_languages
    from comity.parties.registry import load_registry

    registry = load_registry()
    names = {party.casefold(): party for party in registry}
    for language in iter_languages():
        names |= {registry.name(party, language).casefold(): party for party in registry}
    return list(dict.fromkeys(names[near] for near in get_close_matches(name.casefold(), names, n=3, cutoff=0.7)))


def _choices(parties: list[str]) -> str:
    from comity.parties.registry import load_registry

    return ", ".join(f"{load_registry().get(party).name} ({party})" for party in parties)
