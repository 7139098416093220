"""Posting as a client does, with pictures put into the database as if they had been rendered."""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any
from uuid import UUID

from domain.accounts.actor import Actor
from domain.ids import AccountId, MediaId, OriginalId, PostId, new_uuid
from domain.media.keys import rendition_key
from domain.media.media import Media, Rendition, Status
from domain.media.rendering import CameraFacts, Rendered
from domain.posts.publish import NewPost, publish
from tests.signed_in import Person
from ui.parts import Parts

POSTS = "/api/v1/posts"
FEED = "/api/v1/feed"
BYTES = b"what others are shown"


def picture_row(owner_id: AccountId, now: datetime, **changed: Any) -> Media:
    """A new picture, not kept yet, being processed unless `status` says otherwise."""
    values: dict[str, Any] = {
        "id": MediaId(new_uuid()),
        "owner_id": owner_id,
        "name": "a secret name.jpg",
        "alt": "",
        "tags": ("secret tag",),
        "is_draft": False,
        "status": Status.PROCESSING,
        "reason": None,
        "reason_facts": {},
        "attempts": 1,
        "status_at": now,
        "created_at": now,
        "original_id": OriginalId(new_uuid()),
        "sha256": bytes(32),
        "placeholder": None,
        "content_type": "image/jpeg",
        "bytes": 9,
        "width": None,
        "height": None,
        "taken_at": None,
        "has_location": False,
        "camera": CameraFacts(),
        "renditions": (),
        **changed,
    }
    return Media(**values)


async def picture_of(parts: Parts, person: Person | Actor, **changed: Any) -> str:
    """The id of a new picture of theirs, completed unless `status` says otherwise, with a rendition that has bytes."""
    now = parts.clock.now()
    picture = picture_row(person.account.id, now, **changed)
    made = Rendition(width=320, height=240, content_type="image/jpeg", bytes=len(BYTES))
    async with parts.works.write() as work:
        await work.media.add(picture)
        if picture.status is Status.PROCESSING:
            await parts.files.write(rendition_key(picture.id, made.width, made.content_type), _chunks())
            await work.processing.finish(picture, _READ, [made], now)
    return str(picture.id)


async def posted(parts: Parts, person: Person, *, pictures: int = 1, **fields: Any) -> dict[str, Any]:
    """A new post of theirs, public unless `visibility` says otherwise."""
    ids = [await picture_of(parts, person) for _ in range(pictures)]
    answer = await person.post(POSTS, json={"media_ids": ids, "visibility": "public", **fields})
    assert answer.status_code == 201, answer.text
    return answer.json()


async def add_post(parts: Parts, actor: Actor, **fields: Any) -> PostId:
    """A new post of theirs, without the API."""
    picture = MediaId(UUID(await picture_of(parts, actor)))
    async with parts.works.write() as work:
        post, _ = await publish(work, actor, NewPost(pictures=[picture], **fields), parts.clock.now())
    return post.id


async def follows(parts: Parts, follower: Person, followed: Person) -> None:
    """One follows the other from now on, accepted."""
    async with parts.works.write() as work:
        await work.follows.add(follower.account.id, followed.account.id, parts.clock.now())


async def ids_of(person: Person, path: str, **query: Any) -> list[str]:
    """The ids of all posts of a list, page by page."""
    found: list[str] = []
    cursor: str | None = None
    while True:
        answer = await person.get(path, params=query | ({} if cursor is None else {"cursor": cursor}))
        assert answer.status_code == 200, answer.text
        found += [one["id"] for one in answer.json()["items"]]
        cursor = answer.json()["next_cursor"]
        if cursor is None:
            return found


async def _chunks() -> AsyncIterator[bytes]:
    yield BYTES


_READ = Rendered(
    content_type="image/jpeg",
    width=640,
    height=480,
    taken_at=None,
    has_location=False,
    camera=CameraFacts(),
    placeholder=b"\x01\x02\x03",
    files=(),
)
