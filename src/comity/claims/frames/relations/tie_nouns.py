"""Which relations a verb is said of: the noun that belongs to it, between states."""

from __future__ import annotations

from comity.claims.clauses.inner import of_something_else
from comity.claims.clauses.relative import leads
from comity.claims.context.discourse import Discourse
from comity.claims.factuality.spoken import only_spoken_of
from comity.claims.frames.relations.meant import of_a_mission
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import CLAUSE_COMMAS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import left_words

EVENTS = {
    "verb.establish": "established",
    "verb.sever": "severed",
    "verb.suspend": "suspended",
    "verb.restore": "restored",
    "verb.upgrade": "upgraded",
    "verb.downgrade": "downgraded",
}
"""What each class of verb does to relations."""
_OF_BODIES = 12  # "les relations entre l'Église de Suède et …"
_REACH = 220
_BESIDE = 12
_AFTER = 24
_RIGHT_BEHIND = 2
_LOCATIVE = 3


def noun_of_ties(chart: Chart, discourse: Discourse, verb: Mention) -> Mention | None:
    """The relations a verb is about: said with it, or within reach in its clause or its sentence."""
    nouns = [one for one in chart.cues("noun.relations", "noun.bare_relations") if between_states(chart, one)]
    for noun in nouns:
        if noun.start == verb.start:
            return noun
    if "verb.establish" in verb.classes and not chart.has("noun.relations"):
        nouns = nouns if chart.parties or discourse.the_pair() is not None else []
    if "verb.establish" in verb.classes and chart.pack.order == "sov":
        nouns = [noun for noun in nouns if not _only_where(chart, noun)]
    ranked = bool(verb.classes & {"verb.upgrade", "verb.downgrade"})
    nouns = [noun for noun in nouns if ranked or not of_something_else(chart, verb, noun)]
    if _raises_a_figure(chart, verb) or _said_of_a_time(chart, verb):
        return None
    near = chart.nearest(verb, _led_to(chart, verb, nouns) or nouns, limit=_REACH)
    if near is not None and "noun.relations" not in near.classes and _made_elsewhere(chart, verb):
        return None
    if near is not None and (_of_another(chart, verb, near) or of_a_mission(chart, verb, near)):
        return None
    if near is not None and (_said_of_talk(chart, verb, near) or _of_its_subject(chart, verb, near)):
        return None
    if near is None and "verb.establish" not in verb.classes and nouns:
        far = min(nouns, key=lambda noun: noun.distance(verb))
        return None if of_a_mission(chart, verb, far) and (not chart.pack.spaced or chart.pack.order == "vso") else far
    return near


def _only_where(chart: Chart, noun: Mention) -> bool:
    """Whether relations are but where something began, by their ending: "ilişkiler | inde | yeni bir dönem başladı"."""
    endings = tuple(key[1:] for key, role in chart.pack.after.items() if role == "in" and key[0] in "'-")
    word = chart.text[noun.start : noun.end].lower()
    return word.endswith(tuple(one for one in endings if len(one) <= _LOCATIVE))


def _said_of_a_time(chart: Chart, verb: Mention) -> bool:
    """Whether a deed without a day only says when another was, verbs last: "kurulmasının | ardından | 1964'te …"."""
    if chart.pack.order != "sov" or not chart.pack.nominals:
        return False
    start, _ = chart.clause(verb.start)
    dated = any(start <= one.start < verb.start for one in chart.dates)
    after = [one for one in chart.cues("mark.after_verb") if 0 <= one.start - verb.end <= _AFTER]
    counted = [one for one in chart.dates if one.date is not None and one.date.kind == "relative"]
    behind = any(0 <= one.start - verb.end <= _RIGHT_BEHIND for one in counted)
    return not dated and (behind or any("," not in chart.between(verb, one) for one in after))


def _said_of_talk(chart: Chart, verb: Mention, noun: Mention) -> bool:
    """Whether a verb tells of talks on relations being made: "kurulmasına ilişkin müzakereler 1957'de | başladı"."""
    between = [one for one in chart.cues(*EVENTS) if noun.end <= one.start < verb.start]
    return any(only_spoken_of(chart, one) for one in between)


def _of_its_subject(chart: Chart, verb: Mention, noun: Mention) -> bool:
    """Whether a passive before a comma is said of what leads it: "flights | were established |, which helped ties"."""
    before = next((word.lower() for _, word in left_words(chart.text, verb.start, 1)), "")
    first = chart.text[verb.start : verb.end].lower().split()[0]
    passive = leads(chart.pack) and bool({before, first} & set(chart.pack.auxiliaries))
    behind = verb.end <= noun.start and "noun.relations" not in noun.classes
    return passive and behind and has_any(chart.between(verb, noun), CLAUSE_COMMAS)


def _raises_a_figure(chart: Chart, verb: Mention) -> bool:
    """Whether what is raised is a figure right behind the verb: «ورفع | التبادل التجاري | إلى 274 مليونا»."""
    moved = verb.classes & {"verb.upgrade", "verb.downgrade"}
    behind = chart.cues("indicator.trade-turnover", "indicator.exports", "indicator.imports")
    held = {one.start for one in chart.cues("noun.relations", "noun.bare_relations")}
    return bool(moved) and any(0 <= one.start - verb.end <= _BESIDE and one.start not in held for one in behind)


def _led_to(chart: Chart, verb: Mention, nouns: list[Mention]) -> list[Mention]:
    """The relations before a verb that leads on to the next, verbs last: "A'yla | ilişkileri | kesip B'yle …"."""
    on = chart.pack.order == "sov" and chart.text[verb.start : verb.end].lower().endswith(chart.pack.converbs)
    before = [one for one in nouns if on and one.end <= verb.start]
    return [one for one in before if not chart.within(chart.cues(*EVENTS), one.end, verb.start)]


def _made_elsewhere(chart: Chart, verb: Mention) -> bool:
    """Whether another clause tells when relations were made: "ilişkiler başladı; | diplomatik ilişkiler … kuruldu"."""
    own = chart.clause(verb.start)
    made = [one for one in chart.cues("verb.establish") if chart.clause(one.start) != own]
    said = {chart.clause(one.start) for one in chart.cues("noun.relations")} - {own}
    return "verb.establish" in verb.classes and any(chart.clause(one.start) in said for one in made)


def between_states(chart: Chart, noun: Mention) -> bool:
    """Whether relations are those between states: not of trade, of twin towns, or of two universities.

    "Trade relations were established in 1957", "the two cities established relations" are none.
    """
    if "noun.relations" in noun.classes:
        return "fact.ever" not in noun.classes  # "the Vienna Convention on Diplomatic Relations"
    beside = any(not chart.between(one, noun).strip(" -") for one in chart.cues("noun.sector"))
    start, end = chart.clause(noun.start)
    owned = chart.within(chart.cues("noun.institution"), noun.end, noun.end + _OF_BODIES)
    return not beside and not owned and not chart.within(chart.cues("noun.not_states"), start, end)


def _of_another(chart: Chart, verb: Mention, noun: Mention) -> bool:
    """Whether a later verb behind a comma takes the noun: "broke a silence of years, establishing | relations".

    Also where the noun is itself a verb of another clause: "restablecimiento; | rotas el 28 de abril de 1960".
    """
    own = chart.within((*chart.parties, *chart.dates), *chart.clause(verb.start))
    if set(EVENTS) & noun.classes and ";" in chart.between(verb, noun) and not own:
        return True
    return chart.pack.order == "svo" and any(
        verb.end <= other.start < noun.start and has_any(chart.text[verb.end : other.start], CLAUSE_COMMAS)
        for other in chart.cues(*EVENTS)
        if not other.classes & verb.classes
    )


def own_levels(chart: Chart, verb: Mention, label: str) -> list[Mention]:
    """The words for a level that are a verb's own, where another verb of relations may stand nearer to them.

    "Die Beziehungen, 1977 | aufgenommen |, wurden 1985 auf Botschafterebene gehoben": said of what was raised alone.
    """
    told = chart.cues(label)
    if not chart.pack.inverts:
        return told
    return [one for one in told if chart.nearest(one, chart.cues(*EVENTS)) in (verb, None)]
