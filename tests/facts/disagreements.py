"""The disagreements found in sources, each reconciled as documents of those places: what came first, how the rest is named."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from facts_world import claim, document, quantity

from comity.facts import reconcile
from comity.model.claim import Claim
from comity.model.fact import Fact, Reading
from comity.model.roles import Quantity
from comity.packs.sources import SourceRules
from comity.parties.registry import load_registry

PLACE = Path(__file__).parents[1] / "cases" / "facts" / "disagreements.toml"
CASES: list[dict[str, Any]] = tomllib.loads(PLACE.read_text("utf-8"))["case"]


def judge_case(case: dict[str, Any], rules: SourceRules | None = None) -> tuple[bool, bool, list[tuple[str, str]]]:
    """Whether the expected value comes first, whether the rest is named as expected, and what was found instead."""
    facts = _reconcile_case(case, rules)
    if case["kind"] == "apart":
        dates = sorted(str(fact.when) for fact in facts if len(fact.readings) == 1)
        return case.get("preferred") in dates, len(dates) == len(case["says"]), [(date, "apart") for date in dates]
    fact = max(facts, key=lambda one: len(one.readings))
    found = [(_value(reading), reading.rule) for reading in fact.readings]
    others = {rule for _, rule in found[1:]} - {"finer_than"}
    return case.get("preferred") in (None, found[0][0]), others == {case["kind"]}, found


def _reconcile_case(case: dict[str, Any], rules: SourceRules | None) -> list[Fact]:
    said = list(_claims(case))
    documents = {one.document: document(one.document, place=place, text=f"{one.document} " * 30) for one, place in said}
    found = reconcile([one for one, _ in said], documents, load_registry(), rules)
    wanted = {one.id for one, _ in said[: len(case.get("says", case.get("counts")))]}
    return [fact for fact in found.facts if wanted & set(fact.claims())]


def _value(reading: Reading) -> str:
    return f"{reading.roles.value:g}" if isinstance(reading.roles, Quantity) else str(reading.when or "")


def _claims(case: dict[str, Any]) -> Iterator[tuple[Claim, str]]:
    names = {}
    if "counts" in case:
        indicator, party = case["claim"].split()
        for number, (value, date, place) in enumerate(case["counts"]):
            more = {"from": party, "unit": "count"}
            yield quantity(indicator, value, names.setdefault(place, f"d{number}"), date or None, **more), place
        return
    for number, (date, place) in enumerate(case["says"]):
        yield claim(case["claim"], names.setdefault(place, f"d{number}"), date), place
    for number, (text, date, place, *more) in enumerate(case.get("beside", ())):
        extra = dict(zip(("modality", "level"), more, strict=False))
        given = {key: value for key, value in extra.items() if value}
        yield claim(text, names.setdefault(place, f"b{number}"), date, start=5000 + number * 500, **given), place
