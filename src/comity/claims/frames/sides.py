"""Which parties belong to an anchor: its subject, its owner, its pair."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from comity.claims.chart import Chart, party_ids
from comity.claims.discourse import Discourse, Found, Spoken
from comity.claims.frames.chain import each_on_its_day
from comity.claims.frames.date_owners import events
from comity.claims.marks import count_commas
from comity.claims.mention import Mention
from comity.model.selector import Selector

_PER_RANK = 8
_RIGHT_BEFORE = 2
_SEATED = 12
_INVERTED = 45
_RIGHT_BEHIND = 8
_OPENING = 6
_NAMED = 30
_TIES = frozenset({"noun.relations", "noun.bare_relations", "noun.dispute", "noun.border"})


def found(mentions: Iterable[Mention]) -> Found:
    """The parties of these mentions, each once, with their context."""
    ids: dict[str, None] = {}
    context: dict[Selector, None] = {}
    for one in mentions:
        ids |= dict.fromkeys(party_ids(one))
        context |= dict.fromkeys(one.context)
    return Found(ids=tuple(ids), context=tuple(context))


def subject_of(chart: Chart, discourse: Discourse, verb: Mention) -> Found:
    """Who does it: the party or person with no role before the verb (behind it where verbs come first)."""
    candidates = [
        one
        for one in (*chart.parties, *chart.actors, *acting_cities(chart))
        if one.role in ("", "by", "and") and party_ids(one) and one.form not in ("adjective",)
    ]
    candidates = [one for one in candidates if not _asked_apart(chart, one, verb)]
    owner = _doer_of_noun(chart, verb)
    if owner is not None:
        return found(chart.group_of(owner))
    agents = [one for one in candidates if one.role == "by"]
    if agents:
        near = chart.nearest(verb, agents)
        if near is not None:
            return found(chart.group_of(near))
    start, _ = chart.clause(verb.start)
    before = [one for one in candidates if one.end <= verb.start and one.role != "by"]
    inside = [one for one in before if one.start >= start]
    if chart.pack.order == "vso":
        behind = [one for one in candidates if one.start >= verb.end]
        near = chart.nearest(verb, behind, limit=60) or (inside[-1] if inside else None)
        near = near or _last_subject(chart, before)
        if near is not None:
            return found(chart.group_of(near))
    if chart.pack.inverts and _led_by_phrase(chart, verb):
        behind = [one for one in candidates if one.start >= verb.end and one.role == ""]
        near = chart.nearest(verb, behind, limit=_INVERTED)
        if near is not None:
            return found(chart.group_of(near))
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
    if beside and chart.pack.order == "svo" and beside[-1].role != "by":
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


def _last_subject(chart: Chart, before: Sequence[Mention]) -> Mention | None:
    """Who was told of last before a clause that names nobody: "…، والجزائر عضو في الجامعة، | وقد طلبت الانضمام".

    Refuses "their relations", which nobody is.
    """
    ties = {one.start for one in chart.cues("noun.relations", "noun.bare_relations")}
    told = [one for one in before if one.role == "" and one.start not in ties]
    return max(told, key=lambda one: one.start, default=None)


def _doer_of_noun(chart: Chart, verb: Mention) -> Mention | None:
    """Who does what a verbal noun tells: the owner before it, "Malezya'nın | Konsey'e seçilmesini …"; None for a verb.

    Refuses the owner of what is recognised: "Kazakistan'ın bağımsızlığını tanıması".
    """
    if not chart.pack.nominals or not chart.text[verb.start : verb.end].lower().endswith(chart.pack.nominals):
        return None
    start, _ = chart.clause(verb.start)
    inside = [one for one in chart.within((*chart.parties, *chart.actors), start, verb.start) if one.ids]
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

    Only where a clause closes with its verb; who asks stands before the word.
    """
    start, _ = chart.clause(verb.start)
    asking = [one for one in chart.within(chart.cues("fact.request"), start, verb.start) if one is not verb]
    if not chart.pack.inverts or not asking:
        return None
    told = [one for one in candidates if asking[-1].end <= one.start < verb.start and one.role == ""]
    return told[0] if told and told[0].kind == "party" else None


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
    return any(
        one.end <= other.start < verb.start and not (other.classes & verb.classes)
        for other in events(chart)
        if other.start != verb.start
    ) and any(one.end < nearer.start < verb.start and nearer.role == "" for nearer in chart.parties)


def acting_cities(chart: Chart) -> list[Mention]:
    roles = ("", "by") if chart.pack.spaced else ("",)
    return [one for one in chart.kind("city") if one.role in roles and one.country]


def _stranger(chart: Chart, anchor: Mention) -> bool:
    """Whether somebody whose party is not known does it: "Prime Minister Blaize established relations with …"."""
    start, _ = chart.clause(anchor.start)
    return any(
        start <= one.start < anchor.start and one.role == "" and one.actor is not None and one.actor.person
        for one in chart.actors
        if not one.ids
    )


def pair_of(chart: Chart, discourse: Discourse, anchor: Mention) -> list[Found]:
    """The pairs of parties an anchor is about, most explicit sign first; empty where they are not known.

    "between A and B", "both countries", "A-B relations", "A … with B, C and D" (a pair each), else the two in question.
    """
    start, end = chart.clause(anchor.start)
    bodies = [one for one in chart.kind("organization") if one.role in ("between", "with")]
    named = sorted([*chart.parties, *bodies], key=lambda one: one.start)
    named = [one for one in named if chart.then(anchor.start) or not chart.then(one.start)]
    before = [one for one in named if one.end <= anchor.start] if not chart.pack.spaced else []
    near = [one for one in named if start <= one.start < end] or before or named
    meant = anchor.form in ("both", "it")
    if meant and not any(one.role in ("with", "between") and not one.deictic for one in near):
        return _told_before(chart, discourse, anchor)
    best: tuple[int, list[Found]] | None = None
    for rank, rule in enumerate((_between, _both, _listed_pair, _with)):
        pairs, reach = rule(chart, discourse, anchor, near)
        if pairs and (best is None or reach + rank * _PER_RANK < best[0]):
            best = (reach + rank * _PER_RANK, pairs)
    if best is not None:
        return best[1]
    if _with_stranger(chart, anchor):
        return []
    partners = [one for one in near if one.role == "with"]
    topic = discourse.topic.ids if discourse.topic is not None else ()
    outside = len(topic) == 2 and bool(partners) and not set(topic) & set(found(partners).ids)
    if partners and (outside or _stranger(chart, anchor)):
        return []
    whole = found(one for one in near if one.role in ("", "of", "in", "to", "by", "object"))
    if len(whole.ids) == 2:
        return [whole]
    if len(whole.ids) == 1:
        both = _two_of_sentence(chart, discourse, whole)
        if both is not None and anchor.classes & _TIES:
            return [both]
        sent = _dealing_before(chart, anchor)
        if sent is not None:
            return [sent]
        other = discourse.other_than(whole.ids[0])
        if other is not None:
            return [Found(ids=(whole.ids[0], *other.ids), context=other.context())]
        if discourse.topic and len(discourse.topic.ids) == 1 and discourse.topic.ids != whole.ids:
            return [Found(ids=(*discourse.topic.ids, *whole.ids), context=discourse.topic.context())]
        return []
    if not whole.ids:
        apart = _topic_with(chart, discourse, named)
        if apart is not None:
            return [apart]
        guest = _guest_and_host(chart, start, end)
        if len(guest.ids) == 2:
            return [guest]
        pair = discourse.the_pair()
        if pair is not None and len(pair.ids) == 2:
            return [Found(ids=pair.ids, context=pair.context())]
    return []


def _dealing_before(chart: Chart, anchor: Mention) -> Found | None:
    """The two whose mission was told of right before: "A closed its legation in Washington and | relations were …"."""
    if not any(one.end <= anchor.start for one in chart.cues("mission")):
        return None
    sent = found(one for one in chart.parties if not one.deictic and one.form != "adjective")
    seats = [one for one in chart.kind("city") if one.role == "in" and one.country]
    hosts = {one.country for one in seats} - set(sent.ids)
    apart = bool(seats) and seats[0].end <= anchor.start and not chart.has("mark.relative")
    if len(sent.ids) != 1 or len(hosts) != 1 or len(seats) != 1 or not apart:
        return None
    return Found(ids=(*sent.ids, *hosts), context=sent.context)


def _two_of_sentence(chart: Chart, discourse: Discourse, one: Found) -> Found | None:
    """The only two that a sentence names for themselves, where a clause names one: "…; then B broke off relations".

    Refuses two of whom the document's pair has only this one.
    """
    named = found(x for x in (*chart.parties, *chart.kind("organization")) if x.form != "adjective" and not x.deictic)
    pair = discourse.the_pair()
    strange = pair is not None and one.ids[0] in pair.ids and not set(named.ids) <= set(pair.ids)
    return named if len(named.ids) == 2 and one.ids[0] in named.ids and not strange else None


def _with_stranger(chart: Chart, anchor: Mention) -> bool:
    """Whether "with" stands right behind and nobody known behind that: "rompió relaciones con | la isla caribeña"."""
    word = re.compile(r"\s+([^\W\d_]+)").match(chart.text, anchor.end)
    if word is None or chart.pack.before.get(word.group(1).lower()) != "with" or not chart.pack.spaced:
        return False
    known = (*chart.kind("party", "organization", "city", "actor"), *chart.cues("deixis"))
    return not any(word.end() <= one.start <= word.end() + _NAMED for one in known)


def _topic_with(chart: Chart, discourse: Discourse, named: Sequence[Mention]) -> Found | None:
    """The document's one topic with the one other that the sentence names, or where a mission sits; None for more."""
    topic = discourse.topic
    seats = [
        city
        for city in chart.kind("city")
        if any(0 < city.start - noun.end <= _SEATED for noun in chart.cues("mission"))
    ]
    others = found(one for one in named if one.kind == "party")
    others = others if others.ids else found(seats)
    if topic is None or len(topic.ids) != 1 or not others.ids:
        return None
    rest = [one for one in others.ids if one not in topic.ids]
    return Found(ids=(*topic.ids, *rest), context=topic.context()) if len(rest) == 1 else None


def _one_with_many(discourse: Discourse, partners: Found) -> Spoken | None:
    """Whose relations a sentence without a subject tells of: the document's one topic, else who was spoken of.

    Nobody where neither the partner nor who was spoken of last is one of the two the document is about.
    """
    spoken, topic = discourse.the_one(), discourse.topic
    if topic is None and discourse.home_shown and discourse.home not in partners.ids:
        return Spoken(ids=(discourse.home,))
    if spoken is None or topic is None:
        return spoken or topic
    if len(topic.ids) == 2 and not set(topic.ids) & {*spoken.ids, *partners.ids}:
        return None
    rest = tuple(one for one in topic.ids if one not in partners.ids)
    if len(topic.ids) == 2 and len(rest) == 1 and not set(spoken.ids) <= set(topic.ids):
        return Spoken(ids=rest, place=topic.place)
    return spoken if set(spoken.ids) <= set(topic.ids) or len(topic.ids) > 1 else topic


def _told_before(chart: Chart, discourse: Discourse, pronoun: Mention) -> list[Found]:
    """The pairs whose relations a pronoun means: those of the noun before it in its sentence, else told of last."""
    nouns = [
        one
        for one in chart.cues("noun.relations", "noun.bare_relations")
        if one.start < pronoun.start and one.end <= pronoun.start
    ]
    if nouns:
        return pair_of(chart, discourse, nouns[-1])
    return list(discourse.recent_relations())


def _guest_and_host(chart: Chart, start: int, end: int) -> Found:
    """Who acts and whose city they are in, where a clause names no state: "… Putin Ulanbator'da … imzaladı"."""
    acting = [one for one in chart.within(chart.actors, start, end) if one.ids and one.role in ("", "of", "by")]
    cities = [one for one in chart.within(chart.kind("city"), start, end) if one.role in ("in", "to") and one.country]
    return found([*acting, *cities]) if acting and cities else Found()


_Pairs = tuple[list[Found], int]


def _reach(anchor: Mention, members: Iterable[Mention]) -> int:
    return min((one.distance(anchor) for one in members), default=0)


def _between(chart: Chart, _: Discourse, anchor: Mention, near: Sequence[Mention]) -> _Pairs:
    members = [one for one in near if one.role == "between"]
    group = found(members)
    if len(group.ids) > 2:
        first = chart.nearest(anchor, members)
        group = found(chart.group_of(first)) if first else group
    return ([group], _reach(anchor, members)) if len(group.ids) == 2 else ([], 0)


def _both(chart: Chart, _: Discourse, anchor: Mention, near: Sequence[Mention]) -> _Pairs:
    both = [one for one in near if one.deictic and len(one.ids) == 2]
    one = chart.nearest(anchor, both)
    if one is not None and one.role == "with":  # «Мальта признала A и B; с обеими установлены отношения»
        who = [other for other in chart.parties if other.end <= one.start and other.role == "" and not other.deictic]
        lead = found(who[:1]).ids
        if len(lead) == 1 and lead[0] not in one.ids:
            return [Found(ids=(lead[0], party), context=one.context) for party in one.ids], one.distance(anchor)
    return ([Found(ids=one.ids, context=one.context)], one.distance(anchor)) if one else ([], 0)


def _listed_pair(chart: Chart, _: Discourse, anchor: Mention, near: Sequence[Mention]) -> _Pairs:
    for one in near:
        group = chart.group_of(one)
        whole = found(group)
        if len(whole.ids) == 2 and (one.role in ("", "of") or one.form == "adjective"):
            with_parties = [other for other in near if other.role == "with" and other not in group]
            if not with_parties:
                return [whole], _reach(anchor, group)
    return [], 0


def _with(chart: Chart, discourse: Discourse, anchor: Mention, near: Sequence[Mention]) -> _Pairs:
    others = [one for one in near if one.role in ("with", "to")]
    beside = [one for one in others if 0 <= one.start - anchor.end <= _RIGHT_BEHIND]
    partner = chart.nearest(anchor, beside or [one for one in others if one.role == "with"] or others)
    if partner is None:
        return [], 0
    group = chart.group_of(partner)
    partners = found(one for one in group if one.role in ("with", "to"))
    subjects, context = _beside(chart, discourse, anchor, near, partners)
    if len(subjects) != 1:
        return [], 0
    pairs = [Found(ids=(subjects[0], one), context=(*context, *partners.context)) for one in partners.ids]
    return pairs, partner.distance(anchor)


def _aside(chart: Chart, anchor: Mention, one: Mention) -> bool:
    """Whether a name stands in a phrase of its own behind what is told: "broke off relations with A, blaming B …"."""
    return one.start > anchor.end and bool(chart.pack.cases) and count_commas(chart.between(anchor, one)) > 0


def _beside(
    chart: Chart, discourse: Discourse, anchor: Mention, near: Sequence[Mention], partners: Found
) -> tuple[tuple[str, ...], tuple[Selector, ...]]:
    """The one that the partners are partners of: right before them, the subject, an owner, else the one spoken of."""

    def rest(some: Found) -> tuple[str, ...]:
        return tuple(one for one in some.ids if one not in partners.ids)

    subject = subject_of(chart, discourse, anchor)
    if len(rest(subject)) == 1:
        return rest(subject), subject.context
    alone = found(one for one in chart.parties if one.role == "" and set(one.ids) <= set(rest(subject)))
    if not chart.pack.spaced and len(alone.ids) == 1:
        return alone.ids, alone.context
    if _stranger(chart, anchor):
        return (), ()
    owners = found(
        one for one in near if (one.form == "adjective" or one.role in ("of", "")) and not _aside(chart, anchor, one)
    )
    if rest(owners):
        return rest(owners)[:1], owners.context
    spoken = _one_with_many(discourse, partners)
    return (rest(Found(ids=spoken.ids)), spoken.context()) if spoken is not None else ((), ())
