"""Finds a person by what somebody wrote for them: an id, a handle, or what they sign in with."""

from datetime import datetime

from domain.accounts.account import Account, AccountNotFound
from domain.accounts.rules import is_email, is_handle
from domain.graph.relationship import Profile
from domain.ids import AccountId, parse_uuid
from domain.work import Work


async def find_by_login(work: Work, login: str) -> Account | None:
    """The person with this handle or e-mail address."""
    if is_handle(login):
        return await work.accounts.by_handle(login)
    return await work.accounts.by_email(login) if is_email(login) else None


async def find_person(work: Work, written: str) -> Account:
    """The person with this id or `@handle`. Raises AccountNotFound."""
    found = None
    if written.startswith("@"):
        found = await work.accounts.by_handle(written[1:]) if is_handle(written[1:]) else None
    elif (account_id := parse_uuid(written)) is not None:
        found = await work.accounts.get(AccountId(account_id))
    if found is None:
        raise AccountNotFound
    return found


async def find_profile(work: Work, written: str, viewer: AccountId | None, now: datetime) -> Profile:
    """The same, for the eyes of this viewer (None: somebody who is not signed in). Raises AccountNotFound."""
    its_id = (await find_person(work, written)).id
    people = work.people
    found = await (people.public_profile(its_id, now) if viewer is None else people.profile(its_id, viewer))
    if found is None:
        raise AccountNotFound
    return found
