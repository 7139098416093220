"""`kamra sweep [NAME]`: run one sweep, or all of them, now."""

import argparse
import asyncio
import sys
from typing import Any

from ui.settings import Settings


def add(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser("sweep", help="run one sweep, or all of them, now")
    verb.add_argument("name", nargs="?", help="which one; without it, all")
    verb.set_defaults(run=run)


def run(given: argparse.Namespace, settings: Settings) -> int:
    """Print what each sweep did, one line each."""
    return asyncio.run(_sweep(given.name, settings))


async def _sweep(name: str | None, settings: Settings) -> int:
    from ui.app import opened_parts  # noqa: PLC0415  # imports the whole program, which `--help` does not need

    async with opened_parts(settings, role="command") as parts:
        sweeps = parts.timetable.sweeps
        if name is not None and name not in sweeps:
            sys.stderr.write(f"There is no sweep {name!r}; there are {', '.join(sweeps)}.\n")
            return 1
        for one in [name] if name else sweeps:
            sys.stdout.write(f"{one}: {await sweeps[one]()}\n")
    return 0
