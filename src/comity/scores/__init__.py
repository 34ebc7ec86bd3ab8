"""Claims beside labels → scores: how much was found, how much of what was said is right.

In: labelled claims, claims, what is known of their documents. Out: `Score`, `Verdict`.
Never: a claim, a file, a guess at what a label meant.
Read first: `agreement.py`, then `judge.py`.
"""

from comity.scores.agreement import agrees
from comity.scores.floors import Floors, find_sunk, fingerprint, parse_floors
from comity.scores.judge import Kinds, Label, Score, Verdict, judge, parse_labels, tabulate

__all__ = [
    "Floors",
    "Kinds",
    "Label",
    "Score",
    "Verdict",
    "agrees",
    "find_sunk",
    "fingerprint",
    "judge",
    "parse_floors",
    "parse_labels",
    "tabulate",
]
