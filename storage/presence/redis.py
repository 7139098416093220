"""Presence that all processes share, in Redis."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import chain

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from domain.rooms.presence import (
    GRACE_SECONDS,
    LEASE_SECONDS,
    MOST_PEERS,
    PeerHereAlready,
    PresenceUnreachable,
    RoomCrowded,
)
from storage.presence.scripts import JOIN, LEAVE, RENEW

_log = logging.getLogger(__name__)
_PREFIX = "kamra/presence/"


class RedisPresence:
    """Implements `domain.rooms.presence.Presence`. `url` as in `redis://host:6379/0`, spans in seconds."""

    def __init__(self, url: str, *, grace: float = GRACE_SECONDS, lease: float = LEASE_SECONDS) -> None:
        self._grace, self._lease = round(grace * 1000), round(lease * 1000)
        # One more try, because a server that started anew has closed the connections of the pool.
        self._redis = Redis.from_url(
            url,
            decode_responses=True,
            encoding_errors="replace",
            socket_connect_timeout=2,
            socket_timeout=5,
            retry=Retry(NoBackoff(), 1),
        )
        self._join, self._renew, self._leave = map(self._redis.register_script, (JOIN, RENEW, LEAVE))

    async def join(self, room_id: str, peer: str, stay: str) -> None:
        with _unreachable():
            said = await self._join(keys=[_PREFIX + room_id], args=[peer, stay, self._lease, MOST_PEERS])
        if said == "here":
            raise PeerHereAlready
        if said == "crowded":
            raise RoomCrowded(max=MOST_PEERS)

    async def renew(self, room_id: str, stays: Mapping[str, str]) -> None:
        with _unreachable():
            await self._renew(keys=[_PREFIX + room_id], args=[self._lease, *chain.from_iterable(stays.items())])

    async def leave(self, room_id: str, peer: str, stay: str) -> None:
        with _unreachable():
            await self._leave(keys=[_PREFIX + room_id], args=[peer, stay, self._grace])

    async def peers(self, room_id: str) -> frozenset[str]:
        with _unreachable():
            [found] = await self._places([room_id])
        return frozenset(found)

    async def inside(self, room_ids: Sequence[str]) -> dict[str, int]:
        try:
            found = await self._places(room_ids)
        except (RedisError, OSError) as error:
            _log.warning("nobody knows who is in which room: %s", error)
            return dict.fromkeys(room_ids, 0)
        return {room_id: len(peers) for room_id, peers in zip(room_ids, found, strict=True)}

    async def close(self) -> None:
        with suppress(RedisError, OSError):
            await self._redis.aclose()

    async def _places(self, room_ids: Sequence[str]) -> list[list[str]]:
        """The peers of each room whose place is not free, by the server's time."""
        async with self._redis.pipeline(transaction=False) as pipeline:
            pipeline.time()
            for room_id in room_ids:
                pipeline.hgetall(_PREFIX + room_id)
            (seconds, micros), *rooms = await pipeline.execute()
        now = seconds * 1000 + micros // 1000
        return [[peer for peer, place in room.items() if int(place.partition(" ")[0]) > now] for room in rooms]


@contextmanager
def _unreachable() -> Iterator[None]:
    try:
        yield
    except (RedisError, OSError) as error:
        raise PresenceUnreachable(str(error)) from error
