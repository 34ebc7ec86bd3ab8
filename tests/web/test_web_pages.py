"""The pages: what they show, that hostile text stays text, that every link leads somewhere, in every language."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

import pytest
from starlette.testclient import TestClient
from web_world import HOSTILE_ID, NOTE, ROW, SCRIPT, make_register

from comity.model.judgement import Verdict, make_judgement, mark_fact
from comity.packs.interface import interface_languages
from comity.pipeline import build, judge
from comity.register import open_register
from comity.web import create_app

PAGES = (
    "/",
    "/state/PER",
    "/state/PER?as_of=1900",
    "/pair/PER/CHL",
    "/pair/BOL/PER",
    "/documents",
    "/document/peru-chile",
    "/document/arabic",
    "/document/list",
    f"/document/{quote(HOSTILE_ID, safe='')}",
    "/conflicts",
    "/rows",
    "/issues",
    "/parties",
    "/parties?on=1861",
    "/search?q=Korea",
    "/search?q=Qqqqqq",
)
VOID = {"meta", "link", "input", "br", "img"}


class Tags(HTMLParser):
    """The tags of a page as a browser sees them, each with its attributes; refuses tags that do not close."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.found if name == tag]


def facts_of(client: TestClient, **asked: str) -> list[dict]:
    return client.get("/api/v1/facts", params={"limit": "500", **asked}).json()["items"]


def all_pages(client: TestClient) -> list[str]:
    return [*PAGES, *(f"/fact/{line['facts'][0]}" for line in facts_of(client))]


def words_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_every_page_is_whole_accessible_and_asks_for_nothing_elsewhere(client: TestClient) -> None:
    for path in all_pages(client):
        answer = client.get(path)
        assert answer.status_code == 200, path
        page = Tags(answer.text)
        ids = [attrs["id"] for _, attrs in page.found if "id" in attrs]
        assert len(ids) == len(set(ids)), path
        assert len(page.all("h1")) == len(page.all("main")) == 1, path
        assert page.all("html")[0]["lang"] == "en"
        assert not page.all("script") and not page.all("style") and not page.all("img") and not page.all("iframe")
        for tag, attrs in page.found:
            assert not [name for name in attrs if name.startswith("on") or name == "style"], (path, tag)
            for name in ("href", "src", "action"):
                assert re.match(r"[/#]", attrs.get(name) or "/"), (path, attrs)
                assert not (attrs.get(name) or "").startswith("//")
        for attrs in page.all("a"):
            target = attrs["href"] or ""
            assert not target.startswith("#") or target == "#" or target[1:] in ids, (path, target)
        labelled = {attrs.get("for") for attrs in page.all("label")}
        assert all(one["id"] in labelled for one in page.all("input") if one.get("type") != "hidden")
        levels = [int(tag[1]) for tag, _ in page.found if re.fullmatch(r"h[1-6]", tag)]
        assert all(after - before <= 1 for before, after in pairwise(levels)), (path, levels)


def test_every_link_leads_to_a_page(client: TestClient) -> None:
    seen, todo = set(), ["/"]
    while todo:
        path = todo.pop()
        answer = client.get(path)
        assert answer.status_code in (200, 303), path
        if "text/html" not in answer.headers.get("content-type", ""):
            continue
        for attrs in Tags(answer.text).all("a"):
            link = urljoin(path, attrs["href"] or "").partition("#")[0]
            kind = urlsplit(link).path.split("/")[1]
            if link in seen or sum(one.startswith(f"/{kind}") for one in seen) > 40:  # of 200 states some are enough
                continue
            seen.add(link)
            todo.append(link)
    assert {"/conflicts", "/rows", "/issues", "/parties", "/documents"} <= seen


def test_hostile_text_stays_text(client: TestClient) -> None:
    for path in all_pages(client):
        text = client.get(path).text
        assert "<script" not in text, path
        assert not re.search(r"<(svg|img)", text), path
        assert not re.search("[\u202a-\u202e\u2066-\u2069\x07]", text), path
    hostile = client.get(f"/document/{quote(HOSTILE_ID, safe='')}").text
    assert SCRIPT in unescape(hostile)
    assert "⟨U+202E⟩" in hostile, "what turns the direction is shown, and does not turn it"
    assert "⟨U+0007⟩" in hostile


def test_the_start_page_counts_and_leads_on(client: TestClient) -> None:
    text = client.get("/").text
    assert 'href="/state/PER"' in text
    assert "/secret/" not in text
    assert re.search(r"<b>5</b> documents", text)


@pytest.mark.parametrize(
    ("typed", "leads"),
    [
        ("PER", "/state/PER"),
        ("秘鲁", "/state/PER"),
        ("Siam", "/state/THA"),
        ("PER CHL", "/pair/PER/CHL"),
        ("Peru – Chile", "/pair/PER/CHL"),
        ("秘鲁和智利", "/pair/PER/CHL"),
        ("Peru and Chile", "/pair/PER/CHL"),
        ("Перу Şili", "/pair/PER/CHL"),
    ],
)
def test_search_finds_states_and_pairs_in_any_language(client: TestClient, typed: str, leads: str) -> None:
    answer = client.get("/search", params={"q": typed})
    assert (answer.status_code, answer.headers["location"]) == (303, leads)


def test_a_name_of_several_is_asked_back(client: TestClient) -> None:
    text = client.get("/search", params={"q": "Congo"}).text
    assert 'href="/state/COD"' in text and 'href="/state/COG"' in text
    answer = client.get("/state/Congo")
    assert answer.status_code == 404
    assert 'href="/state/COD"' in answer.text and 'href="/state/COG"' in answer.text


def test_names_lead_to_the_one_address_of_a_state(client: TestClient) -> None:
    answer = client.get("/state/Peru", params={"as_of": "1900"})
    assert answer.headers["location"] == "/state/PER?as_of=1900"
    assert client.get("/pair/Peru/CHL").headers["location"] == "/pair/PER/CHL"
    assert client.get("/pair/PER/PER").status_code == 400


def test_yes_no_and_not_recorded_stay_apart(client: TestClient) -> None:
    text = client.get("/state/PER", params={"as_of": "1900-01-01"}).text
    sides = re.split(r'<section class="side side-', text)[1:]
    yes, no, unknown = (side.partition("</section>")[0] for side in sides)
    assert yes.startswith("yes") and "/pair/PER/CHL" in yes
    assert no.startswith("no") and "/pair/PER/" not in no
    assert unknown.startswith("unknown") and "/pair/PER/BRA" in unknown and "/pair/PER/CHL" not in unknown
    earlier = client.get("/state/PER", params={"as_of": "1850"}).text
    assert "/pair/PER/CHL" in earlier.partition("side-no")[2].partition("side-unknown")[0]


def test_a_line_has_its_date_sentence_standing_and_source(client: TestClient) -> None:
    text = words_of(client.get("/pair/CHL/PER").text)
    assert "Chile and Peru established diplomatic relations disputed" in text
    assert "12 March 1861" in text
    assert "Peru and Chile" in text


def test_a_fact_shows_the_words_it_rests_on_and_what_speaks_against(client: TestClient) -> None:
    (line,) = facts_of(client, type="relations", document="other")
    text = client.get(f"/fact/{line['facts'][0]}").text
    words = words_of(text)
    assert "Peru and Chile established relations on 12 March 1861." in words
    assert "1862" in words.partition("What speaks against it")[2]
    assert '<blockquote class="quote" lang="ar" dir="auto">' in text


def test_from_a_fact_one_lands_at_the_marked_quote(client: TestClient) -> None:
    (line,) = facts_of(client, type="mission")
    text = client.get(f"/fact/{line['facts'][0]}").text
    link = next(one for one in re.findall(r'href="([^"]+)"', text) if one.endswith("#chosen"))
    document = client.get(unescape(link)).text
    assert document.count('id="chosen"') == 1
    chosen = document.partition('id="chosen"')[2]
    marked = re.findall(r'<mark class="[a-z]+ chosen">([^<]*)</mark>', chosen)
    assert "".join(marked) == "Peru has an embassy in Santiago, opened in 1861."


def test_the_marked_text_is_the_text(client: TestClient) -> None:
    for name, text in (("peru-chile", NOTE), ("list", client.get("/api/v1/documents/list").json()["text"])):
        page = client.get(f"/document/{name}").text
        body = page.partition('<div class="text">')[2].partition("</div>")[0]
        body = re.sub(r'<a class="call[^>]*>\d+</a>', "", body)
        assert unescape(re.sub(r"<[^>]+>", "", body)) == text


def test_a_stretch_can_be_shown_alone(client: TestClient) -> None:
    chosen = client.get("/document/other", params={"at": "13-27"}).text
    assert '<mark class="deep chosen">Peru and Chile</mark>' in chosen
    assert 'id="chosen"' not in client.get("/document/other", params={"at": "13-2700"}).text


def test_scripts_and_directions_are_declared(client: TestClient) -> None:
    assert 'lang="ar" dir="rtl"' in client.get("/document/arabic").text
    assert re.search(r'lang="zh" dir="ltr"', client.get("/document/list").text)


def test_a_row_without_a_party_is_read_with_its_empty_cell(client: TestClient) -> None:
    text = client.get("/rows").text
    assert "– | 1992年3月2日" in text
    assert "Candidates" in text
    assert "%" in text
    assert ROW not in text


@pytest.mark.parametrize("language", interface_languages())
def test_every_page_speaks_every_language(client: TestClient, language: str) -> None:
    for path in PAGES:
        answer = client.get(path, params={"language": language} | dict(_query(path)))
        assert answer.status_code == 200
        page = Tags(answer.text)
        assert page.all("html")[0]["lang"] == language
        own = [attrs["href"] or "" for attrs in page.all("a") if "hreflang" not in attrs]
        kept = [href for href in own if href.startswith("/state/")]
        assert all(f"language={language}" in one for one in kept)


def _query(path: str) -> list[tuple[str, str]]:
    query = urlsplit(path).query
    return [tuple(part.split("=", 1)) for part in query.split("&")] if query else []  # type: ignore[misc]


def test_the_browser_s_language_is_used_where_none_is_asked_for(client: TestClient) -> None:
    answer = client.get("/conflicts", headers={"Accept-Language": "xx, tr-TR;q=0.9, en;q=0.5"})
    assert '<html lang="tr"' in answer.text
    assert answer.headers["vary"] == "Accept-Language"
    assert "language=" not in re.search(r'<a class="brand" href="([^"]*)"', answer.text)[1]  # type: ignore[index]


def test_an_unknown_address_helps_on(client: TestClient) -> None:
    answer = client.get("/nowhere/at/all")
    assert answer.status_code == 404
    links = [attrs["href"] for attrs in Tags(answer.text).all("a")]
    assert {"/", "/documents", "/parties", "/conflicts", "/rows", "/issues"} <= set(links)
    assert 'name="q"' in answer.text


def test_an_empty_register_says_how_to_fill_it(tmp_path) -> None:
    from comity.register import open_register
    from comity.web import create_app

    place = tmp_path / "empty.db"
    open_register(place, write=True).close()
    with TestClient(create_app(place), base_url="http://localhost") as empty:
        assert "comity build" in empty.get("/").text
        for path in ("/documents", "/conflicts", "/rows", "/issues", "/state/PER", "/pair/PER/CHL"):
            assert empty.get(path).status_code == 200


def test_known_bytes_are_not_sent_again(client: TestClient) -> None:
    first = client.get("/pair/PER/CHL")
    again = client.get("/pair/PER/CHL", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.head("/pair/PER/CHL").content == b""


def test_a_fact_s_page_shows_whose_judgement_it_rests_on_as_text(tmp_path: Path) -> None:
    place = make_register(tmp_path / "judged.db")
    with open_register(place, write=True) as register:
        fact = next(fact for fact in register.iter_facts(type="relations") if "CHL" in fact.roles.parties)
        one = make_judgement(
            Verdict.ACCEPT, by="<b>Ayşe</b>", on="2026-11-01", why=f"seen {SCRIPT}", marks=(mark_fact(fact),)
        )
        judge(register, [one])
    with TestClient(create_app(place), base_url="http://localhost:8042") as client:
        page = client.get(f"/fact/{fact.id}").text
        data = client.get(f"/api/v1/facts/{fact.id}").json()
    assert "&lt;b&gt;Ayşe&lt;/b&gt;" in page and "badge-judged" in page
    assert SCRIPT not in page
    assert (data["standing"], data["judgements"][0]["id"]) == ("judged", one.id)


def test_a_pair_s_page_compares_what_both_ministries_say(tmp_path: Path) -> None:
    said = {"mfa.gov.kz": "22 July 1992", "mfa.gov.ua": "23 July 1992"}
    for house, day in said.items():
        (tmp_path / house).mkdir()
        text = f"Kazakhstan and Ukraine established diplomatic relations on {day}.\n"
        (tmp_path / house / f"{house[-2:]}.txt").write_text(text, encoding="utf-8")
    with open_register(tmp_path / "houses.db", write=True) as register:
        build([tmp_path], register)
    with TestClient(create_app(tmp_path / "houses.db"), base_url="http://localhost:8042") as asked:
        text = asked.get("/pair/KAZ/UKR").text
    compared = text[text.index('id="h-sides"') :]
    assert "Kazakhstan and Ukraine established diplomatic relations" in compared
    assert compared.index("22 July 1992") < compared.index("23 July 1992")


def test_a_pair_of_which_one_side_says_nothing_is_not_compared(client: TestClient) -> None:
    assert 'id="h-sides"' not in client.get("/pair/PER/CHL").text
