"""Bytes kept between runs in the user's cache folder: what was built from the data files and is slow to build again."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path


def cache_folder() -> Path:
    """Where comity keeps what it can build again: ``$XDG_CACHE_HOME/comity``, else ``~/.cache/comity``."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(base) if base else Path.home() / ".cache") / "comity"


def data_digest(folders: Iterable[tuple[str, str]], modules: Iterable[str]) -> str:
    """A digest of the package's data and of these modules' sources; a folder comes with its files' ending.

    A change of the data, of the code that reads it, or of CLDR (``babel``) changes it.
    """
    digest = hashlib.sha256()
    for folder, ending in folders:
        for place, one in sorted(_walk(files("comity") / "data" / folder, folder, ending), key=lambda pair: pair[0]):
            digest.update(place.encode() + b"\0" + one.read_bytes())
    for module in modules:
        spec = find_spec(module)
        if spec is not None and spec.origin:
            digest.update(module.encode() + b"\0" + Path(spec.origin).read_bytes())
    return digest.hexdigest()[:32]


def _walk(folder: Traversable, place: str, ending: str) -> Iterable[tuple[str, Traversable]]:
    for one in folder.iterdir():
        if one.is_dir():
            yield from _walk(one, f"{place}/{one.name}", ending)
        elif one.name.endswith(ending):
            yield f"{place}/{one.name}", one


def get_cached(name: str, key: str) -> bytes | None:
    """What was kept under this name and key, or ``None`` where nothing is or it cannot be read."""
    try:
        return (cache_folder() / f"{name}-{key}.bin").read_bytes()
    except OSError:
        return None


def put_cached(name: str, key: str, content: bytes) -> bool:
    """Keep these bytes in place of what an older key kept; ``False`` where the folder cannot be written."""
    folder = cache_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=f"{name}-", suffix=".part", delete=False) as part:
            part.write(content)
        Path(part.name).replace(folder / f"{name}-{key}.bin")
        for old in folder.glob(f"{name}-*.bin"):
            if old.name != f"{name}-{key}.bin":
                old.unlink(missing_ok=True)
    except OSError:
        return False
    return True
