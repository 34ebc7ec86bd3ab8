"""What became of one envoy, deed by deed, each on its day: "was appointed in March, presented …, served until …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from comity.claims.clauses.relative import leads
from comity.claims.context.discourse import Discourse
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.appointment.deeds import event_of
from comity.claims.frames.appointment.relay import relieved_by, relieved_next
from comity.claims.frames.times.attach import dated, event_date
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.marks import COMMAS, SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import capital_run
from comity.model.roles import Appointment
from comity.model.selector import Selector
from comity.model.when import When

_OWN = frozenset({"verb.appoint", "verb.credentials", "verb.recall", "verb.end", "verb.serve", "mark.relieved"})
_BARE = frozenset(
    {"verb.leave", "mark.gone", "mark.stayed", "mark.letters", "verb.accredit"}
)  # of anybody: an envoy's only with a day right behind
_DEEDS = (*sorted(_OWN), *sorted(_BARE))
_BESIDE_DAY = 16
_NEAR_POST = 40
_COLON = re.compile(r"\W{0,4}: ?\W{0,3}(?=[^\W\d_a-z])")
_TWO = 2
_LATE = ("until", "by", "before")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Envoy:
    """Whose envoy to whom somebody is, at which post, and where the sentence begins to tell of him."""

    person: str
    post: str
    ends: tuple[str, str]
    start: int
    context: tuple[Selector, ...] = ()


def read_careers(chart: Chart, discourse: Discourse, told: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts of all that became of the envoy who leads a sentence and that no other draft has told.

    Who he is, the sentence tells by one of its drafts, or the sentence before, where this one calls him by name or
    "he"; behind "he was succeeded by" it is who came after him. Refuses what has no day right behind its verb, and
    whatever stands behind somebody else.
    """
    if not leads(chart.pack):
        yield from _credentials_by_name(chart, discourse)
        return
    seen = {(draft.roles.event, draft.roles.person) for draft in told if isinstance(draft.roles, Appointment)}
    he = _led_by_pronoun(chart, discourse)
    one = _known(told) or _led_by_state(chart, discourse) or _led_by_name(chart, discourse)
    if he is not None and one is not None and he.person != one.person and one.person in chart.text:
        begins = chart.text.index(one.person)  # "he left in 1885; | his successor, X, …"
        yield from _walk(chart, he, seen, begins)
        yield from _walk(chart, replace(one, start=begins), seen, len(chart.text))
    elif one is not None or he is not None:
        yield from _walk(chart, one or he, seen, len(chart.text))


def _walk(chart: Chart, one: _Envoy | None, seen: set[tuple[str, str | None]], end: int) -> Iterator[Draft]:
    """What became of one envoy as far as a place, deed by deed, and of whoever is said to have come after him."""
    if one is None:
        return
    verbs = [verb for verb in chart.cues(*_DEEDS) if one.start <= verb.start < end and _tells(chart, verb)]
    for place, verb in enumerate(verbs):
        stop = verbs[place + 1].start if place + 1 < len(verbs) else len(chart.text)
        day = next(iter(chart.within(chart.dates, verb.start, stop)), None) or _leading_day(chart, verb, verbs)
        day = day or chart.then(verb.start)
        after = relieved_by(chart, verb, stop)
        if after is None and not verb.classes & (_OWN | _BARE) - {"mark.relieved"}:
            continue  # "was succeeded as such in 1924": by whom, nothing near tells
        if after is not None:
            day, deed = after.day, ("appointed", dated(after.day)) if after.day is not None else None
            apart = _of_another(chart, one, verb)
            one = replace(one, person=after.name, start=after.end)
        else:
            deed, apart = _deed(verb, day), _of_another(chart, one, verb)
        if day is None or deed is None or (deed[0], one.person) in seen or apart:
            continue
        seen.add((deed[0], one.person))
        yield _draft(one, *deed, modality_of(chart, verb))
        while after is not None and (after := relieved_next(chart, after)) is not None and after.day is not None:
            one = replace(one, person=after.name, start=after.end)
            yield _draft(one, "appointed", dated(after.day), "asserted")


def _draft(one: _Envoy, event: str, when: Dated, modality: str) -> Draft:
    roles = Appointment(post=one.post, sender=one.ends[0], receiver=one.ends[1], event=event, person=one.person)
    return Draft(roles=roles, rule="appointment.career", dated=when, modality=modality, context=one.context)


def _tells(chart: Chart, verb: Mention) -> bool:
    """Whether a verb tells of an envoy by itself; one of leaving or staying only with its day right behind it.

    "Served from 1888 to 1893" is no "served from Vienna".
    """
    if not verb.classes & _BARE or verb.classes & _OWN:
        return True
    if "verb.accredit" in verb.classes:
        own = [day.date.when for day in chart.dates if verb.start < day.start <= verb.end and day.date is not None]
        return any(when.closed for when in own)
    terms = [one.date.when for one in chart.dates if one.end <= verb.start and one.date is not None]
    if "mark.gone" in verb.classes and any(when.closed for when in terms):
        return False  # "minister there from 1918 to 1921, | died | in 1923"
    day = next((one for one in chart.dates if one.start >= verb.end), None)
    gap = chart.text[verb.end : day.start] if day is not None else ","
    named = day is not None and chart.within((*chart.parties, *chart.kind("organization")), verb.end, day.start)
    return len(gap) <= _BESIDE_DAY and not named and not has_any(gap, COMMAS + SEMICOLONS)


def _deed(verb: Mention, day: Mention | None) -> tuple[str, Dated] | None:
    """What a verb with its day tells: "served until 1932" ended then, "was appointed in 1930" began."""
    if day is None or day.date is None:
        return None
    hit = day.date
    if verb.classes & _BARE and not verb.classes & _OWN:
        event = "ended" if verb.classes & {"verb.leave", "mark.gone"} else "holds"
        event = "credentials" if "mark.letters" in verb.classes else event
    else:
        event = event_of(verb)
    if event == "holds":
        if hit.kind == "until" and hit.when.end is not None:
            return "ended", Dated(when=When(hit.when.end, None), context=day.context)
        return ("holds", dated(day)) if hit.when.closed else None
    return (event, dated(day)) if not hit.when.interval and hit.kind not in _LATE else None


def _leading_day(chart: Chart, verb: Mention, verbs: Sequence[Mention]) -> Mention | None:
    """The day that leads the sentence, of its first deed: "On October 6, 1956, X presented his credentials"."""
    day = chart.dates[0] if chart.dates else None
    led = day is not None and not chart.text[: day.start].strip(" *•-–")
    return day if led and verb is verbs[0] else None


def _known(told: Sequence[Draft]) -> _Envoy | None:
    """The one envoy whom a sentence's drafts name."""
    named = [one for one in told if isinstance(one.roles, Appointment) and one.roles.person]
    people = {one.roles.person for one in named if isinstance(one.roles, Appointment)}
    roles = named[0].roles if named else None
    if len(people) != 1 or not isinstance(roles, Appointment) or named[0].modality != "asserted":
        return None
    ends = (roles.sender, roles.receiver)
    return _Envoy(person=roles.person or "", post=roles.post, ends=ends, start=0, context=named[0].context)


def _led_by_name(chart: Chart, discourse: Discourse) -> _Envoy | None:
    """Somebody whom a sentence calls by name alone, right behind one at the same post, or that one himself.

    Also under a heading that tells whose envoys it is about: "Heads of mission in Washington".
    """
    recent, headed = _is_recent(discourse), discourse.headed_posting
    posts = [one for one in chart.actors if one.actor is not None and one.actor.post]
    if not (recent or headed) or (posts and not headed) or not chart.pack.capitals:
        return None
    end = capital_run(chart.text, 0, chart.pack)
    verbs = chart.cues(*_DEEDS)
    if not end or any(one.start < end for one in chart.mentions) or not verbs or verbs[0].start < end:
        return None
    name = chart.text[:end].strip()
    if not recent and headed is not None:
        ends = (headed.sender, headed.receiver)
        post = headed.post or _own_post(chart) or (discourse.posting_kind if discourse.posting.ids == ends else "")
        strange = any(not set(one.ids) <= set(ends) for one in (*chart.parties, *posts))
        named = bool(post) and " " in name and not strange
        return _Envoy(person=name, post=post, ends=ends, start=end, context=headed.context) if named else None
    if posts or (" " not in name and not _same(name, discourse.posting_person)):
        return None  # a surname alone is that of somebody told of before
    sender, receiver = discourse.posting.ids
    context = discourse.posting.context
    return _Envoy(person=name, post=discourse.posting_kind, ends=(sender, receiver), start=end, context=context)


def _led_by_state(chart: Chart, discourse: Discourse) -> _Envoy | None:
    """Whom an item names behind his state and a colon, in a list of envoys to one: "Belgium: X, minister, …".

    Refuses an item of several, each with his bracket.
    """
    headed = discourse.headed_posting
    states = (one for one in chart.parties if one.start <= _TWO and len(one.ids) == 1 and not one.deictic)
    state = next(states, None)
    colon = _COLON.match(chart.text, state.end) if state is not None else None
    if headed is None or state is None or colon is None or headed.receiver in state.ids or len(chart.asides) > 1:
        return None
    end = capital_run(chart.text, colon.end(), chart.pack)
    name = chart.text[colon.end() : end].strip(" ,")
    posts = [cue.kind_in("post") or "" for cue in chart.within(chart.cues("post"), end, end + _NEAR_POST)]
    posts = posts or ["envoy" for _ in chart.within(chart.cues("office.minister"), end, end + _NEAR_POST)]
    if " " not in name or not posts:
        return None
    ends = (state.ids[0], headed.receiver)
    return _Envoy(person=name, post=posts[0], ends=ends, start=end, context=headed.context)


def _is_recent(discourse: Discourse) -> bool:
    """Whether the sentence before told of somebody at a post."""
    return discourse.sentence - discourse.posting_at <= 1 and len(discourse.posting.ids) == _TWO


def _own_post(chart: Chart) -> str:
    """The post that a sentence under such a heading names, a bare minister being an envoy there; "" for none or two."""
    posts = {cue.kind_in("post") for cue in chart.cues("post")}
    posts |= {"envoy" for cue in chart.cues("office.minister") if " " not in chart.text[cue.start : cue.end]}
    return posts.pop() or "" if len(posts) == 1 else ""


def _led_by_pronoun(chart: Chart, discourse: Discourse) -> _Envoy | None:
    """Somebody on a post whom the sentence before named, called "he" at the head of this one."""
    who = next((one for one in chart.actors if one.form == "pronoun" and one.actor is not None), None)
    named = who.actor.person if who is not None and who.actor is not None else _led_by_he(chart, discourse)
    if not named or not _is_recent(discourse):
        return None
    others = [one for one in chart.actors if one is not who and one.actor is not None and one.actor.post]
    others = [one for one in others if one.form != "holder"]
    if others or not _same(named, discourse.posting_person):
        return None
    sender, receiver = discourse.posting.ids
    name, context = discourse.posting_person, (*(who.context if who else ()), *discourse.posting.context)
    start = who.start if who is not None else 0
    return _Envoy(person=name, post=discourse.posting_kind, ends=(sender, receiver), start=start, context=context)


def _led_by_he(chart: Chart, discourse: Discourse) -> str:
    """Who is meant by a "he" that opens a sentence: the envoy told of right before, where nobody else was; "" else."""
    opens = any(not chart.text[: cue.start].strip() for cue in chart.cues("deixis.person"))
    return discourse.posting_person if opens and discourse.recent_person() is None else ""


def _same(name: str, other: str) -> bool:
    """Whether two names have the same last word."""
    return bool(name and other) and name.rsplit(maxsplit=1)[-1] == other.rsplit(maxsplit=1)[-1]


def _of_another(chart: Chart, one: _Envoy, verb: Mention) -> bool:
    """Whether somebody else stands between who is told of and a verb, or a semicolon; or the verb is denied."""
    others = [
        who
        for who in chart.actors
        if one.start < who.start < verb.start
        and who.form != "pronoun"
        and who.actor is not None
        and who.actor.person
        and not _same(who.actor.person, one.person)
        and who.role in ("", "by")
    ]
    again = max(
        (it.start for it in chart.cues("deixis.person") if one.start <= it.start < verb.start), default=one.start
    )
    before = chart.text[again : verb.start].rstrip(" ")
    parted = has_any(before[:-1] if "mark.relieved" in verb.classes else before, SEMICOLONS)  # "…; | succeeded by B"
    return bool(others) or parted or negated(chart, [verb])


def _credentials_by_name(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The credentials of somebody whom the sentence calls by name alone, right behind one on the post: "Sivacek …".

    Refuses a sentence with an envoy of its own.
    """
    recent = discourse.sentence - discourse.posting_at <= 1 and len(discourse.posting.ids) == _TWO
    posted = any(one.actor is not None and one.actor.post for one in chart.actors)
    for verb in chart.cues("verb.credentials") if recent and not posted and chart.pack.capitals else ():
        end = capital_run(chart.text, 0, chart.pack)
        who = any(one.start < end for one in chart.mentions) or not end or end > verb.start
        if not who and not negated(chart, [verb]):
            sender, receiver = discourse.posting.ids
            person, post = chart.text[:end].strip(), discourse.posting_kind
            roles = Appointment(post=post, sender=sender, receiver=receiver, event="credentials", person=person)
            yield Draft(
                roles=roles,
                rule="appointment.by_name",
                dated=event_date(chart, discourse, verb),
                modality=modality_of(chart, verb),
                context=discourse.posting.context,
            )
        return
