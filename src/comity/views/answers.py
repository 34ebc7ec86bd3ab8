"""With whom a party had relations on a day: yes, no, not recorded – and what says so. Not recorded is never no."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from comity.facts.shapes import level_of
from comity.model.fact import Fact, Standing
from comity.model.roles import JSON, Relations, iter_parties
from comity.model.when import When
from comity.views.lines import Line, make_line, time_key
from comity.views.reads import Reads
from comity.views.sentences import Speech

BEGINS, ENDS = ("established", "restored"), ("severed", "suspended")


class Answer(StrEnum):
    """Three answers, of which the third is not the second."""

    YES = "yes"
    NO = "no"
    NOT_RECORDED = "not recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerAnswer:
    """The answer for one partner: the reason in words, the episode that says so, and what another document makes of it.

    ``doubt`` is empty where no document says otherwise.
    """

    partner: str
    name: str
    answer: Answer
    reason: str
    episodes: tuple[Line, ...] = ()
    doubt: str = ""

    def to_json(self) -> dict[str, JSON]:
        """The answer with its episodes."""
        return {
            "partner": self.partner,
            "name": self.name,
            "answer": self.answer.value,
            "reason": self.reason,
            "doubt": self.doubt,
            "episodes": [line.to_json() for line in self.episodes],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class AsOf:
    """A party's relations on a day. ``rows`` counts list rows of by then whose party is missing: any of the unrecorded.

    ``reach`` is the date of the youngest document, where one is dated.
    """

    party: str
    name: str
    date: When
    answers: tuple[PartnerAnswer, ...]
    rows: int
    reach: str | None

    def to_json(self) -> dict[str, JSON]:
        """The answers, by partner."""
        return {
            "party": self.party,
            "name": self.name,
            "date": str(self.date),
            "rows_without_party": self.rows,
            "reach": self.reach,
            "answers": [answer.to_json() for answer in self.answers],
        }


def relations_as_of(register: Reads, party: str, date: When, speech: Speech) -> AsOf:
    """The party's relations on a day, with every state of that day and every partner on record that was there then.

    KAZ on 1993-01-01: with TUR yes (established 1992-03-02); with YUG no (established only on 1996-12-10); with a
    state of which nothing is recorded ``not recorded``, never no.
    """
    by_partner: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in register.iter_facts(parties=(party,), type="relations"):
        if fact.modality == "asserted" and not level_of(fact.roles):
            for other in set(iter_parties(fact.roles)) - {party}:
                by_partner[other].append(fact)
    partners = (set(speech.registry.existing(date)) | set(by_partner)) - {party}
    answers = (
        answer_relations(other, by_partner.get(other, []), date, speech)
        for other in sorted(partners)
        if _was_there(other, date, speech)
    )
    return AsOf(
        party=party,
        name=speech.name(party),
        date=date,
        answers=tuple(answers),
        rows=_lost_rows(register, party, date),
        reach=_reach(register),
    )


def _was_there(party: str, date: When, speech: Speech) -> bool:
    return party not in speech.registry or speech.registry.exists(party, date)


def _lost_rows(register: Reads, party: str, date: When) -> int:
    rows = (row for row in register.iter_missing(known=party) if row.settled is None and row.when is not None)
    return sum(row.when is not None and (row.when.first or 0) <= (date.last or 0) for row in rows)


def _reach(register: Reads) -> str | None:
    dates = [document.date.value for document in register.iter_documents() if document.date is not None]
    return str(max(dates, key=time_key)) if dates else None


def answer_relations(partner: str, facts: Sequence[Fact], date: When, speech: Speech) -> PartnerAnswer:
    """The answer for one partner from the facts of the two, by the preferred dates; what clashes is told as doubt."""
    answer, key, fact, when = _answer(facts, date)
    words = speech.words
    values = {"date": str(when) if when else ""}
    if fact is not None and isinstance(fact.roles, Relations) and key == "ended":
        values["event"] = words.get("answers", fact.roles.event)
    return PartnerAnswer(
        partner=partner,
        name=speech.name(partner, date),
        answer=answer,
        reason=words.fill("answers", key, **values),
        episodes=tuple(make_line(one, speech) for one in sorted(facts, key=lambda one: (time_key(one.when), one.id))),
        doubt=_doubt(facts, date, answer, speech),
    )


Verdict = tuple[Answer, str, Fact | None, When | None]


def _answer(facts: Sequence[Fact], date: When) -> Verdict:
    """The answer, the key of its reason, the fact that gives it and that fact's date."""
    dated = [(fact, fact.when) for fact in facts if fact.when is not None]
    last = _last_turn(dated, date)
    if last is not None:
        fact, when = last
        if _event(fact) in ENDS:
            return Answer.NO, "ended", fact, when
        return Answer.YES, "since", fact, when
    for fact, when in dated:
        if _event(fact) in ("exists", "absent") and _surely_holds(when, date):
            return _held(fact, when)
    return _undecided(facts, dated, date)


def _surely_holds(when: When, date: When) -> bool:
    """Whether what is dated so is known of that day: an open beginning tells of the last day alone."""
    return when.contains(date) and (when.first is not None or when.last == date.last)


def _held(fact: Fact, when: When) -> Verdict:
    exists = _event(fact) == "exists"
    return (Answer.YES, "holds", fact, when) if exists else (Answer.NO, "absent", fact, when)


def _last_turn(dated: Iterable[tuple[Fact, When]], date: When) -> tuple[Fact, When] | None:
    """The last beginning or end that surely lies on or before the day; none where one may lie on either side of it."""
    turns = [(fact, when) for fact, when in dated if _event(fact) in (*BEGINS, *ENDS)]
    if any(_may_straddle(when, date) for _, when in turns):
        return None
    before = [(fact, when) for fact, when in turns if when.last is not None and when.last <= (date.first or 0)]
    return max(before, key=lambda turn: (turn[1].last or 0, turn[0].id), default=None)


def _may_straddle(when: When, date: When) -> bool:
    """Whether the turn may come before the day or after it: 1991 for a day of 1991."""
    last, day = when.last, date.first or 0
    return (when.first is None or when.first <= (date.last or 0)) and (last is None or last > day)


def _undecided(facts: Sequence[Fact], dated: Sequence[tuple[Fact, When]], date: When) -> Verdict:
    turns = sorted(
        ((fact, when) for fact, when in dated if _event(fact) in (*BEGINS, *ENDS)),
        key=lambda turn: (turn[1].first or 0, turn[0].id),
    )
    for fact, when in turns:
        if _may_straddle(when, date):
            return Answer.NOT_RECORDED, "within" if _event(fact) in BEGINS else "ended_within", fact, when
    if turns and _event(turns[0][0]) == "established" and (turns[0][1].first or 0) > (date.last or 0):
        older = [turn for turn in dated if _event(turn[0]) == "exists" and _may_straddle(turn[1], date)]
        if not older:
            return Answer.NO, "before", *turns[0]
        return Answer.NOT_RECORDED, "undated", *older[0]  # they were there before, who knows since when
    if not facts:
        return Answer.NOT_RECORDED, "none", None, None
    absent = any(_event(fact) == "absent" for fact in facts)
    return Answer.NOT_RECORDED, "absent_undated" if absent else "undated", facts[0], None


def _event(fact: Fact) -> str:
    return fact.roles.event if isinstance(fact.roles, Relations) else ""


def _doubt(facts: Sequence[Fact], date: When, answer: Answer, speech: Speech) -> str:
    """What the answer would be by the clashing dates of a disputed fact, if it would be another."""
    for fact in facts:
        if fact.standing is not Standing.DISPUTED or _event(fact) not in BEGINS:
            continue
        for reading in fact.readings[1:]:
            if reading.when is None or reading.when.last is None:
                continue
            began = reading.when.last <= (date.first or 0)
            other = Answer.YES if began else Answer.NO
            if other is not answer and answer is not Answer.NOT_RECORDED:
                word = speech.words.get("answers", other.value.replace(" ", "_"))
                return speech.words.fill("answers", "differs", date=str(reading.when), answer=word)
    return ""
