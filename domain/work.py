"""One transaction, with every collection as an attribute."""

from contextlib import AbstractAsyncContextManager
from typing import Protocol

from domain.accounts.account import Accounts
from domain.accounts.api_token import ApiTokens
from domain.accounts.decisions import Decisions
from domain.accounts.invite import Invites
from domain.accounts.login_attempts import FailedLogins, KnownDevices
from domain.accounts.refresh_token import RefreshTokens
from domain.accounts.reset_link import ResetLinks
from domain.accounts.session import Sessions
from domain.counters import Counters
from domain.graph.blocks import Blocks
from domain.graph.follows import Follows
from domain.graph.mutes import Mutes
from domain.graph.people import People
from domain.media.collections import AllMedia, Processing
from domain.media.compressions.compression import Compressions
from domain.media.library import Library
from domain.media.upload import Uploads
from domain.moderation.appeal import Appeals
from domain.moderation.audit import Audit
from domain.moderation.flag import Flags
from domain.moderation.moderated import Moderated
from domain.notifications.notice import Notifications
from domain.posts.collections import Comments, Feed, Likes, Posts
from domain.rooms.collections import RoomEntries, RoomObjects, Rooms
from domain.search.search import Search


class Work(Protocol):
    """What a use-case may touch while its caller's transaction lasts."""

    @property
    def accounts(self) -> Accounts: ...

    @property
    def sessions(self) -> Sessions: ...

    @property
    def refresh_tokens(self) -> RefreshTokens: ...

    @property
    def api_tokens(self) -> ApiTokens: ...

    @property
    def invites(self) -> Invites: ...

    @property
    def reset_links(self) -> ResetLinks: ...

    @property
    def failed_logins(self) -> FailedLogins: ...

    @property
    def known_devices(self) -> KnownDevices: ...

    @property
    def decisions(self) -> Decisions: ...

    @property
    def follows(self) -> Follows: ...

    @property
    def people(self) -> People: ...

    @property
    def blocks(self) -> Blocks: ...

    @property
    def mutes(self) -> Mutes: ...

    @property
    def counters(self) -> Counters: ...

    @property
    def media(self) -> AllMedia: ...

    @property
    def processing(self) -> Processing: ...

    @property
    def library(self) -> Library: ...

    @property
    def uploads(self) -> Uploads: ...

    @property
    def compressions(self) -> Compressions: ...

    @property
    def posts(self) -> Posts: ...

    @property
    def likes(self) -> Likes: ...

    @property
    def comments(self) -> Comments: ...

    @property
    def feed(self) -> Feed: ...

    @property
    def notifications(self) -> Notifications: ...

    @property
    def flags(self) -> Flags: ...

    @property
    def appeals(self) -> Appeals: ...

    @property
    def moderated(self) -> Moderated: ...

    @property
    def audit(self) -> Audit: ...

    @property
    def search(self) -> Search: ...

    @property
    def rooms(self) -> Rooms: ...

    @property
    def room_entries(self) -> RoomEntries: ...

    @property
    def room_objects(self) -> RoomObjects: ...


class Works(Protocol):
    """Where transactions come from. Leaving the block commits; an error in it rolls everything back."""

    def read(self) -> AbstractAsyncContextManager[Work]:
        """A consistent view that must not write."""
        ...

    def write(self) -> AbstractAsyncContextManager[Work]:
        """A transaction that may write; keep it short, nothing slow belongs inside."""
        ...

    async def probe(self) -> None:
        """Return when the database answers now; raises any error otherwise."""
        ...
