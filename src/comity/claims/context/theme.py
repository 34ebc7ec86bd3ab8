"""What a list or table is about: told by its column heads, the headings over it, the document's title."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from comity.claims.context.discourse import Spoken
from comity.claims.sentences.cues import load_cues
from comity.dates import DateContext, find_dates
from comity.model.document import Document
from comity.model.passage import Heading, Passage, PassageKind
from comity.model.roles import MISSION_KINDS
from comity.model.selector import Selector
from comity.parties.index import NameHit

_THEMES = (
    ("mark.heading_references", "references"),
    ("mark.heading_no_relations", "no-relations"),
    ("mark.heading_closed", "closed-missions"),
    ("mark.heading_memberships", "memberships"),
    ("mark.heading_multilateral", "multilateral"),
    ("mark.heading_foreign", "foreign-missions"),
    ("mark.heading_missions", "missions"),
    ("mark.heading_recognition", "recognition"),
    ("mark.heading_visits", "visits"),
    ("mark.heading_agreements", "agreements"),
    ("mark.heading_relations", "relations"),
)
_TRADE = ("indicator.trade-turnover", "indicator.exports", "indicator.imports")
_FEW = 100
_SENTENCES = 80  # the letters of a remark in a whole sentence or two
_CITING = ("http", "www.", "ISBN", "ISSN", "doi")
_LONGEST_DATE = 90  # what is longer is a note
_KEPT = 1_000  # headings and columns' heads stand over many rows
VAGUE = ("representative-office", "delegation", "permanent-mission")  # "missions" over a list are of any class
COLUMNS = (
    "column_award",
    "column_recipient",
    "column_giver",
    "column_organization",
    "column_accredited",
    "column_sender",
    "column_title",
    "column_force",
    "column_party",
    "column_date",
    "column_recognised",
    "column_mission",
    "column_city",
    "column_notes",
    "column_number",
    "column_person",
    "column_credentials",
    "column_end",
    "column_open",
    "column_term",
)


@lru_cache(maxsize=_KEPT)
def labels_in(text: str, language: str) -> frozenset[str]:
    """The classes of all cues in a heading or column head."""
    return frozenset(label for hit in load_cues(language).find_cues(text) for label in hit.classes)


def theme_of(headings: Sequence[Heading], title: str, language: str) -> str:
    """What stands under these headings: the innermost heading that says decides, the title last; "" where none says.

    References are inherited: what stands under a reference heading is no text. "Consulates" under "Foreign missions in
    Peru" are foreign ones.
    """
    found, whole = "", False
    for text in (title, *(heading.text for heading in headings)):
        theme = _theme_of_text(text, language)
        if theme and not (whole and theme == "missions"):
            found = theme
            whole = theme == "foreign-missions" and "mark.heading_missions" not in labels_in(text, language)
        if found == "references":
            return found
    return found


@lru_cache(maxsize=_KEPT)
def _theme_of_text(text: str, language: str) -> str:
    theme = theme_of_lead(text, language) or theme_in(labels_in(text, language))
    if theme == "references" and not _is_whole(text, language):
        return theme_in(labels_in(text, language) - {"mark.heading_references"})
    return theme


def tells_in_notes(passage: Passage) -> bool:
    """Whether a paragraph under "Notes" is text, not references: whole sentences, no mark or number before them."""
    text = passage.body.text.strip()
    if passage.kind != PassageKind.PARAGRAPH or not passage.headings or len(text) < _SENTENCES:
        return False
    noted = "mark.heading_notes" in labels_in(passage.headings[-1].text, passage.language)
    return noted and text[0].isalpha() and text.endswith((".", "。")) and not any(one in text for one in _CITING)


@lru_cache(maxsize=_KEPT)
def _is_whole(text: str, language: str) -> bool:
    """Whether a heading says little more than "references": "Notes on representation, 1913-1991" is about something."""
    said = [hit for hit in load_cues(language).find_cues(text) if "mark.heading_references" in hit.classes]
    letters = sum(char.isalnum() for char in text)
    return 2 * sum(char.isalnum() for hit in said for char in text[hit.start : hit.end]) >= letters


def theme_in(labels: Iterable[str]) -> str:
    """The theme that these classes tell of."""
    known = set(labels)
    if "verb.refuse" in known or ("fact.not" in known and known & {"mark.heading_recognition", "verb.recognise"}):
        return "non-recognition"
    if "verb.unrecognise" in known or ("verb.withdraw" in known and "mark.heading_recognition" in known):
        return "withdrawn-recognition"
    if {"mark.heading_multilateral", "noun.membership"} <= known:
        return "memberships"
    said = next((theme for label, theme in _THEMES if label in known), "")
    return said or ("recognition" if known & {"verb.recognise", "verb.unrecognise"} else "")


@lru_cache(maxsize=_KEPT)
def theme_of_lead(text: str, language: str) -> str:
    """What the items hold that a line with a colon at its end announces; "" where it announces no such list.

    "Armenia does not have diplomatic relations with:" → "no-relations".
    """
    if not text.rstrip(" \t\n*_").endswith((":", "：")):
        return ""
    labels = labels_in(text, language)
    if "noun.relations" not in labels or labels & {"verb.sever", "verb.suspend", "verb.restore"}:
        return "no-relations" if "mark.heading_no_relations" in labels else ""
    if labels & {"fact.not", "mark.heading_no_relations"}:
        return "no-relations"
    return "relations" if labels & {"verb.maintain", "verb.establish"} and "fact.plan" not in labels else ""


def columns(headers: Sequence[str], language: str) -> tuple[str, ...]:
    """What each column holds, by its head: a name of `COLUMNS` without its "column_", or ""."""
    out = []
    for header in headers:
        labels = labels_in(header, language)
        name = next((name.removeprefix("column_") for name in COLUMNS if f"mark.{name}" in labels), "")
        name = "" if name == "mission" and "noun.visit" in labels else name  # "kind of visit"
        made = "verb.establish" in labels and labels & {"noun.relations", "noun.bare_relations"}
        out.append(name or ("date" if made else ""))
    if "recipient" in out and "award" not in out:  # "Order" over a list of those who got it
        given = [any(label.startswith("award.") for label in labels_in(header, language)) for header in headers]
        out = ["award" if one and not name else name for name, one in zip(out, given, strict=True)]
    if "party" in out and "date" not in out:  # "kuruluş" is a body, and the day on which something began
        days = ("mark.column_date" in labels_in(header, language) for header in headers)
        return tuple("date" if day and name == "organization" else name for name, day in zip(out, days, strict=True))
    return tuple(out)


def shifted(heads: tuple[str, ...], lengths: Sequence[int]) -> tuple[str, ...]:
    """The columns' names, notes that slid into an empty date's place named as such: "Bolivia | See … In 2009 … | |"."""
    dates = [at for at, name in enumerate(heads) if name == "date" and lengths[at] > _LONGEST_DATE]
    notes = [at for at, name in enumerate(heads) if name == "notes"]
    if len(dates) != 1 or any(lengths[at] for at in notes):
        return heads
    return tuple("notes" if at == dates[0] else name for at, name in enumerate(heads))


def begins_relations(headers: Sequence[str], language: str) -> bool:
    """Whether a column's head says of its days that relations began on them: "Formal Relations Began"."""
    labels = [labels_in(header, language) for header in headers]
    return any("verb.establish" in one and one & {"noun.relations", "noun.bare_relations"} for one in labels)


def table_theme(heads: Sequence[str], theme: str, *, tells: bool = True, begun: bool = False) -> str:
    """What a table is about: by its columns where they tell, else what the headings over it say.

    ``tells``: whether anything over the table or in its heads speaks of relations, so that its days may be theirs;
    ``begun``: whether a head says outright that relations began on its days.
    """
    if "award" in heads:
        return "honours"
    if "organization" in heads and not begun:
        return "memberships"
    if "title" in heads and ("date" in heads or "force" in heads):
        return "agreements"
    if "person" in heads and {"date", "open", "end", "credentials", "term"} & set(heads) and theme != "visits":
        return "ambassadors"
    if "mission" in heads and not ({"date", "party"} <= set(heads) and "city" not in heads and theme == "relations"):
        return theme if theme in ("closed-missions", "foreign-missions", "multilateral") else "missions"
    if "recognised" in heads and ("date" not in heads or theme.endswith("recognition")):
        return "recognition"
    if {"recipient", "giver"} & set(heads):
        return ""
    if "date" in heads and (theme == "relations" or begun or (not theme and tells)) and "person" not in heads:
        return "relations"
    return theme


def tells_trade(headers: Sequence[str], language: str) -> bool:
    """Whether a table's columns hold trade, so that its years are no days of relations."""
    return any(label in _TRADE for header in headers for label in labels_in(header, language))


@lru_cache(maxsize=_FEW)
def heading_date(headings: tuple[Heading, ...], language: str) -> Spoken | None:
    """The year that the heading over a passage gives, which a bare day below it belongs to; asked by every row."""
    for heading in reversed(headings):
        hits = find_dates(heading.text, language, DateContext())
        if hits:
            return Spoken(when=hits[0].when, place=heading.selector)
    return None


def titled(document: Document, language: str) -> tuple[Heading, ...]:
    """The title as a heading, where it gives one month or year, over days without one: "外国使节动态（2017年6月）"."""
    title = document.title
    if title is None or title.start is None or title.end is None:
        return ()
    hits = find_dates(title.value, language, DateContext())
    if len(hits) != 1 or hits[0].when.interval or hits[0].when.start is None:
        return ()
    return (Heading(text=title.value, level=1, selector=Selector.of(document.source.text, title.start, title.end)),)


def told_together(title: str, hits: Sequence[NameHit]) -> bool:
    """Whether a title's names are of one statement: not "A receives a guest from B, C recalls its envoy"."""
    named = [hit for hit in hits if hit.kind == "party"]
    gaps = [title[one.end : other.start] for one, other in pairwise(named)]
    return not any(mark in gap for gap in gaps for mark in ",;.，；。")


def is_planned(headings: Sequence[Heading], language: str) -> bool:
    """Whether the heading right over a list of missions says that they are yet to be opened: "Planned embassies"."""
    labels = labels_in(headings[-1].text, language) if headings else frozenset()
    return bool(labels & {"fact.plan", "mark.project"}) and "verb.close" not in labels


def kind_over(passage: Passage, title: str) -> str:
    """The one class of mission that a column's head gives, else the heading over it, the title where none is."""
    language = passage.language
    told = mission_class([cell.header for cell in passage.cells], language)
    told = told or mission_class([heading.text for heading in passage.headings[-1:]], language)
    over = mission_class([title], language) if title and not passage.headings else ""
    return told or ("" if over in VAGUE else over)


def mission_class(texts: Iterable[str], language: str) -> str:
    """The one class of mission that these heads or headings name; "" where they name none or several."""
    kinds: set[str] = set()
    for text in texts:
        kinds |= _classes(text, language) or _by_word(text, language) or _hidden(text, language)
    return kinds.pop() if len(kinds) == 1 else ""


def _classes(text: str, language: str) -> set[str]:
    return {label.partition(".")[2] for label in labels_in(text, language) if label.startswith("mission.")}


def _by_word(text: str, language: str) -> set[str]:
    """The classes that single words give, where a longer cue ("closed embassies") hides them."""
    return {kind for word in text.split() for kind in _classes(word, language)}


def _hidden(text: str, language: str) -> set[str]:
    """The classes of words that are a heading's, too, and hidden by it: "السفارات"; none of "missions" at large."""
    wanted = frozenset(f"mission.{kind}" for kind in MISSION_KINDS if kind not in VAGUE)
    heads = load_cues(language).find_heads(text, wanted)
    kinds = {label.partition(".")[2] for _, labels in heads for label in labels}
    return {kind for kind in kinds if not any(kind != one and kind in one for one in kinds)}  # of two, the fuller
