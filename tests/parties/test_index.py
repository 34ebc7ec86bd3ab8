"""What a name index does with names: boundaries, endings, capitals, blocks, languages, and the table it is kept in."""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.errors import PackError
from comity.packs.cache import data_digest, get_cached, put_cached
from comity.packs.names import NameRecord, iter_languages, iter_names, load_common_words, load_rules, parse_names
from comity.packs.polities import load_polities
from comity.parties.forms import Form, fold_names
from comity.parties.index import NameHit, NameIndex, load_index
from comity.parties.table import FormTable


def found(text: str, language: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(text[hit.start : hit.end], hit.ids) for hit in load_index().find_names(text, language)]


def only(text: str, language: str) -> NameHit:
    (hit,) = load_index().find_names(text, language)
    return hit


def form(surface: str, id: str, **rest: object) -> Form:
    values: dict[str, object] = {"language": "en", "kind": "party", "form": "short", "letters": 1, **rest}
    return Form(folded=fold_names(surface), surface=surface, id=id, **values)  # type: ignore[arg-type]


def small(*forms: Form) -> NameIndex:
    return NameIndex(FormTable.build(forms), load_rules())


def test_a_longer_name_that_starts_inside_a_word_hides_nothing() -> None:
    index = small(form("aba", "ONE"), form("Ba", "TWO"), form("Ba Caxy", "THREE"))
    hits = index.find_names("(Ba Cax", "en")
    assert [(hit.start, hit.end, hit.ids) for hit in hits] == [(1, 3, ("TWO",))]


def test_an_ending_after_an_apostrophe_is_outside_the_hit_and_gives_its_case() -> None:
    for text in ("Türkiye'nin", "Türkiye’nin", "TÜRKİYE'NİN"):
        hit = only(text, "tr")
        assert (hit.start, hit.end, hit.ids, hit.case) == (0, 7, ("TUR",), "gen")


def test_capital_dotted_and_undotted_i_are_one_letter() -> None:
    assert found("IRAK ve İRAN, Irak ve İran", "tr") == [
        ("IRAK", ("IRQ",)),
        ("İRAN", ("IRN",)),
        ("Irak", ("IRQ",)),
        ("İran", ("IRN",)),
    ]


def test_letters_count_only_as_they_are_written() -> None:
    assert found("The US told us who the WHO is.", "en") == [("US", ("USA",)), ("WHO", ("WHO",))]


def test_arabic_letters_written_together_with_the_next_word_are_outside_the_hit() -> None:
    assert found("وكازاخستان وبتركيا", "ar")[0] == ("كازاخستان", ("KAZ",))


def test_a_city_that_is_also_a_state_says_both() -> None:
    hit = only("Singapore", "en")
    assert (hit.kind, hit.ids, hit.others[0].kind) == ("party", ("SGP",), "city")


def test_a_city_comes_before_a_state_that_once_had_its_name() -> None:
    hit = only("Zanzibar", "en")
    assert hit.kind == "city"
    assert [one.ids for one in hit.others] == [("ZAN",)]


def test_a_block_takes_only_what_is_in_brackets() -> None:
    assert found("文莱苏丹抵达", "zh") == [("文莱", ("BRN",))]


def test_letters_as_written_come_before_a_block() -> None:
    assert found("GUAM met on Guam.", "en") == [("GUAM", ("GUAM",))]


def test_letters_too_short_need_their_name_in_the_passage() -> None:
    assert found("The EC decided.", "en") == []
    assert ("EC", ("EC", "EEC")) in found("The European Commission (EC) decided.", "en")


def test_a_word_that_is_also_a_town_needs_a_capital_that_is_not_the_sentences() -> None:
    assert found("Nice weather was promised.", "en") == []
    assert found("They met in Nice again.", "en")[0][0] == "Nice"


def test_a_variant_of_a_language_is_read_as_the_language() -> None:
    assert found("哈萨克斯坦", "zh-Hans") == found("哈萨克斯坦", "zh") == [("哈萨克斯坦", ("KAZ",))]


def test_a_language_without_names_is_read_by_what_can_mean_one_thing() -> None:
    assert found("Il Kazakhstan e il Portugal", "it") == [("Kazakhstan", ("KAZ",)), ("Portugal", ("PRT",))]


def test_inflected_forms_of_another_language_stay_there() -> None:
    assert found("Island role and Smile of Fas", "en") == []


def test_a_table_is_the_same_in_any_order_and_survives_its_bytes() -> None:
    forms = [form("Alpha", "A"), form("Beta", "B"), form("Beta", "C"), form("中", "D", form="pair", language="zh")]
    table = FormTable.build(forms)
    assert table.dump() == FormTable.build(forms[::-1]).dump()
    again = FormTable.load(table.dump())
    assert again is not None
    assert [again.forms(number) for number in range(len(again))] == [
        table.forms(number) for number in range(len(table))
    ]
    assert (again.letters, again.languages) == ({"zh": "中"}, ("en", "zh"))


@pytest.mark.parametrize("content", [b"", b"something else", b"comity names 1\n"])
def test_bytes_that_are_no_table_are_refused(content: bytes) -> None:
    assert FormTable.load(content) is None


def test_what_is_kept_is_kept_under_its_key_and_the_old_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert get_cached("names", "one") is None
    assert put_cached("names", "one", b"1") and put_cached("names", "two", b"2")
    assert (get_cached("names", "one"), get_cached("names", "two")) == (None, b"2")


def test_a_cache_that_cannot_be_written_is_said_and_survived(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "comity").write_text("a file where the folder should be")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert not put_cached("names", "one", b"1")
    assert get_cached("names", "one") is None


def test_the_digest_names_data_and_code() -> None:
    data = (("parties", ".toml"),)
    assert (
        data_digest(data, ())
        != data_digest(data, ("comity.parties.forms",))
        != data_digest((), ("comity.parties.forms",))
    )


def test_a_name_file_tells_all_its_faults_at_once() -> None:
    head = "party,name,kind,start,end,note\n"
    with pytest.raises(PackError) as caught:
        parse_names(
            head + "KAZ,Kazakhstan,shrt,,,\n,Foo ,not,,,\nKAZ,Bar,not,,,\nTUR,Baz,short,yesterday,,\n", "xx.csv"
        )
    assert [fault.partition(":")[0] for fault in caught.value.faults] == ["line 2", "line 3", "line 4", "line 5"]
    with pytest.raises(PackError, match="the columns are"):
        parse_names("a,b\n", "xx.csv")
    with pytest.raises(PackError, match="the same as line 2"):
        parse_names(head + "KAZ,A,short,,,\nKAZ,A,short,,,\n", "xx.csv")


def test_a_name_record_holds_its_time() -> None:
    (record,) = parse_names("party,name,kind,start,end,note\nCOD,Zaire,former,1971-10-27,1997-05-17,\n", "xx.csv")
    assert (record.party, str(record.start), str(record.end)) == ("COD", "1971-10-27", "1997-05-17")


@pytest.mark.parametrize("language", ["en", "tr", "zh-Hans", "zh-Hant", "ru"])
def test_names_hold_files_and_cldr_but_not_menu_names(language: str) -> None:
    records = list(iter_names(language))
    assert len({one.party for one in records if one.kind == "short"}) >= 195
    assert all(isinstance(one, NameRecord) for one in records)
    assert not {"Congo - Kinshasa", "Myanmar (Burma)", "Kongo - Kinşasa"} & {one.name for one in records}


@pytest.mark.parametrize("language", sorted(iter_languages()))
def test_only_known_namesakes_share_a_name(language: str) -> None:
    holders: dict[str, set[str]] = {}
    for record in iter_names(language):
        if record.party and record.kind not in ("pair", "abbreviation", "metonym"):
            holders.setdefault(record.name, set()).add(record.party)
    shared = {frozenset(parties) for parties in holders.values() if len(parties) > 1}
    known = (("COD", "COG"), ("DMA", "DOM"), ("KOR", "PRK"), ("CHN", "TWN"))
    kingdoms = ("BHR", "JOR", "MAR", "SAU")  # المملكة, said bare
    assert shared <= {frozenset(one) for one in (*known, kingdoms)}


def test_every_state_has_an_adjective_or_a_people_in_english_and_turkish() -> None:
    states = {one.id for one in load_polities().polities if one.kind == "state"}
    for language, without in (("en", set()), ("tr", {"TUV"})):
        named = {one.party for one in iter_names(language) if one.kind in ("adjective", "demonym")}
        assert states - named == without


def test_every_language_of_a_name_file_has_its_script() -> None:
    rules = load_rules()
    assert {rules.bases.get(one, one) for one in iter_languages()} == set(rules.scripts)
    assert {language for language, _ in load_common_words()} <= set(rules.scripts)


@pytest.mark.parametrize(
    ("text", "language", "ids"),
    [
        ("Sino-Soviet relations", "en", ["CHN", "SUN"]),
        ("an Anglo-Saxon poem in an Indo-European tongue", "en", []),
        ("Франко-германские и англо-японские отношения", "ru", ["FRA", "DEU", "GBR", "JPN"]),
        ("греко-католическая церковь, генерал Франко", "ru", []),
        ("Saxony and Greece exchanged envoys in 1834.", "en", ["SAX", "GRC"]),
        ("Saxony and Greece held a fair in 2013.", "en", ["GRC"]),
        ("Saxony and Greece held a fair.", "en", ["GRC"]),
        ("England and Portugal renewed the treaty in 1661.", "en", ["GBR", "PRT"]),
        ("England beat Portugal in 2004.", "en", ["PRT"]),
        ("Bavaria, Saxony and Prussia kept legations.", "en", ["BAV", "SAX", "PRU"]),
    ],
)
def test_half_an_adjective_and_a_region_need_their_proof(text: str, language: str, ids: list[str]) -> None:
    """Half an adjective needs the other half; a region of today a year of the state that it was, or such a state."""
    assert [hit.ids[0] for hit in load_index().find_names(text, language)] == ids


@pytest.mark.parametrize(
    ("text", "language", "ids"),
    [
        ("on Lake Chad, in Chad", "en", ["TCD"]),
        ("He speaks Turkish and Russian to the Turkish envoy.", "en", ["TUR"]),
        ("на турецком, узбекском и казахском языках", "ru", []),
        ("Dominique de Villepin visita la Dominique.", "fr", ["DMA"]),
        ("يتحدث التركية مع السفير التركي", "ar", ["TUR"]),
    ],
)
def test_a_lake_a_tongue_and_a_person_are_no_party(text: str, language: str, ids: list[str]) -> None:
    assert [hit.ids[0] for hit in load_index().find_names(text, language)] == ids
