"""Whose mission "it" is: the one told of last, another's where a state does the same there, elsewhere once it moved."""

from __future__ import annotations

from collections.abc import Iterator

from comity.claims.context.discourse import Discourse, Found
from comity.claims.frames.sides.of_anchor import found
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention


def of_it(chart: Chart, discourse: Discourse, noun: Mention, moved_to: Mention | None) -> Iterator[Found]:
    """Sender and receiver of the mission told of last, for "it"; another's there: "Brasil | la abrió | en 1965".

    One that moved to a town is with the state whose the town is: «в Загребе; в Любляну | оно | переведено в 2003-м».
    """
    last = discourse.posts.last_post(discourse.sentence)
    if last is None:
        return
    doer = found([one for one in chart.parties if one.end <= noun.start and one.role == ""][-1:]).ids
    sender = (
        doer[0] if "deixis.object" in noun.classes and len(doer) == 1 and last.receiver not in doer else last.sender
    )
    abroad = moved_to.country if moved_to is not None else ""
    receiver = abroad if abroad and abroad != sender else last.receiver
    yield Found(ids=(sender, receiver), context=last.context)
