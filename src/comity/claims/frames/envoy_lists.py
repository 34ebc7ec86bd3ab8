"""Envoys received together: a list of names, each with the state it is of, and one who receives them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.claims.calls_off import LIGHT
from comity.claims.chart import Chart
from comity.claims.discourse import Discourse, Found, Spoken
from comity.claims.draft import Dated, Draft
from comity.claims.factuality import modality_of
from comity.claims.frames.attach import event_date
from comity.claims.frames.posting import presented_to
from comity.claims.mention import Mention
from comity.claims.negation import negated
from comity.claims.scene import receiving
from comity.claims.unnamed import NOBODY
from comity.claims.words import capital_run, role_before
from comity.model.roles import Appointment
from comity.model.when import When

_FEWEST = 2
_FEWEST_STATES, _MANY = 3, 4
_NO_SENDERS = ("adjective", "government", "metonym", "unnamed")
_NAMED = 2
_LONGEST = 60
_POST = 14
_BULLETS, _ENDS = " \t*•·-–—0123456789.)", " .;,)"
_WORD = re.compile(r"[^\W\d_]+")
_TITLES = re.compile(r"(?:[Ss]\. ?[Ee]\. |[A-ZÁÉ][a-z]{0,4}\.ª? )+")  # "S.E. ", "Excmo. Sr. D. "
_BEFORE_NAME = re.compile(r"[:,]? (?:[-–—] )?|: ?")


def read_envoy_lists(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The credentials of each of a list: "los embajadores A, de la República de X; B, de Y, y C, del Reino de Z".

    Also with the state before the name: "los embajadores de X, A; Y, B". Refuses a list of which nobody is known to
    receive it, and one that no word for credentials stands with, in its sentence or right before.
    """
    ceremony = discourse.recent_ceremony()
    if chart.pack.cases and chart.pack.order == "svo" and not chart.pack.inverts:
        yield from _of_many(chart, ceremony, discourse.published)
        return
    verb = next(iter(chart.cues("verb.credentials")), None)
    if verb is None and chart.has("mark.namely") and chart.pack.order == "svo":
        many = list(_of_many(chart, ceremony, discourse.published))
        yield from many  # "Il s'agit des ambassadeurs du Koweït, du Nigéria et de la Serbie"
        if many:
            return
    lead = _lead(chart)
    if ceremony is not None and (alone := _line(chart)) is not None:
        yield from _presented(chart, ceremony, alone)
        return
    if lead is None and ceremony is not None:
        lead = next(iter(chart.cues("post", "verb.receive", "mark.namely")), None)
    if lead is None or (verb is None and ceremony is None) or chart.pack.order != "svo" or chart.pack.cases:
        return
    yield from _of_the_listed(chart, discourse, lead, verb)


def _of_the_listed(chart: Chart, discourse: Discourse, lead: Mention, verb: Mention | None) -> Iterator[Draft]:
    """The credentials of each who is named behind the word for them all, where one is known to receive them."""
    ceremony = discourse.recent_ceremony()
    envoys = list(_named(chart, lead))
    host = _host(chart, lead, {party for _, party in envoys})
    receiver = host.ids or (ceremony.ids if ceremony is not None else ())
    if not receiver:
        host = receiving(chart, discourse, {party for _, party in envoys})
        receiver = host.ids
    if len(envoys) < _FEWEST or len(receiver) != 1 or (verb is not None and negated(chart, [verb])):
        return
    told = event_date(chart, discourse, verb) if verb is not None else Dated()
    if told.when is None and ceremony is not None:
        told = Dated(when=ceremony.when, context=ceremony.context())
    own = {one.ids[0]: one.actor.post for one in chart.actors if one.actor and one.actor.person and len(one.ids) == 1}
    for person, sender in envoys:
        if sender != receiver[0]:
            yield Draft(
                roles=Appointment(
                    post=own.get(sender) or _post(lead),
                    sender=sender,
                    receiver=receiver[0],
                    event="credentials",
                    person=person,
                ),
                rule="appointment.listed",
                dated=told,
                modality=modality_of(chart, verb) if verb is not None else "asserted",
                context=host.context or (ceremony.context() if ceremony is not None else ()),
            )


def _of_many(chart: Chart, ceremony: Spoken | None, published: When | None) -> Iterator[Draft]:
    """The credentials of envoys without names, a ceremony being told of before: «Среди них послы Ганы, Кубы и Кипра».

    Or "The list of the states: A, B, C and D". Refuses a sentence with a name or a day, or in which anything happens.
    """
    if ceremony is None or len(ceremony.ids) != 1 or chart.dates or chart.has("verb.credentials"):
        return
    people = [one for one in chart.actors if one.form != "pronoun"]  # "| Il | s'agit des ambassadeurs de …"
    if any(one.actor is not None and one.actor.person for one in people) or _happens(chart):
        return
    lead = next(iter(chart.cues("post.ambassador")), None)
    colon = chart.text.find(":")
    low = lead.end if lead is not None else colon
    named = [
        one for one in chart.kind("party") if one.start >= low >= 0 and one.form not in _NO_SENDERS and not one.deictic
    ]
    named = [one for one in named if one.role == ("of" if lead is not None else "") and len(one.ids) == 1]
    listed = lead is not None or (0 <= colon < named[0].start <= colon + _NAMED if named else False)
    if not listed or len({one.ids for one in named}) < (_FEWEST_STATES if lead is not None else _MANY):
        return
    to_come = published is not None and ceremony.when is not None and (ceremony.when.first or 0) > (published.last or 0)
    for sender in dict.fromkeys(one.ids[0] for one in named if one.ids != ceremony.ids and one.ids[0] != NOBODY):
        yield Draft(
            roles=Appointment(post="ambassador", sender=sender, receiver=ceremony.ids[0], event="credentials"),
            rule="appointment.listed",
            dated=Dated(when=ceremony.when, context=ceremony.context()),
            modality="planned" if to_come else "asserted",
            context=ceremony.context(),
        )


def _line(chart: Chart) -> tuple[str, str] | None:
    """The name and the state of a line that says no more: "República de Ghana: D.ª Mavis Kusorgbor", "A B (Suecia)"."""
    states = [one for one in chart.kind("party") if one.form != "adjective" and not one.deictic and len(one.ids) == 1]
    if len(states) != 1 or chart.cues("verb", "fact") or chart.dates or NOBODY in states[0].ids:
        return None
    state = states[0]
    role, begin = role_before(chart.text, state.start, chart.pack)
    if not chart.text[: state.start].strip(_BULLETS):
        gap = _BEFORE_NAME.match(chart.text, state.end)
        name = (_name_at(chart, gap.end()) if gap is not None else "") or _bracketed(chart, state)
    elif not chart.text[state.end :].strip(_ENDS):
        begin = begin if role == "of" else state.start
        name = name_ending(chart, len(chart.text[:begin].rstrip(" ,:(–—-")))
        name = name if chart.text[:begin].strip(_BULLETS).startswith(name) else ""
    else:
        name = ""
    return (name, state.ids[0]) if name else None


def _name_at(chart: Chart, start: int) -> str:
    """The name that begins here, titles apart, and ends the line."""
    titled = _TITLES.match(chart.text, start)
    start = titled.end() if titled else start
    end = capital_run(chart.text, start, chart.pack, limit=8)
    return "" if chart.text[end:].strip(_ENDS) else _free(chart, start, end)


def _presented(chart: Chart, ceremony: Spoken, envoy: tuple[str, str]) -> Iterator[Draft]:
    """The credentials of the one whom a line names, a ceremony being told of before."""
    person, sender = envoy
    if len(ceremony.ids) == 1 and sender != ceremony.ids[0]:
        post = next((one.kind_in("post") for one in chart.cues("post")), None) or "ambassador"
        yield Draft(
            roles=Appointment(post=post, sender=sender, receiver=ceremony.ids[0], event="credentials", person=person),
            rule="appointment.listed",
            dated=Dated(when=ceremony.when, context=ceremony.context()),
            context=ceremony.context(),
        )


def _happens(chart: Chart) -> bool:
    """Whether a sentence tells more than who is among them: a verb of a deed, an agreement, a mission."""
    light = LIGHT | {"verb.meet", "verb.receive"}
    return any(not one.classes & light for one in chart.cues("verb")) or chart.has("agreement", "mission", "noun.visit")


def _lead(chart: Chart) -> Mention | None:
    """The word for several envoys that a list stands behind, or the one that tells of their credentials."""
    posts = [cue for cue in chart.cues("post") if chart.text[cue.start : cue.end].lower().endswith(chart.pack.plurals)]
    return next(iter(posts), None) or next(iter(chart.cues("verb.credentials")), None)


def _post(lead: Mention) -> str:
    return lead.kind_in("post") or "ambassador"


def _host(chart: Chart, lead: Mention, senders: set[str]) -> Found:
    """Who receives them: somebody in office of another state, or the state that they are accredited to."""
    head = presented_to(chart, lead)
    if head is not None and head.ids and not set(head.ids) & senders:
        return Found(ids=head.ids[:1], context=head.context)
    there = [one for one in chart.parties if one.role in ("in", "to") and not set(one.ids) & senders]
    return Found(ids=there[0].ids[:1], context=there[0].context) if there else Found()


def _named(chart: Chart, lead: Mention) -> Iterator[tuple[str, str]]:
    """Each name of the list with its state: an envoy's, the name before ", of X", behind "X, " or in its bracket."""
    envoys = [one for one in chart.actors if one.actor is not None and one.actor.post and one.actor.person]
    told = {one.ids[0]: one.actor.person for one in envoys if one.actor is not None and len(one.ids) == 1}
    states = [one for one in chart.kind("party") if one.start >= lead.start and one.form != "adjective"]
    for one in states:
        role, begin = role_before(chart.text, one.start, chart.pack)
        name = told.get(one.ids[0], "") or (_name_before(chart, begin) if role == "of" else "")
        name = name or _name_behind(chart, one) or _bracketed(chart, one)
        if name and len(one.ids) == 1 and not one.deictic:
            yield name, one.ids[0]


def _bracketed(chart: Chart, state: Mention) -> str:
    """The name alone in the bracket right behind a state, or before the bracket that it is alone in."""
    behind = chart.aside(state.end + 2) if chart.text.startswith(" (", state.end) else None
    if behind is not None:
        titled = _TITLES.match(chart.text, state.end + 2)
        start = titled.end() if titled else state.end + 2
        end = capital_run(chart.text, start, chart.pack, limit=8)
        return _free(chart, start, end) if end == behind[1] - 1 else ""
    if chart.text[state.start - 2 : state.start] == " (" and chart.text[state.end : state.end + 1] == ")":
        return name_ending(chart, state.start - 2)
    return ""


def _name_before(chart: Chart, begin: int) -> str:
    """The name that ends at the comma right before a marker: "| Eric Mayoraz |, de la Confederación Suiza"."""
    return name_ending(chart, begin - 2) if chart.text[begin - 2 : begin] == ", " else ""


def name_ending(chart: Chart, end: int) -> str:
    """The name that ends here."""
    for word in _WORD.finditer(chart.text, max(0, end - _LONGEST), end):
        begins = chart.text[word.start() - 1 : word.start()] in ("", " ", "(")
        if begins and capital_run(chart.text, word.start(), chart.pack, limit=8) == end:
            name = _free(chart, word.start(), end)
            if name:
                return name  # "Venezuela y | Carlos Aparicio | en Perú"
    return ""


def _name_behind(chart: Chart, state: Mention) -> str:
    """The name between commas behind a state: "Guatemala, | Fernando Molina Girón |; Ucrania, …"."""
    if not chart.text.startswith(", ", state.end):
        return ""
    titled = _TITLES.match(chart.text, state.end + 2)
    start = titled.end() if titled else state.end + 2
    end = capital_run(chart.text, start, chart.pack, limit=8)
    behind = chart.text[end : end + 1]
    if behind == "," and any(0 < cue.start - end <= _POST for cue in chart.cues("post")):
        return ""  # "…, ambassador of Iran, | Per Lindgren, ambassador | of Sweden"
    return _free(chart, start, end) if behind in (";", ",", ".", "") or chart.text[end : end + 2] == " y" else ""


def _free(chart: Chart, start: int, end: int) -> str:
    """A run of capitals that is a person's name: two words or more, no place or date in it."""
    words = chart.text[start:end].split()
    taken = [one for one in chart.mentions if one.kind in ("party", "organization", "date")]
    free = not any(one.start < end and start < one.end for one in taken)
    return chart.text[start:end] if free and len(words) >= _NAMED and words[0].lower() not in chart.pack.skip else ""
