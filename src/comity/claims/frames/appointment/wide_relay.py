"""Who took a post after somebody, told in Han letters: "…离任，由 | 里卡多 | 继任", "次年 | 乌尔塔多 | 接替施密特"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.claims.context.discourse import Discourse
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.times.attach import event_date
from comity.claims.people.wide_names import named_in
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention
from comity.model.roles import Appointment
from comity.model.selector import Selector

_TWO = 2


def read_wide_relay(chart: Chart, discourse: Discourse, told: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts of those who came after an envoy told of in the sentence or right before it, at the same post.

    The name stands between "by" and the verb, or before a verb that takes the one who went, by his name or "him".
    Refuses a clause with a post of its own, which says itself what is taken.
    """
    if chart.pack.spaced or chart.pack.capitals:
        return
    last = next((one.roles for one in reversed(told) if isinstance(one.roles, Appointment)), None)
    ends, post, gone, context = _last(discourse)
    if last is not None:
        ends, post, gone, context = (last.sender, last.receiver), last.post, last.person or "", told[-1].context
    for verb in chart.cues("mark.relieved") if len(ends) == _TWO and post else ():
        low, high = chart.clause(verb.start)
        name = _by(chart, verb, low) or _over(chart, verb, low, gone)
        if not name or name == gone or chart.within(chart.cues("post", "mission"), low, high) or negated(chart, [verb]):
            continue
        roles = Appointment(post=post, sender=ends[0], receiver=ends[1], event="appointed", person=name)
        yield Draft(
            roles=roles,
            rule="appointment.relay",
            dated=event_date(chart, discourse, verb),
            modality=modality_of(chart, verb),
            context=context,
        )
        gone = name


def _last(discourse: Discourse) -> tuple[tuple[str, ...], str, str, tuple[Selector, ...]]:
    """Whose envoy to whom, at which post, the sentence right before told of, and his name."""
    if discourse.sentence - discourse.posting_at > 1:
        return (), "", "", ()
    return discourse.posting.ids, discourse.posting_kind, discourse.posting_person, discourse.posting.context


def _by(chart: Chart, verb: Mention, low: int) -> str:
    """The name between a marker of who does it and the verb: "由 | 里卡多·尼古拉斯 | 继任"."""
    markers = [one for one, role in chart.pack.before.items() if role == "by"]
    places = [(chart.text.rfind(one, low, verb.start), one) for one in markers]
    place, marker = max(places, default=(-1, ""), key=lambda one: (one[0] >= 0, one[0] + len(one[1])))
    days = [one.start for one in chart.dates if place < one.start and one.end <= verb.start]
    return named_in(chart, place + len(marker), min([verb.start, *days]), sure=True) if place >= 0 else ""


def _over(chart: Chart, verb: Mention, low: int, gone: str) -> str:
    """The name that fills a clause up to a verb which takes who went: "| 乌尔塔多 | 接替 | 施密特"."""
    behind = chart.text[verb.end : chart.clause(verb.start)[1]].strip("，,。；; ")
    own = chart.pack.own_words | {cue for one in chart.cues("deixis.him") for cue in [chart.text[one.start : one.end]]}
    taken = bool(behind) and (behind in own or (bool(gone) and gone.endswith(behind)))
    days = [one.end for one in chart.dates if low <= one.start and one.end <= verb.start]
    return named_in(chart, max([low, *days]), verb.start, sure=False) if taken else ""
