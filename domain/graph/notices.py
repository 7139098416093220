"""What people are told of follows and of who asks for one."""

from domain.ids import AccountId
from domain.notifications.notice import Kind, Notice


def followed(follower: AccountId, followed: AccountId) -> Notice:
    """That somebody follows them now."""
    return Notice(to=followed, kind=Kind.FOLLOWED, about="", actor=follower)


def requested(follower: AccountId, followed: AccountId) -> Notice:
    """That somebody waits to follow them."""
    return Notice(to=followed, kind=Kind.FOLLOW_REQUESTED, about="", actor=follower)
