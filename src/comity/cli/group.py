"""The command ``comity``: its verbs, imported when they are called, and what each kind of error ends with."""

from __future__ import annotations

import errno
import io
import sys
from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import NoReturn

import click

from comity import __version__
from comity.errors import ComityError

VERBS: Mapping[str, str] = MappingProxyType(
    {
        "build": "Read files and folders into a register; only what is new or changed is read.",
        "extract": "Print the claims of files as JSON Lines, touching no register.",
        "explain": "How sentences are read: what was found, tried, claimed and dropped, and why.",
        "evaluate": "How right claims are, beside labels: precision, recall, each miss and error.",
        "witness": "Claims that a language model of yours proposes, where the text bears them out.",
        "show": "Show one party, or what two parties have with each other.",
        "relations": "With whom a party has relations on a day: yes, no, not recorded.",
        "representation": "At which level states were represented in each other on a day.",
        "sides": "What two states' own documents say of each other, compared.",
        "sources": "Each document's declared kind of source, and how often it agrees with others.",
        "why": "The claims behind a fact, their quotes, and why this value was chosen.",
        "conflicts": "Facts on which documents disagree, with each side.",
        "rows": "Table rows whose party is missing, with candidates and reasons.",
        "repair": "Write a document's damaged tables out again, names restored.",
        "judge": "Decide: accept, reject, correct, name a row; what to review; undo.",
        "issues": "What could not be read, as a work list.",
        "parties": "The parties that exist, today or on a day.",
        "party": "One party: names, codes, years, what came before and after it.",
        "who": "Which party a name means, in any language, on a day.",
        "serve": "Show the register as pages in the browser, on this machine only.",
    }
)
_HELP = """\
Documents about relations between states, read into a register of dated, quoted facts.

\b
comity build examples                      read a folder into register.comity.db
comity show Kazakhstan 土耳其              what two parties have with each other
comity relations KAZ --as-of 1993-01-01    with whom it had relations that day

Exit codes: 0 done, 2 wrong use, 3 unknown party or id, 4 the register, 5 something could not be read,
6 a floor is sunk.
"""
BUG = 70
STOPPED = 130


class Verbs(click.Group):
    """A group that knows its verbs by name and imports one only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        command = import_module(f"comity.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Verbs"):
            formatter.write_dl(list(VERBS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            raise click.UsageError(f"no verb {args[0]!r}.{_nearest_verb(args[0])}", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except ComityError as fault:
            _end(ctx, str(fault), fault.exit_code)
        except KeyboardInterrupt:
            click.echo("stopped; what was recorded stays recorded", err=True)
            ctx.exit(STOPPED)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except OSError as fault:
            if fault.errno == errno.EPIPE:  # the reader of a pipe went away: click ends quietly
                raise
            _end(ctx, str(fault), 1)
        except Exception:
            import traceback

            traceback.print_exc()
            _end(ctx, "this is a fault of comity: please report it with the lines above", BUG)


def _end(ctx: click.Context, message: str, exit_code: int) -> NoReturn:
    click.echo(f"Error: {message}", err=True)
    ctx.exit(exit_code)


def _nearest_verb(word: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, VERBS, n=1)
    return f" Did you mean {near[0]!r}?" if near else " `comity --help` lists them."


@click.group(
    cls=Verbs, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}, help=_HELP
)
@click.version_option(__version__, message="comity %(version)s")
@click.pass_context
def comity(ctx: click.Context) -> None:
    """Nothing; without a verb, the help is printed."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
