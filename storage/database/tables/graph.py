"""Who follows whom."""

from sqlalchemy import Column, ForeignKey, Index, String, Table

from storage.database.columns import Id, Moment
from storage.database.tables.metadata import metadata

follows = Table(
    "follows",
    metadata,
    Column("follower_id", Id, ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True),
    Column("followed_id", Id, ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True),
    Column("state", String(9), nullable=False),  # accepted or requested
    Column("created_at", Moment, nullable=False),
    Index("ix_follows_followed_id_state", "followed_id", "state"),
)
