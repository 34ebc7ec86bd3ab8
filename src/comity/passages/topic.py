"""What a document is about: the parties of its title, else those that its beginning names most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from comity.dates import DateContext, find_dates
from comity.model.document import Found
from comity.model.passage import PassageKind
from comity.model.when import When
from comity.parties.index import NameHit, NameIndex
from comity.parties.link import link_party
from comity.parties.places import load_places
from comity.parties.registry import load_registry
from comity.passages.block import Block, Piece, RawTable
from comity.passages.language import guess_language

_OFTEN = 4
_ALONE_OFTEN = 3
_MANY = 5
_HEAD_BLOCKS, _HEAD_LINES, _HEAD_LENGTH = 4, 6, 90
_SENTENCE_ENDS = ".。！？!?؟"
_JOINED = 8  # "Caracas | and | Bogotá"
_FOREVER = 99_999_999


def find_topic(
    pieces: Sequence[Piece], title: Found[str], language: str, index: NameIndex, day: When | None
) -> Found[tuple[str, ...]] | None:
    """The parties of the title, in its order; else those the first paragraph names most."""
    tongue = "en" if title.start is None else guess_language(title.value, language)
    hits = [hit for hit in index.find_names(title.value, tongue) if hit.kind == "party"]
    day = day if day is not None or all(map(_is_one_party, hits)) else _latest(pieces, language)
    titled = [one for hit in hits if (one := _meant(hit, hits, tongue, day))]
    if titled and not _is_aside(titled, hits, pieces, language, index):
        parties = _of_one_time(tuple(dict.fromkeys(titled)))
        how = f"parties of {title.how}"
        if len(parties) == 1 and (other := _partner(parties[0], pieces, language, index)):
            parties, how = (*parties, other), f"the party of {title.how} and the one named most beside it"
        return Found(value=parties, how=how, start=title.start, end=title.end)
    seats = _by_capitals(title, tongue, index, day) if not hits else ()
    if seats:
        return Found(value=seats, how=f"capitals of {title.how}", start=title.start, end=title.end)
    below = _named_below(title, pieces, language, index) if not hits else None
    if below is not None:
        return below
    for block in iter_blocks(pieces):
        if block.kind is PassageKind.PARAGRAPH:
            first = _parties(block.body.text, guess_language(block.body.text, language), index)
            filed = _filed_under(title, first, index) if first else ()
            if filed:
                how = "parties of the file's name and of the first paragraph"
                return Found(value=filed, how=how, start=block.start, end=block.end)
            if first:
                return _most_named(first, block, pieces, language, index)
    return None


def _named_below(
    title: Found[str], pieces: Sequence[Piece], language: str, index: NameIndex
) -> Found[tuple[str, ...]] | None:
    """The one party that a short line under a title without any names, and its partner: a ministry's page on Armenia.

    "MINISTRY OF FOREIGN AFFAIRS / Directorate of … / Country sheet: | Republic of Armenia". Refuses lines of prose, and
    a party without whom the beginning does well.
    """
    for block in islice(iter_blocks(pieces), _HEAD_BLOCKS):
        for line in block.body.text.split("\n")[:_HEAD_LINES]:
            if len(line) > _HEAD_LENGTH or line.rstrip()[-1:] in _SENTENCE_ENDS:
                return None
            named = list(dict.fromkeys(_parties(line, language, index)))
            if len(named) == 1 and line.strip() and (other := _partner(named[0], pieces, language, index)):
                how = f"the party of a line below {title.how} and the one named most beside it"
                return Found(value=(named[0], other), how=how, start=block.start, end=block.end)
    return None


def _by_capitals(title: Found[str], tongue: str, index: NameIndex, day: When | None) -> tuple[str, ...]:
    """The two states whose capitals a headline names side by side: "Caracas and Bogotá exchange ambassadors"; else ().

    Refuses a third town, one that is no capital, and two that a mark parts: "to Cairo, Yerevan awaits".
    """
    towns = [hit for hit in index.find_names(title.value, tongue) if hit.kind == "city" and len(hit.ids) == 1]
    if title.start is None or len(towns) != 2 or towns[1].start - towns[0].end > _JOINED:
        return ()
    if not title.value[towns[0].end : towns[1].start].strip().isalpha():
        return ()
    registry, places = load_registry(), load_places()
    states = tuple(places.country(hit.ids[0], day) for hit in towns)
    seats = [str(registry.capital(one)) if one in registry else "" for one in states]
    return states if [hit.ids[0] for hit in towns] == seats and len(set(states)) == 2 else ()


def _is_aside(
    titled: Sequence[str], hits: Sequence[NameHit], pieces: Sequence[Piece], language: str, index: NameIndex
) -> bool:
    """Whether a headline names one party, by an adjective alone, whom the first paragraph passes over for others.

    "Mikati in Athens, Sofia summons the Syrian chargé" is not about Syria where the report begins with Greece.
    """
    first = _parties(_first_told(pieces), language, index)
    if len(set(titled)) == 2 and len(set(first)) > 1:
        missing = [one for one in titled if one not in first]
        mixed = any(hit.form == "adjective" for hit in hits) and any(hit.form != "adjective" for hit in hits)
        return len(missing) == 1 and mixed
    if len(set(titled)) != 1 or any(hit.form != "adjective" for hit in hits):
        return False
    return bool(first) and titled[0] not in first


def _filed_under(title: Found[str], first: Sequence[str], index: NameIndex) -> tuple[str, ...]:
    """The parties that a file's name in small letters tells, where the first paragraph names them all.

    ``foreign-relations-of-north-korea`` over a page that begins "The foreign relations of North Korea …".
    """
    if title.start is not None or not title.value.islower():
        return ()
    named = tuple(dict.fromkeys(_parties(title.value.title(), "en", index)))
    return named if len(named) <= 2 and set(named) <= set(first) else ()


def _meant(hit: NameHit, beside: Sequence[NameHit], language: str, day: When | None) -> str:
    """Which party a name in a title means: the only one it may, else the one of that day: 中華民國; "" for none."""
    if _is_one_party(hit):
        return hit.ids[0]
    near = {hit.ids[0] for hit in beside if _is_one_party(hit)}
    ranked = link_party(hit.ids, language=language, when=day, neighbours=near)
    return ranked[0].party if len(ranked) == 1 or ranked[0].score > ranked[1].score else ""


def _latest(pieces: Sequence[Piece], language: str) -> When | None:
    """The last year that the beginning of a document tells of."""
    hits = [hit for text in iter_texts(pieces) for hit in find_dates(text, language, DateContext())]
    years = [hit.when.start.year for hit in hits if hit.when.start is not None and hit.when.start.year.isdigit()]
    return When.parse(max(years)) if years else None


def _of_one_time(parties: tuple[str, ...]) -> tuple[str, ...]:
    """The parties, two that never stood beside each other as the later alone: "From Gran Colombia to Colombia"."""
    registry = load_registry()
    if len(parties) != 2 or any(one not in registry for one in parties):
        return parties
    for one, heir in (parties, parties[::-1]):
        followed = any(edge.predecessor == one for edge in registry.predecessors(heir))
        ends = max((spell.when.last or _FOREVER for spell in registry.get(one).spells), default=_FOREVER)
        begins = min((spell.when.first or 0 for spell in registry.get(heir).spells), default=0)
        if followed and ends <= begins + 1:
            return (heir,)
    return parties


def _partner(titled: str, pieces: Sequence[Piece], language: str, index: NameIndex) -> str:
    """The one other party that the first paragraph names and the beginning of the document far above the rest.

    One named more than all others together needs no place in the first paragraph: a guide to relations with A that
    begins with what B was.
    """
    named = Counter(
        party for text in iter_texts(pieces) for party in _parties(text, language, index) if party != titled
    )
    ranked = [*named.most_common(2), ("", 0), ("", 0)]
    best, times = ranked[0]
    if times >= _ALONE_OFTEN and times >= _ALONE_OFTEN * ranked[1][1] and 2 * times > named.total():
        return best
    first = _parties(_first_told(pieces), language, index)
    return best if times >= _OFTEN and times >= 2 * ranked[1][1] and best in first else ""


def _most_named(
    first: Sequence[str], block: Block, pieces: Sequence[Piece], language: str, index: NameIndex
) -> Found[tuple[str, ...]] | None:
    """The one or two parties of the first paragraph that the document names most, each more than once."""
    named = Counter(party for text in iter_texts(pieces) for party in _parties(text, language, index))
    weight = Counter(first)
    lists = sum(isinstance(piece, RawTable) or piece.kind is PassageKind.ITEM for piece in pieces)
    lone = len(set(first)) == 1 and 2 * lists > len(pieces)  # "List of diplomatic missions of Ghana" over its items
    again = [party for party in dict.fromkeys(first) if named[party] > 1 or lone]
    ranked = sorted(again, key=lambda party: -(weight[party] * 3 + named[party]))
    most = [
        one for one in ranked[:2] if all(weight[one] * 3 + named[one] > weight[x] * 3 + named[x] for x in ranked[2:])
    ]
    if not most:
        return None
    if _is_crowded(named, most, len(weight)):
        return None
    parties = tuple(party for party in again if party in most)
    return Found(value=parties, how="parties the first paragraph names most", start=block.start, end=block.end)


def _is_crowded(named: Counter[str], two: Sequence[str], first: int) -> bool:
    """Whether the first paragraph names many, and the two named most are less than half of all that is named."""
    return first >= _MANY and 2 * sum(named[one] for one in two) < named.total()


def _parties(text: str, language: str, index: NameIndex) -> list[str]:
    """The states named in a text, each time they are, those of which only one can be meant."""
    return [hit.ids[0] for hit in index.find_names(text, language) if _is_one_party(hit)]


def _is_one_party(hit: NameHit) -> bool:
    return hit.kind == "party" and len(hit.ids) == 1


def iter_texts(pieces: Sequence[Piece]) -> Iterator[str]:
    """The texts of all pieces, a table cell by cell."""
    for piece in pieces:
        if isinstance(piece, RawTable):
            for row in piece.rows:
                yield from (cell.body.text for cell in row.cells)
        else:
            yield piece.body.text


def iter_blocks(pieces: Sequence[Piece]) -> Iterator[Block]:
    """The pieces that are no tables."""
    for piece in pieces:
        if isinstance(piece, Block):
            yield piece


def _first_told(pieces: Sequence[Piece]) -> str:
    """The first paragraph that ends as a sentence does: no line of the title or of the day."""
    told = (block.body.text.rstrip() for block in iter_blocks(pieces) if block.kind is PassageKind.PARAGRAPH)
    return next((text for text in told if text[-1:] in _SENTENCE_ENDS), "")
