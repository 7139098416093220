"""A person as one viewer is told of them."""

from dataclasses import dataclass
from datetime import datetime

from domain.accounts.account import Account
from domain.ids import AccountId


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenAccount:
    """A person, and how many of their posts their visibility leaves to the one who looks."""

    account: Account
    posts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenSince:
    """One person of a list, and since when they are in it."""

    person: SeenAccount
    since: datetime


def seen_by(account: Account, viewer: AccountId | None, *, is_follower: bool = False) -> SeenAccount:
    """The person as this viewer sees them (None: not signed in); `is_follower` says of the viewer that they are one.

    Oneself sees all of one's posts, an accepted follower those for everybody and for followers, anybody else the
    public ones. It is the count kept per visibility: that of a private account tells a stranger no more than its name.
    """
    posts = account.posts
    if viewer == account.id:
        posts += account.posts_followers + account.posts_me
    elif is_follower:
        posts += account.posts_followers
    return SeenAccount(account=account, posts=posts)


def seen_by_oneself(account: Account) -> SeenAccount:
    """The person as they see themselves."""
    return seen_by(account, account.id)
