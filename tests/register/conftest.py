"""Where a register is kept while it is tested."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "world.comity.db"
