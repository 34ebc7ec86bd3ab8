"""The pairs of parties that an anchor is about: "between A and B", "both countries", "A … with B, C and D"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from comity.claims.clauses.relative import leads
from comity.claims.context.discourse import Discourse, Found, Spoken
from comity.claims.days.date_owners import events
from comity.claims.frames.sides.acting_pairs import dealing_before, guest_and_host, signing, two_said
from comity.claims.frames.sides.hubs import does_so_too, hub_for, in_a_phrase
from comity.claims.frames.sides.lines import line_of, other_than_heirs
from comity.claims.frames.sides.of_anchor import found, is_partner, stranger, subject_of
from comity.claims.frames.sides.own_verb import of_own_verb
from comity.claims.frames.sides.strange_partners import between_stranger, with_stranger
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import count_commas
from comity.claims.sentences.mention import Mention
from comity.model.selector import Selector

_PER_RANK = 8
_SEATED = 12
_RIGHT_BEHIND = 8
_OWNED = 25
_TIES = frozenset({"noun.relations", "noun.bare_relations", "noun.dispute", "noun.border"})
_Pairs = tuple[list[Found], int]


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
    near = of_own_verb(chart, anchor, _up_to_others(chart, anchor, near))
    near = [one for one in near if not (does_so_too(chart, anchor, one) or in_a_phrase(chart, anchor, one))]
    meant = anchor.form in ("both", "it")
    held = chart.pack.spaced and "noun.relations" in anchor.classes and "verb.sever" in anchor.classes
    near = [one for one in near if not ((meant or held) and _of_a_later(chart, anchor, one))]
    alone = not any(one.role in ("with", "between") and not one.deictic for one in near)
    told = _told_before(chart, discourse, anchor) if alone and (meant or held or "mark.ties" in anchor.classes) else []
    whose = _whose(discourse, anchor, near, told) if told else []
    if alone and (meant or "mark.ties" in anchor.classes):
        return whose
    if told and not whose:
        return []
    if between_stranger(chart, anchor, near):
        return []
    hyphened = _hyphened(chart, anchor) or two_said(chart, anchor)
    if hyphened is not None:
        return [hyphened]
    many = _among_many(chart, discourse, anchor, found(named))
    if many:
        return many
    best: tuple[int, list[Found]] | None = None
    for rank, rule in enumerate((_between, _both, _listed_pair, _with)):
        pairs, reach = rule(chart, discourse, anchor, near)
        if pairs and (best is None or reach + rank * _PER_RANK < best[0]):
            best = (reach + rank * _PER_RANK, pairs)
    if best is not None:
        return best[1]
    if with_stranger(chart, anchor):
        return []
    partners = [one for one in near if one.role == "with"]
    topic = discourse.topic.ids if discourse.topic is not None else ()
    outside = len(topic) == 2 and bool(partners) and not set(topic) & set(found(partners).ids)
    if partners and (outside or stranger(chart, anchor)):
        return []
    sides = [one for one in near if one.role in ("", "of", "in", "to", "by", "object")]
    whole = found(sides)
    if len(whole.ids) == 2 and all(one.role == "in" for one in sides) and chart.pack.order == "svo":
        return []  # "… sedes en Azerbaiyán y en Francia": where, not who
    if len(whole.ids) == 2:
        return [whole]
    if len(whole.ids) == 1:
        return _of_one(chart, discourse, whole, anchor)
    if not whole.ids:
        apart = signing(chart, start, end) or _topic_with(chart, discourse, named)
        if apart is not None:
            return [apart]
        guest = guest_and_host(chart, start, end)
        if len(guest.ids) == 2:
            return [guest]
        pair = discourse.the_pair()
        if pair is not None and len(pair.ids) == 2 and _of_pair(found(partners), pair):
            return [Found(ids=pair.ids, context=pair.context())]
    return []


def _of_pair(partners: Found, pair: Spoken) -> bool:
    """Whether the partners that a clause names are of the two in question, or what one of these was before."""
    return set(partners.ids) <= {*pair.ids, *(before for one in pair.ids for before in line_of(one))}


def _of_one(chart: Chart, discourse: Discourse, whole: Found, anchor: Mention) -> list[Found]:
    """The pair of the one whom a clause names: with the other of the sentence, of the text, or of its topic."""
    both = _two_of_sentence(chart, discourse, whole, anchor)
    if both is not None and anchor.classes & _TIES:
        return [both]
    sent = dealing_before(chart, anchor)
    if sent is not None:
        return [sent]
    ours = found(one for one in chart.parties if one.start in {cue.start for cue in chart.cues("deixis.we")})
    if len(ours.ids) == 1 and ours.ids != whole.ids and chart.pack.order == "sov":
        return [Found(ids=(*whole.ids, *ours.ids), context=ours.context)]
    hub = hub_for(chart, discourse, whole.ids[0])
    if hub:
        return [Found(ids=(whole.ids[0], hub))]
    own = (
        discourse.topic is not None and discourse.topic.ids == whole.ids
    )  # then whoever was told of last is a stranger
    other = discourse.other_than(whole.ids[0], settled=own)
    if other is not None:
        return [Found(ids=(whole.ids[0], *other.ids), context=other.context())]
    strange = leads(chart.pack) and discourse.strayed()
    if discourse.topic and len(discourse.topic.ids) == 1 and discourse.topic.ids != whole.ids and not strange:
        return [Found(ids=(*discourse.topic.ids, *whole.ids), context=discourse.topic.context())]
    return []


def _among_many(chart: Chart, discourse: Discourse, anchor: Mention, named: Found) -> list[Found]:
    """The document's two, where a clause that names nobody follows one that names them and others besides.

    "A recognised B together with C and D; | the same day relations were established."
    """
    own = chart.within([*chart.parties, *chart.kind("organization")], *chart.clause(anchor.start))
    topic = discourse.topic
    if topic is None or own or len(topic.ids) != 2 or not set(topic.ids) < set(named.ids):
        return []
    return [Found(ids=topic.ids, context=topic.context())]


def _two_of_sentence(chart: Chart, discourse: Discourse, one: Found, anchor: Mention) -> Found | None:
    """The only two that a sentence names for themselves, where a clause names one: "…; then B broke off relations".

    Refuses two of whom the document's pair has only this one.
    """
    end = chart.clause(anchor.start)[1] if chart.pack.order == "svo" and chart.pack.spaced else len(chart.text)
    bodies = [x for x in chart.kind("organization") if not chart.pack.cases or x.role in ("with", "between")]
    told = [x for x in (*chart.parties, *bodies) if x.form != "adjective" and not x.deictic]
    told = [x for x in told if not (does_so_too(chart, anchor, x) or in_a_phrase(chart, anchor, x))]
    named = found(x for x in told if x.start < end)
    pair = discourse.the_pair()
    strange = pair is not None and one.ids[0] in pair.ids and not set(named.ids) <= set(pair.ids)
    start = chart.clause(anchor.start)[0]
    ties = [cue for cue in chart.cues("noun.relations", "noun.bare_relations") if cue.end <= start]
    strange = strange and not ties  # "A et B avaient établi leurs relations; Abidjan | les rompit"
    return named if len(named.ids) == 2 and one.ids[0] in named.ids and not strange else None


def _topic_with(chart: Chart, discourse: Discourse, named: Sequence[Mention]) -> Found | None:
    """The document's one topic with the one other that the sentence names, or where a mission sits; None for more."""
    topic = discourse.topic
    ends = [noun.end for noun in chart.cues("mission")]
    seats = [city for city in chart.kind("city") if any(0 < city.start - end <= _SEATED for end in ends)]
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
        ours = discourse.home_shown and discourse.home in topic.ids  # "Con Mongolia | las relaciones se entablaron …"
        return Spoken(ids=(discourse.home,)) if ours else None
    rest = tuple(one for one in topic.ids if one not in partners.ids)
    if len(topic.ids) == 2 and len(rest) == 1 and not set(spoken.ids) <= set(topic.ids):
        return Spoken(ids=rest, place=topic.place)
    apart = other_than_heirs(topic.ids, partners.ids)
    if apart:
        return Spoken(ids=apart, place=topic.place)
    return spoken if set(spoken.ids) <= set(topic.ids) or len(topic.ids) > 1 else topic


def _of_a_later(chart: Chart, pronoun: Mention, one: Mention) -> bool:
    """Whether a partner is that of a verb behind a pronoun: "les a rompues pour | en établir | avec B"."""
    verbs = [verb for verb in events(chart) if pronoun.end <= verb.start < one.start]
    return one.role == "with" and bool(verbs)


def _whose(discourse: Discourse, pronoun: Mention, near: Sequence[Mention], told: list[Found]) -> list[Found]:
    """Whose relations a pronoun means: those told of last, of who does something to them, where somebody does.

    "… with A and with B. | B broke them off" are B's; "C restored them" are C's with whom all of those were. Refuses a
    third state where nobody says with which of two its own are.
    """
    doers = [one for one in near if one.end <= pronoun.start and one.role == "" and one.form != "adjective"]
    if not doers or len(doers[-1].ids) != 1:
        return told
    doer = doers[-1].ids[0]
    if any(doer in pair.ids for pair in told):
        return [pair for pair in told if doer in pair.ids]
    common = set(told[0].ids).intersection(*(pair.ids for pair in told))
    topic = discourse.topic.ids if discourse.topic is not None else ()
    hub = common if len(told) > 1 or len(topic) != 1 else common & set(topic)
    return [Found(ids=(doer, *hub), context=told[0].context)] if len(hub) == 1 else []


def _up_to_others(chart: Chart, anchor: Mention, near: list[Mention]) -> list[Mention]:
    """Those named up to relations that somebody else owns: "relations, in the wake of | Peru's ties with China"."""
    for tie in chart.cues(*_TIES):
        owners = [one for one in near if one.role == "of" and one.case and 0 <= tie.start - one.end <= _OWNED]
        if owners and owners[-1].start >= anchor.end and not anchor.start <= tie.start < anchor.end:
            return [one for one in near if one.start < owners[-1].start]
    return near


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


def _reach(anchor: Mention, members: Iterable[Mention]) -> int:
    return min((one.distance(anchor) for one in members), default=0)


def _between(chart: Chart, _: Discourse, anchor: Mention, near: Sequence[Mention]) -> _Pairs:
    members = [one for one in near if one.role == "between"]
    group = found(members)
    if len(group.ids) == 1 and chart.pack.order == "sov":  # "Türkiye ile en büyük ortağı olan BAE arasındaki"
        partners = [one for one in near if one.role == "with" and one.end <= members[0].start]
        group = found([*partners, *members]) if len(found(partners).ids) == 1 else group
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
            with_parties = [other for other in near if is_partner(chart, other) and other not in group]
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
    together = _several_with(chart, anchor, near, partners)
    if together:
        pairs = [Found(ids=(one, partners.ids[0]), context=partners.context) for one in together]
        return pairs, partner.distance(anchor)
    subjects, context = _beside(chart, discourse, anchor, near, partners)
    if len(subjects) != 1:
        return [], 0
    pairs = [Found(ids=(subjects[0], one), context=(*context, *partners.context)) for one in partners.ids]
    return pairs, partner.distance(anchor)


def _hyphened(chart: Chart, anchor: Mention) -> Found | None:
    """The two that a hyphen couples right before an anchor: "| U.S.-Ethiopian | relations were established"."""
    last = next((one for one in chart.parties if one.form == "adjective" and anchor.start - one.end == 1), None)
    first = next((one for one in chart.parties if last is not None and last.start - one.end == 1), None)
    if first is None or last is None or chart.text[first.end] not in "-–" or not leads(chart.pack):
        return None
    both = found([first, last])
    return both if len(both.ids) == 2 else None


def _several_with(chart: Chart, anchor: Mention, near: Sequence[Mention], partners: Found) -> tuple[str, ...]:
    """Those of a list at the head of a clause who each deal with one other: "A, B and C | severed relations with D"."""
    start, _ = chart.clause(anchor.start)
    led = [one for one in near if start <= one.start and one.end <= anchor.start and one.ids != partners.ids]
    first = led[0] if led and len(partners.ids) == 1 else None
    if first is None or first.role or first.form == "adjective" or first.deictic or first.group < 0:
        return ()
    group = [one for one in chart.group_of(first) if one.end <= anchor.start]
    whole = found(group)
    gap = chart.between(group[-2], group[-1]).lower().split() if len(group) > 1 else []
    if not any(word in chart.pack.joiners and word.isalpha() for word in gap):
        return ()
    plain = all(not one.role and one.form != "adjective" for one in group) and len(group) == len(led)
    return whole.ids if plain and len(whole.ids) > 1 and not set(whole.ids) & set(partners.ids) else ()


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
    verbs = [verb for verb in events(chart) if verb.end <= anchor.start]
    right = [one for one in near if verbs and 0 < verbs[-1].start - one.end <= 1 and not one.role]
    if leads(chart.pack) and right and len(rest(found(right))) == 1 and len(rest(subject)) > 1:
        return rest(found(right)), ()  # "declared war on Germany, | Austria-Hungary | severed relations with"
    if len(rest(subject)) == 1:
        return rest(subject), subject.context
    alone = found(one for one in chart.parties if one.role == "" and set(one.ids) <= set(rest(subject)))
    if not chart.pack.spaced and len(alone.ids) == 1:
        return alone.ids, alone.context
    if stranger(chart, anchor):
        return (), ()
    owners = found(
        one for one in near if (one.form == "adjective" or one.role in ("of", "")) and not _aside(chart, anchor, one)
    )
    if rest(owners):
        return rest(owners)[:1], owners.context
    spoken = _one_with_many(discourse, partners)
    return (rest(Found(ids=spoken.ids)), spoken.context()) if spoken is not None else ((), ())
