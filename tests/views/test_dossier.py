"""A pair's dossier and a party's overview: every line with its date, standing and source."""

from __future__ import annotations

import json

import pytest
from views_world import small_register, speech

from comity.views.dossier import show_pair
from comity.views.overview import show_party
from comity.views.text import render_pair, render_party


@pytest.fixture(scope="module")
def register():
    return small_register()


def _section(dossier, key):
    return next(section for section in dossier.sections if section.key == key).lines


def test_relations_settled_by_two_documents_are_agreed(register):
    [line] = _section(show_pair(register, "KAZ", "TUR", speech()), "relations")
    assert (line.date, line.standing, line.documents) == ("1992-03-02", "agreed", ("list", "news"))
    assert line.text == "Kazakhstan and Türkiye established diplomatic relations"


def test_missions_stand_by_direction_and_kind_with_their_cities(register):
    lines = _section(show_pair(register, "TUR", "KAZ", speech()), "missions")
    assert [line.group for line in lines] == [
        "Kazakhstan in Türkiye: embassy (1) – Ankara",
        "Kazakhstan in Türkiye: consulates-general (2) – Antalya, Izmir",
        "Kazakhstan in Türkiye: consulates-general (2) – Antalya, Izmir",
    ]


def test_relations_by_succession_stand_with_what_they_follow_from(register):
    lines = _section(show_pair(register, "KAZ", "SRB", speech()), "relations")
    assert [(line.date, line.standing) for line in lines] == [
        ("1996-12-10", "single source"),
        ("2006-06-05/..", "inferred"),
    ]
    assert "Yugoslavia (Federal Republic)" in lines[0].text
    assert "1996-12-10" in lines[1].note


def test_what_the_documents_on_two_say_of_others_is_shown_apart(register):
    dossier = show_pair(register, "KAZ", "SRB", speech())
    assert [line.text for line in _section(dossier, "others")] == ["Kazakhstan does not recognise Kosovo"]
    assert [line.text for line in _section(dossier, "honours")] == [
        "Kazakhstan awarded Nikolić the Order of Friendship"
    ]
    assert "others" not in {section.key for section in show_pair(register, "KAZ", "TUR", speech()).sections}


def test_what_is_asked_for_is_said_to_be_and_not_counted(register):
    [line] = _section(show_pair(register, "KAZ", "SRB", speech()), "missions")
    assert line.text == "Asked for: opening of an embassy of Kazakhstan in Serbia"
    assert "(0)" in line.group


def test_memberships_are_shared_only_where_both_are_said_to_be_members(register):
    [line] = _section(show_pair(register, "KAZ", "TUR", speech()), "memberships")
    assert "Organization of Turkic States" in line.text and len(line.facts) == 2


def test_disputed_dates_are_beside_the_preferred_one(register):
    [line] = _section(show_pair(register, "KAZ", "UKR", speech()), "relations")
    assert (line.date, line.standing, line.others) == ("1992-07-22", "disputed", ("1991",))


@pytest.mark.parametrize("language", ["en", "zh", "tr", "kk"])
def test_a_dossier_in_every_language_has_a_line_a_fact_and_no_hole(register, language):
    words = speech(language)
    dossier = show_pair(register, "KAZ", "TUR", words)
    lines = list(render_pair(dossier, words))
    for section in dossier.sections:
        for line in section.lines:
            assert sum(line.facts[0][:8] in text for text in lines) == 1
    assert not any("{" in text or "[]" in text or "  ]" in text for text in lines)
    json.dumps(dossier.to_json())


def test_two_parties_with_nothing_between_them(register):
    dossier = show_pair(register, "UKR", "TUR", speech())
    assert dossier.sections == ()
    assert list(render_pair(dossier, speech()))[-1] == "Nothing is recorded between Ukraine and Türkiye."


def test_a_partys_overview_counts_its_rows_and_partners(register):
    overview = show_party(register, "KAZ", speech())
    assert (overview.rows, overview.settled) == (3, 1)
    assert {one.party for one in overview.partners} >= {"TUR", "SRB", "YUG", "UKR", "XKX", "OTS"}
    text = "\n".join(render_party(overview, speech()))
    assert (
        "Republic of Kazakhstan" in text and "3 rows of lists of Kazakhstan name no partner (1 of them settled)" in text
    )
    json.dumps(overview.to_json())


def test_a_party_of_which_nothing_is_recorded(register):
    assert "Nothing is recorded." in list(render_party(show_party(register, "FJI", speech()), speech()))
