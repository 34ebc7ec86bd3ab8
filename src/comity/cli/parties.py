"""``comity parties``: the parties that exist on a day."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from comity.cli.shared import date_option, json_option, say, write_json
from comity.model.when import When


@click.command("parties", short_help="The parties that exist, today or on a day.")
@date_option("--on", "A day, month or year; today, if none is given.")
@click.option("--language", default="en", show_default=True, help="The language of the names.")
@click.option("--checked", is_flag=True, help="How much of each data file was compared with a second source.")
@json_option
def command(*, on: When | None, language: str, checked: bool, as_json: bool) -> None:
    """List the parties that could have relations on a day, by their ids."""
    if checked:
        _say_checked(as_json=as_json)
        return
    from comity.views.parties import list_parties, render_parties

    today = datetime.now(UTC).date()
    listed = list_parties(on or When.parse(today.isoformat()), language)
    if as_json:
        write_json(listed.to_json())
        return
    click.echo(render_parties(listed))
    say(f"{len(listed.parties)} parties on {listed.on}")


def _say_checked(*, as_json: bool) -> None:
    from comity.packs.checked import iter_checked
    from comity.views.checked import checked_json, render_checked

    if as_json:
        write_json(checked_json(iter_checked()))
    else:
        click.echo(render_checked(iter_checked()))
