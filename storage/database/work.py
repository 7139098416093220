"""Transactions of the database as the domain's Work."""

import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.errors import StorageFull
from storage.database.accounts import AccountRows
from storage.database.api_tokens import ApiTokenRows
from storage.database.appeals import AppealRows
from storage.database.audit import AuditRows
from storage.database.blocks import BlockRows
from storage.database.comments import CommentRows
from storage.database.compressions import CompressionRows
from storage.database.counters import CounterRows
from storage.database.decisions import DecisionRows
from storage.database.engine import Engines
from storage.database.feed import FeedRows
from storage.database.flags import FlagRows
from storage.database.follows import FollowRows
from storage.database.invites import InviteRows
from storage.database.library import LibraryRows
from storage.database.likes import LikeRows
from storage.database.login_attempts import FailedLoginRows, KnownDeviceRows
from storage.database.media import MediaRows
from storage.database.moderated import ModeratedRows
from storage.database.mutes import MuteRows
from storage.database.notifications import NotificationRows
from storage.database.people import PeopleRows
from storage.database.posts import PostRows
from storage.database.processing import ProcessingRows
from storage.database.refresh_tokens import RefreshTokenRows
from storage.database.reset_links import ResetLinkRows
from storage.database.room_entries import RoomEntryRows
from storage.database.room_objects import RoomObjectRows
from storage.database.rooms import RoomRows
from storage.database.search import SearchRows
from storage.database.sessions import SessionRows
from storage.database.uploads import UploadRows


class DatabaseWork:
    """One transaction: every collection on the same connection."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.accounts = AccountRows(connection)
        self.sessions = SessionRows(connection)
        self.refresh_tokens = RefreshTokenRows(connection)
        self.api_tokens = ApiTokenRows(connection)
        self.invites = InviteRows(connection)
        self.reset_links = ResetLinkRows(connection)
        self.failed_logins = FailedLoginRows(connection)
        self.known_devices = KnownDeviceRows(connection)
        self.decisions = DecisionRows(connection)
        self.follows = FollowRows(connection)
        self.people = PeopleRows(connection)
        self.blocks = BlockRows(connection)
        self.mutes = MuteRows(connection)
        self.counters = CounterRows(connection)
        self.media = MediaRows(connection)
        self.processing = ProcessingRows(connection)
        self.library = LibraryRows(connection)
        self.uploads = UploadRows(connection)
        self.compressions = CompressionRows(connection)
        self.posts = PostRows(connection)
        self.likes = LikeRows(connection)
        self.comments = CommentRows(connection)
        self.feed = FeedRows(connection)
        self.search = SearchRows(connection)
        self.notifications = NotificationRows(connection)
        self.flags = FlagRows(connection)
        self.appeals = AppealRows(connection)
        self.moderated = ModeratedRows(connection)
        self.audit = AuditRows(connection)
        self.rooms = RoomRows(connection)
        self.room_entries = RoomEntryRows(connection)
        self.room_objects = RoomObjectRows(connection)


class Database:
    """Implements `domain.work.Works` over two engines; `make_room` is called before anything is written."""

    def __init__(self, engines: Engines, make_room: Callable[[], None] = lambda: None) -> None:
        self.engines = engines
        self._make_room = make_room

    @asynccontextmanager
    async def read(self) -> AsyncIterator[DatabaseWork]:
        async with self.engines.reader.begin() as connection:
            yield DatabaseWork(connection)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[DatabaseWork]:
        try:
            async with self.engines.writer.begin() as connection:
                self._make_room()
                yield DatabaseWork(connection)
        except OperationalError as error:
            if getattr(error.orig, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
                raise StorageFull from error
            raise

    async def probe(self) -> None:
        async with self.engines.reader.connect() as connection:
            await connection.execute(text("SELECT 1"))

    async def close(self) -> None:
        """Let go of every connection."""
        await self.engines.close()
