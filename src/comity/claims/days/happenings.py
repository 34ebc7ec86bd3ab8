"""The cues that tell of something happening, which owns a date."""

from __future__ import annotations

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

EVENTS = tuple(
    f"verb.{name}"
    for name in (
        *("establish", "sever", "suspend", "restore", "upgrade", "downgrade", "recognise"),
        *("unrecognise", "open", "close", "move", "raise", "lower", "visit"),
        *("meet", "sign", "ratify", "force", "terminate", "negotiate", "join"),
        *("leave", "elect", "award", "appoint", "credentials", "recall", "expel"),
        *("end", "found", "convene", "inaugurate", "settle", "refer", "succeed"),
    )
)


def events(chart: Chart) -> list[Mention]:
    """The cues of a sentence that tell of something happening: not those that only say that it did not ("was off")."""
    return [one for one in chart.cues(*EVENTS) if "fact.cancel" not in one.classes]
