"""``comity sides ONE OTHER``: what two states' own documents say of each other, compared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from comity.cli.party_names import read_party
from comity.cli.shared import json_option, language_option, print_lines, register_option, write_json

if TYPE_CHECKING:
    from comity.views.sentences import Speech
    from comity.views.sides import Sides


@click.command("sides", short_help="What two states' own documents say of each other, compared.")
@click.argument("one")
@click.argument("other")
@register_option
@language_option
@json_option
def command(*, one: str, other: str, place: str, language: str, as_json: bool) -> None:
    """Compare what two states' ministries say of each other: where they differ, and what one alone tells."""
    from comity.parties.registry import load_registry
    from comity.register import open_register
    from comity.views.sentences import load_speech
    from comity.views.sides import compare_sides

    speech = load_speech(load_registry(), language)
    with open_register(place) as register:
        found = compare_sides(register, read_party(one), read_party(other), speech)
    if as_json:
        write_json(found.to_json())
    else:
        print_lines(_render(found, speech))


def _render(found: Sides, speech: Speech) -> Iterator[str]:
    names = tuple(speech.name(party) for party in found.parties)
    say = speech.words
    yield say.fill("sides", "heading", one=names[0], other=names[1])
    for name, count in zip(names, found.spoken, strict=True):
        yield "  " + say.fill("sides", "documents", party=name, count=str(count))
    yield "  " + say.fill("sides", "alike", count=str(found.alike))
    for one in found.differ:
        yield f"≠ {one.line.text} · {one.line.facts[0][:8]}"
        for name, values, documents in zip(names, one.values, one.documents, strict=True):
            yield f"  {name}: {', '.join(values)} · {', '.join(documents)}"
    for name, lines in zip(names, found.alone, strict=True):
        if lines:
            yield say.fill("sides", "alone", party=name, count=str(len(lines)))
        yield from (f"  {line.date or '':22}  {line.text} · {line.facts[0][:8]}" for line in lines)
    yield from (f"≠ {message}" for message in found.trade)
