"""The files of the project as a reviewer sees them: tracked by git, or about to be."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("domain", "storage", "scheduler", "ui", "tests", "benchmarks", "deploy", "docs")
PICTURES = {".png", ".jpg", ".jpeg", ".ico", ".webp"}


def tracked_files(*suffixes: str) -> list[Path]:
    """Existing files with one of these suffixes; without suffixes, every file that holds text.

    In a source archive, where there is no git, the files of the project's folders.
    """
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    files = [ROOT / name for name in listing.split("\0") if name] or _in_archive()
    return [file for file in files if file.is_file() and (file.suffix in suffixes if suffixes else _is_text(file))]


def named(files: Iterable[Path]) -> list[str]:
    """Their paths inside the project, as a failing test shows them."""
    return [file.relative_to(ROOT).as_posix() for file in files]


def _in_archive() -> list[Path]:
    return [file for folder in FOLDERS for file in (ROOT / folder).rglob("*") if "__pycache__" not in file.parts]


def _is_text(file: Path) -> bool:
    return file.suffix not in PICTURES
