"""Names in Han letters beside a title: before it, and short ones behind it that a bracket closes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.claims.sentences.cues import is_wide
from comity.claims.sentences.mention import Mention
from comity.packs.language import LanguagePack

BRACKETED = re.compile(r"[^\W\d_]{2,4}[（(]")
MARKS = "，。、；：！？“”《》（）"
_WIDE_NAME = 4
_LONG_NAME, _SHORT_NAME = 8, 3
_LEADS = ("to", "with", "by")


def surnamed(text: str, end: int, pack: LanguagePack) -> int:
    """Where a short name ends that a surname begins and a bracket closes, whatever its letters mean: "| 魏建国 |（"."""
    found = BRACKETED.match(text, end)
    if found is None or found.end() - 1 - end > _SHORT_NAME:
        return 0
    return found.end() - 1 if any(text.startswith(one, end) for one in pack.surnames) else 0


def wide_name_before(text: str, start: int, mentions: Sequence[Mention], pack: LanguagePack) -> tuple[int, int]:
    """The name in "习近平主席": two to four letters between a mark or another mention and the title.

    Behind the marker of an agent it may be longer ("应额勒贝格道尔吉总统邀请").
    """
    low = max((one.end for one in mentions if one.end <= start), default=0)
    begin = start
    while begin > low and is_wide(text[begin - 1]) and text[begin - 1] not in MARKS:
        begin -= 1
    agent = next((one for one, role in pack.before.items() if role == "by" and text.startswith(one, begin)), "")
    if agent and 2 <= start - begin - len(agent) <= _LONG_NAME:
        return begin + len(agent), start
    marker = next((one for one in pack.before if pack.before[one] in _LEADS and text.startswith(one, begin)), "")
    begin += len(marker) if start - begin - len(marker) >= 2 else 0
    begin += max((len(one) for one in pack.not_names if len(one) > 1 and text.startswith(one, begin)), default=0)
    held = text[begin:start]
    owned = any(pack.after.get(letter) == "of" for letter in held)  # "的時間及"
    led = (
        not text[:begin].strip()
        or text[begin - 1] in MARKS + ",;:"
        or any(one.kind == "date" and one.end == begin for one in mentions)
    )
    small = [word for word in pack.not_names | pack.skip if len(word) > 1 and word in held]
    longest = _LONG_NAME if led and not small and not _marked_inside(held, pack) else _WIDE_NAME
    named = 2 <= start - begin <= longest and held not in (pack.not_names | pack.skip) and not owned
    return (begin, start) if named else (start, start)


def _marked_inside(held: str, pack: LanguagePack) -> bool:
    """Whether a stretch holds a marker or a joiner of one letter, so that it is no name: "上午 | 向 | 李總統"."""
    return any(word in held[1:] for word in (*pack.before, *pack.after) if len(word) == 1)
