"""What a document tells of itself: its language, its date, its title, its topic, each with how it was found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from comity.dates import DateHit, find_dates
from comity.model.document import BY_FILE_NAME, Document, Found, Source
from comity.model.passage import MappedText, PassageKind
from comity.model.when import When
from comity.packs.reading import load_residue_words
from comity.parties.index import NameIndex
from comity.passages.block import Block, Piece
from comity.passages.day_hits import DayHits
from comity.passages.html_attributes import find_page_date
from comity.passages.language import guess_language
from comity.passages.name_language import language_of_names
from comity.passages.read import read_pieces
from comity.passages.residue import LeftOut, leading_date_end
from comity.passages.topic import find_topic, iter_blocks, iter_texts
from comity.text import fold

_DIGEST = 10  # days
_HEAD = 20_000
_FIRST_PIECES = 40
_SAID_WITHIN = 8
_LONGEST_LEAD = 200
# A place and a day ("Baku, 3 March 2004"), never a sentence, however short.
_ALONE = 20
_TIMED_LINE = 60
_HOUR = re.compile(r"[\s,–|-]*(?:[^\W\d_]{3,12}[\s,–|-]+)?\d{1,2}[:.]\d{2}\s*")  # ", Saturday, 10:58"
_DATELINED = 3
_OVER, _SHORT_LINE, _FEW_WORDS = 3, 60, 5  # of the first blocks, letters of a line over a text, words before its day
_ITEM_SEEN = 80
_YEAR_ROOM = 8
_WIRED_REACH = 16
_TITLE_LENGTH = 130
_YEAR = re.compile(r"(?<=\D)[12]\d{3}(?!\d)")
_SENTENCE_ENDS = ".。！？!?؟"
_UNTOLD = "?"  # no language: what neither words nor letters tell has no voice
_LETTERS_WANTED = 4_000
_FEW_LETTERS, _FEW_NAMES = 800, 2  # a name of several languages is a part of one of each
# "2023 года", "2022 року", "2020 г.": the word for a year, or none.
_YEAR_WORD = re.compile(r"[^\S\n]*[^\W\d_]{1,5}\.?(?=[^\S\n]*(?:[)\]*_|/.;,]|\n|$))")
# What may stand behind the day on a line of its own: a weekday, the word for a year, an agency in brackets.
_LINE_OVER = re.compile(
    r"[.,]?(?:\s[^\W\d_]{1,6}[.,]*)?(?:\s[^\W\d_]{1,12})?[ .,]*(?:[(/][^()/\n]{1,60}[)/][ .,]*)?(?:\n|$)"
)
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
# What may stand between a dateline's date and the story: an agency, a correspondent, then a dash, colon or stroke.
_AFTER_DATELINE = re.compile(
    r"[\s.,]*(?:\w{1,5}\.?[\s.,]*)?(?:[^\W\d_]{2,12}[\s.,]*)?(?:[(/][^()/\n]{1,60}[)/][\s.,]*)?"
    r"(?:[\w-]+[\s.,]+){0,3}(?:[–—:]|-(?!\w))"
    r"|[\s.,]*(?:\w{1,5}\.?[\s.,]*)?(?:\)|/[^/\n]{1,60}/)"
)
# What stands behind the day where the place is in capitals: "LIMA, 18. Juli 2019 (Agentur). Der Präsident …", and a
# weekday: "ДУШАНБЕ, 4 мамыр, сейсенбі. …"; a word for the year may stand first: "КИЇВ, 27 травня 2023 р. (Агенція). …".
_CRIED = re.compile(r"(?:\s[^\W\d_]{1,6}\.?)?(?:,?\s[^\W\d_]{2,12})?[.\s]*(?:[(/][^()/\n]{1,60}[)/])?\.")
_WIRED_FROM = re.compile(r"[（(【]?[^，。；,.;]{0,24}|，[^，。；,.;]{0,6}")
_BEFORE_DATELINE = re.compile(r"[\s(]*(?:[^\s\d]+[\s/]+){0,4}(?:[^\s\d]+\s*[,.–—/:-]\s*)?")


def read_document(source: Source, index: NameIndex) -> Document:
    """The source with its language, date, title and topic; what cannot be found is left out, never made up.

    " date 2026-02-02 Kazakistan Dışişleri …" is dated 2026-02-02, "a leading date line"; a title "Kazakhstan–Ukraine
    relations" makes KAZ and UKR the topic. Of a long document only the beginning is looked at.
    """
    pieces = list(islice(read_pieces(source, 0, min(len(source.text), _HEAD), LeftOut()), _FIRST_PIECES))
    language = _language(pieces, index)
    date = _date(source, pieces, language.value)
    title = _title(source, pieces)
    return Document(
        source=source,
        language=language,
        date=date,
        title=title,
        topic=find_topic(pieces, title, language.value, index, date.value if date is not None else None),
    )


def _language(pieces: Sequence[Piece], index: NameIndex) -> Found[str]:
    """The language most of the first letters are in; of a short list, the one its names of states are of."""
    letters: Counter[str] = Counter()
    for text in iter_texts(pieces):
        letters[guess_language(text, _UNTOLD)] += len(text)
        if letters.total() > _LETTERS_WANTED:
            break
    named = language_of_names(iter_texts(pieces), index) if letters.total() <= _FEW_LETTERS else {}
    letters.pop(_UNTOLD, None)
    best = max(named, key=lambda code: named[code], default="")
    guessed = letters.most_common(1)[0][0] if letters else _UNTOLD
    if best and named[best] >= _FEW_NAMES and 2 * named.get(guessed, 0) < named[best]:
        return Found(value=best, how="names of states")
    if not letters:
        told = guess_language(" ".join(iter_texts(pieces)))  # the first language of the script, where several fit
        return Found(value=told, how="the script") if told else Found(value="en", how="nothing tells: taken as English")
    return Found(value=letters.most_common(1)[0][0], how="letters and little words")


def _date(source: Source, pieces: Sequence[Piece], language: str) -> Found[When] | None:
    """When the document was published or said, by the surest sign there is."""
    hits = DayHits(pieces, language)
    return (
        _leading_date(source.text)
        or _page_date(source)
        or _said_date(source.text, pieces, hits)
        or _dateline(source.text, pieces, hits)
        or _title_date(pieces, hits)
        or _week_told(pieces, hits)
    )


def _leading_date(text: str) -> Found[When] | None:
    end = leading_date_end(text)
    found = _ISO.search(text, 0, end)
    if found is None:
        return None
    return Found(value=When.parse(found.group()), how="a leading date line", start=found.start(), end=found.end())


def _page_date(source: Source) -> Found[When] | None:
    if source.media_type != "text/html":
        return None
    found = find_page_date(source.text, 0, min(len(source.text), _HEAD))
    if found is None:
        return None
    day, start, end = found
    return Found(value=When.parse(day), how="the page's own mark-up", start=start, end=end)


def _found_date(body: MappedText, hit: DateHit, how: str) -> Found[When]:
    start, end = body.source_span(hit.start, hit.end)
    return Found(value=hit.when, how=how, start=start, end=end)


def _said_date(source: str, pieces: Sequence[Piece], hits: DayHits) -> Found[When] | None:
    """A line that says so itself: "Updated: 20.06.2018", "(Stand: 07.08.2017)"."""
    dated = load_residue_words().dated
    for block in islice(iter_blocks(pieces), _SAID_WITHIN):
        for hit in hits.of(block.body, 200, ended=True):
            before = fold(_line_before(source, block.body, hit.start)).rstrip(" :：")
            word = max((word for word in dated if before.endswith(word)), key=len, default="")
            if word and _stands_alone(before, word) and _closes(block.body.text, hit.end):
                return _found_date(block.body, hit, "a line that says when")
    return None


def _line_before(source: str, body: MappedText, place: int) -> str:
    """What stands before a place in its line of the source: lines of a paragraph are joined when it is read."""
    begin, _ = body.source_span(place, place + 1)
    line = source.rfind("\n", max(0, begin - _LONGEST_LEAD), begin)
    inside = begin - line - 1 if line >= 0 else place
    return body.text[max(0, place - inside) : place]


def _stands_alone(before: str, word: str) -> bool:
    """Whether the word opens its line or clause."""
    rest = before[: len(before) - len(word)].rstrip()
    return not rest or rest[-1] in "([（*_|•·–—-.:;/，。；"


def _closes(text: str, end: int) -> bool:
    """Whether a date ends its line or clause: "As of 2015, …" says when a number holds, not when the page was made."""
    word = _YEAR_WORD.match(text, end)
    rest = text[word.end() if word else end :].lstrip()
    return not rest or rest[0] in ".;)]）|*_/。；\n–—"


def _dateline(source: str, pieces: Sequence[Piece], hits: DayHits) -> Found[When] | None:
    """The day at a story's beginning: "NAIROBI, March 15, 2023 (Savanna Wire) - ", "(Ankara, 2 Şubat 2026)"."""
    lines: list[Found[When]] = []
    listed = False
    skip = (PassageKind.TITLE, PassageKind.ITEM) if _lists_days(pieces, hits) else (PassageKind.TITLE,)
    told = [block for block in _beside_lists(pieces) if block.kind not in skip]
    for number, block in enumerate(told):
        text = block.body.text
        if number >= 2 * _DATELINED and (not lines or len(text) > _SHORT_LINE):
            continue
        for hit in hits.of(block.body, 160):
            if number < _DATELINED and hit.when.precision == "day" and _wired(text, hit):
                return _found_date(block.body, hit, "a dateline")
            led = _line_before(source, block.body, hit.start)  # under a speech's title: "Genève, | le 21 mars 2022"
            led = led if "," in led and len(led) < hit.start else text[: hit.start]
            if hit.when.precision != "day" or not _only_a_place(led):
                continue
            if _is_field(text[: hit.start]):
                continue
            if hit.start_full < hit.start and text[hit.end : hit.end + 1] in _SENTENCE_ENDS:
                continue  # «أقيمت العلاقات | في | 26 يونيو 1956.»
            behind = text[hit.end : hit.end + 110]
            place = led.strip(" .,(")
            cried = bool(place) and (number == 0 or place.isupper()) and _CRIED.match(behind) is not None
            story = cried or _AFTER_DATELINE.match(behind)
            after = text[hit.end :].partition("\n")[2] or (told[number + 1].body.text if told[number + 1 :] else "")
            listed = listed or (bool(story) and _heads_a_day(after, hits))
            if number < _DATELINED and story and not listed:
                return _found_date(block.body, hit, "a dateline")
            if any(map(str.isalpha, led)) and _LINE_OVER.match(behind):
                again = find_dates(after[:_LONGEST_LEAD], hits.language, hits.context)
                row = any(one.when == hit.when for one in again)  # "Armenia 28 June 2013", and the text tells of it
                lines += [_found_date(block.body, hit, "a place and a day on a line")] * (1 + row)
    return lines[0] if len(lines) == 1 else None  # several such lines are a list of states and days


def _beside_lists(pieces: Sequence[Piece]) -> Iterator[Block]:
    """The blocks without those of lists: a short item that another follows or comes before."""
    blocks = list(islice(iter_blocks(pieces), _FIRST_PIECES))
    short = [one.kind is PassageKind.ITEM and len(one.body) <= _ITEM_SEEN for one in blocks]
    for number, block in enumerate(blocks):
        if not (short[number] and any((*short[max(number - 1, 0) : number], *short[number + 1 : number + 2]))):
            yield block


def _lists_days(pieces: Sequence[Piece], hits: DayHits) -> bool:
    """Whether several items of a list hold a day each, none of which is the document's: "Latvia, 12 May 1992"."""
    items = islice((block for block in iter_blocks(pieces) if block.kind is PassageKind.ITEM), 2 * _DATELINED)
    told = [(one, hit) for one in items for hit in hits.of(one.body, _ITEM_SEEN)]
    led = {one.start for one, hit in told if hit.start <= 1 and hit.when.precision == "day"}
    return len(led | {one.start for one, _ in told if len(one.body) <= _ITEM_SEEN}) > 1


def _heads_a_day(after: str, hits: DayHits) -> bool:
    """Whether what stands behind a story's first line begins with a day, too: the two are lines of a chronicle."""
    line = after.lstrip(" *•-–\t")
    found = find_dates(line[:40], hits.language, hits.context) if line else ()
    return any(one.start <= 1 for one in found)


def _wired(text: str, hit: DateHit) -> bool:
    """Whether a story says when it was wired, in a script without spaces: "（…2023年6月10日台北電）"."""
    if _WIRED_FROM.fullmatch(text[: hit.start]) is None:
        return False
    words, others = load_residue_words().date_wired, tuple(load_residue_words().date_unwired)
    places = [text.find(word, hit.end, hit.end + _WIRED_REACH) for word in words]
    return any(
        place >= 0 and _WIRED_FROM.fullmatch(text[hit.end : place]) is not None and not text.startswith(others, place)
        for place in places
    )


def _week_told(pieces: Sequence[Piece], hits: DayHits) -> Found[When] | None:
    """The last day of the few that a digest is about, alone on one of the first lines: "2022年10月16日—22日"."""
    for block in islice(iter_blocks(pieces), 4):
        text = block.body.text
        for hit in find_dates(text[:200], guess_language(text, hits.language), hits.context):
            first, last = hit.when.start, hit.when.end
            days = first is not None and last is not None and first.day is not None and last.day is not None
            alone = len(text.strip()) <= hit.end - hit.start + 1 and not block.cells
            if alone and days and last is not None and (hit.when.last or 0) - (hit.when.first or 0) <= _DIGEST:
                start, end = block.body.source_span(hit.start, hit.end)
                return Found(value=When(last, None), how="the days of a digest", start=start, end=end)
    return None


def _only_a_place(before: str) -> bool:
    """Whether what stands before a date is a place and a comma, or nothing: "Daressalam/Lusaka, " is, "On " is not."""
    if len(before) > 80 or _BEFORE_DATELINE.fullmatch(before) is None:
        return False
    return not any(word[0].islower() for word in re.findall(r"[^\W\d_]+", before))


def _title_date(pieces: Sequence[Piece], hits: DayHits) -> Found[When] | None:
    """A day in the title, or alone on one of the first lines."""
    chronicle = _lists_days(pieces, hits)
    first = list(islice(iter_blocks(pieces), 5))
    for number, block in enumerate(first[:4]):
        listed = block.kind is PassageKind.ITEM and block.kind in [one.kind for one in first[number + 1 : number + 2]]
        if block.kind is PassageKind.ITEM and (chronicle or listed):
            continue
        for hit in hits.of(block.body, 200):
            rest = len(block.body.text) - (hit.end - hit.start)
            titled = number == 0 and block.kind in (PassageKind.TITLE, PassageKind.HEADING)
            closed = block.body.text.rstrip()[-1:] in (*_SENTENCE_ENDS, "：") and not _only_a_day(block.body.text, hit)
            alone = (rest <= _ALONE or _timed(block.body.text, hit)) and not block.cells and not closed
            alone = alone and not _is_field(block.body.text[: hit.start])
            if hit.when.precision == "day" and (titled or alone):
                return _found_date(block.body, hit, "a day in the title" if titled else "a line with a day alone")
            if hit.when.precision == "day" and number < _OVER and not block.cells and _heads(block.body.text, hit):
                return _found_date(block.body, hit, "a short line that a day opens or closes")
    return None


def _is_field(before: str) -> bool:
    """Whether a field's name and a colon stand before a day, which is no place: "建交时间: | 1992年1月2日"."""
    name = fold(before).rstrip()
    label = name.rstrip(" :：")
    said = max((word for word in load_residue_words().dated if label.endswith(word)), key=len, default="")
    led = label[: len(label) - len(said)][-1:]
    return label != name and bool(said) and "\u3400" <= led <= "\u9fff"  # in letters written without spaces


def _timed(text: str, hit: DateHit) -> bool:
    """Whether a short line ends in the hour of its day: "DÜNYA, 14 Aralık 2024 Cumartesi, 10:58"."""
    return len(text) <= _TIMED_LINE and _HOUR.fullmatch(text, hit.end) is not None


def _heads(text: str, hit: DateHit) -> bool:
    """Whether a day opens or closes a short line over a text: "Довідка посольства, 17 березня 2023 року".

    Refuses a sentence, and what happened on a day ("Relations established 3 March 1993"): a comma parts the day.
    """
    low = text.rfind("\n", 0, hit.start) + 1
    end = text.find("\n", hit.end)
    line = text[low : end if end >= 0 else len(text)]
    before, behind = line[: hit.start - low].strip(), text[hit.end : low + len(line)].strip()
    word = _YEAR_WORD.match(text, hit.end)
    rest = text[word.end() if word else hit.end : low + len(line)].strip()
    if len(line) > _SHORT_LINE or (rest and behind[-1:] in _SENTENCE_ENDS):
        return False
    closes = bool(before) and before[-1] == "," and not rest.strip(".") and len(before.split()) <= _FEW_WORDS
    opens = not before and rest[:1] == "," and "." in rest
    return closes or opens


def _only_a_day(text: str, hit: DateHit) -> bool:
    """Whether a line holds a day and at most the word for a year: "20 мая 2021 г."."""
    return not text[: hit.start].strip() and _closes(text, hit.end) and len(text) - hit.end <= _YEAR_ROOM


def _title(source: Source, pieces: Sequence[Piece]) -> Found[str]:
    """The document's own title, else the words of its file's name."""
    for block in iter_blocks(pieces):
        if block.kind is PassageKind.TITLE or block.kind is PassageKind.HEADING:
            how = "the title line" if block.kind is PassageKind.TITLE else "the first heading"
            return Found(value=block.body.text, how=how, start=block.start, end=block.end)
        if block.kind is PassageKind.PARAGRAPH:
            line = block.body.text.split("\n", 1)[0].strip()
            numbered = any(map(str.isdigit, _YEAR.sub("", line, count=2)))
            if 0 < len(line) <= _TITLE_LENGTH and line[-1] not in _SENTENCE_ENDS and not numbered:
                return Found(value=line, how="the first line", start=block.start, end=block.end)
            break
    return Found(value=" ".join(re.split(r"[\W_]+", source.id)).strip() or source.id, how=BY_FILE_NAME)
