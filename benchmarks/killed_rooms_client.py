"""Somebody in rooms of a server that is killed again and again: sends objects, has rooms end, and asks again."""

import base64
import hashlib
import random
import secrets
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from benchmarks.killed_asking import KilledAsking
from benchmarks.killed_rooms_ledger import KilledRoom, RoomsLedger
from domain.rooms.stored_object import PART_BYTES

_SMALL = (1, 60_000)  # bytes of most objects
_LARGE = PART_BYTES + 5_000  # two parts
_OBJECTS = 6  # at most, in a room that stays
_STAYS = 0.25  # of the rooms
_ENDS_WITHIN = (0.3, 2.5)  # seconds from being told


class KilledRoomClient:
    """Opens one room after the other: one in four stays, the others end soon while things still come into them.

    `asking` carries the session of who opens them.
    """

    def __init__(self, asking: KilledAsking, ledger: RoomsLedger, chance: random.Random) -> None:
        self._asking = asking
        self._ledger = ledger
        self._chance = chance

    async def go_on(self) -> None:
        """Until it is cancelled."""
        while True:
            room = KilledRoom()
            await self._asking.answered("POST", "/api/v1/rooms", json=room.opened, fine=(201,), fine_again=(409,))
            self._ledger.rooms.append(room)
            for _ in range(self._chance.randint(1, _OBJECTS)):
                await self._add(room)
            if self._chance.random() < _STAYS:
                continue
            await self._end(room)
            while await self._add(room):
                pass
            self._ledger.somebody_ended.set()

    async def _add(self, room: KilledRoom) -> bool:
        """Send an entry and an object, one in five of which is never completed; False once the room is over."""
        size = _LARGE if self._chance.random() < 0.1 else self._chance.randint(*_SMALL)
        content, object_id = self._chance.randbytes(size), secrets.token_hex(16)
        entry = {"seq": room.entries + 1, "sealed": [base64.urlsafe_b64encode(content[:30]).rstrip(b"=").decode()]}
        said = await self._said(room, "POST", "/entries", json=entry, fine=(201,), fine_again=(409,))
        if said is None:
            return False
        room.entries += 1
        announced = {"object_id": object_id, "bytes": size}
        if await self._said(room, "POST", "/objects", json=announced, fine=(201,), fine_again=(200,)) is None:
            return False
        room.parts[object_id] = {}
        for n, start in enumerate(range(0, size, PART_BYTES)):
            if not await self._put(room, object_id, n, content[start : start + PART_BYTES]):
                return False
        if self._chance.random() < 0.2:
            return True
        if await self._said(room, "POST", f"/objects/{object_id}/complete", fine=(200,)) is None:
            return False
        room.complete[object_id] = hashlib.sha256(content).hexdigest()
        return True

    async def _put(self, room: KilledRoom, object_id: str, n: int, part: bytes) -> bool:
        digest = hashlib.sha256(part)
        headers = {"Content-Digest": f"sha-256=:{base64.b64encode(digest.digest()).decode()}:"}
        path = f"/objects/{object_id}/parts/{n}"
        if await self._said(room, "PUT", path, content=part, headers=headers, fine=(204,)) is None:
            return False
        room.parts[object_id][n] = digest.hexdigest()
        return True

    async def _end(self, room: KilledRoom) -> None:
        """Close it, or have it end so soon that the end may come before the answer; then it is told again."""
        room.may_end = True
        if self._chance.random() < 0.3:
            await self._asking.answered("DELETE", room.path, headers=room.keeper, fine=(204,), fine_again=(410,))
            room.ends = datetime.now(UTC)
            return
        while True:
            end = datetime.now(UTC) + timedelta(seconds=self._chance.uniform(*_ENDS_WITHIN))
            answer = await self._asking.answered(
                "PATCH",
                room.path,
                headers=room.keeper,
                json={"expires_at": end.isoformat()},
                fine=(200, 422),
                fine_again=(410,),
            )
            if answer.status_code != 422:
                room.ends = end
                return

    async def _said(
        self, room: KilledRoom, method: str, path: str, *, fine: tuple[int, ...], **sent: Any
    ) -> httpx.Response | None:
        """The answer; None once the room is over, which may be from when its end was told."""
        headers = {**room.member, **sent.pop("headers", {})}
        over = (410,) if room.may_end else ()
        answer = await self._asking.answered(method, room.path + path, headers=headers, fine=fine + over, **sent)
        return None if answer.status_code == 410 else answer
