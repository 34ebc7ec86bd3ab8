"""``comity extract FILE…``: claims as JSON Lines, in order of place; issues as words."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import click

from comity.cli.shared import NOT_ALL_READ, paths_argument, say, workers_option
from comity.model.claim import Claim, to_json
from comity.model.issue import Issue, Severity


@click.command("extract", short_help="Print the claims of files as JSON Lines, touching no register.")
@paths_argument
@workers_option
@click.pass_context
def command(ctx: click.Context, *, paths: tuple[Path, ...], workers: int) -> None:
    """Print the claims of these files (and folders of files) as JSON Lines, in order of place, touching no register.

    Issues are told on stderr. Ends with 5 if something could not be read.
    """
    from comity.pipeline import extract

    ctx.exit(print_claims(extract(paths, workers=workers)))


def print_claims(found: Iterable[Claim | Issue]) -> int:
    """The exit code, after each claim stands on stdout as a line of JSON, and each issue as words on stderr."""
    unread = False
    for one in found:
        if isinstance(one, Issue):
            say(issue_line(one))
            unread = unread or one.severity is Severity.ERROR
        else:
            click.echo(json.dumps(to_json(one), ensure_ascii=False))
    return NOT_ALL_READ if unread else 0


def issue_line(issue: Issue) -> str:
    """The issue in a line: ``papers/x.txt:12-30: warning: row-without-party: …``."""
    place = issue.place if issue.start is None else f"{issue.place}:{issue.start}-{issue.end}"
    return f"{place}: {issue.severity.value}: {issue.code}: {issue.message}"
