"""A name before a post that is said of it, where names have no capitals: «محمود فضل | سفيرا لدى كندا»."""

from __future__ import annotations

from collections.abc import Sequence

from comity.claims.sentences.marks import SPACED_COMMAS
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import has_article, left_words
from comity.packs.language import LanguagePack

_MOST = 8
_OPENING = (*SPACED_COMMAS, ":", "؛", "«", '"')
_NAME = 2
_LONG_WORD = 4
_GLUED = 2
_SEVERAL = 2
_KINDS = ("party", "organization", "city", "date", "actor")


def is_predicate(text: str, cue: Mention, mentions: Sequence[Mention], pack: LanguagePack) -> bool:
    """Whether a post's own ending says that it is told of somebody: "سفيرا لدى", not "سفير كندا".

    Refuses the two of «سفيرا | كندا والنرويج», behind which their states stand.
    """
    if not pack.predicates:
        return False
    words = text[cue.start : cue.end].split()
    if words[0].endswith(pack.possessives):
        return False
    named = has_article(text, cue.start + len(words[0]), pack)  # «السفيرة غير المقيمة لجمهورية قبرص | فلانة»
    if any(one.role == "in" and one.start == cue.end + 1 for one in mentions) or (
        not named and _sent_to(text, cue.end, mentions, pack)
    ):
        return text[cue.start - 1 : cue.start] in ("", " ")
    led = tuple(one for one in pack.proclitics if pack.before.get(one) == "to")  # «سفيرا | للعراق لدى النمسا»
    states = [one for one in mentions if one.kind == "party" and one.form != "adjective"]
    owned = any(one.start == cue.end + 1 and not text.startswith(led, one.start) for one in states)
    return words[0].endswith(pack.predicates) and not owned


def _sent_to(text: str, end: int, mentions: Sequence[Mention], pack: LanguagePack) -> bool:
    """Whether the state a post is of stands right behind with its own word for "to": "سفيرة | لمملكة ليسوتو"."""
    own = next((one for one in mentions if one.kind == "party" and one.role in ("of", "to") and one.start > end), None)
    gap = text[end : own.start].strip() if own is not None else ""
    return gap in pack.proclitics or (gap[:1] in pack.proclitics and gap[1:] in pack.skip)


def name_of_predicate(text: str, start: int, mentions: Sequence[Mention], pack: LanguagePack) -> tuple[int, int]:
    """Where the name right before a post begins and ends, without what joins it to the one listed before.

    Refuses a single word, unless a mark opens it: "عين محمود سفيرا" may be short of half a name. Who is told of by a
    clause stands before it: «محمد بوهلال، | الذي عين | سفيرا».
    """
    start, last = _before_who(text, start, mentions)
    begin, words = start, 0
    for place, word in left_words(text, start, _MOST):
        bare = word[1:] if word[0] in pack.glued_joiners else word
        small = word in pack.before or word in pack.joiners or word in pack.light
        if small or word in pack.not_names or bare in pack.not_names:
            break
        if any(_is_word(one, place, place + len(word)) for one in mentions):
            break
        begin, words = place, words + 1
    lead = text[:begin].rstrip()
    opened = not lead or lead.endswith(_OPENING)
    if words < _NAME and not (words and opened):
        return start, start
    joins = lead.endswith(SPACED_COMMAS) and text[begin] in pack.glued_joiners
    if joins and len(text[begin:start].split(maxsplit=1)[0]) >= _LONG_WORD:
        begin += 1
    return begin, last


def _before_who(text: str, start: int, mentions: Sequence[Mention]) -> tuple[int, int]:
    """Where a name before a post is looked for, and where it ends: before "who was named", if that stands between."""
    verb = next((one for one in mentions if one.end == start - 1 and "verb.appoint" in one.classes), None)
    who = next((one for one in mentions if verb and one.end == verb.start - 1 and "mark.relative" in one.classes), None)
    if who is None:
        return start, start - 1
    end = len(text[: who.start].rstrip())
    end -= text[end - 1 : end] in SPACED_COMMAS
    return end, end


def name_led(text: str, start: int, mentions: Sequence[Mention], pack: LanguagePack) -> tuple[int, int]:
    """The name right before a post that a mark, a joiner or a verb leads to: «كل من | محمد دوكولي | سفير ليبيريا».

    Refuses one behind a title or a state, whose it may be: «وزير الخارجية الكويتي فلان | سفير …». In a list of such a
    comma may stand between: «ماتو زيكو، | سفير البوسنة».
    """
    if text[start - 1 : start].strip():
        return start, start  # «وقدّم الـ | سفير»
    comma = len(text[:start].rstrip()) - 1
    if comma > 0 and text[comma] in SPACED_COMMAS:
        if not _lists_posts(text, mentions):
            return start, start
        begin, end = name_of_predicate(text, comma, mentions, pack)
        end = comma if end > begin else end
    else:
        begin, end = name_of_predicate(text, start, mentions, pack)
    if len(text[begin:end].split()) < _NAME:
        return start, start
    lead = len(text[:begin].rstrip())
    before = [one for one in mentions if one.end == lead]
    titles = [label for one in before for label in one.classes if label.startswith(("office.", "title."))]
    return (start, start) if titles or any(one.kind in _KINDS for one in before) else (begin, end)


def _lists_posts(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether several posts stand behind a comma each, behind which the next is named: «، سفير A، وفلان، سفير B»."""
    posts = [one.start for one in mentions if any(label.startswith("post.") for label in one.classes)]
    return sum(text[:place].rstrip().endswith(SPACED_COMMAS) for place in posts) >= _SEVERAL


def _is_word(one: Mention, start: int, end: int) -> bool:
    """Whether a mention is the word between two places, but for what is written onto it, and no letters inside it."""
    if one.kind in _KINDS:
        return one.start < end and start < one.end
    return one.start - start <= _GLUED and one.start < end <= one.end
