"""Lists of the organizations that a state takes part in: "CBSS, CE, EU, OAS (observer), OSCE"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.claims.chart import Chart
from comity.claims.draft import Draft
from comity.claims.mention import Mention
from comity.claims.row import Row
from comity.model.claim import Membership

_ROLES = ("observer", "founder", "candidate", "partner")
_BEHIND = 3


def read_member_rows(row: Row) -> Iterator[Draft]:
    """The drafts of a list under "Participation in international organizations": its owner is in each that it names.

    A bracket behind a name tells the role there. Refuses a text that says more than names.
    """
    for _, chart in row.charts:
        for one in chart.kind("organization"):
            if len(one.ids) != 1 or one.ids[0] == row.owner:
                continue
            yield Draft(
                roles=Membership(member=row.owner, organization=one.ids[0], role=_role(chart, one), event="holds"),
                rule="row.membership",
                context=(*row.owner_context, *row.context),
            )


def _role(chart: Chart, one: Mention) -> str:
    """What the bracket right behind a name says, else a member."""
    aside = next((span for span in chart.asides if 0 <= span[0] - one.end <= _BEHIND), None)
    if aside is not None:
        for cue in chart.within(chart.cues("role"), *aside):
            role = next((name for name in _ROLES if f"role.{name}" in cue.classes), "")
            if role:
                return role
    return "member"
