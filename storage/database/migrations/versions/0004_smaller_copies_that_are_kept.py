"""Smaller copies that are kept beside their pictures."""

import sqlalchemy as sa
from alembic import op

from storage.database.columns import Id, Moment

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "compressions",
        sa.Column("id", Id(), nullable=False),
        sa.Column("media_id", Id(), nullable=False),
        sa.Column("recipe", sa.JSON(), nullable=False),
        sa.Column("recipe_key", sa.String(64)),
        sa.Column("content_type", sa.String(20), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("similarity", sa.Float(), nullable=False),
        sa.Column("quality", sa.Integer()),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("gone_at", Moment()),
        sa.PrimaryKeyConstraint("id", name="pk_compressions"),
        sa.ForeignKeyConstraint(["media_id"], ["media.id"], name="fk_compressions_media_id", ondelete="CASCADE"),
        sa.UniqueConstraint("media_id", "recipe_key", name="uq_compressions_media_id_recipe_key"),
    )
    op.create_index("ix_compressions_media_id_id", "compressions", ["media_id", "id"])
    op.create_index("ix_compressions_gone_at", "compressions", ["gone_at"])
