"""Whom a recognition is of: named beside its verb, spoken of before, or the page's own."""

from __future__ import annotations

from comity.claims.clauses.relative import leads
from comity.claims.context.discourse import Discourse, Found
from comity.claims.frames.recognition.acknowledged import takes_pronoun
from comity.claims.frames.recognition.recognised_too import gapped
from comity.claims.frames.recognition.regime import broken_up, does_next, government_in
from comity.claims.frames.recognition.stately import owned_before
from comity.claims.frames.recognition.taken import by_adjective, owned_by_adjective, taken_beside
from comity.claims.frames.sides.of_anchor import found, subject_of
from comity.claims.frames.sides.owners import owner_of
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.verbal_nouns import is_verbal_noun
from comity.claims.sentences.words import role_before
from comity.model.roles import Recognition

_OBJECT_REACH = 140
_AGENT_REACH = 12


def spoken_of(chart: Chart, discourse: Discourse, event: str) -> Found:
    """The one that a document on recognition is about, where a sentence names only who recognises, and a day.

    Who refuses needs no day: "Spain and Greece do not recognise it".
    """
    named = found(one for one in chart.parties if one.role == "" and one.form != "adjective").ids
    if not discourse.theme.endswith("recognition") or len(discourse.titled) != 1 or not named:
        return Found()
    if not chart.dates and event != "refused":
        return Found()
    if discourse.titled[0] in named:
        return Found()
    return Found(ids=discourse.titled, context=discourse.topic.context() if discourse.topic is not None else ())


def told_of(discourse: Discourse, event: str) -> Found:
    """Whom the sentence before recognised, where this one only "withdrew its recognition"."""
    told = [one.draft.roles for one in discourse.told_before()]
    objects = [one.object for one in told if isinstance(one, Recognition)]
    return Found(ids=(objects[-1],)) if objects and event == "withdrawn" else Found()


def passive_topic(chart: Chart, discourse: Discourse, verb: Mention) -> Found:
    """The document's one topic, where a government that is not named by its state "was recognised by" others."""
    topic = discourse.topic
    agents = found(one for one in chart.parties if one.role == "by")
    nouns = [one for one in chart.cues("noun.independence", "noun.government") if one.end <= verb.start]
    if topic is None or len(topic.ids) != 1 or not agents.ids or not nouns or topic.ids[0] in agents.ids:
        return Found()
    return Found(ids=topic.ids, context=topic.context())


def lately(chart: Chart, discourse: Discourse) -> Found:
    """The one that the last sentences told of as recognised, where a dated one names only who does it."""
    near = discourse.sentence - discourse.recognised_at <= 1
    return Found(ids=discourse.recognised) if near and chart.dates and not chart.pack.spaced else Found()


def _given_to(chart: Chart, verb: Mention) -> list[Mention]:
    """To whom recognition is given, or from whom it is taken: "a accordé sa reconnaissance | au Kosovo"."""
    named = verb.classes & {"noun.recognising", "noun.allegiance", "verb.unrecognise"}
    first = next((one for one in chart.parties if one.start >= verb.end), None)
    if not named or first is None or first.role != "in" or not leads(chart.pack):
        return []
    begin = role_before(chart.text, first.start, chart.pack)[1]
    return list(chart.group_of(first)) if begin - verb.end <= 1 else []


def objects_of(chart: Chart, discourse: Discourse, verb: Mention) -> Found:
    """What is recognised: "the independence of X", else what the verb takes; a list belongs together."""
    if takes_pronoun(chart, verb):
        return _held(chart, discourse, verb)
    if _takes_pronoun(chart, verb):
        held = _held(chart, discourse, verb)
        return held if held.ids else _titled(discourse)
    beside = taken_beside(chart, verb)
    if beside is not None:
        return beside
    start, end = chart.clause(verb.start)
    parties = [one for one in chart.parties if start <= one.start < end and one.form not in ("adjective", "demonym")]
    parties = [one for one in parties if not broken_up(chart, one) and not gapped(chart, one, verb)]
    parties = [one for one in parties if not _labels_row(chart, one)]
    own = [one.ids for one in parties if one.end <= verb.start and one.role == "" and not one.deictic]
    parties = [one for one in parties if not (one.deictic and one.start >= verb.end and one.ids in own)]
    parties = [one for one in parties if one.start < verb.end or not (does_next(chart, one) or _held_after(chart, one))]
    for noun in chart.within(chart.cues("noun.independence"), start, end):
        if owned_before(chart, noun):
            freed = _declared_free(chart, noun, verb)
            if freed is not None:
                return found([freed])
            return _hers(chart, discourse, verb)
        if _by_its_owner(chart, verb, noun):
            return Found()
        owners = [one for one in parties if one.role == "of" and one.distance(noun) <= 40]
        owners = [one for one in parties if _stands_bare(chart, one, noun)] or owners
        near = chart.nearest(noun, owners)
        if near is not None:
            return found(chart.group_of(near))
        owned = owned_by_adjective(chart, noun)
        if owned is not None:
            return found(chart.group_of(owned))
    after = [one for one in parties if one.start >= verb.end and one.role in ("", "object", "of", "and")]
    after = after or [one for one in parties if one.start >= verb.end and one.role == "to"] or _given_to(chart, verb)
    marked = [one for one in parties if one.start >= verb.end and one.role in ("object", "to")]
    if marked and not any(one.end <= verb.start and one.role == "" for one in parties):
        after = marked if any(one.role == "" for one in after) else after
    passive = any(one.role == "by" for one in (*chart.parties, *chart.actors))
    taken = ("object", "of", "to", "") if passive or chart.pack.inverts else ("object", "of", "to")
    before = [one for one in parties if one.end <= verb.start and one.role in taken]
    led = [one for one in parties if one.end <= verb.start and one.role == "object"]
    ahead = any(one.end <= verb.start and one.role == "" for one in parties)
    if led and not ahead and (chart.pack.cases or "deixis.object" in verb.classes):
        return found(chart.group_of(led[-1]))  # «Палестину признали Швеция и Норвегия», «A Egipto lo reconoció Uruguay»
    agent = any(one.role == "by" and 0 <= one.start - verb.end <= _AGENT_REACH for one in chart.parties)
    sides = (before, after) if chart.pack.order == "sov" or (agent and ahead) else (after, before)
    doers = set(subject_of(chart, discourse, verb).ids) if chart.pack.inverts else set()
    free = any(not doers & set(one.ids) for side in sides for one in side)
    back = "verb.withdraw" in verb.classes  # "Vanuatu zog seine | zurück": whom was told before
    for side in sides:
        others = [one for one in side if not doers & set(one.ids)] or ([] if doers and (free or back) else side)
        near = chart.nearest(verb, others, limit=_OBJECT_REACH)
        if near is not None:
            spoken = _titled(discourse) if near.deictic and leads(chart.pack) else Found()
            return spoken if spoken.ids else found(chart.group_of(near))
    return by_adjective(chart, start, end) or government_in(chart, start, end)


def _stands_bare(chart: Chart, one: Mention, noun: Mention) -> bool:
    """Whether a state right before its independence owns it with no ending of its own: "| Латвия | тәуелсіздігін"."""
    gap = chart.text[one.end : noun.start]
    if any(other.start == noun.start for other in chart.parties):
        return False  # "Түркия | тәуелсіздігімізді | мойындаған": it is ours
    return chart.pack.order == "sov" and one.role == "" and gap == " " and one.form != "adjective"


def _takes_pronoun(chart: Chart, verb: Mention) -> bool:
    """Whether a pronoun right behind the verb is whom those before it recognise: "Spanien und Polen erkennen | sie an".

    Refuses a pronoun that may do it itself, as nobody is named before: "1992 erkannte | sie Slowenien an".
    """
    start, _ = chart.clause(verb.start)
    he = ("deixis.him",) if chart.pack.inverts else ()  # "Rome recognised | him": the king
    cues = chart.cues(*he, "deixis.thing", "deixis.things")
    near = [one for one in cues if 0 < one.start - verb.end <= 1 and "deixis.pair" not in one.classes]
    doers = [one for one in chart.within(chart.parties, start, verb.start) if one.role == "" and not one.deictic]
    known = [one for one in chart.parties if near and one.start == near[0].start]
    return bool(near and doers and not known) and doers[-1].form != "adjective" and _last_named(chart, doers[-1], verb)


def _last_named(chart: Chart, doer: Mention, verb: Mention) -> bool:
    """Whether nobody stands between who recognises and the verb: not "A has ties with | B |, and recognised it"."""
    between = chart.within(chart.parties, doer.end, verb.start)
    return all(one.form == "adjective" for one in between)


def _titled(discourse: Discourse) -> Found:
    """The one that a document on recognition is about."""
    if not discourse.theme.endswith("recognition") or len(discourse.titled) != 1:
        return Found()
    return Found(ids=discourse.titled, context=discourse.topic.context() if discourse.topic is not None else ())


def _labels_row(chart: Chart, one: Mention) -> bool:
    """Whether a state only says whose line this is, so that it recognised: "Malawi: | anerkannt am 16. 11. 1994"."""
    return chart.text[one.end : one.end + 1] in (":", "：") and not any(x.isalpha() for x in chart.text[: one.start])


def _by_its_owner(chart: Chart, verb: Mention, noun: Mention) -> bool:
    """Whether who recognises owns the noun, and nobody says whose independence it is: «визнання РФ незалежності»."""
    if not chart.pack.cases or chart.pack.order != "svo" or not is_verbal_noun(chart, verb):
        return False
    _, end = chart.clause(verb.start)
    named = [one for one in chart.within(chart.parties, verb.end, end) if one.form != "adjective"]
    return bool(named) and named[0].end <= noun.start and not any(one.start >= noun.end for one in named)


def _hers(chart: Chart, discourse: Discourse, verb: Mention) -> Found:
    """Whose independence "her" is: of the one recognised right before, or the other of the two beside who does it."""
    doers = subject_of(chart, discourse, verb).ids
    if discourse.sentence - discourse.recognised_at <= 1 and len(discourse.recognised) == 1:
        return Found(ids=tuple(one for one in discourse.recognised if one not in doers))
    spoken = discourse.other_than(doers[0], settled=True) if len(doers) == 1 else None
    return Found(ids=spoken.ids, context=spoken.context()) if spoken is not None else Found()


def _held_after(chart: Chart, one: Mention) -> bool:
    """Whether a state is but who did it earlier: "recognised the kingdom in 1837, years after | Britain"."""
    first = min(other.start for other in chart.group_of(one))
    return any(0 <= first - cue.end <= 1 for cue in chart.cues("mark.before_verb"))


def _held(chart: Chart, discourse: Discourse, verb: Mention) -> Found:
    """What a pronoun in the verb stands for: what was recognised or refused last, "la reconoció", "l'a reconnue"."""
    told = [one.draft.roles for one in discourse.told_before() if isinstance(one.draft.roles, Recognition)]
    earlier = [one for one in chart.cues("verb.recognise", "verb.refuse") if one.end <= verb.start]
    if earlier:
        return objects_of(chart, discourse, earlier[-1])
    freed = [one for one in chart.cues("noun.independence") if one.end <= verb.start]
    owner = (_declared_free(chart, freed[-1], verb) or owner_of(chart, freed[-1])) if freed else None
    if owner is not None and owner.kind == "party":
        return found([owner])
    born = _named_before(chart, discourse, verb)
    if born is not None:
        return found([born])
    if told:
        return Found(ids=(told[-1].object,))
    doers = subject_of(chart, discourse, verb).ids
    spoken = discourse.other_one(doers[0]) if len(doers) == 1 else None
    one = discourse.the_one() if len(doers) > 1 and "deixis.object" not in verb.classes else None
    if len(doers) > 1 and discourse.theme.endswith("recognition"):
        return _titled(discourse)
    spoken = one if one is not None and not set(one.ids) & set(doers) else spoken
    return Found(ids=spoken.ids, context=spoken.context()) if spoken is not None else Found()


def _declared_free(chart: Chart, noun: Mention, verb: Mention) -> Mention | None:
    """Who is said to have declared its own independence before a verb: "Finland declared | its independence | and was".

    A day of its own, or another clause, parts the two.
    """
    if not leads(chart.pack) or noun.end > verb.start or not owned_before(chart, noun):
        return None
    start, _ = chart.clause(noun.start)
    apart = chart.within(chart.dates, noun.end, verb.start) or chart.clause(verb.start)[0] > noun.start
    named = [one for one in chart.within(chart.parties, start, noun.start) if one.role == ""]
    named = [one for one in named if one.form != "adjective"]
    return named[-1] if apart and named and not named[-1].deictic else None


def _named_before(chart: Chart, discourse: Discourse, verb: Mention) -> Mention | None:
    """Who was told of last in the sentence before a verb that only says "it": "X was born, and A recognised | it".

    Where names take endings, the only one but who does it: «За Црну Гору дан је други: Србија | ју је признала |».
    """
    start, _ = chart.clause(verb.start)
    doers = subject_of(chart, discourse, verb).ids
    led = chart.pack.order == "svo" and bool(chart.pack.cases) and not chart.pack.inverts
    named = [one for one in chart.parties if one.end <= (verb.start if led else start) and one.form != "adjective"]
    near = [one for one in named if not one.deictic and len(one.ids) == 1 and not set(one.ids) & set(doers)]
    if led:
        return near[0] if len(found(near).ids) == 1 else None
    free = [one for one in near if one.role == ""]
    return free[-1] if free and chart.pack.order == "vso" else None
