"""How a sentence was read: nothing is read differently for being watched, and what was dropped says why."""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.claims import Watched
from comity.model.claim import Claim, to_json
from comity.packs.interface import interface_languages, load_interface
from comity.pipeline import extract, watch
from comity.views.explain import Explanation, explain_reading, render_explanations

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in {".txt", ".md", ".html", ".wiki"})
STORY = (
    "Kazakhstan and Ukraine\n\nKazakhstan and Ukraine established diplomatic relations on 22 July 1992.\n"
    "The embassy is near the river. Both countries opened a school.\n"
)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    place = tmp_path / "story.txt"
    place.write_text(STORY, encoding="utf-8")
    return place


def read(path: Path) -> list[Watched]:
    return [one for one in watch([path]) if isinstance(one, Watched)]


def explained(path: Path, line: int | None = None) -> list[Explanation]:
    return list(explain_reading(read(path), load_interface("en"), line=line))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_claim_is_explained_and_none_is_read_differently(path: Path) -> None:
    plain = {repr(to_json(one)) for one in extract([path]) if isinstance(one, Claim)}
    watched = {repr(to_json(claim)) for one in read(path) for claim in one.claims}
    assert watched == plain


def test_places_are_the_source_s(story: Path) -> None:
    for one in explained(story):
        assert STORY[one.start : one.end] == one.text
        for thing in one.things:
            assert STORY[thing.start : thing.end] == thing.words


def test_a_line_asks_for_what_stands_on_it(story: Path) -> None:
    assert [one.text for one in explained(story, 3)] == [STORY.splitlines()[2]]
    assert len(explained(story, 4)) == 2
    assert explained(story, 9) == []


def test_a_claim_comes_with_the_frame_that_read_it(story: Path) -> None:
    (one,) = explained(story, 3)
    (claim,) = one.to_json()["claims"]
    assert (claim["type"], claim["date"]) == ("relations", "1992-07-22")
    assert [(out.frame, out.claims) for out in one.outcomes if out.claims] == [
        ("relations", ("relations.established",))
    ]


def test_what_gives_no_claim_names_its_words_and_what_was_missed(story: Path) -> None:
    one, _ = explained(story, 4)
    assert one.claims == ()
    (mission,) = [out for out in one.outcomes if out.frame == "mission"]
    assert mission.words[0] == ("embassy", ("mission.embassy",))
    assert "verb.open" in mission.missed


def test_both_countries_says_whom_it_means_and_whence(story: Path) -> None:
    light = explained(story, 4)[1].light
    assert any("KAZ, UKR" in line for line in light)


@pytest.mark.parametrize("language", interface_languages())
def test_every_form_of_passage_can_be_said(language: str) -> None:
    words = load_interface(language)
    for path in EXAMPLES[:4]:
        lines = list(render_explanations(explain_reading(read(path), words), words))
        assert lines
        assert not any("{" in line and "}" in line and '"type"' not in line for line in lines if "“" not in line)
