"""One language's view of the names: what its texts mean by them, its endings, proclitics and one-character names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from comity.packs.names import NameRules
from comity.parties.senses import Choice, Sense, choose, join_senses
from comity.parties.table import FormTable
from comity.parties.words import SCRIPTS, is_word

# What a spelling may mean: where the form starts, counted from the spelling, the form folded, what it means.
Meaning = tuple[int, str, Choice]


_HAN = "\u3400-\u9fff"


class Meanings(dict[int, tuple[Meaning, ...]]):
    """What each spelling means in one language, worked out when it is first met."""

    def __init__(self, table: FormTable, language: str, rules: NameRules) -> None:
        super().__init__()
        self._table, self._language, self._rules = table, language, rules

    def __missing__(self, spelling: int) -> tuple[Meaning, ...]:
        self[spelling] = found = tuple(self._work_out(spelling))
        return found

    def _work_out(self, spelling: int) -> Iterator[Meaning]:
        table = self._table
        for number, shift in table.scanner.spots(spelling):
            choice = choose(table.folded(number), table.forms(number), self._language, self._rules)
            if choice is not None:
                yield shift, table.folded(number), choice


class Tongue:
    """What scanning a text of one language needs, gathered once."""

    __slots__ = (
        "chains",
        "joints",
        "letters",
        "meanings",
        "near",
        "not_before",
        "proclitics",
        "reach",
        "runs",
        "suffixes",
    )

    def __init__(self, language: str, table: FormTable, rules: NameRules) -> None:
        self.meanings = Meanings(table, language, rules)
        self.suffixes = rules.suffixes.get(language, {})
        self.proclitics = frozenset(rules.proclitics.get(language, ()))
        self.reach = max(map(len, self.proclitics), default=0)
        self.joints = _joint_pattern(self.proclitics, rules.scripts.get(language, ()))
        self.not_before = rules.not_before.get(language, ())
        self.chains = frozenset(rules.joints.get(language, ()))
        self.near = {rule.name: rule for rule in rules.near if rule.language == language}
        self.runs = _run_pattern(table, rules, language)
        self.letters = {one: _letter_senses(one, language, table) for one in table.letters.get(language, "")}


def _letter_senses(letter: str, language: str, table: FormTable) -> tuple[Sense, ...]:
    """What a one-character name means in a language."""
    number = table.number(letter)
    assert number is not None, "the table has every letter it lists"
    return join_senses(one for one in table.forms(number) if one.language == language)


def _run_pattern(table: FormTable, rules: NameRules, language: str) -> re.Pattern[str] | None:
    """What finds the runs of one-character names of a language, or ``None`` where it has none."""
    letters = table.letters.get(language, "")
    if not letters or language not in rules.pairs:
        return None
    one = f"[{letters}]"
    words, behind = rules.titled[language]
    begins = f"(?:(?<![{_HAN}]{one})|(?<=[{behind}]{one}))"
    plain = [word for word in rules.pairs[language] if word not in words]
    both = [word for word in rules.pairs[language] if word in words]
    several = _either(rules.several.get(language, ()))
    second = f"(?<![{letters}·・•]{one})[-、]?{one}(?:[-、]{one}){{0,3}}"  # 中法, 中、法、俄; 加西亚 is somebody's name
    led_by = f"{begins}(?:[-、]?{one})(?:、{one}){{0,3}}(?={_either(both)})"
    run = f"(?:{second})(?={_either(plain)})|{one}{{1,4}}(?={several})|{led_by}"
    listed = f"(?<![{_HAN}]{one})(?:、{one}){{2,}}"  # "德、法、荷、意"
    alone = f"(?=(?:{_either(rules.alone[language])})(?!{_either(rules.not_alone[language])}))"
    opening = f"(?={_either(rules.opening[language])}|(?:18|19|20)[0-9]{{2}}年)"
    led = f"{begins}(?={_either(words)})|(?<![{_HAN}0-9]{one}){opening}"
    posted = rules.posted[language]
    post = f"(?<=(?:{_either(posted['before'])}){one})(?={_either(posted['after'])})"
    return re.compile(
        f"{one}(?:{run}|{listed}|{alone}|{led}|{post})"
    )  # begins with the letters: what has none is passed over fast


def _joint_pattern(proclitics: Iterable[str], scripts: Collection[str]) -> re.Pattern[str] | None:
    """What finds proclitics before a word of another script (وNATO), or ``None`` where there are none."""
    own = "".join(f"{first}-{last}" for name, first, last in SCRIPTS if name in scripts)
    return re.compile(f"(?:{_either(proclitics)})(?=[^\\W{own}])") if proclitics else None


def blank_proclitic(match: re.Match[str]) -> str:
    """Blanks in place of a proclitic that is a whole beginning of a word with boundaries: not in ال77."""
    text, start = match.string, match.start()
    begins = start == 0 or not is_word(text[start - 1])
    return " " * len(match[0]) if begins and is_word(text[match.end()]) else match[0]


def _either(words: Iterable[str]) -> str:
    """A pattern of any of these words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
