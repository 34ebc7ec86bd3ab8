"""Claims as persons judged them: the rejected left out, the corrected put right, rows given the party they named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from comity.errors import ModelError
from comity.facts.atlas import Atlas
from comity.facts.bench import Bench
from comity.facts.said import Said
from comity.facts.voices import Voices
from comity.model.claim import Claim
from comity.model.fact import MissingRow
from comity.model.judgement import ClaimMark, Judgement, Verdict, mark_claim, quote_of
from comity.model.roles import iter_parties, roles_from_json, roles_json
from comity.model.when import When
from comity.packs.reasons import say

ON_CLAIMS = (Verdict.ACCEPT, Verdict.REJECT, Verdict.CORRECT, Verdict.ROW)
Key = tuple[str, str, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """The claims that facts are made of, the rows that persons settled, and by which judgement each claim stands so.

    ``rejected`` are the claims left out; ``accepted`` those whose value is to stand first; ``changed`` those that are
    not as they were read; ``barred`` gives each row the parties that it is not; ``bound`` each mark the ids of the
    claims that it means.
    """

    said: tuple[Said, ...]
    rows: tuple[MissingRow, ...] = ()
    rejected: Mapping[str, tuple[Said, Judgement]] = field(default_factory=dict)
    accepted: Mapping[str, tuple[Judgement, ...]] = field(default_factory=dict)
    changed: Mapping[str, Judgement] = field(default_factory=dict)
    barred: Mapping[str, frozenset[str]] = field(default_factory=dict)
    bound: Mapping[ClaimMark, frozenset[str]] = field(default_factory=dict)


def hear_claims(said: tuple[Said, ...], bench: Bench, atlas: Atlas, voices: Voices) -> Heard:
    """The claims as the judgements in force leave them; without judgements, as they are.

    A quote that a person rejected is rejected in every copy, and in the same document read again with a line put
    before it: judgements are bound to what is said and quoted, not to where it stands. A lost row, which says little,
    is the same row only in its own document and in copies of that.
    """
    marks = {mark for one in bench.force for mark in one.marks if isinstance(mark, ClaimMark)}
    if not marks:
        return Heard(said=said)
    bound = _bind(said, marks, voices)
    hearings = _hearings(bench, bound, *ON_CLAIMS)
    barred = _bar(hearings, _hearings(bench, bound, Verdict.NOT_ROW), bench)
    kept: list[Said] = []
    rows: list[MissingRow] = []
    rejected: dict[str, tuple[Said, Judgement]] = {}
    changed: dict[str, Judgement] = {}
    accepted: dict[str, tuple[Judgement, ...]] = {}
    for each in said:
        judgement = _choose(hearings.get(each.id, []), bench)
        if judgement is None:
            kept.append(each)
        elif judgement.verdict is Verdict.REJECT:
            rejected[each.id] = (each, judgement)
        elif judgement.verdict is Verdict.ACCEPT:
            kept.append(each)
            accepted[each.id] = tuple(one for one in hearings[each.id] if one.verdict is Verdict.ACCEPT)
        else:
            kept.append(_change(each, judgement, bench))
            if kept[-1] is not each:
                changed[each.id] = judgement
                rows += _row(each, kept[-1], judgement, atlas)
    return Heard(
        said=tuple(kept),
        rows=tuple(rows),
        rejected=rejected,
        accepted=accepted,
        changed=changed,
        barred=barred,
        bound=bound,
    )


def _hearings(
    bench: Bench, bound: Mapping[ClaimMark, frozenset[str]], *verdicts: Verdict
) -> defaultdict[str, list[Judgement]]:
    """The judgements in force of these verdicts, by the id of each claim that they bind."""
    hearings: defaultdict[str, list[Judgement]] = defaultdict(list)
    for one in bench.of(*verdicts):
        for mark in one.marks:
            if isinstance(mark, ClaimMark):
                bench.claims[one.id] |= bound[mark]
                for name in bound[mark]:
                    hearings[name].append(one)
    return hearings


def _bar(
    named: defaultdict[str, list[Judgement]], denied: Mapping[str, list[Judgement]], bench: Bench
) -> Mapping[str, frozenset[str]]:
    """For each row the parties that it is not; who named one of them for the row is heard against who denied it.

    Of one person the later word counts; where two persons differ, neither does, and both leave the hearings.
    """
    barred: dict[str, frozenset[str]] = {}
    for row, denials in denied.items():
        out: set[str] = set()
        for party in sorted({str(one.changes["party"]) for one in denials}):
            against = [one for one in denials if one.changes["party"] == party]
            rivals = [one for one in named[row] if one.verdict is Verdict.ROW and one.changes["party"] == party]
            chosen = bench.choose((one, one.verdict) for one in (*against, *rivals))
            if chosen is not None and chosen.verdict is Verdict.NOT_ROW:
                out.add(party)
            if chosen is None or chosen.verdict is Verdict.NOT_ROW:
                named[row] = [one for one in named[row] if one not in rivals]
        barred[row] = frozenset(out)
    return barred


def _choose(hearing: Sequence[Judgement], bench: Bench) -> Judgement | None:
    return bench.choose((one, (one.verdict, one.change)) for one in hearing)


def _bind(said: Iterable[Said], marks: Iterable[ClaimMark], voices: Voices) -> Mapping[ClaimMark, frozenset[str]]:
    """For each mark the ids of the claims that it means."""
    by_key: defaultdict[Key, list[ClaimMark]] = defaultdict(list)
    for mark in marks:
        by_key[(mark.said, mark.quote, mark.nth, mark.of)].append(mark)
    quotes = {mark.quote for mark in marks}
    # most claims are sorted out by their quote alone: the mark of a claim costs a JSON text
    alike = sorted(
        (one for one in said if quote_of(one.claim) in quotes),
        key=lambda one: (one.document, one.claim.evidence.start, one.id),
    )
    found: dict[ClaimMark, set[str]] = {mark: set() for mark in marks}
    for one, key in zip(alike, number_alike([one.claim for one in alike]), strict=True):
        for mark in by_key.get(key, ()):
            if mark.document in ("", one.document) or (one.claim.missing and _is_copy(one.document, mark, voices)):
                found[mark].add(one.id)
    return {mark: frozenset(names) for mark, names in found.items()}


def _is_copy(document: str, mark: ClaimMark, voices: Voices) -> bool:
    return voices.of_document(document) == voices.of_document(mark.document)


def number_alike(claims: Iterable[Claim]) -> list[Key]:
    """What each claim is known by: what it says, its quote, and of lost rows equal in one document, which of how many.

    Takes the claims in order of document and place.
    """
    seen: defaultdict[tuple[str, str, str], int] = defaultdict(int)
    found: list[tuple[Claim, ClaimMark, int]] = []
    for claim in claims:
        mark = mark_claim(claim)
        seen[(claim.document, mark.said, mark.quote)] += 1
        found.append((claim, mark, seen[(claim.document, mark.said, mark.quote)]))
    return [
        (mark.said, mark.quote, nth, seen[(claim.document, mark.said, mark.quote)])
        if claim.missing
        else (mark.said, mark.quote, 1, 1)
        for claim, mark, nth in found
    ]


def _change(said: Said, judgement: Judgement, bench: Bench) -> Said:
    """The claim put right; as it was, and the judgement refused, where that makes no claim."""
    try:
        claim = correct_claim(said.claim, judgement)
    except ModelError:
        bench.applied.discard(judgement.id)
        bench.refused.add(judgement.id)
        return said
    return replace(said, claim=claim, settled="by_judgement" if said.claim.missing and not claim.missing else None)


def correct_claim(claim: Claim, judgement: Judgement) -> Claim:
    """The claim as a person put it right: the row of 1992-08-27 with AZE in it, the visit a year earlier.

    A city that is put right loses the id of the wrong one, unless its own is given.
    """
    changes = {name: None if value == "" else value for name, value in judgement.changes.items()}
    roles = roles_json(claim.roles)
    if judgement.verdict is Verdict.ROW:
        known = [str(one) for one in claim.parties()]
        if "parties" not in roles or len(known) != 1 or claim.missing != "party" or changes["party"] in known:
            raise ModelError("only a row of two parties that lost one can be given one")
        changes = {"parties": [*known, changes["party"]]}
    when = claim.when
    if "date" in changes:
        date = changes.pop("date")
        when = None if date is None else When.parse(str(date))
    if "city" in changes:
        changes.setdefault("city_id", None)
    if isinstance(parties := changes.get("parties"), list):
        changes["parties"] = [*sorted(str(one) for one in parties)]
    corrected = roles_from_json({**roles, **changes})
    found = claim.missing == "party" and len(set(iter_parties(corrected))) > len(claim.parties())
    return replace(claim, roles=corrected, when=when, missing=None if found else claim.missing, alternatives=())


def _row(before: Said, after: Said, judgement: Judgement, atlas: Atlas) -> list[MissingRow]:
    """The row whose party a person named; none where nothing was missing."""
    if not before.claim.missing or after.claim.missing:
        return []
    known = before.claim.parties()
    party = next(iter(sorted(set(after.claim.parties()) - set(known))), "")
    reason = say("by_judgement", by=judgement.by, on=judgement.on, why=judgement.why, party=atlas.name(party))
    return [
        MissingRow(
            claim=before.id,
            known=known[0] if known else "",
            when=after.claim.when,
            settled=party,
            rule="by_judgement",
            reason=reason,
        )
    ]
