"""The Chromium that the browser tests drive: prints its path, and with --install gets one where there is none.

`make test` asks this file first, and the browser fixtures ask `find_chromium()`, so there is one answer. With
--with-window it is one that a person could use, as benchmarks measure it.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

WITH_A_WINDOW = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# The same engine without a window around each page, which costs three to five times what an empty page does itself.
WITHOUT = "chromium-headless-shell"


def find_chromium(names: Sequence[str] = (WITHOUT, *WITH_A_WINDOW)) -> str | None:
    """A browser that is there: the one named by KAMRA_TEST_CHROMIUM, one on the path, or Playwright's own."""
    named = os.environ.get("KAMRA_TEST_CHROMIUM")
    if named:
        return named
    on_path = (shutil.which(name) for name in names)
    return next((found for found in on_path if found), None) or _from_playwright(names)


def _from_playwright(names: Sequence[str]) -> str | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # starts a driver; not needed when one is on the path

    with sync_playwright() as playwright:
        whole = Path(playwright.chromium.executable_path)
    found = _beside(whole) if WITHOUT in names else None
    return found or (str(whole) if whole.exists() else None)


def _beside(whole: Path) -> str | None:
    """Playwright's build without a window, which stands in a folder beside the whole one of the same number."""
    folder = whole.parents[1].with_name(whole.parents[1].name.replace("chromium-", "chromium_headless_shell-"))
    return next((str(path) for path in folder.glob("*/*headless*shell")), None)


def install_chromium(names: Sequence[str]) -> str | None:
    """Get one: the distribution's package where that is allowed, else the build Playwright downloads."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        _run("apt-get", "-qq", "update")
        _run("apt-get", "-qq", "install", "--yes", "--no-install-recommends", "chromium")
    return find_chromium(names) or _downloaded(names)


def _downloaded(names: Sequence[str]) -> str | None:
    _run(sys.executable, "-m", "playwright", "install", "chromium")
    return find_chromium(names)


def _run(*command: str) -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, check=False, stdout=sys.stderr, env=quiet)


def main() -> int:
    """Print the path, or say on stderr what to do; the exit code tells which."""
    names = WITH_A_WINDOW if "--with-window" in sys.argv[1:] else (WITHOUT, *WITH_A_WINDOW)
    found = find_chromium(names) or (install_chromium(names) if "--install" in sys.argv[1:] else None)
    if found is None:
        sys.stderr.write("No Chromium found. Install one, or name it in KAMRA_TEST_CHROMIUM.\n")
        return 1
    sys.stdout.write(f"{found}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
