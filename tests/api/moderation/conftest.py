"""A moderator and an admin."""

from collections.abc import AsyncIterator

import pytest
from fastapi import FastAPI

from domain.accounts.account import Role
from tests.signed_in import Person, signed_in


@pytest.fixture
async def mod(app: FastAPI) -> AsyncIterator[Person]:
    async with signed_in(app, "mod", Role.MODERATOR) as person:
        yield person


@pytest.fixture
async def boss(app: FastAPI) -> AsyncIterator[Person]:
    async with signed_in(app, "boss", Role.ADMIN) as person:
        yield person
