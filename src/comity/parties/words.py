"""What a letter is to a name: part of a word with boundaries or not, and of which script."""

from __future__ import annotations

# The scripts that names are written in, as the rules call them, with their first and last letter.
SCRIPTS = (
    ("Latin", "\0", "\u036f"),
    ("Cyrillic", "\u0400", "\u052f"),
    ("Arabic", "\u0600", "\u077f"),
    ("Han", "\u2e80", "\u9fff"),
)


def script_of(letter: str) -> str:
    """The script of a letter, as the rules name it; ``other`` where they do not."""
    return next((name for name, first, last in SCRIPTS if first <= letter <= last), "other")


def is_word(letter: str) -> bool:
    """Whether a character belongs to a word that has boundaries: a letter, digit or mark, but not Han or kana."""
    if letter.isascii():
        return letter.isalnum()
    return (letter.isalnum() or _is_mark(letter)) and not ("\u2e80" <= letter <= "\u9fff" or letter >= "\U00020000")


def _is_mark(letter: str) -> bool:
    return "\u0300" <= letter <= "\u036f" or "\u064b" <= letter <= "\u065f"
