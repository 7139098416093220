"""Two people who search, and somebody to be found."""

from collections.abc import AsyncIterator

import pytest
from fastapi import FastAPI

from tests.signed_in import Person, parts_of_app, signed_in
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
def running(app: FastAPI) -> Parts:
    """The parts of the Kamra that they use."""
    return parts_of_app(app)
