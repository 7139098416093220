"""A person, and a Kamra that processes nothing by itself, so that sweeps find what a crash left."""

from collections.abc import AsyncIterator

import pytest

from domain.accounts.account import Account
from domain.accounts.actor import Actor, Scope
from storage.database.turns import DatabaseTurns
from storage.database.work import Database
from storage.queue.in_process import InProcessQueue
from tests.conftest import MovableClock
from tests.signed_in import add_person
from ui.app import opened_parts
from ui.parts import Parts
from ui.settings import Settings


@pytest.fixture
async def parts(settings: Settings, clock: MovableClock) -> AsyncIterator[Parts]:
    async with opened_parts(settings, role="command", clock=clock, ticking=False, password_rounds=4) as opened:
        yield opened


@pytest.fixture
async def anna(parts: Parts) -> Account:
    return await add_person(parts.works, parts, "anna")


@pytest.fixture
def actor(anna: Account) -> Actor:
    return Actor(account=anna, scopes=frozenset(Scope), session_id=None)


class NotedQueue(InProcessQueue):
    """The real queue, which also says what was put into it."""

    def __init__(self) -> None:
        super().__init__()
        self.noted: list[str] = []

    async def put(self, job, subject, *, urgent=True) -> None:
        self.noted.append(str(subject))
        await super().put(job, subject, urgent=urgent)


@pytest.fixture
async def queue() -> AsyncIterator[NotedQueue]:
    noted = NotedQueue()
    yield noted
    await noted.close()


@pytest.fixture
async def turns(parts: Parts) -> AsyncIterator[DatabaseTurns]:
    assert isinstance(parts.works, Database)
    taken = DatabaseTurns(parts.works.engines)
    yield taken
    await taken.close()
