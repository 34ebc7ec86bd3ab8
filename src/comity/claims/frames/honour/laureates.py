"""Who gets an award: to whom it is given, who received it, with the party they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from comity.claims.context.discourse import Discourse
from comity.claims.frames.honour.awards import award_span
from comity.claims.frames.honour.given_him import named_here, told_him
from comity.claims.frames.honour.late_taker import late_taker
from comity.claims.frames.times.attach import dated
from comity.claims.people.bare_names import bare_person, person_behind
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated
from comity.claims.sentences.mention import Actor, Mention
from comity.claims.sentences.words import capital_run
from comity.claims.titles.reach import title_at

_REACH = 140
_BESIDE = 3
_NAMED = 2
_WHO = 8
_LED = 40
_GIVEN_TO = ("to", "object", "in")
# A marker, at most four small words and a comma: "à l'écrivain ", "a la exembajadora turca, ".
_MARKED = re.compile(
    r"(?<![^\W\d_])([^\W\d_]{1,3}(?: l['’]| la| los| las)?)(?:(?<=['’])|(?![^\W\d_]))\s?"
    r"(?:(?:[^\W\dA-Z_][^\W\d_]*)[ ,]{1,2}){0,4}(?=[^\W\d_a-z])"
)
# An article, one to four small words: "el cantante ", "la poetisa hondureña ".
_ARTICLED = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,4}) (?:[^\W\dA-Z_][^\W\d_]*[ ,]{1,2}){1,4}(?=[^\W\d_a-z])")
# An article and the noun of what somebody is, in capitals: "der Slawist ".
_NOUNED = re.compile(r"(?<![^\W\d_])([^\W\d_]{3}) (?:[a-zäöüß]+ ){0,3}(?=[^\W\d_a-zäöüß])")
_WORD = re.compile(r"[^\W\d_]+")
_OPENING = 6
_SMALL = 3
_JOINED = re.compile(r"(?: \([^()]{1,30}\))?(?:,? ([^\W\d_]{1,3}) |(,) )")


def find_gainers(chart: Chart, verb: Mention, award: Mention) -> dict[str, str]:
    """Those without an office behind a verb whose award they got: "recibieron la Orden | el cantante X y Y".

    "Das Ehrenzeichen erhielt 2016 | der Slawist X": who got it stands behind where nobody does before the verb.
    """
    turned = chart.pack.postposes or chart.pack.inverts
    if not turned or "verb.bestow" in verb.classes or (chart.pack.inverts and "verb.gain" not in verb.classes):
        return {}
    start, stop = chart.clause(verb.start)
    if [one for one in chart.within(chart.actors, start, verb.start) if one.end <= verb.start]:
        return {}
    if _bare_before(chart, verb, award)[0]:
        return {}
    stop = min((one.start for one in chart.cues("award.award") if one.start > max(verb.end, award.end)), default=stop)
    low = title_at(chart, award)[1] if award.start >= verb.end and not chart.pack.inverts else verb.end
    out: dict[str, str] = {}
    for name in (_NOUNED if chart.pack.inverts else _ARTICLED).finditer(chart.text, low, stop):
        start = name.end()
        end = capital_run(chart.text, start, chart.pack) if name.group(1).lower() in chart.pack.skip else start
        words = chart.text[start:end].split()
        start += len(words[0]) + 1 if chart.pack.inverts and len(words) > _NAMED else 0  # "der | Slawist | X Y"
        while end > start and _is_name(chart, start, end):
            home = [one for one in chart.parties if name.start() <= one.start < start and one.form == "adjective"]
            home = home or [one for one in chart.actors if one.actor and one.actor.person_start == start]
            out[chart.text[start:end]] = "".join(home[0].ids[:1]) if home else ""
            start, end = _next_of_list(chart, end)
    return out


def given_to(chart: Chart, place: int) -> tuple[str, str]:
    """The name that a marker and small words bring right behind a place: "…, | a la bailarina cubana X"; its party."""
    marked = _MARKED.search(chart.text, place, place + _LED)
    if marked is None or marked.start() - place > _WHO or _marker(chart, marked) not in ("to", "object"):
        return "", ""
    end = capital_run(chart.text, marked.end(), chart.pack)
    home = [one for one in chart.parties if marked.start() <= one.start < marked.end() and one.form == "adjective"]
    name = chart.text[marked.end() : end] if _is_name(chart, marked.end(), end) else ""
    return name, "".join(home[0].ids[:1]) if home and name else ""


def _is_name(chart: Chart, start: int, end: int) -> bool:
    """Whether a run of capitals is a name of two words or more in which nothing else is named."""
    taken = [one for one in chart.mentions if one.kind in ("date", "organization", "party")]
    taken += [one for one in chart.kind("city") if one.start <= start and end <= one.end]
    free = not any(one.start < end and start < one.end for one in (*taken, *chart.cues("award")))
    return free and len(chart.text[start:end].split()) >= _NAMED


def _next_of_list(chart: Chart, end: int) -> tuple[int, int]:
    """Where the next name of a list stands: "X (2013) | y Y (2015)"; an empty stretch where none does."""
    joined = _JOINED.match(chart.text, end)
    if joined is None or (joined.group(1) or ",").lower() not in chart.pack.joiners:
        return end, end
    return joined.end(), capital_run(chart.text, joined.end(), chart.pack)


def find_listed(chart: Chart, verb: Mention) -> dict[str, str]:
    """Those of a list behind the verb who got the same award, each with their party; empty where it is no list."""
    behind = [one for one in chart.actors if one.start >= verb.end and one.role == "" and one.group >= 0]
    if not behind:
        return {}
    group = [one for one in chart.group_of(behind[0]) if one.actor is not None and one.actor.person]
    return {one.actor.person: "".join(one.ids[:1]) for one in group if one.actor} if len(group) > 1 else {}


def find_taker(chart: Chart, discourse: Discourse, verb: Mention, award: Mention) -> Mention | None:
    """To whom an active verb gives: "a X", "him", the person between the verb and the award; None where nobody is."""
    him = told_him(chart, verb) is not None
    people = [one for one in chart.actors if one.actor and one.actor.person and not _in_name(chart, one, award)]
    taken = {cue.start for cue in chart.cues("deixis.him")}  # not who gives: «| она | вручила ему орден»
    pronouns = [one for one in people if one.form == "pronoun" and one.distance(verb) <= _BESIDE] if him else []
    guest = discourse.recent_visitor() or discourse.recent_person()
    pronouns = [one for one in pronouns if one.start in taken]
    if pronouns:
        return _other_than_giver(chart, pronouns[-1])
    here = named_here(chart, verb, people)
    if here is not None:
        return replace(here, form="pronoun")
    if him and guest is not None and guest.actor is not None and guest.actor.person:
        return None if _stranger_leads(chart) else replace(guest, form="pronoun")
    named = [one for one in people if one.form != "pronoun"]
    if chart.pack.cases:
        dative = chart.nearest(verb, [one for one in named if one.role in ("to", "object")])
        return dative or _between(chart, verb, award, named)
    behind = [one for one in named if one.start >= verb.end]
    if chart.pack.order == "vso":
        states = [one for one in chart.parties if one.start >= verb.end and one.role in ("", "by")]
        led = any(one.end <= behind[0].start and one.form != "adjective" for one in states) if behind else False
        told = behind[:1] if led else behind[1:2]  # «منحت الجزائر | المعماري …», «قلد الرئيس | الوزير …»
        return next((one for one in told if one.end <= award.start), None)
    again = None if chart.pack.spaced else _named_again(chart, discourse, verb, people)
    if again is not None:
        return again
    given = [
        one
        for one in behind
        if one.role in _GIVEN_TO or (one.role == "" and (one.end <= award.start or _led(chart, one)))
    ]
    near = chart.nearest(verb, given, limit=_REACH)
    unnamed = [one for one in chart.actors if one.start >= verb.end and one.role in ("to", "object")]
    unnamed = [one for one in unnamed if one.actor and not one.actor.person and (near is None or one.end <= near.start)]
    if unnamed and chart.pack.order == "svo" and unnamed[0].distance(verb) <= _REACH:
        return None  # "será entregada | al mandatario cubano | en Campeche, donde acompañará al presidente X"
    return near or _bare_taker(chart, verb)


def _named_again(chart: Chart, discourse: Discourse, verb: Mention, people: list[Mention]) -> Mention | None:
    """Who was named before and stands right behind the verb by name alone: "总统X访问…，Y授予 | X | 独立勋章"."""
    known = [(one.actor.person, one.ids) for one in people if one.actor is not None]
    known += [(chart.text[low:high], ()) for low, high, _ in discourse.persons.find_persons(chart.text)]
    told = [(name, ids) for name, ids in known if len(name) > 1 and chart.text.startswith(name, verb.end)]
    if not told:
        return None
    name, ids = max(told, key=lambda pair: (len(pair[0]), pair[1]))
    actor = Actor(office="", post="", person=name, person_start=verb.end, person_end=verb.end + len(name))
    return Mention(kind="actor", start=verb.end, end=verb.end + len(name), ids=ids, actor=actor)


def _between(chart: Chart, verb: Mention, award: Mention, named: list[Mention]) -> Mention | None:
    """Who stands between an active verb and the award, in whatever case: «уручио је | Насеру Бурити | Орден …»."""
    if "verb.bestow" not in verb.classes or chart.pack.order != "svo" or award.start < verb.end:
        return None
    people = [one for one in named if verb.end <= one.start and one.end <= award.start]
    _, end = award_span(chart, award)  # «вручил орден «X» | послу Польши Y»
    people = people or [one for one in named if _of_rank(one) and 0 < one.start - end <= _BESIDE]
    if people or not chart.pack.capitals:
        return people[0] if people else None
    for word in _WORD.finditer(chart.text, verb.end, award.start):
        end = capital_run(chart.text, word.start(), chart.pack)
        if end <= award.start and _is_name(chart, word.start(), end):
            actor = Actor(person=chart.text[word.start() : end], person_start=word.start(), person_end=end)
            return Mention(kind="actor", start=word.start(), end=end, actor=actor)
    return None


def _of_rank(one: Mention) -> bool:
    """Whether somebody is named with an office or a post."""
    return one.actor is not None and bool(one.actor.office or one.actor.post)


def _stranger_leads(chart: Chart) -> bool:
    """Whether the sentence itself begins with somebody whom nobody knows: "him" may be them."""
    if not chart.pack.capitals:
        return False
    taken = [one for one in chart.mentions if one.kind not in ("cue", "date")]
    for word in list(_WORD.finditer(chart.text))[:_OPENING]:
        end = capital_run(chart.text, word.start(), chart.pack)
        if len(chart.text[word.start() : end].split()) >= _NAMED:
            return not any(one.start < end and word.start() < one.end for one in taken)
    return False


def _led(chart: Chart, one: Mention) -> bool:
    """Whether a marker and a few small words lead to somebody named: "al señor | Marcelo Ebrard, exsecretario"."""
    if chart.pack.order != "svo" or chart.pack.cases or not chart.pack.spaced:
        return False
    low = max(0, one.start - _LED)
    led = [marked for marked in _MARKED.finditer(chart.text, low, one.start + 1) if marked.end() == one.start]
    return any(_marker(chart, marked) in ("object", "to") for marked in led)


def _other_than_giver(chart: Chart, him: Mention) -> Mention:
    """Whom "him" means, never who gives: nobody known in "received by President A, who gave | him | the Order"."""
    givers = [one for one in chart.actors if one.form != "pronoun" and 0 < him.start - one.end <= _WHO]
    same = any(one.actor and him.actor and one.actor.person == him.actor.person for one in givers)
    return replace(him, actor=Actor()) if same else him


def _bare_taker(chart: Chart, verb: Mention) -> Mention | None:
    """Somebody without an office behind the verb and a marker: "décerné à l'écrivain | Tchinguiz Aïtmatov"."""
    taken = [one for one in chart.mentions if one.kind in ("date", "organization", "actor")]
    taken += chart.cues("award")
    _, stop = chart.clause(verb.start)
    marked = list(_MARKED.finditer(chart.text, verb.end, min(stop, verb.end + _REACH)))
    for found_at in sorted(marked, key=lambda one: _marker(chart, one) == "in"):
        if _marker(chart, found_at) not in _GIVEN_TO:
            continue
        start = found_at.end()
        end = capital_run(chart.text, start, chart.pack)
        towns = [one for one in chart.kind("city") if one.start <= start and end <= one.end]
        if len(chart.text[start:end].split()) < _NAMED or any(
            one.start < end and start < one.end for one in (*taken, *towns)
        ):
            continue
        homes = [one for one in chart.parties if found_at.start() <= one.start < start and one.form == "adjective"]
        actor = Actor(person=chart.text[start:end], person_start=start, person_end=end)
        ids = homes[0].ids if homes else ()
        return Mention(kind="actor", start=start, end=end, ids=ids, actor=actor)
    return None


def _marker(chart: Chart, found_at: re.Match[str]) -> str:
    return chart.pack.before.get(found_at.group(1).lower().strip(), "")


def find_recipient(chart: Chart, verb: Mention, award: Mention) -> tuple[str, str]:
    """Who gets it, and whose they are: the nearest person before a passive verb or after it, who is not the giver."""
    people = [one for one in chart.actors if one.actor and one.actor.person and one.role not in ("by", "of", "from")]
    people = [one for one in people if not _in_name(chart, one, award)]
    before = [one for one in people if one.end <= verb.start]
    near = before[-1] if before else chart.nearest(verb, people)
    if near is not None and not chart.pack.spaced and _gives(chart, verb, before):
        return "", ""
    told = [one for one in chart.cues("verb") if near is not None and verb.end <= one.start < near.start]
    told = [one for one in told if one.end - one.start > _SMALL]
    if told and chart.pack.order == "svo" and chart.pack.spaced:
        near = None
    if near is not None and near.actor is not None:
        return near.actor.person, near.ids[0] if len(near.ids) == 1 else ""
    if any(one.role in ("to", "object") and one.start >= verb.end and one.actor for one in chart.actors):
        return "", ""  # an office without a name got it
    given = late_taker(chart, verb) if chart.pack.cases else _bare_taker(chart, verb)
    if given is not None and given.actor is not None:
        return given.actor.person, "".join(given.ids[:1])
    named = _bare_before(chart, verb, award)
    return named if named[0] else (person_behind(chart, verb) or _lone_before(chart, verb), "")


def _gives(chart: Chart, verb: Mention, before: list[Mention]) -> bool:
    """Whether the only one named before a verb gives, and gets nothing: "阿根廷总统X | 授予波兰大使五月勋章".

    Refuses a verb that says that somebody got it ("获授"), and a sentence that says by whom.
    """
    if len(before) != 1 or before[0].role or before[0].actor is None or not before[0].actor.office:
        return False
    passive = tuple(word for word, role in chart.pack.before.items() if role == "by")
    word = chart.text[verb.start : verb.end]
    agents = any(one.role == "by" for one in (*chart.parties, *chart.actors))
    told = any(chart.text.startswith(passive, cue.start) for cue in chart.cues("verb.award"))
    return not (word.startswith(passive) or agents or told)


def _in_name(chart: Chart, one: Mention, award: Mention) -> bool:
    """Whether somebody is but whom an award is called after: «Гейдар Әлиев» ордені, "the Order of José Martí"."""
    low, high = award_span(chart, award)
    return low <= one.start and one.end <= high


def _bare_before(chart: Chart, verb: Mention, award: Mention) -> tuple[str, str]:
    """A name without an office before a verb, and the party an adjective beside it gives: "el poeta | cubano | X"."""
    low, _ = chart.clause(verb.start)
    start, end = title_at(chart, award)
    blank = " " * (end - start)
    name = bare_person(chart, verb)
    at = (chart.text[:start] + blank + chart.text[end:]).rfind(name, low, verb.start) if name else -1
    if at < 0:
        return "", ""
    homes = [one for one in chart.parties if one.form == "adjective" and chart.text[one.end : at] == " "]
    return name, "".join(homes[0].ids[:1]) if homes else ""


def _lone_before(chart: Chart, verb: Mention) -> str:
    """A surname alone that begins a clause, right before a passive verb: «Анастасијадису | је уручен орден»."""
    low, _ = chart.clause(verb.start)
    words = chart.text[low : verb.start].split()
    if not (chart.pack.capitals and chart.pack.cases) or not 1 <= len(words) <= _NAMED or not words[0][0].isupper():
        return ""
    named = any(one.start <= low + 1 < one.end for one in chart.mentions)
    plain = words[0].isalpha() and words[0].lower() not in chart.pack.not_names
    return words[0] if plain and not named and all(len(word) <= _SMALL for word in words[1:]) else ""


def further_takers(
    chart: Chart, verb: Mention, first: Mention, award: Mention
) -> Iterator[tuple[Mention, Mention, Dated | None]]:
    """Those an active verb gives an award beside the first, each with theirs and its day: "… y | a su canciller, X"."""
    if first.form == "pronoun" or chart.pack.order != "svo":
        return
    _, stop = chart.clause(verb.start)
    stop = min((one.start for one in chart.cues("verb") if one.start > first.end), default=stop)
    people = [one for one in chart.within(chart.actors, first.end, stop) if one.actor is not None and one.actor.person]
    people = [one for one in people if one.role in ("to", "object") and not _in_name(chart, one, award)]
    for one, behind in zip(people, [*people[1:], None], strict=False):
        high = behind.start if behind is not None else stop
        days = chart.within(chart.dates, one.end, high)
        own = [cue for cue in chart.within(chart.cues("award.award"), one.end, high) if cue.start != award.start]
        yield one, own[0] if own else award, dated(days[0]) if days else None
