"""What people are told, one row per thing and kind, and who did it."""

from sqlalchemy import Column, ForeignKey, Index, String, Table, Text, UniqueConstraint

from storage.database.columns import Id, Moment
from storage.database.tables.metadata import metadata

notifications = Table(
    "notifications",
    metadata,
    Column("id", Id, primary_key=True),
    Column("account_id", Id, ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),  # who is told
    Column("kind", String(16), nullable=False),
    Column("about", String(36), nullable=False),  # the id of the thing it is grouped by, empty for oneself
    Column("post_id", Id, ForeignKey("posts.id", ondelete="CASCADE")),
    Column("comment_id", Id, ForeignKey("comments.id", ondelete="CASCADE")),
    Column("text", Text),  # a moderator's reason or answer
    Column("updated_at", Moment, nullable=False),
    Column("read_at", Moment),
    UniqueConstraint("account_id", "kind", "about"),
    Index("ix_notifications_account_id_updated_at_id", "account_id", "updated_at", "id"),
    Index("ix_notifications_account_id_read_at", "account_id", "read_at"),
    Index("ix_notifications_post_id", "post_id"),
    Index("ix_notifications_comment_id", "comment_id"),
)

notification_actors = Table(
    "notification_actors",
    metadata,
    Column("notification_id", Id, ForeignKey("notifications.id", ondelete="CASCADE"), primary_key=True),
    Column("actor_id", Id, ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True),
    Column("created_at", Moment, nullable=False),
    Index("ix_notification_actors_actor_id", "actor_id"),
)
