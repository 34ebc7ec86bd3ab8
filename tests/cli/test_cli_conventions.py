"""What holds for every verb: a quick start, data on stdout and words on stderr, documented exit codes, helpful refusals."""

from __future__ import annotations

import inspect
import json
import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from comity import __version__, errors
from comity.cli import shared
from comity.cli.group import BUG, STOPPED, VERBS, comity

CASES = Path(__file__).parents[1] / "cases" / "papers"
CODES = Path(__file__).parents[2] / "docs" / "reference" / "exit-codes.md"
HEAVY = {"sqlalchemy", "rich", "babel", "daachorse", "starlette", "uvicorn", "jinja2", "comity.parties", "comity.packs"}


def run(*words: str | Path, env: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(comity, [str(word) for word in words], env=env)


def shell(*words: str | Path, **env: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "comity", *map(str, words)]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env={**os.environ, **env}, check=False
    )


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("cli") / "world.comity.db"
    assert run("build", CASES, "--register", place).exit_code == 0
    return place


def test_help_names_every_verb_and_imports_none() -> None:
    script = "import sys; sys.argv = ['comity', '--help']\nfrom comity.cli import main\ntry: main()\nexcept SystemExit: print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    said, _, modules = done.stdout.rpartition("\n\n")[2].rpartition("\n")[0], "", done.stdout.splitlines()[-1]
    loaded = set(modules.split())
    assert not HEAVY & loaded
    assert not {f"comity.cli.{verb}" for verb in VERBS} & loaded
    assert all(re.search(rf"^  {verb} ", done.stdout, re.MULTILINE) for verb in VERBS), said


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_is_described_the_same_in_both_places(verb: str) -> None:
    command = import_module(f"comity.cli.{verb}").command
    assert command.name == verb
    assert command.short_help == VERBS[verb]
    assert command.help and len(command.help) > len(verb)
    assert run(verb, "--help").exit_code == 0


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb not in ("extract", "witness", "serve")])
def test_every_listing_has_json(verb: str) -> None:
    assert "--json" in run(verb, "--help").stdout


def test_every_exit_code_is_documented() -> None:
    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", CODES.read_text(encoding="utf-8"), re.MULTILINE)}
    used = {
        kind.exit_code
        for _, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, errors.ComityError)
    }
    assert used | {0, 2, shared.NOT_ALL_READ, shared.FLOOR_SUNK, BUG, STOPPED} == documented


def test_no_words_print_the_help() -> None:
    said = run()
    assert said.exit_code == 0
    assert "comity build examples" in said.stdout


def test_version() -> None:
    assert run("--version").stdout == f"comity {__version__}\n"


def test_a_misspelt_verb_is_guessed() -> None:
    said = run("biuld")
    assert said.exit_code == 2
    assert "Did you mean 'build'?" in said.stderr
    assert "lists them" in run("xyzzy").stderr


def test_a_path_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    for verb in ("build", "extract"):
        said = run(verb, tmp_path / "nothing")
        assert said.exit_code == 2
        assert "does not exist" in said.stderr


def test_without_a_register_the_way_to_one_is_told(tmp_path: Path) -> None:
    said = run("issues", env={"COMITY_REGISTER": str(tmp_path / "none.db")})
    assert said.exit_code == 4
    assert said.stdout == ""
    assert "comity build PATH" in said.stderr
    assert not list(tmp_path.iterdir())


def test_a_damaged_register_is_told(tmp_path: Path) -> None:
    bad = tmp_path / "bad.db"
    bad.write_bytes(b"words and words and words " * 200)
    said = run("issues", "--register", bad)
    assert said.exit_code == 4
    assert "damaged" in said.stderr
    assert "Traceback" not in said.stderr


def test_a_fault_of_ours_says_so_and_ends_with_70(monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    def stumble(path: str) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("comity.cli.issues.open_register", stumble)
    said = run("issues", "--register", place)
    assert said.exit_code == BUG
    assert "please report it" in said.stderr
    assert "ZeroDivisionError: oh" in said.stderr


def test_ctrl_c_ends_with_130(monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    def stop(path: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("comity.cli.issues.open_register", stop)
    said = run("issues", "--register", place)
    assert said.exit_code == STOPPED == 130
    assert "stays recorded" in said.stderr


def test_extract_prints_only_claims_on_stdout() -> None:
    said = shell("extract", CASES, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert said.returncode == 0
    claims = [json.loads(line) for line in said.stdout.splitlines()]
    assert {"relations"} <= {claim["type"] for claim in claims}
    assert all(claim["evidence"]["quote"] for claim in claims)
    assert "国家" in said.stdout or "建交" in said.stdout or "年" in said.stdout, "letters as they are, in UTF-8"


def test_what_cannot_be_read_ends_with_5_and_stands_on_stderr(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Peru has an embassy in Santiago.", encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"Kaz\xff\xfe\x00akhstan \xc3(")
    said = shell("extract", tmp_path)
    assert said.returncode == 5
    assert "bad.txt" in said.stderr
    assert "bad" not in said.stdout
    place = tmp_path / "x.db"
    said = shell("build", tmp_path / "good.txt", tmp_path / "bad.txt", "--register", place)
    assert said.returncode == 5
    assert "issues --severity error" in said.stderr
    listed = shell("issues", "--register", place, "--severity", "error", "--json")
    assert [issue["severity"] for issue in json.loads(listed.stdout)["issues"]] == ["error"]


def test_build_prints_what_the_register_holds(place: Path) -> None:
    said = run("build", CASES, "--register", place)
    assert said.exit_code == 0
    assert re.search(r"^documents +4$", said.stdout, re.MULTILINE)
    assert "0 documents read, 4 unchanged" in said.stderr
    data = json.loads(run("build", CASES, "--register", place, "--json").stdout)
    assert data["counts"]["documents"] == 4
    assert data["unchanged"] == 4


def test_a_second_build_at_once_is_told_to_wait(place: Path) -> None:
    from comity.register import open_register

    with open_register(place, write=True):
        said = run("build", CASES, "--register", place)
    assert said.exit_code == 4
    assert "another comity is writing" in said.stderr


@pytest.mark.parametrize(
    ("env", "colour"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colour_is_for_terminals_and_for_those_who_want_it(
    env: dict[str, str], colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

    for name in ("NO_COLOR", "TERM", "CLICOLOR_FORCE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert shared.wants_colour(Terminal()) is colour


def test_a_pipe_is_not_coloured_unless_forced(monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("CLICOLOR_FORCE", raising=False)
    assert not shared.wants_colour(io.StringIO())
    monkeypatch.setenv("CLICOLOR_FORCE", "1")
    assert shared.wants_colour(io.StringIO())
