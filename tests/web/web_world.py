"""A register to be shown: prose, a table whose states are lost, Arabic, two dates that clash, and a hostile document."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from comity.facts import reconcile
from comity.model.claim import Claim
from comity.model.document import Document, Found, Source
from comity.model.issue import Issue, Severity
from comity.model.passage import RowPlace
from comity.model.roles import Agreement, Mission, Relations, Roles, Visit
from comity.model.selector import Selector
from comity.model.when import When
from comity.parties.registry import load_registry
from comity.register import open_register

NOTE = "Peru and Chile established relations on 12 March 1861. Peru has an embassy in Santiago, opened in 1861."
OTHER = "Relations of Peru and Chile go back to 1862."
ARABIC = "أقامت بيرو وتشيلي علاقات دبلوماسية في 12 مارس 1861."
TABLE = "<table><tr><th>国家</th><th>建交日期</th></tr>\n<tr><td></td><td><p>1992年3月2日</p></td></tr>\n</table>"
ROW = "<tr><td></td><td><p>1992年3月2日</p></td></tr>"
SCRIPT = "<script>alert('text')</script>"
HOSTILE = (
    f'The ministers of Peru and Bolivia signed "{SCRIPT}" \u202eyltnereffid\u202c in Lima & left.</div></body>\x07'
)
HOSTILE_ID = "odd \"><script>alert('id')</script> & ü"
HOSTILE_TITLE = "A title <img src=x onerror=alert('title')> \u202edesrever"
HOSTILE_PERSON = "\"'><svg onload=alert('person')>"


def make_register(place: Path) -> Path:
    """The path of a new register that holds the small world."""
    claims = {name: _claims(name, text) for name, (text, _, _) in _texts().items()}
    documents = {name: _document(name, *about) for name, about in _texts().items()}
    with open_register(place, write=True) as register:
        for name, document in documents.items():
            register.put_document(document, claims[name], _issues(name), "1")
        found = reconcile(register.iter_claims(), documents, load_registry())
        register.put_facts(found.facts, found.missing, found.issues, "1")
    return place


def _texts() -> dict[str, tuple[str, str, str]]:
    return {
        "peru-chile": (NOTE, "en", "Peru and Chile"),
        "other": (OTHER, "en", "Another note"),
        "arabic": (ARABIC, "ar", "بيرو وتشيلي"),
        "list": (TABLE, "zh", "建交列表"),
        HOSTILE_ID: (HOSTILE, "en", HOSTILE_TITLE),
    }


def _document(name: str, text: str, language: str, title: str) -> Document:
    digest = sha256(text.encode()).hexdigest()
    media_type = "text/html" if name == "list" else "text/plain"
    return Document(
        source=Source(id=name, place=f"/secret/{name}.txt", digest=digest, media_type=media_type, text=text),
        language=Found(value=language, how="told"),
        title=Found(value=title, how="told"),
        date=Found(value=When.parse("2020"), how="told"),
        topic=Found(value=("PER", "CHL"), how="told"),
    )


def _issues(name: str) -> list[Issue]:
    if name != HOSTILE_ID:
        return []
    message = f"left out: {SCRIPT}"
    return [Issue(code="left-out", severity=Severity.NOTE, place=name, message=message, start=4, end=13)]


def _claims(name: str, text: str) -> list[Claim]:
    pair = ("CHL", "PER")
    if name == "peru-chile":
        relations = _said(
            name,
            (text, "Peru and Chile established", " 1861."),
            Relations(parties=pair, event="established"),
            "1861-03-12",
        )
        embassy = Mission(sender="PER", receiver="CHL", kind="embassy", event="opened", city="Santiago")
        # two quotes that overlap: the second sentence, and both together
        return [
            relations,
            _said(name, (text, "Peru has", "in 1861."), embassy, "1861"),
            _said(name, (text, "established", "Santiago"), Visit(visitor="PER", host="CHL", office="other"), None),
        ]
    if name == "other":
        return [_said(name, (text, "Relations", "1862."), Relations(parties=pair, event="established"), "1862")]
    if name == "arabic":
        return [_said(name, (text, "أقامت", "1861."), Relations(parties=pair, event="established"), "1861-03-12")]
    if name == "list":
        lost = Relations(parties=("KAZ",), event="established")
        claim = _said(name, (text, "<tr><td></td>", "</tr>"), lost, "1992-03-02")
        place = RowPlace(table=1, row=1, heading="亚洲")
        return [
            Claim(roles=lost, document=name, evidence=claim.evidence, when=claim.when, missing="party", place=place)
        ]
    signed = Agreement(parties=("BOL", "PER"), title=f"{SCRIPT} \u202etxet", event="signed", place="Lima")
    visit = Visit(visitor="BOL", host="PER", office="minister", person=HOSTILE_PERSON)
    return [
        _said(name, (text, "The ministers", "Lima & left."), signed, "2001"),
        _said(name, (text, "The ministers", "Bolivia"), visit, "2001"),
    ]


def _said(name: str, stretch: tuple[str, str, str], roles: Roles, date: str | None) -> Claim:
    text, begins, ends = stretch
    start = text.index(begins)
    evidence = Selector.of(text, start, text.index(ends, start) + len(ends))
    return Claim(roles=roles, document=name, evidence=evidence, when=When.parse(date) if date else None)
