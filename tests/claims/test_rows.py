"""Rows of damaged pages: whose a row is, what its notes may mean, and what no row may take from the one before."""

from __future__ import annotations

from comity.claims import extract_claims
from comity.model.claim import Claim, to_json
from comity.model.document import Source
from comity.model.passage import Passage
from comity.parties.index import load_index
from comity.passages import read_document, read_passages

PAGE = """Latvia is a member of the United Nations, and the FOREIGN RELATIONS OF LATVIA are directed at Europe.

Bilateral relations

| Country | Formal Relations Began | Notes |
|---------|------------------------|-------|
"""


def said(rows: str, name: str = "foreign-relations-of-latvia", page: str = PAGE) -> list[dict[str, object]]:
    source = Source(id=name, place=name, digest="", media_type="text/markdown", text=page + rows)
    document = read_document(source, load_index())
    passages = [one for one in read_passages(document) if isinstance(one, Passage)]
    claims = [one for one in extract_claims(document, passages) if isinstance(one, Claim)]
    return [{k: v for k, v in to_json(one).items() if k not in ("evidence", "context", "rule")} for one in claims]


def relations(rows: str) -> list[tuple[object, object, object]]:
    return [
        (tuple(one["parties"]), one.get("date"), one.get("missing"))  # type: ignore[arg-type]
        for one in said(rows)
        if one["type"] == "relations"
    ]


def test_both_countries_of_a_row_without_a_name_are_not_those_of_the_row_before() -> None:
    rows = (
        "| | 3 September 1991 | See Canada–Latvia relations. Canada has an embassy in Riga. |\n"
        "| | 8 May 1995 | Both countries established diplomatic relations on 8 May 1995. |\n"
    )
    assert relations(rows) == [(("CAN", "LVA"), "1991-09-03", None), (("LVA",), "1995-05-08", "party")]


def test_a_row_that_lost_its_party_has_the_day_of_its_note_where_its_column_has_none_or_a_coarser_one() -> None:
    rows = (
        "| | | Both countries established diplomatic relations on 30 January 2008. |\n"
        "| | 2013 | Both countries established diplomatic relations on 3 May 2013. |\n"
        "| | 1996 | Both countries established diplomatic relations on 3 May 2013. |\n"
        "| | | Both countries have not established diplomatic relations since 1995. |\n"
    )
    lost = [(("LVA",), day, "party") for day in ("2008-01-30", "2013-05-03", "1996")]
    assert relations(rows) == lost


def test_the_words_of_a_file_s_name_tell_whose_page_it_is_though_they_have_no_capitals() -> None:
    page = (
        "The foreign relations of Latvia are like those of Estonia.\n\nPeru\n\nLatvia has an embassy in the country.\n"
    )
    assert [(one["sender"], one["receiver"]) for one in said("", page=page)] == [("LVA", "PER")]


def test_the_party_that_a_note_names_as_host_or_sender_is_the_row_s() -> None:
    rows = (
        "| | 1994-05 | The two countries established relations in May 1994. Kenya is accredited to Latvia from its "
        "embassy in Moscow, Russia. |\n"
    )
    assert set(relations(rows)) == {(("KEN", "LVA"), "1994-05", None)}


def test_a_dated_item_about_a_person_or_a_text_has_lost_no_name() -> None:
    page = "Foreign relations of Latvia\n\n- 3 April 1995: Foreign Minister Heikki Haavisto\n- 12 May 1996\n- Treaty (2001)\n"
    missing = [one.get("date") for one in said("", page=page) if one.get("missing")]
    assert missing == ["1996-05-12"]


def test_a_list_of_ambassadors_gives_appointments_between_the_two_of_its_title() -> None:
    page = (
        "# Ambassadors of Latvia to Mongolia\n\n| Ambassador | Appointed | Credentials | Left office |\n|---|---|---|---|\n"
        "| Jānis Bērziņš | 3 May 1994 | 12 June 1994 | 1998 |\n| | 1999 | | |\n"
    )
    told = [(one["event"], one["sender"], one["receiver"], one.get("date")) for one in said("", page=page)]
    assert told == [
        ("appointed", "LVA", "MNG", "1994-05-03"),
        ("credentials", "LVA", "MNG", "1994-06-12"),
        ("ended", "LVA", "MNG", "1998"),
    ]


def test_what_a_bracket_says_behind_a_city_is_said_of_that_city_alone() -> None:
    page = "# Diplomatic missions of Latvia\n\nEmbassies: Cairo, Astana (planned), Vienna\n\n* China (embassy)\n"
    told = [
        (one["receiver"], one.get("city"), one["event"], one["modality"])
        for one in said("", page=page)
        if one["type"] == "mission"
    ]
    assert told == [
        ("EGY", "Cairo", "exists", "asserted"),
        ("KAZ", "Astana", "opened", "planned"),
        ("AUT", "Vienna", "exists", "asserted"),
        ("CHN", None, "exists", "asserted"),
    ]


def test_those_who_do_not_recognise_are_no_recognitions() -> None:
    page = (
        "# International recognition of Kosovo\n\n## States that do not recognise Kosovo\n\n* Spain\n\n"
        "## States that recognise Kosovo\n\n| Country | Recognised | Withdrawn |\n|---|---|---|\n"
        "| Suriname | 8 July 2016 | 27 October 2017 |\n"
    )
    told = [(one["subject"], one["event"], one.get("date")) for one in said("", page=page)]
    assert told == [("ESP", "refused", None), ("SUR", "recognised", "2016-07-08"), ("SUR", "withdrawn", "2017-10-27")]


def test_a_date_cell_may_tell_of_more_than_one_day() -> None:
    rows = "| Peru | 24 May 1935, severed 3 June 1940, restored 1991 |  |\n| Oman (suspended) | 1992 | |\n"
    told = [(one["event"], one.get("date")) for one in said(rows)[1:]]
    assert told == [
        ("established", "1935-05-24"),
        ("severed", "1940-06-03"),
        ("restored", "1991"),
        ("established", "1992"),
        ("suspended", None),
    ]


def test_a_list_of_organizations_under_its_heading_is_membership() -> None:
    page = "Foreign relations of Latvia\n\nInternational organization participation\n\nIAEA, OSCE, OAS (observer), UNESCO\n"
    told = [(one["organization"], one["role"]) for one in said("", page=page)]
    assert told == [("IAEA", "member"), ("OSCE", "member"), ("OAS", "observer"), ("UNESCO", "member")]


def test_a_mission_may_cover_a_state_from_another_that_is_named_without_a_city() -> None:
    rows = "| | 1993-05 | Latvia is represented in Namibia through its embassy in Portugal. |\n"
    assert relations(rows) == [(("LVA", "NAM"), "1993-05", None)]
    told = [(one["sender"], one["receiver"], one["via"]) for one in said(rows) if one["type"] == "mission"]
    assert told == [("LVA", "NAM", "PRT")]


def dated(rows: str, page: str = PAGE) -> list[tuple[object, ...]]:
    return [
        (*one["parties"], one["event"], one.get("date"))  # type: ignore[misc]
        for one in said(rows, page=page)
        if one["type"] == "relations"
    ]


def test_words_right_behind_a_date_tell_of_it_and_those_before_a_date_of_that() -> None:
    rows = (
        "| Iran | 1938; 16 Sept 1992 [restored] | |\n"
        "| Poland | 12 March 1935 (severed 1939, restored 1992) | |\n"
        "| Syria | 13 August 1993 – 29 May 2018 | |\n"
    )
    assert dated(rows) == [
        ("IRN", "LVA", "established", "1938"),
        ("IRN", "LVA", "restored", "1992-09-16"),
        ("LVA", "POL", "established", "1935-03-12"),
        ("LVA", "POL", "severed", "1939"),
        ("LVA", "POL", "restored", "1992"),
        ("LVA", "SYR", "established", "1993-08-13"),
    ]


def test_a_table_without_its_columns_is_read_line_by_line_and_what_follows_a_line_is_about_its_party() -> None:
    page = (
        "Foreign relations of Fiji\n\nCountry Formal Relations Began Notes\n Australia 1970[1] See Australia–Fiji "
        "relations\n\nAustralia maintains a High Commission in Suva.\n\n Cook Islands 14 July 1998 See Foreign relations "
        "of the Cook Islands\n\n People's Republic of China 1975-11-05[2] See People's Republic of China–Fiji relations\n\n"
        "In April 2006 Premier Wen Jiabao visited Nadi.\n\n Papua New Guinea See Fiji–Papua New Guinea relations\n"
    )
    assert dated("", page) == [
        ("AUS", "FJI", "established", "1970"),
        ("COK", "FJI", "established", "1998-07-14"),
        ("CHN", "FJI", "established", "1975-11-05"),
    ]
    assert [one["visitor"] for one in said("", page=page) if one["type"] == "visit"] == ["CHN"]


def test_a_row_whose_cells_fell_on_lines_of_their_own_keeps_its_party() -> None:
    rows = [
        ("República de Albania", "12 de septiembre de 1986"),
        ("Angola", "19 de octubre de 1977"),
        ("Reino de Arabia Saudita", "16 de marzo de 1951"),
    ]
    page = "Anexo:Relaciones diplomáticas de España\n\nEstos son los países.\n\n" + "\n\n".join(
        f"{name}\n{day}[1]Embajada\n(Madrid)\nEmbajada\n(Kabul)\n-Relaciones" for name, day in rows
    )
    assert [(one[0], one[3]) for one in dated("", page)] == [
        ("ALB", "1986-09-12"),
        ("AGO", "1977-10-19"),
        ("ESP", "1951-03-16"),
    ]


def test_a_list_behind_a_colon_or_below_one_gives_each_its_absence() -> None:
    page = (
        "Foreign relations of Malta\n\nMalta has no diplomatic relations with the following states: Bhutan, Kiribati and "
        "Nauru.\n\nAs of 2014, Malta has established relations with 158 countries: Albania, Austria (1974) and Cuba.\n\n"
        "Malta does not have diplomatic relations with:\n\n- Tuvalu\n- Palau (since its independence)\n"
    )
    assert dated("", page) == [
        ("BTN", "MLT", "absent", None),
        ("KIR", "MLT", "absent", None),
        ("MLT", "NRU", "absent", None),
        ("ALB", "MLT", "established", None),
        ("AUT", "MLT", "established", "1974"),
        ("CUB", "MLT", "established", None),
        ("MLT", "TUV", "absent", None),
        ("MLT", "PLW", "absent", None),
    ]
    counts = [(one["from"], one["value"]) for one in said("", page=page) if one["type"] == "quantity"]
    assert counts == [("MLT", 158)]


def missions(rows: str, page: str) -> list[tuple[object, ...]]:
    return [
        (one["sender"], one["receiver"], one["kind"], one.get("city"), one.get("via"))
        for one in said(rows, page=page)
        if one["type"] == "mission"
    ]


def test_columns_of_missions_tell_whose_they_are_by_their_heads() -> None:
    page = (
        "# Foreign relations of Montenegro\n\n| Country | Date | Embassy of Montenegro | Embassy in Podgorica |\n"
        "|---|---|---|---|\n"
    )
    rows = (
        "| Austria | 12 July 2006 | Vienna | Podgorica |\n| Egypt | 15 November 2006 | none | Belgrade |\n"
        "| | 6 July 2006 | Beijing | Podgorica |\n"
    )
    assert missions(rows, page) == [
        ("MNE", "AUT", "embassy", "Vienna", None),
        ("AUT", "MNE", "embassy", "Podgorica", None),
        ("EGY", "MNE", "embassy", "Belgrade", "SRB"),
    ]


def test_both_countries_missions_in_a_row_without_a_name_are_not_those_of_the_row_before() -> None:
    page = (
        "# Relaciones exteriores de Georgia\n\n| País | Inicio de las relaciones | Notas |\n|---|---|---|\n"
        "| | 9 de abril de 1992 | Véase Relaciones Georgia-Letonia. Georgia tiene una embajada en Riga. |\n"
        "| | 21 de mayo de 1992 | Ambos países tienen embajadas en el otro. |\n"
    )
    assert missions("", page) == [("GEO", "LVA", "embassy", "Riga", None)]


def test_an_ambassador_in_one_state_covers_another_from_there() -> None:
    page = (
        "Foreign relations of Armenia\n\nThe Armenian ambassador in Egypt is also accredited to Ethiopia and Sudan.\n"
    )
    assert missions("", page) == [
        ("ARM", "ETH", "embassy", None, "EGY"),
        ("ARM", "SDN", "embassy", None, "EGY"),
    ]


TRADE = """# Trade between Kenya and Rwanda

## Trade (US$ million)

"""


def figures(rows: str) -> list[tuple[object, ...]]:
    told = said(rows, name="trade", page=TRADE)
    return [(one["indicator"], one.get("from"), one["value"], one["unit"], one["date"]) for one in told]


def test_a_table_of_trade_gives_a_figure_for_each_kind_and_year() -> None:
    rows = (
        "| Year | Exports from Kenya | Imports from Rwanda | Balance | Change, % |\n|---|---|---|---|---|\n"
        "| 2019 | 231.5 | 12.1 | 219.4 | 3.2 |\n| 2020 | – | 15 | 218 | 0.6 |\n"
    )
    assert figures(rows) == [
        ("exports", "KEN", 231500000, "USD", "2019"),
        ("imports", "KEN", 12100000, "USD", "2019"),
        ("imports", "KEN", 15000000, "USD", "2020"),
    ]


def test_the_years_of_a_table_of_trade_may_stand_across() -> None:
    rows = "| | 2019 | 2020 |\n|---|---|---|\n| Kenyan exports | 231.5 | 233 |\n| Population | 50 | 51 |\n"
    assert figures(rows) == [
        ("exports", "KEN", 231500000, "USD", "2019"),
        ("exports", "KEN", 233000000, "USD", "2020"),
    ]


def test_a_line_with_month_and_day_alone_is_of_the_year_of_the_line_before() -> None:
    page = "中蒙关系大事记\n\n1952年9月28日　蒙古总理泽登巴尔抵京访问。\n10月4日　双方签署《经济及文化合作协定》。\n"
    texts = [(one["title"], one.get("date")) for one in said("", page=page) if one["type"] == "agreement"]
    assert texts == [("经济及文化合作协定", "1952-10-04")]


def test_a_one_character_name_is_none_inside_a_person_s() -> None:
    page = "中国—肯尼亚关系\n\n2013年8月，乔莫·肯雅塔总统访华。同月，穆希基瓦博外长访华。\n"
    named = {one["visitor"] for one in said("", page=page) if one["type"] == "visit"}
    assert not named & {"TJK", "BWA"}


def test_a_title_with_a_name_two_states_bore_is_of_the_one_of_its_years() -> None:
    page = "中華民國與宏都拉斯關係\n\n兩國於1957年2月6日簽訂《友好條約》。2023年3月25日兩國斷交。\n"
    assert dated("", page) == [("HND", "TWN", "severed", "2023-03-25")]


def test_a_mission_that_a_bracket_says_will_close_is_there_and_closes() -> None:
    page = (
        "# 乌拉圭驻外机构\n\n| 驻在国 | 馆址 | 级别 |\n|---|---|---|\n| 芬兰 | 赫尔辛基 | 大使馆（拟于2020年撤销） |\n"
    )
    events = [(one["event"], one.get("modality"), one.get("date")) for one in said("", page=page)]
    assert events == [("exists", "asserted", None), ("closed", "planned", "2020")]
