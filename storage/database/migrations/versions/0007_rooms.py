"""Rooms, their manifests, and the sealed objects they keep."""

import sqlalchemy as sa
from alembic import op

from storage.database.columns import Id, Moment

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    _rooms()
    op.create_table(
        "room_entries",
        sa.Column("room_id", sa.String(32), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("room_id", "seq", name="pk_room_entries"),
        sa.ForeignKeyConstraint(["room_id"], ["rooms.id"], name="fk_room_entries_room_id", ondelete="CASCADE"),
    )
    _objects()


def _rooms() -> None:
    op.create_table(
        "rooms",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("account_id", Id()),
        sa.Column("auth_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("owner_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("keep", sa.String(6), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("expires_at", Moment(), nullable=False),
        sa.Column("latest_expiry", Moment(), nullable=False),
        sa.Column("closed_at", Moment()),
        sa.Column("objects", sa.Integer(), nullable=False),
        sa.Column("bytes_reserved", sa.BigInteger(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("entries_bytes", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rooms"),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_rooms_account_id", ondelete="SET NULL"),
    )
    op.create_index("ix_rooms_account_id", "rooms", ["account_id"])
    op.create_index("ix_rooms_state_expires_at", "rooms", ["state", "expires_at"])


def _objects() -> None:
    op.create_table(
        "room_objects",
        sa.Column("room_id", sa.String(32), nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.Column("uploader_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("state", sa.String(9), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("reserved_until", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("room_id", "id", name="pk_room_objects"),
        sa.ForeignKeyConstraint(["room_id"], ["rooms.id"], name="fk_room_objects_room_id", ondelete="CASCADE"),
    )
    op.create_index("ix_room_objects_state_reserved_until", "room_objects", ["state", "reserved_until"])
    op.create_table(
        "room_parts",
        sa.Column("room_id", sa.String(32), nullable=False),
        sa.Column("object_id", sa.String(32), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.LargeBinary(32), nullable=False),
        sa.Column("bytes", sa.Integer(), nullable=False),
        sa.Column("attempt", Id(), nullable=False),
        sa.PrimaryKeyConstraint("room_id", "object_id", "n", name="pk_room_parts"),
        sa.ForeignKeyConstraint(
            ["room_id", "object_id"],
            ["room_objects.room_id", "room_objects.id"],
            name="fk_room_parts_room_id",
            ondelete="CASCADE",
        ),
    )
