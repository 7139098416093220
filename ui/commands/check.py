"""`kamra check`: compare rows and files, and name every difference."""

import argparse
import asyncio
import sys
from typing import Any

from ui.settings import Settings


def add(verbs: Any) -> None:
    """Add the command."""
    verbs.add_parser("check", help="compare the database with the files").set_defaults(run=run)


def run(_given: argparse.Namespace, settings: Settings) -> int:
    """Print one line per difference; returns 0 when there is none."""
    return asyncio.run(_check(settings))


async def _check(settings: Settings) -> int:
    from domain.media.check import differences  # noqa: PLC0415  # with the rest of the program, below
    from ui.app import opened_parts  # noqa: PLC0415  # imports the whole program, which `--help` does not need

    async with opened_parts(settings, role="command") as parts:
        found = await differences(parts.works, parts.files)
    for one in found:
        sys.stdout.write(f"{one}\n")
    sys.stdout.write("Rows and files agree.\n" if not found else f"{len(found)} differences.\n")
    return 1 if found else 0
