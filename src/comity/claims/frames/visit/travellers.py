"""Who goes on a visit: somebody in office before the verb, behind a noun, or told of before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from comity.claims.context.discourse import Discourse
from comity.claims.factuality.modality import accepted_from, modality_of
from comity.claims.frames.visit.named_later import introduced, named_by
from comity.claims.sentences.chart import Chart, party_ids
from comity.claims.sentences.marks import COMMAS, PARTING, SEMICOLONS, has_any
from comity.claims.sentences.mention import Mention

_INVITED = 12  # " إلى ", a word more
_MADE = 70
_QUALIFIED = 14
_ACTOR_REACH = 190
_RECEIVED = 30
_BEHIND_REACH = 120
_HE_GOES = 30
_TWO_NAMES = re.compile(r"\b(([^\W\d_])[\w'-]+ ([^\W\d_])[\w'-]+)\s$")
_FIRST = 2
_OWNED = 24
_TWO_WORDS = 2
_TURNED = 70
_PLACED = ("in", "to", "from")
_GOING = frozenset({"verb.visit", "noun.visit"})


def _right_behind(chart: Chart, anchor: Mention, one: Mention) -> bool:
    """Whether only a first name stands between a visit and whose it is, known by name alone: «визиту | Ивана Кострова».

    Said of languages in which what is owned stands before its owner in a case.
    """
    slavic = bool(chart.pack.cases) and chart.pack.order == "svo" and not chart.pack.inverts
    gap = chart.text[anchor.end : one.start].split()
    return slavic and one.start >= anchor.end and len(gap) <= 1 and all(word[:1].isupper() for word in gap)


def _asked_over(chart: Chart, anchor: Mention) -> Mention | None:
    """To whom an invitation goes, right behind the word for it, verbs first: «وجه دعوة إلى | نظيره X | لزيارة»."""
    if chart.pack.order != "vso" or not chart.has("fact.request"):
        return None
    start, _ = chart.clause(anchor.start)
    asked = chart.within(chart.cues("fact.request"), start, anchor.start)
    people = [one for one in chart.actors if one.role == "to" and one.actor is not None and one.actor.office]
    near = [one for one in people if asked and 0 < one.start - asked[-1].end <= _INVITED and one.end <= anchor.start]
    return near[-1] if near and anchor.start - near[-1].end <= _INVITED else None


def find_traveller(chart: Chart, discourse: Discourse, anchor: Mention) -> Mention | None:
    """Who goes: somebody in office before the verb; behind a noun ("visit of") or a verb that comes first."""
    invited = _asked_over(chart, anchor)
    if invited is not None:
        return invited
    actors = [
        one
        for one in chart.actors
        if one.actor is not None
        and one.actor.office
        and one.role not in ("with", "object", "to")
        and not (one.form == "pronoun" and _far(chart, one, anchor))
    ]
    if "mark.returned" in anchor.classes and chart.pack.inverts:
        _, stop = chart.clause(anchor.start)  # "…, den | Präsident Alijew | 2013 erwiderte"
        behind = [one for one in chart.within(actors, anchor.start, stop) if one.role == ""]
        if behind and not any(one.start >= anchor.end for one in chart.cues("verb.visit") if one is not anchor):
            return behind[0]
    head = _head_behind(chart, anchor) or _owner_of_journey(chart, discourse, anchor)
    if head is not None:
        return head
    told = _told_by_relative(chart, anchor) or _head_before(chart, anchor)
    if told is not None:
        return told
    led = _participle_before(chart, anchor)
    if led is not None:
        return _head_before(chart, led)
    actors = [one for one in actors if not (accepted_from(chart, one) or _only_invites(chart, one))]
    start, _ = chart.clause(anchor.start)
    before = [one for one in actors if one.end <= anchor.start]
    behind = [one for one in actors if one.start >= anchor.end and one.role in ("of", "by", "from", "")]
    noun = "noun.visit" in anchor.classes
    made_by = ("of", "by", "from") if noun and _is_received(chart, anchor) else ("of", "by")
    if chart.pack.order == "vso" or noun:
        near = chart.nearest(anchor, behind, limit=_BEHIND_REACH)
        made = near is not None and noun and near.role == "" and _made_by(chart, anchor, near)
        said_of = near is not None and (near.role in made_by or made if noun else near.role == "")
        beside = near is not None and chart.text[anchor.end : near.start] == " " and near.role == ""
        said_of = said_of or (beside and chart.pack.order == "vso")  # «زيارة | الملك محمد السادس | لموسكو»
        said_of = said_of or (near is not None and noun and _right_behind(chart, anchor, near))
        said_of = said_of and not (near is not None and near.role == "by" and _done_between(chart, anchor, near))
        if near is not None and said_of and near.distance(anchor) <= (_MADE if made else 40):
            told = named_by(chart, near)
            same = [one for one in before if one.ids in ((), near.ids) and one.actor is not None and one.actor.person]
            lone = told.actor is not None and not told.actor.person
            return replace(same[-1], ids=near.ids) if same and lone and _alike(same[-1], near) else told
    before = [one for one in before if not _of_many(chart, one, anchor)]
    inside = [one for one in before if one.start >= start]
    before = before if chart.pack.spaced else _leads_on(chart, [one for one in before if not only_says(chart, one)])
    if _somebody_else(chart, anchor, inside):
        return None
    led = _goes_on(chart, anchor, inside)
    chosen = [introduced(chart, one) for one in ([led] if led is not None else _leading(chart, inside or before))]
    if not chosen and (chart.pack.order == "vso" or chart.pack.cases or (chart.pack.postposes and not noun)):
        chosen = behind[:1]
    chosen = chosen or [one for one in behind if not before and _turned(chart, anchor, one)][:1]
    for one in chosen:
        if one.distance(anchor) <= _ACTOR_REACH and not _sends(chart, one, anchor):
            return one
    return None


def _is_received(chart: Chart, noun: Mention) -> bool:
    """Whether a journey is what somebody received, so that who makes it is "from" somewhere: "a visit | from X"."""
    return any(0 < noun.start - verb.end <= _RECEIVED for verb in chart.cues("verb.receive"))


def _alike(who: Mention, other: Mention) -> bool:
    """Whether two have one office: "unternahm Präsident X | den ersten Besuch eines österreichischen Staatschefs"."""
    same = who.actor is not None and other.actor is not None and who.actor.office == other.actor.office
    return bool(who.ids) or same


def _owner_of_journey(chart: Chart, discourse: Discourse, anchor: Mention) -> Mention | None:
    """Whose "his visit" is: of who leads the sentence, "traf den Minister | bei seinem | Besuch in Bern", else of "he".

    Refuses a sentence in which somebody is received: the journey may be either's.
    """
    own = [cue for cue in chart.cues("mark.own") if 0 < anchor.start - cue.end <= _OWNED]
    if "noun.visit" not in anchor.classes or not own or has_any(chart.text[own[-1].end : anchor.start], PARTING):
        return None
    start, end = chart.clause(anchor.start)
    people = [one for one in chart.within(chart.actors, start, end) if one.actor is not None and one.actor.office]
    objects = {cue.start for cue in chart.cues("mark.own")}
    leads = [one for one in people if one.role == "" and one.start not in objects]
    if not leads and chart.within(chart.cues("deixis.person"), start, end):
        who = discourse.recent_person()
        return who if who is not None and who.actor is not None and who.actor.office else None
    passive = any(one.role in ("by", "of") and one.start > anchor.end for one in people)
    if not leads or (chart.within(chart.cues("verb.receive"), start, end) and not passive):
        return None
    return leads[0]


def _made_by(chart: Chart, noun: Mention, near: Mention) -> bool:
    """Whether a relative clause right behind a visit tells whose it is: "la visita que hizo a X | el presidente Y"."""
    which = [one for one in chart.cues("mark.relative") if 0 <= one.start - noun.end <= _QUALIFIED]
    parted = has_any(chart.text[noun.end : near.start], COMMAS) if which else True
    return chart.pack.postposes and bool(which) and not parted


def _of_many(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether those counted go, as a noun clause tells: "Putin, 6,7 milyon turistin Türkiye'yi | ziyaret ettiğini"."""
    if not chart.text[anchor.start : anchor.end].lower().endswith(chart.pack.nominals or ("\n",)):
        return False
    counts = [it for it in chart.kind("quantity") if it.quantity is not None and it.quantity.unit == "count"]
    return any(one.end <= it.start < anchor.start and not (it.quantity and it.quantity.ordinal) for it in counts)


def _turned(chart: Chart, anchor: Mention, one: Mention) -> bool:
    """Whether who goes stands behind a verb, a place or day between: "En mai s'est rendu à Oslo | le président X".

    So too behind a noun with a clause of its own: "le voyage que devait effectuer à Oslo | le président". Only where
    adjectives follow their noun, as in French, and no other deed is told between.
    """
    if chart.pack.order != "svo" or chart.pack.adjectives != "after" or one.role != "":
        return False
    start, end = chart.clause(anchor.start)
    gap = chart.text[anchor.end : one.start]
    which = any(0 <= cue.start - anchor.end <= _FIRST for cue in chart.cues("mark.relative"))
    if not start <= one.start < end or len(gap) > _TURNED or ("noun.visit" in anchor.classes and not which):
        return False
    told = [cue for cue in chart.within(chart.cues("verb"), anchor.end, one.start) if not cue.classes & _GOING]
    parties = [who for who in chart.within(chart.parties, anchor.end, one.start) if who.role not in _PLACED]
    plain = not told and not parties and not has_any(gap, SEMICOLONS + ":") and _commas_fit(chart, anchor, gap)
    return plain and not _says_more(chart, anchor.end, one.start)


def _says_more(chart: Chart, low: int, high: int) -> bool:
    """Whether a stretch has a word that is no light one, or a name nobody knows: "y revint | comme | empereur"."""
    pack = chart.pack
    for match in re.finditer(r"[^\W\d_]+", chart.text[low:high]):
        place, word = low + match.start(), match.group().lower()
        told = len(word) > 1 and word not in pack.skip and word not in pack.before and word not in pack.light
        if told and not any(one.start <= place < one.end for one in chart.mentions):
            return True
    return False


def _commas_fit(chart: Chart, anchor: Mention, gap: str) -> bool:
    """Whether the commas before who goes are none, a pair, or the one that closes a leading "Arrivé à Oslo,"."""
    leads = not chart.text[: anchor.start].strip()
    return gap.count(",") in ((0, 1, 2) if leads else (0, 2))


def _done_between(chart: Chart, anchor: Mention, agent: Mention) -> bool:
    """Whether who stands behind "by" did something else: "X, on a visit to A, was | received | by its president"."""
    told = chart.within(chart.cues("verb"), anchor.end, agent.start)
    return any(not one.classes & _GOING for one in told)


def _told_by_relative(chart: Chart, anchor: Mention) -> Mention | None:
    """Who a relative clause tells of, right before it: "talks with President A, | who is on a state visit to B"."""
    which = [one for one in chart.cues("mark.relative") if 0 <= anchor.start - one.end <= 1]
    if not which or not chart.pack.spaced:
        return None
    people = [one for one in chart.actors if one.actor is not None and one.actor.office and one.end <= which[0].start]
    right = [one for one in people if not chart.text[one.end : which[0].start].strip(" ,،")]
    return right[-1] if right else None


def _somebody_else(chart: Chart, anchor: Mention, inside: Sequence[Mention]) -> bool:
    """Whether a name of two words that nobody knows leads the clause of a verb: "…, while | Rajiv Gandhi | went".

    With somebody known ``inside`` the clause, only behind a verb of theirs: "X visited A, and | Narendra Modi | had".
    """
    if chart.pack.order != "svo" or not chart.pack.capitals or chart.pack.inverts or "noun.visit" in anchor.classes:
        return False
    start, _ = chart.clause(anchor.start)
    led = _TWO_NAMES.search(chart.text, start, anchor.start)
    word = chart.text[: led.start()].split()[-1:] if led is not None else []
    told = inside and led is not None and chart.within(chart.cues("verb.visit"), inside[-1].end, led.start())
    new = bool(told) and bool(word) and word[0].lower() in chart.pack.joiners
    return (
        (new if inside else start > 0)
        and led is not None
        and not (led.group(2).islower() or led.group(3).islower())
        and not any(one.start < led.end() and led.start(1) < one.end for one in chart.mentions)
    )


def only_says(chart: Chart, one: Mention) -> bool:
    """Whether somebody is but who tells of it, in a clause of his own: "外交部发言人今天宣布，| …"."""
    start, end = chart.clause(one.start)
    told = chart.within(chart.cues("fact.said"), one.end, end)
    return bool(told) and not chart.within(chart.cues("verb.visit", "noun.visit"), start, end)


def _head_behind(chart: Chart, anchor: Mention) -> Mention | None:
    """Who a participle tells of, right behind it: "ziyaret eden | Irak Başbakanı", "ziyarette bulunan | Kral …"."""
    if not chart.pack.participles or not anchor.classes & {"verb.visit", "noun.visit"}:
        return None
    behind = [one for one in chart.actors if one.actor is not None and one.actor.office and one.start >= anchor.end]
    if not behind:
        return None
    words = chart.text[anchor.start : behind[0].start].split()
    beside = len(chart.text[anchor.end : behind[0].start].split()) <= 1 and words[-1].islower()
    told = beside and words[-1].endswith(chart.pack.participles) and chart.text[behind[0].start - 1].isspace()
    return behind[0] if told else None


def _head_before(chart: Chart, anchor: Mention) -> Mention | None:
    """Who a participle behind a comma tells of: «принял министра Литвы X, | прибывшего накануне»."""
    word = chart.text[anchor.start : anchor.end].lower()
    if "verb.visit" not in anchor.classes or not chart.pack.cases or not word.endswith(chart.pack.participles):
        return None
    people = [one for one in chart.actors if one.actor is not None and one.actor.office]
    return next((one for one in people if chart.text[one.end : anchor.start] == ", "), None)


def _participle_before(chart: Chart, noun: Mention) -> Mention | None:
    """The participle behind a comma that a visit belongs to: «встретился с X, | прибывшим | в Алматы с визитом»."""
    if "noun.visit" not in noun.classes or not chart.pack.cases or chart.pack.order != "svo":
        return None
    for verb in reversed([one for one in chart.cues("verb.visit") if one.end <= noun.start]):
        word, gap = chart.text[verb.start : verb.end].lower(), chart.text[verb.end : noun.start]
        behind = chart.text[: verb.start].endswith(", ") and "," not in gap
        if behind and word.split()[0].endswith(chart.pack.participles):
            return verb
    return None


def _far(chart: Chart, pronoun: Mention, anchor: Mention) -> bool:
    """Whether "he" is not plainly who goes: another verb between, or more than an adverb or two."""
    gap = anchor.start - pronoun.end
    between = [one for one in chart.cues("verb", "fact.said") if pronoun.end <= one.start < anchor.start]
    return "verb.visit" not in anchor.classes or not 0 <= gap <= _HE_GOES or bool(between)


def _goes_on(chart: Chart, anchor: Mention, inside: Sequence[Mention]) -> Mention | None:
    """Who leads a clause whose second verb a joiner stands right before: "A empfing B | und besuchte | Marokko"."""
    before = chart.text[: anchor.start].split()[-1:]
    told = any(one.end <= anchor.start for one in chart.within(chart.cues("verb"), *chart.clause(anchor.start)))
    leads = [one for one in inside if one.role == "" and one.actor is not None and one.actor.person]
    coupled = bool(before) and before[0].lower() in chart.pack.joiners and before[0].isalpha()
    plain = chart.pack.order == "svo" and chart.pack.spaced and "verb.visit" in anchor.classes
    return leads[0] if plain and coupled and told and len(leads) > 1 else None


def _sends(chart: Chart, one: Mention, anchor: Mention) -> bool:
    """Whether a delegation that he does not lead goes instead: "外長強調…，俄跨部門 | 代表團 | 11月21日訪問巴庫"."""
    if chart.pack.spaced:
        return False
    going = [cue for cue in chart.cues("noun.delegation") if one.end <= cue.start < anchor.start]
    led = any(word in chart.text[one.end : going[-1].start] for word in chart.pack.voice.leading) if going else False
    return bool(going) and not led and not chart.within(chart.actors, going[-1].end, anchor.start)


def _only_invites(chart: Chart, one: Mention) -> bool:
    """Whether somebody is but who invites, as a word behind says: "應馬來西亞首相安華(Anwar Ibrahim) | 之邀"."""
    told = [cue for cue in chart.cues("mark.invited") if 0 <= cue.start - one.end <= _HE_GOES]
    return one.role == "by" and not chart.pack.spaced and bool(told)


def _leads_on(chart: Chart, before: list[Mention]) -> list[Mention]:
    """Those before a clause that names nobody, without whom earlier verbs take: "A赴B出席總統X典禮，| 並訪問C"."""
    start, end = chart.clause(before[-1].start) if before else (0, 0)
    free = [one for one in before if start <= one.start < end and one.role == ""]
    return free[:1] or before


def _leading(chart: Chart, before: list[Mention]) -> list[Mention]:
    """The one who leads those before the verb: the nearest named one, else the nearest; with the state told of either.

    "| König X von Schweden | und Königin Y besuchten …": of her the sentence says no state.
    """
    named = [one for one in before if one.actor is not None and one.actor.person] or before
    last = named[-1:]
    told = [one for one in named if last and not last[0].ids and one.ids and one.group == last[0].group >= 0]
    return told[:1] or last


def still_going(chart: Chart, discourse: Discourse, anchor: Mention) -> Mention | None:
    """Who the last sentences told is travelling, where this one calls off another journey: "The trip to B is off"."""
    guest = discourse.recent_visitor()
    if guest is None or chart.actors or "noun.visit" not in anchor.classes:
        return None
    places = [*chart.parties, *chart.kind("city")]
    abroad = bool(places) and all(one.role in ("in", "to") and guest.ids[0] not in party_ids(one) for one in places)
    return guest if abroad and modality_of(chart, anchor) == "cancelled" else None
