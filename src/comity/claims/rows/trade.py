"""Tables of trade: a figure for each column of turnover, exports or imports, a period for each row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from comity.claims.context.discourse import Discourse
from comity.claims.context.theme import labels_in, tells_trade
from comity.claims.frames.quantity.change import plain
from comity.claims.frames.sides.of_anchor import found
from comity.claims.frames.times.attach import dated
from comity.claims.people.memory import is_currency
from comity.claims.rows.row import Row, partners
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention
from comity.dates import DateContext, find_dates
from comity.model.passage import Passage
from comity.model.roles import Quantity
from comity.quantities import find_quantities

_INDICATORS = ("trade-turnover", "exports", "imports")
_WORD = re.compile(r"(?<!\w)(?=\w)|(?=[$€£¥₽₸₺])|(?<=[(（,，])")
_SHARE = ("%", "％", "٪")
_KEPT = 500
_PERIODS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class TradeColumn:
    """A column of trade: its indicator, who its head names as the doer, how many of which currency a number is."""

    indicator: str
    doer: str = ""
    scale: float = 1
    unit: str = ""


def weighs_trade(passage: Passage) -> bool:
    """Whether a row is of one kind of trade, its periods in the heads."""
    return bool(passage.cells) and tells_trade([passage.cells[0].body.text], passage.language)


def read_trade_rows(
    row: Row, grid: tuple[Sequence[Chart], Sequence[Chart]], headings: Sequence[str], discourse: Discourse
) -> Iterator[Draft]:
    """The figures of a row of a table of trade between two: "| 2016 | 364.8 | 171.1 | 193.7 |" under their heads.

    Refuses a row without a period, a table whose two or whose currency nothing tells, and columns of shares.
    """
    heads, cells = grid
    topic = discourse.topic.ids if discourse.topic is not None else ()
    home = discourse.home if discourse.home_shown else ""
    two = _two(row, row.pair or (topic if len(topic) == 2 else ()))
    if len(two) != 2:
        return
    for column, period, chart in _figures(heads, cells, headings, _period_over(headings, heads)):
        hits = [one.quantity for one in chart.kind("quantity") if one.quantity and one.quantity.unit != "percent"]
        if column is None or len(hits) != 1 or chart.dates or hits[0].ordinal or hits[0].value is None:
            continue
        money = is_currency(hits[0].unit)
        unit, scale = (hits[0].unit, 1.0) if money else (column.unit, column.scale)
        if unit:
            yield Draft(
                roles=_roles(column, two, home, plain(hits[0].value * scale), unit),
                rule="row.trade",
                dated=dated(period),
                context=row.told_by,
            )


def _figures(
    heads: Sequence[Chart], cells: Sequence[Chart], headings: Sequence[str], over: Mention | None
) -> Iterator[tuple[TradeColumn | None, Mention, Chart]]:
    """Each cell with what it weighs and its period: years down and kinds of trade across, or the other way round."""
    if is_mirrored(heads, cells[0].text):
        line = next(iter(trade_columns(cells[:1], (*headings, heads[0].text))))
        yield from (
            (line, head.dates[0], cell) for head, cell in zip(heads, cells, strict=True) if len(head.dates) == 1
        )
        return
    period = next((chart.dates[0] for chart in cells if len(chart.dates) == 1), None) or over
    for head, column, cell in zip(heads, trade_columns(heads, headings), cells, strict=True):
        own = head.dates[0] if len(head.dates) == 1 else period  # "Exports 2021"
        if own is not None:
            yield column, own, cell


def _period_over(headings: Sequence[str], heads: Sequence[Chart]) -> Mention | None:
    """The one year that the innermost heading with a date gives for a whole table: "by country, 2020"."""
    language = heads[0].sentence.language if heads else ""
    for text in reversed(headings):
        hits = find_dates(text, language, DateContext())
        if hits:
            return Mention(kind="date", start=0, end=0, date=hits[0]) if len(hits) == 1 else None
    return None


def is_mirrored(heads: Sequence[Chart], first: str) -> bool:
    """Whether the periods stand across and the kinds of trade down: "| | 2019 | 2020 |", "| Exports | 1.2 | 1.4 |"."""
    return sum(len(head.dates) == 1 for head in heads) >= _PERIODS and tells_trade((first,), heads[0].sentence.language)


def _roles(column: TradeColumn, two: tuple[str, ...], home: str, value: int | float | None, unit: str) -> Quantity:
    if column.indicator == "trade-turnover":
        return Quantity(indicator=column.indicator, parties=tuple(sorted(two)), value=value, unit=unit)
    doer = column.doer if column.doer in two else home if home in two else two[0]
    other = next(one for one in two if one != doer)
    return Quantity(indicator=column.indicator, from_=doer, to=other, value=value, unit=unit)


def _two(row: Row, pair: tuple[str, ...]) -> tuple[str, ...]:
    """Between whom a row's trade is: the two the document is about, else the list's owner and the row's partner."""
    named = found(partners(row)).ids
    if len(pair) == 2:
        return pair if set(named) <= set(pair) else ()
    return (row.owner, named[0]) if row.owner and len(named) == 1 else ()


def trade_columns(headers: Sequence[Chart], headings: Sequence[str]) -> Iterator[TradeColumn | None]:
    """What each column holds, by its head; a currency that no head names is that of the innermost heading with one."""
    language = headers[0].sentence.language if headers else ""
    over = next((told for text in reversed(headings) if (told := money_in(text, language)) is not None), None)
    flows = {name for chart in headers for name in _indicators(chart)} >= {"exports", "imports"}
    for chart in headers:
        names = _indicators(chart)
        if not names and flows and "mark.column_total" in labels_in(chart.text, language):
            names = ["trade-turnover"]
        if len(names) != 1 or any(sign in chart.text for sign in _SHARE):
            yield None
            continue
        scale, unit = money_in(chart.text, language) or over or (1.0, "")
        named = [one for one in chart.parties if len(one.ids) == 1 and one.role not in ("to", "in", "from", "with")]
        yield TradeColumn(indicator=names[0], doer=named[0].ids[0] if named else "", scale=scale, unit=unit)


def _indicators(chart: Chart) -> list[str]:
    """The kinds of trade that a head names; none where it tells only of their growth, share or balance."""
    return [name for name in _INDICATORS if chart.has(f"indicator.{name}")]


@lru_cache(maxsize=_KEPT)
def money_in(text: str, language: str) -> tuple[float, str] | None:
    """How many of which currency a number is, as a head says it without one: "млн долл. США" is (1e6, "USD")."""
    said = [hit for hit in find_quantities(text, language) if is_currency(hit.unit) and hit.value is not None]
    told = [(float(hit.value or 0), hit.unit) for hit in said]
    for place in () if told else _WORD.finditer(text):
        for one in ("1 ", "1"):
            asked = f"{text[: place.start()]}{one}{text[place.start() :]}"
            for hit in find_quantities(asked, language):
                inside = hit.start <= place.start() < hit.end and hit.number_start == place.start()
                if inside and is_currency(hit.unit) and hit.value is not None:
                    told.append((float(hit.value), hit.unit))
    return max(told, default=None)
