"""What a form means in a language: its own senses there, else those of another language where they are one thing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from comity.packs.names import NameRules
from comity.parties.forms import ANY, EXACT, EXPLAINED, Form
from comity.parties.words import is_word, script_of

_FORM_ORDER = ("short", "official", "former", "abbreviation", "adjective", "demonym", "pair", "metonym")
_KIND_ORDER = ("party", "organization", "city")
_LATE = ("former", "metonym")  # a city of the name is meant before a state that had it
_TRAVELLING = ("short", "official", "former", "abbreviation")


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing a form means: the capitals it must have then, and what the hit will say."""

    letters: int
    surface: str
    kind: str
    ids: tuple[str, ...]
    form: str
    case: str
    until: int  # the last year of a name that is believed in its time only
    hit: tuple[str, tuple[str, ...], str, str, tuple[()]]  # what a hit says after its start and end, made once


@dataclass(frozen=True, slots=True)
class Choice:
    """All a form means in one language, the best first, and what of it names nothing (``block``).

    ``left`` and ``right`` say whether that end needs a word's boundary. A ``sure`` form is believed with a proclitic
    before it: a party's, or a city's that is not short. ``letters`` are the capitals that all senses must have, -1
    where they do not agree; ``capital``: nothing is meant where it begins with a small letter. ``denial`` says what a
    word beside a name makes of it and on which side: thing, before.
    """

    left: bool
    right: bool
    sure: bool
    letters: int
    capital: bool
    senses: tuple[Sense, ...]
    block: tuple[int, int] | None
    block_letters: int
    denial: tuple[str, str] | None


def choose(text: str, forms: Iterable[Form], language: str, rules: NameRules) -> Choice | None:
    """What these forms of one folded text mean in a text of this language; ``None`` where they mean nothing there."""
    forms = [one for one in forms if not one.is_letter]
    denials = [(one.id, one.form) for one in forms if one.kind == "denial" and one.language == language]
    forms = [one for one in forms if one.kind != "denial"]
    own = [one for one in forms if one.language == language]
    senses = [one for one in own if one.kind != "not"]
    blocks = [one for one in own if one.kind == "not"]
    if not own:
        blocks = [one for one in forms if one.kind == "not"]
        senses = [] if blocks else _foreign(forms, language, rules)
    if not senses and not blocks and not denials:
        return None
    letters = {one.letters for one in senses}
    written = [(one.letters, one.surface) for one in senses] + [(one.letters, "") for one in blocks[:1]]
    return Choice(
        left=is_word(text[0]),
        right=is_word(text[-1]),
        sure=len(text) > 4 or any(one.kind == "party" for one in senses),
        letters=letters.pop() if len(letters) == 1 else -1,
        capital=not denials and not any(_may_begin_small(*one) for one in written),
        senses=join_senses(senses),
        block=(blocks[0].block or (0, len(text))) if blocks else None,
        block_letters=blocks[0].letters if blocks else 0,
        denial=denials[0] if denials else None,
    )


def _may_begin_small(letters: int, surface: str) -> bool:
    """Whether a form may begin with a small letter: it asks for no capital, or is written so ("eThekwini")."""
    return letters == ANY or (letters >= EXACT and surface[:1].islower())


def join_senses(forms: Iterable[Form]) -> tuple[Sense, ...]:
    """The forms joined: one sense for each kind and way of writing, all its ids together, the best first."""
    groups: dict[tuple[bool, int, int, str], list[Form]] = {}
    for one in forms:
        surface = one.surface if one.letters >= EXACT else ""
        key = (one.form in _LATE, _KIND_ORDER.index(one.kind), one.letters, surface)
        groups.setdefault(key, []).append(one)
    senses = [(key[:2], _sense(group, key[2], key[3])) for key, group in groups.items()]
    senses.sort(key=lambda pair: (pair[0], _form_rank(pair[1].form), pair[1].letters))
    return tuple(one for _, one in senses)


def _sense(group: list[Form], letters: int, surface: str) -> Sense:
    best = min((one.form for one in group), key=_form_rank)
    cases = {one.case for one in group if one.case and one.form == best}
    ids = tuple(sorted({one.id for one in group}))
    until = max((date.fromordinal(one.end.last).year for one in group if one.end and one.end.last), default=0)
    kind, case = group[0].kind, "|".join(sorted(cases))
    return Sense(letters, surface, kind, ids, best, case, until, (kind, ids, best, case, ()))


def _form_rank(form: str) -> int:
    return _FORM_ORDER.index(form)


def _foreign(forms: list[Form], language: str, rules: NameRules) -> list[Form]:
    """The forms of other languages that may stand in a text of this one: all one thing, none a person's name."""
    fit = [one for one in forms if _travels(one, language, rules)]
    unsure = {rule.name for rule in rules.near} | {name for rule in rules.persons for name in rule.names}
    if len({(one.kind, one.id) for one in forms if one.form != "metonym"}) != 1 or any(
        one.surface in unsure for one in fit
    ):
        return []
    return fit


def _travels(form: Form, language: str, rules: NameRules) -> bool:
    """Whether a form may stand in texts of another language: a whole name, uninflected, of a language read there."""
    script = script_of(form.folded[0])
    if form.case not in ("", "nom") or form.form not in _TRAVELLING or form.letters >= EXPLAINED:
        return False
    if script in rules.scripts.get(language, ()) and form.language not in rules.borrows.get(language, ()):
        return False
    shortest = 2 if script == "Han" else 3 if form.form == "abbreviation" else 4
    return len(form.folded) >= shortest
