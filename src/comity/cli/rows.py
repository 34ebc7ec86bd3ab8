"""``comity rows``: table rows whose party is missing."""

from __future__ import annotations

import click

from comity.cli.party_names import read_party
from comity.cli.shared import json_option, language_option, print_lines, register_option, say, write_json


@click.command("rows", short_help="Table rows whose party is missing, with candidates and reasons.")
@click.argument("name", required=False)
@click.option("--open", "only_open", is_flag=True, help="Only rows that nothing settles yet.")
@register_option
@language_option
@json_option
def command(*, name: str | None, only_open: bool, place: str, language: str, as_json: bool) -> None:
    """List the table rows whose party is missing (those in lists of NAME, if it is given).

    Each row stands with the party that settles it and why, or with its candidates, best first, and their reasons.
    """
    from comity.parties.registry import load_registry
    from comity.register import open_register
    from comity.views.rows import iter_rows
    from comity.views.sentences import load_speech
    from comity.views.text import render_rows

    with open_register(place) as register:
        known = None if name is None else read_party(name)
        rows = list(iter_rows(register, load_speech(load_registry(), language), known=known))
    if only_open:
        rows = [row for row in rows if row.state != "settled"]
    if as_json:
        write_json({"rows": [row.to_json() for row in rows]})
        return
    print_lines(render_rows(rows))
    say(f"{len(rows)} rows whose party is missing, {sum(row.state != 'settled' for row in rows)} of them open")
