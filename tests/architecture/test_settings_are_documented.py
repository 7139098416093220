"""docs/settings.md and the settings the program reads are the same list."""

import re

from tests.architecture.tracked_files import ROOT
from ui.settings import Settings


def test_every_setting_is_described_and_nothing_else_is() -> None:
    rows = re.findall(r"^\| `(KAMRA_[A-Z0-9_]+)` \|", (ROOT / "docs" / "settings.md").read_text(), re.MULTILINE)
    assert sorted(rows) == sorted(f"KAMRA_{name.upper()}" for name in Settings.model_fields)
