"""``comity build PATH…``: files and folders, read into a register."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.cli.shared import (
    NOT_ALL_READ,
    json_option,
    paths_argument,
    register_option,
    say,
    wants_colour,
    workers_option,
    write_json,
)

if TYPE_CHECKING:
    from comity.pipeline import BuildReport, Progress
    from comity.register import Counts


@click.command("build", short_help="Read files and folders into a register; only what is new or changed is read.")
@paths_argument
@register_option
@workers_option
@click.option("--prune", is_flag=True, help="Take out documents of these paths whose files are gone.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
@json_option
@click.pass_context
def command(
    ctx: click.Context, *, paths: tuple[Path, ...], place: str, workers: int, prune: bool, quiet: bool, as_json: bool
) -> None:
    """Read these files and folders into a register; only what is new or changed is read.

    It may be stopped at any moment: what was recorded stays, and the next build goes on from there.
    Ends with 5 if something could not be read (`comity issues` says what).
    """
    from comity.pipeline import build
    from comity.register import open_register

    with open_register(place, write=True) as register, _progress(paths, quiet=quiet) as progress:
        report = build(paths, register, progress=progress, workers=workers, prune=prune)
        counts = register.counts()
    if as_json:
        write_json({"register": place, **asdict(report), "counts": asdict(counts)})
    else:
        say(_told(report, place))
        click.echo(_counted(counts))
    if report.unread:
        say(f"{report.unread} could not be read: `comity issues --severity error` says why")
    ctx.exit(NOT_ALL_READ if report.unread else 0)


def _told(report: BuildReport, place: str) -> str:
    pruned = f", {report.pruned} taken out" if report.pruned else ""
    return f"{place}: {report.read} documents read, {report.unchanged} unchanged{pruned}"


def _counted(counts: Counts) -> str:
    rows = {
        "documents": counts.documents,
        "claims": counts.claims,
        "facts": counts.facts,
        "conflicts": counts.conflicts,
        "rows whose party is missing": counts.missing_rows,
        "  of these still open": counts.open_rows,
        "issues": counts.issues,
    }
    return "\n".join(f"{name:<28}{number:>9,}" for name, number in rows.items())


@contextmanager
def _progress(paths: Sequence[Path], *, quiet: bool) -> Iterator[Progress]:
    """What is told of each document: a bar on a terminal, nothing elsewhere."""
    if quiet or not sys.stderr.isatty():
        yield lambda done, document: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description:<28.28}"), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True, no_color=not wants_colour(sys.stderr))
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("reading", total=sum(map(_count_files, paths)))

        def tell(done: str, document: str) -> None:
            bar.update(task, description=document or "weighing facts", advance=1 if document else 0)

        yield tell


def _count_files(path: Path) -> int:
    return sum(len(files) for _, _, files in os.walk(path)) if path.is_dir() else 1
