"""The law of following: whatever is built in parts, in any order, is what one build of everything makes."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comity import pipeline
from comity.facts.origins import describe, sketch_document
from comity.model.claim import Claim, from_json
from comity.model.document import Document, Found, Source
from comity.model.judgement import Judgement, Verdict, make_judgement, mark_claim, mark_fact
from comity.model.roles import JSON
from comity.model.when import When
from comity.packs.sources import load_source_rules
from comity.register import Register, open_register

STORY = " ".join(
    f"the {word} of both states met and told of it" for word in ["first", "second", "third", "fourth", "fifth"]
)
TEXTS = (STORY, STORY.replace("third", "last"), "Nothing is said here.", " ".join(f"word{n}" for n in range(90)))
NAMES = ("a", "b", "c", "list", "mfa.gov.kz", "wiki")
DATES = st.sampled_from([None, "1991", "1992", "1992-03", "1992-03-02", "1992-03-03", "1995-07-01", "2007-02-01"])
PAIRS = st.sampled_from(
    [("KAZ", "TUR"), ("AZE", "KAZ"), ("KAZ", "YUG"), ("SUN", "YUG"), ("KAZ", "SCG"), ("KAZ", "SRB")]
)


@st.composite
def roles(draw: st.DrawFn) -> dict[str, JSON]:
    one, two = draw(PAIRS)
    kind = draw(
        st.sampled_from(
            ["relations"] * 4 + ["lost"] * 3 + ["recognition", "mission", "visit", "agreement", "total", "trade"]
        )
    )
    if kind == "relations":
        event = draw(st.sampled_from(["established", "established", "severed", "exists", "absent", "upgraded"]))
        return {"type": "relations", "parties": [one, two], "event": event}
    if kind == "lost":
        return {"type": "relations", "parties": ["KAZ"], "event": "established", "missing": "party"}
    if kind == "recognition":
        return {"type": kind, "subject": one, "object": two, "event": "recognised"}
    if kind == "mission":
        city = draw(st.sampled_from([{}, {"city": "Ankara"}, {"city": "Baku"}]))
        event = draw(st.sampled_from(["opened", "exists", "closed"]))
        return {"type": kind, "sender": one, "receiver": two, "kind": "embassy", "event": event, **city}
    if kind == "visit":
        person = draw(st.sampled_from(["Nursultan Nazarbayev", "Ana Brnabic", "Olzhas Suleimenov"]))
        return {"type": kind, "visitor": one, "host": two, "office": "head-of-state", "person": person}
    if kind == "agreement":
        return {
            "type": kind,
            "parties": [one, two],
            "title": "Treaty of friendship",
            "event": "signed",
            "kind": "treaty",
        }
    if kind == "trade":
        indicator = draw(st.sampled_from(["trade-turnover", "exports", "imports"]))
        ends = {"parties": ["KAZ", "TUR"]} if indicator == "trade-turnover" else {"from": "KAZ", "to": "TUR"}
        return {"type": "quantity", "indicator": indicator, "value": draw(st.sampled_from([3000, 7000])), **ends}
    value = draw(st.sampled_from([5, 6, 155]))
    return {"type": "quantity", "indicator": "relations-count", "from": "KAZ", "value": value, "unit": "count"}


@st.composite
def claims(draw: st.DrawFn, document: str) -> list[Claim]:
    found = []
    for number in range(draw(st.integers(0, 5))):
        data, date = draw(roles()), draw(DATES)
        if date is not None or "missing" in data:
            data["date"] = date or "1992-03-02"
        start = draw(st.sampled_from([0, 0, 40 * number]))
        quote = f"{data['type']} {data.get('date')} {draw(st.sampled_from(['said so', 'wrote so']))}"
        data["evidence"] = {"document": document, "start": start, "end": start + len(quote), "quote": quote}
        if data["type"] == "relations" and draw(st.booleans()):
            data |= {"table": 1, "row": number + 1, "heading": "Asia"}
        found.append(from_json(data))
    return list({one.id: one for one in found}.values())


@dataclass(frozen=True)
class Paper:
    """A document with its claims, as a reading gives them."""

    document: Document
    claims: tuple[Claim, ...]


@st.composite
def papers(draw: st.DrawFn) -> Paper:
    name = draw(st.sampled_from(NAMES))
    text = draw(st.sampled_from(TEXTS))
    date = draw(st.sampled_from([None, "1993", "2001-01-01"]))
    source = Source(
        id=name, place=f"{name}.txt", digest=sha256(text.encode()).hexdigest(), media_type="text/plain", text=text
    )
    document = Document(
        source=source,
        language=Found(value=draw(st.sampled_from(["en", "fr"])), how="told"),
        date=None if date is None else Found(value=When.parse(date), how="told"),
    )
    return Paper(document=document, claims=tuple(draw(claims(name))))


def put(register: Register, paper: Paper) -> None:
    register.put_document(
        paper.document,
        paper.claims,
        (),
        "engine",
        origin=describe(paper.document, load_source_rules()),
        sketches=sketch_document(paper.document),
    )


def judgements_on(register: Register, paper: Paper, number: int) -> list[Judgement]:
    """Judgements of many kinds on what a person may have been shown just now."""
    marks = [mark_claim(one, document=one.document if one.missing else "") for one in paper.claims]
    lost = [mark for mark in marks if mark.document]
    facts = [mark_fact(fact) for fact in register.iter_facts()]
    said = [
        *((Verdict.REJECT, (mark,), {}) for mark in marks[:1] + facts[1:2]),
        *((Verdict.ACCEPT, (mark,), {}) for mark in facts[-1:]),
        *((Verdict.CORRECT, (mark,), {"date": "1992-05-05"}) for mark in facts[:1] + marks[-1:]),
        *((verdict, (mark,), {"party": "TUR"}) for mark in lost[:1] for verdict in (Verdict.ROW, Verdict.NOT_ROW)),
        *((verdict, tuple(facts[:2]), {}) for verdict in (Verdict.SAME, Verdict.NOT_SAME) if len(facts) > 1),
    ]
    on = f"2026-11-{1 + number % 20:02}"
    made = [
        make_judgement(verdict, by="A", on=on, why=f"seen {number}", marks=marks, **change)
        for verdict, marks, change in said[number % 3 :: 2]
    ]
    return [
        *made,
        *(make_judgement(Verdict.UNDO, by="B", on=on, why="no", undoes=one.id) for one in made[:1][number % 2 :]),
    ]


def content(place: Path) -> dict[str, list[tuple[object, ...]]]:
    """What reconciliation made, without the runs that recorded it."""
    tables = {
        "facts": "SELECT id, type, standing, claim, inference, body, cell, pair FROM facts",
        "rows": "SELECT claim, settled, body FROM missing_rows",
        "issues": "SELECT owner, position, code, place, message FROM issues",
        "rulings": "SELECT judgement, state, body FROM rulings",
        "voices": "SELECT * FROM voices",
        "claims": "SELECT id, cell, pair, seat, touched, current FROM claims",
    }
    with closing(sqlite3.connect(place)) as connection:
        return {name: sorted(connection.execute(query), key=repr) for name, query in tables.items()}


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(
    st.lists(papers(), min_size=1, max_size=7), st.lists(st.sampled_from(["build", "judge", "drop", ""]), max_size=7)
)
def test_following_is_rebuilding(given_: list[Paper], steps: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        parts, whole = Path(folder) / "parts.db", Path(folder) / "whole.db"
        last: dict[str, Paper] = {}
        judged: list[Judgement] = []
        with open_register(parts, write=True) as register:
            pipeline.judge(register, ())
            for number, paper in enumerate(given_):
                step = steps[number % len(steps)] if steps else "build"
                put(register, paper)
                last[paper.document.source.id] = paper
                if step == "drop" and len(last) > 1:
                    gone = sorted(last)[number % len(last)]
                    register.drop_documents([gone])
                    del last[gone]
                if step:
                    pipeline.judge(register, ())
                if step == "judge":
                    made = judgements_on(register, paper, number)
                    pipeline.judge(register, made)
                    judged += made
            pipeline.judge(register, ())
        with open_register(whole, write=True) as register:
            for name in sorted(last, reverse=True):
                put(register, last[name])
            pipeline.judge(register, judged)
        made, wanted = content(parts), content(whole)
        for table in wanted:
            assert made[table] == wanted[table], table
