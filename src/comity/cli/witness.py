"""``comity witness FILE…``: what a second witness proposes and comity's own readers bear out. Off unless called."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import click

from comity.cli.shared import paths_argument


@click.command("witness", short_help="Claims that a language model of yours proposes, where the text bears them out.")
@paths_argument
@click.option("--url", envvar="COMITY_WITNESS_URL", required=True, show_envvar=True, help="http://localhost:8080/v1")
@click.option("--model", envvar="COMITY_WITNESS_MODEL", required=True, show_envvar=True, help="The model's name.")
@click.option("--key", envvar="COMITY_WITNESS_KEY", default="", help="The key, better given as COMITY_WITNESS_KEY.")
@click.option("--seconds", type=click.FloatRange(min=0.1), default=120.0, show_default=True, help="Wait so long.")
@click.pass_context
def command(ctx: click.Context, *, paths: tuple[Path, ...], url: str, model: str, key: str, seconds: float) -> None:
    """Print, as JSON Lines, the claims that a model at an OpenAI-compatible endpoint proposes and that hold.

    A proposal counts only if its quote stands to the letter in the document and its parties, dates, cities and numbers
    are found there by comity itself; its `origin` is the model, so that `comity evaluate --by origin` compares it.
    What is refused is told on stderr. Documents leave this machine for the address given, and for no other. Nothing
    else in comity asks a model. Ends with 5 if something could not be read or was not answered.
    """
    from comity.cli.endpoint import Endpoint
    from comity.cli.extract import print_claims
    from comity.model.issue import Issue
    from comity.pipeline import survey
    from comity.witness import propose_claims

    if not url.startswith(("http://", "https://")):
        raise click.BadParameter(f"{url!r} is no address: it begins with http:// or https://", param_hint="--url")
    endpoint = Endpoint(url=url, model=model, key=key, seconds=seconds)
    origin = f"witness:{model}"
    proposed = (
        [one] if isinstance(one, Issue) else propose_claims(*one, endpoint.ask, origin=origin) for one in survey(paths)
    )
    ctx.exit(print_claims(chain.from_iterable(proposed)))
