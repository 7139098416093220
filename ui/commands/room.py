"""`kamra room send|save`: be in a room from a terminal, on any Kamra that its link leads to."""

import argparse
import getpass
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.commands.interrupted import run_until_stopped
from ui.settings import Settings

if TYPE_CHECKING:
    from ui.rooms.client.visiting import Visit

_LAST_WORDS = "The same command goes on from here."


def add(verbs: Any) -> None:
    """Add the command with its two verbs."""
    ours = verbs.add_parser("room", help="send files into a room, or save what is in it").add_subparsers(required=True)
    send = ours.add_parser("send", help="have the room keep files, sealed on this machine")
    save = ours.add_parser("save", help="save what the room keeps, exactly as it was added")
    for verb in (send, save):
        verb.add_argument("link", help="the room's link; - asks for it, so that it stays out of the shell's history")
        verb.add_argument("--as", dest="by", metavar="NAME", help="who you are to the others in the room")
    send.add_argument("files", nargs="+", type=Path, metavar="FILE")
    save.add_argument("folder", type=Path, metavar="FOLDER")
    send.set_defaults(run=run_send)
    save.set_defaults(run=run_save)


def run_send(given: argparse.Namespace, settings: Settings) -> int:
    """Send; 1 when not every file is kept."""
    from ui.commands.room_sending import send  # noqa: PLC0415  # with what speaks HTTP, which `--help` does not need

    return run_until_stopped(_visit(given, lambda visit: send(visit, given.files)), _LAST_WORDS)


def run_save(given: argparse.Namespace, settings: Settings) -> int:
    """Save; 1 when not every file came."""
    from ui.commands.room_saving import save_all  # noqa: PLC0415  # likewise

    return run_until_stopped(_visit(given, lambda visit: save_all(visit, given.folder)), _LAST_WORDS)


async def _visit(given: argparse.Namespace, act: "Callable[[Visit], Awaitable[int]]") -> int:
    from domain.errors import KamraError  # noqa: PLC0415  # likewise
    from ui.rooms.client.secret import parse_link, room_keys  # noqa: PLC0415  # likewise
    from ui.rooms.client.visiting import visited  # noqa: PLC0415  # likewise
    from ui.theme.texts import sentence_for  # noqa: PLC0415  # likewise

    try:
        link = parse_link(getpass.getpass("Link: ") if given.link == "-" else given.link)
        keys = room_keys(link.secret, getpass.getpass("Password: ") if link.has_password else None)
        async with visited(link.site, keys, given.by) as visit:
            return await act(visit)
    except KamraError as error:
        sys.stderr.write(f"{sentence_for(error)}\n")
        return 1
