"""The command `kamra`: serve, and what the person who runs it does from a terminal."""

import argparse
import os
import sys
from collections.abc import Sequence

from ui.cannot_start import CannotStart
from ui.commands import accounts, backup, check, demo, restore, room, serve, sweep
from ui.settings import BadSetting, read_settings


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command; ends the process with 0, 1 (it did not work, and why) or 2 (not understood)."""
    parser = argparse.ArgumentParser(prog="kamra", description="A self-hosted home for your pictures.")
    verbs = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in (serve, demo, accounts, backup, restore, check, sweep, room):
        command.add(verbs)
    given = parser.parse_args(arguments)
    try:
        settings = read_settings()
    except BadSetting as error:
        sys.exit(f"Kamra cannot start: {error}")
    os.umask(0o077)  # what Kamra keeps is for the eyes of whoever runs it
    # NiceGUI fixes its folder when it is first imported; the data folder is the only one that may be written.
    os.environ.setdefault("NICEGUI_STORAGE_PATH", str(settings.data / "pages"))
    try:
        sys.exit(given.run(given, settings))
    except CannotStart as error:
        sys.exit(f"Kamra cannot start: {error}")
