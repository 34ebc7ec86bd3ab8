"""Which post a sentence is about: the one somebody takes, not the one he had when he took it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from comity.claims.chart import Chart
from comity.claims.marks import COMMAS, has_any
from comity.claims.mention import Mention
from comity.claims.words import left_words

_RIGHT_BEHIND = 8
_NAMED_SO = 90


def posted(chart: Chart) -> Iterator[Mention]:
    """The actors, a minister who presents credentials being an envoy: "when Minister Lucius Foote presented his …"."""
    for one in chart.actors:
        actor = one.actor
        behind = [verb for verb in chart.cues("verb.credentials") if 0 < verb.start - one.end <= _RIGHT_BEHIND]
        named = actor is not None and actor.person and not one.form
        if actor is not None and named and actor.office == "minister" and not actor.post and behind:
            yield replace(one, actor=replace(actor, post="envoy", office=""))
            continue
        yield one


def risen(chart: Chart, actors: Iterable[Mention]) -> Iterator[Mention]:
    """The actors, one who takes a post "as" something having that post: "A, Minister to B, presented … as Ambassador".

    The post behind "as", which names nobody, is then not one of its own, nor what a joiner couples with it.
    """
    listed = list(actors)
    taken: set[int] = set()
    out = []
    for one in listed:
        later = _taken_as(chart, one, listed)
        if later is not None and one.actor is not None and later.actor is not None:
            coupled = [other for other in listed if later.group >= 0 and other.group == later.group]
            taken |= {other.start for other in (later, *coupled)}
            out.append(replace(one, actor=replace(one.actor, post=later.actor.post)))
        else:
            out.append(one)
    yield from (one for one in out if one.start not in taken)


def _taken_as(chart: Chart, one: Mention, actors: Iterable[Mention]) -> Mention | None:
    """The post that somebody on a post is said to take behind a verb: "was appointed | as | U.S. Ambassador"."""
    if one.actor is None or not one.actor.post or not one.actor.person or chart.pack.order != "svo":
        return None
    verbs = [
        verb for verb in chart.cues("verb.credentials", "verb.appoint") if 0 < verb.start - one.end <= _RIGHT_BEHIND
    ]
    for later in actors if verbs else ():
        actor = later.actor
        if actor is None or not actor.post or actor.person or not 0 < later.start - verbs[0].end <= _NAMED_SO:
            continue
        if has_any(chart.text[verbs[0].end : later.start], COMMAS):
            continue
        word = next((word.lower() for _, word in left_words(chart.text, later.start, 1)), "")
        if word in chart.pack.contents:
            return later
    return None


def only_held(chart: Chart, verb: Mention, one: Mention) -> bool:
    """Whether a bracket only tells which posts somebody had: "Adams (the former Minister to A) was nominated …"."""
    aside = chart.aside(one.start)
    return chart.pack.order == "svo" and aside is not None and aside != chart.aside(verb.start)
