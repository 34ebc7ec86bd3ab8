"""The forms of all names: how each may stand in a text, folded, with what it means there. Built once, then cached."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from comity.model.when import When
from comity.packs.inflect import inflect
from comity.packs.names import NameRecord, NameRules, iter_languages, iter_names, load_common_words, load_rules
from comity.packs.organizations import OrganizationName, iter_organization_names
from comity.packs.places import CityName, iter_city_names
from comity.parties.words import is_word
from comity.text import fold

ANY, INITIAL, MIDST, EXACT, EXPLAINED, DATED, JOINED = range(7)
_BLOCKED = re.compile(r"\[(.+?)\]")
_SAME = {ord("ı"): "i", ord("ё"): "е", 0xA0: " ", 0x202F: " ", 0x2011: "-", 0x2010: "-", 0x2013: "-", 0x2014: "-"}
_SAME |= {ord("（"): "(", ord("）"): ")", ord("’"): "'", ord("ʼ"): "'", ord("‘"): "'", ord("´"): "'", ord("`"): "'"}
_SAME |= {ord("أ"): "ا", ord("إ"): "ا", ord("آ"): "ا", ord("ى"): "ي"}
_PAIRS = tuple((chr(code), to) for code, to in _SAME.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way a name may stand in a text.

    ``folded`` is what the automaton looks for; ``surface`` is how it is written; ``letters`` says which capitals the
    text must have: any, a capital at its start, or exactly those of ``surface``. ``kind`` is ``party``,
    ``organization``, ``city`` or ``not``; a ``not`` blocks ``block`` of itself, all of it where that is ``None``. A
    ``denial`` is a word that denies the name beside it: ``id`` says what that is, ``form`` on which side.
    """

    folded: str
    surface: str
    language: str
    kind: str
    id: str
    form: str
    case: str = ""
    letters: int = ANY
    block: tuple[int, int] | None = None
    start: When | None = None
    end: When | None = None

    @property
    def is_letter(self) -> bool:
        """Whether this is a one-character name, which counts only where the words beside it say so (中 in 中土两国)."""
        return self.form == "pair" and len(self.folded) == 1


def fold_names(text: str) -> str:
    """The text as forms are looked for: folded, kinds of apostrophe, dash and blank made one; of the same length.

    >>> fold_names("Türkiye’nin")
    "türkiye'nin"
    """
    text = fold(text)
    if text.isascii():
        return text
    for one, other in _PAIRS:
        if one in text:
            text = text.replace(one, other)
    return text


def iter_forms() -> Iterator[Form]:
    """Every form of every name in every language, in the order of the files."""
    rules = load_rules()
    for language in iter_languages():
        for record in iter_names(language):
            yield from _party_forms(record, language, rules)
    for city in iter_city_names():
        yield from _city_forms(city, rules)
    names = tuple(iter_organization_names())
    oblique = {name.language for name in names if name.case}
    for organization in names:
        forms = _organization_forms(organization, rules)
        if organization.language in oblique or organization.kind == "abbreviation":
            yield from forms
        else:
            yield from (form for plain in forms for form in _inflected(plain, organization.language))
    yield from _person_blocks(rules)
    yield from _denials(rules)
    yield from (_block(word, language) for (language, word), rule in load_common_words().items() if rule == "never")


def _party_forms(record: NameRecord, language: str, rules: NameRules) -> Iterator[Form]:
    base = rules.bases.get(language, language)
    if record.kind == "not":
        yield _block(record.name, base)
        return
    plain = Form(
        folded=fold_names(record.name),
        surface=record.name,
        language=base,
        kind="party",
        id=record.party,
        form="former" if record.kind == "region" else record.kind,
        letters=_letters(record.name, record.kind, rules.lowercase.get(base, frozenset())),
        start=record.start,
        end=record.end,
    )
    if plain.letters == JOINED:
        yield from (replace(plain, surface=one) for one in sorted({record.name, record.name.capitalize()}))
    else:
        yield from _inflected(plain, language)


def _inflected(plain: Form, language: str) -> Iterator[Form]:
    """The forms of a name by the rules of its language, those left out or weakened that are common words."""
    words = load_common_words()
    for form, case in inflect(plain.surface, plain.form, language):
        rule = words.get((plain.language, form)) or words.get((plain.language, plain.surface))
        if rule != "never" and not (rule == "town" and plain.kind == "city"):
            yield Form(
                folded=fold_names(form),
                surface=form,
                language=plain.language,
                kind=plain.kind,
                id=plain.id,
                form=plain.form,
                case=case,
                letters=max(plain.letters, MIDST) if rule == "midst" else plain.letters,
                start=plain.start,
                end=plain.end,
            )


def _city_forms(city: CityName, rules: NameRules) -> Iterator[Form]:
    """The forms of a city's name; a name given without its language is left out: nobody says where it may stand."""
    base = rules.bases.get(city.language, city.language)
    if city.source == "untagged":
        return
    plain = Form(
        folded=fold_names(city.name),
        surface=city.name,
        language=base,
        kind="city",
        id=str(city.city),
        form="former" if city.kind == "former" else "short",
        letters=_letters(city.name, city.kind, ()),
        start=city.start,
        end=city.end,
    )
    yield from _inflected(plain, city.language)


def _organization_forms(name: OrganizationName, rules: NameRules) -> Iterator[Form]:
    """The form of an organization's name, as the file has it, and of the others its letters may mean."""
    plain = Form(
        folded=fold_names(name.name),
        surface=name.name,
        language=rules.bases.get(name.language, name.language),
        kind="organization",
        id=name.organization,
        form=name.kind,
        case=name.case,
        letters=EXPLAINED if name.weak else _letters(name.name, name.kind, ()),
        start=name.start,
        end=name.end,
    )
    yield plain
    for other in name.ambiguous:
        yield replace(plain, id=other)


def _block(name: str, language: str) -> Form:
    found = _BLOCKED.search(name)
    surface = name.replace("[", "").replace("]", "")
    block = (found.start(), found.end() - 2) if found else None
    letters = INITIAL if surface[0].isupper() else ANY
    return Form(
        folded=fold_names(surface),
        surface=surface,
        language=language,
        kind="not",
        id="",
        form="",
        letters=letters,
        block=block,
    )


def _letters(name: str, kind: str, lowercase: Iterable[str]) -> int:
    """Which capitals a text must have for this name."""
    if kind == "region":
        return DATED
    if kind == "pair" and len(name) > 1 and is_word(name[0]):
        return JOINED
    if not name[0].isupper() or kind in lowercase:
        return ANY
    return EXACT if kind == "abbreviation" else INITIAL


def _person_blocks(rules: NameRules) -> Iterator[Form]:
    for rule in rules.persons:
        for name in rule.names:
            yield from (_block(f"{given} [{name}]", "en") for given in rule.before)
            yield from (_block(f"[{name}] {surname}", "en") for surname in rule.after)


def _denials(rules: NameRules) -> Iterator[Form]:
    for rule in rules.denials:
        for word in rule.words:
            yield Form(
                folded=fold_names(word),
                surface=word,
                language=rule.language,
                kind="denial",
                id=rule.what,
                form=rule.side,
            )
