"""Items of lists of envoys: "Karl Hansen (1965–1969)" under "Ambassadors of Norway to Kenya"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from comity.claims.clauses.relative import leads
from comity.claims.context.posting import Posting
from comity.claims.context.theme import labels_in
from comity.claims.frames.times.attach import dated, since
from comity.claims.rows.row import Row
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Dated, Draft
from comity.claims.sentences.mention import Mention
from comity.model.roles import Appointment
from comity.model.selector import Selector

_ENDS_NAME = "(（:：,，;—–-|"
_BULLETS, _LEADS = " \t*•·-–—(", " \t:–—-)].,"
_DASHES = ("–", "—", "-")
_MOST_WORDS = 6
_LONGEST_NAME, _PARTICLE = 50, 3  # "de", "van", "bin"
_TWO = 2
_LONGEST_RANK = 60
_TELLING = (
    ("credentials", ("verb.credentials", "mark.column_credentials")),
    ("appointed", ("verb.appoint", "mark.column_open")),
)
_VERBS = ("credentials", "appoint", "accredit", "award", "be_in", "continue", "end", "serve")
_BESIDE_DAYS = {f"verb.{name}" for name in _VERBS}
_AT_POST = {"verb.have", "verb.accredit", "verb.be_in", "verb.serve"}  # "those who served as", "历任"
_ALLOWED = _BESIDE_DAYS | {"fact.yet", "fact.resides"}  # "since 2019 to this day", "resident in Washington"


def posting_in(chart: Chart, pair: Sequence[str], context: tuple[Selector, ...], owner: str = "") -> Posting | None:
    """Whose envoys, and where, a heading or title says that it is about; of a pair's page one end is enough.

    "Ambassadors of France to Mongolia", "Estonian ambassadors" on a page about Estonia and Japan; a town is where the
    envoys of a page's one ``owner`` sit: "Heads of mission in Washington", which leaves the post to the rows.
    """
    posts = {cue.kind_in("post") for cue in chart.cues("post")} or _whatever(chart)
    named = [one for one in chart.kind("party") if len(one.ids) == 1 and not one.deictic]
    named = sorted({one.ids[0]: one for one in reversed(named)}.values(), key=lambda one: one.start)
    ends = tuple(one.ids[0] for one in named)
    seats = [one.country for one in chart.kind("city") if one.role in ("in", "to") and one.country not in ends]
    if len(posts) != 1 or not (ends or seats):
        return None
    hosts = [one for one in named if one.role in ("in", "to", "with", "for") and one.form != "adjective"]
    if len(ends) < _TWO and len(set(seats)) == 1 and not hosts and seats[0] not in ("", owner, *ends):
        ends = (*(ends or ((owner,) if owner else ())), seats[0])
        if len(ends) < _TWO:
            return None
    elif len(ends) == 1 and ends[0] in pair:
        other = next(one for one in pair if one != ends[0])
        ends = (other, ends[0]) if hosts else (ends[0], other)
    elif len(ends) == 2:
        ends = (ends[1], ends[0]) if hosts and hosts[0] is named[0] else ends
    else:
        return None
    told = {label for cue in chart.cues("verb", "fact") for label in cue.classes}
    listed = not chart.dates and not any(one.startswith(("verb.", "fact.")) for one in told - _AT_POST)
    return Posting(post=posts.pop(), sender=ends[0], receiver=ends[1], context=context, listed=listed)


def posting_with(chart: Chart, posts: set[str], partner: str, context: tuple[Selector, ...]) -> Posting | None:
    """Whose envoy to whom a row with a party of its own is about, its heading telling the other: "Envoys of Norway".

    "Ambassadors accredited to Norway" are the row's party's, as are those who presented their credentials to its king.
    Refuses a heading of two parties, or of no one post.
    """
    posts = {cue.kind_in("post") for cue in chart.cues("post")} or posts
    named = [one for one in chart.kind("party") if len(one.ids) == 1 and not one.deictic]
    told = {one.ids[0] for one in named}
    if len(posts) != 1 or len(told) != 1 or partner in told:
        return None
    letters = chart.has("verb.credentials")
    hosts = letters or any(one.role in ("in", "to", "with", "for") and one.form != "adjective" for one in named)
    ends = (partner, named[0].ids[0]) if hosts else (named[0].ids[0], partner)
    return Posting(post=next(iter(posts)), sender=ends[0], receiver=ends[1], context=context, letters=letters)


def _whatever(chart: Chart) -> set[str]:
    """A post still to be told, for a heading over envoys of whatever rank: "Heads of mission"."""
    return {""} if "mark.heading_envoys" in labels_in(chart.text, chart.pack.code) else set()


def rank_in(charts: Iterable[Chart]) -> str:
    """The one post that a heading or cell names and nothing beside it: "Chargé d'affaires"; "" where none does.

    Refuses what names a state, a town or a day: "Minister to Norway until 1910" is a remark.
    """
    for chart in charts:
        beside = chart.kind("party", "organization", "city", "date") or chart.has("verb", "fact", "mission")
        if len(chart.text) > _LONGEST_RANK or beside or any(one.actor and one.actor.person for one in chart.actors):
            continue
        posts = {cue.kind_in("post") for cue in chart.cues("post")} or _bare_minister(chart)
        if len(posts) == 1:
            return posts.pop()
    return ""


def _bare_minister(chart: Chart) -> set[str]:
    """An envoy's post, where a rank is told by that one word: "Minister" among the heads of mission."""
    alone = (chart.text.strip() == chart.text[cue.start : cue.end] for cue in chart.cues("office.minister"))
    return {"envoy"} if leads(chart.pack) and any(alone) else set()


def is_envoy_item(chart: Chart) -> bool:
    """Whether an item is a name and its days, nothing more: no deed beside credentials and appointments."""
    told = {
        label for cue in chart.cues("verb", "fact") for label in cue.classes if label.startswith(("verb.", "fact."))
    }
    return bool(chart.dates) and bool(_name(chart)) and told <= _ALLOWED and not chart.has("mission", "award")


def read_envoy_items(row: Row) -> Iterator[Draft]:
    """The drafts of an item: a term is held, a day beside its word is that of credentials or appointment.

    Refuses a lone day that no word explains: it may be that of either.
    """
    posting = row.posting
    if posting is None:
        return
    for _, chart in row.charts:
        name, posts = _name(chart), ({cue.kind_in("post") for cue in chart.cues("post")} or {posting.post}) - {""}
        told = [(event, _lasting(chart, day)) for day in chart.dates if (event := _event(chart, day))]
        for event, day in told if name and len(posts) == 1 else ():
            yield Draft(
                roles=Appointment(
                    post=next(iter(posts)),
                    sender=posting.sender,
                    receiver=posting.receiver,
                    event=event,
                    person=name,
                ),
                rule="row.appointment",
                dated=day,
                context=(*posting.context, *row.context),
            )


def _lasting(chart: Chart, day: Mention) -> Dated:
    """A day as it is told; one that only a dash follows is the first of a term that goes on: "A. Lee (2002–)"."""
    told = dated(day)
    lasts = _goes_on(chart, day) and told.when is not None
    return replace(told, when=since(told.when)) if lasts and told.when is not None else told


def _goes_on(chart: Chart, day: Mention) -> bool:
    return chart.text[day.end :].strip(" )）]") in _DASHES


def _event(chart: Chart, day: Mention) -> str:
    when = day.date.when if day.date is not None else None
    if when is not None and (when.interval or _goes_on(chart, day)):
        return "holds"
    low = max((one.end for one in chart.dates if one.end <= day.start), default=0)
    high = min((one.start for one in chart.dates if one.start >= day.end), default=len(chart.text))
    for event, labels in _TELLING:
        if chart.within(chart.cues(*labels), low, high):
            return event
    return ""


def _name(chart: Chart) -> str:
    """The name that an item begins with, its days or the post before it set aside: "1994–1998: | Alberto Casas |"."""
    text = chart.text
    led = [one.end for one in (*chart.dates, *chart.cues("post")) if not text[: one.start].strip(_BULLETS)]
    low = len(text) - len(text[max(led) :].lstrip(_LEADS)) if led else 0
    return _name_from(chart, low)


def _name_from(chart: Chart, low: int) -> str:
    """The name that begins here: up to a bracket, a comma, a dash or the next day; "" for what is none."""
    text = chart.text
    ends = [at for mark in _ENDS_NAME if (at := text.find(mark if mark != "-" else " - ", low)) > low]
    told = (one.start for one in (*chart.dates, *chart.cues("post")))
    first = min([*ends, *(place for place in told if place >= low), len(text)])
    name = text[low:first].strip(" \t.،、")
    fits = 1 < len(name) <= _LONGEST_NAME and len(name.split()) <= _MOST_WORDS and not any(map(str.isdigit, name))
    named = (*chart.parties, *chart.kind("organization", "city"), *chart.cues("verb", "noun", "mission"))
    small = [word for word in name.split() if word[0].islower() and len(word) > _PARTICLE]
    return name if fits and not small and not chart.within(named, low, first) and name[0].isalpha() else ""
