"""``comity party NAME``: one party's card."""

from __future__ import annotations

import click

from comity.cli.party_names import read_party
from comity.cli.shared import date_option, json_option, write_json
from comity.model.when import When


@click.command("party", short_help="One party: names, codes, years, what came before and after it.")
@click.argument("name")
@date_option("--on", "What the name meant on this day.")
@json_option
def command(*, name: str, on: When | None, as_json: bool) -> None:
    """Show one party, by its id or a name in any language: names, codes, phases, what came before and after it."""
    from comity.views.parties import find_card, render_card

    card = find_card(read_party(name, when=on))
    if as_json:
        write_json(card.to_json())
    else:
        click.echo(render_card(card))
