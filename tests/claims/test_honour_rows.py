"""Tables of honours: whose award a row tells of, to whom and when; no day of relations among them."""

from __future__ import annotations

import pytest

from comity.claims import extract_claims
from comity.model.claim import Claim, to_json
from comity.model.document import Source
from comity.model.passage import Passage
from comity.parties.index import load_index
from comity.passages import read_document, read_passages

GIVEN = """# Panamá en el mundo

## Condecoraciones impuestas por Panamá

| Fecha | Condecoración | Destinatario |
|---|---|---|
| 15/03/2016 | Orden de Balboa, Gran Cruz | Hugo Martínez, canciller de El Salvador |
"""
BY_COLUMN = """# Honours of the Serbian diplomatic service

| Date | Award | Recipient | Awarded by |
|---|---|---|---|
| 4 May 2011 | Order of Friendship | Vuk Jeremić | Kazakhstan |
| 6 May 2012 | Order of Friendship | | Kazakhstan |
"""
BY_NOBODY = """# Serbian diplomats

| Date | Award | Recipient |
|---|---|---|
| 4 May 2011 | Order of Friendship | Vuk Jeremić |
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (GIVEN, [("PAN", "Hugo Martínez", "Orden de Balboa, Gran Cruz", "2016-03-15")]),
        (BY_COLUMN, [("KAZ", "Vuk Jeremić", "Order of Friendship", "2011-05-04")]),
        (BY_NOBODY, []),
    ],
)
def test_a_row_of_a_table_of_honours_tells_an_honour_and_nothing_else(
    text: str, told: list[tuple[str, str, str, str]]
) -> None:
    source = Source(id="case", place="case.md", digest="", media_type="text/markdown", text=text)
    document = read_document(source, load_index())
    passages = [one for one in read_passages(document) if isinstance(one, Passage)]
    said = [to_json(one) for one in extract_claims(document, passages) if isinstance(one, Claim)]
    assert [one["type"] for one in said] == ["honour"] * len(told)
    assert [(one["giver"], one["recipient"], one["award"], one["date"]) for one in said] == told
