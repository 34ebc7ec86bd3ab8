"""Documents → passages: titles, headings, paragraphs, items, rows, captions, every character tied to the source.

In: a `Source` or `Document`. Out: a `Document`; `Passage` and `Issue` in the source's order. Never: a claim.
Read first: `read.py`, then `block.py`; a format is one file that gives blocks.
"""

from comity.passages.frame import read_document
from comity.passages.language import guess_language
from comity.passages.read import read_passages
from comity.passages.residue import is_apparatus

__all__ = ["guess_language", "is_apparatus", "read_document", "read_passages"]
