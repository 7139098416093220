"""The people and pictures that `make demo` begins with."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import Protocol

from domain.accounts.account import Account, Role
from domain.accounts.actor import Actor, Scope
from domain.accounts.join import account_of
from domain.accounts.rules import Newcomer
from domain.media.add_picture import add_picture
from domain.media.begin_upload import Announced
from domain.media.intake import Intake
from domain.media.process import process
from domain.media.upload_rules import UploadLimits
from ui.parts import Parts

PASSWORD = "a place for pictures"  # noqa: S105  # printed for everybody to use; the demo holds nothing of anyone's
PICTURES_EACH = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPerson:
    """Somebody of the demo; `seed` is where their pictures begin."""

    handle: str
    name: str
    bio: str
    role: Role
    seed: int


PEOPLE = (
    DemoPerson(handle="demo", name="Anna Berger", bio="Hills, mostly before breakfast.", role=Role.ADMIN, seed=11),
    DemoPerson(handle="ben", name="Ben Okafor", bio="Cities after rain.", role=Role.MEMBER, seed=47),
    DemoPerson(handle="clara", name="Clara Duarte", bio="Anything that grows.", role=Role.MEMBER, seed=83),
)


class Painter(Protocol):
    """Paints a JPEG of one of its scenes; the same seed paints the same picture."""

    @property
    def scenes(self) -> Sequence[str]: ...

    def paint(self, scene: str, seed: int, taken_at: datetime) -> bytes: ...


async def fill(parts: Parts, painter: Painter) -> AsyncIterator[str]:
    """Add the people with their painted pictures; yields a line for each one that is there."""
    accounts = [await _join(parts, person) for person in PEOPLE]
    await _follow_each_other(parts, accounts)
    for person, account in zip(PEOPLE, accounts, strict=True):
        for number in range(PICTURES_EACH):
            await _add(parts, painter, account, person.seed + 7 * number, number)
        yield f"{person.name}: {PICTURES_EACH} pictures"


async def _join(parts: Parts, person: DemoPerson) -> Account:
    newcomer = Newcomer(
        handle=person.handle,
        display_name=person.name,
        password=PASSWORD,
        email=f"{person.handle}@example.com",
        bio=person.bio,
    )
    newcomer.check()
    account = account_of(newcomer, await parts.passwords.hash(PASSWORD), person.role, parts.clock.now())
    async with parts.works.write() as work:
        await work.accounts.add(account)
    return account


async def _follow_each_other(parts: Parts, accounts: Sequence[Account]) -> None:
    async with parts.works.write() as work:
        for one, other in permutations(accounts, 2):
            await work.follows.add(one.id, other.id, parts.clock.now())


async def _add(parts: Parts, painter: Painter, account: Account, seed: int, number: int) -> None:
    scene = painter.scenes[seed % len(painter.scenes)]
    taken_at = datetime(2026, 10, 3, 7, 40, tzinfo=UTC) - timedelta(days=23 * number, minutes=37 * seed % 600)
    content = await asyncio.to_thread(painter.paint, scene, seed, taken_at)

    async def chunks() -> AsyncIterator[bytes]:
        yield content

    intake = Intake(works=parts.works, files=parts.files, messages=parts.messages, clock=parts.clock, limits=_ALL_FITS)
    actor = Actor(account=account, scopes=frozenset(Scope), session_id=None)
    announced = Announced(content_type="image/jpeg", filename=f"{scene} {taken_at:%Y-%m-%d}.jpg", bytes=len(content))
    media = await add_picture(intake, actor, announced, chunks())
    await process(
        media.id,
        works=parts.works,
        files=parts.files,
        renderer=parts.renderer,
        clock=parts.clock,
        messages=parts.messages,
    )


_ALL_FITS = UploadLimits(max_bytes=50_000_000, pictures_per_account=0, bytes_per_account=0, disk_reserve=0)
