"""Anna, a Kamra that listens, and a room that she has made."""

from collections.abc import AsyncIterator

import pytest
from fastapi import FastAPI

from tests.api.rooms.sockets import listening
from tests.rooms.meeting import Meeting, arranged
from tests.signed_in import Person, signed_in


@pytest.fixture
async def anna(app: FastAPI) -> AsyncIterator[Person]:
    async with signed_in(app, "anna") as person:
        yield person


@pytest.fixture
async def site(app: FastAPI) -> AsyncIterator[str]:
    """Where the Kamra is."""
    async with listening(app) as address:
        yield address.replace("ws://", "http://")


@pytest.fixture
async def meeting(anna: Person, site: str) -> Meeting:
    return await arranged(anna, site)
