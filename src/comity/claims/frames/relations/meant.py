"""Whether a verb beside relations is said of them: not of a mission, of years that end, of none."""

from __future__ import annotations

from comity.claims.clauses.inner import object_of
from comity.claims.clauses.relative import leads
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.marks import CLAUSE_COMMAS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import takes_object

_BESIDE = 12
_RIGHT_BEHIND = 4
_LEVELS = ("noun.embassy_level", "noun.legation_level", "noun.charge_level", "noun.strategic")
_RANKED = frozenset({"verb.upgrade", "verb.downgrade"})
_OF_BOTH = frozenset({"verb.establish", "verb.upgrade", "verb.downgrade"})

_TO_RANK = 8


def of_a_mission(chart: Chart, verb: Mention, noun: Mention) -> bool:
    """Whether the verb opens a mission named between: "relations have developed since the | embassy | was opened"."""
    if not chart.pack.spaced:  # "秘方驻首尔使馆1988年由领事馆 | 升格 | 而成"
        start, end = chart.clause(verb.start)
        if verb.classes & {"verb.restore", "verb.open"} and chart.within(chart.cues("mission"), verb.end, noun.start):
            return True  # "以 | 恢复 | 驻索使馆为契机，开创中索关系新局面"
        own = chart.within(chart.cues("noun.relations", "noun.bare_relations", *_LEVELS), start, end)
        return bool(verb.classes & _RANKED) and not own and bool(chart.within(chart.cues("mission"), start, end))
    restored = "verb.restore" in verb.classes and bool(chart.pack.cases) and chart.pack.order == "svo"
    if restored and any(verb.end <= one.start < noun.start for one in chart.cues("mission", "noun.mission")):
        return True  # «возобновление работы | миссии»
    if chart.pack.order == "vso" and any(0 <= one.start - verb.end <= _TO_RANK for one in chart.cues("mission")):
        return "verb.raise" in verb.classes or "verb.lower" in verb.classes  # «رُفعت إلى | قنصلية عامة»
    told = [one for one in chart.cues("mission") if verb.end <= one.start and object_of(chart, verb, one)]
    ranked = bool(verb.classes & _RANKED) and noun.end <= verb.start and len(chart.cues("mission")) == 1
    if ranked and told and told[0].start - verb.end <= _RIGHT_BEHIND:
        return False  # "les relations furent portées au rang d'| ambassades"
    if told and verb.classes & _OF_BOTH and not _coupled(chart, told[0], noun):
        return True
    if not {"verb.establish", "verb.open"} <= verb.classes or noun.end > verb.start:
        return False
    between = [one for one in chart.cues("mission") if noun.end <= one.start < verb.start]
    return bool(between) and not (len(between) == 1 and _coupled(chart, noun, between[0]))


def _coupled(chart: Chart, left: Mention, right: Mention) -> bool:
    """Whether a joiner alone couples two things, the second's owner aside: "relations and the American | legation"."""
    gap = chart.between(left, right).lower().split()
    owners = [one for one in chart.parties if left.end <= one.start and one.end <= right.start]
    named = {word for one in owners for word in chart.text[one.start : one.end].lower().split()}
    rest = [word for word in gap if word not in chart.pack.skip and word not in named]
    return len(rest) == 1 and rest[0] in chart.pack.joiners


def of_years(chart: Chart, verb: Mention, noun: Mention) -> bool:
    """Whether a time of relations is what ends, not they: "ended | 25 years | of hostile ties"."""
    spans = [one for one in chart.kind("quantity") if one.quantity is not None and one.quantity.unit == "year"]
    kinds = {"verb.sever"} if chart.pack.spaced else {"verb.sever", "verb.suspend"}  # "中断 | 六年 | 的外交关系"
    broken = verb.classes & kinds
    return bool(broken) and any(verb.end <= one.start < noun.start for one in spans)


def none_of(chart: Chart, verb: Mention, noun: Mention) -> bool:
    """Whether the noun itself is denied behind the verb: "severed | no | relations"."""
    return any(verb.end <= one.start and 0 <= noun.start - one.end <= _BESIDE for one in chart.cues("fact.not"))


def there_are_none(chart: Chart, noun: Mention) -> Mention | None:
    """The "there are none" beside relations, those who have none between: «отношений | с ним нет», «отсутствуют»."""
    for one in chart.cues("fact.not"):
        if "verb.have" not in one.classes or not chart.pack.cases or chart.pack.order != "svo" or _ranked(chart, noun):
            continue
        low, high = (noun.end, one.start) if noun.end <= one.start else (one.end, noun.start)
        words = _past_partners(chart, low, high)
        if noun.end <= one.start:  # «в отношениях отсутствуют | неразрешённые вопросы»: of those there are none
            words += _past_partners(chart, one.end, chart.clause(one.start)[1])
        if all(word in chart.pack.before or word in chart.pack.joiners for word in words):
            return one
    return None


def _ranked(chart: Chart, noun: Mention) -> bool:
    """Whether only relations of a rank are told of: «отношений | на уровне посольств | нет»."""
    return any(noun.start <= one.start and one.start - noun.end <= 1 for one in chart.cues(*_LEVELS))


def _past_partners(chart: Chart, low: int, high: int) -> list[str]:
    """The words of a stretch that name no state or town."""
    rest = chart.text[low:high]
    for one in (*chart.kind("party", "city"), *chart.dates):
        if low <= one.start and one.end <= high:
            rest = rest.replace(chart.text[one.start : one.end], " ")
    return rest.lower().strip(" .;,").split()


def none_denied(chart: Chart, noun: Mention, kept: Mention | None) -> bool:
    """Whether a denial beside relations is of something else: "no | alteration in | our relations with A".

    Another noun stands between, with a preposition behind it; or the verb only helps another ("has not been a simple
    relationship").
    """
    if not leads(chart.pack) or chart.pack.adjectives != "before":
        return False
    nots = [one for one in chart.cues("fact.not") if one.end <= noun.start]
    words = chart.between(nots[-1], noun).lower().split() if nots else []
    if any(word in chart.pack.before for word in words):
        return True
    if kept is None or kept.end > noun.start or "noun.relations" in noun.classes:
        return False
    helping = chart.text[kept.start : kept.end].lower() in chart.pack.auxiliaries
    told = {word for one in chart.cues("fact.not") for word in chart.text[one.start : one.end].lower().split()}
    known = chart.pack.skip | chart.pack.light | told
    return helping and not all(word in known for word in chart.between(kept, noun).lower().split())


def denied_until(chart: Chart, verb: Mention) -> bool:
    """Whether a denial ends with a clause that nobody can date: "were not made | until | after A emerged from …"."""
    return leads(chart.pack) and any(0 <= one.start - verb.end <= 1 for one in chart.cues("mark.subordinate"))


def named_so(chart: Chart, verb: Mention, noun: Mention) -> bool:
    """Whether verb and noun are words of a title in quotation marks: the “Treaty | Restoring Friendly Relations |”."""
    low, high = min(verb.start, noun.start), max(verb.end, noun.end)
    texts = [one for one in chart.cues("agreement") if one.end <= low]
    opened = max((chart.text.rfind(mark, 0, low) for mark in '“«"'), default=-1)
    inside = opened >= 0 and not any(mark in chart.text[opened + 1 : high] for mark in '”»"')
    return inside and any(opened < one.start for one in texts)


def by_a_surname(chart: Chart, verb: Mention) -> bool:
    """Whether somebody does it whom the sentence calls by name alone, of no state that is told: "Ramirez | broke …"."""
    start, _ = chart.clause(verb.start)
    if not leads(chart.pack) or not chart.pack.capitals or any(one.start < verb.start for one in chart.parties):
        return False
    words = chart.text[start : verb.start].split()
    first = words[0] if words else ""
    if not first[:1].isupper() or not first.isalpha() or first.lower() in chart.pack.not_names:
        return False
    known = any(one.start < start + len(first) and start <= one.start for one in chart.mentions)
    small = chart.pack.auxiliaries | chart.pack.light
    rest = [word for word in words[1:] if not word[:1].isupper()]
    led = all(word in small or word.endswith(chart.pack.auxiliary_endings) for word in rest)
    return not known and led and first.lower() not in small


def makes_another(chart: Chart, verb: Mention, noun: Mention) -> bool:
    """Whether a verb behind a comma makes something of its own: "ended relations, and | established | an institute".

    Or raises a mission in another clause: "relations are good, but the consulate there was | raised | to an embassy".
    """
    start, end = chart.clause(verb.start)
    ranks = verb.classes & {"verb.raise", "verb.lower"} and not start <= noun.start < end
    if ranks and chart.within(chart.cues("mission"), start, end):
        return True
    made = leads(chart.pack) and "verb.establish" in verb.classes and noun.end <= verb.start
    if not made or "," not in chart.text[noun.end : verb.start]:
        return False
    own = chart.text[verb.start : verb.end].lower().split()
    taken = [(one.start, one.end) for one in (*chart.cues("verb", "fact"), *chart.dates) if one is not verb]
    return own[0] not in chart.pack.auxiliaries and takes_object(chart.text, verb.end, chart.pack, taken)


def of_text(chart: Chart, verb: Mention, noun: Mention) -> bool:
    """Whether a deed only names a text that nobody signs here: "讨论了 | 建交 | 联合公报草案".

    So too a raising that a comma parts from the relations behind it: "提升互利合作，推动两国关系 …".
    """
    if not chart.pack.spaced and verb.classes & _RANKED and has_any(chart.text[verb.end : noun.start], CLAUSE_COMMAS):
        return True
    named = any(one.start == verb.end and one.kind_in("agreement") for one in chart.cues("agreement"))
    start, end = chart.clause(verb.start)
    return not chart.pack.spaced and named and not chart.within(chart.cues("verb.sign"), start, end)


def to_new_heights(chart: Chart, verb: Mention) -> bool:
    """Whether what relations rise to is no level that has a name: "提升到一个崭新的 | 水平"."""
    late = chart.pack.order == "sov"  # "yeni bir seviyeye | yükseltti"
    gaps = (verb.start - one.end if late else one.start - verb.end for one in chart.cues("mark.heights"))
    return any(0 <= gap <= _BESIDE for gap in gaps)
