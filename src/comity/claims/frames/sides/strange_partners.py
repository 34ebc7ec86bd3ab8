"""Relations with somebody whose name nobody knows, which are none with whoever is known."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.claims.clauses.relative import leads
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_NAMED = 30
_NEXT = re.compile(r"\s+([^\W\d_]+)")


def with_stranger(chart: Chart, anchor: Mention) -> bool:
    """Whether "with" stands right behind and nobody known behind that: "rompió relaciones con | la isla caribeña"."""
    word = _NEXT.match(chart.text, anchor.end)
    role = chart.pack.before.get(word.group(1).lower()) if word is not None else ""
    within = role == "between" and leads(chart.pack)  # "relations between | the legation and the ministry"
    if word is None or not (role == "with" or within) or not chart.pack.spaced:
        return False
    known = (*chart.kind("party", "organization", "city", "actor"), *chart.cues("deixis"))
    return not any(word.end() <= one.start <= word.end() + _NAMED for one in known)


def between_stranger(chart: Chart, anchor: Mention, near: Sequence[Mention]) -> bool:
    """Whether the second of the two is a name nobody knows: "between the United States and | the Arab Union"."""
    first = next((one for one in near if one.role == "between" and one.start >= anchor.end), None)
    if first is None or len(first.ids) != 1 or first.group >= 0 or not chart.pack.spaced or not chart.pack.capitals:
        return False
    words = re.match(r"\s(?:[^\W\d_]+\s){0,2}[^\W\d_]+", chart.text[first.end :])
    found_words = re.finditer(r"[^\W\d_]+", words.group()) if words is not None else ()
    name = next((word for word in found_words if word.group()[0].isupper()), None)
    if words is None or name is None:
        return False
    led = words.group()[: name.start()].lower().split()
    joined = led[:1] and led[0] in chart.pack.joiners and all(word in chart.pack.skip for word in led[1:])
    place = first.end + name.start()
    return bool(joined) and not any(one.start <= place < one.end for one in chart.mentions)
