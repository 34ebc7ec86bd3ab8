"""The table of offices: what a row may hold, and that the packs' titles are offices, too."""

from __future__ import annotations

import pytest

from comity.errors import PackError
from comity.packs.language import LANGUAGES, load_language
from comity.packs.offices import COLUMNS, load_offices, parse_offices
from comity.packs.sections import load_cue_classes

HEAD = ",".join(COLUMNS)


def test_all_faults_of_the_file_are_told_at_once() -> None:
    rows = [
        HEAD,
        "XXX,president,head-of-state,,,,,no",
        "IRN,shah,head-of-state,,,,,no",
        "IRN,president,ruler,,,,,no",
        "FRA,president,other,1970-13,,,,no",
        "DEU,chancellor,other,1990,1980,,,no",
        "AUT,chancellor,other,,,,,perhaps",
        "CHE,chancellor,other,,,,,yes",
        "USA,secretary-of-state,other,,1950,,,no",
        "USA,secretary-of-state,minister,1950,,,,no",
    ]
    with pytest.raises(PackError) as caught:
        parse_offices("\n".join(rows) + "\n")
    told = str(caught.value)
    for wanted in (
        "line 2: no party 'XXX'",
        "line 3: no class of title 'shah'",
        "line 4: no office 'ruler'",
        "line 5: start:",
        "line 6: ends before it begins",
        "line 7: checked: 'perhaps'",
        "line 8: checked, but against no source",
        "line 10: USA secretary-of-state is already told for that time in line 9",
    ):
        assert wanted in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_is_an_office_or_no_office_by_its_word_alone(language: str) -> None:
    cues = load_language(language).cues
    offices = {phrase for label, phrases in cues.items() if label.startswith("office.") for phrase, *_ in phrases}
    titles = {phrase for label, phrases in cues.items() if label.startswith("title.") for phrase, *_ in phrases}
    assert titles and titles <= offices


def test_every_class_of_title_has_a_row_and_a_language_that_uses_it() -> None:
    classes = {label.partition(".")[2] for label in load_cue_classes() if label.startswith("title.")}
    used = {label.partition(".")[2] for code in LANGUAGES for label in load_language(code).cues if "title." in label}
    assert classes == {row.title for row in load_offices()} == used
