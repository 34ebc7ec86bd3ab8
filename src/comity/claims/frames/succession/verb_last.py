"""Succession where verbs come last: whom a clause names first, and whom its verb takes, by their markers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from comity.claims.frames.sides.of_anchor import found
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_SEVERAL = 2
_TARGETS = ("", "to", "object", "of")

Ends = tuple[Sequence[Mention], Sequence[Mention]]


def late_ends(chart: Chart, verb: Mention) -> Ends | None:
    """Who is followed and who follows, both before the verb in its clause; None where they are not sure.

    "Çekoslovakya … Çekya ve Slovakya olarak ikiye ayrıldı", "YFC … Sırbistan-Karadağ'a dönüştü", "X'in yerini Y aldı".
    Refuses a falling apart into one.
    """
    start, _ = chart.clause(verb.start)
    named = [one for one in chart.within(chart.parties, start, verb.start) if _is_plain(one)]
    rules: tuple[Callable[[Chart, Mention, list[Mention]], Ends | None], ...] = (_in_place_of, _into)
    for rule in rules:
        ends = rule(chart, verb, named)
        if ends is not None and not set(found(ends[0]).ids) & set(found(ends[1]).ids):
            return ends
    return None


def _is_plain(one: Mention) -> bool:
    return one.form not in ("adjective", "demonym") and not one.deictic and len(one.ids) == 1


def _in_place_of(chart: Chart, verb: Mention, named: list[Mention]) -> Ends | None:
    """Whose place somebody took: "Yugoslavya'nın | yerini | Sırbistan-Karadağ aldı"."""
    owners = [one for one in named if one.role == "of"]
    doers = [one for one in named if one.role == ""]
    return (owners, doers) if len(owners) == 1 and len(doers) == 1 and _takes_a_place(chart, verb) else None


def _takes_a_place(chart: Chart, verb: Mention) -> bool:
    """Whether a verb says that somebody comes in the place of another."""
    return "verb.split" not in verb.classes and "verb.succeed" in verb.classes


def _into(chart: Chart, verb: Mention, named: list[Mention]) -> Ends | None:
    """What the first named fell apart into or became: the last list before the verb."""
    first = next((one for one in named if one.role == ""), None)
    if first is None or first is not named[0]:
        return None
    rest = [one for one in named if one.start > first.end and one.role in _TARGETS and not _same_list(first, one)]
    last = chart.group_of(rest[-1]) if rest else []
    several = len(found(last).ids) >= _SEVERAL
    fell = "verb.split" in verb.classes
    to = bool(last) and last[-1].role == "to"
    return ([first], last) if last and (several if fell else to and len(last) == 1) else None


def _same_list(first: Mention, other: Mention) -> bool:
    return first.group == other.group >= 0
