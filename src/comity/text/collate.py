"""Names in the order of an alphabet, accents aside."""

from __future__ import annotations

from unicodedata import category, normalize

from comity.text.fold import fold

BLANK, FIRST = " ", 0x100


def sort_key(text: str, order: str) -> str:
    """A key that sorts texts as a list in this alphabet does: ``order`` is its letters, small, in their order.

    >>> sorted(["Zaire", "Çad", "Cezayir"], key=lambda name: sort_key(name, "abcçdefgğhıijklmnoöprsştuüvyz"))
    ['Cezayir', 'Çad', 'Zaire']

    A letter that the alphabet does not have sorts as its base (é as e), one without such after all others; signs
    between words count as one blank, apostrophes and dots not at all.
    """
    places = {letter: chr(FIRST + at) for at, letter in enumerate(order)}
    out: list[str] = []
    for letter in fold(normalize("NFC", text), turkish="ı" in places):
        base = letter if letter in places else normalize("NFKD", letter)[:1]
        if base in places:
            out.append(places[base])
        elif category(base).startswith("L"):
            out.append(chr(FIRST + len(order)) + base)
        elif base not in "'’ʼ.()" and not category(base).startswith("M") and out[-1:] != [BLANK]:
            out.append(BLANK)
    return "".join(out).strip()
