"""What the service answers has the shapes of the Reconciliation API 0.2 (W3C community group), written down here again."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from comity.views.matching import PROPERTIES
from comity.web.reconcile import ROOT

TEXT = {"type": "string"}


def record(required: str, /, **fields: object) -> dict[str, object]:
    """The schema of an object with these fields, the required ones named."""
    return {"type": "object", "properties": fields, "required": required.split()}


def a_list(of: object) -> dict[str, object]:
    return {"type": "array", "items": of}


NAMED = record("id name", id=TEXT, name=TEXT)
TEMPLATE = {"type": "string", "pattern": r"\{\{id\}\}"}
SUGGESTER = record(
    "", service_url=TEXT, service_path=TEXT, flyout_service_path={"type": "string", "pattern": r"\$\{id\}"}
)
SETTING = record("type label name", type={"enum": ["text"]}, label=TEXT, name=TEXT, default=TEXT, help_text=TEXT)
MANIFEST = record(
    "versions name identifierSpace schemaSpace",
    versions={**a_list(TEXT), "contains": {"const": "0.2"}},
    name=TEXT,
    identifierSpace=TEXT,
    schemaSpace=TEXT,
    view=record("url", url=TEMPLATE),
    defaultTypes={**a_list(NAMED), "uniqueItems": True},
    suggest=record("", entity=SUGGESTER, property=SUGGESTER, type=SUGGESTER),
    preview=record("url width height", url=TEMPLATE, width={"type": "integer"}, height={"type": "integer"}),
    extend=record("", propose_properties=SUGGESTER, property_settings=a_list(SETTING)),
)
CANDIDATE = record(
    "id name score",
    id=TEXT,
    name=TEXT,
    description=TEXT,
    score={"type": "number"},
    match={"type": "boolean"},
    type=a_list({"oneOf": [record("id", id=TEXT, name=TEXT), TEXT]}),
)
BATCH = {"type": "object", "additionalProperties": record("result", result=a_list(CANDIDATE))}
SUGGESTIONS = record("result", result=a_list({**NAMED, "additionalProperties": True}))
VALUE = {
    "oneOf": [
        {**NAMED, "additionalProperties": False},
        {**record("str", str=TEXT), "additionalProperties": False},
    ]
}
EXTENSION = record(
    "meta rows",
    meta=a_list(NAMED),
    rows={"type": "object", "additionalProperties": {"type": "object", "additionalProperties": a_list(VALUE)}},
)
PROPOSAL = record("properties", type=TEXT, limit={"type": "number"}, properties=a_list(NAMED))
QUERIES = {
    "plain": {"query": "Siam"},
    "dated": {"query": "中华民国", "properties": [{"pid": "date", "v": "1930"}], "limit": 3, "type": "party"},
    "many": {"query": "Yemen", "properties": [{"pid": "date", "v": ["1975", {"id": "1976", "name": "1976"}]}]},
    "none": {"query": "Nowhere"},
}


def fits(answer: object, schema: object) -> None:
    faults = [fault.message for fault in Draft202012Validator(schema).iter_errors(answer)]  # type: ignore[arg-type]
    assert faults == []


def test_the_manifest(client: TestClient) -> None:
    fits(client.get(ROOT).json(), MANIFEST)


def test_a_batch(client: TestClient) -> None:
    answer = client.post(ROOT, data={"queries": json.dumps(QUERIES)}).json()
    fits(answer, BATCH)
    assert list(answer) == list(QUERIES)
    assert [len(one["result"]) > 0 for one in answer.values()] == [True, True, True, False]


@pytest.mark.parametrize(("kind", "beginning"), [("entity", "Sia"), ("property", "co"), ("type", "st")])
def test_suggestions(client: TestClient, kind: str, beginning: str) -> None:
    answer = client.get(f"{ROOT}/suggest/{kind}", params={"prefix": beginning}).json()
    fits(answer, SUGGESTIONS)
    assert answer["result"]


def test_an_extension_and_what_is_proposed(client: TestClient) -> None:
    fits(client.get(ROOT + "/extend/propose", params={"type": "state", "limit": "3"}).json(), PROPOSAL)
    asked = {"ids": ["DEU", "SUN", "NATO"], "properties": [{"id": name} for name in PROPERTIES if name != "date"]}
    answer = client.post(ROOT, data={"extend": json.dumps(asked)}).json()
    fits(answer, EXTENSION)
    assert set(answer["rows"]) == set(asked["ids"])


def test_the_schemas_can_refuse() -> None:
    for wrong, schema in (({"q": {}}, BATCH), ({"name": "x"}, MANIFEST), ({"rows": {"a": {"b": [{}]}}}, EXTENSION)):
        assert list(Draft202012Validator(schema).iter_errors(wrong))
