"""What happened with an envoy: the verbs of a sentence that tell of somebody at a post, each with its event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.claims.clauses.relative import leads
from comity.claims.context.discourse import Discourse
from comity.claims.factuality.negation import negated
from comity.claims.frames.appointment.named import is_named, named_at
from comity.claims.frames.appointment.other_deeds import in_a_list_of
from comity.claims.frames.appointment.post_taken import only_held
from comity.claims.frames.appointment.received import was_received
from comity.claims.frames.appointment.said_across import said_across
from comity.claims.frames.appointment.sent_out import gone, sent_out
from comity.claims.frames.appointment.succeeded import succeeded_at
from comity.claims.frames.times.attach import date_of
from comity.claims.people.wide_names import wide_named_to
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import CLAUSE_COMMAS, COMMAS, SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import left_words

_VERBS = {
    "verb.credentials": "credentials",
    "verb.recall": "recalled",
    "verb.expel": "expelled",
    "verb.end": "ended",
    "verb.appoint": "appointed",
    "verb.serve": "holds",
}
_SAID = frozenset({"office.minister", "post.envoy"})  # "minister in Berlin" is read as an envoy without a post's word
_DATED_DEEDS = ("verb.credentials", "verb.recall", "verb.end", "verb.appoint")
_REACH = 160
_NEXT_WORD = 4
_BEFORE, _COUNTED, _SEVERAL = 8, 40, 2
_LIST_REACH = 400
_CALLED = 60
_JOINS = 4
_ONCE = 48
_AS = 16  # "| olarak | atandı", "| olarak göreve | başladı"
_ENDING = re.compile(r"['’][^\W\d_]+")


def deeds(chart: Chart, discourse: Discourse, one: Mention) -> Iterator[tuple[Mention | None, str]]:
    """What happened with an envoy, each verb with its event; "holds" where no verb stands by a named one."""
    assert one.actor is not None
    across = said_across(chart, one)
    if across is not None and across.event:
        if not negated(chart, [across.verb]):
            yield across.verb, across.event
        return
    coming = _becomes(chart, one) or _taken_over(chart, one) or sent_out(chart, one)
    if coming is not None:
        yield coming, "appointed"
        return
    left = gone(chart, one)
    if left is not None:
        yield left, "ended"
        return
    naming = _naming(chart, one)
    if naming is not None:
        yield naming, event_of(naming)
        return
    told = _copula_before(chart, one)
    if told is not None:
        yield told, "holds"
        return
    verb = (
        _bracketed(chart, one)
        or chart.nearest(one, _not_of_next(chart, one, chart.cues(*_VERBS)), limit=_REACH)
        or chart.nearest(one, _not_of_next(chart, one, chart.cues("verb.credentials")), limit=_LIST_REACH)
    )
    verb = _own_verb(chart, one, _named_to_serve(chart, verb))
    if verb is not None and _leads_in(chart, verb):
        verb = chart.nearest(one, chart.cues("verb.credentials"), limit=_LIST_REACH) or verb
    said = any(one.start <= cue.start < one.end for cue in chart.cues("post")) or bool(one.classes & _SAID)
    if verb is None and not ((one.actor.person or is_named(chart, one)) and said):
        return
    if verb is not None and not said and "verb.serve" in verb.classes:
        return
    if verb is None and one.form == "holder" and "verb.relieve" not in one.classes:
        return
    if verb is None and one.role == "with" and chart.pack.order == "sov" and " " not in one.actor.person:
        return  # "елшісі | Трамппен | кездесті": whom he met
    if verb is None and one.role == "by" and leads(chart.pack):
        return  # "signed there | by the American Minister Resident, X": he signed it
    if verb is not None and _bears_witness(chart, one, verb):
        return
    left = _left_town(chart, one) if verb is None or event_of(verb) == "holds" else None
    if left is not None:
        yield left, "ended"
        return
    verb = _later(chart, one, verb) or verb
    if was_received(chart, discourse, one, verb):
        yield verb, "credentials"
        return
    if verb is not None and "mark.relieved" in verb.classes and leads(chart.pack):
        return  # "Smith, minister there, | was succeeded by | …": who came after him is told elsewhere
    if verb is None and in_a_list_of(chart, "verb.appoint"):
        yield verb, "appointed"
        return
    event = event_of(verb)
    if event == "appointed" and _takes_another(chart, one, verb):
        return
    if (event == "holds" and _held_once(chart, one)) or _of_others(chart, one, verb):
        return
    unnamed = not one.actor.person and not named_at(chart, verb, one, event)
    if event == "holds" and chart.has("verb.accredit") and (unnamed or not _sent_to(chart, one)):
        return
    if verb is not None and (negated(chart, [verb]) or _remembers(chart, verb, one) or only_held(chart, verb, one)):
        return
    yield verb, ("appointed" if event == "holds" and verb is None and "verb.relieve" in one.classes else event)
    if verb is not None and (one.actor.person or named_at(chart, verb, one, event)):
        yield from ((more, event_of(more)) for more in _more(chart, one, verb))


def _bears_witness(chart: Chart, one: Mention, verb: Mention) -> bool:
    """Whether an envoy stands before a verb of sending away, which is said of others: "要求洪博培轉交俄方 | 驅逐".

    Only where no ending tells who is sent away: he stands behind the verb, or a word for suffering between.
    """
    if chart.pack.spaced or not verb.classes & {"verb.expel", "verb.recall"} or verb.start < one.end:
        return False
    suffered = [word for word, role in chart.pack.before.items() if role == "by"]
    named = [other for other in chart.parties if one.end <= other.start < verb.start]
    return bool(named) and not any(word in chart.between(one, verb) for word in suffered)


def _not_of_next(chart: Chart, one: Mention, verbs: list[Mention]) -> list[Mention]:
    """The verbs that may tell of an envoy where they close clauses: not those of another clause with its own envoy.

    "Elçi A 2016'da göreve geldi, | elçi B ise güven mektubunu 2019'da sundu".
    """
    if chart.pack.order != "sov":
        return verbs
    others = [who for who in chart.actors if who.actor and who.actor.post and who.actor.person and who is not one]
    _, end = chart.clause(one.start)
    return [verb for verb in verbs if verb.start < end or not _has_doer(chart, others, (end, verb.start))]


def _has_doer(chart: Chart, others: list[Mention], where: tuple[int, int]) -> bool:
    """Whether one of these stands in the clause of the verb that a stretch ends with."""
    low, verb = where
    return any(low <= who.start < verb and chart.clause(who.start) == chart.clause(verb) for who in others)


def _named_to_serve(chart: Chart, verb: Mention | None) -> Mention | None:
    """The verb of appointing before "to serve as", but its day between: "was designated in May, to | serve as"."""
    if verb is None or "verb.serve" not in verb.classes or chart.pack.order != "svo" or not chart.pack.infinitives:
        return verb
    start, _ = chart.clause(verb.start)
    named = [cue for cue in chart.within(chart.cues("verb.appoint"), start, verb.start) if cue is not verb]
    if not named:
        return verb
    gap = chart.text[named[-1].end : verb.start]
    for day in chart.within(chart.dates, named[-1].end, verb.start):
        gap = gap.replace(chart.text[day.start : day.end], " ")
    words = gap.replace(",", " ").lower().split()
    aim = bool(words) and words[-1] in chart.pack.infinitives and len(words) == 1
    return named[-1] if aim else verb


def _takes_another(chart: Chart, one: Mention, verb: Mention | None) -> bool:
    """Whether the post taken is said behind the one he has: "Nuakşot Büyükelçisi X, Şam | maslahatgüzarı | olarak"."""
    if verb is None or chart.pack.order != "sov" or verb.start < one.end:
        return False
    posts = [cue for cue in chart.cues("post") if one.end <= cue.start and cue.end <= verb.start]
    posts = [cue for cue in posts if cue.form != "holder"]  # "X'in | yerine | Y atandı"
    if not posts or verb.start - posts[-1].end > _AS:
        return False
    return not _has_doer(chart, list(chart.actors), (posts[-1].end, verb.start))


def _held_once(chart: Chart, one: Mention) -> bool:
    """Whether a post is but one that somebody had: "former ambassador", "Polonya'nın | eski | Nairobi Büyükelçisi"."""
    if chart.near_cue(one, "fact.cease", 1) or chart.within(chart.cues("fact.cease"), one.start, one.end):
        return True  # also "Cui Yongqian, | former | Chinese ambassador to …"
    if chart.pack.order != "sov":
        return False
    for cue in chart.cues("fact.cease", "mark.earlier"):
        gap = chart.text[cue.end : one.start] if 0 < one.start - cue.end <= _ONCE else "?"
        for name in chart.within((*chart.kind("party"), *chart.kind("city")), cue.end, one.start):
            gap = gap.replace(chart.text[name.start : name.end], "", 1)
        if not _ENDING.sub("", gap).strip():
            return True
    return False


def _of_others(chart: Chart, one: Mention, verb: Mention | None) -> bool:
    """Whether a deed said as a noun behind a comma is of others: «посол, которому заявили | о высылке | двух …»."""
    if verb is None or not verb.classes & {"verb.expel", "verb.recall"} or verb.start < one.end:
        return False
    before = next(iter(left_words(chart.text, verb.start, 1)), (0, ""))[1].lower()
    return before in chart.pack.about and has_any(chart.between(one, verb), CLAUSE_COMMAS)


def _own_verb(chart: Chart, one: Mention, verb: Mention | None) -> Mention | None:
    """The verb before an envoy, where a joiner parts the nearest behind from it: "wies B aus | und zog C ab"."""
    if verb is None or verb.start < one.end or chart.pack.order != "svo" or not chart.pack.spaced:
        return verb
    words = chart.text[one.end : verb.start].lower().split()
    start, _ = chart.clause(one.start)
    before = chart.within(chart.cues(*_VERBS), start, one.start)
    parted = any(word in chart.pack.joiners and word.isalpha() for word in words)
    others = before and chart.within(chart.actors, before[-1].end, one.start)
    return before[-1] if parted and before and not others else verb


def only_counted(chart: Chart, one: Mention) -> bool:
    """Whether envoys are only counted, none of them named: "51 | Türk büyükelçi | görev yaptı".

    Of envoys that no state is said to send the number may stand farther off, no comma between: "die
    Beglaubigungsschreiben von | sechs neu eingesetzten | Botschaftern".
    """
    if one.actor is None or one.actor.person:
        return False
    counts = [it for it in chart.kind("quantity") if it.quantity is not None and it.quantity.unit == "count"]
    return any(_counts(chart, it, one) for it in counts)


def _counts(chart: Chart, number: Mention, one: Mention) -> bool:
    hit, gap = number.quantity, one.start - number.end
    if hit is None or gap < 1:
        return False
    if not hit.ordinal and gap <= (1 if one.ids else _BEFORE):
        return True
    several = (hit.value or _SEVERAL) >= _SEVERAL
    return several and not one.ids and gap <= _COUNTED and not has_any(chart.between(number, one), COMMAS + SEMICOLONS)


def _left_town(chart: Chart, one: Mention) -> Mention | None:
    """The verb by which a named envoy left his town: "Botschafter Peter Ptassek | verließ | Bogotá im Juli 2023"."""
    if one.actor is None or not one.actor.person or chart.pack.order != "svo" or not chart.pack.spaced:
        return None
    start, end = chart.clause(one.start)
    if chart.within(chart.cues("verb.move"), one.end, end):
        return None  # "left Warsaw and | followed the government | to France": still at his post
    towns = [city for city in chart.within(chart.kind("city"), one.end, end) if city.role in ("", "from")]
    for verb in chart.within(chart.cues("verb.leave"), one.end, end):
        beside = any(0 < city.start - verb.end <= _NEXT_WORD for city in towns)
        between = [other for other in (*chart.actors, *chart.parties) if one.end <= other.start < verb.start]
        if beside and not between and not chart.within(chart.kind("organization"), start, end):
            return verb
    return None


def _sent_to(chart: Chart, one: Mention) -> bool:
    """Whether a title itself says where an envoy is sent: "the Swiss ambassador | in Kuwait"."""
    inner = [it for it in chart.mentions if it.kind in ("party", "city") and one.start <= it.start < one.end]
    return any(it.role in ("in", "to") for it in inner)


def _copula_before(chart: Chart, one: Mention) -> Mention | None:
    """The "is" that joins a name to a post since a day, where another clause tells what somebody else did.

    "X | es | embajador en Lima desde 2021; su antecesora, Y, presentó credenciales en 2018."
    """
    if chart.pack.order != "svo" or not chart.pack.spaced or one.actor is None or chart.pack.cases:
        return None
    _, stop = chart.clause(one.start)
    named = is_named(chart, one) is not None and not one.actor.person
    since = [day for day in chart.within(chart.dates, one.end, stop) if day.date and day.date.kind == "since"]
    others = [cue for cue in chart.cues(*_VERBS) if cue.start >= stop]
    links = [cue for cue in chart.cues("mark.copula") if 0 < one.start - cue.end <= _JOINS]
    return links[0] if named and since and others and links else None


def _bracketed(chart: Chart, one: Mention) -> Mention | None:
    """What the bracket right behind an envoy's name tells of him: "现任大使季平（2022年11月 | 递交国书 |）"."""
    aside = next((span for span in chart.asides if 0 <= span[0] - one.end <= 1), None)
    if aside is None or not chart.within(chart.dates, *aside):
        return None
    return next(iter(chart.within(chart.cues("verb.appoint", "verb.credentials", "verb.end"), *aside)), None)


def _becomes(chart: Chart, one: Mention) -> Mention | None:
    """The word that says a post is to be somebody's: "Neuer Botschafter in Wilna | wird | Cornelius Zimmermann"."""
    told = [cue for cue in chart.cues("fact.present") if 0 < cue.start - one.end <= 2]
    named = one.actor is not None and not one.actor.person and told and is_named(chart, one)
    return told[0] if named else None


def _taken_over(chart: Chart, one: Mention) -> Mention | None:
    """The verb by which a post went from one to another: "Herluf Zahle | succeeded | Carl Moltke as minister"."""
    taken = succeeded_at(chart, one)
    return taken.verb if taken is not None and taken.name and not negated(chart, [taken.verb]) else None


def _naming(chart: Chart, one: Mention) -> Mention | None:
    """The verb of naming before a name and its post, in its clause or said once for a list: "任命甲为…，乙为 | …"."""
    if one.actor is None or one.actor.person or not wide_named_to(chart, one):
        return None
    verbs = [cue for cue in chart.cues("verb.appoint", "verb.end") if cue.end < one.start]
    verbs = [cue for cue in verbs if not cue.classes & {"verb.take_over", "verb.serve"}]
    return verbs[-1] if verbs and not negated(chart, verbs[-1:]) else None


def event_of(verb: Mention | None) -> str:
    return next(_VERBS[label] for label in _VERBS if label in verb.classes) if verb is not None else "holds"


def _more(chart: Chart, one: Mention, main: Mention) -> Iterator[Mention]:
    """What happened with the same envoy besides, on a day of its own: "Ferrer, named in 2015, | left in April 2020".

    Refuses a verb that somebody else stands before.
    """
    first = date_of(chart, main)
    if chart.pack.order == "vso" or first is None:
        return
    others = [other for other in (*chart.actors, *chart.parties) if other.role == "" and other.start > one.start]
    others = [other for other in others if other.actor is None or other.actor.post or other.actor.office]
    for verb in chart.cues(*_DATED_DEEDS):
        own = date_of(chart, verb)
        if verb.start < one.end or verb.classes & main.classes or own is None or own.when == first.when:
            continue
        parted = has_any(chart.text[one.end : verb.start], SEMICOLONS)
        if not parted and not any(other.start < verb.start for other in others) and not negated(chart, [verb]):
            yield verb


def _remembers(chart: Chart, verb: Mention, one: Mention) -> bool:
    """Whether a post far behind the verb is not what is called home: "recalled his talks during his time as envoy"."""
    far = one.start - verb.end > _CALLED
    return chart.pack.order == "svo" and chart.pack.spaced and "verb.recall" in verb.classes and far


def _leads_in(chart: Chart, verb: Mention) -> bool:
    """Whether a participle only tells who it is that does the rest: "atanan | Büyükelçi … güven mektubunu sundu"."""
    word = chart.text[verb.start : verb.end].lower()
    return bool(chart.pack.participles) and "verb.appoint" in verb.classes and word.endswith(chart.pack.participles)


def _later(chart: Chart, one: Mention, verb: Mention | None) -> Mention | None:
    """What happened with somebody said to serve, where the next clause tells it: "现任大使黄巍，2019年到任"."""
    if chart.pack.spaced or verb is None or "verb.serve" not in verb.classes:
        return None
    start, end = chart.clause(chart.clause(one.end - 1)[1])
    others = chart.within((*chart.actors, *chart.parties), start, end)
    told = chart.within(chart.cues("verb.appoint", "verb.credentials"), start, end)
    return told[0] if told and not others else None
