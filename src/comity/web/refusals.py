"""Why a request is not answered: one record, as problem+json or as a page, that repeats nothing of the request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from comity.errors import RegisterError
from comity.model.roles import JSON


@dataclass(slots=True, kw_only=True, eq=False)
class Refusal(Exception):
    """A request that is refused. ``code`` names the kind, ``known`` what could have been asked instead."""

    status: int
    code: str
    detail: str
    known: Sequence[str] = field(default=())
    candidates: Sequence[tuple[str, str]] = field(default=())

    def to_json(self) -> dict[str, JSON]:
        """The refusal as RFC 9457 writes it, with what could have been asked."""
        out: dict[str, JSON] = {
            "type": f"urn:comity:problem:{self.code}",
            "title": TITLES[self.status],
            "status": self.status,
            "detail": self.detail,
        }
        if self.known:
            out["known"] = list(self.known)
        if self.candidates:
            out["candidates"] = [{"party": party, "name": name} for party, name in self.candidates]
        return out


TITLES = {
    400: "Not understood",
    404: "Not found",
    405: "Only reading",
    500: "A fault of the program",
    503: "The register cannot be read",
}


def not_found(code: str, detail: str) -> Refusal:
    """The refusal of what is not there."""
    return Refusal(status=404, code=code, detail=detail)


def not_understood(code: str, detail: str, known: Sequence[str] = ()) -> Refusal:
    """The refusal of a request that cannot be read, with what could have been asked."""
    return Refusal(status=400, code=code, detail=detail, known=known)


def refuse_status(status: int) -> Refusal:
    """The refusal that stands for a plain status: no such address, or not for reading."""
    if status == 405:
        return Refusal(status=405, code="method", detail="Nothing can be written here: use GET.")
    if status == 404:
        return not_found("page", "There is nothing at this address; /api/v1/openapi.json lists what there is.")
    return Refusal(status=400, code="parameter", detail="The request was not understood.")


def refuse_fault(fault: Exception) -> Refusal:
    """The refusal that stands for a fault on this side; what went wrong is for the log, not for the answer."""
    if isinstance(fault, RegisterError):
        return Refusal(status=503, code="register", detail="The register is missing, damaged or being replaced.")
    return Refusal(status=500, code="broken", detail="A fault of the program; its log has the details.")
