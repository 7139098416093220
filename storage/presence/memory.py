"""Presence within one process."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.rooms.presence import GRACE_SECONDS, LEASE_SECONDS, MOST_PEERS, PeerHereAlready, RoomCrowded


@dataclass(frozen=True, slots=True)
class _Place:
    """Who holds a peer (None: nobody, it is away) and the moment at which the place is free."""

    stay: str | None
    until: float


class MemoryPresence:
    """Implements `domain.rooms.presence.Presence`; enough while one process serves everybody. Spans in seconds."""

    def __init__(self, *, grace: float = GRACE_SECONDS, lease: float = LEASE_SECONDS) -> None:
        self._grace, self._lease = grace, lease
        self._rooms: dict[str, dict[str, _Place]] = {}
        self._tidied = time.monotonic()

    async def join(self, room_id: str, peer: str, stay: str) -> None:
        self._tidy()
        places = self._places(room_id)
        place = places.get(peer)
        if place is not None and place.stay is not None:
            raise PeerHereAlready
        if place is None and len(places) >= MOST_PEERS:
            raise RoomCrowded(max=MOST_PEERS)
        self._hold(room_id, peer, stay)

    async def renew(self, room_id: str, stays: Mapping[str, str]) -> None:
        places = self._places(room_id)
        for peer, stay in stays.items():
            place = places.get(peer)
            if place is None or place.stay in (None, stay):
                self._hold(room_id, peer, stay)

    async def leave(self, room_id: str, peer: str, stay: str) -> None:
        place = self._places(room_id).get(peer)
        if place is not None and place.stay == stay:
            self._rooms[room_id][peer] = _Place(None, time.monotonic() + self._grace)

    async def peers(self, room_id: str) -> frozenset[str]:
        return frozenset(self._places(room_id))

    async def inside(self, room_ids: Sequence[str]) -> dict[str, int]:
        return {room_id: len(self._places(room_id)) for room_id in room_ids}

    async def close(self) -> None:
        pass

    def _hold(self, room_id: str, peer: str, stay: str) -> None:
        self._rooms.setdefault(room_id, {})[peer] = _Place(stay, time.monotonic() + self._lease)

    def _places(self, room_id: str) -> dict[str, _Place]:
        """The room's places without those that are free by now."""
        places, now = self._rooms.get(room_id, {}), time.monotonic()
        for peer in [peer for peer, place in places.items() if place.until <= now]:
            del places[peer]
        if not places:
            self._rooms.pop(room_id, None)
        return places

    def _tidy(self) -> None:
        """Forget rooms that everybody has left: nobody asks for these any more."""
        if time.monotonic() - self._tidied < self._grace:
            return
        self._tidied = time.monotonic()
        for room_id in list(self._rooms):
            self._places(room_id)
