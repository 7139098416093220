"""A room on a running Kamra, and those who come into it with its link by the Python client."""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.signed_in import Person
from ui.rooms.client.described import describe
from ui.rooms.client.entries import add
from ui.rooms.client.keeping import keep
from ui.rooms.client.secret import RoomKeys, link_of, new_owner_token, new_secret, room_keys
from ui.rooms.client.visiting import Visit, visited

ROOMS = "/api/v1/rooms"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A room at `site`; `owner` is the token by which it is changed and closed."""

    site: str
    secret: bytes
    link: str
    keys: RoomKeys
    owner: str

    def visit(
        self, by: str | None = None, transport: httpx.AsyncBaseTransport | None = None, pauses: Sequence[float] = ()
    ) -> AbstractAsyncContextManager[Visit]:
        return visited(self.site, self.keys, by, transport, pauses)


async def arranged(person: Person, site: str, *, password: str | None = None, keep: str = "always") -> Meeting:
    """A room that this person has made."""
    secret, (owner, owner_hash) = new_secret(), new_owner_token()
    keys = room_keys(secret, password)
    link = link_of(site, secret, has_password=password is not None)
    told = {"room_id": keys.room_id, "auth_hash": keys.auth_hash, "owner_hash": owner_hash}
    answer = await person.post(ROOMS, json={**told, "keep": keep, "days": 7})
    assert answer.status_code == 201, answer.text
    return Meeting(site=site, secret=secret, link=link, keys=keys, owner=owner)


async def share(visit: Visit, path: Path) -> str:
    """Keep a file in the room and add it to the list; its object's id."""
    file = describe(visit.keys, path)
    await keep(visit.store, file)
    await visit.write([add(file.name, name=path.name, mime="", by=visit.by)])
    return file.name.object_id
