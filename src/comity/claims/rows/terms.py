"""Rows of lists of ambassadors: who was appointed, presented credentials and left, by the columns."""

from __future__ import annotations

from collections.abc import Iterator

from comity.claims.frames.times.attach import dated
from comity.claims.rows.envoy_items import rank_in
from comity.claims.rows.row import Row
from comity.claims.sentences.draft import Dated, Draft
from comity.model.roles import Appointment

_EVENTS = (("term", ""), ("open", "appointed"), ("date", "appointed"), ("credentials", "credentials"), ("end", "ended"))
_RANKS = ("", "title", "mission")  # what a column of ranks may be headed
_LONGEST_NAME = 60


def read_term_rows(row: Row) -> Iterator[Draft]:
    """The drafts of a row "Jacques Manent | 12 March 1994 | June 1996" in a list of one state's envoys to another.

    A cell that names nothing but a post tells that of its row. Refuses a row without a name, and a list whose two ends
    or post no title, heading or cell tells.
    """
    posting = row.posting
    names = [chart.text.strip() for chart in row.column("person")][:1]
    post = rank_in(row.column(*_RANKS)) or (posting.post if posting is not None else "")
    if posting is None or not post or not names or not _is_name(names[0]):
        return
    for column, event in _EVENTS:
        for day in [one for chart in row.column(column) for one in chart.dates][:1]:
            when = dated(day)
            lasts = when.when is not None and when.when.interval
            if not lasts and not event:
                continue
            told = "credentials" if posting.letters and column == "date" else event
            yield Draft(
                roles=Appointment(
                    post=post,
                    sender=posting.sender,
                    receiver=posting.receiver,
                    event="holds" if lasts and column != "end" else told,
                    person=names[0],
                ),
                rule="row.appointment",
                dated=Dated(when=when.when, alternatives=when.alternatives),
                context=(*posting.context, *row.context),
            )


def _is_name(text: str) -> bool:
    return 1 < len(text) <= _LONGEST_NAME and not any(map(str.isdigit, text)) and any(map(str.isalpha, text))
