"""``comity representation NAME [OTHER] --as-of DATE``: at which level states were represented in each other."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from comity.cli.party_names import read_party
from comity.cli.shared import date_option, json_option, language_option, print_lines, register_option, write_json
from comity.model.roles import JSON
from comity.model.when import When


@click.command("representation", short_help="At which level states were represented in each other on a day.")
@click.argument("name")
@click.argument("other", required=False)
@date_option("--as-of", "A day, month or year; today, if none is given.")
@register_option
@language_option
@json_option
def command(*, name: str, other: str | None, as_of: When | None, place: str, language: str, as_json: bool) -> None:
    """Say at which level a party was represented in others on a day, and they in it, with the posts that say so."""
    from comity.parties.registry import load_registry
    from comity.register import open_register
    from comity.views.representation import representation_as_of
    from comity.views.represented import render_representation
    from comity.views.sentences import load_speech

    day = as_of or When.parse(datetime.now(UTC).date().isoformat())
    speech = load_speech(load_registry(), language)
    party = read_party(name, when=day)
    partner = None if other is None else read_party(other, when=day)
    with open_register(place) as register:
        found = representation_as_of(register, party, day, speech, partner)
    if as_json:
        levels: list[JSON] = [one.to_json() for one in found]
        write_json({"party": party, "date": str(day), "representation": levels})
    else:
        print_lines(render_representation(found, speech, day))
