"""The calls of a room at its server, for who has its keys; nothing that is sent or comes back is sealed or opened."""

import asyncio
import base64
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ui.rooms.client.bytes import base64url, from_base64url
from ui.rooms.client.manifest import SealedEntry
from ui.rooms.client.refused import NotAuthentic, RoomRefused, ServerUnreachable
from ui.rooms.client.secret import RoomKeys

_TIMEOUT = httpx.Timeout(60)
_MAY_BE_REPEATED = {"GET", "PUT"}
_TAKEN = "entry_taken"
PAUSES = (0.5, 2.0, 5.0)  # seconds, between tries of which none brought anything


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomTold:
    """What the server says of a room; `keep` is never, ask or always, and bounds whether it takes objects."""

    keep: str
    expires_at: datetime
    last_seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reserved:
    """Place for an object: `parts` are those that are there, each with its SHA-256 in hexadecimal.

    `uploader_token` lets its holder remove the object; it is None for one that somebody else began.
    """

    is_ready: bool
    parts: Mapping[int, str]
    uploader_token: str | None


@asynccontextmanager
async def opened_store(
    site: str, keys: RoomKeys, transport: httpx.AsyncBaseTransport | None = None, pauses: Sequence[float] = PAUSES
) -> AsyncIterator["RoomStore"]:
    """The room's calls at this Kamra."""
    headers = {"Authorization": f"Room {base64url(keys.auth)}"}
    async with httpx.AsyncClient(headers=headers, timeout=_TIMEOUT, transport=transport) as client:
        yield RoomStore(client, site, keys.room_id, pauses)


class RoomStore:
    """Each call raises RoomRefused when the server says no, and ServerUnreachable when it says nothing."""

    def __init__(self, client: httpx.AsyncClient, site: str, room_id: str, pauses: Sequence[float]) -> None:
        self._client = client
        self.site = site
        self._room = f"{site}/api/v1/rooms/{room_id}"
        self.pauses = pauses

    async def room(self) -> RoomTold:
        """What the server says of the room."""
        told = await self._json("GET", "")
        expires_at = datetime.fromisoformat(told["expires_at"])
        return RoomTold(keep=told["keep"], expires_at=expires_at, last_seq=told["last_seq"])

    async def entries(self, after: int) -> tuple[list[SealedEntry], int]:
        """Some entries behind this one, and the number of the last that the server has."""
        told = await self._json("GET", "/entries", params={"after": after})
        return [_entry_of(one) for one in told["entries"]], told["last_seq"]

    async def append(self, first: int, sealed: Sequence[bytes]) -> bool:
        """Add entries, the first with this number; False when somebody else's came before."""
        body = {"seq": first, "sealed": [base64url(one) for one in sealed]}
        try:
            await self._call("POST", "/entries", json=body)
        except RoomRefused as refused:
            if refused.status == HTTPStatus.CONFLICT and refused.reason == _TAKEN:
                return False
            raise
        return True

    async def reserve(self, object_id: str, sealed_bytes: int) -> Reserved:
        """Ask for place, before a byte is sent."""
        told = await self._json("POST", "/objects", json={"object_id": object_id, "bytes": sealed_bytes})
        return Reserved(
            is_ready=told.get("state") == "ready",
            parts=_parts_of(told.get("parts", [])),
            uploader_token=told.get("uploader_token"),
        )

    async def parts(self, object_id: str) -> Mapping[int, str]:
        """The SHA-256 of each part that is there."""
        told = await self._json("GET", f"/objects/{object_id}/parts")
        return _parts_of(told["parts"])

    async def put_part(self, object_id: str, number: int, sealed: bytes, digest: bytes) -> None:
        """Send one part; `digest` is its SHA-256."""
        headers = {"Content-Digest": f"sha-256=:{base64.b64encode(digest).decode()}:"}
        path = f"/objects/{object_id}/parts/{number}"
        await self._call("PUT", path, content=sealed, headers=headers)

    async def complete(self, object_id: str) -> Mapping[int, str]:
        """All parts are there: show the object to the room. The SHA-256 of each part."""
        return _parts_of((await self._json("POST", f"/objects/{object_id}/complete"))["parts"])

    @asynccontextmanager
    async def fetched(self, object_id: str, first: int) -> AsyncIterator[AsyncIterator[bytes]]:
        """The object's bytes from this one on, as they come. httpx.TransportError when they end too early."""
        headers = {"Range": f"bytes={first}-"}
        async with self._client.stream("GET", f"{self._room}/objects/{object_id}", headers=headers) as answer:
            if answer.is_error:
                await answer.aread()
            _raise_refusal(answer)
            if first and answer.status_code != HTTPStatus.PARTIAL_CONTENT:
                raise NotAuthentic  # other bytes than were asked for
            yield answer.aiter_raw()

    async def remove(self, object_id: str, uploader_token: str) -> None:
        """Have the server forget an object that one sent."""
        headers = {"Authorization": f"Uploader {uploader_token}"}
        await self._call("DELETE", f"/objects/{object_id}", headers=headers)

    async def _json(self, method: str, path: str, **more: Any) -> dict[str, Any]:
        return (await self._call(method, path, **more)).json()

    async def _call(self, method: str, path: str, **more: Any) -> httpx.Response:
        for pause in (*self.pauses, None):
            try:
                answer = await self._client.request(method, f"{self._room}{path}", **more)
            except httpx.TransportError:
                if pause is None or method not in _MAY_BE_REPEATED:
                    raise ServerUnreachable(site=self.site) from None
                await asyncio.sleep(pause)
            else:
                _raise_refusal(answer)
                return answer
        raise AssertionError  # the last pause is None


def _raise_refusal(answer: httpx.Response) -> None:
    """Raise RoomRefused for every answer that is no yes, also of one who is no Kamra."""
    if answer.is_success:
        return
    try:
        told = answer.json()
        reason, detail = str(told["code"]), _printable(str(told["detail"]))
    except (ValueError, KeyError, TypeError):
        reason, detail = "not_kamra", f"What answers there is no Kamra with rooms (status {answer.status_code})."
    raise RoomRefused(status=answer.status_code, reason=reason, detail=detail)


def _printable(text: str) -> str:
    """Without what would move about in a terminal."""
    return "".join(one for one in text if one.isprintable())


def _entry_of(told: dict[str, Any]) -> SealedEntry:
    return SealedEntry(seq=told["seq"], sealed=from_base64url(told["sealed"]))


def _parts_of(told: Sequence[dict[str, Any]]) -> dict[int, str]:
    return {one["n"]: one["sha256"] for one in told}
