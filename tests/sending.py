"""Sending pictures as a client does, and waiting until they can be seen."""

import asyncio
from typing import Any

import httpx

from tests.painted import photograph
from tests.signed_in import Person

MEDIA = "/api/v1/media"
UPLOAD = f"{MEDIA}/upload"


async def announced(person: Person, data: bytes, content_type: str = "image/jpeg", **more: Any) -> dict[str, Any]:
    """The ticket of a new upload."""
    answer = await person.post(UPLOAD, json={"content_type": content_type, "bytes": len(data), **more})
    assert answer.status_code == 201, answer.text
    return answer.json()


async def sent(person: Person, data: bytes, content_type: str = "image/jpeg", **more: Any) -> dict[str, Any]:
    """The ticket of an upload whose bytes have all arrived; nothing has begun to process them."""
    ticket = await announced(person, data, content_type, **more)
    answer = await person.put(ticket["upload_url"], content=data, headers=ticket["headers"])
    assert answer.status_code == 200, answer.text
    return ticket


async def uploaded(person: Person, data: bytes | None = None, content_type: str = "image/jpeg", **more: Any) -> dict:
    """A picture that came in by the three steps, as its owner sees it when it is completed or failed."""
    ticket = await sent(person, photograph(content_type) if data is None else data, content_type, **more)
    answer = await person.post(f"{UPLOAD}/{ticket['upload_id']}/complete")
    assert answer.status_code == 202, answer.text
    return await processed(person, ticket["media_id"])


async def posted(person: Person, data: bytes | None = None, name: str = "photo.jpg", **fields: Any) -> httpx.Response:
    """The answer to a form with one file."""
    content = photograph() if data is None else data
    return await person.post(MEDIA, files={"file": (name, content, "image/jpeg")}, data=fields)


async def processed(person: Person, media_id: str) -> dict[str, Any]:
    """The picture once nothing happens to it any more."""
    async with asyncio.timeout(60):
        while True:
            found = (await person.get(f"{MEDIA}/{media_id}")).json()
            if found["status"] in ("completed", "failed"):
                return found
            await asyncio.sleep(0.02)
