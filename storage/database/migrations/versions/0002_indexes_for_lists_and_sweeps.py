"""Indexes that answer each list of a library and each sweep of sign-ins without reading the whole table."""

from alembic import op

revision = "0002"
down_revision = "0001"

_MADE = (
    ("media", "ix_media_owner_id_bytes_id", ["owner_id", "bytes", "id"]),
    ("media", "ix_media_owner_id_month_id", ["owner_id", "month", "id"]),
    ("media", "ix_media_owner_id_sha256_id", ["owner_id", "sha256", "id"]),
    ("refresh_tokens", "ix_refresh_tokens_expires_at", ["expires_at"]),
    ("known_devices", "ix_known_devices_seen_at", ["seen_at"]),
)


def upgrade() -> None:
    op.drop_index("ix_media_owner_id_month", "media")
    op.drop_index("ix_media_owner_id_sha256", "media")
    for table, name, columns in _MADE:
        op.create_index(name, table, columns)
