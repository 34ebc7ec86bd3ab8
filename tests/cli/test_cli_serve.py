"""Serving: the address on stdout, this machine only, another port where the one asked for is taken."""

from __future__ import annotations

import re
import socket
import sys
from pathlib import Path
from types import ModuleType

import pytest
import uvicorn
from click.testing import CliRunner

from comity.cli.group import comity
from comity.register import open_register


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "world.comity.db"
    open_register(place, write=True).close()
    return place


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Where the pages would have been served: the server itself is not started."""
    addresses: list[tuple[str, int]] = []
    pages = ModuleType("comity.web")
    pages.__dict__["create_app"] = lambda place, hosts: place
    monkeypatch.setitem(sys.modules, "comity.web", pages)
    monkeypatch.setattr(
        uvicorn.Server, "run", lambda server, sockets: addresses.extend(one.getsockname() for one in sockets)
    )
    return addresses


def test_the_address_is_printed_and_only_this_machine_is_served(place: Path, served: list[tuple[str, int]]) -> None:
    said = CliRunner().invoke(comity, ["serve", "--register", str(place), "--port", "0"])
    assert said.exit_code == 0, said.stderr
    found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/\n", said.stdout)
    assert found
    assert served == [("127.0.0.1", int(found[1]))]


def test_where_the_port_is_taken_another_is_used(place: Path, served: list[tuple[str, int]]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = CliRunner().invoke(comity, ["serve", "--register", str(place), "--port", str(port)])
    assert said.exit_code == 0
    assert f"port {port} is taken" in said.stderr
    assert served[0][1] != port


def test_without_a_register_nothing_is_served(tmp_path: Path, served: list[tuple[str, int]]) -> None:
    said = CliRunner().invoke(comity, ["serve", "--register", str(tmp_path / "none.db")])
    assert said.exit_code == 4
    assert served == []
