"""What a verb that is not the last one shares with the next, where verbs come last: "kurarak … inşa edecek"."""

from __future__ import annotations

from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import CLAUSE_COMMAS
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.verbal_nouns import is_verbal_noun
from comity.claims.sentences.words import left_words

_CLOSING = 3
_BESIDE, _ORDERED = 3, 110
_RECEIVING = frozenset({"verb.receive", "verb.meet"})
_TRADE = frozenset({"indicator.trade-turnover", "indicator.exports", "indicator.imports"})


def takes_next(chart: Chart, cue: Mention, anchor: Mention) -> bool:
    """Whether a word that may mean something else, too, has the infinitive of what is meant right behind it.

    Or the credentials that somebody will take: «примет | верительные грамоты».
    """
    if "verb.credentials" in anchor.classes and cue.classes & _RECEIVING:
        return 0 < anchor.start - cue.end <= _BESIDE
    first = chart.text[anchor.start : anchor.end].lower().split()[:1]
    return 0 < anchor.start - cue.end <= _BESIDE and bool(first) and first[0] in chart.pack.infinitives


def asked_about(chart: Chart, anchor: Mention) -> bool:
    """Whether a verbal noun leads its clause behind an "about": «| об открытии | консульства просили в 2018 году».

    Whose it is, may stand between: «про | його | відкриття».
    """
    if not chart.pack.cases or chart.pack.order != "svo" or not is_verbal_noun(chart, anchor):
        return False
    words = [word.lower() for _, word in left_words(chart.text, anchor.start, 2)]
    led = words[1:] if words and words[0] in {word for word, _, _ in chart.pack.cues.get("deixis.him", ())} else words
    return bool(led) and led[0] in chart.pack.about


def told_as_done(chart: Chart, cue: Mention, anchor: Mention) -> bool:
    """Whether a participle tells what was so, where verbs come last: "1958'de sona eren | görevi … söz edeceğiz"."""
    word = chart.text[anchor.start : anchor.end].lower()
    done = chart.pack.order == "sov" and word.endswith(chart.pack.participles)
    return bool(chart.pack.participles) and done and bool(cue.classes & {"fact.plan", "fact.consider", "fact.request"})


def ordered(chart: Chart, cue: Mention, anchor: Mention) -> bool:
    """Whether an infinitive tells what somebody far before it was asked to do: "ordered the embassy | to close"."""
    first = chart.text[anchor.start : anchor.end].lower().split()[:1]
    asked = "fact.request" in cue.classes and bool(first) and first[0] in chart.pack.infinitives
    return asked and 0 < anchor.start - cue.end <= _ORDERED


def _awaits_signing(chart: Chart, anchor: Mention) -> bool:
    """Whether what a text is to do is still to be signed: «соглашение об установлении … | готовится к подписанию»."""
    if "verb.sign" in anchor.classes or not chart.pack.verbal_nouns or not is_verbal_noun(chart, anchor):
        return False
    _, end = chart.clause(anchor.start)
    return bool(chart.within(chart.cues("fact.pending"), anchor.end, end))


def is_target(chart: Chart, anchor: Mention) -> bool:
    """Whether a figure of trade that is striven for is a target: "争取 | 双边贸易额 | 达到40亿欧元"."""
    return not chart.pack.spaced and bool(anchor.classes & _TRADE)


def awaits_plan(chart: Chart, cue: Mention, anchor: Mention) -> bool:
    """Whether a wish is for what is to come anyway, which is planned then: "期待 | 即将 | 进行的访问"."""
    return not chart.pack.spaced and bool(chart.within(chart.cues("fact.plan"), cue.end, anchor.start))


def leads_to_plan(chart: Chart, anchor: Mention) -> bool:
    """Whether what is told is still to come, as the verb says that it leads on to: "ilişki | kurarak … geliştirecek".

    So is a verbal noun of a list ("елшілігін | ашу, … ашу туралы шешім"), and credentials where who presents them is
    still to be received. Refuses a verb that is finite itself.
    """
    if not chart.pack.spaced:
        return _plan_goes_on(chart, anchor)
    if chart.pack.order != "sov":
        return _awaits_signing(chart, anchor)
    end = chart.clause(anchor.start)[1]
    behind = chart.within(chart.cues("verb"), anchor.end, end)
    word = chart.text[anchor.start : anchor.end].lower()
    if not behind:
        return _left_to_next(chart, anchor, end)
    if chart.pack.converbs and word.endswith(chart.pack.converbs):
        return "fact.plan" in behind[0].classes
    if is_verbal_noun(chart, anchor):
        return _listed(chart, anchor, end)
    last = behind[-1].classes
    return "verb.credentials" in anchor.classes and "fact.plan" in last and bool(last & _RECEIVING)


def _plan_goes_on(chart: Chart, anchor: Mention) -> bool:
    """Whether the clause before is planned and this one goes on with it: "将举行仪式，| 向拉赫蒙颁授勋章".

    Refuses a clause with somebody who does it, a day or a word of what is so of its own.
    """
    start, end = chart.clause(anchor.start)
    low, high = chart.clause(max(0, start - 1))
    if high != start or not start or chart.text[start - 1] not in CLAUSE_COMMAS:
        return False
    doers = [one for one in (*chart.parties, *chart.actors) if one.role == ""]
    own = chart.within([*doers, *chart.dates, *chart.cues("fact")], start, end)
    told = [one for one in chart.within(chart.cues("fact.plan"), low, high) if "mark.done" not in one.classes]
    done = chart.within(chart.cues("fact.cancel", "fact.postpone", "fact.request"), low, high)
    return bool(told) and not own and not done


def _listed(chart: Chart, anchor: Mention, end: int) -> bool:
    """Whether a verbal noun stands in a list of such, of all of which a plan behind them is told."""
    rest = chart.text[anchor.end : end].lstrip()
    first = rest.split(maxsplit=1)[0].lower() if rest else ""
    if not (rest.startswith(",") or first in chart.pack.joiners):
        return False
    plan = next((one for one in chart.cues("fact.plan") if anchor.end <= one.start < end), None)
    between = chart.within(chart.cues("verb"), anchor.end, plan.start) if plan is not None else []
    return plan is not None and all(is_verbal_noun(chart, one) for one in between)


def _left_to_next(chart: Chart, anchor: Mention, end: int) -> bool:
    """Whether a clause leaves its verb to the next, which tells a plan: "биыл 3 млрд долларға, ал … көздеп отыр"."""
    if not chart.text[:end].rstrip().endswith(",") or end >= len(chart.text):
        return False
    low, high = chart.clause(end)
    own = chart.within(chart.cues("verb", "fact.plan"), *chart.clause(anchor.start))
    told = chart.within(chart.cues("verb", "fact.plan"), low, high)
    return not own and bool(told) and "fact.plan" in told[-1].classes


def is_aim(chart: Chart, anchor: Mention) -> bool:
    """Whether a deed is but what something else is for: "görüşmesi | için temsilci belirleyecek"."""
    return chart.pack.order == "sov" and any(0 <= cue.start - anchor.end <= 1 for cue in chart.cues("mark.aim"))


def denies_next(chart: Chart, negation: Mention, anchor: Mention) -> bool:
    """Whether a denial behind a verb that is told as done is the next verb's: "imzalanmış olup henüz | girmemiştir".

    Verbs come last; refuses a denial right behind the verb ("açılmış | değil").
    """
    if chart.pack.order != "sov" or not chart.pack.finites or negation.start <= anchor.end:
        return False
    word = chart.text[anchor.start : anchor.end].lower()
    told = word.endswith((*chart.pack.finites, *chart.pack.converbs))
    return told and bool(chart.text[anchor.end : negation.start].strip())


def none_of_it(chart: Chart, negation: Mention, anchor: Mention) -> bool:
    """Whether a "no" leads the noun right before a verb that closes: "noch | keine | Beziehungen aufgenommen"."""
    nouns = [one for one in chart.cues("noun", "mission", "agreement") if negation.end <= one.start < anchor.start]
    if not chart.pack.inverts or not nouns or not 0 < anchor.start - nouns[-1].end <= _CLOSING:
        return False
    return chart.text[negation.end : nouns[0].start].islower() or nouns[0].start - negation.end == 1


def none_of_another(chart: Chart, noun: Mention) -> bool:
    """Whether a "no" leads another mission before this one: "hat | keine Botschaft |, die in Rom ist zuständig".

    Refuses missions that are only listed, none of which is there: "no embassy or consulate".
    """
    before = [one for one in chart.cues("fact.not") if one.end <= noun.start] if chart.pack.inverts else []
    nouns = [one for one in chart.cues("mission", "noun.mission") if before and before[-1].end <= one.start]
    if not nouns or nouns[0].start >= noun.start:
        return False
    led = chart.text[before[-1].end : nouns[0].start]
    named = [one for one in chart.kind("party", "city") if nouns[0].end <= one.start and one.end <= noun.start]
    apart = "," in chart.text[nouns[0].end : noun.start] or bool(named)
    return apart and (not led.strip() or led.islower())
