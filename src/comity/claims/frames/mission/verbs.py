"""Which verb tells what is with a mission: what became of it, else that it is there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.claims.clauses.inner import object_of, of_something_else, takes_relations, told_inside
from comity.claims.context.discourse import Discourse
from comity.claims.days.date_owners import events
from comity.claims.days.stretch import stretch
from comity.claims.factuality.negation import negated
from comity.claims.frames.mission.anew import has_its_own, over_with
from comity.claims.frames.mission.doings import does_itself
from comity.claims.frames.mission.joined import of_the_first
from comity.claims.frames.mission.only_named import helps_another, only_named, raises_another
from comity.claims.frames.sides.owners import owner_of
from comity.claims.frames.times.attach import cost
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.verbal_nouns import is_verbal_noun
from comity.claims.sentences.words import left_words, role_before, takes_object

HAPPENING = ("verb.close", "verb.move", "verb.raise", "verb.lower", "verb.open")
TELLING = (*HAPPENING, "verb.have", "verb.follow")
_OWNED = 5
_VERB_REACH = 300
_FOLLOWS = 3
_HELD = 12
_TAKES = 2
_GENITIVE = 3  # letters of an ending that is nothing but a genitive: "nun", "нің"
_ARTICLED = 24
_PARTED = re.compile(r"\s+|(?<=['’])")
_OVER = frozenset({"verb.close", "verb.move", "verb.raise", "verb.lower"})


def held_besides(chart: Chart, noun: Mention, told: Sequence[Mention]) -> list[Mention]:
    """The verb that says a mission is there, what became of it told behind a comma: "maintains a consulate, opened in".

    Refuses one that was closed, and a verb before which nobody stands who has it.
    """
    if chart.pack.order != "svo" or not chart.pack.spaced or {label for verb in told for label in verb.classes} & _OVER:
        return []
    behind = bool(told) and all("," in chart.text[noun.end : verb.start] for verb in told)
    start, _ = chart.clause(noun.start)
    having = [verb for verb in chart.cues("verb.have") if start <= verb.start and 0 < noun.start - verb.end <= _HELD]
    owned = [one for one in chart.parties if having and start <= one.start and 0 < having[0].start - one.end <= _HELD]
    return having[:1] if behind and owned else []


def followed(chart: Chart, noun: Mention) -> list[Mention]:
    """The verb that says that a mission came after another just opened: "…, and consulates | followed | at Smyrna"."""
    opened = [one for one in chart.cues("verb.open") if one.end <= noun.start]
    if chart.pack.order == "vso":
        return opened[-1:] if _goes_on_from_a_day(chart, noun) else []
    if chart.pack.order != "svo" or not chart.pack.spaced or not opened:
        return []
    cities = [one.end for one in chart.kind("city") if noun.end < one.start]
    ends = [noun.end, *cities[:1]]
    return [
        verb
        for verb in chart.cues("verb.follow")
        if any(0 < verb.start - end <= _FOLLOWS and "," not in chart.text[end : verb.start] for end in ends)
        and not any(verb.end <= one.start <= verb.end + _FOLLOWS for one in chart.parties)
        and not verb.classes & {"verb.have", "verb.open"}
    ][:1]


def _goes_on_from_a_day(chart: Chart, noun: Mention) -> bool:
    """Whether a joiner alone parts a day from a mission with a day of its own: «سفارة عام 1972 | و | قنصلية»."""
    before = any(chart.text[day.end : noun.start].strip() in chart.pack.joiners for day in chart.dates)
    return before and any(day.start > noun.end for day in chart.dates)


def only_seated(chart: Chart, noun: Mention) -> bool:
    """Whether its clause only says whom a mission covers: «…; црногорске послове | покрива | амбасада у Паризу»."""
    start, end = chart.clause(noun.start)
    acting = chart.within(chart.cues("verb.accredit", "verb.represent"), start, end)
    own = chart.within(chart.cues(*TELLING), start, end)
    apart = any(one.end <= start for one in chart.cues("mission"))
    return apart and bool(acting) and not own and not chart.has("mission.interests-section")


def stands_above(chart: Chart, noun: Mention) -> bool:
    """Whether a mission only has a say over the one told of: "a consulate was opened, placed under | the embassy in".

    Nothing but a marker and its article stand between.
    """
    pack = chart.pack
    plain = pack.order == "svo" and pack.spaced and not pack.cases and not pack.inverts
    role, begin = role_before(chart.text, noun.start, pack)
    if (
        plain and role == "by"
    ):  # "un buste offert | par l'ambassade": an agent, unless somebody is represented or joined by it
        start, _ = chart.clause(noun.start)
        kinds = ("verb.have", "verb.represent", "verb.accredit", "verb.join")
        acting = [one for one in chart.cues(*kinds) if start <= one.start <= begin]
        return not any(not chart.within(chart.cues("verb"), one.end, begin) for one in acting)
    gaps = (chart.text[cue.end : noun.start] for cue in chart.cues("mark.under") if cue.end <= noun.start)
    near = (gap for gap in gaps if len(gap) <= _ARTICLED)
    return any(all(word in pack.skip or word in pack.before for word in _words(gap)) for gap in near)


def _words(gap: str) -> list[str]:
    """The words of a gap, an apostrophe ending one."""
    return [word for word in _PARTED.split(gap.lower()) if word]


def _goes_into(chart: Chart, noun: Mention, verb: Mention) -> bool:
    """Whether a mission is but where something else moves: "the services were moved | to the embassy in Ankara"."""
    plain = chart.pack.order == "svo" and chart.pack.spaced and not chart.pack.cases
    if not plain or "verb.move" not in verb.classes or noun.start < verb.end:
        return False
    return role_before(chart.text, noun.start, chart.pack)[0] in ("in", "to")


def standing(verb: Mention) -> bool:
    """Whether a verb says that a mission is there, though it sounds like its opening: "has been open since 2007"."""
    return "verb.have" in verb.classes and verb.kind_in("verb") != "close" and "verb.open" in verb.classes


def _only_open(chart: Chart, noun: Mention, verb: Mention) -> bool:
    """Whether a word that may be a verb only says how a mission before it is kept: "kept the legation | open"."""
    led = any(0 <= verb.start - one.end <= 1 for one in chart.cues("fact"))
    plain = "fact.adjective" in verb.classes and "verb.have" not in verb.classes
    return plain and noun.end <= verb.start and not led


def says_of(chart: Chart, noun: Mention, verb: Mention, nouns: Sequence[Mention]) -> bool:
    """Whether a verb tells what became of this mission, or of the rank it was raised from or to."""
    if does_itself(chart, noun, verb):
        return False
    if _before_another(chart, noun, verb) or _only_open(chart, noun, verb) or _goes_into(chart, noun, verb):
        return False
    if raises_another(chart, noun, verb) or of_what_follows(chart, noun, verb) or takes_relations(chart, verb, noun):
        return False
    if has_its_own(chart, noun, verb):
        return False
    if _noun_of(chart, verb, nouns) is noun and not _told_apart(chart, noun, verb) and not _kept(chart, noun, verb):
        return True
    return bool(verb.classes & {"verb.raise", "verb.lower"}) and len(nouns) == 2


def _before_another(chart: Chart, noun: Mention, verb: Mention) -> bool:
    """Whether a verb is a participle before another mission: "durch eine 1987 | eröffnete | Botschaft und …"."""
    if _describes_another(chart, noun, verb):
        return True
    span = chart.attribute(verb.start)
    behind = [one for one in chart.cues("mission") if span is not None and one.start >= span[1]]
    return bool(behind) and behind[0] is not noun


def _describes_another(chart: Chart, noun: Mention, verb: Mention) -> bool:
    """Whether a participle where verbs come last has its own mission behind it: "büyükelçilik, 1962'de | açılan | …".

    Refuses one behind which somebody is named whose mission it is: "büyükelçiliği 1990'da | açılan | Kenya'nın …".
    """
    told = chart.pack.order == "sov" and chart.text[verb.start : verb.end].lower().endswith(chart.pack.participles)
    behind = next((one for one in chart.cues("mission") if told and one.start >= verb.end), None)
    if behind is None or noun.end > verb.start:
        return False
    gap = chart.text[verb.end : behind.start]
    named = [one for one in chart.mentions if verb.end <= one.start < behind.start and one.role]
    return len(gap) <= _ARTICLED and not set(gap) & set(",;:.") and not named


def _kept(chart: Chart, noun: Mention, verb: Mention) -> bool:
    """Whether a verb takes the mission, and one coupled behind takes something else: "kept it and | set up | a"."""
    held = [one for one in chart.cues("verb.have", *HAPPENING) if one.end <= noun.start]
    if verb.start < noun.end or not any(object_of(chart, one, noun) for one in held):
        return False
    before = chart.text[noun.end : verb.start].lower().split()[-2:]
    behind = chart.text[verb.end :].lstrip(" “\"‘'")
    first = behind.split(maxsplit=1)[:1]
    dated = any(0 <= one.start - verb.end <= 1 for one in chart.dates)
    small = (*chart.pack.before, *chart.pack.light)
    taken = bool(first) and first[0][:1].isalpha() and first[0].lower() not in small
    again = any(0 <= one.start - verb.end <= 1 for one in chart.cues("deixis"))  # "and reopened | it"
    return any(word in chart.pack.joiners for word in before) and taken and not dated and not again


def _told_apart(chart: Chart, noun: Mention, verb: Mention) -> bool:
    """Whether a semicolon divides the verb from the noun, and the noun has a verb of its own on its side.

    Where verbs come last, a comma right behind the verb does so, too: "… B'de açtı, | C Büyükelçiliği … çalışıyor".
    """
    if chart.pack.order == "sov" and verb.end <= noun.start and chart.text[verb.end : verb.end + 1] == ",":
        return any(one.start >= noun.end for one in chart.cues(*TELLING)) and owner_of(chart, noun) is not None
    if (
        _of_another(chart, noun, verb)
        or of_the_first(chart, noun, verb)
        or told_inside(chart, noun, verb)
        or of_something_else(chart, verb, noun)
    ):
        return True
    if noun.form == "one" and verb.end <= noun.start and ":" in chart.between(verb, noun):
        return True  # "nuestra embajada abrió en 2021: es la única, junto con | las de Brasil y Argentina"
    if not any(mark in chart.between(noun, verb) for mark in ";；"):
        return False
    start, end = chart.clause(noun.start)
    return bool(chart.within(chart.cues(*TELLING), start, end))


def _led_on(chart: Chart, noun: Mention, verb: Mention) -> bool:
    """Whether a verb that leads on to the next has its mission before it: "1985'te | kapatarak temsilciliğini …"."""
    word = chart.text[verb.start : verb.end].lower()
    parted = chart.text[verb.end : verb.end + 1] == ","
    on = bool(chart.pack.converbs) and (parted or word.endswith(chart.pack.converbs)) and verb.end <= noun.start
    return on and any(one.end <= verb.start for one in chart.cues("mission"))


def _of_another(chart: Chart, noun: Mention, verb: Mention) -> bool:
    """Whether a verb before a comma is another's, the noun behind it having one: "when it was moved, | the legation".

    The noun's own stands right behind it. Said only of languages whose objects follow their verb.
    """
    if chart.pack.order != "svo" or chart.pack.inverts or verb.end > noun.start or "," not in chart.between(noun, verb):
        return False
    if _leads_to(chart, noun, verb):
        return False
    _, end = stretch(chart, noun.start)
    return bool(chart.within(chart.cues(*HAPPENING), noun.end, end))


def _leads_to(chart: Chart, noun: Mention, verb: Mention) -> bool:
    """Whether a participle opens the sentence and leads to its mission: "Fermée en 1990, | l'ambassade | a rouvert".

    Nothing but a day and a comma, an article and a marker stand between.
    """
    days = [one for one in chart.dates if verb.end <= one.start and one.end <= noun.start]
    gap = chart.text[days[-1].end if days else verb.end : noun.start]
    words = _words(gap.rpartition(",")[2])
    plain = all(word in chart.pack.skip or word in chart.pack.before for word in words)
    others = chart.within([*chart.cues("verb"), *chart.parties, *chart.actors], verb.end, noun.start)
    told = not others and gap.count(",") == 1 and plain and len(days) <= 1
    return not chart.text[: verb.start].strip() and told


def _noun_of(chart: Chart, verb: Mention, nouns: Sequence[Mention]) -> Mention | None:
    """The mission noun that a verb is cheapest to reach from."""
    verbs = events(chart)
    ranks = [noun for noun in nouns if noun.start != verb.start and noun.classes & {"verb.raise", "verb.lower"}]
    own = [noun for noun in nouns if noun not in ranks and not _led_on(chart, noun, verb)]
    near = [(cost(chart, verb, noun, verbs), noun) for noun in own]
    best = min(near, key=lambda pair: pair[0], default=None)
    return best[1] if best is not None and best[0] <= _VERB_REACH else None


def verbless(chart: Chart, discourse: Discourse, noun: Mention) -> bool:
    """Whether a note has no verb or pronoun; of one on nobody but its row's two, the part that a mission stands in."""
    strange = {party for one in chart.parties for party in one.ids} - set(discourse.row or ())
    told = chart.cues("verb", "deixis")
    told = told if strange else chart.within(told, *chart.clause(noun.start))
    return all("mark.before_verb" in one.classes and not strange for one in told)


def verb_of(chart: Chart, noun: Mention, climbing: Sequence[Mention]) -> Mention | None:
    """The verb that says what is with the mission: the cheapest to reach of those that can."""
    verbs = events(chart)
    best: tuple[int, Mention] | None = None
    for verb in chart.cues(*HAPPENING, "verb.have"):
        if _before_another(chart, noun, verb) or does_itself(chart, noun, verb):
            continue
        if verb in climbing or _led_on(chart, noun, verb) or takes_relations(chart, verb, noun):
            continue
        if "verb.have" in verb.classes and _owns(chart, noun):
            continue
        if verb.start == noun.start:
            return verb
        helps = chart.nearest(verb, chart.cues("verb.establish"), limit=1)
        kept = "verb.have" in verb.classes and not noun.form and helps is None
        if any(mark in chart.between(noun, verb) for mark in ";；") and not kept:
            continue
        if _told_before_colon(chart, noun, verb) or _not_said_of(chart, noun, verb):
            continue
        if only_named(chart, noun, verb) or helps_another(chart, verb):
            continue
        if "verb.have" in verb.classes and object_of(chart, verb, noun):
            return verb
        if "?" in chart.between(noun, verb):  # a question says nothing of what its answer names
            continue
        price = cost(chart, noun, verb, verbs)
        if price <= _VERB_REACH and (best is None or price < best[0]):
            best = (price, verb)
    return best[1] if best else None


def _owns(chart: Chart, noun: Mention) -> bool:
    """Whether a mission only says whose something is: "zwei Diplomaten der russischen | Botschaft | haben …"."""
    words = [word for _, word in left_words(chart.text, noun.start, _OWNED)]
    while words and words[0].islower() and words[0] not in chart.pack.genitives:
        words = words[1:]
    led = len(words) > 1 and words[0] in chart.pack.genitives
    return led and words[1][:1].isupper() and words[1].lower() not in chart.pack.not_names


def _only_owns(chart: Chart, noun: Mention, verb: Mention) -> bool:
    """Whether a mission is but what something is of, by its case: "eski | konsolosluğunun | önünde kediler var"."""
    endings = tuple(key.lstrip("'-") for key, role in chart.pack.after.items() if role == "of" and key[:1] in "'-")
    owned = tuple(one for one in endings if len(one) >= _GENITIVE)
    there = chart.pack.order == "sov" and "verb.have" in verb.classes and bool(owned) and noun.end <= verb.start
    besides = chart.within(chart.cues("mission"), noun.end, verb.start)  # "büyükelçiliğinin | yanında bir konsolosluğa"
    return there and not besides and chart.text[noun.start : noun.end].lower().endswith(owned)


def _not_said_of(chart: Chart, noun: Mention, verb: Mention) -> bool:
    """Whether a verb is said of something else: in a clause within the clause, or as what the mission has or does.

    "the embassy in A | had | the visit of its minister".
    """
    if told_inside(chart, noun, verb) or of_something_else(chart, verb, noun) or over_with(chart, noun, verb):
        return True
    if has_its_own(chart, noun, verb):
        return True
    if _only_open(chart, noun, verb) or _goes_into(chart, noun, verb) or raises_another(chart, noun, verb):
        return True
    if of_what_follows(chart, noun, verb) or _in_its_when(chart, noun, verb) or _only_owns(chart, noun, verb):
        return True
    pack = chart.pack
    plain = pack.order == "svo" and pack.spaced and not pack.inverts and not pack.postposes
    held = plain and {"verb.have", "verb.maintain"} <= verb.classes
    taken = [(one.start, one.end) for one in (*chart.cues("verb", "fact"), *chart.dates) if one is not verb]
    return held and noun.end <= verb.start and takes_object(chart.text, verb.end, pack, taken)


def _in_its_when(chart: Chart, noun: Mention, verb: Mention) -> bool:
    """Whether a mission stands in the clause that only says when: «не имеют с мая, | когда посольство …»."""
    whens = [one for one in chart.cues("mark.when") if verb.end <= one.start and one.end <= noun.start]
    plain = bool(chart.pack.cases) and chart.pack.order == "svo"
    return plain and any(chart.text[: one.start].rstrip().endswith(",") for one in whens)


def of_what_follows(chart: Chart, noun: Mention, verb: Mention) -> bool:
    """Whether a verbal noun behind a mission owns what follows: «у посольства состоится открытие | памятника»."""
    if not is_verbal_noun(chart, verb) or verb.start < noun.end:
        return False
    return any(0 < one.start - verb.end <= _TAKES for one in chart.cues("landmark", "body", "agreement", "noun"))


def _told_before_colon(chart: Chart, noun: Mention, verb: Mention) -> bool:
    """Whether a colon parts a noun from a denial before it that has a noun of its own: "have no embassies: its … "."""
    before = [one for one in chart.cues("mission") if one.end <= noun.start]
    parted = verb.end <= noun.start and bool(before) and ":" in chart.between(verb, noun)
    return parted and (noun.form == "one" or negated(chart, [verb]))
