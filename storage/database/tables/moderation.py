"""Reports, appeals, and the chain of everything that moderators did."""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.database.columns import Id, Moment
from storage.database.tables.metadata import metadata

flags = Table(
    "flags",
    metadata,
    Column("id", Id, primary_key=True),
    Column("reporter_id", Id, ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
    Column("target_kind", String(7), nullable=False),  # user, post or comment
    Column("target_id", Id, nullable=False),
    Column("reason", Text, nullable=False),
    Column("state", String(9), nullable=False),  # open, resolved or dismissed
    Column("created_at", Moment, nullable=False),
    Column("answered_at", Moment),
    UniqueConstraint("reporter_id", "target_kind", "target_id"),
    Index("ix_flags_state_id", "state", "id"),
    Index("ix_flags_target_id_state", "target_id", "state"),
)

appeals = Table(
    "appeals",
    metadata,
    Column("id", Id, primary_key=True),
    Column("account_id", Id, ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
    Column("target_kind", String(7), nullable=False),
    Column("target_id", Id, nullable=False),
    Column("text", Text, nullable=False),
    Column("state", String(8), nullable=False),  # open, upheld or rejected
    Column("created_at", Moment, nullable=False),
    Column("answered_at", Moment),
    Index("ix_appeals_state_id", "state", "id"),
    Index("ix_appeals_account_id", "account_id"),
)

# No foreign keys: what was done stays written when those it was done to, or by, are gone.
audit = Table(
    "audit",
    metadata,
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),  # from 1
    Column("at", Moment, nullable=False),
    Column("actor_ref", Id),  # the person's `audit_ref`; none for Kamra itself
    Column("action", String(40), nullable=False),
    Column("target_kind", String(7), nullable=False),
    Column("target_ref", Id, nullable=False),  # of a person their `audit_ref`, of anything else its id
    Column("reason", Text, nullable=False),
    Column("hash", LargeBinary(32), nullable=False),  # SHA-256 over the hash before it and this row
)
