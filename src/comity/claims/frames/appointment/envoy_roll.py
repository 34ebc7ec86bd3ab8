"""The roll of a ceremony: who presented credentials, by name and state in any order: "A (Chile), B of Oman"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from comity.claims.context.ceremonies import RECEIVING, ceremony_word, receiving, reception_before
from comity.claims.context.discourse import Discourse, Spoken
from comity.claims.days.calls_off import LIGHT
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.sides.posting import lives_there
from comity.claims.frames.times.attach import dated, event_date
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import capital_run, role_after, role_before
from comity.model.passage import PassageKind
from comity.model.roles import Appointment

_NO_SENDERS = ("adjective", "demonym", "government", "metonym", "unnamed")
_FEWEST, _NAMED, _LONGEST, _OF, _ADDRESS = 2, 2, 60, 8, 12
_LIGHT = LIGHT | {"verb.meet", "verb.receive", "verb.credentials", "verb.accredit", "verb.live", "verb.arrive"}
_GIVEN = {"verb.award", "verb.bestow"}  # "entregaron este miércoles sus credenciales"
_HANDED = _GIVEN | {"verb.pass_on"}  # «Сенім грамоталарын … | тапсырды»
_WORD = re.compile(r"[^\W\d_]+")
_OPENS = re.compile(r"\s?[(（]")
_LEADS = re.compile(r"\s?[–—:(]\s?|\s-\s|,\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """One of a roll: the state that sends, the name, the post where it is said, and where the entry begins."""

    sender: str
    person: str
    post: str
    start: int
    end: int


def read_envoy_roll(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The credentials of each envoy of a roll, told in one sentence or in lines under the one that tells who received.

    "The Emir of Kuwait received the credentials of the ambassadors A of Chile and B of Oman"; "They are A (Chile), …".
    Refuses a roll whose receiver nobody knows, a lone name in running text, and a sentence that tells another deed.
    """
    if chart.pack.order == "vso":
        return  # there the receiver is told behind the last of them
    verb = ceremony_word(chart)
    told = discourse.recent_ceremony() or (reception_before(discourse) if verb is not None else None)
    host = _host(chart, discourse) if verb is not None else None
    ceremony = host or told
    if ceremony is None or len(ceremony.ids) != 1 or (verb is not None and negated(chart, [verb])) or happens(chart):
        return
    alone = verb is None and chart.sentence.passage.kind == PassageKind.ITEM
    entries = [one for one in _entries(chart) if one.sender != ceremony.ids[0]]
    if verb is not None and (not entries or any(not one.person for one in entries)):
        entries = [one for one in _unnamed(chart, verb) if one.sender != ceremony.ids[0]]
    if len({one.sender for one in entries}) < (1 if alone or _fills(chart, entries) else _FEWEST):
        return
    lead = next(iter(chart.cues("post")), None)
    when = _told_on(chart, discourse, verb, ceremony)
    for at, one in enumerate(entries):
        own = chart.within(chart.dates, one.start, entries[at + 1].start if at + 1 < len(entries) else len(chart.text))
        yield Draft(
            roles=Appointment(
                post=one.post or (lead.kind_in("post") if lead is not None else "") or "ambassador",
                sender=one.sender,
                receiver=ceremony.ids[0],
                event="credentials",
                person=one.person or None,
            ),
            rule="appointment.roll",
            dated=dated(own[0]) if own and (verb is None or len(chart.dates) > 1) else when,
            modality=modality_of(chart, verb) if verb is not None else ("planned" if ceremony.ahead else "asserted"),
            context=ceremony.context() if ceremony is told else (),
        )


def _unnamed(chart: Chart, verb: Mention) -> list[_Entry]:
    """The entries of envoys without names, listed by state behind a title in the plural: "the envoys of A, B and C"."""
    for post in chart.cues("post"):
        if not chart.is_plural(post):
            continue
        states = [one for one in chart.kind("party") if one.start >= post.end and one.form not in _NO_SENDERS]
        first = next((one for one in states if one.role == "of" and one.start - post.end <= _OF), None)
        listed = [one for one in states if first is not None and (one is first or one.group == first.group >= 0)]
        listed = [one for one in listed if len(one.ids) == 1 and not one.deictic]
        if len(listed) >= _FEWEST:
            kind, names = post.kind_in("post"), _names_before(chart, post, len(listed))
            return [
                _Entry(sender=it.ids[0], person=name, post=kind, start=it.start, end=it.end)
                for it, name in zip(listed, names, strict=True)
            ]
    return []


def _names_before(chart: Chart, post: Mention, count: int) -> list[str]:
    """As many names as states, told one by one before the title: "A, B and C as ambassadors of X, Y and Z"."""
    before = [one for one in chart.actors if one.actor is not None and one.actor.person and not one.actor.office]
    names = list(dict.fromkeys(_untitled(chart, one) for one in before if one.start < post.start))
    return names if len(names) == count else [""] * count


def _host(chart: Chart, discourse: Discourse) -> Spoken | None:
    """Who receives: as told of a ceremony, else the one state that they are accredited to."""
    host = receiving(chart, discourse)
    if not host:
        there = {one.ids[0] for one in chart.kind("party") if one.role == "to" and len(one.ids) == 1}
        cities = [one for one in chart.kind("city") if one.role == "in" and chart.aside(one.start) is None]
        there = there or {one.country for one in cities if one.country and not lives_there(chart, one)}
        host = there.pop() if len(there) == 1 else ""
    topic = discourse.topic
    if not host and topic is not None and len(topic.ids) == 1 and chart.has("verb.credentials"):
        return topic  # whom the text is about receives the envoys of others
    return Spoken(ids=(host,), place=chart.sentence.selector(), at=discourse.sentence) if host else None


def _told_on(chart: Chart, discourse: Discourse, verb: Mention | None, ceremony: Spoken) -> Dated:
    told = event_date(chart, discourse, verb) if verb is not None else Dated()
    if told.when is None and verb is not None and len(chart.dates) == 1 and chart.has("verb.receive"):
        return dated(chart.dates[0])  # "received on Saturday the envoys of A, | who presented | their …"
    if told.when is None and ceremony.when is not None:
        return Dated(when=ceremony.when, context=ceremony.context())
    return told


def happens(chart: Chart) -> bool:
    """Whether a sentence tells more than who is among them: a verb of a deed, an agreement, a mission."""
    given = _GIVEN if ceremony_word(chart) is None else _HANDED
    light = _LIGHT if chart.has("award") else _LIGHT | given
    telling = (one for one in chart.cues("verb") if not one.kind_in("post"))  # "el | embajador designado | de Rumania"
    return any(not one.classes & light for one in telling) or chart.has("agreement", "mission", "noun.visit")


def _fills(chart: Chart, entries: list[_Entry]) -> bool:
    """Whether a line is one entry and nothing else: "Ms Ana Lukić, Ambassador of Croatia;"."""
    if len(entries) != 1:
        return False
    one = entries[0]
    days = [day.end for day in chart.dates if 0 <= day.start - one.end <= _OF]
    return one.start <= _ADDRESS and len(chart.text.rstrip(" ;.,)")) - max([one.end, *days]) <= 1


def _entries(chart: Chart) -> Iterator[_Entry]:
    """The entries in their order, each person and each state once."""
    seen: set[str] = set()
    led = _led_by_states(chart)
    for state in chart.kind("party"):
        if (
            len(state.ids) != 1
            or state.deictic
            or state.ids[0] in seen
            or state.role in ("in", "to")
            or _is_receivers(chart, state)
        ):
            continue
        entry = _of_post(chart, state) or _by_place(chart, state, led=led)
        if entry is not None:
            seen.add(state.ids[0])
            yield entry


def _led_by_states(chart: Chart) -> bool:
    """Whether each name of a list stands behind its state: "die Botschafter | von Kenia, A |, von Peru, B"."""
    post = next(iter(chart.cues("post")), None)
    first = next((one for one in chart.kind("party") if post is not None and one.start >= post.end), None)
    if post is None or first is None or role_before(chart.text, first.start, chart.pack)[0] != "of":
        return False
    begin = role_before(chart.text, first.start, chart.pack)[1]
    return not chart.text[post.end : begin].strip() and chart.text.startswith(", ", first.end)


def _is_receivers(chart: Chart, state: Mention) -> bool:
    """Whether a state stands in the title of somebody in office: "the President | of Latvia |"."""
    heads = (one for one in chart.actors if one.actor is not None and one.actor.office in RECEIVING)
    return any(one.start <= state.start and state.end <= one.end for one in heads)


def _of_post(chart: Chart, state: Mention) -> _Entry | None:
    """The entry of a state named in somebody's title: "the Cuban ambassador, Luis Prieto", "A, Ambassador of Oman"."""
    for one in chart.actors:
        inside = one.start <= state.start and state.end <= one.end
        if inside and one.actor is not None and one.actor.post and one.actor.person and state.ids == one.ids:
            name, end = _untitled(chart, one), max(one.end, one.actor.person_end)
            return _Entry(
                sender=state.ids[0],
                person=name,
                post=one.actor.post,
                start=one.start,
                end=end,
            )
    return None


def _untitled(chart: Chart, one: Mention) -> str:
    """The name without the words of address that another reading of the same place leaves off: "Mr | Ana Lukić |"."""
    assert one.actor is not None
    name = one.actor.person
    short = [
        other.actor.person
        for other in chart.actors
        if other.actor is not None and other.actor.person and other.start <= one.end and one.start <= other.end
    ]
    return min((it for it in [*short, name] if name.endswith(it)), key=len)


def _by_place(chart: Chart, state: Mention, *, led: bool) -> _Entry | None:
    """The entry of a state beside a name: "A (Chile)", "A of Chile", "A, Chile", "Chile – A", "from Chile | A"."""
    if state.form in _NO_SENDERS:
        return None
    text = chart.text
    role, begin = _owned_from(chart, state.start)
    at = begin if role == "of" else state.start
    before = text[:at].rstrip()
    bracket = before.endswith(("(", "（"))
    line = role == "" and before.endswith((",", "–", "—")) and len(chart.kind("party")) == 1
    if (role == "of" and not led) or bracket or line:
        stop = len(before.rstrip(",(（–— "))
        begin, name = name_until(chart, stop)
        if name:
            return _Entry(sender=state.ids[0], person=name, post="", start=begin, end=state.end)
    gap = _LEADS.match(text, state.end)
    start = gap.end() if gap is not None else _behind_from(chart, state)
    begin, end, name = name_from(chart, start) if start and not bracket else (0, 0, "")
    if name and (text[end : end + 1] in (";", ",", ".", ")", "", " ") or text[end : end + 1].isspace()):
        return _Entry(sender=state.ids[0], person=name, post="", start=state.start, end=end)
    return None


def _behind_from(chart: Chart, state: Mention) -> int:
    """Where a name may begin behind "from" and a blank: "Danimarka'dan | Henrik Olsen"; 0 without one."""
    role, end = role_after(chart.text, state.end, chart.pack)
    return end + 1 if "from" in (role, state.role) and chart.text[end : end + 1] == " " else 0


def _owned_from(chart: Chart, start: int) -> tuple[str, int]:
    """The role of a state, and where the words for it begin: "A, | de la República de | Benin"."""
    role, begin = role_before(chart.text, start, chart.pack)
    words = chart.text[:begin].split() if role == "of" else []
    if words and words[-1][0].isupper() and words[-1].lower() in chart.pack.skip:
        outer, place = role_before(chart.text, chart.text[:begin].rindex(words[-1]), chart.pack)
        return (outer, place) if outer == "of" else (role, begin)
    return role, begin


def name_until(chart: Chart, stop: int) -> tuple[int, str]:
    """The name that ends at a place, and where it begins; "" where none of two words does."""
    for one in chart.actors:
        if one.actor is not None and one.actor.person and one.actor.person_end == stop and not one.actor.office:
            return one.start, one.actor.person
    for word in _WORD.finditer(chart.text, max(0, stop - _LONGEST), stop):
        runs = capital_run(chart.text[:stop], word.start(), chart.pack, limit=8) == stop  # "Li Wei | de Chine"
        if runs and (name := _free(chart, word.start(), stop)):
            return word.start(), name  # "Venezuela y | Carlos Aparicio | en Perú"
    return stop, ""


def name_from(chart: Chart, start: int) -> tuple[int, int, str]:
    """The name that begins at a place, behind a word of address or without, and its ends."""
    for one in chart.actors:
        if one.actor is not None and one.actor.person and one.start == start and not one.actor.office and not one.ids:
            return one.start, one.end, one.actor.person
    start = next((one.end + 1 for one in chart.cues("office.person") if one.start == start), start)
    end = capital_run(chart.text, start, chart.pack, limit=8)
    return start, end, _free(chart, start, end)


def _free(chart: Chart, start: int, end: int) -> str:
    """A run of capitals that is a person's name: two words or more, no state, body or date in it."""
    words = chart.text[start:end].split()
    taken = chart.kind("party", "organization", "date")
    free = not any(one.start < end and start < one.end for one in taken)
    cued = chart.within(chart.cues("post", "office", "mission", "verb"), start, end)
    return chart.text[start:end] if free and not cued and len(words) >= _NAMED else ""
