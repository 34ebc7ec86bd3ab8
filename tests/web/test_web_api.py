"""The data interface: the records of the views, in pages, by one table that is also its description."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient
from web_world import HOSTILE, HOSTILE_ID

from comity.parties.registry import load_registry
from comity.register import open_register
from comity.views.conflicts import iter_conflicts
from comity.views.dossier import show_pair
from comity.views.overview import show_party
from comity.views.sentences import load_speech
from comity.views.why import explain_fact
from comity.web.asking import MOST, read_next, write_next
from comity.web.refusals import Refusal
from comity.web.routes import ADDRESSES, ROOT

SAMPLE = {"party": "PER", "one": "PER", "other": "CHL", "document": "peru-chile", "name": "Siam"}


def ask(client: TestClient, path: str, **query: str) -> dict:
    answer = client.get(ROOT + path, params=query)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    return answer.json()


def first_fact(client: TestClient) -> str:
    return ask(client, "/facts")["items"][0]["facts"][0]


def test_the_records_are_those_of_the_views(client: TestClient, place) -> None:
    speech = load_speech(load_registry())
    with open_register(place) as register:
        fact = first_fact(client)
        assert ask(client, "/states/PER") == show_party(register, "PER", speech).to_json()
        assert ask(client, "/pairs/PER/CHL") == show_pair(register, "PER", "CHL", speech).to_json()
        assert ask(client, f"/facts/{fact}") == explain_fact(register, fact, speech).to_json()
        assert ask(client, "/conflicts")["items"] == [one.to_json() for one in iter_conflicts(register, speech)]


def test_names_in_any_language_do_for_ids(client: TestClient) -> None:
    assert ask(client, f"/pairs/{quote('秘鲁')}/{quote('Şili')}") == ask(client, "/pairs/PER/CHL")


def test_three_answers(client: TestClient) -> None:
    found = ask(client, "/relations/PER", as_of="1900-01-01")
    answers = {one["partner"]: one["answer"] for one in found["answers"]}
    assert answers["CHL"] == "yes" and answers["BRA"] == "not recorded"
    only = ask(client, "/relations/PER", as_of="1900-01-01", only="yes")
    assert [one["partner"] for one in only["answers"]] == ["CHL"]


def test_a_document_s_notes_stand_at_their_places(client: TestClient) -> None:
    found = ask(client, f"/documents/{quote(HOSTILE_ID, safe='')}")
    assert found["text"] == HOSTILE, "data is to the letter"
    for note in found["notes"]:
        assert found["text"][note["start"] : note["end"]] == note["quote"]
        assert all(claim["claim"]["evidence"]["quote"] == note["quote"] for claim in note["claims"])
        assert all(claim["facts"] for claim in note["claims"])


def test_lists_come_in_pages_that_join_without_gap_or_double(client: TestClient) -> None:
    whole = ask(client, "/facts", limit=str(MOST))
    assert whole["next"] is None
    pieces, following = [], None
    while True:
        page = client.get(f"{ROOT}/facts", params={"limit": "2"} | ({"next": following} if following else {}))
        pieces += page.json()["items"]
        following = page.json()["next"]
        assert ('rel="next"' in page.headers.get("link", "")) is (following is not None)
        if following is None:
            break
    assert pieces == whole["items"]
    assert len(pieces) > 2


@given(st.integers(min_value=0, max_value=10**9))
def test_next_says_what_was_written(number: int) -> None:
    assert read_next(write_next(number)) == number


@given(st.text(max_size=40))
def test_any_other_next_is_refused_or_its_own(text: str) -> None:
    try:
        number = read_next(text)
    except Refusal as refusal:
        assert refusal.status == 400
    else:
        assert write_next(number) == text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/states?colour=red", 400),
        ("/states?limit=0", 400),
        (f"/states?limit={MOST + 1}", 400),
        ("/states?limit=1&limit=2", 400),
        ("/states?limit=ten", 400),
        ("/states?limit=٣", 400),
        ("/states?next=x", 400),
        ("/states?language=xx", 400),
        ("/relations/PER?as_of=soon", 400),
        ("/relations/PER?only=maybe", 400),
        ("/facts?type=gossip", 400),
        ("/who", 400),
        ("/who?name=" + "x" * 600, 400),
        ("/pairs/PER/PER", 400),
        ("/states/Qqqq", 404),
        ("/states/Congo", 404),
        ("/facts/ffffffff", 404),
        ("/documents/none", 404),
        ("/nothing", 404),
        ("/states/", 404),
    ],
)
def test_refusals_have_one_shape(client: TestClient, path: str, status: int) -> None:
    answer = client.get(ROOT + path)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert problem["type"].startswith("urn:comity:problem:")
    assert problem["title"] and problem["detail"]


def test_a_refusal_names_what_could_be_asked(client: TestClient) -> None:
    assert client.get(f"{ROOT}/states?colour=red").json()["known"] == ["language", "limit", "next"]
    candidates = client.get(f"{ROOT}/states/Congo").json()["candidates"]
    assert {one["party"] for one in candidates} == {"COD", "COG"}


def test_what_is_described_is_what_is_answered(client: TestClient) -> None:
    described = ask(client, "/openapi.json")
    assert described["openapi"].startswith("3.1")
    assert set(described["paths"]) == {address.path for address in ADDRESSES}
    sample = {**SAMPLE, "fact": first_fact(client)}
    for path, item in described["paths"].items():
        operation = item["get"]
        asked = {one["name"]: one for one in operation["parameters"]}
        assert set(re.findall(r"{(\w+)}", path)) == {name for name, one in asked.items() if one["in"] == "path"}
        query = {name: sample[name] for name, one in asked.items() if one["required"] and one["in"] == "query"}
        found = ask(client, re.sub(r"{(\w+)}", lambda name: sample[name[1]], path), **query)
        schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
        assert set(schema["required"]) <= set(found), path
        if "items" in schema["properties"]:
            fields = schema["properties"]["items"]["items"]["required"]
            assert found["items"], path
            assert all(set(fields) <= set(one) for one in found["items"]), path


def test_every_optional_parameter_is_understood(client: TestClient) -> None:
    values = {"as_of": "1900", "on": "1900", "only": "yes", "type": "relations", "standing": "disputed", "with": "CHL"}
    values |= {"as_known_on": "2999"}
    values |= {"party": "PER", "document": "peru-chile", "language": "tr", "limit": "3", "next": write_next(0)}
    sample = {**SAMPLE, "fact": first_fact(client)}
    for address in ADDRESSES:
        query = {one.name: values.get(one.name, "Siam") for one in address.asked() if not one.path}
        ask(client, re.sub(r"{(\w+)}", lambda name: sample[name[1]], address.path), **query)


def test_a_day_before_the_register_began_is_no_empty_answer(client: TestClient) -> None:
    answer = client.get(f"{ROOT}/relations/PER", params={"as_known_on": "1900"})
    assert answer.status_code == 404
    assert "held nothing yet" in answer.json()["detail"]
