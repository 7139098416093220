"""What `kamra accounts …` does; each function returns the sentence to print."""

import argparse

from domain.accounts.account import Role
from domain.accounts.change_password import make_reset_link, set_password
from domain.accounts.find_person import find_person
from domain.accounts.join import account_of
from domain.accounts.roles import set_role
from domain.accounts.rules import Newcomer, check_password
from ui.accounts.ended_sessions import tell_ended
from ui.parts import Parts


async def create_account(parts: Parts, given: argparse.Namespace) -> str:
    """Add `handle`, with `password`, `email` and `admin`. Raises what the rules raise, HandleTaken, EmailTaken."""
    newcomer = Newcomer(
        handle=given.handle, display_name=given.handle, password=given.password, email=given.email or None
    )
    newcomer.check()
    password_hash = await parts.passwords.hash(newcomer.password)
    role = Role.ADMIN if given.admin else Role.MEMBER
    async with parts.works.write() as work:
        await work.accounts.hold_admins()
        await work.accounts.add(account_of(newcomer, password_hash, role, parts.clock.now()))
    return f"@{newcomer.handle} is here now ({role.value})."


async def print_reset_link(parts: Parts, given: argparse.Namespace) -> str:
    """A link for `handle`. Raises AccountNotFound."""
    async with parts.works.write() as work:
        whose = await find_person(work, f"@{given.handle.removeprefix('@')}")
        code, link = await make_reset_link(work, whose.id, parts.clock.now())
    base = parts.settings.base_url or f"http://localhost:{parts.settings.port}"
    return f"{base}/reset/{code}\nIt works once, until {link.expires_at:%Y-%m-%d %H:%M} UTC."


async def give_role(parts: Parts, given: argparse.Namespace) -> str:
    """Give `handle` the `role`. Raises AccountNotFound, LastAdmin."""
    async with parts.works.write() as work:
        whose = await find_person(work, f"@{given.handle.removeprefix('@')}")
        account = await set_role(work, whose.id, Role(given.role))
    return f"@{account.handle} is {account.role.value} now."


async def replace_password(parts: Parts, given: argparse.Namespace) -> str:
    """Set the `password` of `handle`. Raises AccountNotFound and the rules' errors."""
    async with parts.works.read() as work:
        whose = await find_person(work, f"@{given.handle.removeprefix('@')}")
    check_password(given.password, handle=whose.handle, field="password")
    password_hash = await parts.passwords.hash(given.password)
    async with parts.works.write() as work:
        ended = await set_password(work, whose.id, password_hash)
    await tell_ended(parts.messages, ended)
    return f"@{whose.handle} has a new password; every session is over."
