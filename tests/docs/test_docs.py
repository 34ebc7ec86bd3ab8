"""The documentation is true: its links resolve, its snippets run, the verbs and rooms it names are there."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from dataclasses import fields
from importlib import import_module
from pathlib import Path

import pytest

import comity
from comity.cli.group import VERBS
from comity.model.claim import MODALITIES, Claim, to_json
from comity.model.roles import MISSION_KINDS, OFFICES, TYPES
from comity.packs.sections import ROLES
from comity.pipeline import extract

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
NAMES = [str(page.relative_to(ROOT)) for page in PAGES]
FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?://)([^)\s]+)\)")
VERB = re.compile(r"(?<![\w/.-])comity ([a-z]+)((?:[^\n`#;|&\\)]|\\\|)*)")
CODE = re.compile(r"`([^`\n]+)`")


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def anchors(page: str) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", FENCE.sub("", page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.casefold()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("name", NAMES)
def test_links_resolve(name: str) -> None:
    lost = []
    for target in LINK.findall(FENCE.sub("", text_of(name))):
        path, _, anchor = target.partition("#")
        file = (ROOT / name).parent / path if path else ROOT / name
        if not file.exists() or (anchor and anchor not in anchors(file.read_text(encoding="utf-8"))):
            lost.append(target)
    assert not lost


def commands(page: str) -> list[tuple[str, str]]:
    """The verbs that a page's code names, each with what stands behind it."""
    blocks = [body for _, language, body in FENCE.findall(page) if language in {"sh", "console", "r"}]
    code = [*blocks, *CODE.findall(FENCE.sub("", page))]
    return [(verb, rest) for one in code for verb, rest in VERB.findall(one)]


@pytest.mark.parametrize("name", NAMES)
def test_named_commands_and_options_exist(name: str) -> None:
    for verb, rest in commands(text_of(name)):
        assert verb in VERBS, f"comity {verb}"
        params = import_module(f"comity.cli.{verb}").command.params
        known = {option for one in params for option in (*one.opts, *one.secondary_opts)}
        assert set(re.findall(r"(?<!\S)--[a-z-]+", rest)) <= known | {"--help"}, f"comity {verb}{rest}"


@pytest.mark.parametrize("name", [name for name in NAMES if "```python" in text_of(name)])
def test_python_snippets_run(name: str, tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    script = "\n".join(body for _, language, body in FENCE.findall(text_of(name)) if language == "python")
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", [name for name in NAMES if "```json" in text_of(name)])
def test_claims_shown_are_what_the_examples_say(name: str) -> None:
    """README shows a claim as it is printed; the contract's may leave out the rule."""
    for _, language, body in FENCE.findall(text_of(name)):
        if language != "json":
            continue
        shown = json.loads(body)
        (source,) = (ROOT / "examples").glob(f"{shown['evidence']['document']}.*")
        said = [to_json(one) for one in extract([source]) if isinstance(one, Claim)]
        assert any(shown.items() <= one.items() for one in said), body


def rooms() -> list[str]:
    package = Path(comity.__file__).parent
    return sorted(path.parent.name for path in package.glob("*/__init__.py"))


def test_the_map_names_every_room_and_no_other() -> None:
    table = re.findall(r"^\| `(\w+)/` \| .+ \| (.+) \|$", text_of("docs/map.md"), re.MULTILINE)
    assert sorted(room for room, _ in table if room in rooms()) == rooms()
    package = Path(comity.__file__).parent
    for room, files in table:
        for file in re.findall(r"`([\w/.]+\.py)`", files):
            assert (package / room / file).is_file(), f"{room}/{file}"


def test_the_map_names_every_floor_of_claims_and_no_other() -> None:
    table = re.findall(r"^\| `claims/(\w+)/` \| .+ \| (.+) \|$", text_of("docs/map.md"), re.MULTILINE)
    claims = Path(comity.__file__).parent / "claims"
    assert sorted(floor for floor, _ in table) == sorted(path.parent.name for path in claims.glob("*/__init__.py"))
    for floor, files in table:
        for file in re.findall(r"`([\w/.]+\.py)`", files):
            assert (claims / floor / file).is_file(), f"{floor}/{file}"


def test_the_map_draws_the_walls_that_are_checked() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = config["tool"]["importlinter"]["contracts"][0]["layers"]
    assert "\n".join(layers) in text_of("docs/map.md")


def test_the_map_names_folders_and_data_that_exist() -> None:
    page = text_of("docs/map.md")
    for folder in re.findall(r"^\| `(\w+)/` \| (?!.*\| )", page, re.MULTILINE):
        assert (ROOT / folder).is_dir(), folder
    for pattern in re.findall(r"^\| `(data/[^`]+)`", page, re.MULTILINE):
        assert list((ROOT / "src" / "comity").glob(pattern.replace("xx", "en"))), pattern


@pytest.mark.parametrize("room", rooms())
def test_every_room_has_a_sign_on_its_door(room: str) -> None:
    sign = import_module(f"comity.{room}").__doc__ or ""
    assert all(word in sign for word in ("In:", "Out:", "Never:", "Read first:"))
    head = re.search(r"Read first: (.+)", sign)
    assert head
    for file in re.findall(r"`(\w+\.py)`", head.group(1)):
        assert (Path(comity.__file__).parent / room / file).is_file(), file


def test_the_contract_names_every_type_and_value() -> None:
    page = text_of("docs/reference/claims.md")
    rows = re.findall(r"^\| `([a-z]+)` \| .*\*\*", page, re.MULTILINE)
    assert sorted(rows) == sorted(TYPES)
    for value in (*MODALITIES, *OFFICES, *MISSION_KINDS):
        assert f"`{value}`" in page, value
    for kind in TYPES.values():
        for role in fields(kind):
            assert re.search(rf"\b{role.name.removesuffix('_party').rstrip('_')}\b", page), (kind.TYPE, role.name)


def test_the_packs_page_names_every_group_and_role() -> None:
    page = text_of("docs/reference/packs.md")
    groups = tomllib.loads((ROOT / "src/comity/data/cues.toml").read_text(encoding="utf-8"))
    assert all(f"`{group}`" in page for group in groups)
    assert all(f"`{role}`" in page for role in ROLES)


def test_every_example_is_described() -> None:
    described = set(re.findall(r"^\| `([\w.-]+)` \|", text_of("docs/reference/examples.md"), re.MULTILINE))
    assert described == {path.name for path in (ROOT / "examples").iterdir()}


def test_decisions_are_numbered_and_whole() -> None:
    records = sorted((DOCS / "decisions").glob("[0-9]*.md"))
    assert [int(one.name[:4]) for one in records] == list(range(1, len(records) + 1))
    index = text_of("docs/decisions/README.md")
    for one in records:
        heads = re.findall(r"^#+ (.+)$", one.read_text(encoding="utf-8"), re.MULTILINE)
        assert heads[0].startswith(one.name[:4])
        assert heads[1:] == ["Context", "Decision", "Consequences", "Alternatives"]
        assert f"[{heads[0]}]({one.name})" in index


def test_the_changes_name_this_version() -> None:
    assert f"## [{comity.__version__}]" in text_of("CHANGELOG.md")
