"""What kind of visit it is: state, official, working, private."""

from __future__ import annotations

from comity.claims.frames.visit.arrivals import arrived_for
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_KINDS = ("state", "official", "working", "private")
_REACH = 40
_TITLES = ("office.", "post.")


def kind_of(chart: Chart, anchor: Mention) -> str | None:
    """The kind a visit is said to be of, in its own words or near it; None where none is said."""
    for word in filter(None, (anchor, _named_later(chart, anchor))):
        for kind in _KINDS:
            cues = [one for one in chart.cues(f"kind.{kind}") if not _of_a_title(chart, one)]
            if f"kind.{kind}" in word.classes or chart.nearest(word, cues, limit=_REACH) is not None:
                return kind
    return None


def _named_later(chart: Chart, anchor: Mention) -> Mention | None:
    """The word for the visit that an arrival begins, in the next clause: "抵达上海，开始 | 国事访问 |".

    Where verbs come first, the one such word behind a verb: «وصل إلى الكويت على رأس وفد في | زيارة رسمية».
    """
    if chart.pack.order == "vso":
        behind = chart.within(chart.cues("noun.visit"), anchor.end, chart.clause(anchor.start)[1])
        return behind[0] if len(behind) == 1 and "noun.visit" not in anchor.classes else None
    if chart.pack.spaced:
        return None
    return next((one for one in chart.cues("noun.visit") if arrived_for(chart, one) is anchor), None)


def _of_a_title(chart: Chart, kind: Mention) -> bool:
    """Whether a word is but an adjective of somebody's title: "the | official | spokesman of the ministry"."""
    own = any(label.startswith(_TITLES) for label in kind.classes)
    if "noun.visit" in kind.classes:
        return False
    return own or any(0 <= one.start - kind.end <= 1 for one in chart.cues("office", "post"))
