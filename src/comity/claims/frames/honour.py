"""Honours: an award one party gives to somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.claims.chart import Chart
from comity.claims.discourse import Discourse, Found
from comity.claims.draft import Dated, Draft
from comity.claims.factuality import modality_of, negated
from comity.claims.frames.attach import dated, event_date
from comity.claims.frames.late_taker import late_taker
from comity.claims.frames.sides import found
from comity.claims.marks import has_any
from comity.claims.mention import Actor, Mention
from comity.claims.titles import bare_person, person_behind, quotation_at, title_at
from comity.claims.words import capital_run, role_before
from comity.model.roles import Honour

_REACH = 140
_NEAR = 30
_CLASS_REACH = 20
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


def read_honours(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of a sentence in which somebody is decorated.

    "Vučić was awarded the Order of Friendship 1st class by President Nazarbayev." Refuses an award whose giver or
    recipient is not known.
    """
    seen: set[int] = set()
    for verb in chart.cues("verb.award"):
        awards = [one for one in chart.cues("award.award") if one.start not in seen and one.distance(verb) <= _REACH]
        award = _own_name(chart, chart.nearest(verb, awards), awards)
        if award is None or negated(chart, [verb]) or _of_a_later(chart, verb, award):
            continue
        active = _active(chart, discourse, verb, award)
        if active is None and "verb.bestow" in verb.classes:
            continue  # whom it is given is not known: never who gives
        listed = (_listed(chart, verb) or _gainers(chart, verb, award)) if active is None else {}
        people = listed or dict([_recipient(chart, verb, award) if active is None else (active[0], "")])
        apart = any(_own_day(chart, one) is not None for one in listed)
        for recipient, home in people.items():
            giver = active[1] if active is not None else _giver(chart, discourse, verb, award, home)
            if not recipient or len(giver.ids) != 1 or giver.ids[0] in listed.values():
                continue
            if _is_named_after(chart, award, recipient) or _of_a_body(chart, award):
                continue
            seen.add(award.start)
            yield Draft(
                roles=Honour(
                    giver=giver.ids[0],
                    recipient=recipient,
                    award=_without(chart, award_name(chart, award), recipient),
                ),
                rule="honour",
                dated=_own_day(chart, recipient) or (Dated() if apart else _day(chart, discourse, verb)),
                modality=modality_of(chart, verb),
                context=giver.context,
            )


def _is_named_after(chart: Chart, award: Mention, recipient: str) -> bool:
    """Whether the one who would get an award is but whom it is called after: "the Order of | José Matías Delgado"."""
    return recipient in _without(chart, award_name(chart, award), recipient)


def _of_a_body(chart: Chart, award: Mention) -> bool:
    """Whether an award is that of a body and no state's: "le prix Olof Palme d'une | fondation | suédoise"."""
    start, end = title_at(chart, award)
    return chart.pack.spaced and bool(chart.within(chart.cues("noun.institution"), start, end))


def _of_a_later(chart: Chart, verb: Mention, award: Mention) -> bool:
    """Whether another clause before an award gives it: "did they honour A? No, | A decorated B with the Order …"."""
    verbs = [one for one in chart.cues("verb.award") if verb.end <= one.start < award.start]
    if verbs and chart.pack.postposes:
        return True  # the nearer verb's: "condecoró a A… no: fue B quien | condecoró a C con la Orden"
    return any(chart.clause(one.start) != chart.clause(verb.start) for one in verbs) and chart.pack.order != "sov"


def _day(chart: Chart, discourse: Discourse, verb: Mention) -> Dated:
    """When it was given; "… came from 20 to 24 September; the President awarded | him" was then, too."""
    own = event_date(chart, discourse, verb)
    him = any(one.distance(verb) <= _BESIDE for one in chart.cues("deixis.him"))
    return dated(chart.dates[0]) if own.when is None and him and len(chart.dates) == 1 else own


def _own_name(chart: Chart, award: Mention | None, awards: Sequence[Mention]) -> Mention | None:
    """The award by its own name, where a dash gives it: "the republic's highest award – the Order of Manas"."""
    if award is None:
        return None
    award = _whole(chart, award)
    named = [one for one in awards if 0 < one.start - award.end <= _CLASS_REACH * 2]
    behind = next((one for one in named if has_any(chart.between(award, one), "—–")), award)
    return award if _has_name(chart, award) and not _has_name(chart, behind) else behind


def _has_name(chart: Chart, award: Mention) -> bool:
    """Whether an award is called by a name, not by its rank alone: «орден Нето», not «одну из высших наград»."""
    start, end = title_at(chart, award)
    words = chart.text[start:end].split()
    states = [one for one in chart.parties if start <= one.start < end]
    return not chart.pack.capitals or (not states and any(word[:1].isupper() for word in words))


def _whole(chart: Chart, award: Mention) -> Mention:
    """The award with the one it is a class or badge of: "the Grand Cross | of the Order of Merit" is one."""
    before = [one for one in chart.cues("award.award") if one.end <= award.start]
    if not before or chart.pack.places != "after" or not chart.pack.spaced:
        return award
    role, begin = role_before(chart.text, award.start, chart.pack)
    named = all(word[:1].isupper() for word in chart.text[before[-1].end : begin].split())
    owned = role == "of" and begin - before[-1].end <= _CLASS_REACH and named
    return _whole(chart, before[-1]) if owned else award


def _gainers(chart: Chart, verb: Mention, award: Mention) -> dict[str, str]:
    """Those without an office behind an award that they got, verb first: "recibieron la Orden | el cantante X y Y"."""
    if "verb.gain" not in verb.classes or not chart.pack.postposes or award.start < verb.end:
        return {}
    start, stop = chart.clause(verb.start)
    before = [one for one in chart.within(chart.actors, start, verb.start) if one.end <= verb.start]
    taken = [(one.start, one.end) for one in chart.mentions if one.kind in ("date", "city", "organization", "party")]
    out: dict[str, str] = {}
    for name in _ARTICLED.finditer(chart.text, title_at(chart, award)[1], stop) if not before else ():
        start = name.end()
        end = capital_run(chart.text, start, chart.pack) if name.group(1).lower() in chart.pack.skip else start
        if len(chart.text[start:end].split()) >= _NAMED and not any(low < end and start < high for low, high in taken):
            home = [one for one in chart.parties if name.start() <= one.start < start and one.form == "adjective"]
            out[chart.text[start:end]] = "".join(home[0].ids[:1]) if home else ""
    return out


def _listed(chart: Chart, verb: Mention) -> dict[str, str]:
    """Those of a list behind the verb who got the same award, each with their party; empty where it is no list."""
    behind = [one for one in chart.actors if one.start >= verb.end and one.role == "" and one.group >= 0]
    if not behind:
        return {}
    group = [one for one in chart.group_of(behind[0]) if one.actor is not None and one.actor.person]
    return {one.actor.person: "".join(one.ids[:1]) for one in group if one.actor} if len(group) > 1 else {}


def _own_day(chart: Chart, recipient: str) -> Dated | None:
    """The day in a bracket right behind a recipient: "the presidents X (2011) and Y (2017)"."""
    for one in chart.dates:
        aside = chart.aside(one.start)
        if aside is not None and chart.text[: aside[0]].rstrip().endswith(recipient):
            return dated(one)
    return None


def _active(chart: Chart, discourse: Discourse, verb: Mention, award: Mention) -> tuple[str, Found] | None:
    """Recipient and giver where the verb is active: "the President of A gave X the Order …"; None where it is not."""
    if "verb.gain" in verb.classes:
        return None
    taker = _taker(chart, discourse, verb, award)
    if taker is None:
        return None
    maker = chart.nearest(verb, _givers(chart, verb, taker))
    host = discourse.recent_host() if taker.form == "pronoun" else None
    giver = found([maker]) if maker is not None else Found()
    if maker is not None and not giver.ids and taker.ids:
        other = discourse.other_than(taker.ids[0])
        giver = Found(ids=other.ids, context=other.context()) if other is not None else Found()
    if maker is None and host is not None:
        giver = Found(ids=host.ids, context=host.context())
    assert taker.actor is not None
    return (taker.actor.person, giver) if maker is not None or host is not None else None


def _givers(chart: Chart, verb: Mention, taker: Mention) -> list[Mention]:
    """Those who may give: before the verb in its clause; between it and the taker where verbs come first."""
    roles = ("", "by") if chart.pack.order == "vso" else ("",)
    named = [one for one in (*chart.actors, *chart.parties) if one.role in roles and one.form != "adjective"]
    named = [one for one in named if one.start != taker.start and (one.ids or (one.actor and one.actor.office))]
    start, _ = chart.clause(verb.start)
    if chart.pack.order == "vso":
        return [one for one in named if verb.end <= one.start < taker.start]
    if chart.pack.cases:
        return named
    return [one for one in named if start <= one.start and one.end <= verb.start]


def _taker(chart: Chart, discourse: Discourse, verb: Mention, award: Mention) -> Mention | None:
    """To whom an active verb gives: "a X", "him", the person between the verb and the award; None where nobody is."""
    him = any(one.distance(verb) <= _BESIDE for one in chart.cues("deixis.him"))
    people = [one for one in chart.actors if one.actor is not None and one.actor.person]
    pronouns = [one for one in people if one.form == "pronoun" and one.distance(verb) <= _BESIDE] if him else []
    guest = discourse.recent_visitor() or discourse.recent_person()
    if pronouns:
        return _other_than_giver(chart, pronouns[-1])
    if him and guest is not None and guest.actor is not None and guest.actor.person:
        return replace(guest, form="pronoun")
    named = [one for one in people if one.form != "pronoun"]
    if chart.pack.cases:
        return chart.nearest(verb, [one for one in named if one.role in ("to", "object")])
    behind = [one for one in named if one.start >= verb.end]
    if chart.pack.order == "vso":
        states = [one for one in chart.parties if one.start >= verb.end and one.role in ("", "by")]
        led = any(one.end <= behind[0].start and one.form != "adjective" for one in states) if behind else False
        told = behind[:1] if led else behind[1:2]  # «منحت الجزائر | المعماري …», «قلد الرئيس | الوزير …»
        return next((one for one in told if one.end <= award.start), None)
    given = [
        one
        for one in behind
        if one.role in _GIVEN_TO or (one.role == "" and (one.end <= award.start or _led(chart, one)))
    ]
    return chart.nearest(verb, given, limit=_REACH) or _bare_taker(chart, verb)


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
    taken = [(one.start, one.end) for one in chart.mentions if one.kind in ("date", "city", "organization", "actor")]
    taken += [(one.start, one.end) for one in chart.cues("award")]
    _, stop = chart.clause(verb.start)
    marked = list(_MARKED.finditer(chart.text, verb.end, min(stop, verb.end + _REACH)))
    for found_at in sorted(marked, key=lambda one: _marker(chart, one) == "in"):
        if _marker(chart, found_at) not in _GIVEN_TO:
            continue
        start = found_at.end()
        end = capital_run(chart.text, start, chart.pack)
        words = chart.text[start:end].split()
        if len(words) < _NAMED or any(low < end and start < high for low, high in taken):
            continue
        homes = [one for one in chart.parties if found_at.start() <= one.start < start and one.form == "adjective"]
        actor = Actor(person=chart.text[start:end], person_start=start, person_end=end)
        ids = homes[0].ids if homes else ()
        return Mention(kind="actor", start=start, end=end, ids=ids, actor=actor)
    return None


def _marker(chart: Chart, found_at: re.Match[str]) -> str:
    return chart.pack.before.get(found_at.group(1).lower().strip(), "")


def award_name(chart: Chart, award: Mention) -> str:
    """The award as the text names it, its class included."""
    start, end = title_at(chart, award)
    quoted = quotation_at(chart.text, award)
    if quoted is not None:
        start, end = min(quoted[0] - 1, award.start), max(quoted[1] + 1, award.end)
    for one in chart.cues("award.class"):
        if 0 <= one.start - end <= _CLASS_REACH:
            end = one.end
    return chart.text[start:end].strip(" ,")


def _without(chart: Chart, name: str, recipient: str) -> str:
    """The award's name without who gets it: "Ordre du Soleil | à l'explorateur Lars Berg"."""
    name = name.removeprefix(recipient).strip()
    head, who, _ = name.partition(recipient)
    if not who:
        return name
    marks = [one for one in re.finditer(r"[^\W\d_]+", head) if chart.pack.before.get(one.group().lower()) in _GIVEN_TO]
    return head[: marks[-1].start()].strip(" ,") if marks else name


def _recipient(chart: Chart, verb: Mention, award: Mention) -> tuple[str, str]:
    """Who gets it, and whose they are: the nearest person before a passive verb or after it, who is not the giver."""
    people = [one for one in chart.actors if one.actor and one.actor.person and one.role not in ("by", "of", "from")]
    before = [one for one in people if one.end <= verb.start]
    near = before[-1] if before else chart.nearest(verb, people)
    if near is not None and near.actor is not None:
        return near.actor.person, near.ids[0] if len(near.ids) == 1 else ""
    given = late_taker(chart, verb) if chart.pack.cases else _bare_taker(chart, verb)
    if given is not None and given.actor is not None:
        return given.actor.person, "".join(given.ids[:1])
    return bare_person(chart, verb) or person_behind(chart, verb), ""


def _giver(chart: Chart, discourse: Discourse, verb: Mention, award: Mention, home: str) -> Found:
    """Whose award it is: the one it comes from or that is named beside it, not the recipient's own."""
    by = [one for one in (*chart.actors, *chart.parties) if one.role in ("by", "from") and one.ids]
    behind = [one for one in by if one.start >= verb.end] if chart.pack.order == "svo" else by
    near = chart.nearest(verb, behind) or chart.nearest(verb, by)
    if near is not None:
        return found([near])
    hosts = [one for one in chart.kind("city") if one.role == "in" and one.country not in ("", home)]
    if any(one.role == "by" for one in chart.actors) and hosts:
        return found(hosts[:1])  # "décoré à Tbilissi de l'Ordre d'Or par la présidente"
    apposed = [one for one in chart.cues("award.award") if has_any(chart.between(award, one), "—–")]
    named = [one for one in chart.parties if len(one.ids) == 1 and one.ids[0] != home]
    beside = [one for one in named if any(one.distance(other) <= _NEAR for other in (award, *apposed))]
    near = chart.nearest(award, beside)
    if near is not None:
        return found([near])
    agents = [one for one in chart.actors if one.ids and one.end <= verb.start and one.ids[0] != home]
    if agents:
        return found(agents[-1:])
    other = discourse.other_than(home) if home else None
    topic = discourse.topic
    if other is None and home and topic is not None and len(topic.ids) == 1 and topic.ids[0] != home:
        other = topic
    return Found(ids=other.ids, context=other.context()) if other is not None else Found()
