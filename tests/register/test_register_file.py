"""The file itself: what is refused and in which words, one writer at a time, older and newer files, sudden death."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from small_world import CLAIM, FACT, JUDGED, MISSING, PERU_PAPER, RULED, fill

from comity.errors import RegisterError
from comity.register import engine, migrations, open_register, opening
from comity.register.migrations import Migration

CASES = Path(__file__).parents[1] / "cases" / "register"


def test_no_register_says_how_to_make_one(place: Path) -> None:
    with pytest.raises(RegisterError, match="comity build PATH… --register"):
        open_register(place)
    assert not place.parent.exists(), "asking makes nothing"


@pytest.mark.parametrize(
    "content", [b"not a database at all, only words, " * 40, b"SQLite format 3\0" + b"\xff" * 4096]
)
@pytest.mark.parametrize("write", [True, False])
def test_a_file_that_is_no_register_is_refused_and_left(tmp_path: Path, content: bytes, write: bool) -> None:
    place = tmp_path / "letter.txt"
    place.write_bytes(content)
    with pytest.raises(RegisterError, match="not a comity register, or is damaged"):
        open_register(place, write=write)
    assert place.read_bytes() == content


def test_another_database_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "other.db"
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    for write in (True, False):
        with pytest.raises(RegisterError, match="a database, but not a comity register"):
            open_register(place, write=write)


def test_a_damaged_register_is_refused_when_read(place: Path) -> None:
    with open_register(place, write=True) as register:
        fill(register)
    content = bytearray(place.read_bytes())
    content[4096:] = b"\x55" * (len(content) - 4096)
    place.write_bytes(content)
    with pytest.raises(RegisterError, match="damaged"), open_register(place) as register:
        list(register.iter_facts())


def test_an_empty_file_becomes_a_register_when_written_only(tmp_path: Path) -> None:
    place = tmp_path / "empty.db"
    place.touch()
    with pytest.raises(RegisterError, match="empty"):
        open_register(place)
    with open_register(place, write=True) as register:
        assert register.counts().documents == 0


def test_a_newer_register_is_refused(place: Path) -> None:
    with open_register(place, write=True):
        pass
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute("UPDATE meta SET value = '99' WHERE key = 'schema'")
    before = place.read_bytes()
    for write in (True, False):
        with pytest.raises(RegisterError, match=r"newer comity \(its schema is 99"):
            open_register(place, write=write)
    assert place.read_bytes() == before


def test_an_older_register_is_brought_up_and_a_copy_kept(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_register(place, write=True) as register:
        fill(register)
    now = migrations.VERSION
    monkeypatch.setattr(migrations, "VERSION", now + 2)
    steps = (
        Migration(version=now + 1, purpose="seals", statements=("CREATE TABLE seals (id TEXT PRIMARY KEY)",)),
        Migration(version=now + 2, purpose="who", statements=("ALTER TABLE seals ADD COLUMN who TEXT",)),
    )
    monkeypatch.setattr(migrations, "MIGRATIONS", steps)
    with pytest.raises(RegisterError, match="older comity"):
        open_register(place)
    with open_register(place, write=True) as register:
        assert register.counts().facts == 2
    with closing(sqlite3.connect(place)) as connection:
        assert connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone() == (str(now + 2),)
        assert connection.execute("SELECT id, who FROM seals").fetchall() == []
    copy = place.with_name(place.name + f".schema-{now}.bak")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM facts").fetchone() == (2,)
        assert connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone() == (str(now),)


def test_a_migration_that_fails_leaves_the_register_as_it_was(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_register(place, write=True) as register:
        fill(register)
    now = migrations.VERSION
    monkeypatch.setattr(migrations, "VERSION", now + 1)
    step = Migration(
        version=now + 1, purpose="bad", statements=("CREATE TABLE half (id TEXT)", "SELECT nothing FROM nowhere")
    )
    monkeypatch.setattr(migrations, "MIGRATIONS", (step,))
    with pytest.raises(RegisterError):
        open_register(place, write=True)
    with closing(sqlite3.connect(place)) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert "half" not in names
    assert "facts" in names


def test_a_register_of_schema_1_keeps_all_it_holds_and_can_be_judged(place: Path) -> None:
    place.parent.mkdir()
    with closing(sqlite3.connect(place)) as connection:
        connection.executescript((CASES / "schema-1.sql").read_text(encoding="utf-8"))
    with open_register(place, write=True) as register:
        assert list(register.iter_missing()) == [MISSING]
        assert {fact.id for fact in register.iter_facts()} == {"f1", "f2"}
        assert register.put_judgements([JUDGED]) == 1
        register.put_facts([FACT], [], [], "engine", [RULED])
        assert (register.judgements(), dict(register.rulings())) == ((JUDGED,), {JUDGED.id: RULED})
    with open_register(place.with_name("new.db"), write=True):
        pass
    assert columns_of(place) == columns_of(place.with_name("new.db"))


def columns_of(place: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(place)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: [
                *connection.execute('SELECT name, type, "notnull", pk FROM pragma_table_info(?) ORDER BY cid', (name,)),
                *connection.execute('SELECT "table", "from", "to" FROM pragma_foreign_key_list(?) ORDER BY 2', (name,)),
            ]
            for name in sorted(names)
        }


def test_one_writer_at_a_time_and_readers_are_not_held_up(place: Path) -> None:
    with open_register(place, write=True) as register:
        fill(register)
        with pytest.raises(RegisterError, match="another comity is writing"):
            open_register(place, write=True)
        with open_register(place) as reading:
            assert reading.counts().facts == 2
    with open_register(place, write=True) as register:
        assert register.counts().facts == 2


def test_what_is_opened_to_be_read_is_not_written(place: Path) -> None:
    with open_register(place, write=True) as register:
        fill(register)
    with open_register(place) as register:
        with pytest.raises(RegisterError, match="read only"):
            register.put_document(PERU_PAPER, [], [], "engine")
        with pytest.raises(RegisterError, match="read only"):
            register.put_facts([], [], [], "engine")
        with pytest.raises(RegisterError, match="read only"):
            register.drop_documents(["peru"])
        assert register.counts().facts == 2


def test_a_register_in_a_folder_that_cannot_be_written_is_read(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_register(place, write=True) as register:
        fill(register)
    monkeypatch.setattr(opening.os, "access", lambda path, mode: False)
    with open_register(place) as register:
        assert register.get_fact("f1") == FACT
    assert sorted(path.name for path in place.parent.iterdir()) == [place.name, place.name + "-lock"]


def test_a_question_half_asked_does_not_hold_up_a_writer(place: Path) -> None:
    with open_register(place, write=True) as register:
        fill(register)
        facts = register.iter_facts()
        assert next(facts).id == "f1"
        register.put_facts([FACT], [], [], "engine 2")
        assert [fact.id for fact in facts] == ["f2"], "it goes on with what stood when it was asked"
        assert [fact.id for fact in register.iter_facts()] == ["f1"]


WRITER = """
import sys
from dataclasses import replace
from small_world import document_of, relations_of, fact_of
from comity.register import open_register

with open_register(sys.argv[1], write=True) as register:
    for number in range(100000):
        text = f"Peru and Chile met {number} times."
        claim = relations_of(f"d{number}", text, ("CHL", "PER"), "1861")
        register.put_document(document_of(f"d{number}", text), [claim], [], "engine")
        print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("after", [0, 3, 25])
def test_a_killed_writer_loses_nothing_it_recorded(place: Path, after: int) -> None:
    paths = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(place)], stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": paths}
    ) as writer:
        assert writer.stdout is not None
        while int(writer.stdout.readline()) < after:
            pass
        time.sleep(0.003)
        writer.send_signal(signal.SIGKILL)
        said = [int(line) for line in writer.stdout.read().split()]  # a line cut short is a smaller number
    assert writer.returncode == -signal.SIGKILL
    last = max([after, *said])
    with open_register(place, write=True) as register:
        states = register.states()
        assert {f"d{number}" for number in range(last + 1)} <= set(states)
        claims = [claim.document for claim in register.iter_claims()]
        assert sorted(claims) == sorted(states), "no document without its claim"
        register.put_document(PERU_PAPER, [CLAIM], [], "engine")
        assert "peru" in register.states()


def test_the_engine_is_a_mark_of_code_and_words() -> None:
    assert engine.reading_engine() == engine.reading_engine()
    assert len(engine.reading_engine()) == 16
    assert engine.reading_engine() != engine.reconciling_engine()
