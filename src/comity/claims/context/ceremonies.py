"""Who received credentials, and when, for the envoys that the next lines name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from comity.claims.clauses.unnamed import NOBODY
from comity.claims.context.discourse import Discourse, Spoken
from comity.claims.context.scene import written_in
from comity.claims.context.theme import labels_in
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention
from comity.model.passage import PassageKind
from comity.model.roles import Appointment
from comity.model.selector import Selector

_OF, _TO = 4, 14
_GOVERNING = "title.governor-general"
_FAR = 12  # sentences behind which a ceremony is told of no more
RECEIVING = ("head-of-state", "head-of-government", "foreign-minister")
_OVER = (PassageKind.TITLE, PassageKind.HEADING)


def remember_ceremony(discourse: Discourse, chart: Chart, drafts: Iterable[Draft], place: Selector) -> None:
    """Who received credentials, and when: the head of state or minister of the sentence, else who its drafts say.

    Where verbs come last, only the next sentence goes on with what is told with no day of one who is named.
    """
    told = [(one.roles, one.dated.when) for one in drafts if isinstance(one.roles, Appointment)]
    told = [one for one in told if one[0].event == "credentials"]
    if ceremony_word(chart) is None and not _announced(chart, discourse):
        _renew(discourse, {one.receiver for one, _ in told})
        _note_reception(discourse, chart, place)
        return
    host = receiving(chart, discourse, tuple(one.receiver for one, _ in told))
    word = ceremony_word(chart)
    dated = [one for one in chart.dates if one.date is not None]
    behind = [one for one in dated if word is not None and one.start >= word.end]
    dated = behind if len(dated) > 1 and len(behind) == 1 else dated  # "rentré mercredi, il a reçu … | jeudi 10 mai |"
    days = [when for _, when in told] or [one.date.when for one in dated if one.date is not None]
    day = days[0] if len(set(days)) == 1 and days[0] and days[0].to_the_day else None
    before = discourse.recent_ceremony()
    if before is not None and before.ids == (host,) and not any(days) and not chart.dates:
        day = before.when  # "接受新任大使递交国书。使节们依次向他 | 递交国书 |。他们是…": the same ceremony
    over = chart.sentence.passage.kind in _OVER or chart.text.rstrip().endswith((":", "："))
    loose = day is None and chart.pack.order == "sov" and not over and not _unnamed(chart)
    if host and (told or not loose):
        ahead = chart.has("fact.plan", "fact.scheduled")  # "is to receive 15 new ambassadors on Wednesday"
        at = discourse.sentence
        discourse.ceremony = Spoken(ids=(host,), when=day, place=place, at=at, loose=loose, ahead=ahead)


def announce_ceremony(chart: Chart, discourse: Discourse) -> None:
    """Take in that a title or heading is of envoys who are received: "Presentation of credentials to the Emir of X".

    The document's own day is the ceremony's where it stands in that line.
    """
    sentence = chart.sentence
    remember_ceremony(discourse, chart, (), sentence.selector())
    named = {one.ids for one in chart.kind("party")}
    if len(named) == 1 and not receiving(chart, discourse) and not chart.has("post"):
        discourse.ceremony = Spoken(ids=named.pop(), place=sentence.selector(), at=discourse.sentence)
    own, told = discourse.document.date, discourse.ceremony
    if own is None or own.start is None or own.end is None or told is None or told.place != sentence.selector():
        return
    start, end = sentence.body.source_span(0, len(sentence.body))
    if told.when is None and start <= own.start and own.end <= end and own.value.to_the_day:
        discourse.ceremony = replace(told, when=own.value)


def _announced(chart: Chart, discourse: Discourse) -> bool:
    """Whether a head of state receives envoys under a title of credentials: "Accréditations diplomatiques"."""
    title = discourse.document.title
    told = chart.has("verb.receive") and chart.has("post") and bool(_heads(chart))
    return told and title is not None and "verb.credentials" in labels_in(title.value, chart.pack.code)


def ceremony_word(chart: Chart) -> Mention | None:
    """The words by which credentials are presented, or received with something between: "received on 3 May | letters".

    Not those in a bracket behind somebody's name.
    """
    words = chart.cues("verb.credentials") or (chart.cues("mark.letters") if chart.has("verb.receive") else [])
    words = words or [one for one in chart.cues("verb.accredit") if _opens_list(chart, one)]
    return next((one for one in words if chart.aside(one.start) is None), None)


def _opens_list(chart: Chart, word: Mention) -> bool:
    """Whether those accredited are listed behind a colon: "beim Präsidenten wurden | akkreditiert |: A, B und C"."""
    return chart.text[word.end : word.end + 2].lstrip().startswith(":")


def receiving(chart: Chart, discourse: Discourse, told: Sequence[str] = ()) -> str:
    """The one party that receives credentials in a sentence; "" where that may be anybody.

    That of somebody in office, else whom the drafts ``told``, else where it happens; a bare "President" is of the home
    that shows, of the town a report comes from, of the one the text is about.
    """
    heads = _heads(chart)
    hosts: set[tuple[str, ...]] = {one.ids for one in heads if len(one.ids) == 1} or {(one,) for one in told}
    sent = {one.ids for one in chart.actors if one.actor is not None and one.actor.post}
    places = [one for one in chart.kind("party") if one.role in ("in", "to") and not (one.deictic and one.ids in sent)]
    there: set[tuple[str, ...]] = {one.ids for one in places if len(one.ids) == 1 and one.ids != (NOBODY,)}
    accredited = {
        one.ids for one in places if any(0 < one.start - cue.end <= _TO for cue in chart.cues("verb.accredit"))
    }
    there = accredited if len(accredited) == 1 else there  # "après son séjour en France, … | accrédités au Bénin |"
    there = there or {(one.country or "",) for one in chart.kind("city") if _is_scene(chart, one)}
    hosts = hosts or (there if heads and len(there) == 1 and chart.pack.order != "sov" else set())
    if heads and not hosts:
        return _at_home(chart, discourse)
    hosts = hosts - {(NOBODY,)}
    if hosts or ceremony_word(chart) is None:
        return hosts.pop()[0] if len(hosts) == 1 else ""
    last = discourse.ceremony  # "We received the letters of the envoys of A, B and C", she wrote
    return last.ids[0] if last is not None and discourse.sentence - last.at <= _FAR else ""


def _heads(chart: Chart) -> list[Mention]:
    """Those of a sentence who may receive credentials: heads of state, ministers, a governor-general."""
    people = [one for one in chart.actors if one.actor is not None]
    return [one for one in people if one.actor and (one.actor.office in RECEIVING or _GOVERNING in one.classes)]


def _is_scene(chart: Chart, city: Mention) -> bool:
    """Whether a town is where it happens, not where envoys to others live: "with residence in | Washington |"."""
    lived = any(0 <= city.start - cue.end <= 1 for cue in chart.cues("fact.resides"))
    within = city.role == "of" and any(0 < city.start - cue.end <= _OF for cue in chart.cues("landmark.building"))
    at = ("in", "object") if chart.pack.order == "vso" else ("in",)  # «بالعاصمة | طرابلس |»
    return (city.role in at or within) and bool(city.country) and not lived  # "au Palais de | Bruxelles |"


def _at_home(chart: Chart, discourse: Discourse) -> str:
    if discourse.home_shown and discourse.home:
        return discourse.home
    if state := written_in(chart, discourse):
        return state
    if (last := discourse.recent_ceremony()) is not None:
        return last.ids[0]
    topic = discourse.topic
    alone = topic is not None and len(topic.ids) == 1 and not discourse.is_topic_guessed()
    if topic is not None and len(topic.ids) == 1:
        return topic.ids[0] if alone else ""
    return chart.pack.home if _unnamed(chart) else ""  # to whom envoys of many come is whose page it is


def _renew(discourse: Discourse, hosts: set[str]) -> None:
    """Keep in mind the ceremony that one more envoy was told of: "Weiters empfing er | den neuen Botschafter"."""
    told = discourse.recent_ceremony()
    if told is not None and set(told.ids) & hosts:
        discourse.ceremony = replace(told, at=discourse.sentence)


def _note_reception(discourse: Discourse, chart: Chart, place: Selector) -> None:
    """Keep in mind who received several envoys, none named: the next sentence may tell that they brought credentials.

    "The President of Latvia received the new ambassadors. The credentials were presented by …".
    """
    if not (_unnamed(chart) and chart.has("verb.receive")) or discourse.recent_ceremony() is not None:
        return
    host = receiving(chart, discourse)
    days = [one.date.when for one in chart.dates if one.date is not None]
    if host:
        when = days[0] if len(days) == 1 and days[0] and days[0].to_the_day else None
        discourse.ceremony = Spoken(ids=(host,), when=when, place=place, at=discourse.sentence, loose=True)


def _unnamed(chart: Chart) -> bool:
    """Whether several envoys are spoken of in a sentence, and none of them is named."""
    posts = [cue for cue in chart.cues("post") if chart.is_plural(cue)]
    return bool(posts) and not any(
        one.actor and one.actor.post and one.actor.person and not one.actor.office for one in chart.actors
    )


def reception_before(discourse: Discourse) -> Spoken | None:
    """Who received envoys of whom the sentence before named none; None where it told of no such thing."""
    told = discourse.ceremony
    return told if told is not None and told.loose and discourse.sentence - told.at == 1 else None
