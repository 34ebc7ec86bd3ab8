"""Titles, names of bodies, things and awards: how far a noun phrase reaches around its head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.claims.chart import Chart
from comity.claims.marks import COMMAS, has_any
from comity.claims.mention import Mention
from comity.claims.title_ends import goes_on, in_a_town, lists_on, lists_things, named_until, past_partner
from comity.claims.title_words import coupled, hung_left, hung_right
from comity.claims.words import left_words

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
_MARKS = ".;:,!?()[]،؛؟，。；、：！？（）–—|"
_OPENING_QUOTES = "«“„"
_LONGEST = 110
_SHORT = 5
_ADJECTIVES = re.compile(
    r",\s(?P<first>[^\W\d_]+(?:,\s[^\W\d_]+){0,3})\s(?P<joiner>[^\W\d_]{1,2})\s(?P<last>[^\W\d_]+)(?![\w'’-])"
)
_OBJECT_REACH = 30
_PERFECT = ("了", "有")
_OWNING = "的"
_LITTLE = 3
_TWO_WORDS = re.compile(r"\b([^\W\d_]+)(?=( [^\W\d_]+))")
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


def title_at(chart: Chart, head: Mention, *, most_left: int = 6) -> tuple[int, int]:
    """Where the title around a head noun begins and ends: a quotation that holds or touches it, else its noun phrase.

    'signed a free trade agreement in Astana' → "free trade agreement".
    """
    quoted = quotation_at(chart.text, head)
    if quoted is not None:
        return quoted
    start = coupled(chart, hung_left(chart, _left(chart, head, most_left)))
    end = _closed(chart, head, _right(chart, head)) if chart.pack.places == "after" else head.end
    if (start, end) == (head.start, head.end):
        return _said_later(chart, head) or (start, end)
    return start, end


def _closed(chart: Chart, head: Mention, end: int) -> int:
    """The end without the words that only open something more: "communiqué | on the"."""
    while True:
        last = re.search(r"[\s]+([^\W\d_]+)\s*$", chart.text[head.end : end])
        word = last.group(1).lower() if last else ""
        small = word in chart.pack.about or word in chart.pack.before or word in chart.pack.joiners
        if last is None or not (small or word.endswith(chart.pack.auxiliary_endings or ("\n",))):
            return end
        end = head.end + last.start()


def _said_later(chart: Chart, head: Mention) -> tuple[int, int] | None:
    """What a bare head is about, where the verb stands between: "a deal was signed on the tax-free export of …"."""
    verb = next((one for one in chart.cues("verb.sign") if 0 <= one.start - head.end <= 3), None)
    if verb is None or not chart.pack.about:
        return None
    found = re.compile(r"\s+([^\W\d_]+)\s+").match(chart.text, verb.end)
    if not found or found.group(1).lower() not in chart.pack.about:
        return None
    stop = min(len(chart.text), found.end() + _LONGEST)
    end = found.end()
    while end < stop and chart.text[end] not in _MARKS:
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


def _stops(chart: Chart) -> list[Mention]:
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
    ]


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


def _left(chart: Chart, head: Mention, most: int) -> int:
    others = [
        one
        for group in ("landmark", "body", "agreement")
        for one in chart.cues(group)
        if one.end < head.start + chart.pack.spaced and not chart.text[one.start].isupper()
    ]
    first = chart.parties if chart.pack.order == "vso" else []  # who signs stands between the verb and the title
    wall = max((one.end for one in [*_stops(chart), *others, *first] if one.end <= head.start), default=0)
    if not chart.pack.spaced:
        signed = _signed_before(chart, head, max((one.end for one in others), default=0))
        return past_partner(chart, _left_wide(chart, head, wall) if signed is None else signed, head.start)
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
            or (low in chart.pack.auxiliaries and begin + len(word) < head.start - 1)
            or (low in chart.pack.joiners and chart.pack.places == "after" and not word[0].isupper())
        ):
            if low in chart.pack.joiners and begin >= wall and _capital_before(chart, begin) and chart.pack.capitals:
                continue
            if low in chart.pack.infinitives and begin >= wall and start < head.start:
                start = _behind_word(chart, start, head)  # "met to | discuss | treaty negotiations"
            break
        if any(mark in chart.text[begin + len(word) : start] for mark in _MARKS) and not _lists(
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


def _left_wide(chart: Chart, head: Mention, wall: int) -> int:
    start = head.start
    while start > wall and not _parts(chart, chart.text[start - 1]):
        start -= 1
    return start


def _signed_before(chart: Chart, head: Mention, wall: int) -> int | None:
    """Where a text begins that is all that stands behind the verb of signing: "签署 | 中巴互设文化中心协定".

    Refuses what stands behind a mark, a date or another text, or says who signs ("签署双方…").
    """
    start, _ = chart.clause(head.start)
    verbs = chart.within(chart.cues("verb.sign", "verb.ratify"), start, head.start)
    verbs = [one for one in verbs if not one.classes & {"noun.relations", "agreement"}]
    if not verbs or not head.kind_in("agreement"):
        return None
    begin = verbs[0].end + (chart.text[verbs[0].end : verbs[0].end + 1] in (*_PERFECT, _OWNING))
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
    plain = not inside and not any(_parts(chart, char) and char not in _OWNING for char in held)
    return begin if plain and len(held) <= _LONGEST else None


def _parts(chart: Chart, char: str) -> bool:
    """Whether a character ends what may belong to a title: a mark, a digit, a blank, a bare word of possession."""
    owning = char in chart.pack.skip and chart.pack.after.get(char) == "of"
    return owning or char in _MARKS + "《》“”0123456789 "


def _right(chart: Chart, head: Mention) -> int:
    wall = min((one.start for one in _stops(chart) if one.start >= head.end), default=len(chart.text))
    wall = min(wall, _next_title(chart, head), _between(chart, head, wall))
    wall = min(wall, _told_on(chart, head), _placed(chart, head, wall), in_a_town(chart, head, wall))
    end = hung_right(chart, head.end, wall)
    limit = min(len(chart.text), wall, head.end + _LONGEST)
    proper = chart.pack.capitals and chart.text[head.start].isupper()
    while end < limit and (
        (chart.text[end] not in _MARKS and not _speech_opens(chart.text, end))
        or (proper and lists_on(chart, head, end, limit))
        or lists_things(chart, head, end, limit)
        or _qualities(chart, end, limit)
        or goes_on(chart, end)
    ):
        end += 1
    return trim(chart, head.end, named_until(chart, head, end))


def _speech_opens(text: str, place: int) -> bool:
    """Whether words in quotation marks begin that are no name: "Plaza Perú | «estamos celebrando …»"."""
    return text[place] in _OPENING_QUOTES and text[place + 1 : place + 2].islower()


def _between(chart: Chart, head: Mention, wall: int) -> int:
    """Where it is told whose a text is, known or not: "accord de coopération | entre l'Union et …"."""
    words = re.finditer(r"[^\W\d_]+", chart.text[head.end : min(wall, head.end + _LONGEST)])
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
    for found in _TWO_WORDS.finditer(chart.text, head.end, min(wall, head.end + _LONGEST)):
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


def _qualities(chart: Chart, place: int, limit: int) -> bool:
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
