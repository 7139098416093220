"""Pieces of uploads that were cut, what their senders promise, and which pictures have their lighter renditions."""

import sqlalchemy as sa
from alembic import op

from storage.database.columns import Id, Moment

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("media", sa.Column("lighter_at", Moment()))
    op.add_column("media", sa.Column("lighter_attempts", sa.Integer(), nullable=False, server_default="0"))
    op.create_index("ix_media_status_lighter_at", "media", ["status", "lighter_at"])
    op.create_index("ix_media_is_draft_created_at", "media", ["is_draft", "created_at"])
    op.add_column("uploads", sa.Column("sha256", sa.LargeBinary(32)))
    op.create_table(
        "upload_pieces",
        sa.Column("upload_id", Id(), nullable=False),
        sa.Column("first", sa.BigInteger(), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.Column("original_id", Id(), nullable=False),
        sa.PrimaryKeyConstraint("upload_id", "first", name="pk_upload_pieces"),
        sa.ForeignKeyConstraint(["upload_id"], ["uploads.id"], name="fk_upload_pieces_upload_id", ondelete="CASCADE"),
    )
