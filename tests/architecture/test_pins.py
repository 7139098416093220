"""What gets installed is written down by version, and by nothing else."""

import ast
import re
from importlib.metadata import packages_distributions
from pathlib import Path

from tests.architecture.tracked_files import ROOT, tracked_files

PIN = re.compile(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+")


def test_pins_are_versions_without_addresses_or_options() -> None:
    lines = _lines("requirements.txt") + _lines("requirements-dev.txt")
    assert [line for line in lines if not PIN.fullmatch(line) and line != "-r requirements.txt"] == []


def test_everything_asked_for_is_pinned() -> None:
    assert _wanted("requirements.in") - _pinned("requirements.txt") == set()
    assert _wanted("requirements-dev.in") - _pinned("requirements.txt") - _pinned("requirements-dev.txt") == set()


def test_nothing_is_pinned_in_both_files() -> None:
    assert _pinned("requirements.txt") & _pinned("requirements-dev.txt") == set()


def test_what_the_program_imports_is_asked_for_by_name() -> None:
    """Something that only came along with another package leaves with it."""
    layers = {"domain", "storage", "scheduler", "ui"}
    files = [file for file in tracked_files(".py") if file.relative_to(ROOT).parts[0] in layers]
    owners = packages_distributions()
    imported = {name.partition(".")[0] for file in files for name in _imports(ast.parse(file.read_text()))}
    needed = {_normal(owners[name][0]) for name in imported - layers if name in owners}
    assert needed - _wanted("requirements.in") == set()


def _imports(tree: ast.Module) -> list[str]:
    plain = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    return plain + [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]


def _lines(name: str) -> list[str]:
    text = Path(ROOT / name).read_text()
    return [line.split("#")[0].strip() for line in text.splitlines() if line.split("#")[0].strip()]


def _pinned(name: str) -> set[str]:
    return {_normal(line.split("==")[0]) for line in _lines(name) if not line.startswith("-")}


def _wanted(name: str) -> set[str]:
    return {_normal(re.split(r"[\[<>=~;! ]", line)[0]) for line in _lines(name) if not line.startswith("-")}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
