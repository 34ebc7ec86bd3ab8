"""``comity explain FILE[:LINE]``: how sentences are read, for those who write packs."""

from __future__ import annotations

from pathlib import Path

import click

from comity.cli.shared import NOT_ALL_READ, json_option, language_option, print_lines, say, write_json


@click.command("explain", short_help="How sentences are read: what was found, tried, claimed and dropped, and why.")
@click.argument("place", metavar="FILE[:LINE]")
@click.option("--html", "as_page", is_flag=True, help="Print a page for a browser instead of text.")
@language_option
@json_option
@click.pass_context
def command(ctx: click.Context, *, place: str, as_page: bool, language: str, as_json: bool) -> None:
    """Show how each sentence and row of a file is read: what it mentions, what was tried, what was claimed and dropped.

    With :LINE only what stands on that line of the file, counted from 1. Ends with 5 if something could not be read.
    """
    from comity.cli.extract import issue_line
    from comity.model.issue import Issue, Severity
    from comity.packs.interface import load_interface
    from comity.pipeline import watch
    from comity.views.explain import explain_reading, render_explanations

    path, line = _split(place)
    words = load_interface(language)
    seen = list(watch([path]))
    issues = [one for one in seen if isinstance(one, Issue)]
    explained = list(explain_reading((one for one in seen if not isinstance(one, Issue)), words, line=line))
    for issue in issues:
        say(issue_line(issue))
    if as_json:
        write_json({"explanations": [one.to_json() for one in explained]})
    elif as_page:
        from comity.web.reading import render_reading

        click.echo(render_reading(path.name, explained, language=language))
    else:
        print_lines(render_explanations(explained, words))
    ctx.exit(NOT_ALL_READ if any(one.severity is Severity.ERROR for one in issues) else 0)


def _split(place: str) -> tuple[Path, int | None]:
    """The file and the line; a file whose own name ends in a colon and digits is taken as it is."""
    if Path(place).exists():
        return Path(place), None
    name, colon, number = place.rpartition(":")
    if not colon or not number.isdecimal() or not Path(name).is_file():
        raise click.BadParameter(f"no file {place!r}: write FILE or FILE:LINE")
    return Path(name), int(number)
