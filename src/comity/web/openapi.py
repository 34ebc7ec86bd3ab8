"""The table of addresses → its description in OpenAPI 3.1, so that what is described is what is answered."""

from __future__ import annotations

from collections.abc import Iterable

from comity import __version__
from comity.model.roles import JSON
from comity.web.asking import Parameter
from comity.web.routes import ADDRESSES, ROOT, Address

_REFUSALS = {"400": "Not understood", "404": "Not found", "503": "The register cannot be read"}


def describe() -> dict[str, JSON]:
    """The description of the data interface, as served at ``/api/v1/openapi.json``."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "comity",
            "version": __version__,
            "description": "Reads a register of dated, quoted facts about relations between states. It writes nothing.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": ROOT}],
        "paths": {address.path: {"get": _operation(address)} for address in ADDRESSES},
        "components": {"schemas": {"Problem": _problem()}},
    }


def _operation(address: Address) -> dict[str, JSON]:
    refusals: dict[str, JSON] = {
        status: {"description": text, "content": {"application/problem+json": {"schema": _reference("Problem")}}}
        for status, text in _REFUSALS.items()
    }
    schema = _page(address.fields) if address.paged else _object(address.fields)
    return {
        "operationId": address.name,
        "summary": address.purpose,
        "parameters": [_parameter(one) for one in address.asked()],
        "responses": {"200": {"description": "Found", "content": {"application/json": {"schema": schema}}}, **refusals},
    }


def _parameter(parameter: Parameter) -> JSON:
    return {
        "name": parameter.name,
        "in": "path" if parameter.path else "query",
        "required": parameter.required,
        "description": parameter.purpose,
        "schema": parameter.schema(),
    }


def _object(fields: Iterable[str]) -> dict[str, JSON]:
    names = list(fields)
    return {"type": "object", "required": [*names], "properties": {name: {} for name in names}}


def _page(fields: Iterable[str]) -> dict[str, JSON]:
    items: dict[str, JSON] = {"type": "array", "items": _object(fields)}
    following: dict[str, JSON] = {"type": ["string", "null"]}
    return {"type": "object", "required": ["items", "next"], "properties": {"items": items, "next": following}}


def _problem() -> dict[str, JSON]:
    texts: dict[str, JSON] = {name: {"type": "string"} for name in ("type", "title", "detail")}
    return {
        "type": "object",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            **texts,
            "status": {"type": "integer"},
            "known": {"type": "array"},
            "candidates": {"type": "array"},
        },
    }


def _reference(name: str) -> dict[str, JSON]:
    return {"$ref": f"#/components/schemas/{name}"}
