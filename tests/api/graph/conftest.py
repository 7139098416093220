"""Anna and Ben do not know each other yet, and neither of them a third."""

from collections.abc import AsyncIterator

import pytest
from fastapi import FastAPI

from tests.signed_in import Person, parts_of_app, signed_in
from ui.parts import Parts


@pytest.fixture
def parts(app: FastAPI) -> Parts:
    return parts_of_app(app)


@pytest.fixture
async def clara(app: FastAPI) -> AsyncIterator[Person]:
    async with signed_in(app, "clara") as person:
        yield person
