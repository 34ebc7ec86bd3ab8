"""``comity sources``: what kind of source each document is, and how often it agrees with others."""

from __future__ import annotations

import click

from comity.cli.shared import json_option, print_lines, register_option, say, write_json


@click.command("sources", short_help="Each document's declared kind of source, and how often it agrees with others.")
@register_option
@json_option
def command(*, place: str, as_json: bool) -> None:
    """List the documents as sources: the declared kind, and how often others that tell the same agree."""
    from comity.register import open_register
    from comity.views.sources import iter_sources

    with open_register(place) as register:
        found = list(iter_sources(register))
    if as_json:
        write_json({"sources": [one.to_json() for one in found]})
        return
    for one in found:
        share = "" if one.estimate is None else f"{one.estimate:.0%}"
        copy = f" (copy of {one.copy_of})" if one.copy_of else ""
        print_lines([f"{share:>4}  {one.agreed:4} / {one.agreed + one.clashed:<4} {one.kind:16} {one.document}{copy}"])
    say(f"{len(found)} documents")
