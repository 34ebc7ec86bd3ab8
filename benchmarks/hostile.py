"""What eight times a hostile text costs, a ratio of times: near 8 where a reader is linear, 64 where it is quadratic.

    python benchmarks/hostile.py

The tests count calls, which are the same on every machine, but see nothing of what happens inside one call (a pattern
that goes back over the text, a slice of all that is left). This measures those; look at it after a change of a reader.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from comity.dates import find_dates
from comity.model.document import Source
from comity.packs.reading import load_sentence_rules
from comity.parties.index import load_index
from comity.passages import read_document, read_passages
from comity.pipeline import read_source
from comity.quantities import find_quantities
from comity.text import split_sentences

SEEDS = (
    *(
        "a",
        " ",
        "1",
        "1 ",
        "1.",
        "1,",
        "(",
        "[",
        "[[",
        "{{",
        "<",
        "<td>",
        "'",
        "''",
        "|a",
        "\n",
        "\n- ",
        "== ",
        "http://",
    ),
    *(
        "May ",
        "1992 to ",
        "two hundred and ",
        "百",
        "一二",
        "million ",
        "$",
        "%",
        "J. ",
        "Ab.Ab ",
        "(1 May 2020) ",
        "of the ",
        "| a |\n",
    ),
)
# One sentence without an end that tells something at every comma: what the reading of claims meets.
TELLING = (
    "Kazakhstan, which recognised Peru in 1992, after France opened an embassy in Lima, ",
    "Казахстан, который признал Перу в 1992 году, после того как Франция открыла посольство в Лиме, ",
    "Paris (embassy, closed in 1992), ",
    "1992年哈萨克斯坦承认秘鲁，并在利马设立大使馆，",
)
SMALL, LARGE, REPEATS = 5_000, 40_000, 3


def readers() -> Mapping[str, Callable[[str], object]]:
    """The readers that meet raw text, by name."""
    index, rules = load_index(), load_sentence_rules("en")

    def passages(text: str, media_type: str) -> object:
        source = Source(id="hostile", place="hostile", digest="", media_type=media_type, text=text)
        return list(read_passages(read_document(source, index)))

    return {
        "sentences": lambda text: split_sentences(text, rules),
        "names": lambda text: index.find_names(text, "en"),
        "dates": lambda text: find_dates(text, "en"),
        "quantities": lambda text: find_quantities(text, "en"),
        "plain": lambda text: passages(text, "text/plain"),
        "markdown": lambda text: passages(text, "text/markdown"),
        "html": lambda text: passages(text, "text/html"),
        "wikitext": lambda text: passages(text, "text/x-wiki"),
    }


def read_claims(text: str) -> object:
    """All that is read in a text about two states, from its characters to its claims."""
    told = f"France–Peru relations\n\n{text}"
    return read_source(Source(id="hostile", place="hostile.txt", digest="", media_type="text/plain", text=told))


def seconds(read: Callable[[str], object], text: str) -> float:
    """The least processor time of some readings."""
    spent = []
    for _ in range(REPEATS):
        start = time.process_time()
        read(text)
        spent.append(time.process_time() - start)
    return min(spent)


def main() -> None:
    for name, read in readers().items():
        ratios = []
        for seed in SEEDS:
            small, large = (seconds(read, (seed * size)[:size]) for size in (SMALL, LARGE))
            ratios.append((large / max(small, 1e-4), seed))
        worst = sorted(ratios, reverse=True)[:3]
        print(f"{name:12}", "  ".join(f"{ratio:5.1f} {seed!r}" for ratio, seed in worst))
    read_claims("")  # the names are loaded once
    for seed in TELLING:
        small, large = (seconds(read_claims, (seed * size)[:size]) for size in (SMALL // 4, LARGE // 4))
        print(f"{'claims':12} {large / small:5.1f} {seed!r}")


if __name__ == "__main__":
    main()
