"""Every type of fact is said back in words, in every language that has sentences, without a hole."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest
from views_world import said, speech

from comity.model.roles import MISSION_KINDS
from comity.packs.sentences import fill, load_sentences
from comity.views.sentences import say_roles

LANGUAGES = ("en", "zh", "tr")
CLAIMS = [
    {"type": "relations", "parties": ["KAZ", "TUR"], "event": event}
    for event in ("established", "severed", "suspended", "restored", "upgraded", "downgraded", "exists", "absent")
]
CLAIMS += [
    {"type": "recognition", "subject": "TUR", "object": "KAZ", "event": event}
    for event in ("recognised", "refused", "withdrawn")
]
CLAIMS += [
    {"type": "mission", "sender": "KAZ", "receiver": "TUR", "kind": kind, "event": event}
    for kind in MISSION_KINDS
    for event in ("exists", "opened", "closed", "moved", "raised", "lowered", "absent")
]
CLAIMS += [{"type": "visit", "visitor": "KAZ", "host": "TUR", "office": "head-of-state"}]
CLAIMS += [{"type": "meeting", "parties": ["KAZ", "TUR", "UZB"]}]
CLAIMS += [
    {"type": "agreement", "parties": ["KAZ", "TUR"], "title": "treaty", "event": event}
    for event in ("signed", "ratified", "in-force", "terminated", "negotiated")
]
CLAIMS += [
    {"type": "membership", "member": "KAZ", "organization": "UN", "role": role, "event": event}
    for role in ("member", "founder", "chair", "observer", "candidate", "partner", "council-member")
    for event in ("holds", "joined", "left", "elected")
]
CLAIMS += [
    {"type": "quantity", "indicator": "trade-turnover", "parties": ["KAZ", "TUR"], **value}
    for value in ({"value": 5}, {"min": 5}, {"max": 5}, {"min": 5, "max": 6}, {"change": 5})
]
CLAIMS += [{"type": "honour", "giver": "KAZ", "recipient": "Vučić"}]
CLAIMS += [
    {"type": "body", "parties": ["KAZ", "TUR"], "name": "x", "event": one} for one in ("founded", "met", "ended")
]
CLAIMS += [
    {"type": "appointment", "post": "ambassador", "sender": "KAZ", "receiver": "TUR", "event": event}
    for event in ("appointed", "credentials", "ended", "holds", "recalled", "expelled")
]
CLAIMS += [{"type": "landmark", "kind": "park", "country": "TUR"}]
CLAIMS += [{"type": "dispute", "parties": ["KAZ", "TKM"], "event": one} for one in ("open", "settled", "raised")]
CLAIMS += [{"type": "succession", "predecessor": "SUN", "successor": "RUS"}]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_fact_has_its_words(language):
    words = speech(language)
    for data in CLAIMS:
        sentence = say_roles(said("a", "quote", **data).roles, words)
        assert sentence and not re.search(r"[{}\[\]]| [,.:]|\(\s*\)|-planned|  ", sentence), (data, sentence)
        assert not any(f" {value} " in f" {sentence} " for value in _codes(data)), (data, sentence)


def _codes(data):
    """The ids in a claim that no reader should see: they are said in words."""
    ids = [data.get(name) for name in ("office", "kind", "event", "indicator") if "-" in str(data.get(name))]
    return [one for one in ids if one not in ("consulate-general", "vice-consulate")]


def test_a_sentence_is_whole():
    words = speech()
    mission = said(
        "a",
        "q",
        type="mission",
        sender="KAZ",
        receiver="SRB",
        kind="consulate",
        city="Belgrade",
        event="opened",
        via="HUN",
    )
    assert (
        say_roles(mission.roles, words)
        == "Kazakhstan opened a consulate in Belgrade, Serbia (under its mission in Hungary)"
    )
    trade = said("a", "q", type="quantity", indicator="exports", from_="KAZ", to="TUR", value=3_900_000_000, unit="USD")
    assert say_roles(trade.roles, words) == "exports of Kazakhstan to Türkiye: 3,900,000,000 USD"


def test_options_are_left_out_where_a_name_is_empty():
    assert fill("{a}[ in {b}][, {c} {d}]", {"a": "x", "b": "", "c": "y", "d": "z"}) == "x, y z"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_in_a_pack_is_one_that_is_filled(language):
    english = tomllib.loads((files("comity") / "data" / "languages" / "en.sentences.toml").read_text("utf-8"))
    for table, texts in load_sentences(language).tables.items():
        for name, text in texts.items():
            known = set(re.findall(r"\{(\w+)\}", english.get(table, {}).get(name, text)))
            assert set(re.findall(r"\{(\w+)\}", text)) <= known, (table, name)


def test_a_language_without_sentences_is_answered_in_english():
    assert load_sentences("kk").get("sections", "relations") == "Relations"
