"""People follow each other, post, speak up, are told and moderated."""

import sqlalchemy as sa
from alembic import op

from storage.database.columns import Id, Moment

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("actor_ref", Id(), nullable=True),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("target_kind", sa.String(length=7), nullable=False),
        sa.Column("target_ref", Id(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_audit"),
    )
    op.create_table(
        "appeals",
        sa.Column("id", Id(), nullable=False),
        sa.Column("account_id", Id(), nullable=False),
        sa.Column("target_kind", sa.String(length=7), nullable=False),
        sa.Column("target_id", Id(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("answered_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_appeals_account_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_appeals"),
    )
    op.create_index("ix_appeals_account_id", "appeals", ["account_id"])
    op.create_index("ix_appeals_state_id", "appeals", ["state", "id"])

    op.create_table(
        "blocks",
        sa.Column("blocker_id", Id(), nullable=False),
        sa.Column("blocked_id", Id(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["blocked_id"], ["accounts.id"], name="fk_blocks_blocked_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["blocker_id"], ["accounts.id"], name="fk_blocks_blocker_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("blocker_id", "blocked_id", name="pk_blocks"),
    )
    op.create_index("ix_blocks_blocked_id_blocker_id", "blocks", ["blocked_id", "blocker_id"])

    op.create_table(
        "flags",
        sa.Column("id", Id(), nullable=False),
        sa.Column("reporter_id", Id(), nullable=False),
        sa.Column("target_kind", sa.String(length=7), nullable=False),
        sa.Column("target_id", Id(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=9), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("answered_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["reporter_id"], ["accounts.id"], name="fk_flags_reporter_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_flags"),
        sa.UniqueConstraint(
            "reporter_id", "target_kind", "target_id", name="uq_flags_reporter_id_target_kind_target_id"
        ),
    )
    op.create_index("ix_flags_state_id", "flags", ["state", "id"])
    op.create_index("ix_flags_target_id_state", "flags", ["target_id", "state"])

    op.create_table(
        "mutes",
        sa.Column("muter_id", Id(), nullable=False),
        sa.Column("muted_id", Id(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["muted_id"], ["accounts.id"], name="fk_mutes_muted_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["muter_id"], ["accounts.id"], name="fk_mutes_muter_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("muter_id", "muted_id", name="pk_mutes"),
    )
    op.create_index("ix_mutes_muted_id", "mutes", ["muted_id"])

    op.create_table(
        "posts",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("author_id", Id(), nullable=False),
        sa.Column("caption", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("visibility", sa.String(length=9), nullable=False),
        sa.Column("reach", sa.SmallInteger(), nullable=False),
        sa.Column("like_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("comment_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("edited_at", Moment(), nullable=True),
        sa.Column("taken_down_at", Moment(), nullable=True),
        sa.Column("taken_down_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["accounts.id"], name="fk_posts_author_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name="pk_posts"),
        sa.UniqueConstraint("id", name="uq_posts_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_posts_author_id_id_reach", "posts", ["author_id", "id", "reach"])
    op.create_index("ix_posts_reach_id", "posts", ["reach", "id"])
    op.create_index("ix_posts_taken_down_at", "posts", ["taken_down_at"])

    op.create_table(
        "comments",
        sa.Column("id", Id(), nullable=False),
        sa.Column("post_id", Id(), nullable=False),
        sa.Column("author_id", Id(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("reply_to", Id(), nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("taken_down_at", Moment(), nullable=True),
        sa.Column("taken_down_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["accounts.id"], name="fk_comments_author_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name="fk_comments_post_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["reply_to"], ["comments.id"], name="fk_comments_reply_to", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_comments"),
    )
    op.create_index("ix_comments_author_id", "comments", ["author_id"])
    op.create_index("ix_comments_post_id_id", "comments", ["post_id", "id"])
    op.create_index("ix_comments_reply_to", "comments", ["reply_to"])
    op.create_index("ix_comments_taken_down_at", "comments", ["taken_down_at"])

    op.create_table(
        "likes",
        sa.Column("post_id", Id(), nullable=False),
        sa.Column("account_id", Id(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_likes_account_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name="fk_likes_post_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("post_id", "account_id", name="pk_likes"),
    )
    op.create_index("ix_likes_account_id", "likes", ["account_id"])
    op.create_index("ix_likes_post_id_created_at_account_id", "likes", ["post_id", "created_at", "account_id"])

    op.create_table(
        "post_media",
        sa.Column("post_id", Id(), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("media_id", Id(), nullable=False),
        sa.ForeignKeyConstraint(["media_id"], ["media.id"], name="fk_post_media_media_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name="fk_post_media_post_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("post_id", "position", name="pk_post_media"),
    )
    op.create_index("ix_post_media_media_id_post_id", "post_media", ["media_id", "post_id"])

    op.create_table(
        "post_mentions",
        sa.Column("post_id", Id(), nullable=False),
        sa.Column("account_id", Id(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name="fk_post_mentions_account_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name="fk_post_mentions_post_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("post_id", "account_id", name="pk_post_mentions"),
    )
    op.create_index("ix_post_mentions_account_id", "post_mentions", ["account_id"])

    op.create_table(
        "post_tags",
        sa.Column("tag", sa.String(length=100), nullable=False),
        sa.Column("post_id", Id(), nullable=False),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name="fk_post_tags_post_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("tag", "post_id", name="pk_post_tags"),
    )
    op.create_index("ix_post_tags_post_id", "post_tags", ["post_id"])

    op.create_table(
        "notifications",
        sa.Column("id", Id(), nullable=False),
        sa.Column("account_id", Id(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("about", sa.String(length=36), nullable=False),
        sa.Column("post_id", Id(), nullable=True),
        sa.Column("comment_id", Id(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("updated_at", Moment(), nullable=False),
        sa.Column("read_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name="fk_notifications_account_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["comment_id"], ["comments.id"], name="fk_notifications_comment_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name="fk_notifications_post_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_notifications"),
        sa.UniqueConstraint("account_id", "kind", "about", name="uq_notifications_account_id_kind_about"),
    )
    op.create_index("ix_notifications_account_id_read_at", "notifications", ["account_id", "read_at"])
    op.create_index("ix_notifications_account_id_updated_at_id", "notifications", ["account_id", "updated_at", "id"])
    op.create_index("ix_notifications_comment_id", "notifications", ["comment_id"])
    op.create_index("ix_notifications_post_id", "notifications", ["post_id"])

    op.create_table(
        "notification_actors",
        sa.Column("notification_id", Id(), nullable=False),
        sa.Column("actor_id", Id(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["accounts.id"], name="fk_notification_actors_actor_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["notification_id"], ["notifications.id"], name="fk_notification_actors_notification_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("notification_id", "actor_id", name="pk_notification_actors"),
    )
    op.create_index("ix_notification_actors_actor_id", "notification_actors", ["actor_id"])

    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("posts_followers", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("posts_me", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("audit_ref", Id(), nullable=True))
        batch_op.create_unique_constraint("uq_accounts_audit_ref", ["audit_ref"])

    with op.batch_alter_table("follows", schema=None) as batch_op:
        batch_op.drop_index("ix_follows_followed_id_state")
        batch_op.create_index(
            "ix_follows_followed_id_state_created_at",
            ["followed_id", "state", "created_at", "follower_id"],
            unique=False,
        )
        batch_op.create_index(
            "ix_follows_follower_id_state_created_at",
            ["follower_id", "state", "created_at", "followed_id"],
            unique=False,
        )
