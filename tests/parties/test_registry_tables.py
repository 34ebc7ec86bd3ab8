"""The polity files are refused with all their faults at once, each with its place."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

import pytest

from comity.errors import PackError
from comity.packs.checked import iter_checked
from comity.packs.polities import load_polities, parse_polities
from comity.packs.polity_tables import COLUMNS, PolityTables

GOOD: Mapping[str, str] = {
    "polities.csv": ",".join(COLUMNS["polities.csv"])
    + "\nOLD,former-state,Old,Republic of Old,..,1990-12-31,,,europe,europe,,own code,no"
    + "\nNEW,state,New,Republic of New,1991-01-01,..,1991-09-17,,europe,europe,,ISO 3166-1,yes\n",
    "spells.csv": ",".join(COLUMNS["spells.csv"])
    + "\nOLD,OLD-KINGDOM,Old (Kingdom),..,1945-05-08,independent,,no"
    + "\nOLD,OLD,Old,1945-05-09,1990-12-31,independent,GW,end"
    + "\nNEW,NEW,New,1991-01-01,..,independent,COW; GW,yes\n",
    "codes.csv": ",".join(COLUMNS["codes.csv"])
    + "\nOLD,cow,10,..,1990-12-31,COW,yes\nNEW,cow,10,1991-01-01,..,COW,yes\n",
    "capitals.csv": ",".join(COLUMNS["capitals.csv"]) + "\nOLD,Oldtown,1,..,1990-12-31,,no\n",
    "successions.csv": ",".join(COLUMNS["successions.csv"]) + "\nOLD,,NEW,,continues,1991-01-01,,,no\n",
}


def parse(**changed: str) -> PolityTables:
    """The tables of the good files, some of them changed: ``parse(spells="…")``."""
    return parse_polities({name: changed.get(name.removesuffix(".csv"), text) for name, text in GOOD.items()})


def add(place: str, *rows: str) -> str:
    return GOOD[place] + "\n".join(rows) + "\n"


def test_good_files_are_read() -> None:
    tables = parse()
    assert [row.id for row in tables.polities] == ["OLD", "NEW"]
    assert [str(spell.when) for spell in tables.spells] == ["../1945-05-08", "1945-05-09/1990-12-31", "1991-01-01/.."]
    assert tables.spells[1].checked == "end"
    assert tables.successions[0].kind == "continues"


def test_all_faults_of_a_file_are_told_at_once() -> None:
    bad = add(
        "spells.csv",
        "New,NEW-2,New again,2001-01-01,..,independent,,no",
        "NEW,NEW-X,,2001-13-01,..,free,,perhaps",
        "NEW,NEW-Y,Newer,2010-01-01,2009-01-01,independent,,no",
        "NEW,too few",
    )
    with pytest.raises(PackError) as caught:
        parse(spells=bad)
    assert caught.value.place == "spells.csv"
    told = "; ".join(caught.value.faults)
    for fault in (
        "line 5: party: 'New'",
        "line 6: name_en is empty",
        "line 6: status: no 'free'",
        "line 6: checked: no 'perhaps'",
        "line 7: '2010-01-01/2009-01-01' ends before it begins",
        "line 8: has not 8 columns",
    ):
        assert fault in told


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(PackError, match=r"line 4: '1991-02-30'"):
        parse(codes=add("codes.csv", "NEW,gw,11,1991-02-30,..,GW,no"))


def test_wrong_columns_are_refused() -> None:
    with pytest.raises(PackError, match="the columns are party,city"):
        parse(capitals="party,town\nOLD,Oldtown\n")


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"spells": add("spells.csv", "NEW,NEW-B,New B,2000-01-01,..,independent,,no")}, "NEW-B .* begins before NEW"),
        ({"spells": add("spells.csv", "LOST,LOST,Lost,2000-01-01,..,independent,,no")}, "LOST is no party"),
        ({"spells": add("spells.csv", "NEW,NEW,New,2000-01-01,..,independent,,no")}, "phase NEW stands 2 times"),
        ({"codes": add("codes.csv", "NEW,cow,10,1990-06-01,..,COW,no")}, "cow 10: held by OLD .* and NEW"),
        ({"capitals": add("capitals.csv", "OLD,Newtown,2,1990-01-01,..,,no")}, "Newtown .* begins before Oldtown"),
        ({"successions": add("successions.csv", "OLD,,NEW,,succeeds,1980-01-01,,,no")}, "NEW is not there on that day"),
        ({"successions": add("successions.csv", "NEW,,OLD,,restores,1980-01-01,,,no")}, "NEW has not begun by then"),
        ({"successions": add("successions.csv", "OLD,,OLD,,continues,1980-01-01,,,no")}, "from phase to phase"),
        ({"successions": add("successions.csv", "OLD,NEW,NEW,,continues,1991-01-01,,,no")}, "NEW is no phase of OLD"),
        ({"polities": GOOD["polities.csv"].replace("1990-12-31", "1980-12-31")}, "its life ../1980-12-31 is not"),
        (
            {"polities": add("polities.csv", "GONE,state,Gone,Gone,..,..,,,asia,asia,,,no")},
            "GONE has no spell",
        ),
    ],
)
def test_rows_that_do_not_agree_are_refused(changed: Mapping[str, str], fault: str) -> None:
    with pytest.raises(PackError, match=fault):
        parse(**changed)


TABLES = load_polities()


def test_the_files_end_their_lines_alike() -> None:
    for name in COLUMNS:
        text = (files("comity") / "data" / "parties" / name).read_bytes()
        assert b"\r" not in text and text.endswith(b"\n"), name


def test_what_is_checked_names_its_source() -> None:
    for row in (*TABLES.codes, *TABLES.successions):
        assert row.source or not row.checked, row
    for spell in TABLES.spells:
        assert spell.source or spell.checked == "no", spell


def test_the_reference_tells_how_much_is_checked() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reference" / "parties.md").read_text(encoding="utf-8")
    for one in iter_checked():
        part = sum(one.parts.values())
        told = f"| `{one.file}` | {one.rows} | {one.whole}" + (f", and {part} in part |" if part else " |")
        assert told in page, told
