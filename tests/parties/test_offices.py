"""Which office a title is: the exceptions by state and time."""

from __future__ import annotations

import pytest

from comity.model.when import When
from comity.parties.offices import office_of, offices_of


@pytest.mark.parametrize(
    ("title", "party", "when", "office"),
    [
        ("president", "IRN", "1985", "head-of-state"),
        ("president", "IRN", "2016-12-22", "head-of-government"),
        ("president", "IRN", "1989", None),
        ("president", "IRN", None, "head-of-government"),
        ("president", "FRA", "2016", None),
        ("president", "CHE", "2019", "head-of-state"),
        ("president", "EU", "2019", "other"),
        ("chancellor", "DEU", "2010", "head-of-government"),
        ("chancellor", "CHE", "2010", "other"),
        ("chancellor", "RUS", "1870", "foreign-minister"),
        ("chancellor", "RUS", None, None),
        ("canciller", "COL", "2013", None),
        ("canciller", "AUT", "2018", "head-of-government"),
        ("secretary-of-state", "USA", "1975", "foreign-minister"),
        ("secretary-of-state", "VAT", "2015", "head-of-government"),
        ("secretary-of-state", "DEU", "2015", None),
        ("foreign-secretary", "IND", "2006", "other"),
        ("foreign-secretary", "GBR", "2006", None),
        ("state-councillor", "CHN", "2021", "minister"),
        ("state-councillor", "MMR", "2018", "head-of-government"),
        ("supreme-council", "BLR", "1992", "head-of-state"),
        ("supreme-council", "BLR", "1996", None),
        ("council-of-state", "CUB", "1999", "head-of-state"),
        ("council-of-state", "CUB", "2021", "speaker"),
        ("chairman", "CHN", "1972-02-21", "other"),
        ("chairman", "CHN", "2013", "head-of-state"),
        ("prince", "MCO", "2014", "head-of-state"),
    ],
)
def test_an_office_by_state_and_time(title: str, party: str, when: str | None, office: str | None) -> None:
    row = office_of(title, party, When.parse(when) if when else None)
    assert (row.office if row else None) == office


def test_an_organization_has_those_of_all() -> None:
    assert {row.title for row in offices_of("NATO")} >= {"president", "chairman"}
    assert not offices_of("FRA") or all(row.party == "FRA" for row in offices_of("FRA"))
