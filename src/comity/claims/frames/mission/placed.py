"""Missions that a line only names or says where they are, remembered for the sentences behind it."""

from __future__ import annotations

from collections.abc import Sequence

from comity.claims.context.discourse import Discourse, Found
from comity.claims.frames.mission.posts import rank_classes
from comity.claims.frames.sides.owners import owner_of
from comity.claims.people.memory import Posted
from comity.claims.sentences.chart import Chart
from comity.claims.sentences.mention import Mention
from comity.claims.states.places import city_roles

_STANDING = {"verb.hold", "verb.reach"}


def remember_named(chart: Chart, discourse: Discourse, nouns: Sequence[Mention]) -> None:
    """Keep whose mission a line without a verb names, for those below it: "Argentine Legation in Oslo."

    Of one that "was in" a city, for "it" in the next sentence: "The first U.S. consulate in Morocco was in Fez."
    """
    told = chart.cues("verb", "fact")
    bare = all("verb.hold" in one.classes and one.classes <= _STANDING for one in told)
    kinds = {one.kind_in("mission") for one in nouns}
    owner = owner_of(chart, nouns[0]) if len(kinds) == 1 and bare else None
    owner = owner or (_beside(chart, nouns[0]) if len(kinds) == 1 and bare else None)
    cities = [one for one in chart.kind("city") if one.country]
    if owner is None or len(owner.ids) != 1 or len(cities) != 1 or cities[0].country in owner.ids:
        return
    place = chart.sentence.selector()
    if not told and len(nouns) == 1:
        discourse.missions[rank_classes(nouns[0])] = Found(ids=(*owner.ids, cities[0].country), context=(place,))
    elif told and chart.pack.order == "svo" and cities[0].role == "in":
        name, number = city_roles(cities[0])
        post = Posted(
            sender=owner.ids[0],
            receiver=cities[0].country,
            kind=kinds.pop(),
            city=name,
            city_id=number,
            context=(place,),
        )
        discourse.posts.put_post(post, discourse.sentence)


def _beside(chart: Chart, noun: Mention) -> Mention | None:
    """Whose it is by a short name right before it: "the first | U.S. | consular post"."""
    return next((one for one in chart.parties if one.form == "abbreviation" and noun.start - one.end == 1), None)
