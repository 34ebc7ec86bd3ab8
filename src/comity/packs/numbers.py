"""One language's words for numbers, money and measures."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from comity.errors import PackError
from comity.packs.sections import expand

# What a word beside a number may do to it; "_post": it stands after the number.
ROLES = (
    *("min", "max", "about", "between", "from", "to", "and", "of", "ordinal_pre", "point", "about_glued"),
    *("min_post", "max_post", "about_post", "between_post", "ordinal_post", "counter", "half", "percent_pre"),
    *("not_before", "not_after", "article"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """One language's words for numbers.

    ``cardinals`` and ``ordinals`` by value; ``magnitudes`` multiply (thousand, 亿); ``dozens`` are round counts said as
    one noun (une trentaine); ``fractions`` are hundredths of a magnitude (half a million); ``units`` to an
    ISO 4217 code, ``percent``, ``km`` …; ``roles`` what words about a number do; ``decimal`` the sign of the decimal
    part, ``either`` whether three digits behind it are none, the language being written with both signs ("2,300
    millones" as "2.300 millones"); ``suffixes`` what may be glued to a number (4 binden, 13th), by role.
    """

    code: str
    cardinals: Mapping[str, int]
    ordinals: Mapping[str, int]
    magnitudes: Mapping[str, int]
    dozens: Mapping[str, int]
    fractions: Mapping[str, int]
    units: Mapping[str, str]
    roles: Mapping[str, tuple[str, ...]]
    glued_magnitudes: Mapping[str, int]
    suffixes: Mapping[str, str]
    ordinal_glued: frozenset[str]
    proclitics: tuple[str, ...]
    decimal: str
    either: bool
    turkish: bool
    ordinal_dot: bool
    spelled: bool
    adds: bool


def _by_form(data: Mapping[str, object], name: str) -> dict[str, str]:
    table = data.get(name, {})
    if not isinstance(table, dict):
        return {}
    return {form: str(key) for key, forms in table.items() for one in forms for form in expand(str(one))}


def _all_roles(data: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    """Every form with all its roles: "at least" may stand before a number or behind it."""
    table = data.get("roles", {})
    out: dict[str, tuple[str, ...]] = {}
    for role, forms in table.items() if isinstance(table, dict) else ():
        for form in (one for pattern in forms for one in expand(str(pattern))):
            out[form] = (*out.get(form, ()), str(role))
    return out


def _numbers(data: Mapping[str, object], name: str) -> dict[str, int]:
    return {form: int(key) for form, key in _by_form(data, name).items()}


@cache
def load_number_words(code: str) -> NumberWords:
    """The words for numbers of a language; `PackError` lists every fault of its file at once."""
    place = f"data/languages/{code}.numbers.toml"
    try:
        data = tomllib.loads((files("comity") / "data" / "languages" / f"{code}.numbers.toml").read_text("utf-8"))
    except FileNotFoundError:
        raise PackError(place, ["there is no such pack"]) from None
    except tomllib.TOMLDecodeError as fault:
        raise PackError(place, [str(fault)]) from None
    faults = _faults(data)
    if faults:
        raise PackError(place, faults)
    return NumberWords(
        code=code,
        cardinals=_numbers(data, "cardinals"),
        ordinals=_numbers(data, "ordinals"),
        magnitudes=_numbers(data, "magnitudes"),
        dozens=_numbers(data, "dozens"),
        fractions=_numbers(data, "fractions"),
        units=_by_form(data, "units"),
        roles=_all_roles(data),
        glued_magnitudes=_numbers(data, "glued_magnitudes"),
        suffixes=_by_form(data, "suffixes"),
        ordinal_glued=frozenset(data.get("ordinal_glued", [])),
        proclitics=tuple(data.get("proclitics", [])),
        decimal=str(data.get("decimal", ".")),
        either=bool(data.get("either", False)),
        turkish=bool(data.get("turkish", False)),
        ordinal_dot=bool(data.get("ordinal_dot", False)),
        spelled=bool(data.get("spelled", True)),
        adds=bool(data.get("adds", False)),
    )


def _faults(data: Mapping[str, object]) -> list[str]:
    faults = [f"roles.{role}: no such role" for role in set(_by_form(data, "roles").values()) if role not in ROLES]
    for name in ("cardinals", "ordinals", "magnitudes", "dozens", "fractions"):
        faults += [f"{name}.{key}: a whole number is wanted" for key in set(_by_form(data, name).values())
                   if not key.isdecimal()]  # fmt: skip
    if data.get("decimal", ".") not in (".", ","):
        faults.append("decimal: '.' or ','")
    return sorted(faults)
