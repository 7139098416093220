"""People for tests: made directly in the database, each with a client that carries a token of theirs."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
from fastapi import FastAPI

from domain.accounts.account import Account, Role
from domain.accounts.actor import Scope
from domain.accounts.api_token import PREFIX, ApiToken
from domain.accounts.join import account_of
from domain.accounts.rules import Newcomer
from domain.ids import ApiTokenId, new_uuid
from domain.secret import digest, new_secret
from domain.work import Works
from ui.parts import Parts

ADDRESS = "http://kamra.test"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody, and the client by which they act; its paths are absolute (`/api/v1/…`)."""

    account: Account
    client: httpx.AsyncClient

    async def get(self, path: str, **more: Any) -> httpx.Response:
        return await self.client.get(path, **more)

    async def post(self, path: str, **more: Any) -> httpx.Response:
        return await self.client.post(path, **more)

    async def put(self, path: str, **more: Any) -> httpx.Response:
        return await self.client.put(path, **more)

    async def patch(self, path: str, **more: Any) -> httpx.Response:
        return await self.client.patch(path, **more)

    async def delete(self, path: str, **more: Any) -> httpx.Response:
        return await self.client.delete(path, **more)


def parts_of_app(app: FastAPI) -> Parts:
    return app.state.parts


async def add_person(works: Works, parts: Parts, handle: str, role: Role = Role.MEMBER) -> Account:
    """A person without a password that anybody knows."""
    newcomer = Newcomer(handle=handle, display_name=handle.title(), password="unused")
    account = account_of(newcomer, "no hash", role, parts.clock.now())
    async with works.write() as work:
        await work.accounts.add(account)
    return account


@asynccontextmanager
async def signed_in(
    app: FastAPI, handle: str, role: Role = Role.MEMBER, scopes: frozenset[Scope] = frozenset(Scope)
) -> AsyncIterator[Person]:
    """A new person who acts with an API token."""
    parts = parts_of_app(app)
    account = await add_person(parts.works, parts, handle, role)
    secret = PREFIX + new_secret()
    token = ApiToken(
        id=ApiTokenId(new_uuid()),
        account_id=account.id,
        name="test",
        scopes=scopes,
        hash=digest(secret),
        created_at=parts.clock.now(),
        expires_at=None,
        used_at=None,
    )
    async with parts.works.write() as work:
        await work.api_tokens.add(token)
    headers = {"Authorization": f"Bearer {secret}"}
    async with client_of(app, headers=headers) as client:
        yield Person(account=account, client=client)


def client_of(app: FastAPI, **more: Any) -> httpx.AsyncClient:
    """A client of the whole site that knows nobody's credentials."""
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url=ADDRESS, **more)
