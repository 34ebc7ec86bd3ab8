"""Several people who share one title in the plural: "Presidents A, B and C visited …"."""

from __future__ import annotations

import re
from dataclasses import replace

from comity.claims.frames.times.attach import dated
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention
from comity.model.roles import Visit

_NAME = r"[A-Z\u00c0-\u024f][^\W\d_]*\.?(?:[-'’ ](?:[A-Z\u00c0-\u024f][^\W\d_]*\.?|de|da|van|von|al|bin))*"
_NEXT = re.compile(rf"(?:,\s+(?:(?P<joiner>[a-z]+)\s+)?|\s+(?P<word>[a-z]+)\s+)(?P<name>{_NAME})")


def shared_by(chart: Chart, one: Mention) -> list[str]:
    """The names behind the first of several who share its title; none for a title in the singular.

    "Lao Prime Ministers | A, B and C" → B, C. Refuses a name that is anybody or anything known.
    """
    actor = one.actor
    plain = chart.pack.order == "svo" and chart.pack.capitals and chart.pack.places == "after" and not chart.pack.cases
    if actor is None or not actor.person or not actor.office or not plain or chart.pack.genders:
        return []
    title = chart.text[one.start : actor.person_start].split()
    if not title or not title[-1].lower().endswith(chart.pack.plurals) or actor.person_end > one.end:
        return []
    names: list[str] = []
    place = one.end
    while found := _NEXT.match(chart.text, place):
        word = (found.group("joiner") or found.group("word") or "").lower()
        taken = any(other.start < found.end("name") and found.start("name") < other.end for other in chart.mentions)
        if (word and word not in chart.pack.joiners) or taken:
            break
        names.append(found.group("name"))
        place = found.end()
        if word:
            break
    return names if names and " " in names[-1] else []


def _listed(chart: Chart, told: Draft, roles: Visit, visitor: Mention) -> list[Draft]:
    """The visit of each in a list of people in office, "老挝外长X、越南外长Y | 分别访问"; none for one alone.

    Each names his own state: "reisten der polnische Präsident X | und | der polnische Minister Y nach …".
    """
    group = chart.group_of(visitor) if visitor.group >= 0 and visitor.role == "" else []
    out = []
    for one in group:
        actor = one.actor
        if actor is None or not actor.person or not actor.office or len(one.ids) != 1 or one.ids == (roles.host,):
            return []
        who = replace(roles, visitor=one.ids[0], office=actor.office, person=actor.person)
        out.append(replace(told, roles=who))
    return out if len(out) > 1 else []


def each_of(chart: Chart, told: Draft, visitor: Mention) -> list[Draft]:
    """The visit once for each who shares the title, with the date in its turn where the text says so; none for one.

    So too for each in a list of people with titles of their own, where words are written together.
    """
    names = shared_by(chart, visitor)
    roles = told.roles
    assert isinstance(roles, Visit)
    if not names:
        return _listed(chart, told, roles, visitor)
    whole = [roles.person, *names]
    turned = chart.has("mark.severally") and len(chart.dates) == len(whole)
    days = [dated(one) for one in chart.dates] if turned else [told.dated for _ in whole]
    pairs = zip(whole, days, strict=True)
    return [replace(told, roles=replace(roles, person=person), dated=day) for person, day in pairs]
