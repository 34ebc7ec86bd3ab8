"""Inflected forms of names: what the tables of each language make of real names, and the laws all tables keep."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.errors import PackError
from comity.packs.inflect import CASES, inflect, parse_inflection
from comity.packs.names import KINDS, iter_languages, iter_names

LANGUAGES = ("ru", "uk", "sr", "sr-Latn", "kk", "tr", "ar", "fr", "es", "de", "en")


def forms(name: str, kind: str, language: str) -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for form, case in inflect(name, kind, language):
        out.setdefault(case, set()).add(form)
    return out


@pytest.mark.parametrize(
    ("language", "name", "case", "form"),
    [
        ("ru", "Казахстан", "gen", "Казахстана"),
        ("ru", "Россия", "ins", "Россией"),
        ("ru", "Республика Казахстан", "loc", "Республике Казахстан"),
        ("ru", "Соединённые Штаты Америки", "gen", "Соединённых Штатов Америки"),
        ("ru", "Соединённые Штаты Америки", "gen", "Соединенных Штатов Америки"),
        ("ru", "Саудовская Аравия", "acc", "Саудовскую Аравию"),
        ("ru", "Босния и Герцеговина", "ins", "Боснией и Герцеговиной"),
        ("ru", "Гвинея-Бисау", "gen", "Гвинеи-Бисау"),
        ("ru", "Папуа — Новая Гвинея", "gen", "Папуа — Новой Гвинеи"),
        ("ru", "Египет", "gen", "Египта"),
        ("ru", "Мальтийский орден", "dat", "Мальтийскому ордену"),
        ("ru", "Европейский союз", "loc", "Европейском союзе"),
        ("uk", "Україна", "ins", "Україною"),
        ("uk", "Республіка Казахстан", "gen", "Республіки Казахстан"),
        ("uk", "Сполучені Штати Америки", "loc", "Сполучених Штатах Америки"),
        ("uk", "Київ", "gen", "Києва"),
        ("sr", "Хрватска", "loc", "Хрватској"),
        ("sr", "Република Казахстан", "gen", "Републике Казахстан"),
        ("sr", "Република Србија", "gen", "Републике Србије"),
        ("sr", "Sjedinjene Američke Države", "gen", "Sjedinjenih Američkih Država"),
        ("sr-Latn", "Nemačka", "loc", "Nemačkoj"),
        ("kk", "Қазақстан", "gen", "Қазақстанның"),
        ("kk", "Түркия", "ins", "Түркиямен"),
        ("kk", "Ирак", "dat", "Иракқа"),
        ("kk", "Қазақстан Республикасы", "dat", "Қазақстан Республикасына"),
        ("kk", "Біріккен Араб Әмірліктері", "loc", "Біріккен Араб Әмірліктерінде"),
        ("tr", "Kazakistan", "gen", "Kazakistanın"),
        ("tr", "Türkiye", "dat", "Türkiyeye"),
        ("tr", "Türkiye Cumhuriyeti", "abl", "Türkiye Cumhuriyetinden"),
        ("de", "Kasachstan", "gen", "Kasachstans"),
        ("de", "Vereinigte Staaten", "gen", "Vereinigter Staaten"),
        ("de", "Königreich Belgien", "gen", "Königreichs Belgien"),
        ("de", "Heiliger Stuhl", "gen", "Heiligen Stuhls"),
    ],
)
def test_a_name_takes_its_case(language: str, name: str, case: str, form: str) -> None:
    assert form in forms(name, "short", language)[case]


@pytest.mark.parametrize(
    ("language", "name", "kind", "expected"),
    [
        ("ru", "казахстанский", "adjective", {"казахстанскими", "казахстанско", "казахстанскую"}),
        ("ru", "казахстанец", "demonym", {"казахстанца", "казахстанцев", "казахстанцам"}),
        ("ru", "индиец", "demonym", {"индийца", "индийцы"}),
        ("uk", "українець", "demonym", {"українцями", "українців"}),
        ("uk", "норвезький", "adjective", {"норвезького", "норвезько"}),
        ("sr", "Казахстанац", "demonym", {"Казахстанци", "Казахстанаца"}),
        ("sr", "srpski", "adjective", {"srpskom", "srpske"}),
        ("kk", "қазақстандық", "adjective", {"қазақстандықтар", "қазақстандықтарға"}),
        ("ar", "كوري جنوبي", "adjective", {"الكورية الجنوبية", "كوريين جنوبيين"}),
        ("ar", "الإمارات", "short", {"للإمارات", "الامارات"}),
        ("fr", "turc", "adjective", {"turque", "turcs", "turques"}),
        ("fr", "français", "adjective", {"française", "françaises"}),
        ("fr", "États-Unis", "short", {"Etats-Unis"}),
        ("es", "alemán", "adjective", {"alemana", "alemanes", "alemanas"}),
        ("es", "marroquí", "adjective", {"marroquíes"}),
        ("de", "kasachisch", "adjective", {"kasachische", "kasachischem"}),
        ("de", "Franzose", "demonym", {"Französin", "Franzosen"}),
        ("kk", "АҚШ", "abbreviation", {"АҚШ-тың", "АҚШ-қа", "АҚШ-пен"}),
        ("kk", "ҚР", "abbreviation", {"ҚР-ның", "ҚР-ға", "ҚР-да"}),
    ],
)
def test_adjectives_persons_and_spellings(language: str, name: str, kind: str, expected: set[str]) -> None:
    assert expected <= {form for form, _ in inflect(name, kind, language)}


@pytest.mark.parametrize(
    ("language", "name"), [("ru", "СССР"), ("ru", "США"), ("uk", "ООН"), ("de", "USA"), ("sr", "САД")]
)
def test_an_abbreviation_stays_where_the_language_leaves_it(language: str, name: str) -> None:
    assert list(inflect(name, "abbreviation", language)) == [(name, "")]


@pytest.mark.parametrize(("language", "name"), [("ru", "Перу"), ("ru", "Конго"), ("ru", "Никарагуа"), ("uk", "Чилі")])
def test_what_never_changes_has_no_case(language: str, name: str) -> None:
    assert list(inflect(name, "short", language)) == [(name, "")]


def test_the_rest_of_a_name_after_its_head_stays() -> None:
    made = {form for form, _ in inflect("Республика Казахстан", "official", "ru")}
    assert not any("Казахстана" in form for form in made)


def test_a_language_without_a_table_gives_the_name_alone() -> None:
    assert list(inflect("Kazakhstan", "short", "en")) == [("Kazakhstan", "")]
    assert list(inflect("Kazakh", "adjective", "en")) == [("Kazakh", "adj")]


ALPHABET = "абвгдеёжзиіїйклмнопрстуфхцчшщъыьэюяәғқңөұүһabcçdefghıijklmnoöprsştuüvyz'’- АБВKÖİا لبيةأ"


@settings(max_examples=150, deadline=None)
@given(
    name=st.text(ALPHABET, min_size=1, max_size=24), kind=st.sampled_from(KINDS), language=st.sampled_from(LANGUAGES)
)
def test_any_name_gives_itself_first_and_no_pair_twice(name: str, kind: str, language: str) -> None:
    made = list(inflect(name, kind, language))
    assert made[0][0] == name
    assert len(made) == len(set(made))
    assert {case for _, case in made} <= CASES
    assert (kind == "adjective") <= all(case == "adj" for _, case in made)


@pytest.mark.parametrize("language", [one for one in iter_languages() if one.partition("-")[0] in LANGUAGES])
def test_every_name_of_the_files_is_inflected_without_losing_its_words(language: str) -> None:
    for record in iter_names(language):
        for form, case in inflect(record.name, record.kind, language):
            assert case in CASES
            assert form.strip() == form
            assert form.count(" ") == record.name.count(" "), form


def test_a_table_with_faults_is_refused_with_all_of_them() -> None:
    wrong = """
    base = 1
    colour = "red"
    [[noun]]
    ending = "ия"
    forms = { genitive = "ии" }
    [[noun]]
    ending = "а"
    after = "кг"
    [[noun]]
    ending = "а"
    after = "г"
    form = "и"
    """
    with pytest.raises(PackError) as refused:
        parse_inflection(wrong, "xx.inflection.toml")
    told = " ".join(refused.value.faults)
    for part in ("base", "colour", "genitive", "'г' is written twice", "'form'"):
        assert part in told


def test_a_file_that_is_no_toml_is_refused() -> None:
    with pytest.raises(PackError, match=r"xx\.inflection\.toml"):
        parse_inflection("ending = ", "xx.inflection.toml")


@pytest.mark.parametrize("language", ["ru", "uk", "sr", "kk", "tr", "ar", "fr", "es", "de"])
def test_every_table_reads(language: str) -> None:
    place = files("comity") / "data" / "languages" / f"{language}.inflection.toml"
    assert parse_inflection(place.read_text(encoding="utf-8"), place.name)
