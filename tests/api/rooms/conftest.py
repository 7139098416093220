"""A room that Anna has opened, and somebody who has only its link."""

import httpx
import pytest

from tests.api.rooms.visiting import OpenRoom, opened
from tests.signed_in import Person


@pytest.fixture
async def room(anna: Person, nobody: httpx.AsyncClient) -> OpenRoom:
    return await opened(anna, nobody)
