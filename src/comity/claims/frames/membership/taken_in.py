"""Whom an organization takes in: behind a bare "admitted", a verb of two parts, with a role behind them."""

from __future__ import annotations

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

NONE_OF_STATES = ("noun.institution", "award", "body", "agreement", "mission", "post", "noun.relations")
_OWNS = 3
_TAKES = 1


def admitted(chart: Chart, organization: Mention, verb: Mention) -> list[Mention]:
    """Whom a bare "admitted" behind its organization takes: "to the Council of Europe was | admitted Georgia"."""
    start, end = chart.clause(verb.start)
    if not chart.pack.spaced:
        whom = taken_in(chart, organization, verb) or _admitted_bare(chart, organization, verb)
        return whom if start <= organization.start else []
    led = start <= organization.start and organization.end <= verb.start and organization.role in ("in", "to")
    led = led or _takes_in(chart, organization, verb)
    behind = [one for one in chart.parties if verb.end <= one.start < end and one.form != "adjective"]
    return chart.group_of(behind[0]) if led and behind and behind[0].role == "" else []


def _admitted_bare(chart: Chart, organization: Mention, verb: Mention) -> list[Mention]:
    """Whom an organization takes in with no role said: "联合国1991年9月17日 | 接纳了 | 立陶宛".

    Refuses who only owns what is taken ("接纳乌克兰难民"): the clause ends behind the last name, or 加入 follows it.
    """
    first = next((one for one in chart.parties if 0 <= one.start - verb.end <= _TAKES), None)
    if first is None or organization.end > verb.start or first.role not in ("", "object"):
        return []
    group = chart.group_of(first)
    joins = any(one.start == group[-1].end for one in chart.cues("verb.join"))
    ended = not chart.text[group[-1].end : group[-1].end + 1].isalnum()
    return group if ended or joins else []


def _takes_in(chart: Chart, organization: Mention, verb: Mention) -> bool:
    """Whether an organization leads a verb of two parts that takes somebody in: "Die AU | nahm | Marokko wieder auf".

    Refuses what takes up relations or talks, or makes something else.
    """
    led = 0 <= verb.start - organization.end <= 1 and organization.role == "" and chart.pack.inverts
    return led and not chart.within(chart.cues(*NONE_OF_STATES, "noun.bare_relations"), *chart.clause(verb.start))


def taken_by(chart: Chart, organization: Mention, verb: Mention) -> list[Mention]:
    """Whom a verb of admitting takes, whether its organization stands in the sentence or was told of before."""
    inside = any(one is organization for one in chart.mentions)
    return admitted(chart, organization, verb) if inside else taken_in(chart, None, verb)


def taken_in(chart: Chart, organization: Mention | None, verb: Mention) -> list[Mention]:
    """Whom a verb takes in as something, the role behind them: "接纳 | 爱沙尼亚和拉脱维亚 | 为会员国".

    Of those only counted, who is named behind the comma: "接纳10个共和国为成员，其中包括 | 乌兹别克斯坦".
    """
    _, end = chart.clause(verb.start)
    roles = chart.within(chart.cues("role"), verb.end, end)
    led = organization is None or organization.end <= verb.start
    if not led or not roles or chart.pack.after.get(chart.text[roles[-1].end : roles[-1].end + 1]) == "of":
        return []  # "启动了给予X成员国地位 | 的 | 进程"
    behind = [one for one in chart.parties if verb.end <= one.start < end and one.form != "adjective"]
    if behind and behind[0].start - verb.end <= _OWNS:
        return chart.group_of(behind[0])
    named = next((one for one in chart.cues("mark.including") if one.start >= end), None)
    first = next((one for one in chart.parties if named is not None and 0 <= one.start - named.end <= _OWNS), None)
    return chart.group_of(first) if first is not None and not behind else []
