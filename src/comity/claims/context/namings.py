"""Who named several envoys, and when, as a sentence tells: for the lines behind it that only say whom."""

from __future__ import annotations

from dataclasses import replace

from comity.claims.clauses.unnamed import NOBODY
from comity.claims.context.discourse import Discourse, Spoken
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.model.roles import Appointment
from comity.model.selector import Selector

_NAMING = ("head-of-state", "head-of-government")


def remember_naming(discourse: Discourse, chart: Chart, drafts: tuple[Draft, ...], place: Selector) -> None:
    """Who named several envoys, and when: «عين الملك عددا من السفراء», "these ambassadors of Chile were named:".

    Where names have capitals, only by a sentence that a colon closes.
    """
    led = chart.pack.order == "svo" and chart.pack.capitals and chart.text.rstrip().endswith(":")
    if not led and (chart.pack.order != "vso" or chart.pack.capitals):
        return
    told = [one.roles.sender for one in drafts if isinstance(one.roles, Appointment) and one.roles.event == "appointed"]
    naming = discourse.naming
    if told and naming is not None and {(one,) for one in told} == {naming.ids}:
        discourse.naming = replace(naming, at=discourse.sentence)
    several = any(chart.is_plural(one) for one in chart.cues("post"))
    several = several or chart.text.rstrip().endswith(":")
    if not several or told or not chart.has("verb.appoint") or chart.has("verb.credentials"):
        return
    heads = [one for one in chart.actors if one.actor is not None and one.actor.office in _NAMING]
    hosts = {one.ids for one in heads if len(one.ids) == 1}
    hosts = hosts or {one.ids for one in chart.kind("party") if len(one.ids) == 1 and one.role != "in"}
    hosts = hosts or {(one.country,) for one in chart.kind("city") if one.role and one.country and heads}
    spoken = discourse.the_one()
    hosts = hosts or ({spoken.ids} if spoken is not None and len(spoken.ids) == 1 else set())
    days = [one.date.when for one in chart.dates if one.date is not None]
    known = hosts.pop() if len(hosts) == 1 and (NOBODY,) not in hosts else ()
    day = days[0] if len(days) == 1 else None
    discourse.naming = Spoken(ids=known, when=day, place=place, at=discourse.sentence)
