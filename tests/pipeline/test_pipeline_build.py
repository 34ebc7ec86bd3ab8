"""Building a register: twice is once, in any order, with any number of workers, and a kill loses nothing."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from comity.errors import RegisterError
from comity.model.claim import Claim
from comity.model.issue import Severity
from comity.pipeline import BuildReport, build, building, extract, reading
from comity.register import open_register

CASES = Path(__file__).parents[1] / "cases" / "papers"
NAMES = sorted(path.name for path in CASES.iterdir())
CONTENT = {
    "documents": "id, place, digest, media_type, text, body",
    "claims": "id, document, position, type, first_day, last_day, current, body",
    "claim_parties": "party, claim",
    "facts": "id, standing, claim, inference, body",
    "fact_claims": "fact, claim",
    "missing_rows": "claim, settled, body",
    "issues": "*",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CASES, tmp_path / "papers"))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "world.comity.db"


def build_at(place: Path, paths: Iterable[Path], **more: int) -> BuildReport:
    with open_register(place, write=True) as register:
        return build(list(paths), register, workers=more.get("workers", 1), prune=bool(more.get("prune")))


def content(place: Path) -> dict[str, list[tuple[object, ...]]]:
    """What a register says, without the runs that recorded it."""
    with closing(sqlite3.connect(place)) as connection:
        return {
            name: sorted(connection.execute(f"SELECT {columns} FROM {name}"), key=repr)
            for name, columns in CONTENT.items()
        }


def dump(place: Path) -> list[str]:
    with closing(sqlite3.connect(place)) as connection:
        return list(connection.iterdump())


def test_documents_give_claims_and_facts(folder: Path, place: Path) -> None:
    report = build_at(place, [folder])
    assert (report.read, report.unchanged, report.unread) == (len(NAMES), 0, 0)
    with open_register(place) as register:
        made = list(register.iter_facts(parties=("KAZ", "TUR"), type="relations"))
        assert [str(fact.when) for fact in made] == ["1992-03-02"]
        said_by = {register.get_claim(key).document for key in made[0].claims()}
        assert {"kazakhstan-turkey", "kazakistan-turkiye"} <= said_by
        for claim in register.iter_claims():
            source = register.get_document(claim.document).source.text
            assert claim.evidence.holds_in(source)
            assert all(one.holds_in(source) for one in claim.context)


def test_twice_is_once_byte_for_byte(folder: Path, place: Path) -> None:
    build_at(place, [folder])
    before, file = dump(place), place.read_bytes()
    again = build_at(place, [folder])
    assert (again.read, again.unchanged, again.reconciled) == (0, len(NAMES), False)
    assert dump(place) == before
    assert place.read_bytes() == file


def test_order_and_workers_do_not_matter(folder: Path, tmp_path: Path) -> None:
    paths = [folder / name for name in NAMES]
    build_at(tmp_path / "a.db", paths)
    build_at(tmp_path / "b.db", reversed(paths))
    build_at(tmp_path / "c.db", paths, workers=2)
    for path in paths[2:] + paths[:2]:
        build_at(tmp_path / "d.db", [path])
    first = content(tmp_path / "a.db")
    assert first["facts"]
    for other in ("b.db", "c.db", "d.db"):
        assert content(tmp_path / other) == first, other


def test_only_what_changed_is_read_again(folder: Path, place: Path) -> None:
    build_at(place, [folder])
    paper = folder / "kazakhstan-turkey.txt"
    paper.write_text(paper.read_text(encoding="utf-8").replace("2 March 1992", "3 March 1992"), encoding="utf-8")
    report = build_at(place, [folder])
    assert (report.read, report.unchanged, report.reconciled) == (1, len(NAMES) - 1, True)
    with open_register(place) as register:
        dates = {str(claim.when) for claim in register.iter_claims(document="kazakhstan-turkey", type="relations")}
        assert "1992-03-03" in dates
        assert "1992-03-02" not in dates


def test_other_words_in_the_packs_have_everything_read_again(
    folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_at(place, [folder])
    before = content(place)
    monkeypatch.setattr(building, "reading_engine", lambda: "another engine")
    assert build_at(place, [folder]).read == len(NAMES)
    assert content(place) == before


def test_a_file_that_vanished_stays_unless_pruned(folder: Path, place: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere"
    other.mkdir()
    (folder / "azerbaijan.html").rename(other / "azerbaijan.html")
    build_at(place, [folder, other])
    (folder / "hasakesitan.md").unlink()
    build_at(place, [folder])
    with open_register(place) as register:
        assert {"azerbaijan", "hasakesitan"} <= set(register.states())
    assert build_at(place, [folder], prune=True).pruned == 1
    with open_register(place) as register:
        assert set(register.states()) == {"azerbaijan", "kazakhstan-turkey", "kazakistan-turkiye"}
        assert not list(register.iter_claims(document="hasakesitan"))
        assert register.counts().missing_rows == 0


def test_a_file_that_cannot_be_read_is_an_issue_until_it_can(folder: Path, place: Path) -> None:
    bad = folder / "bad.txt"
    bad.write_bytes(b"Kaz\xff\xfe\x00akhstan \xc3(")
    report = build_at(place, [folder])
    assert report.unread == 1
    with open_register(place) as register:
        assert [issue.severity for issue in register.iter_issues(place=str(bad))] == [Severity.ERROR]
    file = place.read_bytes()
    assert build_at(place, [folder]).unread == 1
    assert place.read_bytes() == file
    bad.write_text("Kazakhstan and Peru.", encoding="utf-8")
    assert build_at(place, [folder]).unread == 0
    with open_register(place) as register:
        assert not list(register.iter_issues(place=str(bad)))


def test_two_files_of_one_name_are_two_documents_and_stay_so(folder: Path, place: Path) -> None:
    twin = folder / "more" / "azerbaijan.txt"
    twin.parent.mkdir()
    twin.write_text("Azerbaijan has an embassy in Lima.", encoding="utf-8")
    first = folder / "azerbaijan.html"
    build_at(place, [first])
    build_at(place, [twin])
    with open_register(place) as register:
        assert {key: state.place for key, state in register.states().items()} == {
            "azerbaijan": str(first),
            "azerbaijan-2": str(twin),
        }
    before = dump(place)
    for paths in ([twin, first], [first, twin, first], [twin.parent]):
        assert build_at(place, paths).read == 0
    assert dump(place) == before
    new = folder / "a" / "azerbaijan.txt"
    new.parent.mkdir()
    new.write_text("Azerbaijan has an embassy in Quito.", encoding="utf-8")
    assert build_at(place, [new, twin, first]).read == 1
    with open_register(place) as register:
        assert register.states()["azerbaijan-3"].place == str(new)
        assert register.states()["azerbaijan"].place == str(first)


def test_a_moved_file_keeps_its_id(folder: Path, place: Path) -> None:
    build_at(place, [folder])
    moved = folder / "new" / "azerbaijan.html"
    moved.parent.mkdir()
    (folder / "azerbaijan.html").rename(moved)
    build_at(place, [folder])
    with open_register(place) as register:
        assert register.states()["azerbaijan"].place == str(moved)
        assert len(register.states()) == len(NAMES)


def test_a_fault_of_ours_in_one_document_is_its_issue_and_costs_no_other(
    folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = reading.extract_claims

    def stumble(document: object, passages: object) -> object:
        if getattr(document, "id", "") == "azerbaijan":
            raise IndexError("no such mention")
        return real(document, passages)

    monkeypatch.setattr(reading, "extract_claims", stumble)
    report = build_at(place, [folder])
    assert (report.read, report.unread) == (len(NAMES), 1)
    with open_register(place) as register:
        issue = next(issue for issue in register.iter_issues(place="azerbaijan"))
        assert issue.code == "reader-failed"
        assert "IndexError: no such mention" in issue.message
        assert list(register.iter_claims(document="kazakhstan-turkey"))
    assert build_at(place, [folder]).unread == 1, "it is still not read"


def test_extract_says_the_same_as_the_register_in_order_of_place(folder: Path, place: Path) -> None:
    build_at(place, [folder])
    said = [one for one in extract([folder]) if isinstance(one, Claim)]
    with open_register(place) as register:
        assert sorted(claim.id for claim in said) == sorted(claim.id for claim in register.iter_claims())
    for key in {claim.document for claim in said}:
        starts = [claim.evidence.start for claim in said if claim.document == key]
        assert starts == sorted(starts)
    assert [one.id for one in extract([folder], workers=2) if isinstance(one, Claim)] == [claim.id for claim in said]


def test_building_needs_a_register_opened_for_writing(folder: Path, place: Path) -> None:
    build_at(place, [folder / NAMES[0]])
    with open_register(place) as register, pytest.raises(RegisterError, match="read only"):
        build([folder], register)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_killed_build_goes_on_where_it_was(folder: Path, place: Path, tmp_path: Path) -> None:
    text = (folder / "kazakhstan-turkey.txt").read_text(encoding="utf-8")
    for number in range(300):
        (folder / f"copy-{number:03}.txt").write_text(text, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "comity", "build", str(folder), "--register", str(place)], stderr=subprocess.PIPE
    ) as running:
        wait_for_documents(place, 5)
        running.send_signal(signal.SIGKILL)
    assert running.returncode == -signal.SIGKILL
    with open_register(place) as register:
        recorded = len(register.states())
    report = build_at(place, [folder])
    assert recorded >= 5
    assert report.unchanged == recorded
    assert report.read == 300 + len(NAMES) - recorded
    whole = tmp_path / "whole.db"
    build_at(whole, [folder])
    assert content(place) == content(whole)


def wait_for_documents(place: Path, number: int) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            with open_register(place) as register:
                if len(register.states()) >= number:
                    return
        except RegisterError:
            time.sleep(0.01)  # not made yet
    raise AssertionError("the build records nothing")
