"""`kamra check [--hashes]`: compare rows and files, name every difference, and verify the audit."""

import argparse
import asyncio
import sys
from typing import TYPE_CHECKING, Any

from ui.settings import Settings

if TYPE_CHECKING:
    from domain.moderation.verify_audit import Verdict


def add(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser("check", help="compare the database with the files, and verify the audit")
    verb.add_argument("--hashes", action="store_true", help="read every original again and compare what it holds")
    verb.set_defaults(run=run)


def run(given: argparse.Namespace, settings: Settings) -> int:
    """Print one line per difference; returns 0 when there is none and the audit is whole."""
    return asyncio.run(check(settings, hashes=given.hashes))


async def check(settings: Settings, *, hashes: bool) -> int:
    """Print one line per difference as it is found, and the audit's head; 1 when something is wrong, else 0."""
    from domain.media.check import differences  # noqa: PLC0415  # with the rest of the program, below
    from domain.moderation.verify_audit import verify_audit  # noqa: PLC0415  # likewise
    from domain.rooms.check import room_differences  # noqa: PLC0415  # likewise
    from ui.app import opened_parts  # noqa: PLC0415  # imports the whole program, which `--help` does not need

    count = 0
    async with opened_parts(settings, role="command") as parts:
        works, files = parts.works, parts.files
        for found in (differences(works, files, hashes=hashes), room_differences(works, files)):
            async for one in found:
                sys.stdout.write(f"{one}\n")
                count += 1
        async with parts.works.read() as work:
            verdict = await verify_audit(work.audit)
    _say_about_audit(verdict)
    number = "1 difference" if count == 1 else f"{count} differences"
    sys.stdout.write(f"{number}.\n" if count else "Rows and files agree.\n")
    return 0 if count == 0 and verdict.valid else 1


def _say_about_audit(verdict: "Verdict") -> None:
    rows = "1 row" if verdict.length == 1 else f"{verdict.length} rows"
    if not verdict.valid:
        sys.stdout.write(f"The audit was changed: row {verdict.first_bad} of {rows} is not as it was written.\n")
    elif verdict.length:
        sys.stdout.write(f"The audit is whole: {rows}, head {verdict.head.hex()}.\n")
