"""Bodies that are no state's own – a company, a club, a university: what they do is no deed of their state."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import PARTING, has_any
from comity.claims.sentences.mention import Mention
from comity.packs.language import LanguagePack

_CLASS = "noun.institution"
_TITLE_REACH = 48
_IN_A_NAME = 2
_WORDS = re.compile(r"[^\W\d_]+")
_STOPS = PARTING + "：（）–—"


def heads_institution(text: str, office: Mention, mentions: Sequence[Mention], pack: LanguagePack) -> bool:
    """Whether an office is that of a body: "the president of the Serbian football | federation", "塞尔维亚足协 | 主席".

    Refuses a body that stands apart: behind a comma, a verb, or a person's name.
    """
    bodies = [one for one in mentions if _CLASS in one.classes]
    if pack.order == "sov" or not pack.spaced:
        return any(0 <= office.start - one.end <= 1 for one in bodies)
    return any(
        office.end <= one.start <= office.end + _TITLE_REACH and _runs_on(text, office.end, one.start, mentions, pack)
        for one in bodies
    )


def _runs_on(text: str, start: int, end: int, mentions: Sequence[Mention], pack: LanguagePack) -> bool:
    """Whether the words between belong to one title: no mark, no verb, nobody's name."""
    gap = text[start:end]
    if has_any(gap, _STOPS) or any(start <= one.start < end and _is_verb(one) for one in mentions):
        return False
    named = [(one.start, one.end) for one in mentions if one.kind in ("party", "city", "organization")]
    for word in _WORDS.finditer(text, start, end):
        if any(low <= word.start() < high for low, high in named):
            continue
        if word.group().lower() in pack.joiners or (pack.capitals and word.group()[0].isupper() and pack.code != "de"):
            return False
    return True


def _is_verb(one: Mention) -> bool:
    return one.kind == "cue" and any(label.startswith(("verb.", "fact.")) for label in one.classes)


def acts_for_itself(chart: Chart, verb: Mention, titles: Iterable[tuple[int, int]] = ()) -> bool:
    """Whether a body does what a verb says, and no state: "two companies from Kazakhstan and Serbia signed …".

    States that are named themselves, or anybody in office, in the same clause make it a deed of states; a body that a
    title names ("the agreement on a joint university") does nothing.
    """
    start, end = chart.clause(verb.start)
    spans = tuple(titles)
    bodies = [
        one
        for one in chart.within(chart.cues(_CLASS), start, end)
        if not any(low <= one.start < high for low, high in spans)
    ]
    if not bodies or chart.has("noun.government"):
        return False
    if chart.within([one for one in chart.actors if one.actor is not None and one.actor.office], start, end):
        return False
    plain = [
        one
        for one in chart.parties
        if one.form not in ("adjective", "demonym")
        and one.role in _OWN
        and not any(_in_name(chart, one, body) for body in bodies)
    ]
    return not [one for one in chart.within(plain, start, end) if not one.deictic]


def _in_name(chart: Chart, one: Mention, body: Mention) -> bool:
    """Whether a state stands in a body's name, or in the list before its owner's mark: "A与B | 的公司"."""
    listed = [one] if chart.pack.spaced else chart.group_of(one)
    return any(member.distance(body) <= _IN_A_NAME for member in listed)


_OWN = ("", "between", "with", "by")


def is_of_institution(chart: Chart, cue: Mention, reach: int) -> bool:
    """Whether a body stands right beside a cue: "exports | of the company", "a dispute | of two banks"."""
    return any(
        one.distance(cue) <= reach and not has_any(chart.between(one, cue), _STOPS) for one in chart.cues(_CLASS)
    )
