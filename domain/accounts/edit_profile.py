"""A person changes what others see of them."""

import dataclasses
from dataclasses import dataclass
from datetime import datetime

from domain.accounts.account import Account
from domain.accounts.actor import Actor, NotAllowed, Scope
from domain.accounts.rules import check_bio, check_display_name
from domain.errors import RuleBroken
from domain.graph.answer_request import accept_all_requests
from domain.graph.follows import FollowState
from domain.ids import AccountId, MediaId
from domain.media.media import Status
from domain.work import Work

THEMES = ("light", "dark")


class BadAvatar(RuleBroken):
    """Not one of the person's own finished pictures."""


class BadTheme(RuleBroken):
    """Neither `light` nor `dark` nor nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileChange:
    """What shall be changed; fields that are not named stay. `given` holds the names of those that were sent."""

    given: frozenset[str]
    display_name: str = ""
    bio: str = ""
    avatar_media_id: MediaId | None = None
    is_private: bool = False
    theme: str | None = None


async def edit_profile(work: Work, actor: Actor, whose: AccountId, change: ProfileChange, now: datetime) -> Account:
    """Who is private no longer has everybody follow who waits for it, because from now on nobody has to ask.

    Raises NotAllowed for somebody else's profile, BadDisplayName, BioTooLong, BadText, BadAvatar, BadTheme.
    """
    actor.demand(Scope.WRITE)
    if whose != actor.account.id:
        raise NotAllowed
    values = {name: getattr(change, name) for name in change.given}
    if "display_name" in values:
        check_display_name(change.display_name)
    if "bio" in values:
        check_bio(change.bio)
    if change.theme is not None and change.theme not in THEMES:
        raise BadTheme(field="theme")
    if change.avatar_media_id is not None:
        await _demand_own_picture(work, whose, change.avatar_media_id)
    opens = values.get("is_private") is False
    if opens:
        await work.follows.hold_around(whose, FollowState.REQUESTED)
    account = await work.accounts.hold(whose)
    if account is None:
        raise NotAllowed  # deleted meanwhile
    await work.accounts.change(dataclasses.replace(account, **values))
    if opens:
        await accept_all_requests(work, whose, now)
    return await work.accounts.get(whose) or account


async def _demand_own_picture(work: Work, owner: AccountId, media_id: MediaId) -> None:
    picture = await work.media.get(media_id)
    is_kept = picture is not None and picture.owner_id == owner and not picture.is_draft
    if picture is None or not is_kept or picture.status is not Status.COMPLETED:
        raise BadAvatar(field="avatar_media_id")
