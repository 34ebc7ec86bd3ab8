"""Which parties belong to an anchor: its subject, its owner, its pair."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from comity.claims.clauses.relative import leads
from comity.claims.context.discourse import Discourse, Found
from comity.claims.days.date_owners import events
from comity.claims.frames.sides.coupled import taken_by_last
from comity.claims.frames.times.chain import each_on_its_day
from comity.claims.sentences.chart import Chart, party_ids
from comity.claims.sentences.marks import COMMAS, SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import joined, left_words
from comity.model.selector import Selector

_TAKEN = ("object", "to")
_RIGHT_BEFORE = 2
_FAR = 40
_INVERTED = 45
_RIGHT_BEHIND = 8
_OPENING = 6
_ARTICLE = 4
_WORD = re.compile(r"[^\W\d_]+")


def found(mentions: Iterable[Mention]) -> Found:
    """The parties of these mentions, each once, with their context."""
    ids: dict[str, None] = {}
    context: dict[Selector, None] = {}
    for one in mentions:
        ids |= dict.fromkeys(party_ids(one))
        context |= dict.fromkeys(one.context)
    return Found(ids=tuple(ids), context=tuple(context))


def _far_town(chart: Chart, one: Mention, verb: Mention, candidates: Sequence[Mention]) -> bool:
    """Whether a town is far behind a verb whose doer leads the clause: "A recalled its envoy over acts | by London"."""
    start, _ = chart.clause(verb.start)
    led = any(start <= it.start and it.end <= verb.start and it.kind == "party" and not it.role for it in candidates)
    return leads(chart.pack) and one.kind == "city" and one.start - verb.end > _FAR and led


def subject_of(chart: Chart, discourse: Discourse, verb: Mention) -> Found:
    """Who does it: the party or person with no role before the verb (behind it where verbs come first)."""
    candidates = [
        one
        for one in (*chart.parties, *chart.actors, *acting_cities(chart))
        if (one.role in ("", "by", "and") or _says(chart, one)) and party_ids(one) and one.form not in ("adjective",)
    ]
    candidates = [one for one in candidates if not _asked_apart(chart, one, verb)]
    candidates = [one for one in candidates if not taken_by_last(chart, one, verb, candidates)]
    cities = chart.pack.order != "vso"  # a city stands for its state where nobody else does
    candidates.sort(key=lambda one: (cities and one.kind == "city", one.start))
    owner = _doer_of_noun(chart, verb)
    if owner is not None:
        return found(chart.group_of(owner))
    agents = [one for one in candidates if one.role == "by" and not _by_another(chart, one, verb, candidates)]
    agents = [one for one in agents if not _far_town(chart, one, verb, candidates)]
    if agents:
        near = chart.nearest(verb, agents)
        if near is not None:
            return found(chart.group_of(near))
    start, _ = chart.clause(verb.start)
    before = [one for one in candidates if one.end <= verb.start and one.role != "by"]
    inside = [one for one in before if one.start >= start]
    inside = _in_same_quotation(chart, verb, inside) or inside
    if chart.pack.order == "vso":
        if "verb.hold" in verb.classes and inside:
            return found(chart.group_of(inside[-1]))  # «كينيا | عضو | في الأمم المتحدة»: a noun says what it is
        behind = [one for one in candidates if one.start >= verb.end and not _covered(chart, verb, one)]
        near = chart.nearest(verb, behind, limit=60) or (inside[-1] if inside else None)
        near = near or _last_subject(chart, before)
        if near is not None:
            return found(chart.group_of(near))
    if chart.pack.inverts and _led_by_phrase(chart, verb):
        behind = [one for one in candidates if one.start >= verb.end and one.role == ""]
        near = chart.nearest(verb, behind, limit=_INVERTED)
        if near is not None:
            return found(chart.group_of(near))
    other = _by_number(chart, candidates, verb)
    if other is not None:
        return found(chart.group_of(other))
    asked = _asked(chart, candidates, verb)
    if asked is not None:
        return found(chart.group_of(asked))
    if chart.pack.inverts and not inside:
        end = chart.clause(verb.start)[1]
        behind = [one for one in candidates if verb.end <= one.start < end and one.role == ""]
        near = chart.nearest(verb, behind, limit=_INVERTED)
        if near is not None:
            return found(chart.group_of(near))
    after = _postposed(chart, candidates, verb)
    if after is not None:
        return found(chart.group_of(after))
    beside = [one for one in inside if verb.start - one.end <= _RIGHT_BEFORE or _told_to(chart, one, verb)]
    if beside and chart.pack.order == "svo" and beside[-1].role != "by" and not _takes_before(chart, beside[-1], verb):
        return found(chart.group_of(beside[-1]))
    pick = inside or before
    apart = each_on_its_day(chart, verb.start)
    if apart:
        return found([apart[-1][0]])
    if pick:
        first = next((one for one in pick if not _relative(chart, one, verb)), pick[-1])
        group = chart.group_of(first)
        if not chart.pack.spaced and first not in inside and first.role == "":
            group = [one for one in group if one.role != "with"]
        return found(group)
    return Found()


def _by_number(chart: Chart, candidates: Sequence[Mention], verb: Mention) -> Mention | None:
    """Who stands right behind a verb that agrees with it in number, not with who leads: "A, B und C erkannte | X | an".

    Only where verbs tell one from several and what is taken may lead; an article may tell it: "Den Kosovo hat | X".
    """
    start, end = chart.clause(verb.start)
    free = [one for one in candidates if one.kind == "party" and one.role == "" and start <= one.start < end]
    helping = [cue for cue in chart.within(chart.cues("verb.have"), start, verb.start) if chart.pack.inverts]
    last, verb = verb, helping[-1] if helping and chart.pack.closes else verb
    led = [one for one in free if one.end <= verb.start]
    limit = _RIGHT_BEHIND if last is verb else last.start - verb.end
    behind = [one for one in free if 0 < one.start - verb.end <= limit]
    if not chart.pack.inverts or not led or not behind or chart.group_of(led[0]) != led:
        return None
    several = chart.text[verb.start : verb.end].lower().split(" ")[0].endswith(chart.pack.plural_verbs)
    apart = several != (len(led) > 1) and several == (len(chart.group_of(behind[0])) > 1)
    word = next((word.lower() for _, word in left_words(chart.text, led[0].start, 1)), "")
    return behind[0] if apart or word in chart.pack.which_objects else None


def _takes_before(chart: Chart, one: Mention, verb: Mention) -> bool:
    """Whether a name right before a verb that closes its clause is whom it takes: "Chile hat | Serbien | anerkannt".

    Who does it leads; refuses a name that nobody stands before, and a verb with more behind it.
    """
    start, end = chart.clause(verb.start)
    led = [other for other in chart.parties if start <= other.start < one.start and other.role == ""]
    if not chart.pack.closes or all(other in chart.group_of(one) for other in led):
        return False
    first = _WORD.search(chart.text, verb.end, end)
    word = first.group().lower() if first is not None else ""
    return not word or word in chart.pack.finals or word in chart.pack.joiners or "," in chart.text[verb.end : end]


def _covered(chart: Chart, verb: Mention, one: Mention) -> bool:
    """Whether another verb behind takes a name as what it covers: "سفارة في روما | يغطي سفيرها | مالطا"."""
    return any(verb.end <= cue.start < one.start for cue in chart.cues("verb.accredit"))


def _last_subject(chart: Chart, before: Sequence[Mention]) -> Mention | None:
    """Who was told of last before a clause that names nobody: "…، والجزائر عضو في الجامعة، | وقد طلبت الانضمام".

    Refuses "their relations", which nobody is.
    """
    ties = {one.start for one in chart.cues("noun.relations", "noun.bare_relations")}
    told = [one for one in before if one.role == "" and one.start not in ties]
    return max(told, key=lambda one: one.start, default=None)


def _says(chart: Chart, one: Mention) -> bool:
    """Whether "in" only opens when something was, and who says it follows: "在 | 西班牙 | 宣布承认巴勒斯坦后，…"."""
    said = (cue for cue in chart.cues("fact.said") if cue.start == one.end)
    return not chart.pack.spaced and one.kind == "party" and one.role == "in" and any(said)


def _doer_of_noun(chart: Chart, verb: Mention) -> Mention | None:
    """Who does what a verbal noun tells: the owner before it, "Malezya'nın | Konsey'e seçilmesini …"; None for a verb.

    So too before a participle that takes its doer as owner: "Gana'nın | KKTC'yi tanıdığı iddia edildi".

    Refuses the owner of what is recognised: "Kazakistan'ın bağımsızlığını tanıması".
    """
    nouns = (*chart.pack.nominals, *chart.pack.relatives) if chart.pack.nominals else ()
    if not nouns or not chart.text[verb.start : verb.end].lower().endswith(nouns):
        return None
    start, _ = chart.clause(verb.start)
    whose = (*chart.parties, *chart.actors, *chart.kind("organization"))
    inside = sorted(chart.within(whose, start, verb.start), key=lambda one: one.start)
    inside = [one for one in inside if one.ids]
    owners = [one for one in inside if one.role == "of" and one.form != "adjective"]
    objects = chart.cues("noun.independence", "mission", "noun.relations", "noun.bare_relations")
    free = [one for one in owners if not any(0 <= cue.start - one.end <= _RIGHT_BEFORE for cue in objects)]
    return free[-1] if free else None


def _told_to(chart: Chart, one: Mention, verb: Mention) -> bool:
    """Whether one word of aim joins a name to the verb: "ordered Syria | to | close", where Syria does it."""
    gap = chart.text[one.end : verb.start].strip().lower()
    return chart.pack.before.get(gap) == "to" and one.kind == "party"


def _asked_apart(chart: Chart, one: Mention, verb: Mention) -> bool:
    """Whether somebody was asked for something in another clause: "asked London for aid; | the legation was closed"."""
    apart = chart.pack.order == "svo" and chart.pack.spaced and one.end <= chart.clause(verb.start)[0]
    return apart and any(0 < one.start - cue.end <= 1 for cue in chart.cues("fact.request"))


def _asked(chart: Chart, candidates: Sequence[Mention], verb: Mention) -> Mention | None:
    """Who is asked to do it, between the word for asking and a verb at the end: "forderte | Bolivien auf beizutreten".

    Only where a clause closes with its verb; who asks stands before the word. Where names take endings, it is whom
    the word for asking takes right behind it: «попросил | Черногорию | открыть консульство».
    """
    start, _ = chart.clause(verb.start)
    asking = [one for one in chart.within(chart.cues("fact.request"), start, verb.start) if one is not verb]
    if asking and chart.pack.cases and chart.pack.order == "svo" and not chart.pack.inverts:
        taken = [one for one in chart.within(chart.parties, asking[-1].end, verb.start) if one.form != "adjective"]
        right = [one for one in taken if one.role in _TAKEN and one.start - asking[-1].end <= _RIGHT_BEFORE]
        return taken[0] if right and len(taken) == 1 else None
    if asking and chart.pack.order == "svo" and chart.pack.adjectives == "after" and not chart.pack.cases:
        return _asked_of(chart, asking[-1], verb)
    if not chart.pack.inverts or not asking:
        return None
    told = [one for one in candidates if asking[-1].end <= one.start < verb.start and one.role == ""]
    if not told:  # "Tansania habe | Deutschland | gebeten, ein Konsulat einzurichten"
        named = sorted(candidates, key=lambda one: one.start)
        before = [one for one in named if start <= one.start and one.end <= asking[-1].start and one.role == ""]
        beside = before[1:] and 0 < asking[-1].start - before[-1].end <= _RIGHT_BEFORE
        told = before[-1:] if beside and before[-1].ids != before[0].ids else []
    return told[0] if told and told[0].kind == "party" else None


def _asked_of(chart: Chart, asking: Mention, verb: Mention) -> Mention | None:
    """Whom a small word leads to right behind the word for asking: "a demandé | à la Finlande | d'ouvrir un consulat".

    Refuses what is asked to be let do: "a demandé au Ghana l'autorisation d'ouvrir", and whoever else is named between.
    """
    taken = [one for one in chart.within(chart.parties, asking.end, verb.start) if one.form != "adjective"]
    between = chart.text[asking.end : taken[0].start] if len(taken) == 1 else ""
    for day in (
        chart.within(chart.dates, asking.end, taken[0].start) if between else ()
    ):  # "a prié | mardi | la Zambie de"
        between = between.replace(chart.text[day.start : day.end], " ")
    words = between.lower().split()
    small = bool(words) and all(word in chart.pack.before or word in chart.pack.skip for word in words)
    let = any(cue.end <= verb.start for cue in chart.within(chart.cues("mark.let"), asking.end, verb.start))
    return taken[0] if small and not let and taken[0].role in ("in", "to", "object", "") else None


def _postposed(chart: Chart, candidates: Sequence[Mention], verb: Mention) -> Mention | None:
    """Who does it where it stands right behind the verb: "Abrió | Colombia su embajada", "las reanudó | Kofi Busia".

    Also behind a date or a phrase with a marker, "En 1980 cerró | Chile su embajada". Refuses a verb before which
    somebody stands who may do it, but where it holds its object as a pronoun.
    """
    if chart.pack.order != "svo" or not chart.pack.postposes:
        return None
    start, _ = chart.clause(verb.start)
    leads = not any(start <= one.start < verb.start and one.role != "by" for one in candidates)
    if not leads and "deixis.object" not in verb.classes:
        return None
    right = [one for one in candidates if one.role == "" and 0 < one.start - verb.end <= _RIGHT_BEHIND]
    return right[0] if right else None


def _led_by_phrase(chart: Chart, verb: Mention) -> bool:
    """Whether a clause begins with a date or a marked phrase, so that who does it stands behind the verb."""
    start, _ = chart.clause(verb.start)
    first = re.compile(r"\W*([^\W\d_]+)").match(chart.text, start)
    dated_first = any(one.start <= start + _OPENING for one in chart.dates if one.start >= start)
    return dated_first or (first is not None and first.group(1).lower() in chart.pack.before)


def _relative(chart: Chart, one: Mention, verb: Mention) -> bool:
    """Whether the candidate is the subject of an earlier verb and the later one has its own nearer one."""
    nearer = [other for other in chart.parties if one.end < other.start < verb.start and other.role == ""]
    nearer = [other for other in nearer if not _taken_by_verb(chart, other) and not _taken_before(chart, other, verb)]
    told = any(
        one.end <= other.start < verb.start and not (other.classes & verb.classes)
        for other in events(chart)
        if other.start != verb.start
    )
    return bool(nearer) and (told or _only_says(chart, one, nearer[-1]))


def _taken_before(chart: Chart, one: Mention, verb: Mention) -> bool:
    """Whether a name is the object of the verb that a joiner couples this one to: "recognised | Peru | and opened"."""
    if chart.pack.order != "svo" or not chart.pack.spaced or chart.pack.inverts:
        return False
    words = [word.lower() for _, word in left_words(chart.text, verb.start, 2)]
    words = (
        words if words and words[0] in chart.pack.joiners else [one for one in words[1:] if len(words[0]) <= _ARTICLE]
    )
    taken = any(0 < one.start - cue.end <= _ARTICLE for cue in events(chart))
    return taken and bool(words) and words[0] in chart.pack.joiners


def _taken_by_verb(chart: Chart, one: Mention) -> bool:
    """Whether a name is what the verb right before it takes, where no ending and no marker says so: "承認 | 法國"."""
    if chart.pack.spaced:
        return False
    signs = chart.pack.perfects
    ends = {cue.end for cue in chart.cues("verb.recognise", "verb.refuse", "verb.replace", "verb.expel", "verb.admit")}
    return one.start in ends or (chart.text[one.start - 1 : one.start] in signs and one.start - 1 in ends)


def _only_says(chart: Chart, one: Mention, nearer: Mention) -> bool:
    """Whether somebody only says what another did: "Belgrade | affirme que | le Burundi a retiré …"."""
    said = chart.cues("fact.said", "fact.deny", "fact.allege") if chart.pack.spaced else ()
    return any(0 <= cue.start - one.end <= _RIGHT_BEFORE and cue.end <= nearer.start for cue in said)


def _by_another(chart: Chart, agent: Mention, verb: Mention, candidates: Sequence[Mention]) -> bool:
    """Whether an agent is that of a later verb: "Kosovo, que le Pérou | reconnut |, est contestée par | la Serbie".

    Only where who leads the verb is named; verbs that a joiner couples share their agent ("fondée et dirigée par").
    """
    if not chart.pack.spaced and agent.start > verb.end:
        return has_any(chart.text[verb.end : agent.start], COMMAS + SEMICOLONS)  # "宣布断交；| 经莫桑比克 | 斡旋"
    if not chart.pack.spaced or chart.pack.order != "svo" or chart.pack.inverts or agent.start < verb.end:
        return False
    later = [one for one in chart.cues("verb") if verb.end <= one.start and one.end <= agent.start]
    start, _ = chart.clause(verb.start)
    first = any(one.role == "" and start <= one.start and one.end <= verb.start for one in candidates)
    if first and "," in chart.text[verb.end : agent.start]:
        return True  # "Perú asumió la presidencia de X, organismo integrado | por Colombia, Chile …"
    led = any(one.role == "" and 0 <= verb.start - one.end <= _RIGHT_BEFORE for one in candidates)
    return led and bool(later) and not joined(chart.text[verb.end : later[0].start], chart.pack)


def acting_cities(chart: Chart) -> list[Mention]:
    roles = ("", "by") if chart.pack.spaced else ("",)
    return [one for one in chart.kind("city") if one.role in roles and one.country]


def stranger(chart: Chart, anchor: Mention) -> bool:
    """Whether somebody whose party is not known does it: "Prime Minister Blaize established relations with …"."""
    start, _ = chart.clause(anchor.start)
    return any(
        start <= one.start < anchor.start and one.role == "" and one.actor is not None and one.actor.person
        for one in chart.actors
        if not one.ids
    )


def is_partner(chart: Chart, one: Mention) -> bool:
    """Whether a marker says with whom relations are: "with A"; in German also "1957 | zu Jugoslawien |"."""
    return one.role == "with" or (one.role == "to" and chart.pack.inverts)


def _in_same_quotation(chart: Chart, verb: Mention, candidates: Sequence[Mention]) -> list[Mention]:
    """Those of the quotation that a verb stands in, verbs last: "Bakan X de “| KKTC | üye kabul edildi” dedi"."""
    opened = max(chart.text.rfind(mark, 0, verb.start) for mark in "“«„")
    closed = max(chart.text.rfind(mark, 0, verb.start) for mark in "”»")
    quoted = chart.pack.order == "sov" and opened > closed
    return [one for one in candidates if quoted and one.start > opened]
