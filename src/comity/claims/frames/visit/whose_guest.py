"""Whose somebody on a journey is, where no state stands beside him: the one told before, not the host, the home."""

from __future__ import annotations

from dataclasses import replace

from comity.claims.context.discourse import Discourse, Found, Spoken
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_TWO = 2


def owned(chart: Chart, discourse: Discourse, actor: Mention) -> Mention:
    """The visitor with the state that "its" before the office means: the one told of last, "| Son | Premier ministre".

    Only where it opens the sentence: farther on, it may be anybody's.
    """
    before = chart.text[: actor.start].strip().lower()
    one = discourse.the_one()
    if actor.ids or before not in chart.pack.own_words or one is None or len(one.ids) != 1:
        return actor
    return replace(actor, ids=one.ids, context=one.context())


def with_party(actor: Mention, discourse: Discourse, host: str, home: str) -> Mention:
    """The visitor with a party: their own, the other of the two in question than the host, the document's one topic."""
    if actor.ids:
        return actor
    last = discourse.recent_person()
    if last is not None and _told_again(actor, last) and host not in last.ids:
        return replace(actor, ids=last.ids, context=last.context)
    pair = discourse.the_pair()
    if discourse.home_shown and pair is not None and discourse.home not in pair.ids:
        return actor
    if discourse.home_shown and discourse.home_letters and discourse.home != host and actor.form != "pronoun":
        return replace(actor, ids=(discourse.home,))  # "總統 | 蔡英文": others are told with their state
    spoken = discourse.other_than(host, settled=actor.form != "pronoun")
    two, aside = discourse.topic.ids if discourse.topic is not None else (), discourse.aside
    if len(two) == _TWO and host in two and aside is not None and aside.at <= discourse.opened:
        spoken = Spoken(ids=tuple(one for one in two if one != host))  # another paragraph, on the two again
    spoken = (
        spoken
        or _other_stranger(discourse, host)
        or (discourse.topic if not discourse.theme.endswith("recognition") else None)
    )
    if spoken is None or len(spoken.ids) != 1 or host in spoken.ids:
        named = actor.actor is not None and bool(actor.actor.person) and "noun.crown" not in actor.classes
        own = discourse.at_home(home, host) if named else Found()
        return replace(actor, ids=own.ids) if own.ids else actor
    return replace(actor, ids=spoken.ids, context=spoken.context())


def _other_stranger(discourse: Discourse, party: str) -> Spoken | None:
    """The other of two states that the last sentences told of, neither of whom the document is about."""
    two = discourse.strangers
    if party not in two.ids or discourse.sentence - two.at > _TWO:
        return None
    return Spoken(ids=tuple(one for one in two.ids if one != party), place=two.place)


def _told_again(actor: Mention, last: Mention) -> bool:
    """Whether an office alone is of whom the sentence before led: "X besucht A. … reist | der Präsident | nach B"."""
    if actor.actor is None or last.actor is None or actor.actor.person or actor.form == "pronoun" or actor.role:
        return False
    return bool(actor.actor.office) and last.actor.office == actor.actor.office
