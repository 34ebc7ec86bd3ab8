"""A text as cue phrases are looked for in it: folded, without the signs that its language may leave unwritten."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from comity.packs.language import LanguagePack
from comity.text import fold


@dataclass(frozen=True, slots=True)
class Places:
    """Where the letters of a folded text stand in its source; empty where all stand where they stood."""

    kept: Sequence[int] = ()
    length: int = 0

    @property
    def moved(self) -> bool:
        """Whether any letter stands elsewhere than in the source."""
        return bool(self.kept)

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source that a stretch of the folded text stands for, the signs behind it included."""
        if not self.kept:
            return start, end
        return self.kept[start], self.kept[end] if end < len(self.kept) else self.length

    def shown(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the folded text that a stretch of the source is seen as."""
        return (bisect_left(self.kept, start), bisect_left(self.kept, end)) if self.kept else (start, end)


class Sight:
    """How one language's texts are folded for its cue phrases."""

    def __init__(self, pack: LanguagePack) -> None:
        self._turkish = pack.turkish
        signs = sorted(pack.silent, key=lambda one: (-len(one), one))
        self._silent = re.compile("|".join(map(re.escape, signs))) if signs else None
        self._alike = str.maketrans(dict(pack.alike)) if pack.alike else None

    def fold(self, phrase: str) -> str:
        """A phrase folded: "أُقيمت" is "اقيمت"."""
        return self.see(phrase)[0]

    def see(self, text: str) -> tuple[str, Places]:
        """The folded text, and where its letters stand."""
        folded = fold(text, turkish=self._turkish)
        if self._alike is not None:
            folded = folded.translate(self._alike)
        if self._silent is None:
            return folded, Places()
        silent = {place for found in self._silent.finditer(folded) for place in range(*found.span())}
        if not silent:
            return folded, Places()
        kept = [place for place in range(len(folded)) if place not in silent]
        return "".join(folded[place] for place in kept), Places(kept, len(folded))
