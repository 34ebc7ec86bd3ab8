"""The reconciliation service: names of then, dates that decide, nothing taken that may be two, every client's way of asking."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from comity.model.when import When
from comity.views.matching import PROPERTIES, SCHEMES, Question, match_parties
from comity.web.reconcile import MOST_QUERIES, ROOT, read_date


def ask(client: TestClient, name: str, date: object = None, **more: object) -> list[dict]:
    query = {"query": name, **more}
    if date is not None:
        query["properties"] = [{"pid": "date", "v": date}]
    answer = client.get(ROOT, params={"queries": json.dumps({"q0": query})})
    assert answer.status_code == 200, answer.text
    return answer.json()["q0"]["result"]


def taken(client: TestClient, name: str, date: object = None) -> tuple[str, str] | None:
    """The id and the name of what is taken without asking."""
    sure = [(one["id"], one["name"]) for one in ask(client, name, date) if one["match"]]
    assert len(sure) < 2
    return sure[0] if sure else None


@pytest.mark.parametrize(
    ("name", "date", "party", "then"),
    [
        ("Siam", "1905", "THA", "Siam"),
        ("Thailand", "1960", "THA", "Thailand"),
        ("Zaire", "1980", "COD", "Zaire"),
        ("Upper Volta", 1975, "BFA", "Upper Volta"),
        ("West Germany", "1970-05-01", "DEU", "West Germany"),
        ("Prussia", "1850", "PRU", "Prussia"),
        ("Burma", "1960-01-01T00:00:00Z", "MMR", "Burma"),
        ("Türkei", "1880", "TUR", "Ottoman Empire"),
        ("КНР", "1960", "CHN", "China"),
        ("中华民国", "1930", "CHN", "China (Republic of China)"),
        ("中华民国", "1980", "TWN", "Taiwan"),
        ("Korea, South", "1990", "KOR", "South Korea"),
        ("Hawaii", "1880", "HAWAII", "Hawaii"),
        ("Macedonia (FYROM)", "2000", "MKD", "Macedonia"),
        ("Yugoslavia", ["", "1996"], "YUG", "Yugoslavia (Federal Republic)"),
    ],
)
def test_a_name_is_matched_as_of_its_date(client: TestClient, name: str, date: object, party: str, then: str) -> None:
    assert taken(client, name, date) == (party, then)


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("Congo", "1965"),
        ("Korea", "1960"),
        ("Vietnam", "1960"),
        ("Germany", "1960"),
        ("Zaire", "2005"),
        ("Belgian Congo", "1950"),
        ("East Germany", "2005"),
        ("Siam", "some day"),
        ("French", "1990"),
        ("Nowhere", "1990"),
        ("", "1990"),
    ],
)
def test_what_may_be_two_or_was_not_then_is_left_to_a_person(client: TestClient, name: str, date: str) -> None:
    assert taken(client, name, date) is None


def test_candidates_have_all_a_client_reads_and_best_comes_first(client: TestClient) -> None:
    found = ask(client, "Yemen", "1975")
    assert [one["id"] for one in found[:2]] == ["YAR", "YMD"]
    assert found == sorted(found, key=lambda one: -one["score"])
    for one in found:
        assert 0 <= one["score"] <= 100
        assert set(one) == {"id", "name", "type", "score", "match", "description"}
        assert [kind["id"] for kind in one["type"]] == ["party", one["type"][1]["id"]]
        assert all(kind["name"] for kind in one["type"])
    assert len(ask(client, "Yemen", "1975", limit=1)) == 1


def test_types_and_codes_narrow(client: TestClient) -> None:
    assert [one["id"] for one in ask(client, "NATO")] == ["NATO"]
    assert ask(client, "NATO", type="polity") == ask(client, "NATO", type=["state"]) == []
    assert [one["id"] for one in ask(client, "Korea", type="party")] == ["KOR", "PRK"]

    def by_code(name: str, date: str) -> list[tuple[str, bool]]:
        properties = [{"pid": "cow", "v": 365}, {"pid": "date", "v": date}]
        query = {"query": name, "properties": properties}
        found = client.get(ROOT, params={"query": json.dumps(query)}).json()["result"]
        return [(one["id"], one["match"]) for one in found]

    assert by_code("", "1905") == [("RUS", True)]
    assert by_code("", "1970") == [("SUN", True)]
    assert by_code("Germany", "1905") == []


def test_every_way_of_asking_gives_the_same(client: TestClient) -> None:
    queries = json.dumps({"a": {"query": "Siam"}, "b": {"query": "Persia"}})
    one = client.get(ROOT, params={"queries": queries}).json()
    assert {key: value["result"][0]["id"] for key, value in one.items()} == {"a": "THA", "b": "IRN"}
    for path in (ROOT, ROOT + "/"):
        assert client.post(path, data={"queries": queries}).json() == one
        assert client.post(path, files={"queries": (None, queries)}).json() == one
        assert client.post(path, files={"queries": ("q.json", queries)}).json() == one
    assert client.get(ROOT, params={"query": "Siam"}).json() == one["a"]


def test_the_manifest_names_services_that_answer(client: TestClient) -> None:
    said = client.get(ROOT).json()
    assert {"versions", "name", "identifierSpace", "schemaSpace", "view", "preview", "suggest", "extend"} <= set(said)
    assert "0.2" in said["versions"] and "{{id}}" in said["view"]["url"]
    for kind, part in said["suggest"].items():
        found = client.get(part["service_url"] + part["service_path"], params={"prefix": "st"}).json()["result"]
        assert found and all(one["id"] and one["name"] for one in found), kind
    assert client.get(said["preview"]["url"].replace("{{id}}", "THA")).status_code == 200
    assert client.get(said["view"]["url"].replace("{{id}}", "PER")).status_code == 200
    proposal = said["extend"]["propose_properties"]
    found = client.get(proposal["service_url"] + proposal["service_path"], params={"type": "state"}).json()
    assert {one["id"] for one in found["properties"]} == set(PROPERTIES) - {"date"}


def test_entities_are_suggested_by_any_name(client: TestClient) -> None:
    for beginning, party in (("Sia", "THA"), ("哈萨克", "KAZ"), ("Казах", "KAZ"), ("kaz", "KAZ")):
        found = client.get(ROOT + "/suggest/entity", params={"prefix": beginning}).json()["result"]
        assert party in [one["id"] for one in found]
    assert client.get(ROOT + "/suggest/entity").json() == {"result": []}


def test_a_table_is_extended_by_codes_spells_and_successors(client: TestClient) -> None:
    properties = [{"id": "cow"}, {"id": "iso3", "settings": {"on": "1905"}}, {"id": "successors"}, {"id": "spells"}]
    asked = {"ids": ["SUN", "DEU", "nobody"], "properties": [*properties, {"id": "no such"}]}
    found = client.post(ROOT, data={"extend": json.dumps(asked)}).json()
    assert [one["id"] for one in found["meta"]] == ["cow", "iso3", "successors", "spells"]
    assert found["rows"]["SUN"]["cow"] == [{"str": "365"}]
    assert [one["str"] for one in found["rows"]["DEU"]["cow"]] == ["255", "260"]
    assert {"id": "RUS", "name": "Russia"} in found["rows"]["SUN"]["successors"]
    assert found["rows"]["DEU"]["spells"][0]["str"].startswith("North German Confederation")
    assert set(map(str, found["rows"]["nobody"].values())) == {"[]"}


@pytest.mark.parametrize("name", [name for name in PROPERTIES if name != "date"])
def test_every_property_has_a_value_for_some_party(client: TestClient, name: str) -> None:
    asked = {"ids": ["DEU", "SUN", "SRB"], "properties": [{"id": name}]}
    rows = client.get(ROOT, params={"extend": json.dumps(asked)}).json()["rows"]
    assert any(row[name] for row in rows.values())


@pytest.mark.parametrize(
    ("params", "status"),
    [
        ({"queries": "no json"}, 400),
        ({"queries": "[]"}, 400),
        ({"queries": '{"q": 3}'}, 400),
        ({"queries": '{"q": {"query": 3}}'}, 400),
        ({"queries": '{"q": {"query": "Siam", "limit": "many"}}'}, 400),
        ({"queries": '{"q": {"query": "Siam", "limit": 0}}'}, 400),
        ({"queries": '{"q": {"query": "Siam", "properties": {"date": "1905"}}}'}, 400),
        ({"queries": '{"q": {"query": "Siam", "properties": ["date"]}}'}, 400),
        ({"queries": '{"q": {"query": "Siam", "properties": [{"v": "1905"}]}}'}, 400),
        ({"query": '{"query": "Siam", '}, 400),
        ({"extend": '{"ids": 3, "properties": []}'}, 400),
        ({"extend": json.dumps({"ids": ["A"] * 501, "properties": []})}, 413),
        ({"queries": json.dumps({f"q{one}": {"query": ""} for one in range(MOST_QUERIES + 1)})}, 413),
    ],
)
def test_what_the_api_does_not_allow_is_refused_and_said(client: TestClient, params: dict, status: int) -> None:
    answer = client.post(ROOT, data=params)
    assert answer.status_code == status
    assert answer.json()["status"] == "error" and answer.json()["message"]


def test_a_page_that_asks_by_a_script_is_answered_by_a_call(client: TestClient) -> None:
    answer = client.get(ROOT, params={"query": "Siam", "callback": "jQuery3._1"})
    assert answer.headers["content-type"].startswith("text/javascript")
    call, bracket, rest = answer.text.partition("(")
    assert call + bracket == "/**/jQuery3._1(" and rest.endswith(");")
    assert json.loads(rest[:-2]) == client.get(ROOT, params={"query": "Siam"}).json()
    refused = client.get(ROOT, params={"query": "Siam", "callback": "alert(1)//"})
    assert refused.status_code == 400 and "alert" not in refused.text


def test_only_these_answers_may_be_read_by_other_pages(client: TestClient) -> None:
    for path in (ROOT, ROOT + "/suggest/type", ROOT + "/preview?id=THA", ROOT + "/preview?id=x"):
        assert client.get(path).headers["access-control-allow-origin"] == "*"
    preflight = client.options(ROOT, headers={"Origin": "http://refine.example"})
    assert preflight.status_code == 204 and preflight.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in preflight.headers
    for path in ("/", "/api/v1/states", "/parties"):
        assert "access-control-allow-origin" not in client.get(path).headers
        assert "frame-ancestors 'none'" in client.get(path).headers["content-security-policy"]
    assert "frame-ancestors *" in client.get(ROOT + "/preview?id=THA").headers["content-security-policy"]


def test_a_preview_tells_of_one_party_and_repeats_nothing_asked(client: TestClient) -> None:
    page = client.get(ROOT + "/preview", params={"id": "THA"}).text
    assert "Siam" in page and "wikidata Q869" in page
    answer = client.get(ROOT + "/preview", params={"id": "<script>"})
    assert answer.status_code == 404 and "script" not in answer.text


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=12), st.one_of(st.none(), st.integers(1000, 2030)))
def test_any_text_has_an_answer_and_at_most_one_is_sure(text: str, year: int | None) -> None:
    found = match_parties(Question(text=text, when=None if year is None else When.parse(str(year))))
    assert sum(one.sure for one in found) <= 1
    assert all(0 <= one.score <= 100 for one in found)


def test_dates_are_read_as_tables_write_them() -> None:
    for text, date in (("1905", "1905"), ("1905.0", "1905"), ("1905-06-12T00:00:00Z", "1905-06-12"), ("1/2", None)):
        assert read_date([text]) == (When.parse(date) if date else None)
    assert read_date(["", "1905/1907"]) == When.parse("1905/1907")
    assert set(SCHEMES) < set(PROPERTIES)
