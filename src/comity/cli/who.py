"""``comity who NAME``: the parties a name may mean."""

from __future__ import annotations

import click

from comity.cli.party_names import unknown_party
from comity.cli.shared import date_option, json_option, write_json
from comity.model.when import When


@click.command("who", short_help="Which party a name means, in any language, on a day.")
@click.argument("name")
@date_option("--on", "What the name meant on this day.")
@click.option("--language", help="The language of the name, as a code (en, zh, tr …).")
@json_option
def command(*, name: str, on: When | None, language: str | None, as_json: bool) -> None:
    """List the parties that a name may mean, best first, each with its score and the reasons for it."""
    from comity.views.parties import find_who, render_who

    answer = find_who(name, language=language, when=on)
    if not answer.candidates:
        raise unknown_party(name)
    if as_json:
        write_json(answer.to_json())
    else:
        click.echo(render_who(answer))
