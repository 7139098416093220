"""Three people, and somebody who is not signed in."""

from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI

from tests.signed_in import Person, client_of, parts_of_app, signed_in
from ui.parts import Parts


@pytest.fixture
async def anna(app: FastAPI) -> AsyncIterator[Person]:
    async with signed_in(app, "anna") as person:
        yield person


@pytest.fixture
async def ben(app: FastAPI) -> AsyncIterator[Person]:
    async with signed_in(app, "ben") as person:
        yield person


@pytest.fixture
async def cleo(app: FastAPI) -> AsyncIterator[Person]:
    async with signed_in(app, "cleo") as person:
        yield person


@pytest.fixture
async def nobody(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(app) as client:
        yield client


@pytest.fixture
def running(app: FastAPI) -> Parts:
    """The parts of the Kamra that they use."""
    return parts_of_app(app)
