"""`kamra backup FILE [--replace]`: everything this Kamra keeps in one file, while it runs."""

import argparse
import sys
from typing import Any

from ui.commands.interrupted import run_until_stopped
from ui.settings import Settings


def add(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser("backup", help="write everything into one file, while Kamra runs")
    verb.add_argument("file", help="where to; - is standard output")
    verb.add_argument("--replace", action="store_true", help="write over a file that is there")
    verb.set_defaults(run=run)


def run(given: argparse.Namespace, settings: Settings) -> int:
    """Make the backup; 1 when there is none, or when bytes were missing."""
    return run_until_stopped(_back_up(given, settings), "There is no backup.")


async def _back_up(given: argparse.Namespace, settings: Settings) -> int:
    from domain.backup.back_up import back_up  # noqa: PLC0415  # with the rest of the program, below
    from domain.clock import SystemClock  # noqa: PLC0415  # with it
    from domain.errors import KamraError  # noqa: PLC0415  # with it
    from ui.app import opened_backup  # noqa: PLC0415  # the whole program, which `--help` does not need
    from ui.commands.progress import Progress  # noqa: PLC0415  # with it
    from ui.theme.amounts import size_text  # noqa: PLC0415  # with it
    from ui.theme.texts import sentence_for  # noqa: PLC0415  # with it

    try:
        async with opened_backup(settings, given.file, replace=given.replace) as (source, writer):
            made = await back_up(source, writer, SystemClock(settings.clock_offset), Progress())
    except KamraError as error:
        sys.stderr.write(f"{sentence_for(error)}\n")
        return 1
    sys.stderr.write(
        f"{made.people} people, {made.pictures:,} pictures, {made.files:,} files, {size_text(made.bytes)}.\n"
    )
    if made.gone:
        sys.stderr.write(f"Deleted meanwhile, so restoring leaves it out: {made.gone}.\n")
    sys.stderr.writelines(f"{key}: no bytes\n" for key in made.missing)
    if made.missing:
        sys.stderr.write(f"Missing: {len(made.missing)} files. All the rest is in the backup.\n")
    return 1 if made.missing else 0
