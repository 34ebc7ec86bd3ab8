"""Where the title of a text begins: its first word before the head, by what stands there."""

from __future__ import annotations

import re

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import left_words
from comity.claims.titles.ends import past_partner

_DASHES = "–—"
MARKS = ".;:,!?()[]،؛؟，。；、：！？（）–—|"
LONGEST = 110
_SHORT = 5
_ADJECTIVES = re.compile(
    r",\s(?P<first>[^\W\d_]+(?:,\s[^\W\d_]+){0,3})\s(?P<joiner>[^\W\d_]{1,2})\s(?P<last>[^\W\d_]+)(?![\w'’-])"
)
_LITTLE = 3
_LEAD = re.compile(r"([^\W\d_]+)\s+")
_ONLY_ABOUT = ("deixis.", "verb.negotiate")
_WALL_MARKS = (
    "mark.copula",
    "mark.clause",
    "mark.relative",
    "mark.compare",
    "mark.see",
    "mark.alias",
    "mark.after_verb",
    "mark.before_verb",
)


def stops_of(chart: Chart) -> list[Mention]:
    """What no title reaches over: dates, people in office, verbs and marks that are no part of a name."""
    return [
        one
        for one in chart.mentions
        if one.kind in ("date", "actor")
        or (
            one.kind == "cue"
            and any(label.startswith(("verb.", "fact.", "deixis.")) or label in _WALL_MARKS for label in one.classes)
            and not (_of_what(chart, one) or _is_subject(chart, one) or _is_named(chart, one))
        )
        or (one.kind in ("party", "city") and one.role in ("in", "between", "with", "by", "to", "from"))
        or _signs(chart, one)
    ]


def _signs(chart: Chart, one: Mention) -> bool:
    """Whether a state is the last of those that lead a clause and sign: "Перу мен | Парагвай | визасыз режим"."""
    if chart.pack.order != "sov" or one.kind != "party" or one.role or one.form == "adjective":
        return False
    group = chart.group_of(one)
    start, _ = chart.clause(one.start)
    leads = len(group) > 1 and one is group[-1] and not chart.text[start : group[0].start].strip()
    return leads and chart.text[one.end + 1 : one.end + 2].islower()


def _is_named(chart: Chart, one: Mention) -> bool:
    """Whether a word for a deed is part of a name in capitals: "signed a joint | Open | Skies Agreement"."""
    if not chart.pack.capitals or chart.pack.inverts or one.start == 0 or not chart.text[one.start].isupper():
        return False
    behind = chart.text[one.end : one.end + 2]
    return behind[:1] == " " and behind[1:].isupper()


def _is_subject(chart: Chart, one: Mention) -> bool:
    """Whether a word for a deed only tells what a text is on: "қатынас | орнату | туралы хаттама"."""
    behind = re.compile(r"\s([^\W\d_]+)\s").match(chart.text, one.end)
    return chart.pack.order == "sov" and behind is not None and behind.group(1).lower() in chart.pack.about


def _of_what(chart: Chart, one: Mention) -> bool:
    """Whether "mutual" or "talks" only tells what a text is on: «Соглашение о | взаимной | защите инвестиций»."""
    if chart.pack.order == "sov" or not any(label.startswith(_ONLY_ABOUT) for label in one.classes):
        return False
    before = next(iter(left_words(chart.text, one.start, 1)), None)
    return before is not None and before[1].lower() in chart.pack.about


def left_of(chart: Chart, head: Mention, most: int) -> int:
    others = [
        one
        for group in ("landmark", "body", "agreement")
        for one in chart.cues(group)
        if one.end < head.start + chart.pack.spaced and not chart.text[one.start].isupper()
    ]
    first = chart.parties if chart.pack.order == "vso" else []  # who signs stands between the verb and the title
    wall = max((one.end for one in [*stops_of(chart), *others, *first] if one.end <= head.start), default=0)
    if not chart.pack.spaced:
        signed = _signed_before(chart, head, max((one.end for one in others), default=0))
        return past_partner(chart, left_wide_of(chart, head, wall) if signed is None else signed, head.start)
    if chart.pack.order == "vso":  # «بموجب | مذكرة التفاهم»: what a title is called by begins it, its article too
        begin = next((begin for begin, _ in left_words(chart.text, head.start, 1)), head.start)
        glued = chart.text[begin : head.start]
        written = (one for one in chart.pack.proclitics if len(one) > 1 and one not in chart.pack.before)
        return head.start - min((len(one) for one in written if glued.endswith(one)), default=0)
    start = head.start
    for begin, word in left_words(chart.text, head.start, most if chart.pack.places == "after" else 14):
        low = word.lower()
        opening = chart.text[:begin].strip() == ""
        plain = (opening or not word[0].isupper()) and (low in chart.pack.before or low in chart.pack.skip)
        if (
            begin < wall
            or plain
            or _stands_elsewhere(chart, word)
            or _is_no_quality(chart, word)
            or (low in chart.pack.auxiliaries and begin + len(word) < head.start - 1)
            or (low in chart.pack.joiners and chart.pack.places == "after" and not word[0].isupper())
        ):
            if low in chart.pack.joiners and begin >= wall and _capital_before(chart, begin) and chart.pack.capitals:
                continue
            if low in chart.pack.infinitives and begin >= wall and start < head.start:
                start = _behind_word(chart, start, head)  # "met to | discuss | treaty negotiations"
            break
        if any(mark in chart.text[begin + len(word) : start] for mark in MARKS) and not _lists(
            chart, begin, begin + len(word), start, head
        ):
            break
        start = begin
    lead_word = _LEAD.match(chart.text, start, head.start)
    if lead_word and lead_word.group(1) in chart.pack.joiners:
        return lead_word.end()
    while chart.pack.order == "sov" and lead_word and _leads_only(chart, lead_word.group(1)):
        start = lead_word.end()
        lead_word = _LEAD.match(chart.text, start, head.start)
    return start


def _is_no_quality(chart: Chart, word: str) -> bool:
    """Whether a word in small letters is no adjective, where only these may lead a title: "ход | реализации |"."""
    endings = tuple(chart.pack.voice.qualities)
    return bool(endings) and word[:1].islower() and not word.lower().endswith(endings)


def _behind_word(chart: Chart, start: int, head: Mention) -> int:
    """Where the word behind the one at a place begins."""
    word = _LEAD.match(chart.text, start, head.start)
    return word.end() if word is not None else start


def _stands_elsewhere(chart: Chart, word: str) -> bool:
    """Whether a word's ending behind an apostrophe says where to, where from or whom: "| Sokağı'na | bir büst"."""
    name, mark, ending = word.replace("’", "'").rpartition("'")
    role = chart.pack.after.get(mark + ending.lower(), "") if name and chart.pack.order == "sov" else ""
    return role in ("to", "in", "from", "with") and not ending.lower().endswith("ki")  # "Doğu Akdeniz'deki | sınır"


def _lists(chart: Chart, begin: int, end: int, start: int, head: Mention) -> bool:
    """Whether a comma only parts what a title lists, where the head stands last: "Dostluk, | İşbirliği ve … Anlaşması".

    All in capitals, a joiner before the last.
    """
    words = chart.text[start : head.start].lower().split()
    capitals = chart.text[begin].isupper() and chart.text[start].isupper() and chart.pack.order == "sov"
    told = capitals and chart.text[end:start].strip() == "," and any(word in chart.pack.joiners for word in words)
    return told and head.kind_in("agreement") != "" and chart.text[head.start].isupper()


def _leads_only(chart: Chart, word: str) -> bool:
    """Whether a word before a name is none of it: "Montevideo'da | ise | Atatürk büstü", "| arasındaki | sınır"."""
    light = word in chart.pack.light and len(word) <= _LITTLE
    return (light or word in chart.pack.after) and word not in chart.pack.about


def _capital_before(chart: Chart, begin: int) -> bool:
    words = list(left_words(chart.text, begin, 1))
    return bool(words) and words[0][1][0].isupper() and words[0][1].lower() not in chart.pack.skip


def left_wide_of(chart: Chart, head: Mention, wall: int) -> int:
    start = head.start
    while start > wall and (not _parts(chart, chart.text[start - 1]) or _couples(chart, start - 1)):
        start -= 1
    return start


def _couples(chart: Chart, place: int) -> bool:
    """Whether a dash only couples two states: "越南 | — | 古巴政府间委员会"."""
    beside = {one.end for one in chart.parties} & {place}, {one.start for one in chart.parties} & {place + 1}
    return chart.text[place] in _DASHES and all(beside)


def _signed_before(chart: Chart, head: Mention, wall: int) -> int | None:
    """Where a text begins that is all that stands behind the verb of signing: "签署 | 中巴互设文化中心协定".

    Refuses what stands behind a mark, a date or another text, or says who signs ("签署双方…").
    """
    start, _ = chart.clause(head.start)
    verbs = chart.within(chart.cues("verb.sign", "verb.ratify"), start, head.start)
    verbs = [one for one in verbs if not one.classes & {"noun.relations", "agreement"}]
    if not verbs or not head.kind_in("agreement"):
        return None
    begin = verbs[0].end + (chart.text[verbs[0].end : verbs[0].end + 1] in (chart.pack.perfects | chart.pack.owning))
    if wall > verbs[0].end:  # "航空协定、| 互免签证谅解备忘录"
        joiner = next((one for one in sorted(chart.pack.joiners) if chart.text.startswith(one, wall)), "")
        begin = wall + len(joiner) if joiner else -1
    leads = [one for one in chart.cues("deixis.pair", "mark.article") if one.start == begin and one.end - begin > 1]
    begin = leads[0].end if leads else begin
    if begin < 0:
        return None
    held = chart.text[begin : head.start]
    inside = [
        one for one in chart.within(chart.mentions, begin, head.start) if one.kind in ("date", "actor", "quantity")
    ]
    plain = not inside and not any(_parts(chart, char) and char not in chart.pack.owning for char in held)
    return begin if plain and len(held) <= LONGEST else None


def _parts(chart: Chart, char: str) -> bool:
    """Whether a character ends what may belong to a title: a mark, a digit, a blank, a bare word of possession."""
    owning = char in chart.pack.skip and chart.pack.after.get(char) == "of"
    return owning or char in MARKS + "《》“”0123456789 "


def qualities(chart: Chart, place: int, limit: int) -> bool:
    """Whether a comma goes on with adjectives: "coopération économique|, scientifique et technique".

    Where adjectives follow their noun: long small words, a joiner before the last, none of them anything else.
    """
    if chart.pack.adjectives != "after" or chart.pack.order != "svo" or chart.text[place] != ",":
        return False
    found = _ADJECTIVES.match(chart.text, place, limit)
    if found is None or found.group("joiner").lower() not in chart.pack.joiners:
        return False
    words = [*found.group("first").split(", "), found.group("last")]
    taken = any(
        one.start < found.end() and found.start() < one.end and not _only_sorts(one)
        for one in chart.mentions
        if one.start >= place
    )
    return not taken and all(len(word) > _SHORT and word.islower() for word in words)


def _only_sorts(one: Mention) -> bool:
    """Whether a cue but says of what sort something is: "technique", "culturel"."""
    return one.kind == "cue" and all(label.startswith(("noun.sector", "kind.")) for label in one.classes)
