"""Whether a mission is but who does something, and nothing is told of it."""

from __future__ import annotations

from comity.claims.clauses.relative import leads
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import role_before


def acts(chart: Chart, noun: Mention) -> bool:
    """Whether a mission is but who does something, by its ending, or the post that somebody takes.

    "| Büyükelçiliğimizce | yürütülen ilişkiler", "Londra | Büyükelçiliğine | atandı".
    """
    if _opens_something(chart, noun):
        return True
    if "mark.posted" in noun.classes and any(verb.start >= noun.end for verb in chart.cues("verb.appoint")):
        return True
    endings = tuple(key[1:] for key, role in chart.pack.after.items() if role == "by" and key.startswith("'"))
    return bool(endings) and chart.text[noun.start : noun.end].lower().endswith(endings)


def _opens_something(chart: Chart, noun: Mention) -> bool:
    """Whether what was done "by | the Thai | embassy and opened" is another thing, the mission having done it."""
    owner = next((one for one in chart.parties if one.form == "adjective" and 0 <= noun.start - one.end <= 1), None)
    if owner is None or not leads(chart.pack) or role_before(chart.text, owner.start, chart.pack)[0] != "by":
        return False
    behind = [verb for verb in chart.cues("verb.open", "verb.close") if verb.start >= noun.end]
    words = chart.text[noun.end : behind[0].start].lower().split() if behind else []
    return len(words) == 1 and words[0] in chart.pack.joiners
