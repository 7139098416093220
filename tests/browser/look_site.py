"""The look alone, served by a process of its own, because NiceGUI can only be set up once in a process."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PLAIN_PAGES = (
    "sign-in",
    "set-up",
    "set-up-refused",
    "first-pictures",
    "invite",
    "reset",
    "not-found",
    "broken",
    "help",
)


@contextmanager
def look_site() -> Iterator[str]:
    """The address of a site with `/_design` and `/plain/<name>`, while the context lasts; no database behind it."""
    command = (sys.executable, "-m", "tests.browser.serve_look")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]) as process:
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.terminate()
