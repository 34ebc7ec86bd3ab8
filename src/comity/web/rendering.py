"""A record → a page: the templates, what they may call, and how text of documents is kept from acting."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from comity.errors import ModelError
from comity.model.when import When
from comity.packs.interface import interface_languages, load_interface
from comity.packs.sentences import Sentences, load_sentences
from comity.views.dates import say_when
from comity.views.lines import Line
from comity.web.quotes import plain_words

HERE = Path(__file__).parent
STYLE = HERE / "static" / "comity.css"
# Marks that turn the direction of what follows, hide it, or steer a terminal. The two joiners are left alone: Persian
# and Indic words are spelt with them. Tab and line ends are text.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


def show_controls(value: object) -> object:
    """The value with control characters written out (``⟨U+202E⟩``), so that none of them acts; markup as it is.

    It is asked for everything a template puts out, in text and in attributes alike.
    """
    if isinstance(value, Markup) or not isinstance(value, str):
        return "" if value is None else value
    return _CONTROLS.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", value)


def direction(language: str) -> str:
    """The direction of a language's script."""
    return "rtl" if language.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Addresses of pages; a language that was asked for is kept on the way."""

    language: str = ""

    def to(self, *steps: str, anchor: str = "", **query: str) -> str:
        """The address of a page: ``to("pair", "KAZ", "TUR")`` is ``/pair/KAZ/TUR``; each step stays one step."""
        asked = {name: value for name, value in query.items() if value}
        if self.language and "language" not in asked:
            asked["language"] = self.language
        path = "/" + "/".join(quote(step, safe="") for step in steps)
        return path + (f"?{urlencode(asked)}" if asked else "") + (f"#{anchor}" if anchor else "")


def in_groups(lines: Iterable[Line]) -> list[tuple[str, list[Line]]]:
    """The lines by what they stand under, in their order."""
    return [(group, list(found)) for group, found in groupby(lines, lambda line: line.group)]


@cache
def load_templates() -> Environment:
    """The templates, with everything they put out escaped and freed of controls."""
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=show_controls,
    )
    environment.filters["in_groups"] = in_groups
    environment.globals |= {
        "direction": direction,
        "plain_words": plain_words,
        "style": f"/static/comity.css?v={sha256(STYLE.read_bytes()).hexdigest()[:12]}",
    }
    return environment


def render_page(
    template: str, values: Mapping[str, object], *, language: str, asked_language: str, here: Callable[..., str]
) -> str:
    """The page of a template in a language; ``here`` is the page's own address, for the choice of another language."""
    words, sentences = load_interface(language), load_sentences(language)
    languages = [(code, load_interface(code).get("language", "name")) for code in interface_languages()]
    return (
        load_templates()
        .get_template(template)
        .render(
            **values,
            w=words.get,
            fill=words.fill,
            knows=words.has,
            say=partial(say_text, words),
            s=sentences.get,
            sfill=sentences.fill,
            kept=asked_language,
            language=words.language,
            languages=languages,
            link=Links(language=asked_language).to,
            here=here,
        )
    )


def say_text(words: Sentences, edtf: str | None) -> str:
    """The date that a record holds as text, in words; what is no date as it is."""
    if not edtf:
        return words.get("dates", "undated")
    try:
        return say_when(When.parse(edtf), words)
    except ModelError:
        return edtf
