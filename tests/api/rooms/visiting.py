"""A room of a test's own: its secrets, and the calls of who opened it and of who has its link."""

import base64
import hashlib
import secrets
from dataclasses import dataclass, field
from typing import Any

import httpx

from tests.signed_in import Person
from ui.rooms.door import base64url

ROOMS = "/api/v1/rooms"


def content_digest(content: bytes) -> str:
    return f"sha-256=:{base64.b64encode(hashlib.sha256(content).digest()).decode()}:"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRoom:
    """A room, what opens it, and a client without an account."""

    client: httpx.AsyncClient
    id: str = field(default_factory=lambda: secrets.token_hex(16))
    auth: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    owner: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    @property
    def path(self) -> str:
        return f"{ROOMS}/{self.id}"

    def announced(self, **more: Any) -> dict[str, Any]:
        """What its creator says of it."""
        hashes = {"auth_hash": hashlib.sha256(self.auth), "owner_hash": hashlib.sha256(self.owner)}
        told = {name: digest.hexdigest() for name, digest in hashes.items()}
        return {"room_id": self.id, "keep": "always", "days": 7, **told, **more}

    async def call(self, method: str, path: str = "", *, by: str | None = None, **more: Any) -> httpx.Response:
        """A call of somebody who has the link; `by` is another way to say who it is, empty for nobody."""
        given = f"Room {base64url(self.auth)}" if by is None else by
        headers = {**({"Authorization": given} if given else {}), **more.pop("headers", {})}
        return await self.client.request(method, f"{self.path}{path}", headers=headers, **more)

    @property
    def as_owner(self) -> str:
        return f"RoomOwner {base64url(self.owner)}"

    async def announce(self, object_id: str, size: int) -> httpx.Response:
        return await self.call("POST", "/objects", json={"object_id": object_id, "bytes": size})

    async def put(self, object_id: str, n: int, content: bytes, *, digest: str | None = None) -> httpx.Response:
        headers = {"Content-Digest": digest or content_digest(content)}
        return await self.call("PUT", f"/objects/{object_id}/parts/{n}", content=content, headers=headers)

    async def keep(self, object_id: str, content: bytes) -> str:
        """Have the room keep an object of one part; the token that removes it."""
        told = await self.announce(object_id, len(content))
        assert told.status_code == 201, told.text
        assert (await self.put(object_id, 0, content)).status_code == 204
        assert (await self.call("POST", f"/objects/{object_id}/complete")).status_code == 200
        return told.json()["uploader_token"]


async def opened(person: Person, client: httpx.AsyncClient, **more: Any) -> OpenRoom:
    """A room that this person has opened; `client` knows nobody."""
    room = OpenRoom(client=client)
    answer = await person.post(ROOMS, json=room.announced(**more))
    assert answer.status_code == 201, answer.text
    return room
