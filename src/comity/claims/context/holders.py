"""Who held, or holds, a post told of before: "his predecessor", "he was succeeded by", "his counterpart"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comity.claims.context.discourse import Discourse
from comity.claims.sentences.mention import Mention

_LEADING = 3


def read_holders(cues: Sequence[Mention], discourse: Discourse) -> list[Mention]:
    """The cues, "his predecessor" and "he was succeeded by" given the post that was told of before them.

    Refuses them where no post was: "his successor as chairman" is nobody's envoy.
    """
    out: list[Mention] = []
    for cue in cues:
        if cue.classes & {"deixis.holder", "verb.relieve"}:
            here = [one for one in cues if one.end <= cue.start and one.kind_in("post")]
            post = here[-1].kind_in("post") if here else discourse.recent_posting()
            offices = [one for one in cues if one.kind_in("office") and one.kind_in("office") != "person"]
            nearer = [one for one in offices if one.end <= cue.start and (not here or one.start > here[-1].start)]
            if post and not nearer:
                out.append(replace(cue, classes=cue.classes | {f"post.{post}"}, form="holder"))
                continue
        elif "office.counterpart" in cue.classes and _at_post(cue, cues, discourse):
            out.append(replace(cue, classes=cue.classes - {"office.counterpart"} | {f"post.{discourse.posting_kind}"}))
            continue
        out.append(cue)
    return out


def _at_post(cue: Mention, cues: Sequence[Mention], discourse: Discourse) -> bool:
    """Whether a counterpart is an envoy's: the sentence right before told of a post, and this one of no office."""
    titles = [one for one in cues if one.end <= cue.start and (one.kind_in("office") or one.kind_in("post"))]
    near = discourse.sentence - discourse.posting_at <= 1 and cue.start <= _LEADING
    return near and bool(discourse.posting_kind) and not titles


def as_holders(cues: Sequence[Mention], actors: Sequence[Mention]) -> list[Mention]:
    """The actors, those named by such a cue marked as holders of the post told of before."""
    starts = [cue.start for cue in cues if cue.form == "holder"]
    return [
        replace(one, form="holder") if any(one.start <= start < one.end for start in starts) else one for one in actors
    ]
