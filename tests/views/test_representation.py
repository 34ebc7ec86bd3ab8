"""At which level a state was represented in another on a day, and what never follows from silence."""

from __future__ import annotations

import pytest
from views_world import Memory, speech

from comity.model.claim import from_json
from comity.model.roles import JSON
from comity.model.when import When
from comity.views.posts import find_posts
from comity.views.representation import CODES, Level, representation_as_of
from comity.views.represented import render_representation, show_level


def mission(text: str, date: str = "", document: str = "a", **more: JSON):
    event, sender, receiver, kind, *city = text.split()
    data: dict[str, JSON] = {"type": "mission", "event": event, "sender": sender, "receiver": receiver, "kind": kind}
    data |= ({"city": city[0]} if city else {}) | ({"date": date} if date else {}) | more
    return _claim(data, f"{text} {date}", document)


def relations(event: str, one: str, two: str, date: str, **more: JSON):
    data: dict[str, JSON] = {"type": "relations", "event": event, "parties": sorted((one, two)), "date": date, **more}
    return _claim(data, f"{event} {one} {two} {date}", "a")


def _claim(data: dict[str, JSON], quote: str, document: str):
    start = sum(map(ord, quote)) * 100
    evidence: JSON = {"document": document, "start": start, "end": start + len(quote), "quote": quote}
    return from_json({**data, "evidence": evidence})


def level(claims, sender: str, receiver: str, date: str):
    found = representation_as_of(Memory(claims, {}), sender, When.parse(date), speech(), receiver)
    return next(one for one in found if (one.sender, one.receiver) == (sender, receiver))


LADDER = [
    mission("opened FRA TUR legation Ankara", "1925-03-01"),
    mission("raised FRA TUR embassy Ankara", "1939-05-12"),
    mission("closed FRA TUR embassy Ankara", "1971-02"),
]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("1924-01-01", Level.NOT_RECORDED),
        ("1930-01-01", Level.LEGATION),
        ("1950-01-01", Level.EMBASSY),
        ("1971-02-10", Level.NOT_RECORDED),
        ("1972-01-01", Level.NONE),
    ],
)
def test_a_ladder_of_ranks_is_climbed_day_by_day(date, expected):
    assert level(LADDER, "FRA", "TUR", date).level is expected


def test_relations_lowered_to_charges_leave_the_embassy_with_the_code_of_a_charge():
    claims = [
        mission("opened FRA TUR embassy Ankara", "1939-05-12"),
        relations("downgraded", "FRA", "TUR", "1950-03-01", level="charge-d-affaires"),
        relations("upgraded", "FRA", "TUR", "1955-03", level="embassy"),
    ]
    found = [level(claims, "FRA", "TUR", f"{year}-01-01") for year in (1950, 1951, 1955, 1956)]
    assert [one.level for one in found] == [Level.EMBASSY, Level.CHARGE, Level.CHARGE, Level.EMBASSY]
    assert CODES[found[1].level] == 1
    assert [post.kind for post in found[1].posts] == ["embassy"]


def test_an_embassy_said_to_be_in_another_city_has_moved_there_by_then():
    claims = [
        mission("opened TUR KAZ embassy Almaty", "1992-03"),
        mission("exists TUR KAZ embassy Astana", "../2025-07-30", document="b"),
        mission("exists TUR KAZ consulate-general Almaty", "../2025-07-30", document="b"),
    ]
    found = {date: level(claims, "TUR", "KAZ", date) for date in ("1995-01-01", "2025-07-30", "2026-11-22")}
    assert {one.level for one in found.values()} == {Level.EMBASSY}
    seats = {date: [post.city for post in one.posts if post.kind == "embassy"] for date, one in found.items()}
    assert seats == {"1995-01-01": ["Almaty"], "2025-07-30": ["Astana"], "2026-11-22": ["Astana"]}
    lines = "\n".join(render_representation(tuple(found.values()), speech(), When.parse("1995-01-01")))
    assert "embassy, Almaty, 1992-03/.., elsewhere by 2025-07-30" in lines
    assert "embassy, Astana, ../2025-07-30 " in lines
    assert (
        "embassy, Astana, by 30 July 2025" in show_level(found["2026-11-22"], speech(), When.parse("2026-11-22")).posts
    )
    earlier = [claims[0], mission("exists TUR KAZ embassy Astana", "../1991-01-01", document="b")]
    assert [post.city for post in level(earlier, "TUR", "KAZ", "2000-01-01").posts] == ["Almaty"]


def test_a_consulate_beside_an_embassy_without_a_date_is_not_said_to_be_all_there_is():
    claims = [
        mission("opened KAZ SRB consulate Belgrade", "2015-06"),
        mission("exists KAZ SRB embassy Belgrade", document="b"),
    ]
    found = level(claims, "KAZ", "SRB", "2026-11-22")
    assert found.level is Level.NOT_RECORDED
    assert [post.kind for post in found.posts] == ["consulate"]
    assert [post.kind for post in found.doubt] == ["embassy"]
    assert level(claims[:1], "KAZ", "SRB", "2026-11-22").level is Level.CONSULATE


def test_what_was_told_of_last_is_told_beside_a_day_of_which_nothing_is_recorded():
    claims = [
        mission("exists FRA TUR embassy Ankara", "../2001-02-03"),
        mission("exists FRA TUR consulate Izmir", "../2001-02-03", document="b"),
        mission("exists FRA TUR embassy Istanbul", "../1999-01-01", document="c"),
    ]
    found = level(claims, "FRA", "TUR", "2010-01-01")
    assert found.level is Level.NOT_RECORDED
    assert found.last is not None
    assert found.last.city == "Ankara"
    assert level(claims, "FRA", "TUR", "1990-01-01").last is None


def test_a_day_within_an_imprecise_closing_is_told_as_doubt():
    assert [post.kind for post in level(LADDER, "FRA", "TUR", "1971-02-10").doubt] == ["embassy"]


def test_each_turn_ends_one_spell_and_begins_the_next():
    register = Memory(LADDER, {})
    posts = find_posts(register.iter_facts(type="mission"))
    assert [(post.kind, str(post.began), str(post.ended)) for post in posts] == [
        ("legation", "1925-03-01", "1939-05-12"),
        ("embassy", "1939-05-12", "1971-02"),
    ]


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (mission("exists KAZ TUR embassy Ankara", "1992/.."), Level.EMBASSY),
        (mission("exists KAZ TUR embassy Paris", "1992/..", via="FRA"), Level.AMBASSADOR),
        (mission("exists KAZ TUR legation Paris", "1992/..", via="FRA"), Level.ENVOY),
        (mission("exists KAZ TUR interests-section Ankara", "1992/..", via="FRA"), Level.INTERESTS),
        (mission("exists KAZ TUR liaison-office Ankara", "1992/.."), Level.LIAISON),
        (mission("exists KAZ TUR consulate Antalya", "1992/.."), Level.CONSULATE),
        (mission("absent KAZ TUR embassy", "1990/2010"), Level.NONE),
        (mission("exists KAZ TUR embassy Ankara", "../2020-01-01"), Level.NOT_RECORDED),
        (mission("exists KAZ TUR embassy Ankara"), Level.NOT_RECORDED),
    ],
)
def test_every_kind_of_post_has_its_level(claim, expected):
    found = level([claim], "KAZ", "TUR", "2005-06-01")
    assert found.level is expected
    assert found.to_json()["code"] == CODES[expected]
    assert level([claim], "TUR", "KAZ", "2005-06-01").level is Level.NOT_RECORDED


def test_what_is_not_recorded_has_no_code_and_none_has():
    assert (CODES[Level.NOT_RECORDED], CODES[Level.NONE]) == (None, 0)


def test_after_a_severing_an_embassy_is_not_taken_to_stand():
    claims = [
        mission("opened FRA TUR embassy Ankara", "1950-01-01"),
        relations("established", "FRA", "TUR", "1949-01-01"),
        relations("severed", "FRA", "TUR", "1960-01-01"),
    ]
    assert level(claims, "FRA", "TUR", "1955-01-01").level is Level.EMBASSY
    assert (level(claims, "FRA", "TUR", "1970-01-01").level, level(claims, "FRA", "TUR", "1970-01-01").rule) == (
        Level.NOT_RECORDED,
        "severed",
    )


def test_a_successor_has_its_predecessors_post_marked_as_such():
    claims = [mission("opened KAZ YUG embassy Belgrade", "1997-05-01")]
    found = level(claims, "KAZ", "SRB", "2010-01-01")
    assert (found.level, found.rule, found.through) == (Level.EMBASSY, "predecessor", "YUG")
    assert level(claims, "KAZ", "MNE", "2010-01-01").level is Level.NOT_RECORDED


def test_the_posts_of_a_state_that_ended_without_one_to_go_on_are_nobodys():
    claims = [
        mission("opened DDR FRA embassy Paris", "1974-01-01"),
        mission("opened DEU FRA embassy Paris", "1955-05-01"),
    ]
    assert level(claims, "DDR", "FRA", "1980-01-01").level is Level.EMBASSY
    assert level(claims, "DDR", "FRA", "2020-01-01").level is Level.NONE
    partners = representation_as_of(Memory(claims, {}), "FRA", When.parse("2020-01-01"), speech())
    assert {one.sender for one in partners} == {"FRA", "DEU"}


@pytest.mark.parametrize("language", ["en", "tr", "zh"])
def test_the_levels_are_said_in_every_language(language):
    found = representation_as_of(Memory(LADDER, {}), "FRA", When.parse("1950-01-01"), speech(language))
    lines = list(render_representation(found, speech(language), When.parse("1950-01-01")))
    assert len(lines) == 5 and "[3]" in lines[1]


def test_a_page_says_since_when_a_post_stands() -> None:
    found = representation_as_of(Memory(LADDER, {}), "FRA", When.parse("1950-01-01"), speech())
    shown = [show_level(one, speech(), When.parse("1950-01-01")) for one in found]
    assert any("since" in post or "–" in post for one in shown for post in one.posts)
