"""``comity issues``: what could not be read, or was read with a loss, as a work list."""

from __future__ import annotations

import click

from comity.cli.extract import issue_line
from comity.cli.shared import json_option, register_option, say, write_json
from comity.model.issue import Issue, Severity
from comity.register import open_register

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


@click.command("issues", short_help="What could not be read, as a work list.")
@register_option
@click.option("--severity", type=click.Choice([one.value for one in _ORDER]), help="Only issues of this severity.")
@click.option("--document", help="Only issues of this document (its id) or file.")
@json_option
def command(*, place: str, severity: str | None, document: str | None, as_json: bool) -> None:
    """List what could not be read, or only with a loss: the gravest first."""
    with open_register(place) as register:
        found = [one for one in register.iter_issues(place=document) if severity in (None, one.severity.value)]
    found.sort(key=lambda issue: _ORDER.index(issue.severity))
    if as_json:
        write_json({"issues": [_to_json(issue) for issue in found]})
        return
    for issue in found:
        click.echo(issue_line(issue))
    say(f"{len(found)} issues" if found else "no issues")


def _to_json(issue: Issue) -> dict[str, str | int | None]:
    return {
        "code": issue.code,
        "severity": issue.severity.value,
        "place": issue.place,
        "start": issue.start,
        "end": issue.end,
        "message": issue.message,
    }
