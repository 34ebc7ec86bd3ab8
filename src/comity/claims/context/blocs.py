"""Organizations called by one word of their name, once they were named in full: "the Union", "l'Alliance"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from comity.claims.context.discourse import Discourse
from comity.claims.sentences.mention import Mention
from comity.packs.language import LanguagePack
from comity.parties.registry import load_registry

_STEM = 4
_TELLING = frozenset({"verb", "fact", "mark", "deixis"})
_NEXT = re.compile(r"\s+([^\W\d_]+)")
_LAST = re.compile(r"[^\W\d_]+$")


def named_blocs(
    text: str, cues: Sequence[Mention], names: Sequence[Mention], discourse: Discourse, pack: LanguagePack
) -> list[Mention]:
    """The organizations that such a word means: the one named last before whose name has the word in it.

    Refuses a word that another follows which may go on with a name ("l'Union | interparlementaire"), one in small
    letters where names have capitals, and one that no organization named so far explains.
    """
    out = []
    for cue in cues:
        if "deixis.bloc" not in cue.classes or any(one.start < cue.end and cue.start < one.end for one in names):
            continue
        word = _LAST.search(text[: cue.end])
        if word is None or (pack.capitals and not word.group()[0].isupper()) or not _ends(text, cue, cues, pack):
            continue
        here = {one: _words(text[one.start : one.end]) for one in names if one.kind == "organization"}
        before = [one for one, said in here.items() if one.end <= cue.start and _has(said, word.group())]
        told = before[-1] if before else discourse.body_named(word.group()[:_STEM].lower())
        if told is not None:
            start = cue.end - len(word.group())
            out.append(replace(told, start=start, end=cue.end, role="", case="", group=-1, deictic=False))
    return out


def stems(name: str, organization: str, language: str) -> frozenset[str]:
    """The beginnings of the longer words of its name, as written and in full, by which one may call it: "union"."""
    registry = load_registry()
    whole = registry.name(organization, language) if organization in registry else ""
    return frozenset(word[:_STEM] for word in (*_words(name), *_words(whole)) if len(word) >= _STEM)


def _words(name: str) -> list[str]:
    return [word.group().lower() for word in re.finditer(r"[^\W\d_]+", name)]


def _has(said: Sequence[str], word: str) -> bool:
    return any(one[:_STEM] == word[:_STEM].lower() for one in said)


def _tells(cue: Mention) -> bool:
    return any(label.partition(".")[0] in _TELLING for label in cue.classes)


def _ends(text: str, cue: Mention, cues: Sequence[Mention], pack: LanguagePack) -> bool:
    """Whether a name can end with a word: a mark, a small word or what is told of it stands behind."""
    behind = _NEXT.match(text, cue.end)
    if behind is None or any(one.start == behind.start(1) and _tells(one) for one in cues):
        return True
    word = behind.group(1).lower()
    return word in pack.joiners or word in pack.light or word in pack.skip or word in pack.before
