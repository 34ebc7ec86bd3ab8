"""Who came in an office in which another came before and after is an issue; two spellings of one name are not."""

from __future__ import annotations

import pytest
from facts_world import World, claim

from comity.facts import reconcile

VISIT = "visit KAZ TUR head-of-state"


def codes(*persons: tuple[str, str]) -> list[str]:
    claims = [
        claim(VISIT, "a", date, person=person, start=number * 500) for number, (person, date) in enumerate(persons)
    ]
    return [issue.code for issue in reconcile(claims, {}, World()).issues]


def test_another_president_between_two_visits_of_the_one():
    found = codes(("Kassym-Jomart Tokayev", "2022-05-10"), ("Sadyr Japarov", "2022-07-01"), ("Tokayev", "2022-11-11"))
    assert found == ["visitor-not-in-office"]


@pytest.mark.parametrize(
    "between",
    [
        ("Qasym-Zhomart Toqaev", "2022-07-01"),
        ("Касым-Жомарт Токаев", "2022-07-01"),
        ("Sadyr Japarov", "2023-11-12"),
    ],
)
def test_spellings_scripts_and_a_later_president_are_no_issue(between):
    assert codes(("Kassym-Jomart Tokayev", "2022-05-10"), between, ("Tokayev", "2022-11-11")) == []
