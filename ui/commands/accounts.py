"""`kamra accounts create|reset|role|password`: what the person who runs Kamra does about people from a terminal."""

import argparse
import asyncio
import getpass
import os
import sys
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from domain.errors import KamraError
from ui.settings import Settings

if TYPE_CHECKING:
    from ui.parts import Parts


def add(verbs: Any) -> None:
    """Add the command with its four verbs."""
    ours = verbs.add_parser("accounts", help="add people, and look after their sign-in").add_subparsers(required=True)
    create = ours.add_parser("create", help="add somebody (the password is asked, or KAMRA_PASSWORD)")
    create.add_argument("--handle", required=True)
    create.add_argument("--email")
    create.add_argument("--admin", action="store_true", help="let them run this Kamra")
    reset = ours.add_parser("reset", help="print a link with which they choose a new password, once")
    role = ours.add_parser("role", help="change what they may do")
    password = ours.add_parser("password", help="set their password (asked, or KAMRA_PASSWORD); ends their sessions")
    for verb in (reset, role, password):
        verb.add_argument("handle")
    role.add_argument("role", choices=("member", "moderator", "admin"))
    create.set_defaults(run=run, verb="create_account", asks=True)
    reset.set_defaults(run=run, verb="print_reset_link", asks=False)
    role.set_defaults(run=run, verb="give_role", asks=False)
    password.set_defaults(run=run, verb="replace_password", asks=True)


def run(given: argparse.Namespace, settings: Settings) -> int:
    """Do it and print what was done, or the sentence that says why not."""
    from ui.accounts import on_the_command_line  # noqa: PLC0415  # the whole program, which `--help` does not need
    from ui.theme.texts import sentence_for  # noqa: PLC0415  # with it

    if given.asks:
        given.password = _password()
    try:
        done = asyncio.run(_with_parts(getattr(on_the_command_line, given.verb), given, settings))
    except KamraError as error:
        sys.stderr.write(f"{sentence_for(error)}\n")
        return 1
    sys.stdout.write(f"{done}\n")
    return 0


async def _with_parts(
    verb: "Callable[[Parts, argparse.Namespace], Awaitable[str]]", given: argparse.Namespace, settings: Settings
) -> str:
    from ui.app import opened_parts  # noqa: PLC0415  # the whole program, as above

    async with opened_parts(settings, role="command") as parts:
        return await verb(parts, given)


def _password() -> str:
    """The password from KAMRA_PASSWORD, else typed twice; ends the process when the two differ."""
    written = os.environ.get("KAMRA_PASSWORD")
    if written is not None:
        return written
    typed = getpass.getpass("Password: ")
    if getpass.getpass("Once more: ") != typed:
        sys.exit("The two are not the same.")
    return typed
