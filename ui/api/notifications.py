"""What one is told: the list, how many are unread, and that one has read them."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel

from domain.ids import AccountId, NotificationId
from domain.notifications.mark_read import mark_all_read, mark_read
from domain.notifications.notice import NotificationNotFound
from domain.paging import Window
from domain.posts.hints import Hints, hint
from ui.api.credentials import Reader, Writer
from ui.api.listing import Listing, window_of
from ui.api.notification_shapes import NotificationShape, SeenThings, acted_upon, notification_for
from ui.api.path_ids import path_id
from ui.api.refusals import refuses
from ui.parts import Parts, TheParts

router = APIRouter(prefix="/notifications", tags=["notifications"])

Unread = Annotated[bool, Query(description="Only those that are not read yet.")]


class UnreadCount(BaseModel):
    """How many of one's notifications are unread."""

    count: int


@router.get("", responses=refuses(401, 403, 422))
async def list_notifications(
    actor: Reader,
    parts: TheParts,
    window: Annotated[Window, Depends(window_of("notifications", int, str))],
    unread: Unread = False,
) -> Listing[NotificationShape]:
    """What one is told, the latest change first: likes of one post are one, and so on."""
    return await notifications_of(parts, actor.account.id, window, unread_only=unread)


async def notifications_of(
    parts: Parts, me: AccountId, window: Window, *, unread_only: bool = False
) -> Listing[NotificationShape]:
    """What this person is told, with what they may see now of the posts and comments it is about."""
    now = parts.clock.now()
    async with parts.works.read() as work:
        page = await work.notifications.list(me, window, now, unread_only=unread_only)
        named = [told.post_id for told in page.items if told.post_id is not None]
        posts = {shown.post.id: shown for shown in await work.posts.shown(named, me, now)}
        said = [told.comment_id for told in page.items if told.comment_id is not None]
        comments = await work.comments.shown(said, me, now)
        acted = [target for told in page.items if (target := acted_upon(told, me)) is not None]
        appealed = await work.appeals.open_among(me, acted)
    seen = SeenThings(posts=posts, comments=comments, appealed=appealed)
    items = [notification_for(parts, told, seen, me) for told in page.items]
    return Listing[NotificationShape](items=items, next_cursor=page.next_cursor)


@router.get("/unread-count", responses=refuses(401, 403))
async def count_unread(actor: Reader, parts: TheParts) -> UnreadCount:
    """How many of them are unread."""
    async with parts.works.read() as work:
        return UnreadCount(count=await work.notifications.unread_count(actor.account.id, parts.clock.now()))


@router.post("/read-all", status_code=204, responses=refuses(401, 403))
async def read_all(actor: Writer, parts: TheParts) -> None:
    """One has seen them all; doing so twice changes nothing."""
    async with parts.works.write() as work:
        changed = await mark_all_read(work, actor, parts.clock.now())
    if changed:
        await hint(parts.messages, Hints(told=[actor.account.id]))  # the person's other pages count anew


@router.post("/{notification_id}/read", status_code=204, responses=refuses(401, 403, 404))
async def read_one(notification_id: str, actor: Writer, parts: TheParts) -> None:
    """One has seen it; a second time it is not among the unread ones any more."""
    its_id = NotificationId(path_id(notification_id, NotificationNotFound))
    async with parts.works.write() as work:
        await mark_read(work, actor, its_id, parts.clock.now())
    await hint(parts.messages, Hints(told=[actor.account.id]))
