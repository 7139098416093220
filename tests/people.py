"""People for tests who have a password, and sign in to the API with it."""

import httpx
from fastapi import FastAPI

from domain.accounts.account import Account, Role
from domain.accounts.join import account_of
from domain.accounts.rules import Newcomer
from tests.signed_in import parts_of_app

PASSWORD = "a bicycle made of rain"


async def add_person(
    app: FastAPI, handle: str, *, role: Role = Role.MEMBER, email: str | None = None, password: str = PASSWORD
) -> Account:
    """Add somebody who can sign in with `password`."""
    parts = parts_of_app(app)
    newcomer = Newcomer(handle=handle, display_name=handle.title(), password=password, email=email)
    password_hash = await parts.passwords.hash(password)
    account = account_of(newcomer, password_hash, role, parts.clock.now())
    async with parts.works.write() as work:
        await work.accounts.add(account)
    return account


async def sign_in(api: httpx.AsyncClient, login: str, password: str = PASSWORD) -> dict[str, str]:
    """Sign in to the API; the headers that calls of this person carry."""
    answer = await api.post("/auth/login", json={"login": login, "password": password})
    assert answer.status_code == 200, answer.text
    return bearer(answer.json()["access_token"])


def bearer(token: str) -> dict[str, str]:
    """The headers of a call with this token."""
    return {"Authorization": f"Bearer {token}"}
