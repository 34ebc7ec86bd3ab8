"""A claim in the making: what a frame read, before it is tied to its sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from comity.claims.sentences.sentence import Sentence
from comity.model.claim import Claim, Clue
from comity.model.passage import RowPlace
from comity.model.roles import Agreement, Appointment, Meeting, Membership, Mission, Quantity, Relations, Roles, Visit
from comity.model.selector import Selector
from comity.model.when import When

_DEEDS = ("opened", "closed", "moved", "signed", "established", "severed", "restored")
_SOON = 2
_AHEAD = 45  # days: what is told of as if it were, and is but to come


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date as it was attached: the when, its other readings, what outside the sentence it rests on."""

    when: When | None = None
    alternatives: tuple[When, ...] = ()
    context: tuple[Selector, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a frame read from a sentence or row."""

    roles: Roles
    rule: str
    dated: Dated = Dated()
    modality: str = "asserted"
    attributed_to: str | None = None
    context: tuple[Selector, ...] = ()
    missing: str | None = None
    place: RowPlace | None = None
    clues: tuple[Clue, ...] = ()

    def claim(self, sentence: Sentence, evidence: Selector) -> Claim:
        """The claim: this draft tied to the characters that say it; context inside the evidence is left out."""
        spans = dict.fromkeys((*self.dated.context, *self.context))
        context = sorted(
            (one for one in spans if not (evidence.start <= one.start and one.end <= evidence.end)),
            key=lambda one: (one.start, one.end),
        )
        return Claim(
            roles=self.roles,
            document=sentence.passage.document,
            evidence=evidence,
            when=self.dated.when,
            modality=self.modality,
            attributed_to=self.attributed_to,
            context=tuple(context),
            missing=self.missing,
            place=self.place,
            alternatives=self.dated.alternatives,
            rule=self.rule,
            clues=self.clues,
        )


def ahead(draft: Draft, published: When | None) -> Draft:
    """The draft, a plan dated by the reading of its day that is still to come: "on Tuesday he will receive …".

    A journey or meeting told of as if it were, on a day soon to come, is planned: "during his visit on the 27th he will
    meet …". What was to be a few days before the document's own stays where it was.
    """
    when = draft.dated.when
    if published is None or when is None or when.start is None or published.start is None:
        return draft
    if draft.modality == "asserted" and _beyond(draft, when, published):
        return replace(draft, dated=Dated())
    now = str(published)
    if draft.modality == "asserted" and isinstance(draft.roles, Visit | Meeting) and when.start.day is not None:
        days = (when.first or 0) - (published.last or 0)
        near = bool(draft.dated.alternatives) or 0 < days <= _AHEAD
        soon = str(when.start) > now and published.start.day is not None and near
        return replace(draft, modality="planned") if soon else draft
    if draft.modality == "asserted" and _to_come(draft, when, published):
        return replace(draft, modality="planned")
    later = [one for one in draft.dated.alternatives if one.start is not None and str(one.start) >= now]
    past = str(when.end or when.start) < now
    if draft.modality != "planned" or not later or not past or _just_over(when, published, later[0]):
        return draft
    others = (when, *(one for one in draft.dated.alternatives if one is not later[0]))
    return replace(draft, dated=replace(draft.dated, when=later[0], alternatives=others))


def _beyond(draft: Draft, when: When, published: When) -> bool:
    """Whether a day of a deed that is told as done lies years behind the document's own: it was counted wrongly.

    "Closed for nearly seven years" is no closing seven years from now. Terms and texts may reach so far.
    """
    told = not isinstance(draft.roles, Membership | Agreement | Quantity | Appointment)
    day, own = when.start, published.start
    known = day is not None and own is not None and day.year.isdecimal() and own.year.isdecimal()
    return told and known and day is not None and own is not None and int(day.year) - int(own.year) > _SOON


def _to_come(draft: Draft, when: When, published: When) -> bool:
    """Whether a deed is told of a day that comes after the document's own, within a year or two: it is only planned."""
    day, own = when.start, published.start
    moves = isinstance(draft.roles, Membership) and draft.roles.event in ("joined", "left")
    if moves and day is not None and own is not None:
        if day.month is not None:  # a year that nothing says: "Im Juni tritt Peru der OECD bei", told in May
            return bool(draft.dated.alternatives) and str(day) > str(own)
        return day.year.isdecimal() and own.year.isdecimal() and 0 < int(day.year) - int(own.year) <= _SOON
    if day is None or own is None or day.day is None or own.day is None or draft.dated.alternatives or when.interval:
        return False
    deed = isinstance(draft.roles, Mission | Relations | Agreement) and draft.roles.event in _DEEDS
    near = day.year.isdecimal() and own.year.isdecimal() and 0 <= int(day.year) - int(own.year) <= _SOON
    next_day = (day.year, day.month) == (own.year, own.month) and day.day - own.day == 1  # another zone's clock
    return deed and near and str(day) > str(own) and not next_day


def _just_over(when: When, published: When, later: When) -> bool:
    """Whether a day is of the document's own month and year, and its other reading that of another year."""
    day, own = when.start, published.start
    if day is None or own is None or day.day is None or later.start is None:
        return False
    near = (day.year, day.month) == (own.year, own.month)
    return near and later.start.year != day.year and later.start.month == day.month


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A draft that may be repeated of another party, and which of its parties did it."""

    draft: Draft
    agent: str
