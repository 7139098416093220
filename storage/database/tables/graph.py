"""Who follows whom, and who wants to hear nothing from whom."""

from sqlalchemy import Column, ForeignKey, Index, String, Table

from storage.database.columns import Id, Moment
from storage.database.tables.metadata import metadata


def _person(name: str) -> Column[object]:
    return Column(name, Id, ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)


follows = Table(
    "follows",
    metadata,
    _person("follower_id"),
    _person("followed_id"),
    Column("state", String(9), nullable=False),  # accepted or requested
    Column("created_at", Moment, nullable=False),  # asked for, or accepted since
    # Both lists newest first; equal moments in the order of the people's ids.
    Index("ix_follows_followed_id_state_created_at", "followed_id", "state", "created_at", "follower_id"),
    Index("ix_follows_follower_id_state_created_at", "follower_id", "state", "created_at", "followed_id"),
)

blocks = Table(
    "blocks",
    metadata,
    _person("blocker_id"),
    _person("blocked_id"),
    Column("created_at", Moment, nullable=False),
    Index("ix_blocks_blocked_id_blocker_id", "blocked_id", "blocker_id"),
)

mutes = Table(
    "mutes",
    metadata,
    _person("muter_id"),
    _person("muted_id"),
    Column("created_at", Moment, nullable=False),
    Index("ix_mutes_muted_id", "muted_id"),
)
