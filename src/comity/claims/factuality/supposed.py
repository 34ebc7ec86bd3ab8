"""Deeds that a sentence only supposes: possible ones, those under an "if", those that nearly happened."""

from __future__ import annotations

from collections.abc import Iterable

from comity.claims.clauses.relative import leads
from comity.claims.factuality.spoken import only_talked_about
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import CLAUSE_COMMAS, has_any
from comity.claims.sentences.mention import Mention

_REACH = 110
_WAITED = 60
_BESIDE = 2
_BEHIND = 40
_LED_BY = 2
_COUPLED = 3
_TOPIC_REACH = 14
_TALKING = frozenset({"verb.settle", "verb.claim", "verb.negotiate", "verb.refer", "noun.dispute"})
_WALLS = CLAUSE_COMMAS + ":"


def is_supposed(chart: Chart, anchor: Mention) -> bool:
    """Whether what an anchor tells is only thought of: "may | open", "if it is | signed", "險些 | 關閉".

    The word for it stands in the anchor's clause with no other verb and no comma between, before it or – where verbs
    come last, and of a deed said as a noun ("the visit | could take place") – behind. What is possible of a day that
    is over was done ("could at last open in 1950").
    """
    start, end = chart.clause(anchor.start)
    if "fact.possible" in anchor.classes and not _is_over(chart, anchor):
        return True
    if only_talked_about(chart, anchor) or (not chart.pack.spaced and _only_topic(chart, anchor)):
        return True
    told = chart.within(chart.cues("fact.condition"), start, end)
    told += [one for one in chart.within(chart.cues("fact.possible"), start, end) if not _is_over(chart, anchor)]
    if not chart.pack.spaced or chart.pack.order == "sov" or chart.pack.inverts:
        told += chart.within(chart.cues("fact.unreal"), start, end)
    return any(_reaches(chart, one, anchor) for one in told if one is not anchor and _is_word(chart, one))


def _waited_for(chart: Chart, anchor: Mention) -> bool:
    """Whether "until" or "before" leads the clause of a deed without a day: "until relations | were restored".

    The day that the sentence tells is that of the other clause.
    """
    verb = any(one.startswith("verb.") for one in anchor.classes)
    led = [one for one in chart.cues("mark.ere") if one.end <= anchor.start <= one.end + _WAITED]
    if not verb or not led or not leads(chart.pack):
        return False
    gap = chart.text[led[-1].end : anchor.start]
    stop = next((at for at in range(anchor.end, len(chart.text)) if chart.text[at] in ",;"), len(chart.text))
    # "waited until 1954 | before …", "before X took up residence in A as minister, | on 16 June"
    dated = any(led[-1].start <= one.end + 1 and one.start <= stop + _BESIDE for one in chart.dates)
    others = chart.within(chart.cues("verb"), led[-1].end, anchor.start)
    return not dated and not others and not has_any(gap, _WALLS)


def would_if(chart: Chart, anchor: Mention) -> bool:
    """Whether a clause says what would be and another on what condition: "A | würde | mit B brechen, wenn"."""
    if _waited_for(chart, anchor) or _follows_if(chart, anchor):
        return True
    if not chart.pack.voice.supposing or not chart.has("fact.condition"):
        return False
    start, end = chart.clause(anchor.start)
    return any(word.strip(",;.").lower() in chart.pack.voice.supposing for word in chart.text[start:end].split())


def _follows_if(chart: Chart, anchor: Mention) -> bool:
    """Whether a sentence that an "if" opens says behind its comma what will then be: «Если A признает B, C | разорвёт».

    Refuses what was: "If trade came to 5 million in 2019, it | reached | 10 million in 2020".
    """
    ifs = [one for one in chart.cues("fact.condition") if not chart.text[: one.start].strip(' «„“"—–-•*')]
    comma = chart.text.find(",", ifs[0].end) if ifs and chart.pack.order == "svo" else -1
    if not 0 <= comma < anchor.start:
        return False
    plans = chart.within(chart.cues("fact.plan"), comma, len(chart.text))
    return any(one.start <= anchor.start for one in plans) and not chart.within(chart.dates, comma, len(chart.text))


def never_done(chart: Chart, anchor: Mention) -> bool:
    """Whether a deed is but tried, threatened or refused: "could have | joined", "refused to recognise or | establish".

    The word for it stands right before the deed, or before another that a joiner couples with it; where verbs come
    first, who tries may stand between: «هددت | الجزائر | بقطع».
    """
    tried = [one for one in chart.cues("fact.unreal", "verb.refuse") if one.end <= anchor.start]
    if not tried or not chart.pack.spaced or "verb.refuse" in anchor.classes:
        return False
    start = tried[-1].end
    if chart.pack.order == "vso":
        doers = chart.within((*chart.parties, *chart.actors), start, start + _BESIDE)
        start = max([start, *(one.end for one in doers if one.end <= anchor.start)])
    gap = chart.text[start : anchor.start].lower().split()
    if (
        chart.pack.order == "vso"
        and gap
        and gap[-1] in chart.pack.proclitics
        and chart.text[anchor.start - 1 :][0] != " "
    ):
        gap = gap[:-1]
    light = chart.pack.light | chart.pack.joiners | chart.pack.infinitives
    joined = "verb.refuse" not in tried[-1].classes or bool(gap)
    return joined and len(gap) <= _COUPLED and all(word in light for word in gap)


def had_it_been(chart: Chart, anchor: Mention) -> bool:
    """Whether a sentence that a helping verb opens only supposes: "| Had | Chile closed it, nobody would …"."""
    first = chart.text.split(maxsplit=1)[:1]
    opened = bool(first) and any(first[0].lower() == word for word, _, _ in chart.pack.cues.get("mark.supposing", ()))
    return opened and "," in chart.text[anchor.end :] and not chart.text.rstrip().endswith("?")


def is_wished(chart: Chart, anchor: Mention) -> bool:
    """Whether a clause says what somebody wants to be done: «требует, | чтобы | Судан разорвал отношения»."""
    start, _ = chart.clause(anchor.start)
    marks = [one for one in chart.cues("mark.wished") if start <= one.start and one.end <= anchor.start]
    return bool(marks) and not has_any(chart.between(marks[-1], anchor), _WALLS)


def _only_topic(chart: Chart, anchor: Mention) -> bool:
    """Whether a deed is but what is talked of: "开馆 | 问题", "恢复外交关系 | 的谈判", "| 就 | 建交进行磋商".

    Refuses what settles a question or talks of a text, which are claims of their own.
    """
    if anchor.classes & _TALKING:
        return False
    start, end = chart.clause(anchor.start)
    topics = [one for one in chart.within(chart.cues("mark.topic"), anchor.end, end) if _beside(chart, anchor, one)]
    if "verb.sign" in anchor.classes:  # "签署关于边界问题的协定", but "签署协议 | 的条件"
        topics = [one for one in topics if chart.pack.after.get(chart.text[one.start]) == "of"]
    if topics and topics[0].start - anchor.end <= _TOPIC_REACH:
        return True
    led = [one for one in chart.within(chart.cues("mark.on"), start, anchor.start) if _beside(chart, one, anchor)]
    return bool(led) and bool(chart.within(chart.cues("fact.talked"), anchor.end, end))


def reacted_to(chart: Chart, anchor: Mention) -> bool:
    """Whether a deed is but what somebody reacts to: "| 针对 | 洪都拉斯与台湾断交，中洪建交，发言人 | 表示 |"."""
    led = [one for one in chart.cues("mark.reacting") if one.end <= anchor.start]
    return bool(led) and any(one.start >= anchor.end for one in chart.cues("fact.said"))


def _beside(chart: Chart, left: Mention, right: Mention) -> bool:
    """Whether neither a comma nor another deed stands between two mentions."""
    return not has_any(chart.between(left, right), _WALLS) and not _verbs_between(chart, left, right)


def _is_word(chart: Chart, cue: Mention) -> bool:
    """Whether a word within a sentence is in small letters: "in | May |" is no "may"."""
    return cue.start == 0 or not chart.pack.capitals or not chart.text[cue.start].isupper()


def _is_over(chart: Chart, anchor: Mention) -> bool:
    """Whether the day nearest to a deed lies before the document's own."""
    near = chart.nearest(anchor, chart.dates)
    last = near.date.when.last if near is not None and near.date is not None else None
    known = chart.published.last if chart.published is not None else None
    return last is not None and known is not None and last < known


def _reaches(chart: Chart, cue: Mention, anchor: Mention) -> bool:
    if cue.distance(anchor) > _REACH or _verbs_between(chart, cue, anchor):
        return False
    if cue.end <= anchor.start:
        opens = cue.start - chart.clause(anchor.start)[0] <= _LED_BY
        return opens or not has_any(chart.between(cue, anchor), _WALLS)
    behind = chart.pack.order == "sov" or any(label.startswith(("noun.", "indicator.")) for label in anchor.classes)
    near = cue.start - anchor.end <= _BEHIND and not has_any(chart.between(anchor, cue), CLAUSE_COMMAS)
    return behind and near and "fact.condition" not in cue.classes


def _verbs_between(chart: Chart, cue: Mention, anchor: Mention) -> bool:
    low, high = (cue.end, anchor.start) if cue.end <= anchor.start else (anchor.end, cue.start)
    return any(_is_verb(one) for one in chart.within(chart.cues("verb"), low, high))


def _is_verb(cue: Mention) -> bool:
    return any(label.startswith("verb.") for label in _alone(cue.classes))


def _alone(classes: Iterable[str]) -> Iterable[str]:
    return (label for label in classes if label not in ("verb.have", "verb.hold", "verb.reach"))


def asked_in(chart: Chart, cue: Mention, anchor: Mention) -> bool:
    """Whether a clause that hangs on what is told asks for something else: "a visit, during which he | invited"."""
    if "fact.request" not in cue.classes:
        return False
    hung = [one for one in chart.cues("mark.relative", "mark.who") if anchor.end <= one.start < cue.start]
    return (
        chart.pack.order == "svo" and chart.pack.spaced and bool(hung) and "," in chart.text[anchor.end : hung[0].start]
    )
