"""``comity show NAME [NAME]``: one party's overview, or the dossier of two."""

from __future__ import annotations

import click

from comity.cli.party_names import read_party
from comity.cli.shared import json_option, known_option, language_option, print_lines, register_option, write_json
from comity.errors import UsageError
from comity.model.when import When


@click.command("show", short_help="Show one party, or what two parties have with each other.")
@click.argument("names", metavar="NAME [NAME]", nargs=-1, required=True)
@known_option
@register_option
@language_option
@json_option
def command(*, names: tuple[str, ...], as_known_on: When | None, place: str, language: str, as_json: bool) -> None:
    """Show one party, or what two parties have with each other: each line with its date, standing and source.

    Parties are named by their ids (KAZ TUR) or by a name in any language (哈萨克斯坦 Türkiye).
    """
    from comity.parties.registry import load_registry
    from comity.register import open_register
    from comity.views.dossier import show_pair
    from comity.views.overview import show_party
    from comity.views.sentences import load_speech
    from comity.views.text import render_pair, render_party

    with open_register(place) as kept:
        register = kept if as_known_on is None else kept.as_known_on(as_known_on)
        parties = [read_party(name) for name in names]
        speech = load_speech(load_registry(), language)
        if len(parties) == 1:
            overview = show_party(register, parties[0], speech)
            write_json(overview.to_json()) if as_json else print_lines(render_party(overview, speech))
        elif len(parties) == 2 and parties[0] != parties[1]:
            dossier = show_pair(register, parties[0], parties[1], speech)
            write_json(dossier.to_json()) if as_json else print_lines(render_pair(dossier, speech))
        else:
            raise UsageError("show takes one party, or two different ones; a name of two words needs quotes")
