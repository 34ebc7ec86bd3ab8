"""How fast whole documents are read, beside spaCy and dateparser in one run: `python benchmarks/extraction.py`.

comity reads a file as `comity extract` does – document, passages, names, dates, numbers, frames – and gives claims. The
others do two parts of that: spaCy's `PhraseMatcher` looks for the names of parties and organizations over the tokens of
a blank pipeline, `dateparser.search` for dates. Where they are not installed, comity is measured alone. With
`--memory` it reads 1, 10 and 100 documents, each count in a process of its own, and prints what they needed at most.
"""

from __future__ import annotations

import argparse
import pydoc_data.topics
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from comity.model.claim import Claim
from comity.parties.index import load_index
from comity.pipeline import extract

ROOT = Path(__file__).parents[1]
DENSE = ("tests/cases/documents/en-history", "tests/cases/documents/en")
SIZE = 400_000  # characters a text is repeated to, …
BOOK = 2_000_000  # … and one that says nothing, as long as a book: what a document costs once hardly counts there
SAMPLE = 20_000  # characters of it that dateparser is given: it would take minutes
PARAGRAPHS = 3  # of Python's help, put together into one as long as a book's
PASSING = "In 1931 the harvest failed in {name}, and many left for the towns."
NAMES = ("Peru", "Norway", "Ghana", "Japan", "Chile", "Kenya", "Poland", "India")
Read = Callable[[str], object]


def prose() -> Iterator[str]:
    """Paragraphs of English that names nobody: the running text of Python's own help, its lines joined."""
    parts = [part for topic in pydoc_data.topics.topics.values() for part in re.split(r"\n\s*\n", topic)]
    running = [" ".join(one.split()) for one in parts if len(one) > 200 and one[:1].isalpha() and "|" not in one]
    for at in range(0, len(running), PARAGRAPHS):
        yield " ".join(running[at : at + PARAGRAPHS])


def with_names() -> Iterator[str]:
    """The same, with a sentence that names a state in passing at the end of every fourth paragraph."""
    for number, one in enumerate(prose()):
        name = NAMES[number // 4 % len(NAMES)]
        yield one if number % 4 else f"{one} {PASSING.format(name=name)}"


def dense() -> Iterator[str]:
    """English history of diplomatic relations, nearly every sentence a claim: the repository's labelled texts."""
    files = sorted(path for folder in DENSE for path in (ROOT / folder).glob("*histor*.txt"))
    for path in files:
        yield from re.split(r"\n\s*\n", path.read_text(encoding="utf-8"))


def repeated(paragraphs: Iterator[str], size: int = SIZE) -> str:
    """The paragraphs over and over, as one document of about this many characters."""
    text = "\n\n".join(paragraphs)
    return "\n\n".join([text] * max(1, round(size / len(text))))


def comity(text: str) -> list[object]:
    """The claims of a text, by way of a file, as a user has them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.txt"
        path.write_text(text, encoding="utf-8")
        return [one for one in extract([path]) if isinstance(one, Claim)]


def spacy_names() -> Read | None:
    """spaCy's matcher of all English names of parties and organizations; ``None`` where it is not installed."""
    if find_spec("spacy") is None:
        return None
    import spacy
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("en")
    nlp.max_length = 10**8
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    index = load_index()
    forms = [one for one in index.iter_folded() if one.isascii() and _is_english_name(one)]
    matcher.add("NAME", list(nlp.tokenizer.pipe(forms)))
    return lambda text: [matcher(nlp.make_doc(one)) for one in text.split("\n\n")]


def _is_english_name(form: str) -> bool:
    return any(one.kind != "city" and one.language == "en" for one in load_index().find_forms(form))


def dateparser_dates() -> Read | None:
    """dateparser's search for dates; ``None`` where it is not installed."""
    if find_spec("dateparser") is None:
        return None
    from dateparser.search import search_dates

    return lambda text: [search_dates(one, languages=["en"]) for one in text.split("\n\n")]


def rate(text: str, read: Read, size: int | None = None) -> float:
    """Megabytes of UTF-8 a second of processor time."""
    some = text if size is None else text[: text.rfind("\n\n", 0, size)]
    begun = time.process_time()
    read(some)
    return len(some.encode()) / 1e6 / (time.process_time() - begun)


def compare(rounds: int) -> None:
    """Print a table; the ways take turns, so that a neighbour's noise falls on all of them."""
    names, dates = spacy_names(), dateparser_dates()
    print(f"MB/s of processor time, median of {rounds} rounds; in brackets comity against the two together")
    texts = (("prose", prose, BOOK), ("prose, names in passing", with_names, SIZE), ("dense history", dense, SIZE))
    for title, paragraphs, size in texts:
        text = repeated(paragraphs(), size)
        claims = len(comity(text))  # this warms up, too
        if names is not None:
            names(text[:SAMPLE])
        rates = [rate(text, comity) for _ in range(rounds)]
        own = statistics.median(rates)
        print(f"\n{title}: {len(text) / 1e6:.2f} MB, {claims} claims\n  comity, whole        {own:8.3f}")
        if names is None or dates is None:
            continue
        other = statistics.median(rate(text, names, SAMPLE * 5) for _ in range(rounds))
        slow = statistics.median(rate(text, dates, SAMPLE) for _ in range(rounds))
        both = 1 / (1 / other + 1 / slow)
        print(f"  spaCy, names         {other:8.3f}\n  dateparser, dates    {slow:8.3f}")
        print(f"  the two together     {both:8.3f}   ({own / both:.0f} ×)")


def measure_memory() -> None:
    """Print the largest memory of a process that reads so many documents of dense history, 50 kB each."""
    text = repeated(dense(), 50_000)
    code = "import resource, sys; from comity.pipeline import extract; n = sum(1 for _ in extract([sys.argv[1]]))"
    code += "; print(n, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    for count in (1, 10, 100):
        with tempfile.TemporaryDirectory() as folder:
            for number in range(count):
                (Path(folder) / f"{number}.txt").write_text(f"{text}\n\n{number}", encoding="utf-8")
            out = subprocess.check_output([sys.executable, "-c", code, folder], text=True).split()
        print(f"{count:4} documents: {int(out[0]):7,} claims, at most {float(out[1]):.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--memory", action="store_true", help="measure memory instead")
    asked = parser.parse_args()
    if asked.memory:
        measure_memory()
    else:
        compare(asked.rounds)


if __name__ == "__main__":
    main()
