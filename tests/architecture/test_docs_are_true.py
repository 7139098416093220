"""What the documents point to is there, and they name the commands that exist."""

import re
import subprocess
import sys
from pathlib import Path

from tests.architecture.tracked_files import ROOT, tracked_files


def test_every_link_between_documents_leads_somewhere() -> None:
    dead = [f"{file.name}: {link}" for file in tracked_files(".md") for link in _links(file) if not _exists(file, link)]
    assert dead == []


def test_every_command_is_described_and_nothing_else_is() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "ui", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    described = set(re.findall(r"^\| `kamra ([a-z]+)", (ROOT / "docs" / "operations.md").read_text(), re.MULTILINE))
    assert described == set(re.findall(r"^ {4}([a-z]+) ", shown, re.MULTILINE))


def _links(file: Path) -> list[str]:
    return [
        link for link in re.findall(r"\]\(([^)\s]+)\)", file.read_text()) if not link.startswith(("http", "mailto"))
    ]


def _exists(file: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = file.parent / path if path else file
    return target.exists() and (not anchor or anchor in _anchors(target))


def _anchors(file: Path) -> set[str]:
    """The anchors a forge makes from headings: small letters, no punctuation, `-` for each space."""
    headings = re.findall(r"^#+ (.+)$", file.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
