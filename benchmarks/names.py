"""How fast names are found, beside two other ways, in one run: `python benchmarks/names.py [--text FOLDER …]`.

All look for the same forms in the same texts. `comity` gives hits with their meaning; the others give spans only, by
the same rule (every form that stands there, both ends on a word's boundary, then leftmost-longest), so they do less.
Read the ratios: a machine's mood is in the MB/s.
"""

from __future__ import annotations

import argparse
import html
import pydoc_data.topics
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import ahocorasick
import ahocorasick_rs

from comity.parties.forms import fold_names
from comity.parties.index import NameIndex, load_index
from comity.parties.words import is_word

ROOT = Path(__file__).parents[1]
LANGUAGES = ("en", "zh", "tr", "ru", "kk", "fr", "es", "ar", "de", "uk", "sr")
Span = tuple[int, int]
Text = tuple[str, str]  # its language, a paragraph


class Words(dict[str, bool]):
    """`is_word`, remembered."""

    def __missing__(self, letter: str) -> bool:
        self[letter] = found = is_word(letter)
        return found


WORDS = Words()


def stands(text: str, start: int, end: int) -> bool:
    """Whether no word runs on over these ends."""
    if start and WORDS[text[start]] and WORDS[text[start - 1]]:
        return False
    return not (end < len(text) and WORDS[text[end - 1]] and WORDS[text[end]])


def select(spans: Iterable[Span]) -> list[Span]:
    """The leftmost-longest of these, none overlapping."""
    chosen: list[Span] = []
    last = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= last:
            chosen.append((start, end))
            last = end
    return chosen


def by_pyahocorasick(forms: list[str]) -> Callable[[str], list[Span]]:
    """pyahocorasick's automaton over characters, all matches, the rule in Python."""
    automaton = ahocorasick.Automaton()
    for form in forms:
        automaton.add_word(form, len(form))
    automaton.make_automaton()

    def find(text: str) -> list[Span]:
        folded = fold_names(text)
        spans = ((end - size + 1, end + 1) for end, size in automaton.iter(folded))
        return select(span for span in spans if stands(folded, *span))

    return find


def by_ahocorasick_rs(forms: list[str]) -> Callable[[str], list[Span]]:
    """ahocorasick_rs over characters, all matches, the rule in Python."""
    automaton = ahocorasick_rs.AhoCorasick(forms)

    def find(text: str) -> list[Span]:
        folded = fold_names(text)
        found = automaton.find_matches_as_indexes(folded, overlapping=True)
        return select((start, end) for _, start, end in found if stands(folded, start, end))

    return find


def by_words(forms: list[str]) -> Callable[[str], list[Span]]:
    """Python alone: words, and a dictionary from a form's first word to the forms; nothing that begins with Han."""
    word = re.compile(r"\w+")
    firsts: dict[str, list[str]] = {}
    for form in forms:
        if head := word.match(form):
            firsts.setdefault(head[0], []).append(form)
    for group in firsts.values():
        group.sort(key=len, reverse=True)

    def find(text: str) -> list[Span]:
        folded = fold_names(text)
        spans = (
            (at, at + len(form))
            for found in word.finditer(folded)
            for at in (found.start(),)
            for form in firsts.get(found[0], ())
            if folded.startswith(form, at) and stands(folded, at, at + len(form))
        )
        return select(spans)

    return find


def iter_texts(folders: list[Path]) -> Iterator[tuple[str, list[Text]]]:
    """The texts by kind: general English, the repository's own examples, and folders named after languages."""
    yield "English, few names", [("en", one) for topic in pydoc_data.topics.topics.values() for one in cut(topic)]
    examples = [(path.name[:2], one) for path in sorted((ROOT / "examples").iterdir()) for one in cut(read(path))]
    yield "English, a name a line", [text for text in examples if text[0] == "en"]
    yield "mixed, a name a line", examples
    for folder in folders:
        files = sorted(path for path in folder.rglob("*") if path.suffix in (".html", ".txt", ".md"))
        texts = [(language_of(path), one) for path in files for one in cut(read(path)) if language_of(path)]
        yield f"{folder.name}, English", [text for text in texts if text[0] == "en"]
        yield f"{folder.name}, mixed", texts


def language_of(path: Path) -> str:
    """The language that a folder's name begins with: ``fr-FR``; empty where comity does not read it."""
    codes = (one.partition("-")[0] for one in path.parts[::-1] if re.fullmatch(r"[a-z]{2}(-\w+)?", one))
    return next((code for code in codes if code in LANGUAGES), "")


def read(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return html.unescape(re.sub(r"<[^>]+>", "", text)) if path.suffix == ".html" else text


def cut(text: str) -> list[str]:
    return [one for one in re.split(r"\n\s*\n", text) if one.strip()]


def measure(texts: list[Text], find: Callable[[str, str], object]) -> float:
    """Megabytes of UTF-8 a second of processor time, once through."""
    size = sum(len(one.encode()) for _, one in texts) / 1e6
    begun = time.process_time()
    for language, one in texts:
        find(one, language)
    return size / (time.process_time() - begun)


def compare(index: NameIndex, folders: list[Path], rounds: int) -> None:
    """Print a table; the ways take turns, so that a neighbour's noise falls on all of them."""
    forms = list(index.iter_folded())
    others = {one.__name__[3:]: one(forms) for one in (by_ahocorasick_rs, by_pyahocorasick, by_words)}
    ways: dict[str, Callable[[str, str], object]] = {"comity": index.find_names}
    ways |= {name: (lambda text, _, find=find: find(text)) for name, find in others.items()}
    print(f"{len(forms):,} forms; MB/s of processor time, median of {rounds} rounds; in brackets comity against it")
    for name, texts in iter_texts(folders):
        turns = [{way: measure(texts, find) for way, find in ways.items()} for _ in range(rounds + 1)]
        medians = {way: statistics.median(turn[way] for turn in turns[1:]) for way in ways}  # the first warms up
        size = sum(len(one.encode()) for _, one in texts)
        hits = sum(len(index.find_names(one, language)) for language, one in texts)
        print(f"\n{name}: {size / 1e6:.2f} MB, {len(texts):,} paragraphs, {1000 * hits / size:.2f} names a kB")
        for way, rate in medians.items():
            print(f"  {way:<16}{rate:6.1f}   ({medians['comity'] / rate:.1f} ×)")


def measure_loading() -> None:
    """Print how long a fresh process takes to have the index from its cache."""
    code = "import time; t = time.process_time(); from comity.parties.index import load_index; load_index()"
    code += "; print(time.process_time() - t)"
    times = [float(subprocess.check_output([sys.executable, "-c", code], text=True)) for _ in range(5)]
    print(f"the index from its cache, imports included: {statistics.median(times):.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--text", type=Path, action="append", default=[], help="a folder of texts by language")
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    index = load_index()
    measure_loading()
    compare(index, asked.text, asked.rounds)


if __name__ == "__main__":
    main()
