"""RESULTS.md: a table per subject, each with the day and the machine it was taken on, replaced when taken again."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

_FILE = Path(__file__).with_name("RESULTS.md")
_HEAD = """# Results

Written by `make bench`; the files beside this one say how each figure is taken. Ratios compare two things that took
turns in the same run. Figures without a goal are there to be compared over time.
"""


def keep(taken: Mapping[str, str], order: Iterable[str]) -> None:
    """Write these tables, by title, over those taken before; the others stay, in the given order of titles."""
    known = {**_sections(), **taken}
    kept = [f"\n## {title}\n\n{known[title].strip()}\n" for title in order if title in known]
    _FILE.write_text("".join([_HEAD, *kept]), encoding="utf-8")


def _sections() -> dict[str, str]:
    _, *parts = re.split(r"^## (.+)$", _FILE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))
