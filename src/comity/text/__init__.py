"""Text without meaning: folding that keeps every offset, sentence boundaries by rules handed in.

In: strings. Out: strings of the same length, stretches (start, end). Never: a word of any language, a file.
Read first: `sentences.py`.
"""

from comity.text.fold import fold
from comity.text.sentences import SentenceRules, split_sentences

__all__ = ["SentenceRules", "fold", "split_sentences"]
