"""Titles, names of bodies, things and awards: how far a noun phrase reaches around its head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import COMMAS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import left_words
from comity.claims.titles.ends import goes_on, in_a_town, lists_on, lists_things, named_until
from comity.claims.titles.starts import LONGEST, MARKS, left_of, qualities, stops_of
from comity.claims.titles.words import coupled, hung_left, hung_right

_QUOTES = (
    ("“", "”"),
    ("«", "»"),
    ("《", "》"),
    ("„", "“"),
    ("„", "”"),
    ('"', '"'),
    ("「", "」"),
    ("『", "』"),
    ("‘", "’"),
    ("“", '"'),
)
_OPENING_QUOTES = "«“„"
_OBJECT_REACH = 30
_ELIDED = re.compile(r"\s+[^\W\d_]{1,2}['’]\s*\Z")
_TWO_WORDS = re.compile(r"\b([^\W\d_]+)(?=( [^\W\d_]+))")


def title_at(chart: Chart, head: Mention, *, most_left: int = 6) -> tuple[int, int]:
    """Where the title around a head noun begins and ends: a quotation that holds or touches it, else its noun phrase.

    'signed a free trade agreement in Astana' → "free trade agreement".
    """
    quoted = quotation_at(chart.text, head)
    speech = quoted is not None and any(  # “Firmamos convenios”, indicó
        "deixis.we" in cue.classes and quoted[0] <= cue.start < head.start for cue in chart.cues("verb.sign")
    )
    if quoted is not None and not speech:
        return quoted
    start = coupled(chart, hung_left(chart, left_of(chart, head, most_left)))
    end = _closed(chart, head, _right(chart, head)) if chart.pack.places == "after" else head.end
    if (start, end) == (head.start, head.end):
        return _said_later(chart, head) or (start, end)
    return start, end


def _closed(chart: Chart, head: Mention, end: int) -> int:
    """The end without the words that only open something more: "communiqué | on the", "commission mixte | s'"."""
    while True:
        elided = _ELIDED.search(chart.text, head.end, end)
        end = elided.start() if elided is not None else end
        last = re.search(r"[\s]+([^\W\d_]+)\s*$", chart.text[head.end : end])
        word = last.group(1).lower() if last else ""
        small = word in chart.pack.about or word in chart.pack.before
        small = small or word in chart.pack.joiners | chart.pack.glued_joiners  # «اللجنة المشتركة | ف | من المقرر»
        if last is None or not (small or word.endswith(chart.pack.auxiliary_endings or ("\n",))):
            return end
        end = head.end + last.start()


def _said_later(chart: Chart, head: Mention) -> tuple[int, int] | None:
    """What a bare head is about, where the verb stands between: "a deal was signed on the tax-free export of …".

    Refuses the day it was signed on.
    """
    verb = next((one for one in chart.cues("verb.sign") if 0 <= one.start - head.end <= 3), None)
    if verb is None or not chart.pack.about:
        return None
    found = re.compile(r"\s+([^\W\d_]+)\s+").match(chart.text, verb.end)
    if not found or found.group(1).lower() not in chart.pack.about:
        return None
    if any(one.start <= found.end() < one.end for one in chart.dates):
        return None  # "a treaty was signed | on 5 May 1950"
    stop = min(len(chart.text), found.end() + LONGEST)
    end = found.end()
    while end < stop and chart.text[end] not in MARKS:
        end += 1
    start = found.end()
    article = re.compile(r"([^\W\d_]+)\s+").match(chart.text, start)
    if article and article.group(1).lower() in chart.pack.skip:
        start = article.end()
    return start, end


def quotation_at(text: str, head: Mention) -> tuple[int, int] | None:
    """The inside of the quotation marks that hold a head noun or stand beside it."""
    for opening, closing in _QUOTES:
        for found in re.finditer(
            re.escape(opening) + "([^" + re.escape(opening + closing) + "]{3,160})" + re.escape(closing), text
        ):
            inside = found.start() <= head.start and head.end <= found.end()
            beside = 0 <= head.start - found.end() <= 2 or 0 <= found.start() - head.end <= 2
            if inside or beside:
                return found.start(1), found.end(1)
    return None


def _right(chart: Chart, head: Mention) -> int:
    wall = min((one.start for one in stops_of(chart) if one.start >= head.end), default=len(chart.text))
    wall = min(wall, _next_title(chart, head), _between(chart, head, wall))
    wall = min(wall, _told_on(chart, head), _placed(chart, head, wall), in_a_town(chart, head, wall))
    end = hung_right(chart, head.end, wall)
    limit = min(len(chart.text), wall, head.end + LONGEST)
    proper = chart.pack.capitals and chart.text[head.start].isupper()
    while end < limit and (
        (chart.text[end] not in MARKS and not _speech_opens(chart.text, end))
        or (proper and lists_on(chart, head, end, limit))
        or lists_things(chart, head, end, limit)
        or qualities(chart, end, limit)
        or goes_on(chart, end)
    ):
        end += 1
    return trim(chart, head.end, named_until(chart, head, end))


def _speech_opens(text: str, place: int) -> bool:
    """Whether words in quotation marks begin that are no name: "Plaza Perú | «estamos celebrando …»"."""
    return text[place] in _OPENING_QUOTES and text[place + 1 : place + 2].islower()


def _between(chart: Chart, head: Mention, wall: int) -> int:
    """Where it is told whose a text is, known or not: "accord de coopération | entre l'Union et …"."""
    words = re.finditer(r"[^\W\d_]+", chart.text[head.end : min(wall, head.end + LONGEST)])
    told = (one for one in words if chart.pack.before.get(one.group().lower()) == "between")
    return next((head.end + one.start() for one in told), wall)


def _told_on(chart: Chart, head: Mention) -> int:
    """Where a small word right behind a head goes on with what is said of it: "a convention | having been made"."""
    word = next(re.finditer(r"[^\W\d_]+", chart.text[head.end : head.end + _OBJECT_REACH]), None)
    told = word is not None and word.group() in chart.pack.contents | chart.pack.finals
    return head.end if told and chart.pack.contents else len(chart.text)


def _placed(chart: Chart, head: Mention, wall: int) -> int:
    """Where it is told where a text was signed, known or not: «الاتفاقية | في ديوان الوزارة», not «في مجال الأمن»."""
    if chart.pack.order != "vso":
        return wall
    for found in _TWO_WORDS.finditer(chart.text, head.end, min(wall, head.end + LONGEST)):
        if chart.pack.before.get(found.group(1)) == "in" and "".join(found.groups()).lower() not in chart.pack.about:
            return found.start()
    return wall


def _next_title(chart: Chart, head: Mention) -> int:
    """Where another title of the same kind begins, joined by a word with an article: "… and an agreement on …"."""
    for one in chart.cues("agreement", "body", "landmark"):
        if one.start < head.end:
            continue
        for begin, word in left_words(chart.text, one.start, 3):
            if word.lower() in chart.pack.joiners and begin > head.end:
                return begin
    return len(chart.text)


def trim(chart: Chart, floor: int, end: int) -> int:
    """The end of a phrase with the markers, articles and joiners that close it cut off, never below ``floor``."""
    while end > floor and chart.text[end - 1].isspace():
        end -= 1
    while end > floor:
        words = list(left_words(chart.text, end, 1))
        if not words or words[0][0] < floor:
            break
        begin, word = words[0]
        low = word.lower()
        if low not in chart.pack.before and low not in chart.pack.skip and low not in chart.pack.joiners:
            end = begin + len(word)
            break
        end = begin
    return max(floor, end)


def heads_of(chart: Chart, verb: Mention, group: str, verbs: Sequence[Mention], reach: int = 200) -> list[Mention]:
    """The head nouns of a group that a verb is said of: those nearer to it than to any other of the verbs."""
    start, end = chart.clause(verb.start)
    heads = chart.cues(group)
    inside = [one for one in heads if start <= one.start < end] or heads
    if (
        chart.pack.cases
        and chart.pack.order == "svo"
        and chart.text[verb.start : verb.end].endswith(chart.pack.verbal_nouns)
    ):
        inside = [one for one in inside if one.start >= verb.end] or inside  # «подписание | договора»
    return [
        head
        for head in inside
        if head.distance(verb) <= reach
        and all(
            head.distance(verb) <= head.distance(other)
            for other in verbs
            if other.start != verb.start and not (_made(verb, head) and _goes_on(chart, head, other))
        )
    ]


def _made(verb: Mention, head: Mention) -> bool:
    """Whether a head is right behind a verb, as its object: "they | signed | a trade | agreement"."""
    return 0 <= head.start - verb.end <= _OBJECT_REACH


def _goes_on(chart: Chart, head: Mention, verb: Mention) -> bool:
    """Whether a verb only tells on of a head behind a comma: "they signed a treaty, | which expired in 1976"."""
    return verb.start > head.end and has_any(chart.text[head.end : verb.start], COMMAS) and chart.pack.order == "svo"
