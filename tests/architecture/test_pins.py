"""What gets installed is written down by version, and by nothing else."""

import re
from pathlib import Path

from tests.architecture.tracked_files import ROOT

PIN = re.compile(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+")


def test_pins_are_versions_without_addresses_or_options() -> None:
    lines = _lines("requirements.txt") + _lines("requirements-dev.txt")
    assert [line for line in lines if not PIN.fullmatch(line) and line != "-r requirements.txt"] == []


def test_everything_asked_for_is_pinned() -> None:
    assert _wanted("requirements.in") - _pinned("requirements.txt") == set()
    assert _wanted("requirements-dev.in") - _pinned("requirements.txt") - _pinned("requirements-dev.txt") == set()


def test_nothing_is_pinned_in_both_files() -> None:
    assert _pinned("requirements.txt") & _pinned("requirements-dev.txt") == set()


def _lines(name: str) -> list[str]:
    text = Path(ROOT / name).read_text()
    return [line.split("#")[0].strip() for line in text.splitlines() if line.split("#")[0].strip()]


def _pinned(name: str) -> set[str]:
    return {_normal(line.split("==")[0]) for line in _lines(name) if not line.startswith("-")}


def _wanted(name: str) -> set[str]:
    return {_normal(re.split(r"[\[<>=~;! ]", line)[0]) for line in _lines(name) if not line.startswith("-")}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
