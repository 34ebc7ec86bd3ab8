"""The pages in a real browser, where there is one: hostile text does nothing, the style is applied, the quote is marked."""

from __future__ import annotations

import re
import shutil
import socket
import struct
import subprocess
import sys
import threading
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
import uvicorn

from comity.web import create_app
from comity.web.rendering import STYLE

sys.path.insert(0, str(Path(__file__).parents[1] / "web"))
from web_world import HOSTILE_ID, make_register

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    place = make_register(tmp_path_factory.mktemp("browser") / "world.db")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(create_app(place), log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(10)


@pytest.fixture
def browse(tmp_path: Path) -> Callable[..., str]:
    """What the browser holds after it has read a page, its own words of complaint with it."""

    def browse(url: str, *options: str) -> tuple[str, str]:
        command = [str(CHROMIUM), *QUIET, f"--user-data-dir={tmp_path}", "--enable-logging=stderr", *options, url]
        done = subprocess.run(command, capture_output=True, timeout=120, check=True)
        return done.stdout.decode(), done.stderr.decode()

    return browse


@pytest.mark.parametrize("path", ["/", "/pair/BOL/PER", "/issues", f"/document/{quote(HOSTILE_ID, safe='')}"])
def test_hostile_text_makes_no_element_and_breaks_no_rule(address: str, browse, path: str) -> None:
    page, said = browse(address + path, "--dump-dom")
    assert "<h1" in page and "</main>" in page
    for sign in ("<script", "<svg", "<img"):
        assert sign not in page
    assert "CONSOLE" not in said, said


def first_pixel(picture: Path) -> tuple[int, ...]:
    """The colour of a PNG's first pixel: whatever the row's filter, it has no neighbour and stands as it is."""
    data, found, place = picture.read_bytes(), b"", 8
    while place < len(data):
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        found += data[place + 8 : place + 8 + length] if kind == b"IDAT" else b""
        place += length + 12
    return tuple(zlib.decompress(found)[1:4])


@pytest.mark.parametrize("size", ["500,800", "1280,800"])
def test_a_page_is_drawn_in_its_style(address: str, browse, tmp_path: Path, size: str) -> None:
    picture = tmp_path / "page.png"
    browse(f"{address}/document/peru-chile?at=0-14", f"--window-size={size}", f"--screenshot={picture}")
    paper = re.search(r"--paper: #([0-9a-f]{6})", STYLE.read_text("utf-8"))
    assert paper
    assert first_pixel(picture) == tuple(bytes.fromhex(paper[1]))
