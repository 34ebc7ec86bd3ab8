"""The pages of the small world, asked as a browser on this machine asks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from web_world import make_register

from comity.web import create_app


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_register(tmp_path_factory.mktemp("web") / "world.comity.db")


@pytest.fixture(scope="session")
def client(place: Path) -> Iterator[TestClient]:
    with TestClient(create_app(place), base_url="http://localhost:8042", follow_redirects=False) as client:
        yield client
