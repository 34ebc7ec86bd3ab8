"""How somebody comes to a post without a word for appointing: sent there, arriving as envoy, the first to come."""

from __future__ import annotations

from comity.claims.clauses.relative import leads
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import left_words

_RIGHT_BEHIND = 3
_NEAR = 90
_PLACE = 24  # "its first minister, X, | to Mexico"
_DAY = 20  # "left | the country | in June 1928"


def sent_out(chart: Chart, one: Mention) -> Mention | None:
    """The verb that brings somebody to a post: "| sent | Carl Bødtker to Mexico as minister", "| arrived in | Lima as".

    Also that of a first envoy: "the first Norwegian minister | arrived in | Moscow". Refuses a verb between which and
    the post any other word stands: "sent a note to the ambassador".
    """
    if not leads(chart.pack) or one.actor is None or not one.actor.post or one.form in ("pronoun", "holder"):
        return None
    return sending(chart, one, "mark.sends") or _arriving(chart, one) or _first_to_come(chart, one)


def sending(chart: Chart, one: Mention, *labels: str) -> Mention | None:
    """The verb of one of these classes before a post, behind which only names, places and small words lead to it."""
    start, _ = chart.clause(one.start)
    verbs = chart.within(chart.cues(*labels), start, one.start)
    whole = chart.has("noun.high_commissioner")  # of an occupied land: no embassy's
    led = verbs and not whole and _only_leads(chart, verbs[-1].end, one.start)
    return verbs[-1] if led and _goes_somewhere(chart, verbs[-1], one) else None


def _goes_somewhere(chart: Chart, verb: Mention, one: Mention) -> bool:
    """Whether a town or state to which he goes is named by the post: not "sent a minister | to conclude a treaty"."""
    places = [*chart.kind("city"), *(it for it in chart.parties if it.form != "adjective")]
    near = chart.within([*places, *chart.kind("party")], verb.end, one.end + _PLACE)
    return any(it.role in ("to", "in") and not set(it.ids) & set(one.ids) for it in near)


def _arriving(chart: Chart, one: Mention) -> Mention | None:
    """The verb of coming before "as" and a post: "| arrived in | Mexico City | as the first Norwegian | ambassador"."""
    start, _ = chart.clause(one.start)
    verbs = chart.within(chart.cues("verb.visit"), start, one.start)
    if not verbs or one.start - verbs[-1].end > _NEAR or not _said_as(chart, one):
        return None
    return verbs[-1] if _only_leads(chart, verbs[-1].end, one.start) else None


def _said_as(chart: Chart, one: Mention) -> bool:
    """Whether "as" leads to a post, small words between."""
    for _, word in left_words(chart.text, one.start, 4):
        if word.lower() in chart.pack.contents or word.lower() in _capacities(chart):
            return True
        if word.lower() not in chart.pack.skip:
            return False
    return False


def _capacities(chart: Chart) -> set[str]:
    return {chart.text[cue.start : cue.end].lower() for cue in chart.cues("mark.capacity")}


def _first_to_come(chart: Chart, one: Mention) -> Mention | None:
    """The verb of coming right behind the first who held a post: "The first Mexican | ambassador, X, | arrived in"."""
    first = any(one.start <= cue.start < one.end or 0 < one.start - cue.end <= 1 for cue in chart.cues("fact.first"))
    led = [word.lower() for _, word in left_words(chart.text, one.start, 1)]
    ranked = {chart.text[cue.start : cue.end].lower() for cue in chart.cues("mark.foremost")}
    verbs = [cue for cue in chart.cues("verb.visit") if 0 < cue.start - one.end <= _RIGHT_BEHIND]
    return verbs[0] if verbs and (first or bool(ranked & set(led))) else None


def gone(chart: Chart, one: Mention) -> Mention | None:
    """The verb right behind an envoy by which he went, on the day behind it: "the minister, X, | left | in June 1928".

    Refuses what he left that is named: "left the League in 1928".
    """
    if not leads(chart.pack) or one.actor is None or not one.actor.post or one.form in ("pronoun", "holder"):
        return None
    for verb in chart.cues("verb.leave", "mark.gone"):
        day = next((day for day in chart.dates if verb.end <= day.start <= verb.end + _DAY), None)
        if day is not None and 0 < verb.start - one.end <= _RIGHT_BEHIND:
            named = chart.within((*chart.parties, *chart.kind("organization")), verb.end, day.start)
            return verb if not named and "," not in chart.text[verb.end : day.start] else None
    return None


def _only_leads(chart: Chart, start: int, end: int) -> bool:
    """Whether nothing stands in a stretch but names, days, and words that lead to a name or a post."""
    names = ("party", "city", "date", "actor")
    taken = [one for one in chart.mentions if one.kind in names and start <= one.start < end]
    small = chart.pack.skip | chart.pack.own_words | set(chart.pack.contents) | set(chart.pack.before)
    place = start
    for word in chart.text[start:end].replace(",", " ").split():
        place = chart.text.index(word, place)
        known = any(one.start <= place < one.end for one in taken)
        if not known and not word[:1].isupper() and word.lower() not in small | _capacities(chart):
            return False
        place += len(word)
    return True
