"""Whose text a document is: the state that its "we" and its ministers belong to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from comity.claims.context.deixis import in_quotation
from comity.claims.context.discourse import Discourse, Spoken
from comity.claims.context.guides import is_guide
from comity.claims.context.homographs import cities_meant, topic_meant
from comity.claims.sentences.cues import CueHit, load_cues
from comity.claims.sentences.marks import SEMICOLONS, has_any
from comity.model.document import Document
from comity.packs.language import LanguagePack, has_language, load_language
from comity.packs.places import load_cities
from comity.packs.sections import Home
from comity.parties.index import NameHit, NameIndex

_ENOUGH = 2
_SPEAKING = ("post.ambassador", "post.consul", "post.charge", "office.head", "office.foreign-minister")
_OFTEN = 4
_ENDS = SEMICOLONS + ".:…!?"
_HEAD = 160
_BLANK_LINE = "\n\n"
_BEFORE = 3
_BEHIND = 8
_OPENING = 3000
_COLUMN = 6000  # letters: a column says early whose it is, and a book is not read twice
_PLACED = 60
_WORDS = 3
_STANDING = {f"mission.{one}" for one in ("embassy", "legation", "consulate-general", "consulate", "high-commission")}
_BLANKS = str.maketrans("", "", " '’")


def at_home(document: Document) -> Discourse:
    """The discourse a document begins with, at home in the state of its language, or of which its own words speak.

    A Chinese text with 我國 and 友邦 is Taiwan's, one with 中方 and 我国 is China's; with neither it has no home.
    """
    language = document.language.value
    pack = load_language(language) if has_language(language) else None
    if pack is None:
        return Discourse(document=document)
    shown, meant = _shown(document.source.text, pack), cities_meant(document.source.text, pack)
    if shown is None:
        return Discourse(document=document, home=pack.home, cities_meant=meant)
    return Discourse(
        document=document, home=shown.party, home_shown=True, home_letters=shown.letters, cities_meant=meant
    )


def settle_home(discourse: Discourse, title: str, index: NameIndex) -> None:
    """Let a page about two states be at home in the one whose ministry its head names, where nothing else told.

    What it is about is read first as the state of a city that only looks like another state's name.
    """
    discourse.topic = topic_meant(discourse.topic, discourse.cities_meant)
    discourse.guide = is_guide(title, discourse.document)
    if discourse.topic is not None and _of_envoys(title, discourse.topic.ids, index, discourse.document.language.value):
        discourse.topic = None
    document = discourse.document
    if discourse.home_shown:
        discourse.topic = _by_letter(discourse, title, index)
        return
    if discourse.topic is None or discourse.is_topic_guessed():
        ours = _of_a_column(document.source.text[:_COLUMN], index, document.language.value)
        if ours:
            discourse.home, discourse.home_shown = ours, True
            discourse.topic = Spoken(ids=(ours,))
            return
    if discourse.topic is None:
        return
    head = f"{title}\n{document.source.text[:_HEAD].partition(_BLANK_LINE)[0]}"
    language = document.language.value
    ours = host_of_page(head, discourse.topic.ids, index.find_names(head, language), language)
    spoken = (_speaker(line, discourse.topic.ids, index, language) for line in head.split("\n")[:_ENOUGH])
    ours = ours or next(filter(None, spoken), "")
    ours = ours or _has_abroad(document.source.text[:_OPENING], discourse.topic.ids, index, language)
    discourse.home, discourse.home_shown = ours or discourse.home, bool(ours)


def _by_letter(discourse: Discourse, title: str, index: NameIndex) -> Spoken | None:
    """What a page is about, a state that a title names only by a letter of the home being the home: "駐華大使"."""
    topic, letters = discourse.topic, discourse.home_letters
    if topic is None or not letters:
        return topic
    hits = [hit for hit in index.find_names(title, discourse.document.language.value) if hit.kind == "party"]
    plain = {one for hit in hits if title[hit.start : hit.end] not in letters for one in hit.ids}
    meant = {one for hit in hits if title[hit.start : hit.end] in letters for one in hit.ids} - plain
    ids = tuple(dict.fromkeys(discourse.home if one in meant else one for one in topic.ids))
    return replace(topic, ids=ids) if ids != topic.ids else topic


def host_of_page(head: str, topic: Sequence[str], hits: Sequence[NameHit], language: str) -> str:
    """Whose "our" a ministry's page on another state says: of its two parties the one whose ministry heads it.

    "Cancillería de Panamá" makes it Panama's; where the ministry's state is not said, it is the one not named: "Fiche
    pays : Indonésie" on a ministry's page about Indonesia and Tunisia is Tunisia's. "" where the head names no
    ministry, or somebody speaks.
    """
    if len(topic) != _ENOUGH or not has_language(language):
        return ""
    cues = load_cues(language).find_cues(head)
    offices = [cue for cue in cues if "noun.government" in cue.classes]
    named = [hit for hit in hits if hit.kind == "party" and hit.ids[0] in topic]
    pairs = [(hit, one) for hit in named for one in offices]
    left = {hit.ids[0] for hit, one in pairs if _beside(head, hit.end, one.start, _BEFORE)}
    own = left or {hit.ids[0] for hit, one in pairs if _beside(head, one.end, hit.start, _BEHIND)}
    if not offices:
        return ""
    if len(own) == 1:
        return own.pop()
    told = {hit.ids[0] for hit in named}
    speaks = any(label.startswith(("post.", "office.")) for cue in cues for label in cue.classes)
    return "" if len(told) != 1 or speaks else next(party for party in topic if party not in told)


def _of_envoys(title: str, topic: Sequence[str], index: NameIndex, language: str) -> bool:
    """Whether a title only lists whose envoys there are: "Ambassadors of | France and China | present credentials".

    Refuses one state's envoy in the other: "Embajador de Chile | en | Perú".
    """
    if len(topic) < _ENOUGH or not has_language(language):
        return False
    pack = load_language(language)
    posts = [cue for cue in load_cues(language).find_cues(title) if any(one.startswith("post.") for one in cue.classes)]
    hits = [hit for hit in index.find_names(title, language) if hit.kind == "party" and hit.ids[0] in topic]
    if not posts or len(hits) < _ENOUGH:
        return False
    gap = title[hits[0].end : hits[1].start].lower().replace(",", " , ").split()
    listed = any(word in pack.joiners for word in gap) and all(
        word in pack.joiners or word in pack.skip or pack.before.get(word) == "of" for word in gap
    )
    led = any(_beside(title, cue.end, hits[0].start, _BEHIND) for cue in posts)
    return listed and (led or any(_beside(title, hits[1].end, cue.start, _BEFORE) for cue in posts))


def _speaker(title: str, topic: Sequence[str], index: NameIndex, language: str) -> str:
    """Of the two a text is about, the one whose envoy or leader its title names: "Palabras del embajador de | X".

    Refuses a title with two of them, and one that names the other state, too.
    """
    if len(topic) != _ENOUGH or not has_language(language):
        return ""
    cues = [
        cue for cue in load_cues(language).find_cues(title) if any(one.startswith(_SPEAKING) for one in cue.classes)
    ]
    hits = [hit for hit in index.find_names(title, language) if hit.kind == "party" and hit.ids[0] in topic]
    beside = len(hits) == 1 and len(cues) == 1
    told = beside and (
        _beside(title, cues[0].end, hits[0].start, _BEHIND) or _beside(title, hits[0].end, cues[0].start, _BEFORE)
    )
    return hits[0].ids[0] if told else ""


def _has_abroad(text: str, topic: Sequence[str], index: NameIndex, language: str) -> str:
    """Of the two a text is about the one that has something of "ours" in the other, but the other nothing in it.

    "nuestra Embajada | en Bratislava" on Peru and Slovakia is Peru's. Refuses what is said in quotation
    marks, and a text whose "our" things are in both.
    """
    if len(topic) != _ENOUGH or not has_language(language):
        return ""
    cues = load_cues(language).find_cues(text)
    starts = {cue.start for cue in cues if cue.classes & _STANDING}
    ours = [cue for cue in _ours(text, cues) if cue.end + 1 in starts]
    there = {_state(hit, topic) for cue in ours for hit in _placed_behind(text, cue.end, index, language)}
    there.discard("")
    return next(party for party in topic if party not in there) if len(there) == 1 else ""


def _of_a_column(text: str, index: NameIndex, language: str) -> str:
    """The state that says "our" in a text about many: named most, itself or by its towns, and nobody's partner.

    "Dublin had recognised … Our relations with Croatia … was coming to Ireland" is Ireland's. Refuses a text that says
    it once or of one partner, and one in which another state that is no partner is named half as often.
    """
    if not has_language(language):
        return ""
    ours = _ours(text, load_cues(language).find_cues(text))
    if len(ours) < _ENOUGH:
        return ""
    partners: set[str] = set()
    named: Counter[str] = Counter()
    for hit in index.find_names(text, language):
        states = _states_of(hit)
        state = states[0] if len(states) == 1 else ""
        told = [cue for cue in ours if 0 <= hit.start - cue.end <= _PLACED]
        if told and not has_any(text[told[-1].end : hit.start], _ENDS):
            partners.add(state)
        named[state] += bool(state)
    free = [(count, state) for state, count in named.most_common() if state and state not in partners]
    most, other = [*free, (0, ""), (0, "")][:2]
    many = len(partners - {""}) >= _ENOUGH
    return most[1] if many and most[0] >= _OFTEN and most[0] >= _ENOUGH * other[0] else ""


def _ours(text: str, cues: Iterable[CueHit]) -> list[CueHit]:
    """The words for what is the speaker's, but those that somebody says in quotation marks."""
    return [cue for cue in cues if "deixis.we" in cue.classes and not in_quotation(text, cue.start)]


def _placed_behind(text: str, start: int, index: NameIndex, language: str) -> list[NameHit]:
    """The name behind "our embassy" within its line, two words between at most: "nuestra embajada | en Bratislava"."""
    line = text[start : start + _PLACED].partition("\n")[0]
    hits = index.find_names(line, language)[:1]
    return [hit for hit in hits if len(line[: hit.start].split()) <= _WORDS]


def _state(hit: NameHit, topic: Sequence[str]) -> str:
    """Which of the two a name is or lies in, "" where neither."""
    return next((one for one in _states_of(hit) if one in topic), "")


def _states_of(hit: NameHit) -> Sequence[str]:
    """The states that a name may be, or that towns of this name lie in."""
    return (
        hit.ids if hit.kind == "party" else [load_cities()[int(one)].country for one in hit.ids if hit.kind == "city"]
    )


def _beside(head: str, end: int, start: int, most: int) -> bool:
    """Whether nothing but small words of the same line stands between two: "Cancillería | de | Panamá"."""
    gap = head[end:start]
    words = gap.translate(_BLANKS)
    return 0 <= start - end <= most and "\n" not in gap and (not words or words.isalpha())


def _shown(text: str, pack: LanguagePack) -> Home | None:
    """The home of most marks, where they are two or more and no other has as many."""
    counts = sorted(((sum(mark in text for mark in one.marks), one) for one in pack.homes), key=lambda pair: -pair[0])
    if not counts or counts[0][0] < _ENOUGH or (len(counts) > 1 and counts[1][0] == counts[0][0]):
        return None
    return counts[0][1]
