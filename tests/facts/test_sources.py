"""What a document's source seems to be, by the words that are declared."""

from __future__ import annotations

import pytest
from facts_world import claim, document

from comity.errors import PackError
from comity.facts.sources import find_source, kind_for
from comity.packs.sources import load_source_rules, read_source_rules

RULES = load_source_rules()


@pytest.mark.parametrize(
    ("place", "text", "kind", "party"),
    [
        ("https://www.mfa.gov.tr/relations-between-turkiye-and-kazakhstan", "", "ministry", "TUR"),
        ("docs/de-oesterreich-aussenministerium.txt", "", "ministry", None),
        ("docs/macaristan-haber.txt", "", "news", None),
        ("docs/etiyopya-ansiklopedi.txt", "", "encyclopaedia", None),
        ("docs/a.txt", "Kazakhstan–Ukraine relations\n\nFrom Wikipedia, the free encyclopedia", "encyclopaedia", None),
        ("docs/list.html", "[哈萨克斯坦](https://zh.wikipedia.org/wiki/哈萨克斯坦)", "encyclopaedia", None),
        ("docs/a.txt", "The minister said so. ^ http://www.mfa.gov.kz/en/news", "unknown", None),
    ],
)
def test_the_kind_of_a_source(place, text, kind, party):
    guess = find_source(document("a", place=place, text=text), RULES)
    assert (guess.kind, guess.party) == (kind, party)


def test_a_ministry_is_its_own_only_for_its_own_act():
    guess = find_source(document("a", place="mfa.gov.kz/a.html"), RULES)
    assert kind_for(guess, claim("relations established KAZ TUR", "a").roles) == "own-ministry"
    assert kind_for(guess, claim("mission opened KAZ TUR embassy Ankara", "a").roles) == "own-ministry"
    assert kind_for(guess, claim("mission opened TUR KAZ embassy Astana", "a").roles) == "partner-ministry"
    assert kind_for(guess, claim("relations established FRA MNG", "a").roles) == "ministry"


def test_all_faults_of_the_file_are_told_at_once():
    with pytest.raises(PackError) as caught:
        read_source_rules('rules = ["luck"]\n[[hints]]\nkind = "rumour"\nwhere = "air"\nwords = ["x"]\n')
    assert len(caught.value.faults) == 7


def test_a_file_of_ones_own_changes_orders_and_adds_to_hints(tmp_path, monkeypatch):
    place = tmp_path / "mine.toml"
    place.write_text('rules = ["voices"]\n[ministries]\n"mfa.example" = "KAZ"\n', "utf-8")
    declared = load_source_rules()
    monkeypatch.setenv("COMITY_SOURCES", str(place))
    load_source_rules.cache_clear()
    own = load_source_rules()
    load_source_rules.cache_clear()
    assert own.rules == ("voices",) and own.kinds == declared.kinds
    assert own.ministries == {**declared.ministries, "mfa.example": "KAZ"}


def test_a_file_of_ones_own_that_is_not_there_is_named(monkeypatch):
    monkeypatch.setenv("COMITY_SOURCES", "nowhere/mine.toml")
    load_source_rules.cache_clear()
    with pytest.raises(PackError, match=r"nowhere/mine\.toml"):
        load_source_rules()
    monkeypatch.delenv("COMITY_SOURCES")
    load_source_rules.cache_clear()
