"""Real photographs beside the project, for tests that are skipped where there are none."""

import os
from pathlib import Path

import pytest

_PHOTOS = Path(os.environ.get("KAMRA_TEST_PHOTOS", "../shared/photos"))


def real_photographs(*names: str) -> list[Path | object]:
    """One parameter for each."""
    return [
        pytest.param(
            _PHOTOS / name, marks=pytest.mark.skipif(not (_PHOTOS / name).exists(), reason="no photographs here")
        )
        for name in names
    ]
