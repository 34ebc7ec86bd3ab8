"""How a sentence says that something is so: denied, planned, requested, cancelled, alleged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from comity.claims.clauses.led import (
    asked_about,
    awaits_plan,
    is_target,
    leads_to_plan,
    ordered,
    takes_next,
    told_as_done,
)
from comity.claims.clauses.relative import leads
from comity.claims.context.deixis import in_quotation, quoted_apart
from comity.claims.days.calls_off import JOURNEYS, LIGHT, called_off, is_put_off_to, undone
from comity.claims.factuality.aims import decided_on, done_first
from comity.claims.factuality.spoken import only_spoken_of
from comity.claims.factuality.supposed import (
    asked_in,
    had_it_been,
    is_supposed,
    is_wished,
    never_done,
    reacted_to,
    would_if,
)
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import CLAUSE_COMMAS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.verbal_nouns import is_verbal_noun
from comity.claims.sentences.walls import ends_statement, over_between

UNREAL = "unreal"  # what a frame may draft and no register keeps: it was never done
_NEAR = 55
_NOUN_REACH = 110
_BESIDE = 3
_SUFFIXED = 6
_HEAD_ENDS = tuple(":：–—-")
_MOVES = frozenset({"verb.grow", "verb.fall", "verb.raise", "verb.upgrade"})  # "plan | to raise | trade to 5 billion"
_CALLED_OFF = frozenset({"fact.cancel", "fact.postpone"})
_SAID_SO = frozenset({"verb.claim", "verb.award"})  # "iddia edildi" claims no land, «өтініш берді» awards nothing
_INTENTS = frozenset({"fact.plan", "fact.request", "fact.consider"})
_NEXT_VERB = 45
_OTHER_DEEDS = ("verb.open", "verb.close", "verb.move", "verb.sign", "verb.establish", "verb.join", "verb.restore")
_ORDER = (
    ("fact.cancel", "cancelled"),
    ("fact.postpone", "cancelled"),
    ("fact.allege", "alleged"),
    ("fact.request", "requested"),
    ("fact.plan", "planned"),
    ("fact.present", "planned"),
    ("fact.scheduled", "planned"),
    ("fact.consider", "planned"),
)
_BIDDEN = frozenset({"verb.close", "verb.recall"})  # "was ordered closed", «кері шақырды»: whoever bids it does it
_STANDING = frozenset({"verb.represent", "verb.accredit", "verb.serve"})  # "wird … vertreten" is so already


def modality_of(chart: Chart, anchor: Mention) -> str:
    """The modality of what the anchor says, by the cue of doubt or intent nearest to it in its clause.

    "will visit" is planned, "asked Kenya to reopen" requested, "the trip never took place" cancelled.
    """
    ended = "verb.terminate" in anchor.classes  # "أُلغي العمل به": the word for calling off says that it is over
    if "verb.move" in anchor.classes and anchor.classes & _CALLED_OFF:
        anchor = replace(anchor, classes=anchor.classes - _CALLED_OFF)  # «перенесено из A в B»: it is elsewhere
    outright = _outright(chart, anchor, ended=ended)
    if outright:
        return outright
    if _is_denied(chart, anchor):
        return "alleged"
    still = _is_past(chart, anchor) or bool(anchor.classes & _STANDING) or _of_the_first(chart, anchor)
    order = [pair for pair in _ORDER if pair[0] != "fact.present" or not still]
    beside = _beside(chart, anchor, order, _facts_near(chart, anchor, ended=ended))
    if beside:
        return beside
    # "the second | country to establish | relations" did so
    ended = ended or "fact.first" in anchor.classes or done_first(chart, anchor, anchor)
    told = next((modality for label, modality in order if label in anchor.classes and not ended), "asserted")
    if told == "asserted" and is_supposed(chart, anchor):
        return UNREAL
    if told == "asserted" and _comes(chart, anchor):
        return "planned"
    return "planned" if told == "asserted" and not ended and leads_to_plan(chart, anchor) else told


def _outright(chart: Chart, anchor: Mention, *, ended: bool) -> str:
    """What the anchor's own words or the form of its clause say, whatever stands near it; "" where that is open."""
    for label, modality in _ORDER[:3]:
        if label in anchor.classes and not ended:
            return modality
    if "fact.request" in anchor.classes and anchor.classes & _BIDDEN and not chart.has("fact.deny"):
        return "asserted"
    if never_done(chart, anchor) or had_it_been(chart, anchor) or only_spoken_of(chart, anchor):
        return UNREAL
    maybe = "fact.plan" in anchor.classes and is_supposed(chart, anchor)  # "es posible que | firmen"
    if reacted_to(chart, anchor) or would_if(chart, anchor) or maybe:
        return UNREAL
    if is_wished(chart, anchor):
        return "requested" if any(one.end <= anchor.start for one in chart.cues("fact.request")) else UNREAL
    if called_off(chart, anchor):
        return "cancelled"
    return "planned" if decided_on(chart, anchor) else ""


def _is_denied(chart: Chart, anchor: Mention) -> bool:
    """Whether somebody denies it, before it in its clause or, where verbs come last, behind it."""
    start, end = chart.clause(anchor.start)
    late = chart.pack.order == "sov" or not chart.pack.spaced or (chart.pack.inverts and is_verbal_noun(chart, anchor))
    return any(
        (one.end <= anchor.start or late) and not _answers(chart, one, anchor)
        for one in chart.cues("fact.deny")
        if start <= one.start < end or not chart.pack.spaced
    ) or _quoted_and_denied(chart, anchor)


def _quoted_and_denied(chart: Chart, anchor: Mention) -> bool:
    """Whether a "but" leads from the quotation it is in to a denial: "«X | closed | it», they wrote, but Y denied"."""
    return in_quotation(chart.text, anchor.start) and any(
        not in_quotation(chart.text, one.start) and chart.within(chart.cues("mark.clause"), anchor.end, one.start)
        for one in chart.cues("fact.deny")
        if one.start >= anchor.end
    )


def _facts_near(chart: Chart, anchor: Mention, *, ended: bool) -> list[Mention]:
    """The words of doubt or intent near enough to an anchor to be said of it."""
    reach = _NOUN_REACH if _is_noun(anchor) else _NEAR
    late = chart.pack.order == "sov" and is_verbal_noun(chart, anchor)  # "görüşmesi … | öngörülüyor"
    framed = reach * (2 if chart.pack.inverts or late else 1)  # "wird … schließen" frames its clause
    framed = max(framed, _NOUN_REACH) if late else framed
    wide = {"fact.present", "fact.plan"}
    facts = chart.within(chart.cues("fact"), *chart.clause(anchor.start))
    near = [one for one in facts if one.distance(anchor) <= (framed if one.classes & wide else reach)]
    near += [one for one in facts if one not in near and ordered(chart, one, anchor)]
    near = [one for one in near if not (one.classes & _INTENTS and quoted_apart(chart.text, one, anchor))]
    moved = "verb.move" in anchor.classes
    return [one for one in near if one.start != anchor.start or not (ended or (moved and one.classes & _CALLED_OFF))]


def _beside(chart: Chart, anchor: Mention, order: Iterable[tuple[str, str]], near: Sequence[Mention]) -> str:
    """The modality that the first of these words that reaches the anchor gives it; "" where none does."""
    figure = any(label.startswith("indicator.") for label in anchor.classes)
    for label, modality in order:
        for one in near:
            if label == "fact.request" and not chart.pack.spaced and _accepted(chart, one):
                continue
            comma = has_any(chart.between(one, anchor), CLAUSE_COMMAS)
            if "mark.aside" in one.classes and comma and one.start > anchor.end:
                continue
            free = _is_noun(anchor) or (figure and not comma)  # "trade is to reach 9 bn"
            if label in one.classes and _calls_off_another(chart, one, anchor):
                continue
            if label in one.classes and _reaches(chart, one, anchor, "" if free else label):
                if one.classes & _INTENTS and _denied_itself(chart, one):
                    return UNREAL
                aimed = modality == "requested" and is_target(chart, anchor)
                how = "planned" if aimed or is_put_off_to(chart, one) else modality
                return "cancelled" if undone(chart, anchor) else how
    return ""


def _calls_off_another(chart: Chart, cue: Mention, anchor: Mention) -> bool:
    """Whether a calling off said as a noun has its own journey behind: "…, après l'| annulation | d'un voyage"."""
    if not cue.classes & _CALLED_OFF or not leads(chart.pack) or cue.start < anchor.end:
        return False
    said = chart.text[cue.start : cue.end].lower().endswith(chart.pack.verbal_nouns)
    comma = has_any(chart.between(anchor, cue), CLAUSE_COMMAS)
    behind = [one for one in chart.cues("noun.visit") if 0 < one.start - cue.end <= _NEAR]
    return said and comma and bool(behind)


def _is_noun(anchor: Mention) -> bool:
    return any(label.startswith("noun.") or label == "verb.credentials" for label in anchor.classes)


def _denied_itself(chart: Chart, plan: Mention) -> bool:
    """Whether a negation stands right beside a word for a plan, or in it: "is | not | to be closed", "will | not"."""
    if chart.pack.order != "svo" or not chart.pack.spaced or chart.pack.inverts:
        return False
    beside = (one for one in chart.cues("fact.not") if one.start not in chart.contrasted)
    return any(0 <= plan.start - one.end <= 1 or 0 <= one.start - plan.end <= 1 for one in beside)


def _of_the_first(chart: Chart, anchor: Mention) -> bool:
    """Whether a present tense tells what somebody was the first to do: «كان أول عاهل أردني | يزور | اليابان»."""
    firsts = [one for one in chart.cues("fact.first") if 0 <= anchor.start - one.end <= _NEXT_VERB]
    return chart.pack.order == "vso" and bool(firsts) and not has_any(chart.between(firsts[-1], anchor), CLAUSE_COMMAS)


def _comes(chart: Chart, anchor: Mention) -> bool:
    """Whether a present tense stands with a weekday that may be the next: "| bricht | am Samstag nach Ghana auf"."""
    start, _ = chart.clause(anchor.start)
    before = chart.within(chart.cues("fact.coming"), start, anchor.start) if "noun.visit" in anchor.classes else []
    helped = chart.within(chart.cues("verb.have"), start, anchor.start)  # "hat am Mittwoch Wilna | besucht"
    told = ("fact.coming" in anchor.classes or bool(before)) and not helped
    near = chart.nearest(anchor, chart.dates) if told else None
    if near is None or near.date is None or chart.published is None or chart.published.last is None:
        return False
    others = [one.first for one in near.date.alternatives if one.first is not None]
    return any(first > chart.published.last for first in others)


def _is_past(chart: Chart, anchor: Mention) -> bool:
    """Whether a present tense tells of what was: its day is over, or it stands in a chronicle, a date at its head."""
    near = chart.nearest(anchor, chart.dates)
    if near is None or near.date is None or near.date.when.last is None:
        return False
    if chart.published is not None and chart.published.last is not None:
        return near.date.when.last <= chart.published.last
    head = chart.dates[0]
    return chart.text[: head.start].strip(" *•-–\t") == "" and chart.text[head.end :].lstrip()[:1] in _HEAD_ENDS


def _answers(chart: Chart, denial: Mention, anchor: Mention) -> bool:
    """Whether an anchor stands behind a denial and a colon: what the denial asserts ("denied it: “He stays”")."""
    return denial.end <= anchor.start and any(mark in chart.between(denial, anchor) for mark in (":", "："))


def _reaches(chart: Chart, cue: Mention, anchor: Mention, label: str) -> bool:
    """Whether nothing stands between the cue and the anchor that takes the cue for itself."""
    if cue.start == anchor.start:
        return "fact.plan" not in cue.classes or not done_first(chart, cue, anchor)
    if "mark.invited" in cue.classes:
        return False
    goes = chart.pack.order == "sov" and bool(cue.classes & JOURNEYS) and bool(anchor.classes & {"noun.visit"})
    told = any(one.startswith("verb.") for one in cue.classes - LIGHT - _SAID_SO)
    meant = "fact.plan" in cue.classes and takes_next(chart, cue, anchor)  # «собирается | признать»
    if told and not goes and not meant and not cue.classes & _CALLED_OFF:  # "ziyaret için … | gelecek" is one journey
        return False
    told_apart = has_any(chart.text[cue.end : anchor.start], ":") and chart.pack.spaced
    if label in ("fact.request", "fact.consider") and cue.end <= anchor.start and told_apart:
        return False  # "was not invited: | A broke off relations"
    if label == "fact.request" and awaits_plan(chart, cue, anchor):
        return False
    if label == "fact.plan" and done_first(chart, cue, anchor):
        return False
    over = cue.end <= anchor.start and cue.classes & _INTENTS and not anchor.classes & JOURNEYS
    if over and over_between(chart, cue.end, anchor.start):
        return False
    if asked_in(chart, cue, anchor) or (
        label == "fact.request" and (_accepted(chart, cue) or _went_on(chart, cue, anchor))
    ):
        return False
    light = LIGHT | _MOVES if any(one.startswith("indicator.") for one in anchor.classes) else LIGHT
    verbs = [one for one in chart.cues("verb") if one is not anchor and not one.classes - {"fact.request"} <= light]
    low, high = sorted((cue.end, anchor.start)) if cue.start < anchor.start else (anchor.end, cue.start)
    between = [one for one in verbs if low <= one.start < high and one.start != cue.start]
    late = chart.pack.order == "sov" or chart.pack.inverts or (label == "fact.request" and asked_about(chart, anchor))
    if cue.start > anchor.end and chart.pack.closes and chart.text[anchor.end : anchor.end + 1] == ",":
        return bool(cue.classes & _CALLED_OFF) and not between  # "wurde | unterschrieben, | das … einläuten wird"
    if cue.start > anchor.end and ends_statement(chart, anchor) and not cue.classes & _CALLED_OFF:
        return False
    if cue.start > anchor.end and (_speaks_of_another(chart, cue, anchor) or told_as_done(chart, cue, anchor)):
        return False
    late = late or _is_said_of(chart, cue, anchor)
    if label in ("fact.plan", "fact.request", "fact.consider") and not late and cue.start > anchor.start:
        return False
    return not between


def _is_said_of(chart: Chart, cue: Mention, anchor: Mention) -> bool:
    """Whether a copula joins a plan to a deed said as a noun: "La fermeture de l'ambassade est | prévue | en mai"."""
    if chart.pack.order != "svo" or not chart.pack.spaced or not is_verbal_noun(chart, anchor):
        return False
    return any(anchor.end <= one.start and cue.start - one.end == 1 for one in chart.cues("mark.copula"))


def _went_on(chart: Chart, cue: Mention, anchor: Mention) -> bool:
    """Whether a verb, behind a comma, is what somebody did after asking: "demanded redress, got none, and | broke off".

    Refuses what may be asked for still: a verb behind "to" or "that", a noun.
    """
    infinitives = chart.pack.infinitives
    said = {label.partition(".")[0] for label in anchor.classes}
    noun = not chart.pack.verbal_nouns or is_verbal_noun(chart, anchor)
    if not infinitives or noun or said != {"verb"} or cue.end > anchor.start:
        return False
    gap = chart.between(cue, anchor)
    words = set(gap.lower().split())
    asked = any(cue.start <= one.start < anchor.start for one in chart.cues("deixis.one", "mark.relative"))
    return "," in gap and not words & infinitives and not asked


def _speaks_of_another(chart: Chart, cue: Mention, anchor: Mention) -> bool:
    """Whether a plan behind a noun is of something else: "after talks with X he said that Serbia will open …"."""
    if not cue.classes & {"fact.plan", "fact.consider"} or chart.pack.order == "sov" or not chart.pack.spaced:
        return False
    said = any(anchor.end <= one.start < cue.start for one in chart.cues("fact.said"))
    own = [one for one in chart.cues(*_OTHER_DEEDS) if 0 <= one.start - cue.end <= _NEXT_VERB]
    return bool(own) and (said or any(anchor.end <= one.start < cue.start for one in (*chart.parties, *chart.actors)))


def _accepted(chart: Chart, cue: Mention) -> bool:
    """Whether an invitation is only why somebody comes: who gave it stands before it as an agent ("应X总统邀请")."""
    hosts = (*chart.actors, *chart.parties, *chart.kind("organization"))
    return any(0 <= cue.start - one.end <= _BESIDE and accepted_from(chart, one) for one in hosts)


def accepted_from(chart: Chart, one: Mention) -> bool:
    """Whether somebody is named only as one who invited: between an agent's marker and the word for inviting.

    "应X总统邀请": also the second of two hosts, "應A外長及B外長邀請".
    """
    if chart.pack.order == "sov":  # "Назарбаевтың | шақыруымен", "Erdoğan'ın | davetlisi olarak"
        return any(0 < cue.start - one.end <= _SUFFIXED for cue in chart.cues("mark.invited"))
    if chart.pack.spaced:
        gaps = [chart.text[cue.end : one.start] for cue in chart.cues("mark.invited") if cue.end <= one.start]
        led = any(len(gap) <= _NEXT_VERB and all(_leads_to_name(chart, word) for word in gap.split()) for gap in gaps)
        return led or chart.near_cue(one, "mark.invited", _BESIDE)
    start, end = chart.clause(one.start)
    asked = [cue for cue in chart.within(chart.cues("fact.request"), one.end, end) if cue.start - one.end <= _BESIDE]
    named = (*chart.parties, *chart.actors, *chart.kind("organization"))
    agents = [other for other in named if start <= other.start <= one.start and other.role == "by"]
    return one.role == "by" and bool(asked) if not agents else bool(_asked_behind(chart, one, end))


def _leads_to_name(chart: Chart, word: str) -> bool:
    """Whether a word may stand between a marker and the name it leads to: an article, "frisch gewählten"."""
    small = chart.pack.inverts and word.islower() and word not in chart.pack.before
    return word.lower() in chart.pack.skip or small


def _asked_behind(chart: Chart, one: Mention, end: int) -> bool:
    """Whether the word for inviting follows before any verb of going does."""
    asked = chart.within(chart.cues("fact.request"), one.end, end)
    going = [cue for cue in chart.within(chart.cues("verb"), one.end, end) if not cue.classes <= LIGHT]
    return bool(asked) and all(cue.start >= asked[0].start for cue in going)
