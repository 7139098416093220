"""Following people: beginning and ending it, who follows whom, and what stands between oneself and somebody."""

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from domain.accounts.find_person import find_person, find_profile
from domain.graph.follow import follow
from domain.graph.look_at import list_followers, list_following, own_relationship
from domain.graph.remove_follower import remove_follower
from domain.graph.unfollow import unfollow
from domain.paging import Window
from ui.api.credentials import Reader, Writer
from ui.api.graph_shapes import (
    FollowShape,
    RelationshipShape,
    hint_at_notifications,
    listed_follows,
    relationship_shape,
)
from ui.api.listing import Listing, window_of
from ui.api.looking import Looker
from ui.api.refusals import refuses
from ui.parts import TheParts

router = APIRouter(prefix="/users/{user_id}", tags=["graph"])


class FollowedShape(BaseModel):
    """Whether one follows now and did not before; `requested`: a private person was asked and has not answered."""

    followed: bool
    requested: bool | None = None


class UnfollowedShape(BaseModel):
    """Whether there was a follow, or a request for one."""

    unfollowed: bool


class RemovedShape(BaseModel):
    """Whether they followed."""

    removed: bool


@router.post("/follow", response_model_exclude_none=True, responses=refuses(401, 403, 404, 422))
async def follow_user(user_id: str, actor: Writer, parts: TheParts) -> FollowedShape:
    """Follow somebody; a private account is asked first."""
    async with parts.works.write() as work:
        whom = await find_person(work, user_id)
        done = await follow(work, actor, whom.id, parts.clock.now())
    if done.followed or done.requested:
        await hint_at_notifications(parts, whom.id)
    return FollowedShape(followed=done.followed, requested=done.requested or None)


@router.post("/unfollow", responses=refuses(401, 403, 404, 422))
async def unfollow_user(user_id: str, actor: Writer, parts: TheParts) -> UnfollowedShape:
    """Follow somebody no longer, or take the request back."""
    async with parts.works.write() as work:
        whom = await find_person(work, user_id)
        changed = await unfollow(work, actor, whom.id)
    if changed:
        await hint_at_notifications(parts, whom.id)
    return UnfollowedShape(unfollowed=changed)


@router.post("/remove-follower", responses=refuses(401, 403, 404, 422))
async def remove_a_follower(user_id: str, actor: Writer, parts: TheParts) -> RemovedShape:
    """Have somebody not follow oneself any more; they are not told."""
    async with parts.works.write() as work:
        whom = await find_person(work, user_id)
        changed = await remove_follower(work, actor, whom.id)
    if changed:
        await hint_at_notifications(parts, actor.account.id)
    return RemovedShape(removed=changed)


@router.get("/relationship", responses=refuses(401, 403, 404))
async def get_relationship(user_id: str, actor: Reader, parts: TheParts) -> RelationshipShape:
    """What stands between oneself and somebody, who may be one that one blocks."""
    async with parts.works.read() as work:
        whom = await find_person(work, user_id)
        between = await own_relationship(work, actor, whom.id)
    return relationship_shape(between)


@router.get("/followers", responses=refuses(401, 403, 404, 422))
async def get_followers(
    user_id: str,
    viewer_id: Looker,
    parts: TheParts,
    window: Annotated[Window, Depends(window_of("followers", int, str))],
) -> Listing[FollowShape]:
    """Who follows somebody, newest first; of a private account only for itself and who follows it."""
    now = parts.clock.now()
    async with parts.works.read() as work:
        whose = await find_profile(work, user_id, viewer_id, now)
        page = await list_followers(work, whose, viewer_id, window, now)
    return listed_follows(parts, page, viewer_id)


@router.get("/following", responses=refuses(401, 403, 404, 422))
async def get_following(
    user_id: str,
    viewer_id: Looker,
    parts: TheParts,
    window: Annotated[Window, Depends(window_of("following", int, str))],
) -> Listing[FollowShape]:
    """Whom somebody follows, newest first; of a private account only for itself and who follows it."""
    now = parts.clock.now()
    async with parts.works.read() as work:
        whose = await find_profile(work, user_id, viewer_id, now)
        page = await list_following(work, whose, viewer_id, window, now)
    return listed_follows(parts, page, viewer_id)
