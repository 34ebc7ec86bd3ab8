"""What is recognised without being a state, and who recognises whom where a noun tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.claims.context.discourse import Found
from comity.claims.days.stretch import stretch
from comity.claims.frames.sides.of_anchor import found
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.verbal_nouns import is_verbal_noun

_SAID_AS = 60
_OWNED = 8
_FULL_NAME = re.compile(r"\b([^\W\d_a-zа-яёіїєґђјљњћџčćšžđ][^\W\d_]+ [^\W\d_a-zа-яёіїєґђјљњћџčćšžđ][^\W\d_]+) $")
_RIGHT = range(4)
_COUNTED = 40
_HE_REACH = 20
_SHORT = 4
_WORDS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"\W*([^\W\d_]+)")


def in_a_capacity(chart: Chart, verb: Mention) -> bool:
    """Whether a state is recognised only as something: "recognised China | as a market economy"."""
    _, end = chart.clause(verb.start)
    told = chart.within(chart.cues("noun.capacity"), verb.end, end)
    return bool(told) and told[0].start - verb.end <= _SAID_AS


def sides_of_noun(chart: Chart, verb: Mention) -> tuple[Found, Found] | None:
    """Who recognises whom by a noun: "el reconocimiento de España a Kosovo", "el reconocimiento chileno de Palestina".

    None for a verb, and where the noun has but one of them behind it.
    """
    _, end = chart.clause(verb.start)
    if "noun.recognising" not in verb.classes or chart.pack.adjectives != "after":
        return None
    behind = chart.within(chart.parties, verb.start + 1, end)
    if len(behind) < 2 or behind[0].start - verb.end > _OWNED or behind[0].group == behind[1].group >= 0:
        return None
    doer = behind[0].form == "adjective" or behind[0].role == "of"
    taken = behind[1].role in ("object", "to") or (behind[0].form == "adjective" and behind[1].role == "of")
    if not doer or not taken or behind[1].ids == behind[0].ids:
        return None
    return found(behind[:1]), found(chart.group_of(behind[1]))


def somebody_else(chart: Chart, verb: Mention, objects: tuple[str, ...]) -> bool:
    """Whether states that only own something lead up to a verb without a doer: "X's case is like Y's: it does not"."""
    start, _ = chart.clause(verb.start)
    named = [one for one in chart.within(chart.parties, start, verb.start) if not one.deictic]
    owners = [one for one in named if one.role == "of" and one.form != "adjective" and not set(one.ids) & set(objects)]
    return chart.pack.postposes and len(found(owners).ids) > 1


def takes_pronoun(chart: Chart, verb: Mention) -> bool:
    """Whether whom a verb takes is a pronoun in it: «признала её»; not whose independence: «её | независимость»."""
    named = any(one.role == "object" and one.end <= verb.start for one in chart.parties)
    hers = any(0 <= one.start - verb.end <= 1 for one in chart.cues("noun.independence"))
    return "deixis.object" in verb.classes and not named and not hers


def of_another_noun(chart: Chart, verb: Mention) -> bool:
    """Whether a clause that a pronoun opens tells it of a thing named before it: "durch Schiedsspruch, | den Zagreb …".

    Where the pronoun stands for a state, the clause has been read with that state in its place.
    """
    low, _ = stretch(chart, verb.start)
    word = _WORD.match(chart.text, low) if low > 0 and chart.pack.closes else None
    if word is None or word.group(1).lower() not in chart.pack.which:
        return False
    named = chart.within(chart.parties, low, verb.start)
    held = word.group(1).lower() in chart.pack.which_objects
    return not named or (held and len(found(named).ids) == 1)


def by_a_number(chart: Chart, verb: Mention) -> bool:
    """Whether only how many recognise is told, where verbs come last: "Kosova'yı 118 ülke | tanıdı"."""
    counts = [one for one in chart.kind("quantity") if one.quantity is not None and one.quantity.unit == "count"]
    counted = [one for one in chart.cues("deixis.it") if any(0 <= one.start - many.end <= 1 for many in counts)]
    if chart.pack.inverts:  # "wurde bisher | von 36 Staaten | anerkannt"
        states = chart.cues("indicator.relations-count", "indicator.member-count")
        counts = [one for one in counts if one.quantity is not None and not one.quantity.ordinal]
        agents = any(one.role == "by" for one in chart.parties)
        return not agents and any(0 <= one.start - many.end <= _SHORT for many in counts for one in states)
    if chart.pack.cases and chart.pack.order == "svo":  # «его признали | около ста стран», «| сто стран | признали его»
        states = chart.cues("indicator.relations-count", "indicator.member-count")
        several = [(many, one) for many in counts for one in states if 0 <= one.start - many.end <= 1]
        near = (many.start - verb.end in _RIGHT or verb.start - one.end in _RIGHT for many, one in several)
        return any(near) and not any(one.role == "by" for one in chart.parties)
    return chart.pack.order == "sov" and any(0 <= verb.start - one.end <= _COUNTED for one in counted)


def come_from(chart: Chart, verb: Mention) -> Found:
    """Whose recognition came, said behind its noun: "son tanıma | 2020'de İsrail'den geldi"; nobody for a verb."""
    if chart.pack.order != "sov" or not is_verbal_noun(chart, verb):
        return Found()
    return found([one for one in chart.parties if one.start >= verb.end and one.role == "from"][:1])


def _led_by_name(chart: Chart, verb: Mention) -> bool:
    """Whether two words in capitals that are no mention stand right before a verb."""
    told = _FULL_NAME.search(chart.text, 0, verb.start)
    return told is not None and not any(one.start < told.end(1) and told.start(1) < one.end for one in chart.mentions)


def by_somebody(chart: Chart, verb: Mention) -> bool:
    """Whether a person that is only said "he" recognises: "he would recognise it at once" makes no state's act.

    So does a name of whom nothing is known, where names take endings: «после того как | Иван Петров | признал её».
    """
    if chart.pack.cases and chart.pack.order == "svo" and _led_by_name(chart, verb):
        return True
    near = [one for one in chart.cues("deixis.person") if 0 <= verb.start - one.end <= _HE_REACH]
    named = [one for one in chart.parties if not one.deictic]
    if near and any(near[-1].start - one.end == 2 for one in named) and chart.text[near[-1].end] == ",":
        return False  # "La Russie, elle, l'a reconnue": the pronoun only leans on the name
    return bool(near) and not any(near[-1].end <= one.start < verb.start for one in chart.parties)


def second_half(chart: Chart, verb: Mention, verbs: Sequence[Mention]) -> bool:
    """Whether a cue only closes the verb before it: "erkannte … an"."""
    start, _ = chart.clause(verb.start)
    earlier = [one for one in verbs if start <= one.start < verb.start and one.classes == verb.classes]
    if not chart.pack.spaced and "verb.recognise" in verb.classes:
        taken = chart.within(chart.cues("verb.unrecognise", "verb.withdraw"), start, verb.start)
        if taken:
            return True
    behind = any(one.start >= verb.end for one in chart.parties) and not chart.pack.inverts
    return bool(earlier) and not behind and verb.end - verb.start <= _SHORT


def dated_apart(chart: Chart, verb: Mention, day: Dated) -> bool:
    """Whether the day found for a refusal stands in another clause: «لا تعترف به، خلافا لـ ب التي | اعترفت في 2009».

    "… never recognised A, but (did) B in June 1969", where names take endings.
    """
    apart = chart.pack.order == "vso" or (chart.pack.cases and not chart.pack.inverts and chart.pack.order == "svo")
    here = chart.within(chart.dates, *chart.clause(verb.start))
    return bool(apart) and not any(one.date is not None and one.date.when == day.when for one in here)


def dated_by_next(chart: Chart, verb: Mention) -> bool:
    """Whether the day behind what somebody refuses is another verb's: "erkannte es nicht an und | erhob seit 1954 …".

    Said of languages whose finite verbs are known by their endings.
    """
    near = chart.nearest(verb, chart.dates)
    if near is None or near.start < verb.end or not chart.pack.inverts:
        return False
    words = [word.lower() for word in _WORDS.findall(chart.text, verb.end, near.start)]
    return any(word in chart.pack.finals or word.endswith(chart.pack.final_endings) for word in words)
