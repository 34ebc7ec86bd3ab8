"""Who gives aid and who gets it, where no marker tells: by the verb between, or by the order of the two."""

from __future__ import annotations

from collections.abc import Sequence

from comity.claims.clauses.relative import leads as subjects_lead
from comity.claims.frames.quantity.figures import Figure
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_NO_GIVERS = ("adjective", "demonym")
_TWO = 2


def given_to(chart: Chart, figure: Figure, near: list[Mention]) -> tuple[list[Mention], list[Mention]] | None:
    """Who gives and whose thing gets it, where verbs come last: "Polonya | Kenya tarımına | kredi açtı"; else None."""
    told = sorted((one for one in near if one.role in ("", "of")), key=lambda one: one.start)
    aid = figure.indicator == "aid" and chart.pack.order == "sov"
    leads = aid and len(told) > 1 and not told[0].role and told[0].form not in _NO_GIVERS
    return (told[:1], told[1:]) if leads or _given_before(chart, figure, told) else None


def given_first(chart: Chart, figure: Figure, near: Sequence[Mention]) -> tuple[list[Mention], list[Mention]] | None:
    """Who gives and who gets it, where who does it stands first whatever leads: "2019 unterstützte | A | B mit …".

    None where not two bare names stand there, or a joiner between them.
    """
    told = sorted((one for one in near if one.role in ("", "object")), key=lambda one: one.start)
    if figure.indicator != "aid" or not chart.pack.inverts or len(told) != len(near) or len(told) != _TWO:
        return None
    words = chart.text[told[0].end : told[1].start].lower().replace(",", " , ").split()
    joined = told[0].group == told[1].group >= 0 or any(word in chart.pack.joiners for word in words)
    return None if joined or any(one.form in _NO_GIVERS for one in told) else (told[:1], told[1:])


def _given_before(chart: Chart, figure: Figure, told: list[Mention]) -> bool:
    """Whether a verb parts who gives from who gets, before what is given: "China | gave | Malawi a grant"."""
    if figure.indicator != "aid" or not subjects_lead(chart.pack) or len(told) != 2 or any(one.role for one in told):
        return False
    words = chart.text[told[0].end : told[1].start].lower().split()
    apart = 0 < len(words) <= 2 and not any(word.strip(",") in chart.pack.joiners or "," in word for word in words)
    return apart and told[1].end <= figure.cue.start
