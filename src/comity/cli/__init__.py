"""The command line: one file per verb, named after it.

In: words typed by a person or a script. Out: data on stdout, words on stderr, an exit code of errors.py.
Never: an answer of its own (those are `views`), a library imported before it is needed.
Read first: `group.py`, then `build.py`.
"""

from __future__ import annotations


def main() -> None:
    """Never returns: runs the command line and ends the process with its exit code."""
    from comity.cli.group import comity

    comity(prog_name="comity")
