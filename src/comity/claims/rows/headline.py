"""What a heading itself tells: "Establishment of the American Legation in Kabul, 6 June 1942"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.claims.context.ceremonies import announce_ceremony
from comity.claims.context.discourse import Discourse
from comity.claims.context.era import as_of, could_be
from comity.claims.context.scene import remember_scene
from comity.claims.context.theme import labels_in
from comity.claims.find import Finder
from comity.claims.frames.mission.frame import read_missions
from comity.claims.frames.recognition.frame import read_recognitions
from comity.claims.frames.relations.frame import read_relations
from comity.claims.sentences.sentence import Sentence
from comity.model.claim import Claim
from comity.model.passage import PassageKind

_LONGEST = 160
_FRAMES = (read_relations, read_recognitions, read_missions)


def read_headline(sentence: Sentence, finder: Finder, discourse: Discourse) -> Iterator[Claim]:
    """The relations, recognitions and missions that a dated heading tells of.

    "Closure of Legation, November 7, 1860" → closed, the two in question. Refuses a heading that ends with no date, or
    with one that runs from one to another: it names a time, "Relations, 1917-1946".
    """
    text = sentence.text
    if "verb.credentials" in labels_in(text, sentence.language):
        announce_ceremony(finder.chart(sentence, discourse), discourse)
    if sentence.passage.kind == PassageKind.TITLE or len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return
    last = max(finder.dates(sentence, discourse), key=lambda one: one.end, default=None)
    if last is None or last.date is None or last.date.when.interval or text[last.end :].strip(" .*:)"):
        return
    chart = finder.chart(sentence, discourse)
    remember_scene(discourse, chart)
    named = {party for one in (*chart.parties, *chart.actors) if not one.deictic for party in one.ids}
    for frame in _FRAMES:
        for draft in frame(chart, discourse):
            if draft.dated.when is None or draft.modality != "asserted":
                continue
            told = as_of(draft, named, discourse.known, finder.registry)
            if could_be(told, finder.registry):
                yield told.claim(sentence, sentence.selector())
