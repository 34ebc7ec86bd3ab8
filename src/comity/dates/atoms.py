"""The grammar: which runs of token letters are a date, in one table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.dates.lexicon import grammar, standing_for
from comity.dates.parts import Atom
from comity.dates.rules import RULE_READERS, Found
from comity.dates.tokens import Token

# The letters are those of `lexicon.LETTERS`; N a number to 31, D one that says it is a day, n another, Y a year of four
# digits, F G I dates of bare numbers, r a Roman numeral, a e s the endings behind an apostrophe.
_SEP = "(?:,?&|,|[-t/])"
_DAYS = f"(?P<days>[ND](?:{_SEP}[lijf]?[ND]){{1,7}})"
_YEAR = "(?P<y>[YR])"
_MONTH = "(?P<m>[MR])"
_MARK = "s?[o,]{0,2}5?(?:l?y)?"  # «25 мая | того же | 1992 года»
_NO_YEAR = "(?![o,l]{0,3}y?[YR])"
_AFTER_YEAR = "[asi]?y?,?"
_COUNT = "(?P<n>[NnOw](?:[&-]?[wO]){0,4})"
_UNIT = "(?P<u>U)"
_RULES: tuple[tuple[str, str], ...] = (
    ("near", f"{_DAYS}j?o?l?(?P<m>M)(?P<w>[THJ]){_NO_YEAR}"),
    ("near", f"(?P<w>[TH])(?P<d>[ND])j?o?l?(?P<m>M){_NO_YEAR}"),  # "el pasado 7 de enero"
    ("date", f"{_DAYS}j?o?l?{_MONTH}(?:{_MARK}{_YEAR})?"),
    ("date", f"{_YEAR}{_AFTER_YEAR}{_MONTH}l?{_DAYS}"),
    ("date", f"{_YEAR}{_AFTER_YEAR}{_DAYS}o?{_MONTH}"),
    ("date", f"{_MONTH}l?{_DAYS}(?:,?{_YEAR})"),
    ("date", f"(?P<d>[NDO])j?o?l?{_MONTH}{_MARK}{_YEAR}"),
    ("date", f"(?P<m>M)l?(?P<d>[ND])[,o]?y?{_YEAR}"),
    ("date", f"{_YEAR}{_AFTER_YEAR}{_MONTH}(?P<d>[ND])"),
    ("date", f"{_YEAR}{_AFTER_YEAR}(?P<d>[ND])j?o?{_MONTH}(?![o,l]{{0,3}}Y)"),
    ("numeric", "(?P<f>[FGI])"),
    ("date", f"{_MONTH}l?{_DAYS}"),
    ("decade", "(?P<c>[NOrw])C[,ol]?(?P<n>[Nnw])-?z"),
    ("decade", "9?(?P<n>[Nnw])z?-?z?[ol]?y?[ol]?(?:(?P<c>[NOrw])C|[Cc](?P<e>[NOrw]))"),
    ("decade", "(?P<n>X)[ol]{0,2}(?:[Cc][NOrw]|[NOrw]C|0)?"),
    ("decade", "9[lo]?(?P<y>Y)[sz]?"),
    ("decade", "(?P<old>0)?(?P<y>Y)z-?z"),
    ("decade", "(?<!Y-)(?P<old>0)?(?P<y>Y)z"),  # not «в 2009–2010 годах»: two years
    ("decade", "(?P<old>0)[9l]?(?P<n>[Nnw])-?z"),
    ("decade", "[9l]?(?P<n>[Nnw])(?:<z>(?:-?z)?|-z)[ol]?(?P<old>0)?"),
    ("decade", "9[lo]?(?P<n>n)(?!y)"),
    ("century", "(?P<n>[NOrw])-?C|[Cc]l?(?P<o>[NOrw])"),
    ("date", f"(?P<m>[MSQ])a?{_MARK}{_YEAR}"),
    ("months", f"{_YEAR}{_AFTER_YEAR}(?P<a>N)[-t](?P<m>M)(?![ND])"),
    ("date", f"{_YEAR}[asi]?y(?P<m>[MSQ])"),
    ("date", f"{_YEAR}{_AFTER_YEAR}o?l?(?P<m>[MSQ])(?!(?:[-t&]l?[MS])?[o,l]{{0,3}}Y)"),
    ("shift", f"(?P<w>A)[~l!]?{_COUNT}{_UNIT}"),
    ("shift", f"(?P<w>[LE])[~li]?{_COUNT}{_UNIT}"),
    ("shift", f"{_COUNT}{_UNIT}a?(?P<w>[ALE])"),
    ("anniversary", f"(?P<n>[NnO]|w{{1,3}})-?{_UNIT}?Z"),
    ("near", f"(?P<d>[NDO])j?o?l?(?P<m>M)(?P<w>[THJ]){_NO_YEAR}"),
    ("date", f"(?P<d>[NDO])j?o?l?{_MONTH}"),
    ("date", f"{_MONTH}l?(?P<d>[ND])"),
    ("weekday", "(?P<r>R)[,i]?(?P<d>W)j?"),
    ("weekday", "(?P<d>W)(?P<w>[TH])"),
    ("weekday", "(?P<w>[TH]?)(?P<d>[W4])j?(?!,?[lij]{0,2}(?:[ND][oj]?[MR]|M[ND]|F))"),
    ("near", "(?P<w>[THh5])l?(?P<m>[MS])"),
    ("near", "l(?P<w>g)(?P<m>[MS])(?![,o]{0,2}y?[YRND])"),
    ("near", "(?P<m>[MS])(?P<w>[THJ])"),
    ("date", "(?:(?<!Y)y)?(?P<y>Y)"),  # "2011 yılından | 2015": the word is that of the year before it
    ("date", "(?P<m>[MSQ])"),
    ("date", "(?P<r>R)"),
    ("date", "(?P<d>D)"),
)
_COMPILED = tuple((name, re.compile(grammar(pattern))) for name, pattern in _RULES)
# All rules as one, each a group of its own: which group matched is the number of the first rule that fits.
_ANY = re.compile("|".join(f"({re.sub(r'[?]P<[a-z]+>', '?:', grammar(pattern))})" for _, pattern in _RULES))
_OPENERS = standing_for("NDYRMSQFGIXWrOnw9l0CcALTHh5y4")


def find_atoms(tokens: Sequence[Token], *, month_first: bool) -> list[Atom]:
    """Every date of the grammar in these tokens, from left to right, none over another."""
    letters = "".join(token.letter for token in tokens)
    atoms: list[Atom] = []
    at = 0
    while at < len(letters):
        made, end = _atoms_at(letters, at, tokens, month_first=month_first)
        atoms += made
        at = max(end, at + 1)
    return atoms


def _atoms_at(letters: str, at: int, tokens: Sequence[Token], *, month_first: bool) -> tuple[list[Atom], int]:
    """The atoms of the first rule that fits here and says something, and where it ends."""
    fitting = _ANY.match(letters, at) if letters[at] in _OPENERS else None
    if fitting is None or fitting.lastindex is None:
        return [], at
    for name, pattern in _COMPILED[fitting.lastindex - 1 :]:
        match = pattern.match(letters, at)
        if match is None:
            continue
        groups = {key: match.span(key) for key, value in match.groupdict().items() if value}
        found = Found(tokens=tokens, groups=groups, first=at, last=match.end() - 1)
        made = list(RULE_READERS[name](found)) if _fits(found, month_first=month_first) else []
        if made:
            return made, match.end()
    return [], at


def _loose_day(found: Found, start: int, end: int) -> bool:
    """Whether a bare number follows a day that says it is one: in "3日,两国" the two is no day."""
    letters = "".join(found.tokens[at].letter for at in range(start, end))
    return "D" in letters and "N" in letters[letters.index("D") :]


def _fits(found: Found, *, month_first: bool) -> bool:
    """Whether the letters' order is one the language has, and each relative phrase stands for a unit it may."""
    for name, unit in (("y", "year"), ("m", "month")):
        token = found.token(name)
        if token is not None and token.ref and token.ref[1] != unit:
            return False
    month, day = found.groups.get("m"), found.groups.get("d") or found.groups.get("days")
    if "days" in found.groups and _loose_day(found, *found.groups["days"]):
        return False
    if month_first or month is None or day is None or day[0] < month[0]:
        return True
    if any(found.tokens[at].letter == "D" for at in range(*day)):
        return True
    return found.letter("m") != "R" and "y" in found.groups and found.groups["y"][0] > day[0]
