"""Who built a thing in another country, said behind it: "议会大厦由 | 中方 | 援建"; where its own name begins."""

from __future__ import annotations

from collections.abc import Sequence

from comity.claims.context.discourse import Discourse, Found
from comity.claims.frames.sides.of_anchor import found
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention


def made_there(
    chart: Chart, discourse: Discourse, head: Mention, told: tuple[Found, Sequence[Mention]]
) -> tuple[Found, Found] | None:
    """The country of a thing and who built it, where a marker and the verb behind it tell that; else None.

    The country is the one known, else that of the name before the thing, else the other of the two in question.
    """
    _, end = chart.clause(head.start)
    verbs = chart.within(chart.cues("verb.build"), head.end, end) if not chart.pack.spaced else []
    by = [one for one in chart.within(chart.parties, head.end, end) if one.role == "by" and len(one.ids) == 1]
    if not verbs or not by or by[0].end > verbs[0].start:
        return None
    country, named = told
    makers = found(by[:1])
    own = [one for one in named if one.end <= head.start and one.ids != makers.ids]
    other = discourse.other_than(makers.ids[0])
    there = country if country.ids and country.ids != makers.ids else found(own[-1:])
    return there if there.ids or other is None else Found(ids=other.ids, context=other.context()), makers


def opening_words(chart: Chart, start: int, head: Mention) -> list[Mention]:
    """The words before a thing that are none of its name, though written into it: "安曼 | 一条 | 街道"."""
    words = chart.cues("mark.article", "verb.dedicate") if not chart.pack.spaced else []
    return [one for one in words if start <= one.start and one.end <= head.start]
