"""Envoys received together, told in Han letters by state and name alone: "罗卡纳斯（希腊）、古士贤（冰岛）"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.claims.context.discourse import Discourse, Found
from comity.claims.days.calls_off import LIGHT
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.sides.posting import presented_to
from comity.claims.frames.times.attach import event_date
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.cues import is_wide
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.model.roles import Appointment

_OPENING, _CLOSING = "（(", "）)"
_LINKS = ("——", "—", "–", "-", "：", ":", "\u3000", " ")
_MARKS = "，,、；;。：:\n"
_IN_NAMES = "·・•-－"
_FEWEST, _SHORTEST, _LONGEST = 2, 2, 24
_NOBODY = ("adjective", "government", "metonym", "unnamed")


def read_wide_envoys(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The credentials of each of a list: a name with its state in the bracket behind, or a state and a name behind it.

    One of the two is enough where a line is no more than that, in a list under words that tell of the ceremony. Refuses
    a list of which nobody is known to receive it, and a sentence in which anything else happens.
    """
    if chart.pack.spaced or chart.pack.capitals:
        return
    ceremony, verb = discourse.recent_ceremony(), next(iter(chart.cues("verb.credentials")), None)
    if (verb is None and ceremony is None) or (verb is not None and negated(chart, [verb])):
        return
    if verb is None and any(not one.classes & LIGHT for one in chart.cues("verb")):
        return
    envoys = [*_bracketed(chart), *_linked(chart)]
    host = _host(chart, {party for _, party in envoys}) if verb is not None else Found()
    receiver = host.ids or (ceremony.ids if ceremony is not None else ())
    if len(envoys) < _FEWEST and not (verb is None and envoys and _fills(chart, envoys[0][0])):
        return
    told = event_date(chart, discourse, verb) if verb is not None else Dated()
    if told.when is None and ceremony is not None:
        told = Dated(when=ceremony.when, context=ceremony.context())
    for person, sender in envoys if len(receiver) == 1 else ():
        if sender != receiver[0]:
            post = next((cue.kind_in("post") for cue in chart.cues("post")), "") or "ambassador"
            roles = Appointment(post=post, sender=sender, receiver=receiver[0], event="credentials", person=person)
            yield Draft(
                roles=roles,
                rule="appointment.listed",
                dated=told,
                modality=modality_of(chart, verb) if verb is not None else "asserted",
                context=host.context or (ceremony.context() if ceremony is not None else ()),
            )


def _host(chart: Chart, senders: set[str]) -> Found:
    """Who receives them: somebody in office, or the state said to be theirs to live in, none of those who send them."""
    head = presented_to(chart, chart.cues("verb.credentials")[0])
    if head is not None and len(head.ids) == 1 and not set(head.ids) & senders:
        return Found(ids=head.ids, context=head.context)
    there = [one for one in chart.parties if one.role in ("in", "to") and not set(one.ids) & senders]
    return Found(ids=there[0].ids[:1], context=there[0].context) if there else Found()


def _states(chart: Chart) -> list[Mention]:
    named = [one for one in chart.kind("party") if len(one.ids) == 1 and not one.deictic]
    return [one for one in named if one.form not in _NOBODY]


def _bracketed(chart: Chart) -> Iterator[tuple[str, str]]:
    """Each name whose bracket holds a state and nothing else, and each state whose bracket holds a name."""
    text = chart.text
    for one in _states(chart):
        if text[one.start - 1 : one.start] in tuple(_OPENING) and text[one.end : one.end + 1] in tuple(_CLOSING):
            name = _name_before(chart, one.start - 1)
        elif text[one.end : one.end + 1] in tuple(_OPENING):
            end = _run(chart, one.end + 1)
            name = text[one.end + 1 : end] if text[end : end + 1] in tuple(_CLOSING) else ""
        else:
            continue
        if _SHORTEST <= len(name) <= _LONGEST:
            yield name, one.ids[0]


def _linked(chart: Chart) -> Iterator[tuple[str, str]]:
    """Each state with a name behind a dash, a colon or a blank, up to the next mark: "丹麦——| 埃里克·韦斯特伦 |，"."""
    for one in _states(chart):
        link = next((link for link in _LINKS if chart.text.startswith(link, one.end)), "")
        begin = one.end + len(link)
        end = _run(chart, begin) if link else begin
        led = not chart.text[: one.start].strip(" *•-–—0123456789.．、（）()") or chart.text[one.start - 1] in _MARKS
        if led and _SHORTEST <= end - begin <= _LONGEST and chart.text[end : end + 1] in ("", *_MARKS):
            yield chart.text[begin:end], one.ids[0]


def _name_before(chart: Chart, end: int) -> str:
    """The letters of a name that ends here, back to a mark, a joiner or whatever else is named."""
    low = max((one.end for one in chart.mentions if one.end <= end and _is_no_name(one)), default=0)
    start = end
    while start > low and _is_letter(chart.text[start - 1]):
        start -= 1
    joiner = next((one for one in chart.pack.joiners if is_wide(one[0]) and chart.text.startswith(one, start)), "")
    return chart.text[start + len(joiner) : end]


def _run(chart: Chart, start: int) -> int:
    """Where a run of a name's letters ends, short of whatever else is named."""
    stop = min(
        (one.start for one in chart.mentions if one.start >= start and _is_no_name(one)), default=len(chart.text)
    )
    end = start
    while end < stop and _is_letter(chart.text[end]):
        end += 1
    return end


def _is_no_name(one: Mention) -> bool:
    """Whether a mention tells that its letters are no name's: a post, an office, a day; towns sound in names."""
    return one.kind in ("date", "organization", "party") or (one.kind == "cue" and one.end - one.start > 1)


def _is_letter(letter: str) -> bool:
    return (is_wide(letter) and letter not in "，。、；：！？“”《》（）") or letter in _IN_NAMES


def _fills(chart: Chart, person: str) -> bool:
    """Whether a line is no more than a state and a name."""
    named = sum(len(chart.text[one.start : one.end]) for one in _states(chart))
    return len(chart.text.strip(" 。，、；,;")) <= named + len(person) + _FEWEST * _FEWEST
