"""Wrong use and our own bugs; never a fault of a document, which is an `Issue`.

ComityError
├── UsageError            the caller asked for what cannot be: says the mend
│   ├── UnknownParty      a name that no party answers to
│   ├── AmbiguousParty    a name that several parties answer to
│   └── NotRecorded       an id of a document, claim or fact that the register does not hold
├── PackError             a data file is wrong: lists every fault found in it
├── RegisterError         the register file is not one, is newer than this comity, or is locked
└── ModelError            a value that the model refuses (a date that is not EDTF, a quote that is not there)
"""

from __future__ import annotations

from collections.abc import Sequence


class ComityError(Exception):
    """The root of all errors comity raises on purpose; ``exit_code`` is what the command line ends with."""

    exit_code = 1


class UsageError(ComityError):
    """The caller asked for what cannot be; the message says the mend."""

    exit_code = 2


class UnknownParty(UsageError):
    """A name that no party answers to."""

    exit_code = 3


class AmbiguousParty(UsageError):
    """A name that several parties answer to; the message names them."""

    exit_code = 3


class NotRecorded(UsageError):
    """An id of a document, claim or fact that the register does not hold."""

    exit_code = 3


class PackError(ComityError):
    """A data file is wrong; ``faults`` holds every fault found, each with its place."""

    exit_code = 70

    def __init__(self, place: str, faults: Sequence[str]) -> None:
        self.place = place
        self.faults = tuple(faults)
        super().__init__(f"{place}: " + "; ".join(self.faults))


class RegisterError(ComityError):
    """The register file is not one, is newer than this comity, or cannot be written."""

    exit_code = 4


class ModelError(ComityError, ValueError):
    """A value that the model refuses: a date that is not EDTF, a quote that does not stand at its place."""

    exit_code = 70
