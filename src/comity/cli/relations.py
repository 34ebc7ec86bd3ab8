"""``comity relations NAME --as-of DATE``: with whom a party has relations on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import click

from comity.cli.party_names import read_party
from comity.cli.shared import (
    date_option,
    json_option,
    known_option,
    language_option,
    print_lines,
    register_option,
    say,
    write_json,
)
from comity.model.when import When

ANSWERS = ("yes", "no", "not recorded")


@click.command("relations", short_help="With whom a party has relations on a day: yes, no, not recorded.")
@click.argument("name")
@date_option("--as-of", "A day, month or year; today, if none is given.")
@click.option("--only", type=click.Choice(ANSWERS), help="Only partners with this answer.")
@known_option
@register_option
@language_option
@json_option
def command(
    *,
    name: str,
    as_of: When | None,
    only: str | None,
    as_known_on: When | None,
    place: str,
    language: str,
    as_json: bool,
) -> None:
    """Say with whom a party has diplomatic relations on a day: yes, no, or not recorded – which is not no."""
    from comity.parties.registry import load_registry
    from comity.register import open_register
    from comity.views.answers import relations_as_of
    from comity.views.sentences import load_speech
    from comity.views.text import render_answers

    day = as_of or When.parse(datetime.now(UTC).date().isoformat())
    speech = load_speech(load_registry(), language)
    with open_register(place) as kept:
        register = kept if as_known_on is None else kept.as_known_on(as_known_on)
        answer = relations_as_of(register, read_party(name, when=day), day, speech)
    counts = {one: sum(partner.answer == one for partner in answer.answers) for one in ANSWERS}
    if only:
        answer = replace(answer, answers=tuple(partner for partner in answer.answers if partner.answer == only))
    if as_json:
        write_json(answer.to_json())
    else:
        print_lines(render_answers(answer, speech))
    say(", ".join(f"{one}: {count}" for one, count in counts.items()))
