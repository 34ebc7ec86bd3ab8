"""The corridor: the only room that knows the order of the others.

sources → document → passages → claims → register → facts → register

In: paths, a register. Out: claims and issues, what a build did. Never: what a room does within.
Read first: `reading.py`, then `building.py`.
"""

from comity.pipeline.building import BuildReport, Progress, Together, build, judge, read_together
from comity.pipeline.reading import Reading, extract, read_source, survey, watch

__all__ = [
    "BuildReport",
    "Progress",
    "Reading",
    "Together",
    "build",
    "extract",
    "judge",
    "read_source",
    "read_together",
    "survey",
    "watch",
]
