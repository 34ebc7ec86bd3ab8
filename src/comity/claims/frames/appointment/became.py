"""Lists of those who became envoys, verbs last: "A Suudi Arabistan Büyükelçisi, B ise Tunus Büyükelçisi oldu"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.claims.context.discourse import Discourse, Found
from comity.claims.factuality.modality import modality_of
from comity.claims.factuality.negation import negated
from comity.claims.frames.appointment.named_to import earlier_owner, name_before, owner_before
from comity.claims.frames.times.attach import event_date
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.draft import Draft
from comity.claims.sentences.mention import Mention
from comity.claims.states.places import city_roles
from comity.model.roles import Appointment

_BESIDE = 1
_AS = 9  # "Büyükelçisi | olarak | atandı"
_TWO = 2


def read_became(chart: Chart, discourse: Discourse) -> Iterator[Draft]:
    """The drafts of those who are named before the post each took, the verb said once behind the last.

    Refuses a post with no state or city right before it, and one without a full name before that.
    """
    posts = [one for one in chart.cues("post") if chart.pack.order == "sov" and _seat(chart, one) is not None]
    verb = _verb(chart, posts)
    if verb is None or negated(chart, [verb]):
        return
    told = event_date(chart, discourse, verb)
    for post in posts:
        seat = _seat(chart, post)
        if seat is None or not (post is posts[-1] or _is_listed(chart, post)):
            continue
        owner = owner_before(chart, seat)
        person = name_before(chart, owner.start if owner is not None else seat.start)
        host = seat.country or (seat.ids[0] if seat.kind == "party" and len(seat.ids) == 1 else "")
        earlier = owner or _own_earlier(chart, seat, posts)
        sender = Found(ids=earlier.ids) if earlier is not None else discourse.at_home(chart.pack.home, host)
        if not person or not host or len(sender.ids) != 1 or sender.ids[0] == host:
            continue
        city, number = city_roles(seat) if seat.kind == "city" else (None, None)
        roles = Appointment(
            post=post.kind_in("post") or "",
            sender=sender.ids[0],
            receiver=host,
            event="holds" if told.when is not None and told.when.interval else "appointed",
            person=person,
            city=city,
            city_id=number,
        )
        yield Draft(
            roles=roles,
            rule="appointment.became",
            dated=told,
            modality=modality_of(chart, verb),
            context=sender.context,
        )


def _own_earlier(chart: Chart, seat: Mention, posts: Sequence[Mention]) -> Mention | None:
    """Whose envoy somebody was till then; none where the post before is that of the one listed before."""
    earlier = earlier_owner(chart, seat)
    listed = (one for one in posts if earlier is not None and earlier.start <= one.start < earlier.end)
    return None if any(_is_listed(chart, one) for one in listed) else earlier


def _seat(chart: Chart, post: Mention) -> Mention | None:
    """The state or city right before a post: "| Tunus | Büyükelçisi", "| Şam | Büyükelçiliği Geçici Maslahatgüzarı"."""
    places = [*chart.kind("party"), *chart.kind("city")]
    house = next((one for one in chart.cues("mission") if 0 <= post.start - one.end <= _BESIDE), None)
    start = house.start if house is not None else post.start
    return next((one for one in places if 0 <= start - one.end <= _BESIDE and one.form != "adjective"), None)


def _verb(chart: Chart, posts: list[Mention]) -> Mention | None:
    """The verb right behind the last post: "oldu"; of several also "olarak atandı"."""
    if not posts:
        return None
    right = [one for one in chart.cues("mark.become") if 0 <= one.start - posts[-1].end <= _BESIDE]
    named = chart.cues("verb.appoint") if len(posts) >= _TWO else []
    return next((one for one in (*right, *named) if 0 <= one.start - posts[-1].end <= _AS), None)


def _is_listed(chart: Chart, post: Mention) -> bool:
    """Whether a comma or a joiner stands behind a post, so that the next of a list follows."""
    behind = chart.text[post.end :].lstrip(" ")
    return behind.startswith(",") or (behind.split(maxsplit=1) or [""])[0].lower() in chart.pack.joiners
