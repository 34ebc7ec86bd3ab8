"""The name beside a title: behind it, before it, in each kind of script."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.claims.people.han_names import BRACKETED, MARKS, surnamed, wide_name_before
from comity.claims.people.uncapitalled import bare_name, is_family_name, next_stop
from comity.claims.sentences.cues import is_wide
from comity.claims.sentences.marks import SPACED_COMMAS, has_any
from comity.claims.sentences.mention import Mention
from comity.claims.sentences.words import capital_run, goes_on_small, particle_run, wide_run, without_particle
from comity.packs.language import LanguagePack

_NAMES = ("party", "organization", "city")
_NAME_ROOM = 40
_PARTICLE = 5
_WIDE_NAME = 4
_DOTS = "·・•"
_COLONS = ("：", ":")
_DASHES = ("-", "–", "—")
_DASHED = 6
_HYPHENS = "-－"
_BLANKS = (" ", "\u3000")
_SYLLABLES = _CLITIC = 2  # "de", "da": also "too"
_CAPITAL_BEHIND = re.compile(r"[ -]([^\W\d_]{3,})")
_CHARGE = r"[^\W\d_]{3,20}(?: [^\W\d_]{3,20})?"
_CHARGES = re.compile(rf"(?:, {_CHARGE}){{0,3}},? ([^\W\d_]{{1,3}}) ({_CHARGE}) ([^\W\d_]{{1,3}}) ")
_BLANK = re.compile(r"[\s,،]*")

_APART = frozenset({"with", "to", "by", "between", "from"})


def title_of(cue: Mention) -> tuple[str, str] | None:
    """The office and the post that a cue names, one of them empty; None for a cue that is no title."""
    for label in sorted(cue.classes):
        group, _, name = label.partition(".")
        if group == "office":
            return ("", "") if name == "person" else (name, "")
        if group == "post":
            return "", name
    return None


def name_behind(text: str, end: int, mentions: Sequence[Mention], pack: LanguagePack) -> tuple[int, int]:
    """Where the name behind a title begins and ends: "President | Macky Sall"; empty where none stands there."""
    blank = _BLANK.match(text, end)
    begin = blank.end() if blank else end
    if not pack.spaced:
        apart = _behind_blank(text, end)
        if apart is not None:
            return apart
        end = _past_copula(text, end, mentions)
        known = surnamed(text, end, pack)
        if known:
            return end, known
        colon = _behind_colon(text, end, mentions)
        if colon:
            return colon
        stop = next_stop(end, [one for one in mentions if not _sounds_in(one, end, text)], text)
        dots = _DOTS + (_HYPHENS if any(dot in text[end:stop] for dot in _DOTS) else "")  # "科琳达·格拉巴尔-基塔罗维奇"
        markers = (*pack.before, *pack.not_names, *(one for one in pack.joiners if one not in dots))
        if text.startswith(markers, end) and not BRACKETED.match(text, end):  # "副主席 | 曾庆红（2005年）"
            return end, end
        sizes = [size for size in range(2, stop - end + 1) if not _compares_nobody(text, end + size, mentions)]
        stop = next((end + size for size in sizes if text.startswith(markers, end + size)), stop)
        marked = next((at for at in range(end, stop) if text[at] in MARKS), stop)
        return end, wide_run(text, end, marked, bounded=marked < len(text))
    taken = [one for one in mentions if one.start == begin and one.kind in ("date", "quantity")]
    if taken:
        return end, end
    if pack.order == "sov" and _owns_next_title(begin, mentions):
        return end, end
    if pack.capitals:
        stop = capital_run(text, begin, pack) if text[begin : begin + 1].isupper() else particle_run(text, begin, pack)
        stop = min((one.start for one in mentions if begin <= one.start < stop and one.kind == "date"), default=stop)
        stop = min(
            (one.start for one in mentions if begin < one.start < stop and _apart(one, mentions, pack, text)),
            default=stop,
        )
        stop = without_particle(text, begin, stop, pack)
        blocked = [
            one
            for one in mentions
            if one.start == begin
            and one.end >= stop
            and (one.kind in _NAMES or _is_thing(one) or (pack.order == "sov" and title_of(one) is not None))
            and not _is_surname(text, end, one, pack)
        ]
        return (end, end) if blocked else (begin, stop)
    return bare_name(text, begin, mentions, pack)


def _compares_nobody(text: str, place: int, mentions: Sequence[Mention]) -> bool:
    """Whether a word for comparing stands here behind which nobody is named: "布尔纳 | 比 | 奇" is a name."""
    cue = next((one for one in mentions if one.start == place and "mark.compare" in one.classes), None)
    short = cue is not None and cue.end - cue.start == 1
    return cue is not None and short and not any(one.start == cue.end and one.kind != "cue" for one in mentions)


def _owns_next_title(begin: int, mentions: Sequence[Mention]) -> bool:
    """Whether a state behind a title is that of the next one in office: "Letonya Cumhurbaşkanı | İsveç | Kralı'na"."""
    states = [one for one in mentions if one.kind == "party" and begin <= one.start <= begin + 1]
    return any(0 <= cue.start - one.end <= 1 and title_of(cue) is not None for one in states for cue in mentions)


def past_portfolio(text: str, end: int, mentions: Sequence[Mention], pack: LanguagePack) -> int:
    """Where a minister's further charges end: "Minister of Foreign Affairs, | Labour and Trade | of Tuvalu, X".

    Refuses words that are a title or a name, and a list that no "of" closes.
    """
    more = _CHARGES.match(text, end) if pack.capitals and pack.order == "svo" and not pack.inverts else None
    if more is None or more.group(1).lower() not in pack.joiners or pack.before.get(more.group(3).lower()) != "of":
        return end
    stop = more.end(2)
    known = [one for one in mentions if end < one.start < stop and (one.kind != "cue" or title_of(one) is not None)]
    charges = [word for word in text[end:stop].replace(",", " ").split() if word.lower() not in pack.joiners]
    return end if known or not all(word[:1].isupper() for word in charges) else stop


def past_address(text: str, end: int, mentions: Sequence[Mention]) -> int:
    """Where a form of address right behind a title ends, which is no part of a name: "our President | Mr. | Gül".

    So does what says where an envoy lives: «سفير جمهورية زامبيا | غير المقيم | فلان».
    """
    for one in mentions:
        told = one.classes & {"office.person", "fact.nonresident"} and one.start >= end
        told = told and not ("verb.accredit" in one.classes and is_wide(text[one.start]))  # "驻埃及大使 | 兼管 | 约旦"
        if told and not text[end : one.start].strip(" ,"):
            dotted = text[one.end : one.end + 1] == "."
            return one.end + 1 if dotted else one.end
    return end


def of_the_next(text: str, name: tuple[int, int, int], mentions: Sequence[Mention], pack: LanguagePack) -> bool:
    """Whether a name behind a comma is the next of a list's: "A, envoy of X, | B |, envoy of Y"."""
    end, start, stop = name
    if not pack.spaced or not has_any(text[end:start], "".join(SPACED_COMMAS)):
        return False
    dashed = text[stop : stop + 3].strip()[:1] in _DASHES and text[stop : stop + 1].isspace()
    if dashed and any(0 < one.start - stop <= _DASHED and one.kind == "party" for one in mentions):
        return True  # "dismissed A as envoy to Hungary, | B | – to Norway"
    titles = [one for one in mentions if one.start > stop and title_of(one) is not None]
    return bool(titles) and text[stop : titles[0].start].strip() in (*SPACED_COMMAS, *_DASHES)


def _sounds_in(one: Mention, begin: int, text: str) -> bool:
    """Whether a city is but syllables of the name that begins here: 德里 in 罗德里格斯, 尼斯 in 特里尼达·希门尼斯."""
    if one.kind not in ("city", "party") or one.role != "" or one.start < begin:
        return False
    held = text[begin : one.start]
    if one.kind == "party":  # "若泽· | 马里 | 亚·内韦斯": part of a name between its dots
        more = is_wide(text[one.end : one.end + 1] or " ") and text[one.end] not in MARKS
        glued = len(held) == 1 and is_wide(held) and held not in MARKS  # "首任大使孟 | 卡達 | 翌年"
        return more and (glued or (held[-1:] in _DOTS and not any(mark in held for mark in MARKS)))
    parted = any(mark in held for mark in MARKS)
    short = one.end - one.start == _SYLLABLES and len(held) <= _WIDE_NAME and not parted
    return len(held) <= _SYLLABLES or short or (any(dot in held for dot in _DOTS) and not parted)


def _behind_colon(text: str, end: int, mentions: Sequence[Mention]) -> tuple[int, int] | None:
    """The name behind a post and a colon: "驻华大使：| 让·路易·鲁宾逊 |，"."""
    titled = any(one.end == end and any(label.startswith("post.") for label in one.classes) for one in mentions)
    if not titled or text[end : end + 1] not in _COLONS:
        return None
    stop = wide_run(text, end + 1, len(text), bounded=True)
    named = stop - end > _SYLLABLES and text[stop : stop + 1] in ("", "(", *MARKS)
    return (end + 1, stop) if named else None


def _behind_blank(text: str, end: int) -> tuple[int, int] | None:
    """The name that a blank parts from a title and that ends its line or stands before a mark: "越南大使 | 泰春勇"."""
    if text[end : end + 1] not in _BLANKS:
        return None
    stop = wide_run(text, end + 1, len(text))
    return (end + 1, stop) if stop - end > _SYLLABLES and text[stop : stop + 1] in ("", "(", "\n", *MARKS) else None


def _past_copula(text: str, end: int, mentions: Sequence[Mention]) -> int:
    """Where a name begins that one word joins to a title: "驻华大使为 | 萨拉马尼·迪奥内。", else ``end``."""
    link = next((one for one in mentions if one.start == end and "verb.hold" in one.classes), None)
    titled = any(
        one.end == end and any(label.startswith(("post.", "office.head")) for label in one.classes) for one in mentions
    )
    if link is None or not titled:
        return end
    stop = wide_run(text, link.end, len(text), bounded=True)
    stop = stop if stop > link.end else link.end + _WIDE_NAME
    return link.end if text[stop : stop + 1] in ("", *MARKS) else end


def _is_surname(text: str, end: int, one: Mention, pack: LanguagePack) -> bool:
    """Whether a state's name right behind a title is a person's: "le président | Hollande" (a state takes "de")."""
    bare = one.kind == "party" and one.form == "short" and one.role == ""
    return bare and pack.adjectives == "after" and text[end : one.start] == " "


def _is_thing(one: Mention) -> bool:
    """Whether a cue names a thing, not somebody: "the President | Palace"."""
    return any(label.partition(".")[0] in ("landmark", "mission", "body", "agreement") for label in one.classes)


def _apart(one: Mention, mentions: Sequence[Mention], pack: LanguagePack, text: str) -> bool:
    """Whether a place right behind a name is no part of it: an ending gives it a role, or it owns the next title.

    Refuses what hangs on a particle: "Muhammed Şiya es-| Sudani", "Albert del | Rosario".
    """
    if pack.order == "sov" and one.kind == "city" and _hangs(text[: one.start], pack):
        return False
    hung = text[max(0, one.start - _PARTICLE) : one.start]
    if pack.inverts and one.kind == "cue" and title_of(one) not in (None, ("", "")):
        return True  # "Großherzogin Stéphanie | Bundespräsident | Steinmeier": the next one's title
    if one.kind not in _NAMES or (hung.endswith("-") and hung[:-1].rpartition(" ")[2] in pack.particles):
        return False
    owns = any(0 <= cue.start - one.end <= 1 and title_of(cue) is not None for cue in mentions)
    if one.kind == "city" and pack.cases and pack.order == "svo" and not owns and one.role in ("by", "of"):
        return False  # «с Владимиром | Макеем»: what looks like a town stands in the case of the name
    town = one.kind == "city" and pack.inverts and (bool(one.role) or not goes_on_small(text, one.end, pack))
    return one.kind == "party" or town or bool(one.case and one.role) or owns


def _hangs(before: str, pack: LanguagePack) -> bool:
    """Whether a particle of a name ends a text, its blank behind it; those as short as an ending are none."""
    word = before.removesuffix(" ").rpartition(" ")[2]
    return before.endswith(" ") and len(word) > _CLITIC and word in pack.particles


def name_before(text: str, start: int, mentions: Sequence[Mention], pack: LanguagePack) -> tuple[int, int]:
    """The name in "Macky Sall, président …": a run of capitals that ends at a comma before the office."""
    if not pack.spaced:
        return wide_name_before(text, start, mentions, pack)
    if not pack.capitals:
        return start, start
    for verb in mentions:
        if verb.kind == "cue" and "verb.appoint" in verb.classes and 0 < start - verb.end <= _NAME_ROOM:
            begin = verb.end + 1
            if capital_run(text, begin, pack) == start - 1:
                return begin, start - 1
    found = re.compile(r"((?:[^\W\d_]+[-.'’ ]{1,2}){0,4}[^\W\d_]+),\s+(?:[^\W\d_]+\s+){0,2}$").search(
        text, max(0, start - 70), start
    )
    words = (word.lower() for word in text[found.end(1) + 1 : start].split()) if found else ()
    if not found or _APART & {pack.before.get(word, "") for word in words if not (pack.inverts and word in pack.skip)}:
        return start, start  # «…, он | с | белорусским коллегой»
    end = found.end(1)
    if any("mark.capacity" in one.classes and end <= one.start < start for one in mentions):
        return start, start  # "al ministro X, | como | embajador": who does it is another
    told = [one for one in mentions if "office.person" in one.classes]
    addressed = [one.end for one in told if one.start <= found.start(1) < one.end]
    for match in re.finditer(r"[^\W\d_]+", text[found.start(1) : end]):
        begin = found.start(1) + match.start()
        if begin < max(addressed, default=begin):
            continue
        taken = any(one.kind != "cue" and one.start < end and begin < one.end for one in mentions)
        if capital_run(text, begin, pack) >= end and not taken and not _listed_place(text, begin, mentions, pack):
            return begin, end
    return start, start


def _listed_place(text: str, begin: int, mentions: Sequence[Mention], pack: LanguagePack) -> bool:
    """Whether a word follows a city and a joiner: an unknown town of a list, no name: «у Порту та | Фару, консула»."""
    last = max((one.end for one in mentions if one.kind == "city" and one.end < begin), default=begin)
    return last < begin and text[last:begin].strip().lower() in pack.joiners


def _runs_on(text: str, one: Mention, cues: Sequence[Mention], pack: LanguagePack) -> bool:
    """Whether a name without a role goes on in capitals: "Vladímir | Putin", "Álvaro Mauricio | Echeverry".

    A town may begin what goes on; a state stands behind another capital: "Israel Katz" may be a headline. Refuses
    a name that a cue or a state follows: "Comisión Mixta | Chile-Perú".
    """
    behind = _CAPITAL_BEHIND.match(text, one.end)
    if one.role or behind is None or not behind.group(1)[0].isupper() or behind.group(1).lower() in pack.not_names:
        return False
    known = any(cue.start == behind.start(1) for cue in cues)
    before = text[: one.start].rstrip().rpartition(" ")[2]
    led = before[:1].isupper() and before.isalpha() and before.lower() not in pack.not_names
    return not known and (one.kind == "city" or led)


def without_surnames(text: str, names: Sequence[Mention], cues: Sequence[Mention], pack: LanguagePack) -> list[Mention]:
    """The names without towns and adjectives of states that are but what somebody is called."""
    states = [one for one in names if one.kind == "party"]
    named = [one for one in names if not _is_what_he_is_called(text, one, [*cues, *states], pack)]
    return [one for one in named if not is_family_name(text, one, named, cues, pack)]


def _is_what_he_is_called(text: str, one: Mention, cues: Sequence[Mention], pack: LanguagePack) -> bool:
    """Whether a town's name is a person's: right behind a title, or between a capitalised word and the verb.

    "King | Constantine", "Henry | Wheaton opened a legation"; refuses towns that anything says to be a place.
    """
    if pack.cases and pack.order == "svo" and not pack.inverts:
        return _is_given_name(text, one, cues, pack)
    plain = pack.order == "svo" and pack.spaced and not pack.inverts
    named = plain and pack.adjectives == "after" and one.kind in ("city", "party") and one.form != "adjective"
    if named and _runs_on(text, one, cues, pack):
        return True
    if not plain or one.kind != "city" or text[one.start - 1 : one.start] != " ":
        return False
    before = next((cue for cue in cues if cue.end == one.start - 1), None)
    if before is not None:
        return bool(before.classes) and all(label.startswith(("office.", "title.")) for label in before.classes)
    if pack.adjectives != "before":
        return False
    word = text[: one.start - 1].rpartition(" ")[2]
    given = word[:1].isupper() and word[1:].isalpha() and word.lower() not in pack.not_names
    inside = one.start - 1 > len(word) and given
    acts = any(cue.start == one.end + 1 and any(label.startswith("verb.") for label in cue.classes) for cue in cues)
    return inside and acts and one.role == ""


def _is_given_name(text: str, one: Mention, cues: Sequence[Mention], pack: LanguagePack) -> bool:
    """Whether a town is a man's first name: behind a title, in no owner's case: «посол | Милан | Петрович»."""
    titled = any(cue.end == one.start - 1 and any(_titles(label) for label in cue.classes) for cue in cues)
    if one.kind != "city" or not titled or "gen" in one.case.split("|") or not one.case:
        return False
    behind = _CAPITAL_BEHIND.match(text, one.end)
    word = behind.group(1) if behind is not None else ""
    return word[:1].isupper() and word.lower() not in pack.not_names


def _titles(label: str) -> bool:
    return label.partition(".")[0] in ("office", "title", "post")
