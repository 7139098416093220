"""People as JSON: for everybody, for themselves, and for those who run this Kamra."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel

from domain.accounts.account import Role
from domain.graph.seen_account import SeenAccount
from domain.ids import AccountId
from ui.media.addresses import avatar_url
from ui.parts import Parts


class AvatarShape(BaseModel):
    """Where the picture of a person is."""

    url: str


class UserShape(BaseModel):
    """What everybody who may see this person sees."""

    id: UUID
    handle: str
    display_name: str
    bio: str
    avatar: AvatarShape | None
    is_private: bool
    followers: int
    following: int
    posts: int
    created_at: datetime


def user_for(parts: Parts, seen: SeenAccount, viewer: AccountId | None) -> UserShape:
    """The person as this viewer gets them (None: not signed in); never with e-mail address, role or password."""
    account = seen.account
    avatar = avatar_url(parts, account, viewer)
    return UserShape(
        id=account.id,
        handle=account.handle,
        display_name=account.display_name,
        bio=account.bio,
        avatar=None if avatar is None else AvatarShape(url=avatar),
        is_private=account.is_private,
        followers=account.followers,
        following=account.following,
        posts=seen.posts,
        created_at=account.created_at,
    )


class UsageShape(BaseModel):
    """Pictures and bytes of one person."""

    media: int
    bytes: int


class LimitsShape(BaseModel):
    """What one person may have; null where there is no limit."""

    media: int | None
    bytes: int | None
    upload_bytes: int


class OwnUserShape(UserShape):
    """What one sees of oneself."""

    email: str | None
    role: Role
    theme: str | None
    usage: UsageShape
    limits: LimitsShape
