"""The reconciliation service (Reconciliation API 0.2, W3C community group), for OpenRefine and its like.

It tells of parties only and never opens the register, so any page may ask it: these answers alone carry CORS headers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from comity.errors import ModelError, UnknownParty
from comity.model.roles import JSON
from comity.model.when import When
from comity.parties.registry import load_registry
from comity.views.matching import (
    ANY_TYPE,
    PROPERTIES,
    SCHEMES,
    Question,
    describe_party,
    list_types,
    match_parties,
    read_property,
    suggest_parties,
)
from comity.web.rendering import load_templates

ROOT = "/reconcile"
MOST_QUERIES, MOST_IDS, MOST_RESULTS = 100, 500, 50
_LARGEST = 1_000_000  # bytes of a request: a batch of names is far smaller
_LONGEST = 500  # characters of a name
_FUNCTION = re.compile(r"[A-Za-z_$][\w$.]{0,99}", re.ASCII)
_CORS = {"Access-Control-Allow-Origin": "*"}
_PREFLIGHT = {**_CORS, "Access-Control-Allow-Methods": "GET, POST", "Access-Control-Allow-Headers": "Content-Type"}
# A preview is shown in a frame of whoever asked; it can do nothing there.
_FRAMED = {**_CORS, "Content-Security-Policy": "default-src 'none'; style-src 'self'; frame-ancestors *"}

Params = Mapping[str, str]
Answer = Callable[[Params, str], Response]


class Misasked(Exception):
    """A request that the API does not allow; it carries the status to answer with and what would help."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


def routes() -> list[Route]:
    """The addresses of the service, each with and without a stroke at its end: a redirect would lose a POST."""
    answers = {
        "": answer_service,
        "/suggest/entity": answer_entities,
        "/suggest/property": answer_properties,
        "/suggest/type": answer_types,
        "/extend/propose": answer_proposal,
        "/preview": answer_preview,
    }
    methods = ["GET", "POST", "OPTIONS"]
    return [
        Route(ROOT + path + stroke, _endpoint(answer), methods=methods)
        for path, answer in answers.items()
        for stroke in ("", "/")
    ]


def _endpoint(answer: Answer) -> Callable[[Request], object]:
    async def respond(request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=_PREFLIGHT)
        try:
            params = await _read_params(request)
            answered = await run_in_threadpool(answer, params, str(request.base_url).rstrip("/"))
            return _for_script(answered, request.query_params.get("callback", ""))
        except Misasked as fault:
            return _write({"status": "error", "message": str(fault)}, fault.status)

    return respond


async def _read_params(request: Request) -> dict[str, str]:
    """What was asked, in the address and in a form of either encoding."""
    size = request.headers.get("content-length", "")
    if request.method == "POST" and not (size.isdigit() and int(size) <= _LARGEST):
        raise Misasked(f"A request holds at most {_LARGEST} bytes, and says how many.", 413)
    params = dict(request.query_params)
    if request.method == "POST":
        async with request.form(max_files=20, max_fields=20, max_part_size=_LARGEST) as form:
            for name, value in form.items():
                content = await value.read() if isinstance(value, UploadFile) else value.encode()
                params[name] = content.decode("utf-8", "replace")
    return params


def _write(value: JSON, status: int = 200) -> Response:
    return JSONResponse(value, status_code=status, headers=_CORS)


def _for_script(answered: Response, callback: str) -> Response:
    """The answer as a call of this function, for pages that ask by a script element (JSONP); without one, as it is."""
    if not callback or not isinstance(answered, JSONResponse):
        return answered
    if not _FUNCTION.fullmatch(callback):
        raise Misasked("callback is the name of a function: letters, digits, _, $ and dots, at most 100.")
    content = f"/**/{callback}({bytes(answered.body).decode()});"
    return Response(content, headers=_CORS, media_type="text/javascript")


def answer_service(params: Params, base: str) -> Response:
    """The matches of a batch or of one query, the values that extend a table, or what the service can do."""
    if "queries" in params:
        queries = _read_object(params["queries"], "queries")
        if len(queries) > MOST_QUERIES:
            raise Misasked(f"A batch holds at most {MOST_QUERIES} queries.", 413)
        return _write({key: {"result": _match(one)} for key, one in queries.items()})
    if "query" in params:
        text = params["query"]
        return _write({"result": _match(_read_object(text, "query") if text.lstrip().startswith("{") else text)})
    if "extend" in params:
        return _write(_extend(_read_object(params["extend"], "extend")))
    return _write(describe_service(base))


def describe_service(base: str) -> dict[str, JSON]:
    """The manifest: what a client must know to ask."""
    root = base + ROOT
    return {
        "versions": ["0.1", "0.2"],
        "name": "comity: states and organizations, by date",
        "identifierSpace": "urn:comity:party:",
        "schemaSpace": "urn:comity:property:",
        "defaultTypes": [{"id": ANY_TYPE, "name": "Party"}],
        "view": {"url": base + "/state/{{id}}"},
        "preview": {"url": root + "/preview?id={{id}}", "width": 420, "height": 260},
        "suggest": {
            kind: {"service_url": root, "service_path": f"/suggest/{kind}"} for kind in ("entity", "property", "type")
        },
        "extend": {
            "propose_properties": {"service_url": root, "service_path": "/extend/propose"},
            "property_settings": [
                {
                    "name": "on",
                    "label": "On (a day, month or year)",
                    "type": "text",
                    "default": "",
                    "help_text": "Only what held then: 1905, 1905-06, 1905-06-12.",
                }
            ],
        },
        "batchSize": MOST_QUERIES,
    }


def _read_object(text: str, name: str) -> dict[str, JSON]:
    try:
        value = json.loads(text)
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise Misasked(f"{name} is a JSON object.")
    return value


def _match(query: JSON) -> list[JSON]:
    return [one.to_json() for one in match_parties(read_question(query))]


def read_question(query: JSON) -> Question:
    """The question of one query, an object or a bare name; refuses what is neither."""
    if isinstance(query, str):
        return Question(text=query[:_LONGEST])
    if not isinstance(query, dict):
        raise Misasked("A query is a JSON object.")
    if not isinstance(query.get("query", ""), str | None):
        raise Misasked("query, in a query, is a text.")
    known = dict(_read_properties(query.get("properties")))
    when = read_date(known.get("date", []))
    limit = 5 if query.get("limit") is None else query["limit"]
    if not isinstance(limit, int) or isinstance(limit, bool) or limit < 1:
        raise Misasked("limit is a whole number from 1.")
    return Question(
        text=str(query.get("query") or "")[:_LONGEST],
        when=when,
        undated=when is None and bool(known.get("date")),
        types=tuple(_texts(query.get("type"))),
        codes=tuple((scheme, known[scheme][0]) for scheme in SCHEMES if known.get(scheme)),
        limit=min(limit, MOST_RESULTS),
    )


def _read_properties(properties: JSON) -> Iterable[tuple[str, list[str]]]:
    if not isinstance(properties, list | None):
        raise Misasked("properties is a list of objects with pid and v.")
    for one in properties or ():
        if not isinstance(one, dict) or not isinstance(pid := one.get("pid"), str):
            raise Misasked("A property is an object with pid and v.")
        yield pid, list(_texts(one.get("v")))


def _texts(value: JSON) -> Iterable[str]:
    """The texts of a value: a text, a number, an object with an id, or a list of them."""
    for one in value if isinstance(value, list) else [value]:
        said = one.get("id", "") if isinstance(one, dict) else one
        if said not in (None, "") and not isinstance(said, bool):
            yield str(said).strip()[:_LONGEST]


def read_date(texts: Iterable[str]) -> When | None:
    """The first of these that is a date: ``1905``, ``1905-06``, ``1905-06-12T00:00:00Z``, ``1905/1907``, ``1905.0``."""
    for text in texts:
        plain = text.removesuffix(".0").partition("T")[0]
        try:
            return When.parse(plain)
        except ModelError:
            continue
    return None


def _extend(asked: Mapping[str, JSON]) -> dict[str, JSON]:
    """The values of these properties of these parties; an id that is none has no values."""
    ids, properties = asked.get("ids"), asked.get("properties")
    if not isinstance(ids, list) or not isinstance(properties, list) or len(properties) > len(PROPERTIES):
        raise Misasked("extend holds a list of ids and a list of properties.")
    if len(ids) > MOST_IDS:
        raise Misasked(f"At most {MOST_IDS} ids are extended at once.", 413)
    wanted = [one for one in properties if isinstance(one, dict) and one.get("id") in PROPERTIES]
    meta: list[JSON] = [{"id": one["id"], "name": PROPERTIES[str(one["id"])]} for one in wanted]
    return {"meta": meta, "rows": {str(id): _row(str(id), wanted) for id in ids}}


def _row(party: str, properties: Iterable[Mapping[str, JSON]]) -> JSON:
    row: dict[str, JSON] = {}
    for one in properties:
        settings, name = one.get("settings"), str(one["id"])
        on = read_date(_texts(settings.get("on"))) if isinstance(settings, dict) else None
        row[name] = read_property(party, name, on) if party in load_registry() else []
    return row


def answer_entities(params: Params, base: str) -> Response:
    """The parties with a name that begins so."""
    found = suggest_parties(params.get("prefix", "")[:_LONGEST], 20)
    return _write({"result": [{"id": id, "name": name, "description": about} for id, name, about in found]})


def answer_properties(params: Params, base: str) -> Response:
    """The properties that a table can be matched by or extended with, whose names hold these letters."""
    return _suggest(PROPERTIES.items(), params)


def answer_types(params: Params, base: str) -> Response:
    """The types that matches can be narrowed to."""
    return _suggest(list_types(), params)


def _suggest(known: Iterable[tuple[str, str]], params: Params) -> Response:
    letters = params.get("prefix", "").strip().casefold()
    return _write({"result": [{"id": id, "name": name} for id, name in known if letters in f"{id} {name}".casefold()]})


def answer_proposal(params: Params, base: str) -> Response:
    """The properties to extend a table with; a date is for matching only."""
    limit = params.get("limit", "")
    most = int(limit) if limit.isascii() and limit.isdigit() and len(limit) < 4 else len(PROPERTIES)
    proposed: list[JSON] = []
    proposed += ({"id": id, "name": name} for id, name in PROPERTIES.items() if id != "date")
    return _write({"type": params.get("type", ANY_TYPE)[:_LONGEST], "properties": proposed[:most]})


def answer_preview(params: Params, base: str) -> Response:
    """A small page on one party."""
    try:
        party = load_registry().get(params.get("id", "")[:_LONGEST])
    except UnknownParty:
        raise Misasked("No party has this id.", 404) from None
    codes = [(one, ", ".join(load_registry().codes(party.id, one))) for one in SCHEMES]
    values = {"party": party, "about": describe_party(party), "codes": [pair for pair in codes if pair[1]]}
    return HTMLResponse(load_templates().get_template("preview.html").render(values), headers=_FRAMED)
