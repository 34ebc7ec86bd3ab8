"""``comity conflicts``: facts on which documents disagree."""

from __future__ import annotations

import click

from comity.cli.shared import json_option, language_option, print_lines, register_option, say, write_json


@click.command("conflicts", short_help="Facts on which documents disagree, with each side.")
@register_option
@language_option
@json_option
def command(*, place: str, language: str, as_json: bool) -> None:
    """List the facts on which documents disagree: each side, its documents, and why one was preferred."""
    from comity.parties.registry import load_registry
    from comity.register import open_register
    from comity.views.conflicts import iter_conflicts
    from comity.views.sentences import load_speech
    from comity.views.text import render_conflicts

    with open_register(place) as register:
        found = list(iter_conflicts(register, load_speech(load_registry(), language)))
    if as_json:
        write_json({"conflicts": [conflict.to_json() for conflict in found]})
        return
    print_lines(render_conflicts(found))
    say(f"{len(found)} conflicts")
