"""A password is replaced; whoever else came in with the old one is out."""

import dataclasses
from collections.abc import Sequence
from datetime import datetime

from domain.accounts.account import Account, AccountNotFound
from domain.accounts.passwords import PasswordWrong
from domain.accounts.reset_link import LIFE, ResetLink, ResetLinkUnknown
from domain.ids import AccountId, SessionId
from domain.secret import digest, new_secret
from domain.work import Work


async def change_password(
    work: Work, checked: Account, password_hash: str, *, keep: SessionId | None
) -> Sequence[SessionId]:
    """Replace the password of a person whose current one was just checked; returns the sessions that ended.

    Raises PasswordWrong when it was changed in the meantime.
    """
    account = await work.accounts.hold(checked.id)
    if account is None or account.password_hash != checked.password_hash:
        raise PasswordWrong(field="current")
    return await _replace(work, account, password_hash, keep)


async def make_reset_link(work: Work, account_id: AccountId, now: datetime) -> tuple[str, ResetLink]:
    """A code that works once within a day, and what is kept of it; an older one stops working."""
    code = new_secret()
    link = ResetLink(hash=digest(code), account_id=account_id, expires_at=now + LIFE)
    await work.reset_links.replace(link)
    return code, link


async def person_behind_reset_link(work: Work, code: str, now: datetime) -> Account:
    """Whose password the code may replace. Raises ResetLinkUnknown."""
    link = await work.reset_links.find(digest(code), now)
    account = None if link is None else await work.accounts.get(link.account_id)
    if account is None:
        raise ResetLinkUnknown(field="code")
    return account


async def reset_password(work: Work, code: str, password_hash: str, now: datetime) -> Sequence[SessionId]:
    """Use the link up and replace the password; returns the sessions that ended. Raises ResetLinkUnknown."""
    link = await work.reset_links.use(digest(code), now)
    account = None if link is None else await work.accounts.hold(link.account_id)
    if account is None:
        raise ResetLinkUnknown(field="code")
    return await _replace(work, account, password_hash, None)


async def set_password(work: Work, account_id: AccountId, password_hash: str) -> Sequence[SessionId]:
    """Replace it as the person who runs this Kamra; returns the sessions that ended. Raises AccountNotFound."""
    account = await work.accounts.hold(account_id)
    if account is None:
        raise AccountNotFound
    return await _replace(work, account, password_hash, None)


async def _replace(work: Work, account: Account, password_hash: str, keep: SessionId | None) -> Sequence[SessionId]:
    await work.accounts.change(dataclasses.replace(account, password_hash=password_hash))
    await work.api_tokens.end_all(account.id)
    await work.reset_links.remove_of(account.id)
    await work.known_devices.forget_all(account.id)
    return await work.sessions.end_all(account.id, keep)
