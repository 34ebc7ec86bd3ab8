"""The application: each address opens the register to read, answers, and closes it; every refusal has one shape."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Collection
from hashlib import sha256
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from comity.errors import ComityError
from comity.model.roles import JSON
from comity.packs.interface import interface_languages
from comity.parties.registry import load_registry
from comity.register import open_register
from comity.views.sentences import load_speech
from comity.web.asking import Asked, read_values
from comity.web.guard import Guard
from comity.web.openapi import describe
from comity.web.pages import DATA_ROOT, PAGES, PageAddress
from comity.web.reconcile import routes as reconcile_routes
from comity.web.refusals import Refusal, refuse_fault, refuse_status
from comity.web.rendering import HERE, Links, render_page
from comity.web.routes import ADDRESSES, ROOT, Address

log = logging.getLogger("comity.web")

Endpoint = Callable[[Request], Response]


def create_app(place: str | Path, *, hosts: Collection[str] = ()) -> Starlette:
    """The pages and the data interface of the register at this place, which is only ever read.

    ``hosts`` are names to answer to beside those of this machine; see `comity.web.guard`.
    """
    data = [Route(one.route(), _data(one, place), name=one.name) for one in ADDRESSES]
    pages = [Route(one.path, _page(one, place)) for one in PAGES]
    routes: list[BaseRoute] = [
        Route(f"{ROOT}/openapi.json", _describe),
        *data,
        *reconcile_routes(),
        Mount("/static", StaticFiles(directory=HERE / "static")),
        *pages,
    ]
    refusals = {Refusal: _refused, HTTPException: _refused}
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Guard, hosts=hosts), Middleware(Faults)],
        exception_handlers=refusals,
    )
    app.router.redirect_slashes = False  # one address for one thing, and no redirect made from a request's own words
    return app


def _data(address: Address, place: str | Path) -> Endpoint:
    """What answers an address of the data interface."""

    def answer(request: Request) -> Response:
        values = read_values(request, address.asked(), strict=True)
        speech = load_speech(load_registry(), values.get("language", "en"))
        with open_register(place) as register:
            found = address.answer(Asked(values=values, register=register, speech=speech).then())
        response = _write_json(found)
        if following := found.get("next"):
            url = request.url.include_query_params(next=following)
            response.headers["Link"] = f'<{url.path}?{url.query}>; rel="next"'
        return _unless_known(request, response)

    return answer


def _page(address: PageAddress, place: str | Path) -> Endpoint:
    """What answers the address of a page."""

    def answer(request: Request) -> Response:
        values = read_values(request, address.asked(), strict=False)
        language = choose_language(request)
        links = Links(language=values.get("language", ""))
        with open_register(place) as register:
            asked = Asked(values=values, register=register, speech=load_speech(load_registry(), language))
            page = address.answer(asked)
        if page.go:
            kept = {name: value for name, value in request.query_params.items() if name in ("as_of", "language")}
            return RedirectResponse(links.to(*page.go, **kept), status_code=303)
        data = links.to(*DATA_ROOT, *page.data) if page.data else ""
        return _unless_known(request, _write_page(request, page.template, {"q": "", **page.values, "data": data}))

    return answer


def choose_language(request: Request) -> str:
    """The language of the pages: the one asked for, else the first that the browser prefers, else English."""
    known = interface_languages()
    asked = request.query_params.get("language")
    if asked in known:
        return asked
    preferred = (part.partition(";")[0].strip() for part in request.headers.get("accept-language", "").split(","))
    found = (name.partition("-")[0].lower() for name in preferred)
    return next((code for code in found if code in known), "en")


def _write_page(request: Request, template: str, values: dict[str, object], status: int = 200) -> Response:
    query = {name: value for name, value in request.query_params.items() if name != "language"}
    asked = request.query_params.get("language", "")
    asked = asked if asked in interface_languages() else ""
    here = _here(request.url.path, query) if status == 200 else Links().to
    language = choose_language(request)
    text = render_page(template, values, language=language, asked_language=asked, here=here)
    headers = {"Content-Language": language, "Vary": "Accept-Language", "Cache-Control": "no-cache"}
    return Response(text, status_code=status, media_type="text/html", headers=headers)


def _here(path: str, query: dict[str, str]) -> Callable[..., str]:
    """What gives this page's own address with another language or ``next``."""
    steps = [step for step in path.split("/") if step]

    def here(**other: str) -> str:
        return Links().to(*steps, **{**query, **other})

    return here


def _write_json(value: dict[str, JSON], status: int = 200, media_type: str = "application/json") -> Response:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return Response(text, status_code=status, media_type=media_type, headers={"Cache-Control": "no-cache"})


def _unless_known(request: Request, response: Response) -> Response:
    """The answer, or 304 where the asker has just these bytes."""
    tag = f'"{sha256(bytes(response.body)).hexdigest()[:32]}"'
    response.headers["ETag"] = tag
    known = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
    if tag not in known:
        return response
    headers = {name: value for name, value in response.headers.items() if name != "content-length"}
    return Response(status_code=304, headers=headers)


def _describe(request: Request) -> Response:
    return _unless_known(request, _write_json(describe()))


def _refused(request: Request, fault: Exception) -> Response:
    """The refusal in the one shape of its side: problem+json under the data interface, else a page that helps on."""
    refusal = fault if isinstance(fault, Refusal) else refuse_status(getattr(fault, "status_code", 500))
    return write_refusal(request, refusal)


def write_refusal(request: Request, refusal: Refusal) -> Response:
    """The refusal as an answer; nothing of the request is repeated in it."""
    if request.url.path.startswith("/api/"):
        response = _write_json(refusal.to_json(), refusal.status, "application/problem+json")
    else:
        response = _write_page(request, "error.html", {"refusal": refusal, "q": "", "data": ""}, refusal.status)
    if refusal.status == 405:
        response.headers["Allow"] = "GET, HEAD"
    return response


class Faults:
    """An application whose own faults are logged and answered with a refusal that tells nothing of them."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Nothing; the request is answered."""
        begun = False

        async def send_noting(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, send_noting)
        except Exception as fault:
            if scope["type"] != "http" or begun:
                raise
            log.error("%s", fault) if isinstance(fault, ComityError) else log.exception("a page failed")
            await write_refusal(Request(scope), refuse_fault(fault))(scope, receive, send)
