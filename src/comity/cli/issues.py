"""``comity issues``: what could not be read, or was read with a loss, as a work list."""

from __future__ import annotations

import click

from comity.cli.shared import json_option, print_lines, register_option, say, write_json
from comity.model.issue import Severity
from comity.register import open_register


@click.command("issues", short_help="What could not be read, as a work list.")
@register_option
@click.option("--severity", type=click.Choice([one.value for one in Severity]), help="Only issues of this severity.")
@click.option("--document", help="Only issues of this document (its id) or file.")
@json_option
def command(*, place: str, severity: str | None, document: str | None, as_json: bool) -> None:
    """List what could not be read, or only with a loss: the gravest first, then what happens most often."""
    from comity.views.issues import work_list
    from comity.views.text import render_issues

    with open_register(place) as register:
        items = [item for item in work_list(register, place=document) if severity in (None, item.severity.value)]
    if as_json:
        write_json({"issues": [item.to_json() for item in items]})
        return
    print_lines(render_issues(items))
    say(f"{sum(len(item.issues) for item in items)} issues")
