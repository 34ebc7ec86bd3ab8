"""How long claims take to become facts: `python benchmarks/facts.py [--claims N …] [--profile | --add]`.

With ``--add`` the world is kept in a register, and documents are added one by one to what is there.

A made-up world of real states: each document tells about twenty things of two or three of them, in days that mostly
agree. Texts are made of drawn words, one document in twenty is a copy of another.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import random
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from comity.facts import Reconciled, reconcile
from comity.facts.origins import describe, sketch_document
from comity.model.claim import Claim, from_json
from comity.model.document import Document, Found, Source
from comity.model.roles import JSON
from comity.model.when import When
from comity.packs.sources import load_source_rules
from comity.parties.registry import load_registry
from comity.pipeline import judge
from comity.register import Register, open_register

EACH = 20  # claims of one document
ADDED = 9  # documents added one by one
COPIES = 20  # one document in so many is a copy
WORDS = tuple(f"{a}{b}{c}" for a in "bdgkmnprst" for b in "aeiou" for c in "lmnrs")
PERSONS = tuple(f"{one.title()} {two.title()}" for one in WORDS[:40] for two in WORDS[40:60])
SUBJECTS = ("visas", "air services", "trade", "taxes", "culture", "science", "transit", "energy", "health", "water")
CITIES = ("Ankara", "Paris", "Astana", "Berlin", "Hanoi", "Lima", "Accra", "Doha", "Oslo", "Quito")
PLACES = ("mfa.gov.kz/{}.html", "en.wikipedia.org/{}.html", "agency-news/{}.txt", "archive/{}.txt")


def make_world(claims: int, seed: int = 1) -> tuple[list[Claim], dict[str, Document]]:
    """So many claims, and the documents that make them; the same on every run."""
    draw = random.Random(seed)
    states = sorted(load_registry().existing(When.parse("2005-01-01")))
    made: list[Claim] = []
    documents: dict[str, Document] = {}
    for number in range(max(1, claims // EACH)):
        name = f"doc-{number:06d}"
        documents[name] = _document(name, number, documents, draw)
        made += _claims_of(name, states, draw)
    return made[:claims], documents


def _document(name: str, number: int, others: Mapping[str, Document], draw: random.Random) -> Document:
    copied = number % COPIES == COPIES - 1
    text = others[f"doc-{number - 1:06d}"].source.text if copied else " ".join(draw.choices(WORDS, k=300))
    place = PLACES[number % len(PLACES)].format(name)
    source = Source(id=name, place=place, digest="", media_type="text/plain", text=text)
    year = str(1995 + number % 30)
    return Document(
        source=source, language=Found(value="en", how="told"), date=Found(value=When.parse(year), how="told")
    )


def _claims_of(name: str, states: Sequence[str], draw: random.Random) -> Iterator[Claim]:
    one = draw.choice(states)
    for number in range(EACH):
        two = draw.choice([state for state in states if state != one])
        data = dict(_roles(one, two, draw))
        quote = f"{data['type']} {one} {two} {number}"
        data["evidence"] = {"document": name, "start": number * 100, "end": number * 100 + len(quote), "quote": quote}
        yield from_json(data)


def _roles(one: str, two: str, draw: random.Random) -> dict[str, JSON]:
    """The roles and date of one claim; what happens once to a pair mostly happens on the pair's own day."""
    pair: list[JSON] = sorted((one, two))
    kind = draw.choice(
        ("relations", "relations", "recognition", "mission", "visit", "agreement", "meeting", "quantity")
    )
    own = random.Random(f"{pair}{kind}")
    day = _day(own if draw.random() < 0.8 else draw)
    if kind == "relations":
        return {"type": kind, "parties": pair, "event": "established", "date": day}
    if kind == "recognition":
        return {"type": kind, "subject": one, "object": two, "event": "recognised", "date": day}
    if kind == "mission":
        city = own.choice(CITIES)
        roles: dict[str, JSON] = {"type": kind, "sender": one, "receiver": two, "kind": "embassy", "city": city}
        return roles | {"event": "opened", "date": day}
    if kind == "visit":
        office = draw.choice(("head-of-state", "foreign-minister"))
        person = draw.choice(PERSONS)
        return {"type": kind, "visitor": one, "host": two, "office": office, "person": person, "date": _day(draw)}
    if kind == "agreement":
        title = f"Agreement on {draw.choice(SUBJECTS)}"
        return {"type": kind, "parties": pair, "title": title, "event": "signed", "date": _day(draw)}
    if kind == "meeting":
        return {"type": kind, "parties": pair, "date": _day(draw), "persons": [draw.choice(PERSONS)]}
    value = draw.choice((1, 2, 5)) * 100_000_000 + draw.randrange(9) * 1_000_000
    year = str(draw.randrange(1995, 2025))
    return {"type": kind, "indicator": "trade-turnover", "parties": pair, "value": value, "unit": "USD", "date": year}


def _day(draw: random.Random) -> str:
    return (date(1992, 1, 1) + timedelta(days=draw.randrange(9000))).isoformat()


def _timed(claims: Sequence[Claim], documents: Mapping[str, Document]) -> tuple[Reconciled, float]:
    start = time.process_time()
    found = reconcile(claims, documents, load_registry())
    return found, time.process_time() - start


def _put(register: Register, claims: Sequence[Claim], documents: Iterable[Document]) -> None:
    rules = load_source_rules()
    told: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.document].append(claim)
    for one in documents:
        name = one.source.id
        register.put_document(one, told[name], (), "", origin=describe(one, rules), sketches=sketch_document(one))


def add_documents(size: int) -> None:
    """Prints how long a register of so many claims takes to be made, and to follow one more document."""
    claims, documents = make_world(size + ADDED * EACH)
    names = sorted(documents)
    last = names[-ADDED:]
    with TemporaryDirectory() as folder, open_register(Path(folder) / "world.db", write=True) as register:
        start = time.process_time()
        _put(
            register, [one for one in claims if one.document not in last], (documents[name] for name in names[:-ADDED])
        )
        put = time.process_time() - start
        judge(register, ())
        whole, each = time.process_time() - start - put, []
        for name in last:
            start = time.process_time()
            _put(register, [one for one in claims if one.document == name], [documents[name]])
            judge(register, ())
            each.append(time.process_time() - start)
        facts = register.counts().facts
    each.sort()
    times = f"{put:9.1f}  {whole:9.1f}  {each[len(each) // 2]:10.3f}  {each[-1]:8.3f}"
    print(f"{size:9,}  {len(documents) - ADDED:9,}  {facts:8,}  {times}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--add", action="store_true", help="time one more document, in a register")
    options = parser.parse_args()
    reconcile([], {}, load_registry())
    if options.add:
        print("   claims  documents     facts    put, s   whole, s  one more, s  at most")
        for size in options.claims:
            add_documents(size)
        return
    print("  claims  documents    facts  seconds  µs a claim")
    for size in options.claims:
        claims, documents = make_world(size)
        if options.profile:
            profile = cProfile.Profile()
            profile.runcall(reconcile, claims, documents, load_registry())
            pstats.Stats(profile).sort_stats("tottime").print_stats(25)
            continue
        found, seconds = _timed(claims, documents)
        rate = seconds / size * 1e6
        print(f"{size:8,}  {len(documents):9,}  {len(found.facts):7,}  {seconds:7.2f}  {rate:10.1f}")


if __name__ == "__main__":
    main()
