"""A room that Anna has opened, and somebody who has only its link."""

from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI

from tests.api.rooms.sockets import listening
from tests.api.rooms.visiting import OpenRoom, opened
from tests.signed_in import Person


@pytest.fixture
async def room(anna: Person, nobody: httpx.AsyncClient) -> OpenRoom:
    return await opened(anna, nobody)


@pytest.fixture
async def address(app: FastAPI) -> AsyncIterator[str]:
    """Where the Kamra of the test takes sockets."""
    async with listening(app) as found:
        yield found


@pytest.fixture
async def another_room(anna: Person, nobody: httpx.AsyncClient) -> OpenRoom:
    return await opened(anna, nobody)
