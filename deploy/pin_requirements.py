"""Pins the newest versions of what requirements.in and requirements-dev.in name (`make pins`).

Both are installed together into a throwaway environment, in one call: pip's resolver needs a few minutes for that,
but more than ten when the second file has to fit already pinned versions of the first.
"""

import json
import re
import subprocess
import tempfile
import venv
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Write requirements.txt with what running needs, requirements-dev.txt with the rest."""
    with tempfile.TemporaryDirectory() as folder:
        python = _environment(Path(folder))
        _pip(python, "install", "--quiet", "-r", str(ROOT / "requirements-dev.in"))
        versions = _installed(python)
        runtime = _needed_to_run(python, versions.values())
    _write("requirements.txt", "requirements.in", [], (versions[name] for name in versions if name in runtime))
    rest = (versions[name] for name in versions if name not in runtime)
    _write("requirements-dev.txt", "requirements-dev.in", ["-r requirements.txt"], rest)


def _environment(folder: Path) -> Path:
    venv.create(folder, with_pip=True)
    return folder / "bin" / "python"


def _pip(python: Path, *arguments: str) -> str:
    command = [str(python), "-m", "pip", "--disable-pip-version-check", *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603  # our own words


def _installed(python: Path) -> dict[str, str]:
    """`name==version` by normalised name, pip's and setuptools' own left out."""
    rows = json.loads(_pip(python, "list", "--format", "json", "--exclude", "pip", "--exclude", "setuptools"))
    return {_normal(row["name"]): f"{row['name']}=={row['version']}" for row in rows}


def _needed_to_run(python: Path, versions: Iterable[str]) -> set[str]:
    """Names that requirements.in alone brings, at the versions already chosen."""
    chosen = python.parent.parent / "chosen.txt"
    chosen.write_text("\n".join(versions))
    alone = ["--dry-run", "--ignore-installed", "--constraint", str(chosen), "-r", str(ROOT / "requirements.in")]
    report = _pip(python, "install", "--quiet", "--report", "-", *alone)
    return {_normal(entry["metadata"]["name"]) for entry in json.loads(report)["install"]}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _write(name: str, source: str, first: list[str], pins: Iterable[str]) -> None:
    lines = [
        f"# Made from {source} by 'make pins'; versions only.",
        *first,
        *sorted(pins, key=lambda pin: _normal(pin.split("==")[0])),
    ]
    (ROOT / name).write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
