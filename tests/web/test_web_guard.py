"""The wall: hosts, headers, writes, faults; a refusal tells nothing of what was asked or of what broke."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from web_world import make_register

import comity.web.pages as pages_room
from comity.web import create_app
from comity.web.guard import HEADERS, Guard, host_of

PROBE = "zq8probe"


@pytest.mark.parametrize("host", ["localhost", "localhost:8042", "127.0.0.1:1", "[::1]:8042", "LOCALHOST"])
def test_this_machine_is_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8042",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "",
        "10.0.0.7",
        "localhost:x",
    ],
)
def test_other_hosts_are_refused(client: TestClient, host: str) -> None:
    answer = client.get("/api/v1/states", headers={"Host": host})
    assert answer.status_code == 400
    assert "evil" not in answer.text
    assert answer.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]


def test_named_hosts_and_plain_addresses_are_answered_where_they_were_asked_for() -> None:
    async def nothing(scope, receive, send):  # the guard alone is asked
        raise AssertionError

    assert Guard(nothing, {"archive.local"}).answers_to("Archive.local:8042")
    assert not Guard(nothing, {"archive.local"}).answers_to("10.0.0.7")
    everywhere = Guard(nothing, {"0.0.0.0"})
    assert everywhere.answers_to("10.0.0.7:8042")
    assert not everywhere.answers_to("evil.example")
    assert host_of("[::1]:80") == "::1"


@pytest.mark.parametrize("path", ["/", "/state/PER", "/nope", "/api/v1/states", "/api/v1/nope", "/static/comity.css"])
def test_every_answer_forbids_scripts_frames_and_guessing(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    for part in (
        "default-src 'self'",
        "script-src 'none'",
        "frame-ancestors 'none'",
        "object-src 'none'",
        "base-uri 'none'",
    ):
        assert part in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("path", ["/", "/fact/1", "/api/v1/states", "/api/v1/facts/1"])
def test_nothing_can_be_written(client: TestClient, method: str, path: str) -> None:
    answer = client.request(method, path)
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]


def test_asking_changes_no_byte_of_the_register(tmp_path: Path) -> None:
    place = make_register(tmp_path / "world.db")
    before = place.read_bytes()
    with TestClient(create_app(place), base_url="http://localhost") as client:
        for path in ("/", "/state/PER", "/pair/PER/CHL", "/conflicts", "/api/v1/documents"):
            assert client.get(path).status_code == 200
    assert place.read_bytes() == before


@pytest.mark.parametrize(
    "path",
    [
        f"/{PROBE}",
        f"/state/{PROBE}",
        f"/pair/PER/{PROBE}",
        f"/fact/{PROBE}",
        f"/document/{PROBE}",
        f"/document/..%2f..%2f{PROBE}",
        f"/state/PER?as_of={PROBE}",
        f"/conflicts?next={PROBE}",
        f"/api/v1/{PROBE}",
        f"/api/v1/states/{PROBE}",
        f"/api/v1/facts/{PROBE}",
        f"/api/v1/documents/{PROBE}",
        f"/api/v1/states?{PROBE}=1",
        f"/api/v1/states?limit={PROBE}",
        f"/api/v1/states?language={PROBE}",
        f"/api/v1/relations/PER?as_of={PROBE}",
        f"/api/v1/facts?type={PROBE}",
        f"/static/{PROBE}.css",
    ],
)
def test_refusals_repeat_nothing(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (400, 404)
    assert PROBE not in answer.text
    assert "/secret/" not in answer.text


@pytest.mark.parametrize(
    "path", ["/document/%2e%2e%2fpyproject.toml", "/static/..%2fapp.py", "/static/%2e%2e/app.py", "/document/%00"]
)
def test_ids_are_not_paths(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "create_app" not in answer.text


def test_a_fault_of_the_program_is_told_to_the_log_only(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object, **__: object) -> None:
        raise ValueError("the secret of the house")

    monkeypatch.setattr(pages_room, "work_list", break_down)
    answer = client.get("/issues")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert answer.headers["content-security-policy"]
    assert re.search(r"<h1>[^<]+</h1>", answer.text)


def test_a_register_that_goes_away_is_told_and_comes_back(tmp_path: Path) -> None:
    place = make_register(tmp_path / "world.db")
    away = tmp_path / "away.db"
    with TestClient(create_app(place), base_url="http://localhost") as client:
        shutil.move(place, away)
        gone = client.get("/api/v1/states")
        assert gone.status_code == 503
        assert gone.headers["content-type"] == "application/problem+json"
        assert str(tmp_path) not in gone.text
        assert client.get("/").status_code == 503
        shutil.move(away, place)
        assert json.loads(client.get("/api/v1/states").text)["items"]
