"""One act told in several languages is one fact; two acts of one day never are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from facts_world import World, claim, document

from comity.facts import reconcile
from comity.model.document import Found
from comity.model.fact import Standing

PAIR = "agreement signed KAZ TUR"


def told(*said: tuple[str, str, str, str], kind: str = "declaration"):
    """The agreements that these make, each (document, language, title, day)."""
    claims = [
        claim(f"{PAIR} {title}", name, day, kind=kind, start=number * 1000)
        for number, (name, _, title, day) in enumerate(said)
    ]
    documents = {
        name: replace(document(name, text=name * 9), language=Found(value=language, how="told"))
        for name, language, _, _ in said
    }
    return [fact for fact in reconcile(claims, documents, World()).facts if fact.type == "agreement"]


RU = ("a", "ru", "Декларация о стратегическом партнёрстве", "2009-10-22")
TR = ("b", "tr", "Stratejik Ortaklık Bildirisi", "2009-10-22")
ZH = ("c", "zh", "战略伙伴关系宣言", "2009-10-22")


def test_a_declaration_in_three_languages_is_one_that_is_agreed():
    [fact] = told(RU, TR, ZH)
    assert fact.standing is Standing.AGREED
    assert set(fact.preferred.documents) == {"a", "b", "c"}


def test_memoranda_of_one_day_stay_apart_for_a_visit_brings_several():
    assert len(told(RU, TR, kind="memorandum")) == 2


@pytest.mark.parametrize(
    "other",
    [
        ("b", "tr", "Ortak Bildiri", "2009-10-22"),
        ("d", "tr", "Ortak Bildiri", "2009-10-22"),
    ],
)
def test_where_a_document_or_a_language_has_two_nothing_is_joined(other):
    assert len(told(RU, TR, other)) == 3


def test_another_day_is_another_act():
    assert len(told(RU, ("b", "tr", "Stratejik Ortaklık Bildirisi", "2009-10-23"))) == 2


def test_a_language_not_known_joins_nothing():
    assert len(told(RU, ("b", "", "Stratejik Ortaklık Bildirisi", "2009-10-22"))) == 2


def named(kind: str, *said: tuple[str, str, str, str]):
    """The facts of a kind that these make, each (document, language, person, day)."""
    text = {"appointment": "appointment credentials ambassador TUR KAZ", "honour": "honour KAZ"}[kind]
    role = {"appointment": "person", "honour": "recipient"}[kind]
    claims = [
        claim(f"{text} {name}", document_, day, start=number * 1000, **{role: name})
        for number, (document_, _, name, day) in enumerate(said)
    ]
    documents = {
        name: replace(document(name, text=name * 9), language=Found(value=language, how="told"))
        for name, language, _, _ in said
    }
    return [fact for fact in reconcile(claims, documents, World()).facts if fact.type == kind]


@pytest.mark.parametrize("kind", ["appointment", "honour"])
def test_who_is_named_in_two_scripts_of_one_day_is_one_person(kind):
    [fact] = named(kind, ("a", "ru", "Дидара Серикова", "2022-10-11"), ("b", "tr", "Didara Serikova", "2022-10-11"))
    assert fact.standing is Standing.AGREED


@pytest.mark.parametrize("kind", ["appointment", "honour"])
def test_two_names_in_one_script_stay_two_persons_in_two_languages(kind):
    assert len(named(kind, ("a", "en", "Ana Karić", "2022-10-11"), ("b", "tr", "Dragan Vuk", "2022-10-11"))) == 2


@pytest.mark.parametrize("kind", ["appointment", "honour"])
def test_where_a_language_has_two_persons_of_that_day_none_is_joined(kind):
    said = ("a", "ru", "Дидара Серикова", "2022-10-11"), ("a", "ru", "Айгуль Омарова", "2022-10-11")
    assert len(named(kind, *said, ("b", "tr", "Didara Serikova", "2022-10-11"))) == 3
