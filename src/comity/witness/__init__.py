"""A second witness: proposals of a language model → the claims among them that hold, kept apart by their origin.

In: a document, its passages, something that answers a question. Out: claims with `origin`, and an issue for each
proposal refused. Never: the network (who calls this brings the answer), a claim whose quote does not stand in the text.
Read first: `witness.py`, then `checks.py`.
"""

from comity.witness.witness import Ask, Unanswered, propose_claims

__all__ = ["Ask", "Unanswered", "propose_claims"]
