"""Rooms, and what they keep sealed: no column holds a name, a kind or a key."""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
)

from storage.database.columns import Id, Moment
from storage.database.tables.metadata import metadata

rooms = Table(
    "rooms",
    metadata,
    Column("id", String(32), primary_key=True),  # hexadecimal, derived from the secret
    Column("account_id", Id, ForeignKey("accounts.id", ondelete="SET NULL"), index=True),  # none: they have left
    Column("auth_hash", LargeBinary(32), nullable=False),
    Column("owner_hash", LargeBinary(32), nullable=False),
    Column("keep", String(6), nullable=False),  # never, ask, always
    Column("state", String(8), nullable=False),  # open, deleting, gone
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("latest_expiry", Moment, nullable=False),
    Column("closed_at", Moment),
    Column("objects", Integer, nullable=False),
    Column("bytes_reserved", BigInteger, nullable=False),
    Column("entries", Integer, nullable=False),  # also the number of the last one
    Column("entries_bytes", BigInteger, nullable=False),
    Index("ix_rooms_state_expires_at", "state", "expires_at"),
)

room_entries = Table(
    "room_entries",
    metadata,
    Column("room_id", String(32), ForeignKey("rooms.id", ondelete="CASCADE"), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("at", Moment, nullable=False),
)

room_objects = Table(
    "room_objects",
    metadata,
    Column("room_id", String(32), ForeignKey("rooms.id", ondelete="CASCADE"), primary_key=True),
    Column("id", String(32), primary_key=True),  # hexadecimal, derived from what it holds
    Column("bytes", BigInteger, nullable=False),
    Column("uploader_hash", LargeBinary(32), nullable=False),
    Column("state", String(9), nullable=False),  # uploading, ready, deleting
    Column("created_at", Moment, nullable=False),
    Column("reserved_until", Moment, nullable=False),
    Index("ix_room_objects_state_reserved_until", "state", "reserved_until"),
)

room_parts = Table(
    "room_parts",
    metadata,
    Column("room_id", String(32), primary_key=True),
    Column("object_id", String(32), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("sha256", LargeBinary(32), nullable=False),
    Column("bytes", Integer, nullable=False),
    Column("attempt", Id, nullable=False),  # which try to send it counts; its file's key ends in it
    ForeignKeyConstraint(["room_id", "object_id"], ["room_objects.room_id", "room_objects.id"], ondelete="CASCADE"),
)
