"""``comity repair``: a damaged table written out again, its names restored."""

from __future__ import annotations

from pathlib import Path

import click

from comity.cli.shared import json_option, register_option, say, write_json
from comity.errors import UsageError


@click.command("repair", short_help="Write a document's damaged tables out again, names restored.")
@click.argument("document")
@click.option(
    "--with",
    "others",
    multiple=True,
    metavar="PATH",
    type=click.Path(exists=True, path_type=Path),
    help="Another file or folder that may tell who the rows are (with a file as DOCUMENT; may be given again).",
)
@click.option(
    "--judgements",
    "decided",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Persons' decisions on its rows (with a file as DOCUMENT; a register has its own).",
)
@register_option
@json_option
def command(*, document: str, others: tuple[Path, ...], decided: Path | None, place: str, as_json: bool) -> None:
    """Write the tables of DOCUMENT that lost their parties out again, in its own language and form.

    DOCUMENT is the id of a document in the register, or a file, which is read on the spot with what --with names. A
    name that the row's own words give is marked ✓, one that was worked out carries its share ("Türkiye (98 %)"), a
    likely one a question mark; an open row is "?". The reasons stand in `comity rows` and in --json.
    """
    from comity.parties.registry import load_registry
    from comity.views.repair import repair_document
    from comity.views.repaired import render_repaired

    if others or Path(document).is_file():
        from comity.pipeline import read_together
        from comity.register.judgement_file import load_judgements

        found = read_together([document, *others], load_judgements(decided) if decided else ())
        kept = found.documents[found.first]
        claims, missing = found.claims_of(kept.id), {row.claim: row for row in found.reconciled.missing}
    elif decided:
        raise UsageError("--judgements goes with a file; `comity judge import` takes them into a register")
    else:
        from comity.register import open_register

        with open_register(place) as register:
            kept = register.get_document(document)
            claims = list(register.iter_claims(document=kept.id))
            missing = dict(register.find_missing([claim.id for claim in claims]))
    registry = load_registry()
    tables = list(repair_document(kept, claims, missing, lambda one: registry.name(one, kept.language.value)))
    rows = [row.restored for table in tables for row in table.rows if row.restored is not None]
    if as_json:
        write_json({"document": kept.id, "tables": [table.to_json() for table in tables]})
        return
    for line in render_repaired(tables, kept.source.media_type):
        click.echo(line)
    sure = sum(row.state in ("named", "settled", "together") for row in rows)
    say(f"{len(rows)} rows had lost their party; {sure} of them are restored")
