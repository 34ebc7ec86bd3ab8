"""The style: every colour of text stands out enough from what it stands on, by day and by night."""

from __future__ import annotations

import re

import pytest

from comity.web.rendering import STYLE

ON_PAPER = ("ink", "quiet", "link", "yes", "no", "unknown", "inferred")
PAIRS = [
    *((text, "paper") for text in ON_PAPER),
    *((text, "mark") for text in ("ink", "quiet", "link", "unknown", "inferred", "no")),
    ("ink", "mark-deep"),
    ("ink", "mark-chosen"),
    ("paper", "yes"),
    ("paper", "no"),
    ("paper", "ink"),
    ("ink", "field"),
    ("quiet", "field"),
    ("ink", "sheet"),
]


def palettes() -> dict[str, dict[str, str]]:
    light, dark = re.findall(r":root \{([^}]*)\}", STYLE.read_text("utf-8"))[:2]
    by_day = dict(re.findall(r"--([a-z-]+): #([0-9a-f]{6});", light))
    return {"light": by_day, "dark": {**by_day, **dict(re.findall(r"--([a-z-]+): #([0-9a-f]{6});", dark))}}


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out(mode: str, text: str, ground: str) -> None:
    colours = palettes()[mode]
    one, other = sorted((luminance(colours[text]), luminance(colours[ground])), reverse=True)
    assert (one + 0.05) / (other + 0.05) >= 4.5, (mode, text, ground)


def test_the_style_fetches_nothing() -> None:
    style = STYLE.read_text("utf-8")
    assert not re.search(r"url\(|@import|https?:", style)
