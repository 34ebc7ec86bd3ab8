"""Lower-casing that never moves an offset."""

from __future__ import annotations


def fold(text: str, *, turkish: bool = False) -> str:
    """The text lower-cased code point by code point, as long as it was.

    >>> fold("İstanbul'da IŞIK")
    "istanbul'da işik"
    >>> fold("IŞIK", turkish=True)
    'ışık'

    Nothing is composed, decomposed or dropped: ``fold(a + b) == fold(a) + fold(b)``.
    """
    if turkish:
        text = text.replace("İ", "i").replace("I", "ı")
    if text.isascii():
        return text.lower()
    # Lower-casing is one code point to one but for İ, and looks at its neighbours only for the final sigma.
    return text.replace("İ", "i").replace("Σ", "σ").lower()
