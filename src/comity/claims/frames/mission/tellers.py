"""Missions of which a sentence tells nothing: they only say something, or somebody only comes from them."""

from __future__ import annotations

from comity.claims.frames.mission.posts import Post
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention

_BESIDE_IT = 40


def left_by(chart: Chart, noun: Mention) -> bool:
    """Whether a mission is but where somebody comes from: "açılışına | büyükelçilikten | kimse gelmedi"."""
    endings = tuple(key[1:] for key, role in chart.pack.after.items() if role == "from" and key.startswith("'"))
    return bool(endings) and chart.text[noun.start : noun.end].lower().endswith(endings)


def only_tells(chart: Chart, post: Post) -> bool:
    """Whether a mission is but who tells of something: nothing is said of it beside a word for saying."""
    said = chart.within(chart.cues("fact.said"), *chart.clause(post.noun.start))
    return bool(said) and chart.nearest(post.noun, chart.cues("verb.have"), limit=_BESIDE_IT) is None
