"""``comity serve``: the register as pages, on this machine."""

from __future__ import annotations

import socket
from pathlib import Path

import click

from comity.cli.shared import register_option, say


@click.command("serve", short_help="Show the register as pages in the browser, on this machine only.")
@register_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8042, show_default=True, help="0: any free one.")
def command(*, place: str, host: str, port: int) -> None:
    """Show the register as pages in the browser, until Ctrl-C.

    The address is printed on stdout. Where the port is taken, another free one is used.
    """
    import uvicorn

    from comity.register import open_register
    from comity.web import create_app

    open_register(place).close()  # what is wrong with the register is said before anything is served
    with _listen(host, port) as listening:
        click.echo(f"http://{_shown(host)}:{listening.getsockname()[1]}/")
        say("the pages are at this address; Ctrl-C stops them")
        config = uvicorn.Config(create_app(Path(place), hosts=(host,)), log_level="warning", server_header=False)
        uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port))
    except OSError:
        if port == 0:
            raise
        say(f"port {port} is taken: another one is used")
        return socket.create_server((host, 0))


def _shown(host: str) -> str:
    return "127.0.0.1" if host == "0.0.0.0" else host
