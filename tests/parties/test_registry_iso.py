"""Our codes against ISO 3166, as the package pycountry has it."""

from __future__ import annotations

import pytest

from comity.packs.polities import load_polities

pycountry = pytest.importorskip("pycountry")

TABLES = load_polities()


def test_own_ids_take_no_iso_code() -> None:
    taken = {country.alpha_3 for country in pycountry.countries} | {one.alpha_3 for one in pycountry.historic_countries}
    own = {row.id for row in TABLES.polities if row.source in ("own code", "contract")}
    assert own & taken == set()


def test_iso_codes_are_those_of_iso() -> None:
    now = {
        (code.party, code.scheme): code.code
        for code in TABLES.codes
        if code.scheme in ("iso2", "iso3", "numeric") and code.when.end is None and code.source == "ISO 3166-1"
    }
    for country in pycountry.countries:
        if (country.alpha_3, "iso3") in now:
            assert now[country.alpha_3, "iso2"] == country.alpha_2
            assert now[country.alpha_3, "numeric"] == country.numeric


def test_former_codes_are_those_of_iso_3166_3() -> None:
    former = {one.alpha_4: one for one in pycountry.historic_countries}
    ours = [code for code in TABLES.codes if code.scheme == "iso3166_3"]
    assert len(ours) >= 20
    for code in ours:
        assert code.code in former and code.when.start is not None
        assert str(code.when.start) == former[code.code].withdrawal_date
