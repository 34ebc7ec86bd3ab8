"""Missions whose seat is in a third state, told with both: "an embassy in Austria, seated in Bern"."""

from __future__ import annotations

from comity.claims.frames.sides.posting import lives_there
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention


def with_its_seat(chart: Chart, noun: Mention, city: Mention | None) -> tuple[str, str] | None:
    """The host between a mission and its seat, and the seat's state: "eine Botschaft | in Österreich | mit Sitz in X".

    Also "the first embassy | to Chile | was based in Washington".
    """
    if city is None or not city.country or not (city.role == "via" or lives_there(chart, city)):
        return None
    between = [one for one in chart.parties if noun.end <= one.start and one.end <= city.start]
    hosts = [one for one in between if one.role in ("in", "to") and len(one.ids) == 1 and one.form != "adjective"]
    told = len(hosts) == 1 and hosts[0].ids[0] != city.country
    return (hosts[0].ids[0], city.country) if told else None
