"""What is said of one and repeated of another without its words: "France followed in 1967", "…, Norway on 5 May"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from comity.claims.context.discourse import Discourse
from comity.claims.days.date_owners import events
from comity.claims.factuality.modality import UNREAL, modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.as_did import read_as_did
from comity.claims.frames.stand_ins import instead, other_end
from comity.claims.frames.times.attach import dated
from comity.claims.frames.times.chain import each_on_its_day
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft, Told
from comity.claims.sentences.marks import SEMICOLONS, SPACED_COMMAS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import role_before, takes_object
from comity.claims.states.places import city_roles
from comity.model.roles import Agreement, Membership, Mission, Recognition, Relations, Visit

_GAP = 14
_WHICH = re.compile(r",\s([^\W\d_]+)\s[^,;.]{1,60},")
_LIGHT_GAP = 16
_BESIDE = 12
_SEAT = 40
_JOINED = 6
_FEW = 5  # words: "was the first country to"
_ECHOED = (Agreement, Recognition, Relations, Mission, Membership)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A stretch that repeats what was told: whom it names, when, and the verb that says "did so", if one does."""

    group: tuple[Mention, ...]
    date: Mention | None
    verb: Mention | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        """The parties it names."""
        return tuple(dict.fromkeys(party for one in self.group for party in one.ids))


def read_echoes(chart: Chart, discourse: Discourse, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts that a sentence repeats of others: each "followed" or "did so", and each "Y on date" without a verb.

    "Britain recognised Finland on 6 May 1919, and the United States the day after." Refuses a bare "Y in 1990" where
    the document's topic does not tell whether Y is who did it or to whom it was done.
    """
    here = tuple(one for one in tell(chart, drafts) if not isinstance(one.draft.roles, Visit))
    followed = [part for verb in chart.cues("verb.follow") for part in _following(chart, verb)]
    for part in followed:
        for told in _same(here or _before(chart, discourse, part)):
            yield from _repeated(chart, told, part) if not _is_next_seat(chart, told, part) else ()
    yield from read_as_did(chart, here)
    yield from _travelled(chart, discourse)
    apart = [_Part(group=(one,), date=day) for one, day in _apart(chart, here)]
    for part in apart[:-1]:
        for told in (one for one in here if one.agent in apart[-1].ids):
            yield from _repeated(chart, told, part)
    if followed and not here:
        before = _before(chart, discourse, followed[0])
        for part in _bare(chart, followed):  # "Costa Rica followed on 8 May, | Chile on 11 December"
            for told in _same(before):
                yield from _repeated(chart, told, part)
    if here:
        for part in _bare(chart, [*followed, *apart]):
            again = any(one.group[0].start < part.group[0].start for one in followed)
            for told in _same(here):
                yield from _repeated(chart, told, part) if again else _gapped(chart, discourse, told, part)


def _is_next_seat(chart: Chart, told: Told, part: _Part) -> bool:
    """Whether a capital that "followed" is where the next mission opened: "the legation in Berne opened; | Lisbon |".

    The town of the first one leads up to it, and nobody is said to have opened that.
    """
    town = part.group[0].form == "metonym" and isinstance(told.draft.roles, Mission)
    opened = [verb for verb in chart.cues("verb.open", "verb.found") if verb.end <= part.group[0].start][-1:]
    start, end = chart.clause(opened[0].start) if opened else (0, 0)
    named = [one for one in chart.within(chart.parties, start, end) if one.role in ("", "by")]
    doers = [who.start for who in chart.actors if opened and start <= who.start < opened[0].start]
    named = [one for one in named if not any(one.end <= who for who in doers)]
    return town and not any(told.agent in one.ids for one in named)


def _apart(chart: Chart, here: Sequence[Told]) -> list[tuple[Mention, Mention]]:
    """Those of a list who each did on a day of their own what a verb behind them tells, the last one told already."""
    listed = [each_on_its_day(chart, verb.start) for verb in events(chart)] if here else []
    return max(listed, key=len, default=[])


def _before(chart: Chart, discourse: Discourse, part: _Part) -> tuple[Told, ...]:
    """What the sentence before told; nothing where this one tells first of something else that was followed."""
    verb = part.verb
    first = [one for one in events(chart) if verb is not None and one is not verb and one.end <= verb.start]
    before = tuple(one for one in discourse.told_before() if not isinstance(one.draft.roles, Visit))
    return () if first else before


def tell(chart: Chart, drafts: Sequence[Draft]) -> tuple[Told, ...]:
    """The asserted drafts of a sentence that another may be said to repeat, each with who did it."""
    doers = [one for one in chart.parties if one.role in ("", "by") and one.form != "adjective" and len(one.ids) == 1]
    named = [one.ids[0] for one in doers]
    out = []
    for draft in drafts:
        roles = draft.roles
        if draft.modality == "asserted" and isinstance(roles, Visit):
            out.append(Told(draft=draft, agent=roles.visitor))
            continue
        if draft.modality != "asserted" or not isinstance(roles, _ECHOED) or roles.event in ("exists", "holds"):
            continue
        if isinstance(roles, Agreement) and roles.event != "ratified":
            continue
        if isinstance(roles, (Relations, Agreement)):
            agent = next((one for one in named if one in roles.parties), "")
        else:
            agent = {Recognition: "subject", Mission: "sender", Membership: "member"}[type(roles)]
            agent = str(getattr(roles, agent))
        if agent:
            out.append(Told(draft=draft, agent=agent))
    return tuple(out)


def _same(told: Sequence[Told]) -> list[Told]:
    """What was told last: of the drafts, those of the last one's kind, event, doer and date."""
    if not told:
        return []
    last = told[-1]

    def key(one: Told) -> tuple[object, ...]:
        return type(one.draft.roles), one.draft.roles.event, one.agent, one.draft.dated.when  # type: ignore[union-attr]

    return [one for one in told if key(one) == key(last)]


def _following(chart: Chart, verb: Mention) -> Iterator[_Part]:
    """Who followed, right before the verb (behind it where verbs come first), and when."""
    taken = [(one.start, one.end) for one in (*chart.dates, *chart.cues("fact", "deixis")) if one is not verb]
    taken += [(one.start, one.end) for one in chart.parties if chart.pack.postposes]  # "hizo lo propio | Perú"
    if takes_object(chart.text, verb.end, chart.pack, taken):
        return
    start, end = chart.clause(verb.start)
    doers = [
        one
        for one in chart.parties
        if start <= one.start < end and one.role in ("", "and") and one.form != "adjective" and not one.deictic
    ]
    before = [one for one in doers if 0 <= verb.start - one.end <= _GAP or _first_to(chart, one, verb)]
    turned = chart.pack.order == "vso" or (chart.pack.postposes and not before)
    behind = [one for one in doers if 0 <= one.start - verb.end <= _GAP] if turned else []
    for one in before[-1:] or behind[:1]:
        group = _coupled(chart, one, doers)
        stop = min((other.start for other in events(chart) if other.start > verb.end), default=len(chart.text))
        dates = [date for date in chart.dates if verb.end <= date.start < min(stop, verb.end + 60)]
        dates = [date for date in dates if not _of_others(chart, verb, date, doers)]
        dates = dates or _only_day(chart, verb, end)
        before = [date for date in chart.dates if 0 <= group[0].start - date.end <= 3]
        dates = dates or [date for date in before if not has_any(chart.between(date, group[0]), SEMICOLONS)]
        if chart.pack.order == "sov":  # "Brezilya da | 2010'da | aynı adımı attı"
            dates = dates or [date for date in chart.dates if group[-1].end <= date.start < verb.start]
        yield _Part(group=group, date=dates[0] if dates else None, verb=verb)


def _first_to(chart: Chart, one: Mention, verb: Mention) -> bool:
    """Whether somebody is told to have been the first to do so: "Madagascar | was the first to | do so"."""
    firsts = chart.within(chart.cues("fact.first"), one.end, verb.end)
    return bool(firsts) and len(chart.text[one.end : verb.start].split()) <= _FEW


def _coupled(chart: Chart, one: Mention, doers: Sequence[Mention]) -> tuple[Mention, ...]:
    """The list that somebody is in, with a state before a capital that stands for another: "Chile | and Peking"."""
    group = tuple(chart.group_of(one))
    lead = next((who for who in doers if who.end < group[0].start and group[0].start - who.end <= _JOINED), None)
    words = chart.text[lead.end : group[0].start].lower().split() if lead is not None else []
    return (lead, *group) if lead is not None and len(words) == 1 and words[0] in chart.pack.joiners else group


def _of_others(chart: Chart, verb: Mention, date: Mention, doers: Sequence[Mention]) -> bool:
    """Whether a date stands right behind another doer: "Germany followed, Great Britain | on 24 December"."""
    return any(verb.end <= one.start and 0 <= date.start - one.end <= _LIGHT_GAP for one in doers)


def _only_day(chart: Chart, verb: Mention, end: int) -> list[Mention]:
    """The one day behind the verb in its clause, where what follows only says how: "did so by a treaty signed on …"."""
    behind = [date for date in chart.dates if verb.end <= date.start < end]
    parties = [one for one in chart.parties if verb.end <= one.start < end and not one.deictic]
    return behind if len(behind) == 1 and not parties else []


def _bare(chart: Chart, followed: Sequence[_Part]) -> Iterator[_Part]:
    """The stretches "Y on date" with no verb of their own, behind a comma, a semicolon or "and"."""
    taken = [one for part in followed for one in part.group]
    seen: set[int] = set()
    for one in chart.parties:
        if one in taken or one.start in seen or one.role not in ("", "by") or one.form == "adjective" or one.deictic:
            continue
        group = tuple(chart.group_of(one))
        seen |= {member.start for member in group}
        date = next((hit for hit in chart.dates if _right_behind(chart, group[-1], hit)), None)
        again = any(part.group[0].start < group[0].start for part in followed)
        if date is None or not (_opens_part(chart, group[0]) or (again and _joined_on(chart, group[0]))):
            continue
        stop = next((place for place in range(date.end, len(chart.text)) if chart.text[place] in ",;.،；，"), None)
        tail = (date.end, len(chart.text) if stop is None else stop)
        if not chart.within(chart.cues("verb", "mission"), *tail):
            yield _Part(group=group, date=date)


def _joined_on(chart: Chart, first: Mention) -> bool:
    """Whether a comma or a joiner stands right before a name."""
    before = chart.text[: role_before(chart.text, first.start, chart.pack)[1]].rstrip()
    last = before.rsplit(maxsplit=1)[-1].lower() if before else ""
    return before.endswith((*SPACED_COMMAS, ";")) or last in chart.pack.joiners


def _right_behind(chart: Chart, last: Mention, date: Mention) -> bool:
    """Whether only words that carry nothing stand between a name and a date: "and Colombia | itself only | in 1924"."""
    gap = chart.text[last.end : date.start] if last.end <= date.start else "."
    aside = _WHICH.match(gap)
    if aside is not None and aside.group(1).lower() in chart.pack.which:
        gap = gap[aside.end() :]  # "Yugoslavia, which was in no bloc, | on the 13th"
    return len(gap) <= _LIGHT_GAP and all(word in chart.pack.light for word in gap.lower().split())


def _opens_part(chart: Chart, first: Mention) -> bool:
    """Whether a joiner, comma or semicolon stands before a name, and a date before that: another statement begins."""
    begin = role_before(chart.text, first.start, chart.pack)[1]
    earlier = [date for date in chart.dates if date.end <= begin]
    if not earlier:
        return False
    gap = chart.text[earlier[-1].end : begin]
    words = [word for word in gap.replace(",", " , ").replace(";", " , ").lower().split() if word]
    return (
        bool(words)
        and len(gap) <= _BESIDE
        and all(word in chart.pack.joiners or word in chart.pack.skip or word == "," for word in words)
    )


def _repeated(chart: Chart, told: Told, part: _Part) -> Iterator[Draft]:
    """What was told, of those who followed."""
    verb = part.verb
    if verb is not None and negated(chart, [verb]):
        return
    when = dated(part.date) if part.date is not None else Dated()
    if chart.pack.order == "sov" and part.date is None and (chart.dates or chart.kind("quantity")):
        return  # "ondan altı yıl önce … aynı yolu izledi": when, is counted from another's day
    for party in part.ids:
        roles = instead(told.draft.roles, told.agent, party)
        if isinstance(roles, Mission) and verb is not None:
            roles = _seated(chart, roles, verb)
        modality = modality_of(chart, verb) if verb is not None else told.draft.modality
        if isinstance(roles, Recognition) and verb is not None and _first_to(chart, part.group[-1], verb):
            roles = replace(roles, event="recognised", order=1)  # "Spain never did; A was the first | to do so"
        if roles is not None and modality != UNREAL:  # "Peru | refused to do so"
            yield replace(told.draft, roles=roles, dated=when, modality=modality, rule="echo.followed")


def _seated(chart: Chart, roles: Mission, verb: Mention) -> Mission:
    """The mission with the city of its host that stands behind the verb: "did the same | in Bogotá"."""
    behind = [one for one in chart.kind("city") if verb.end <= one.start and one.country == roles.receiver]
    near = chart.nearest(verb, behind, limit=_SEAT)
    name, number = city_roles(near)
    return replace(roles, city=name, city_id=number) if near is not None else roles


def _travelled(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The visit told of before, of somebody else: "Macri lo hizo el 20 de febrero", "… en sentido inverso en 2016"."""
    last = next((one for one in reversed(discourse.told_before()) if isinstance(one.draft.roles, Visit)), None)
    for verb in chart.cues("verb.follow") if last is not None else ():
        roles = last.draft.roles if last is not None else None
        who = [one for one in chart.actors if one.end <= verb.start and one.actor is not None and one.actor.office]
        dates = [one for one in chart.dates if one.start >= verb.end]
        if not isinstance(roles, Visit) or not who or not dates or negated(chart, [verb]) or events(chart) != []:
            continue
        ends = (roles.host, roles.visitor) if chart.has("deixis.reverse") else (roles.visitor, roles.host)
        actor = who[-1].actor
        if actor is None or (who[-1].ids and who[-1].ids != ends[:1]) or modality_of(chart, verb) == UNREAL:
            continue
        yield Draft(
            roles=Visit(visitor=ends[0], host=ends[1], office=actor.office, person=actor.person or None),
            rule="echo.travelled",
            dated=dated(dates[0]),
            modality=modality_of(chart, verb),
            context=who[-1].context,
        )


def _gapped(chart: Chart, discourse: Discourse, told: Told, part: _Part) -> Iterator[Draft]:
    """What was told, of the one whom the document is not about: its doer or its other party."""
    roles = told.draft.roles
    topic = discourse.topic.ids if discourse.topic is not None else ()
    other = other_end(roles, told.agent)
    if isinstance(roles, Membership) and part.group[0].role == "" and part.date is not None:
        yield from _repeated(chart, told, part)  # "México ingresó en 1995 y | Kazajistán el 30 de noviembre de 2015"
        return
    hub = discourse.deals.hub() if discourse.topic is None else ""
    if isinstance(roles, Relations) and part.date is not None and hub in roles.parties and hub not in part.ids:
        yield from _repeated(chart, replace(told, agent=other if told.agent == hub else told.agent), part)
        return
    if part.date is None or len(topic) != 1 or (told.agent in topic) == (other in topic):
        return
    by = part.group[0].role == "by"
    if by and told.agent in topic:
        return
    for party in part.ids:
        changed = instead(roles, other if told.agent in topic else told.agent, party)
        if changed is not None:
            yield replace(told.draft, roles=changed, dated=dated(part.date), rule="echo.gapped")
