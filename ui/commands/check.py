"""`kamra check [--hashes]`: compare rows and files, and name every difference."""

import argparse
import asyncio
import sys
from typing import Any

from ui.settings import Settings


def add(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser("check", help="compare the database with the files")
    verb.add_argument("--hashes", action="store_true", help="read every original again and compare what it holds")
    verb.set_defaults(run=run)


def run(given: argparse.Namespace, settings: Settings) -> int:
    """Print one line per difference; returns 0 when there is none."""
    return asyncio.run(check(settings, hashes=given.hashes))


async def check(settings: Settings, *, hashes: bool) -> int:
    """Print one line per difference as it is found; 1 when there is one, else 0."""
    from domain.media.check import differences  # noqa: PLC0415  # with the rest of the program, below
    from ui.app import opened_parts  # noqa: PLC0415  # imports the whole program, which `--help` does not need

    count = 0
    async with opened_parts(settings, role="command") as parts:
        async for one in differences(parts.works, parts.files, hashes=hashes):
            sys.stdout.write(f"{one}\n")
            count += 1
    number = "1 difference" if count == 1 else f"{count} differences"
    sys.stdout.write(f"{number}.\n" if count else "Rows and files agree.\n")
    return 1 if count else 0
