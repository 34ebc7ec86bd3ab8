"""Missions told by who runs them from elsewhere, the word of the deed last: "冰岛事务由驻丹麦大使馆 | 兼管"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.claims.context.discourse import Discourse
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.mission.seated_abroad import embassy_from
from comity.claims.frames.times.attach import dated
from comity.claims.frames.times.standing import lasting, till_published
from comity.claims.sentences.chart import Chart, party_ids
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.model.when import When

_RIGHT_BEFORE = _RIGHT_BEHIND = 2
_OWNED = 2  # the one who sends and the one where he sits
_POSTS = ("post.ambassador", "post.envoy", "post.charge-d-affaires")
_HEADS = ("mission.embassy", "mission.high-commission", "mission.representative-office", "noun.mission")


def read_run_from(chart: Chart, discourse: Discourse, cue: Mention) -> list[Draft] | None:
    """The states that an embassy or envoy elsewhere runs, told as "A is by S's embassy in B run"; None where not so.

    "拉脱维亚由日本 | 驻瑞典大使馆 | 兼管". Empty where whose embassy it is, or whom it covers, is unknown.
    """
    if chart.pack.spaced:
        return None
    heads = chart.cues(*_HEADS, *_POSTS)
    noun = next((one for one in reversed(heads) if 0 <= cue.start - one.end <= _RIGHT_BEFORE), None)
    low, _ = chart.clause(cue.start)
    if noun is not None and (both := _covers_too(chart, discourse, cue, (low, noun.start))) is not None:
        return both
    marker = _agent(chart, low, noun.start) if noun is not None else -1
    if noun is None or marker < 0 or negated(chart, [cue]):
        return None
    inside = [one for one in chart.kind("party", "city") if marker < one.start and one.end <= noun.start and _one(one)]
    seat = next((one for one in reversed(inside) if one.role == "in"), None)
    if seat is None:
        return None
    return list(_drafts(chart, discourse, cue, (marker, seat, [one for one in inside if one is not seat])))


def _covers_too(chart: Chart, discourse: Discourse, cue: Mention, stretch: tuple[int, int]) -> list[Draft] | None:
    """What an envoy in one state, accredited to the next named, tells: "丹麦驻印度大使 | 兼任 | 驻尼泊尔大使"."""
    low, high = stretch
    inside = [one for one in chart.kind("party") if low <= one.start and one.end <= high and _one(one)]
    seat = inside[-1] if inside and inside[-1].role == "in" and high - inside[-1].end <= _RIGHT_BEFORE else None
    behind = [one for one in chart.kind("party") if one.role == "in" and 0 <= one.start - cue.end <= _RIGHT_BEHIND]
    if seat is None or len(inside) < _OWNED or not behind or not _one(behind[0]):
        return None
    doer, target = inside[-_OWNED], behind[0]
    if seat.start - doer.end > _RIGHT_BEFORE or len({*doer.ids, *seat.ids, *target.ids}) <= _OWNED:
        return None
    return [
        Draft(
            roles=replace(embassy_from(doer.ids[0], one.ids[0], seat.ids[0], None), kind=_kind(chart)),
            rule="mission.accredited.envoy",
            dated=_time(chart, discourse, *chart.clause(cue.start)),
            modality=modality_of(chart, cue),
        )
        for one in chart.group_of(target)
    ]


def _kind(chart: Chart) -> str:
    """What an envoy's house is called: a minister's is a legation ("驻丹麦 | 公使 | 兼任驻芬兰公使")."""
    return "legation" if chart.has("post.envoy") and not chart.has("post.ambassador") else "embassy"


def _one(place: Mention) -> bool:
    return len(party_ids(place)) == 1


def _agent(chart: Chart, low: int, high: int) -> int:
    """Where the word before the doer begins, the last before a place: "由"; -1 where there is none."""
    words = [one for one, role in chart.pack.before.items() if role == "by"]
    return max((chart.text.rfind(one, low, high) for one in words), default=-1)


def _drafts(
    chart: Chart, discourse: Discourse, cue: Mention, told: tuple[int, Mention, Sequence[Mention]]
) -> Iterator[Draft]:
    marker, seat, others = told
    low, high = chart.clause(cue.start)
    state = party_ids(seat)[0]
    before = [one for one in chart.parties if one.end <= marker and _one(one) and state not in one.ids]
    behind = [one for one in chart.parties if 0 <= one.start - cue.end <= _RIGHT_BEHIND and _one(one)]
    target = next(iter(behind[:1] or [one for one in reversed(before) if one.start >= low] or before[-1:]), None)
    doer = next((one for one in others if one.kind == "party"), None)
    ends = discourse.posts.ends_at(discourse.sentence)
    named = behind or [one for one in before if one.start >= low]
    same = target is None or target.ids[0] in ends
    if ends and same and doer is None and not named and state not in ends:
        yield Draft(  # "A驻B使馆关闭，| 此后由驻C使馆 | 兼管"
            roles=embassy_from(ends[0], ends[1], state, seat if seat.kind == "city" else None),
            rule="mission.accredited.run",
            dated=_time(chart, discourse, low, high),
            modality=modality_of(chart, cue),
        )
        return
    if target is None:
        return
    spoken = discourse.other_than(target.ids[0]) or discourse.speaker()
    sender = doer.ids[0] if doer is not None else spoken.ids[0] if spoken is not None and spoken.ids else ""
    day = _time(chart, discourse, low, high)
    for member in chart.group_of(target):
        if sender and member.ids[0] not in (sender, state) and sender != state:
            yield Draft(
                roles=embassy_from(sender, member.ids[0], state, seat if seat.kind == "city" else None),
                rule="mission.accredited.run",
                dated=day,
                modality=modality_of(chart, cue),
                context=spoken.context() if doer is None and spoken is not None else (),
            )


def _time(chart: Chart, discourse: Discourse, low: int, high: int) -> Dated:
    """Since when, by a date of the clause; until the day told of before "until then"; else up to the text's own day."""
    here = chart.within(chart.dates, low, high)
    if here:
        return lasting(dated(here[0])) if here[0].date and here[0].date.kind == "since" else dated(here[0])
    since = [one for one in chart.dates if one.end <= low and chart.text.startswith(chart.pack.later, low)]
    if since:
        return lasting(dated(since[-1]))  # "…关闭，| 此后 | 由驻新德里大使馆兼管"
    until = [one for one in chart.cues("mark.until_then") if one.end <= high]
    days = [one.date.when for one in chart.dates if one.date is not None and until and one.end <= until[-1].start]
    if until:
        return Dated(when=When.between(None, days[-1])) if days else Dated()
    return till_published(discourse)
