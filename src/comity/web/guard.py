"""The wall around the pages: only known hosts are answered, every answer forbids scripts, frames and foreign things."""

from __future__ import annotations

from collections.abc import Collection
from ipaddress import ip_address

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'none'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "frame-src 'none'",
        "object-src 'none'",
        "base-uri 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class Guard:
    """An application behind the wall.

    A page elsewhere can make its own name point at this machine (DNS rebinding) and read what is served here; its
    requests carry its name, so a name that was not asked for is refused. ``hosts`` are further names to answer to;
    with ``0.0.0.0`` or ``::`` among them every plain address is, because a rebound name is never one.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str] = ()) -> None:
        self.app = app
        self.hosts = LOOPBACK | {host.lower() for host in hosts}
        self.any_address = bool({"0.0.0.0", "::"} & self.hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Nothing; the request is answered, or refused."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        names = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        if len(names) == 1 and self.answers_to(names[0]):
            await self.app(scope, receive, send_guarded)
        else:
            refused = PlainTextResponse("This host name is not served here.\n", status_code=400)
            await refused(scope, receive, send_guarded)

    def answers_to(self, header: str) -> bool:
        """Whether a request with this Host is answered: ``localhost:8042`` is, ``evil.example`` is not."""
        host = host_of(header)
        return host in self.hosts or (self.any_address and _is_address(host))


def host_of(header: str) -> str:
    """The host of a Host header without its port, in lower case; empty where it is none."""
    text = header.strip().lower()
    if text.startswith("["):
        host, bracket, port = text[1:].partition("]")
        port = port.removeprefix(":") if bracket else "?"
    else:
        host, _, port = text.partition(":")
    return host if not port or (port.isascii() and port.isdigit()) else ""


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
