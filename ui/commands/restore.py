"""`kamra restore FILE`: an empty Kamra filled from a backup, each file compared with what the backup promises."""

import argparse
import asyncio
import sys
from typing import TYPE_CHECKING, Any

from ui.commands.check import check
from ui.commands.interrupted import run_until_stopped
from ui.settings import Settings

if TYPE_CHECKING:
    from domain.backup.restore import Restored


def add(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser("restore", help="fill an empty Kamra from a backup")
    verb.add_argument("file", help="the backup; - is standard input")
    verb.set_defaults(run=run)


def run(given: argparse.Namespace, settings: Settings) -> int:
    """Restore and check; 1 when nothing was restored, or not everything."""
    words = "Nothing is in use here; the same command begins anew."
    restored = run_until_stopped(_restore(given, settings), words)
    if restored is None:
        return 1
    _say(restored)
    differs = asyncio.run(check(settings, hashes=False))
    return 1 if differs or restored.damaged or restored.missing else 0


async def _restore(given: argparse.Namespace, settings: Settings) -> "Restored | None":
    from domain.backup.restore import restore  # noqa: PLC0415  # with the rest of the program, below
    from domain.clock import SystemClock  # noqa: PLC0415  # with it
    from domain.errors import KamraError  # noqa: PLC0415  # with it
    from ui.app import opened_restore  # noqa: PLC0415  # the whole program, which `--help` does not need
    from ui.commands.progress import Progress  # noqa: PLC0415  # with it
    from ui.theme.texts import sentence_for  # noqa: PLC0415  # with it

    said = Progress()
    try:
        async with opened_restore(settings, given.file) as (reader, place):
            clock = SystemClock(settings.clock_offset)
            return await restore(reader, place, clock, lambda done, size: said(done, None, size))
    except KamraError as error:
        sys.stderr.write(f"{sentence_for(error)}\n")
        return None


def _say(restored: "Restored") -> None:
    from ui.theme.amounts import size_text  # noqa: PLC0415  # with the rest of the program, above

    sys.stdout.write(f"The backup of {restored.made_at:%Y-%m-%d %H:%M} UTC is restored: ")
    sys.stdout.write(f"{restored.files:,} files, {size_text(restored.bytes)}.\n")
    if restored.gone:
        sys.stdout.write(f"Deleted while it was made, so left out: {restored.gone}.\n")
    sys.stdout.writelines(f"{key}: damaged in the backup, left out\n" for key in restored.damaged)
    sys.stdout.writelines(f"{key}: was missing when the backup was made\n" for key in restored.missing)
