"""Who holds a post that no name stands right beside: behind its verb, or joined to it by a short word."""

from __future__ import annotations

import re

from comity.claims.clauses.relative import leads
from comity.claims.frames.appointment.said_across import said_across
from comity.claims.frames.appointment.succeeded import succeeded_at
from comity.claims.people.bare_names import bare_person, is_relieved, owns_next
from comity.claims.people.wide_names import wide_holder, wide_named_to, wide_person
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.roles import ending_role
from comity.claims.sentences.words import capital_run

_APART = ("object", "with", "by", "from", "between", "of")
_DASHES = frozenset("–—-")  # «посол Финляндии в Кении | — | Пиркка Тапиола»: for the verb where it may go unsaid
_LINK_BEHIND = re.compile(r"(?:\s+([^\W\d_]{1,4}|[–—-])|\s?:)\s+(?=[^\W\d_])()")
_LEADS = 2
_ARTICLE = 8  # "était | l'ancien | ambassadeur"
_LINKED, _FIRST_WORDS = 4, 3
_OPENING, _BEHIND = 4, 8
_NUMBERED = 12  # "was the | second | ambassador"
_NAME_BEFORE = re.compile(r"((?:[^\W\d_a-zа-яё][^\W\d_]+[ -]){1,4}[^\W\d_a-zа-яё][^\W\d_]+)\s$")
_LINK = re.compile(r"\s+[^\W\d_]{1,4}\s+(?:[^\W\d_]{1,3}['’]?\s*)?")
_NAME = r"(?<![^\W\d_])((?:[^\W\d_]+[ .'’-]+){1,4}?[^\W\d_]+)"
_NAME_LAST = re.compile(_NAME + r"\s$")
_LINKS_BEFORE = tuple(  # "Jan de Wit | was | consul", "Jan de Wit | was the | consul"
    re.compile(_NAME + r"\s+([^\W\d_]{1,4}|[–—-])\s+" + article + "$") for article in ("", r"[^\W\d_]{1,3}['’]?\s*")
)


def _named_behind(chart: Chart, verb: Mention | None) -> str | None:
    """The name right behind the verb: "назначен Иван Петров"."""
    if verb is None or not chart.pack.capitals or "mark.succeeds" in verb.classes:
        return None
    start = _past_day(chart, verb.end + 1)  # «назначен | в 1926 году | Иван Петров»
    if not chart.text[verb.end : verb.end + 1].isspace() or any(one.start <= start < one.end for one in chart.mentions):
        return None
    end = capital_run(chart.text, start, chart.pack)
    name = chart.text[start:end].strip()
    return name if " " in name and not is_relieved(chart, end) else None


def named_at(chart: Chart, verb: Mention | None, one: Mention, event: str) -> str | None:
    """Who it is where the post has no name beside it: behind the verb, joined by "is", or before a passive verb."""
    taken = succeeded_at(chart, one)
    if taken is not None:
        return taken.name or None
    across = said_across(chart, one)
    name = across.person if across is not None else _named_behind(chart, verb) or is_named(chart, one)
    name = name or _leads_in_capacity(chart, one) or wide_named_to(chart, one) or None
    if name is None and event == "holds":
        name = _named_first(chart, verb, one) or wide_holder(chart, one) or _alone_before(chart, verb)
    if name is None and event == "appointed":
        name = _named_before(chart, one)
    if name is None and verb is not None and event in ("appointed", "ended"):
        name = _named_between(chart, verb, one)
    taken_from = event == "credentials" and one.role in (
        "from",
        "by",
    )  # «принял грамоту | от посла A»
    if name is None and verb is not None and event in ("appointed", "credentials", "ended") and not taken_from:
        name = _own_name(chart, one, bare_person(chart, verb))
        name = name or _led_by_post(chart, verb, one) or _by_decree(chart, verb, event)
    name = name or (_between(chart, verb, one) if event in ("appointed", "holds") else None)
    within = verb is not None and one.start <= verb.start
    return name or (_opens(chart, one) if within and event in ("appointed", "holds", "ended") else None)


def _between(chart: Chart, verb: Mention | None, one: Mention) -> str | None:
    """The full name right behind a post and its day, where verbs come last: "görevini 2011'den | X | yürütüyor"."""
    if verb is None or chart.pack.order != "sov" or not chart.pack.capitals or verb.start < one.start:
        return None
    first = one.end + len(chart.text[one.end :]) - len(chart.text[one.end :].lstrip())
    start = next((day.end + 1 for day in chart.dates if day.start == first), first)
    end = capital_run(chart.text, start, chart.pack)
    name = chart.text[start:end]
    goes_on = chart.text[end : end + 1] == " " and chart.text[end + 1 : end + 2].islower()
    return name if " " in name and _free(chart, start) and goes_on and not is_relieved(chart, end) else None


def _named_between(chart: Chart, verb: Mention, one: Mention) -> str | None:
    """Who is addressed between a verb and the post that "as" tells: "mis fin aux fonctions de | M. Ly | comme …"."""
    told = [who for who in chart.within(chart.actors, verb.end, one.start) if who.actor is not None]
    who = told[-1].actor if told else None
    if who is None or who.office or who.post or " " not in who.person or not leads(chart.pack):
        return None
    led = [cue for cue in chart.cues("mark.capacity") if 0 < cue.start - told[-1].end <= _LEADS]
    return who.person if led and one.start - led[0].end <= _LEADS else None


def _opens(chart: Chart, one: Mention) -> str | None:
    """The full name that opens a clause whose verb comes last: "| Juan Perez, 2011'de A'nın Roma Büyükelçisi …".

    A day may stand before it. Refuses a name with an ending, and one that another in office follows.
    """
    low, _ = chart.clause(one.start)
    if chart.pack.order != "sov" or not chart.pack.capitals:
        return None
    day = next((date for date in chart.dates if date.start - low <= 1 and date.end < one.start), None)
    place = low + len(chart.text[low:]) - len(chart.text[low:].lstrip()) if day is None else day.end + 1
    end = capital_run(chart.text, place, chart.pack)
    end = min((it.start for it in chart.mentions if place < it.start < end), default=end)
    name = chart.text[place:end].strip()
    marked = chart.text[end : end + 1] in ("'", "’") or (bool(name) and ending_role(name, chart.pack) != "")
    others = [who for who in chart.within(chart.actors, place, one.start) if who is not one]
    return (
        name
        if " " in name and _free(chart, place) and end < one.start and not (marked or others or owns_next(chart, end))
        else None
    )


def _own_name(chart: Chart, one: Mention, name: str) -> str:
    """A name that a sentence has before an envoy; "" where another envoy of another state stands between the two.

    "Axel Johnson was appointed Siam's consul-general, while Sweden's first | consul-general | took up his post".
    """
    place = chart.text.find(name) + len(name) if name else 0
    others = [who for who in chart.actors if who.actor is not None and who.actor.post and who.ids and who is not one]
    apart = any(place <= who.start and who.end <= one.start and who.ids != one.ids for who in others)
    return "" if name and one.ids and apart else name


def _alone_before(chart: Chart, verb: Mention | None) -> str | None:
    """The name that alone stands before "serves as", in letters without capitals."""
    return (wide_person(chart, verb) or None) if verb is not None and "verb.serve" in verb.classes else None


def _leads_in_capacity(chart: Chart, one: Mention) -> str | None:
    """Who leads the clause of a post that "as" tells: "| Juan Pérez | presentó … a X, como embajador".

    Only where who does it stands before its verb.
    """
    plain = chart.pack.order == "svo" and chart.pack.capitals and not chart.pack.inverts and not chart.pack.cases
    if not plain or not chart.near_cue(one, "mark.capacity", _LINKED):
        return None
    low, _ = chart.clause(one.start)
    titled = [who.actor for who in chart.actors if low <= who.start <= low + _OPENING and who.actor is not None]
    if titled:
        return titled[0].person or None if not (titled[0].office or titled[0].post) else None
    for word in list(re.finditer(r"[^\W\d_]+", chart.text[low : one.start]))[:_FIRST_WORDS]:
        place = low + word.start()
        end = capital_run(chart.text, place, chart.pack)
        if " " in chart.text[place:end] and _free(chart, place):
            return chart.text[place:end].strip()
    return None


def _by_decree(chart: Chart, verb: Mention, event: str) -> str | None:
    """Who stands between an unnamed president's decree and the verb: «Указом президента | Олег Котов | назначен …»."""
    doers = [one for one in chart.actors if one.role == "by" and one.actor is not None and one.actor.person]
    who = next((one for one in doers if verb.start - one.end == 1), None) if chart.pack.cases else None
    return who.actor.person if who is not None and who.actor is not None and event == "appointed" else None


def _named_first(chart: Chart, verb: Mention | None, one: Mention) -> str | None:
    """The full name that opens a sentence right before its verb: "| William Courtney | was the first chargé of …"."""
    if verb is None or verb.end > one.start or chart.pack.order != "svo" or "verb.serve" not in verb.classes:
        return None
    plain = [who.actor for who in chart.actors if 0 < verb.start - who.end <= 1 and who.actor and who.actor.person]
    if plain:
        return plain[0].person  # "| Mr. John Pickett | served as consul"
    name = chart.text[: verb.start].strip()
    whole = chart.pack.capitals and " " in name and capital_run(chart.text, 0, chart.pack) >= len(name)
    return name if whole and _free(chart, 0) and one.start - verb.end <= _NUMBERED else None


def _named_before(chart: Chart, one: Mention) -> str | None:
    """Somebody in office right before the word that leads to his post: "Minister | Livia Leu | zur Botschafterin"."""
    before = [who for who in chart.actors if who.end < one.start and who.actor is not None and who.actor.office]
    who = before[-1] if before else None
    if who is None or who.actor is None or not who.actor.person or chart.pack.order != "svo" or not chart.pack.spaced:
        return None
    gap = chart.text[who.end : one.start].lower().split()
    small = chart.pack.skip | set(chart.pack.contents)  # "the appointment of | Prince Casimir Lubomirski | as minister"
    led = bool(gap) and all(word in chart.pack.before or word in small for word in gap)
    free = who.role == "" or any(0 < who.start - verb.end <= 1 for verb in chart.cues("verb.appoint"))
    return who.actor.person if led and len(gap) <= _LEADS and free else None


def _led_by_post(chart: Chart, verb: Mention, one: Mention) -> str | None:
    """The name that a post before it leads to: "Nommé ambassadeur à Oslo en 2011, | Juan Pérez | présente …".

    The verb opens the sentence, and the name stands between the first comma and another verb.
    """
    if chart.pack.order != "svo" or not chart.pack.capitals or verb.start > _OPENING or one.start < verb.end:
        return None
    place = chart.text.find(", ", one.end) + 2
    if place < len(", "):
        return None
    titled = next((who.actor for who in chart.actors if who.start == place and who.actor), None)
    if titled is not None and titled.person and not titled.post and titled.office in ("", "person"):
        return titled.person  # "Nommée ambassadrice à Bakou, | Mme Anne Hansen | a remis …"
    if not _free(chart, place):
        return None
    end = capital_run(chart.text, place, chart.pack)
    name = chart.text[place:end]
    goes_on = any(0 < cue.start - end <= _BEHIND for cue in chart.cues("verb", "fact"))
    return name if " " in name and goes_on else None


def is_named(chart: Chart, one: Mention) -> str | None:
    """The full name that one short word joins to a post: "Ambassador of Kazakhstan to Japan is Yerlan Omarov"."""
    if not chart.pack.capitals:
        return None
    if chart.pack.order == "sov" and not chart.text[one.end :].strip(' .»”"'):
        return _opens(chart, one)  # "Juan Perez 2011'den 2015'e kadar Roma | Büyükelçisiydi."
    behind = _LINK_BEHIND.match(chart.text, _day_end(chart, one.end))
    start = _past_day(chart, behind.start(2)) if behind else 0
    if behind and _free(chart, start) and not chart.pack.joiners - _DASHES & {(behind.group(1) or "").lower()}:
        end = capital_run(chart.text, start, chart.pack)
        name = chart.text[start:end].strip()
        dashed = behind.group(1) in _DASHES
        return name if " " in name and (dashed or chart.pack.order == "svo") else None
    joined = [who for who in chart.actors if _is_joined(chart, who, one)]
    if joined and joined[-1].actor is not None:
        return joined[-1].actor.person
    between = _behind_copula(chart, one) or _before_copula(chart, one)
    if between:
        return between
    found = (link.search(chart.text, 0, one.start) for link in _LINKS_BEFORE)
    names = (_led_name(chart, before) for before in found if before is not None)
    return next((name for name in names if name), None) if chart.pack.order == "svo" else None


def _led_name(chart: Chart, before: re.Match[str]) -> str:
    """The full name before a short word that joins it to a post; "" where the word parts them, or it is no name."""
    return "" if _parts(chart, before.group(2).lower()) else _full_name(chart, before)


def _full_name(chart: Chart, before: re.Match[str]) -> str:
    """The full name that a match ends with; "" where it is none, or a word of it means something else."""
    start = _name_begins(before.group(1), before.start(1))
    words = chart.text[start : before.end(1)]
    whole = " " in words and capital_run(chart.text, start, chart.pack) >= start + len(words)
    return words if whole and _free(chart, start) else ""


def _before_copula(chart: Chart, one: Mention) -> str:
    """The full name before a longer "was" and a post: "Sven Holm | avait été | ambassadeur à Lima de 1999 à 2003"."""
    links = [cue for cue in chart.cues("mark.copula", "mark.was") if 0 < one.start - cue.end <= _ARTICLE]
    links = links if chart.pack.order == "svo" and not chart.pack.cases else []
    for link in links:
        words = chart.text[link.end : one.start].lower().replace("'", "' ").replace("’", "' ").split()
        name = _NAME_LAST.search(chart.text, 0, link.start)
        if name is not None and all(word in chart.pack.skip for word in words):
            return _full_name(chart, name)
    return ""


def _past_day(chart: Chart, place: int) -> int:
    """Where a name may begin behind a day that stands at a place: "Botschafter in Rom ist | seit 2019 | Karl Huber"."""
    return next((one.end + 1 for one in chart.dates if one.start == place), place)


def _day_end(chart: Chart, place: int) -> int:
    """Where a time of years ends right behind a post: "The ambassador in Oslo | from 1956 to 1959 | was Juan Pérez"."""
    days = [one for one in chart.dates if one.start - place == 1 and one.date is not None and one.date.when.interval]
    return days[0].end if days else place


def _behind_copula(chart: Chart, one: Mention) -> str:
    """The full name between "is" and a post, where what leads a clause turns it: "Seit 2019 ist | Karl Huber | …"."""
    verbs = [cue for cue in chart.cues("verb.hold", "verb.serve") if cue.end < one.start] if chart.pack.inverts else []
    start = verbs[-1].end + 1 if verbs else one.start
    end = capital_run(chart.text, start, chart.pack)
    name = chart.text[start:end]
    return name if " " in name and _free(chart, start) and chart.text[end : one.start].isspace() else ""


def _parts(chart: Chart, word: str) -> bool:
    """Whether a short word between a name and a post tells that they are two: "la medalla Franz Tamayo | al | …"."""
    return word in chart.pack.joiners - _DASHES or chart.pack.before.get(word) in _APART


def _name_begins(words: str, start: int) -> int:
    """Where the capitals of a run begin that small words lead: "with | Hugh S. Fullerton" as chargé."""
    while words[:1].islower() and " " in words:
        cut = words.index(" ") + 1
        words, start = words[cut:], start + cut
    return start


def _is_joined(chart: Chart, who: Mention, one: Mention) -> bool:
    """Whether one short word joins somebody with a form of address to a post: "Mr O'Neill | was | ambassador"."""
    link = _LINK.fullmatch(chart.text, who.end, one.start) if who.end < one.start else None
    plain = who.actor is not None and who.actor.person and not (who.actor.office or who.actor.post)
    return bool(plain and link) and chart.pack.order == "svo"


def _free(chart: Chart, place: int) -> bool:
    return not any(one.start <= place < one.end for one in chart.mentions)


def held_by(chart: Chart, one: Mention) -> list[tuple[str, Mention]]:
    """Each of several who held a post, with the years in the bracket behind: "the envoys were | A B (1954–1957) and …".

    Empty where a post has a name of its own, and where there are not two or more.
    """
    if not chart.pack.capitals or one.actor is None or one.actor.person:
        return []
    out: list[tuple[str, Mention]] = []
    for low, high in chart.asides:
        days = [day for day in chart.dates if low < day.start < high]
        name = _NAME_BEFORE.search(chart.text[one.end : low])
        years = len(days) == 1 and days[0].date is not None and days[0].date.when.interval
        if years and name is not None and _free(chart, one.end + name.start(1)):
            out.append((name.group(1), days[0]))
    return out if len(out) > 1 else []
