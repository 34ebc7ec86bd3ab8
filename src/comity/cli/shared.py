"""What the verbs have in common: the options for a register and for JSON, and how data and words are printed."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TextIO, TypeVar

import click

from comity.errors import ModelError
from comity.model.when import When

Verb = TypeVar("Verb", bound=Callable[..., None])

DEFAULT_REGISTER = "register.comity.db"
NOT_ALL_READ = 5
FLOOR_SUNK = 6


def register_option(verb: Verb) -> Verb:
    """The verb with ``--register FILE``, which the environment's COMITY_REGISTER stands in for."""
    return click.option(
        "--register",
        "place",
        metavar="FILE",
        default=DEFAULT_REGISTER,
        envvar="COMITY_REGISTER",
        show_default=True,
        show_envvar=True,
        help="The register's file.",
    )(verb)


def json_option(verb: Verb) -> Verb:
    """The verb with ``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")(verb)


def paths_argument(verb: Verb) -> Verb:
    """The verb with one or more files or folders, which must be there."""
    kind = click.Path(exists=True, path_type=Path)
    return click.argument("paths", metavar="PATH…", nargs=-1, required=True, type=kind)(verb)


def workers_option(verb: Verb) -> Verb:
    """The verb with ``--workers N``."""
    return click.option(
        "--workers",
        type=click.IntRange(min=1),
        default=1,
        show_default=True,
        help="Read with this many processes; the result is the same with any number.",
    )(verb)


def write_json(value: Mapping[str, object]) -> None:
    """Nothing; the value stands on stdout, letters as they are."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def print_lines(lines: Iterable[str]) -> None:
    """Nothing; the lines stand on stdout, on a terminal those that are headings (not set in) in bold."""
    coloured = wants_colour()
    for line in lines:
        heading = coloured and line and not line.startswith(" ")
        click.echo(click.style(line, bold=True) if heading else line, color=coloured)


def say(words: str) -> None:
    """Nothing; the words stand on stderr."""
    click.echo(words, err=True)


def wants_colour(stream: TextIO | None = None) -> bool:
    """Whether this stream (stdout) is to be coloured: a terminal, and nobody objects (NO_COLOR, TERM=dumb)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    if os.environ.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        return True
    return (stream or sys.stdout).isatty()


def date_option(flag: str, purpose: str) -> Callable[[Verb], Verb]:
    """The verb with this option, whose value is a `When`: a day, month, year, or a longer time."""
    return click.option(flag, metavar="DATE", callback=_read_date, help=purpose)


def known_option(verb: Verb) -> Verb:
    """The verb with ``--as-known-on DATE``: what the register held at the end of that day, not what it holds now."""
    purpose = "What the register held at the end of that day; now, if none is given."
    return date_option("--as-known-on", purpose)(verb)


def _read_date(ctx: click.Context, param: click.Parameter, value: str | None) -> When | None:
    try:
        return None if value is None else When.parse(value)
    except ModelError:
        raise click.BadParameter(f"{value!r} is no date: write 1992-03-02, 1992-03 or 1992") from None


def language_option(verb: Verb) -> Verb:
    """The verb with ``--language xx``, which the environment's COMITY_LANGUAGE stands in for."""
    return click.option(
        "--language",
        default="en",
        envvar="COMITY_LANGUAGE",
        show_default=True,
        show_envvar=True,
        help="The language of the answer, as a code: en, tr, zh.",
    )(verb)
