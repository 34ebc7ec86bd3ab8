"""``comity why FACT``: the claims behind a fact."""

from __future__ import annotations

import click

from comity.cli.shared import json_option, known_option, language_option, print_lines, register_option, write_json
from comity.model.when import When


@click.command("why", short_help="The claims behind a fact, their quotes, and why this value was chosen.")
@click.argument("fact")
@known_option
@register_option
@language_option
@json_option
def command(*, fact: str, as_known_on: When | None, place: str, language: str, as_json: bool) -> None:
    """Explain a fact: the claims behind it with their quotes, the reason for the value chosen, what speaks against it.

    FACT is the id that stands behind each line of `comity show`, or the beginning of it.
    """
    from comity.parties.registry import load_registry
    from comity.register import open_register
    from comity.views.sentences import load_speech
    from comity.views.text import render_why
    from comity.views.why import explain_fact

    with open_register(place) as kept:
        register = kept if as_known_on is None else kept.as_known_on(as_known_on)
        speech = load_speech(load_registry(), language)
        why = explain_fact(register, fact, speech)
    if as_json:
        write_json(why.to_json())
    else:
        print_lines(render_why(why, speech))
