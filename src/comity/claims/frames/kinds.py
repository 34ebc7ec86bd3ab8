"""What kind of visit it is: state, official, working, private."""

from __future__ import annotations

from comity.claims.chart import Chart
from comity.claims.mention import Mention

_KINDS = ("state", "official", "working", "private")
_REACH = 40
_TITLES = ("office.", "post.")


def kind_of(chart: Chart, anchor: Mention) -> str | None:
    """The kind a visit is said to be of, in its own words or near it; None where none is said."""
    for kind in _KINDS:
        label = f"kind.{kind}"
        if label in anchor.classes:
            return kind
        near = chart.nearest(anchor, [one for one in chart.cues(label) if not _of_a_title(chart, one)], limit=_REACH)
        if near is not None:
            return kind
    return None


def _of_a_title(chart: Chart, kind: Mention) -> bool:
    """Whether a word is but an adjective of somebody's title: "the | official | spokesman of the ministry"."""
    own = any(label.startswith(_TITLES) for label in kind.classes)
    if "noun.visit" in kind.classes:
        return False
    return own or any(0 <= one.start - kind.end <= 1 for one in chart.cues("office", "post"))
