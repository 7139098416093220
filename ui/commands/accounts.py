"""`kamra accounts create|reset|role|password`: what the person who runs Kamra does about people from a terminal."""

import argparse
import asyncio
import getpass
import os
import sys
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from domain.accounts.account import Account, AccountNotFound, Role
from domain.accounts.change_password import make_reset_link, set_password
from domain.accounts.join import account_of
from domain.accounts.roles import set_role
from domain.accounts.rules import Newcomer, check_password
from domain.errors import KamraError
from domain.work import Work
from ui.accounts.ended_sessions import tell_ended
from ui.settings import Settings
from ui.theme.texts import sentence_for

if TYPE_CHECKING:
    from ui.parts import Parts


def add(verbs: Any) -> None:
    """Add the command with its four verbs."""
    ours = verbs.add_parser("accounts", help="create people, and look after their sign-in").add_subparsers(
        required=True
    )
    create = ours.add_parser("create", help="add somebody (the password is asked, or KAMRA_PASSWORD)")
    create.add_argument("--handle", required=True)
    create.add_argument("--email")
    create.add_argument("--admin", action="store_true", help="let them run this Kamra")
    create.set_defaults(run=_run(_create))
    reset = ours.add_parser("reset", help="print a link with which they choose a new password, once")
    reset.set_defaults(run=_run(_reset))
    role = ours.add_parser("role", help="change what they may do")
    role.set_defaults(run=_run(_role))
    password = ours.add_parser("password", help="set their password (asked, or KAMRA_PASSWORD); ends their sessions")
    password.set_defaults(run=_run(_password))
    for verb in (reset, role, password):
        verb.add_argument("handle")
    role.add_argument("role", choices=[one.value for one in Role])


def _run(
    verb: "Callable[[Parts, argparse.Namespace], Awaitable[str]]",
) -> Callable[[argparse.Namespace, Settings], int]:
    async def opened(given: argparse.Namespace, settings: Settings) -> str:
        from ui.app import opened_parts  # noqa: PLC0415  # imports the whole program, which `--help` does not need

        async with opened_parts(settings, role="command") as parts:
            return await verb(parts, given)

    def run(given: argparse.Namespace, settings: Settings) -> int:
        try:
            sys.stdout.write(asyncio.run(opened(given, settings)) + "\n")
        except KamraError as error:
            sys.stderr.write(f"{sentence_for(error)}\n")
            return 1
        return 0

    return run


async def _create(parts: "Parts", given: argparse.Namespace) -> str:
    newcomer = Newcomer(handle=given.handle, display_name=given.handle, password=_asked(), email=given.email)
    newcomer.check()
    role = Role.ADMIN if given.admin else Role.MEMBER
    account = account_of(newcomer, await parts.passwords.hash(newcomer.password), role, parts.clock.now())
    async with parts.works.write() as work:
        await work.accounts.add(account)
    return f"@{account.handle} can sign in now."


async def _reset(parts: "Parts", given: argparse.Namespace) -> str:
    async with parts.works.write() as work:
        account = await _named(work, given.handle)
        code, _ = await make_reset_link(work, account.id, parts.clock.now())
    settings = parts.settings
    base = settings.base_url or f"http://localhost:{settings.port}"
    return f"{base}/reset/{code}\nIt works once, within a day. Give it to @{account.handle} only."


async def _role(parts: "Parts", given: argparse.Namespace) -> str:
    async with parts.works.write() as work:
        account = await set_role(work, (await _named(work, given.handle)).id, Role(given.role))
    return f"@{account.handle} is {account.role} now."


async def _password(parts: "Parts", given: argparse.Namespace) -> str:
    password = _asked()
    check_password(password, handle=given.handle, field="password")
    password_hash = await parts.passwords.hash(password)
    async with parts.works.write() as work:
        account = await _named(work, given.handle)
        ended = await set_password(work, account.id, password_hash)
    await tell_ended(parts.messages, ended)
    return f"@{account.handle} has a new password; {len(ended)} sessions ended."


async def _named(work: Work, handle: str) -> Account:
    account = await work.accounts.by_handle(handle.removeprefix("@"))
    if account is None:
        raise AccountNotFound
    return account


def _asked() -> str:
    """The password from KAMRA_PASSWORD, else typed twice; ends the process when the two differ."""
    written = os.environ.get("KAMRA_PASSWORD")
    if written is not None:
        return written
    typed = getpass.getpass("Password: ")
    if getpass.getpass("Once more: ") != typed:
        sys.exit("The two are not the same.")
    return typed
