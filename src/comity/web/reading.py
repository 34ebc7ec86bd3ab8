"""How a document is read → a page that stands by itself, for a browser."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from comity.packs.interface import load_interface
from comity.views.explain import Explanation, say_outcomes
from comity.web.rendering import STYLE, load_templates


def render_reading(name: str, explanations: Sequence[Explanation], *, language: str) -> str:
    """The page of explanations of a document called ``name``; its style is in it, so that it can be sent on."""
    words = load_interface(language)
    return (
        load_templates()
        .get_template("reading.html")
        .render(
            name=name,
            blocks=[(one, list(say_outcomes(one, words))) for one in explanations],
            w=words.get,
            fill=words.fill,
            language=words.language,
            inline=Markup(STYLE.read_text(encoding="utf-8")),  # our own file: no text of a document
        )
    )
