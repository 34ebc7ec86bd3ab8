"""A second witness: what holds is kept with its origin, what is invented, malformed or hostile is refused and told."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from comity.cli.group import comity

SENTENCE = "Kazakhstan and Ukraine established diplomatic relations on 22 July 1992."
VISIT = "Serbian President Tomislav Nikolić visited Astana in August 2015."
STORY = f"Notes on Kazakhstan\n\n{SENTENCE} {VISIT}\n"
RELATIONS = {
    "type": "relations",
    "parties": ["KAZ", "UKR"],
    "event": "established",
    "date": "1992-07-22",
    "quote": SENTENCE,
}


class Stub(BaseHTTPRequestHandler):
    """Speaks the protocol and says what the test wants said; remembers what it was asked."""

    said: bytes = b""
    status = 200
    asked: list[dict[str, object]]
    keys: list[str | None]

    def do_POST(self) -> None:
        size = int(self.headers["Content-Length"])
        type(self).asked.append(json.loads(self.rfile.read(size)))
        type(self).keys.append(self.headers["Authorization"])
        self.send_response(self.status)
        self.end_headers()
        self.wfile.write(self.said)

    def log_message(self, *_: object) -> None:
        """Nothing: a test is silent."""


@pytest.fixture
def stub() -> Iterator[type[Stub]]:
    kind = type("Spoken", (Stub,), {"asked": [], "keys": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), kind)
    kind.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield kind
    server.shutdown()
    server.server_close()


@pytest.fixture
def story(tmp_path: Path) -> Path:
    place = tmp_path / "story.txt"
    place.write_text(STORY, encoding="utf-8")
    return place


def answer(stub: type[Stub], content: object) -> None:
    words = content if isinstance(content, str) else json.dumps(content)
    stub.said = json.dumps({"choices": [{"message": {"role": "assistant", "content": words}}]}).encode()


def run(stub: type[Stub], story: Path, *words: str) -> Result:
    return CliRunner().invoke(comity, ["witness", str(story), "--url", stub.url, "--model", "m", *words])


def claims(done: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_proposal_that_its_words_bear_out_is_a_claim_with_its_origin(stub, story) -> None:
    answer(stub, {"claims": [RELATIONS]})
    done = run(stub, story)
    (claim,) = claims(done)
    assert done.exit_code == 0
    assert (claim["origin"], claim["date"]) == ("witness:m", "1992-07-22")
    spot = claim["evidence"]
    assert STORY[spot["start"] : spot["end"]] == SENTENCE == spot["quote"]
    (asked,) = stub.asked
    assert asked["temperature"] == 0
    assert SENTENCE in asked["messages"][1]["content"]


def test_a_bare_list_is_read_and_offsets_are_never_believed(stub, story) -> None:
    lie = {"evidence": {"document": "other", "start": 0, "end": 3, "quote": "Not"}, "origin": "comity"}
    answer(stub, [RELATIONS | lie])
    (claim,) = claims(run(stub, story))
    assert claim["evidence"]["document"] == "story"
    assert claim["origin"] == "witness:m"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"quote": "Kazakhstan and Ukraine set up relations."}, "does not stand in the passage"),
        ({"quote": ""}, "a quote is wanted"),
        ({"parties": ["KAZ", "RUS"]}, "RUS is not named"),
        ({"date": "1992-07-23"}, "no date of the quote"),
        ({"date": "1992-07-22/1999"}, "no date of the quote"),
        ({"date": "yesterday"}, "proposal 1"),
        ({"event": "celebrated"}, "is no event of relations"),
        ({"type": "friendship"}, "no claim type"),
        ({"modality": "perhaps"}, "no modality"),
        ({"loves": True, "parties": 7}, "proposal 1"),
    ],
)
def test_what_the_words_do_not_bear_out_is_refused_and_told(stub, story, change, why) -> None:
    answer(stub, {"claims": [RELATIONS | change]})
    done = run(stub, story)
    assert (done.stdout, done.exit_code) == ("", 0)
    assert "witness-refused" in done.stderr
    assert why in done.stderr


def test_persons_stand_to_the_letter_and_cities_are_found(stub, story) -> None:
    visit = {
        "type": "visit",
        "visitor": "SRB",
        "host": "KAZ",
        "office": "head-of-state",
        "date": "2015-08",
        "quote": VISIT,
    }
    good = visit | {"person": "Tomislav Nikolić", "places": ["Astana"]}
    answer(stub, [good, visit | {"person": "T. Nikolic"}, visit | {"places": ["Almaty"]}])
    done = run(stub, story)
    assert [one["person"] for one in claims(done)] == ["Tomislav Nikolić"]
    assert "does not stand in the quote" in done.stderr
    assert "Almaty is no city of the quote" in done.stderr


@pytest.mark.parametrize(
    "content", ["", "I cannot do that.", '{"claims": 7}', '{"claims": {}}', "[" * 100_000, "null", '"x"']
)
def test_a_malformed_answer_costs_only_itself(stub, story, content) -> None:
    answer(stub, content)
    done = run(stub, story)
    assert (done.stdout, done.exit_code) == ("", 0)
    assert "witness-malformed" in done.stderr


@pytest.mark.parametrize("proposal", [None, 7, "x", [], {"quote": 7}, {"quote": SENTENCE}])
def test_proposals_of_any_shape_are_refused(stub, story, proposal) -> None:
    answer(stub, [proposal, RELATIONS])
    done = run(stub, story)
    assert len(claims(done)) == 1
    assert "witness-refused" in done.stderr


def test_a_flood_of_proposals_is_cut(stub, story) -> None:
    answer(stub, [RELATIONS | {"parties": ["KAZ", "RUS"]}] * 1000)
    done = run(stub, story)
    assert "1000 proposals, of which 200 were looked at" in done.stderr, done.stderr[-600:]


@pytest.mark.parametrize(
    ("said", "status"),
    [(b"", 200), (b"{", 200), (b"{}", 200), (b'{"choices": []}', 200), (b"no", 500), (b"\xff" * 5_000_000, 200)],
)
def test_an_endpoint_out_of_protocol_is_told_with_its_own_code(stub, story, said, status) -> None:
    stub.said, stub.status = said, status
    done = run(stub, story)
    assert (done.stdout, done.exit_code) == ("", 5)
    assert "witness-unanswered" in done.stderr


def test_nobody_there_and_no_address(story) -> None:
    words = ["witness", str(story), "--model", "m", "--url"]
    assert CliRunner().invoke(comity, [*words, "http://127.0.0.1:9/v1"]).exit_code == 5
    assert CliRunner().invoke(comity, [*words, "file:///etc/passwd"]).exit_code == 2


def test_the_key_goes_to_the_address_and_nowhere_else(stub, story, monkeypatch) -> None:
    monkeypatch.setenv("COMITY_WITNESS_KEY", "secret-key")
    answer(stub, [RELATIONS])
    done = run(stub, story)
    assert stub.keys == ["Bearer secret-key"]
    assert "secret-key" not in done.stdout + done.stderr


def test_the_two_witnesses_are_compared_by_origin(stub, story, tmp_path) -> None:
    answer(stub, [RELATIONS])
    own = CliRunner().invoke(comity, ["extract", str(story)]).stdout
    (tmp_path / "claims.jsonl").write_text(own + run(stub, story).stdout, encoding="utf-8")
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels" / "story.jsonl").write_text(run(stub, story).stdout, encoding="utf-8")
    words = ["evaluate", str(tmp_path / "labels"), str(tmp_path / "claims.jsonl"), "--by", "origin"]
    assert "witness:m" in CliRunner().invoke(comity, words).stdout
