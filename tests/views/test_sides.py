"""What two states' own documents say of each other, side by side."""

from __future__ import annotations

from dataclasses import replace

from views_world import Memory, document, speech

from comity.model.claim import from_json
from comity.model.roles import JSON
from comity.views.sides import compare_sides


def said(name: str, quote: str, **data: JSON):
    evidence: JSON = {"document": name, "start": sum(map(ord, quote)), "quote": quote}
    return from_json({**data, "evidence": {**evidence, "end": evidence["start"] + len(quote)}})  # type: ignore[dict-item,operator,index]


def relations(name: str, date: str):
    return said(name, f"relations {date}", type="relations", parties=["KAZ", "UKR"], event="established", date=date)


def visit(name: str, date: str):
    roles: dict[str, JSON] = {"visitor": "UKR", "host": "KAZ", "office": "head-of-state"}
    return said(name, f"visit {date}", type="visit", date=date, **roles)


def house(name: str, place: str):
    made = document(name)
    return replace(made, source=replace(made.source, place=place))


DOCUMENTS = {
    "kz": house("kz", "mfa.gov.kz/ukraine.html"),
    "ua": house("ua", "mfa.gov.ua/kazakhstan.html"),
    "wiki": house("wiki", "en.wikipedia.org/Kazakhstan–Ukraine_relations"),
}


def compared(*claims):
    return compare_sides(Memory(claims, DOCUMENTS), "KAZ", "UKR", speech())


def test_a_day_that_the_two_ministries_give_differently_is_a_finding():
    found = compared(relations("kz", "1992-07-22"), relations("ua", "1992-07-23"), relations("wiki", "1992-07-23"))
    assert [one.values for one in found.differ] == [(("1992-07-22",), ("1992-07-23",))]
    assert [one.documents for one in found.differ] == [(("kz",), ("ua", "wiki"))]
    assert found.spoken == (1, 1) and found.alike == 0


def test_a_year_beside_its_day_is_no_difference():
    found = compared(relations("kz", "1992-07-22"), relations("ua", "1992"))
    assert (found.differ, found.alike) == ((), 1)


def test_what_one_side_alone_tells_stands_under_it():
    found = compared(relations("kz", "1992-07-22"), relations("ua", "1992-07-22"), visit("ua", "2007-03-13"))
    assert [[line.date for line in lines] for lines in found.alone] == [[], ["2007-03-13"]]


def test_documents_of_neither_side_are_left_aside():
    found = compared(relations("wiki", "1992-07-22"), relations("ua", "1992-07-23"))
    assert found.differ == () and found.spoken == (0, 1)
