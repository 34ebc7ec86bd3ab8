"""Places → sources: files and folders, decoded, with a digest.

In: paths. Out: `Source`, or an `Issue` for what could not be read. Never: a change of a character.
Read first: `load.py`.
"""

from comity.documents.load import load_sources

__all__ = ["load_sources"]
