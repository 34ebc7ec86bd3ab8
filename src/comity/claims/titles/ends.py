"""Where a title is over or begins: small words behind a name in capitals, and whom it was made with, are none of it."""

from __future__ import annotations

import re

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_CAPITAL_THEN_SMALL = re.compile(r"(?<![^\W_])([A-Z][^\W\d_]+)\s(?=([a-z][^\W\d_]{3,}))")
_MORE = re.compile(r",\s+([^\W\d_]+)(?:,?\s+([^\W\d_]+)(?:\s+([^\W\d_]+))?)?")
_MORE_CAPITALS = re.compile(r",\s+[A-Z][^\W\d_]+(?:,\s+[A-Z][^\W\d_]+)*,?\s+([^\W\d_]+)\s+[A-Z][^\W\d_]+")
_MORE_THINGS = re.compile(r",\s+[a-z]{4,}(?:,\s+[a-z]{4,})*,?\s+[a-z]+\s+[a-z]{4,}")
_TOWN = re.compile(r"([a-z]+)\s[A-Z][^\W\d_]+,\s")
_LONG, _OF_ONE = 4, 2
_DASHES = "–—"
_MARKER = 2


def named_until(chart: Chart, head: Mention, end: int) -> int:
    """Where a name in capitals is over: "Treaty of Friendship and Cooperation | further solidifying relations".

    At a small word right behind a capitalised one that is none of those which join or lead.
    """
    plain = chart.pack.order == "svo" and chart.pack.adjectives == "before" and not chart.pack.cases
    if not plain or not chart.pack.capitals or chart.pack.inverts or not chart.text[head.start].isupper():
        return end
    known = chart.pack.joiners | chart.pack.skip | chart.pack.light | set(chart.pack.before) | set(chart.pack.about)
    for found in _CAPITAL_THEN_SMALL.finditer(chart.text, head.end, end):
        if found.group(2) not in known:
            return found.end(1)
    return end


def lists_on(chart: Chart, head: Mention, place: int, limit: int) -> bool:
    """Whether a comma in a capitalised title is followed by more of it: "Friendship, Commerce and Consular Rights".

    Also where a comma stands before the joiner: "Friendship, Navigation, and Commerce". Refuses the name of a state.
    """
    text = chart.text
    longer = _MORE_CAPITALS.match(text, place, limit)
    if longer is not None and longer.group(1).lower() in chart.pack.joiners:
        return not any(place <= one.start < longer.end() for one in chart.kind("party", "city", "actor"))
    found = _MORE.match(text, place, limit)
    if found is None:
        return False
    first, second, third = found.group(1), found.group(2) or "", found.group(3) or ""
    if first.lower() in chart.pack.joiners:
        listed = "," in text[head.end : place]
        return listed and second[:1].isupper() and not named_at(chart, found.start(2))
    return first[0].isupper() and third[:1].isupper() and not named_at(chart, found.start(1))


def lists_things(chart: Chart, head: Mention, place: int, limit: int) -> bool:
    """Whether a comma goes on with what a text is of: "treaty of peace|, friendship, commerce and navigation".

    Where adjectives stand before their noun: single small words behind "of", the last behind a joiner, none a name.
    """
    text = chart.text
    if chart.pack.adjectives != "before" or chart.pack.order != "svo" or text[place] != "," or chart.pack.inverts:
        return False
    lead = text[head.end : place].split()
    found = _MORE_THINGS.match(text, place, limit)
    if len(lead) < _OF_ONE or chart.pack.before.get(lead[0]) != "of" or found is None:
        return False
    words = found.group().replace(",", " ").lower().split()
    joiners = [word for word in words if word in chart.pack.joiners]
    plain = all(word in chart.pack.joiners or len(word) >= _LONG for word in words)
    taken = any(
        place <= one.start < found.end() for one in (*chart.kind("party", "city", "actor"), *chart.cues("verb"))
    )
    return len(joiners) == 1 and words[-2] in chart.pack.joiners and plain and not taken


def in_a_town(chart: Chart, head: Mention, wall: int) -> int:
    """Where it is told where a text was signed, by a town unknown and its state: "Treaty | at Kanagawa, Japan"."""
    starts = {one.start for one in chart.parties}
    for found in _TOWN.finditer(chart.text, head.end, min(wall, len(chart.text))):
        if chart.pack.before.get(found.group(1)) == "in" and found.end() in starts:
            return found.start()
    return wall


def named_at(chart: Chart, place: int) -> bool:
    """Whether a party, city or person is named at a place."""
    return any(one.start <= place < one.end for one in chart.kind("party", "city", "actor", "organization"))


def goes_on(chart: Chart, place: int) -> bool:
    """Whether a mark is within a name: behind a hanging word, between two states written as one.

    "im Rohstoff-| , | Industrie- und Technologiebereich", "Wirtschaftskommission Schweiz | – | Aserbaidschan".
    """
    if chart.text[place] == ",":
        return chart.text[place - 1] == "-"
    ends, starts = {one.end for one in chart.parties}, {one.start for one in chart.parties}
    return chart.text[place] in _DASHES and place in ends and place + 1 in starts


def without_other(chart: Chart, start: int, end: int) -> int:
    """Where the name of a thing is over, a state right behind it none of it: "die Halbinsel Bakassi | Kamerun | zu"."""
    last = next((one for one in chart.parties if start < one.start and one.end == end), None)
    bare = last is not None and chart.pack.inverts and not last.role and last.form == "short" and last.group < 0
    return len(chart.text[: last.start].rstrip()) if bare and last is not None else end


def past_partner(chart: Chart, start: int, head: int) -> int:
    """Where a title begins behind the words that only say with whom or about what: "同新加坡的 | 自由贸易协定".

    Said of languages whose words are written together; never past the head.
    """
    on = next((one for one in chart.cues("mark.on") if one.start == start), None)
    start = on.end if on is not None and on.end < head else start
    partner = next((one for one in chart.parties if one.role == "with" and start < one.start <= start + _MARKER), None)
    if partner is None or chart.pack.before.get(chart.text[start : partner.start]) != "with":
        return start
    owning = chart.pack.after.get(chart.text[partner.end : partner.end + 1]) == "of"
    return partner.end + 1 if owning and partner.end < head else start
