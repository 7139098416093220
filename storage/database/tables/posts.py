"""Posts, what is in them, and what people say to them."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, SmallInteger, String, Table, Text

from storage.database.columns import Id, Moment
from storage.database.tables.metadata import metadata


def _account(name: str, *, primary_key: bool = False) -> Column[object]:
    key = ForeignKey("accounts.id", ondelete="CASCADE")
    return Column(name, Id, key, primary_key=primary_key, nullable=False)


def _post(*, primary_key: bool = False) -> Column[object]:
    key = ForeignKey("posts.id", ondelete="CASCADE")
    return Column("post_id", Id, key, primary_key=primary_key, nullable=False)


posts = Table(
    "posts",
    metadata,
    # SQLite's row number, so that the index of words can name a row; posts are made in the order of their numbers.
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("id", Id, nullable=False, unique=True),
    _account("author_id"),
    Column("caption", Text),
    Column("words", Text, nullable=False),  # of the caption, as `domain.search.words` keeps them
    Column("visibility", String(9), nullable=False),  # public, followers or me, as its author chose
    # How far it goes now: 3 everybody, 2 followers, 1 its author, 0 nobody (taken down).
    Column("reach", SmallInteger, nullable=False),
    Column("like_count", Integer, nullable=False, server_default="0"),
    Column("comment_count", Integer, nullable=False, server_default="0"),  # without those taken down
    Column("created_at", Moment, nullable=False),
    Column("edited_at", Moment),
    Column("taken_down_at", Moment),
    Column("taken_down_reason", Text),
    Index("ix_posts_author_id_id_reach", "author_id", "id", "reach"),
    Index("ix_posts_reach_id", "reach", "id"),
    Index("ix_posts_taken_down_at", "taken_down_at"),
    sqlite_autoincrement=True,  # a number is never given twice, so that the index of words cannot name another post
)

post_media = Table(
    "post_media",
    metadata,
    _post(primary_key=True),
    Column("position", SmallInteger, primary_key=True),  # from 0
    Column("media_id", Id, ForeignKey("media.id", ondelete="CASCADE"), nullable=False),
    Index("ix_post_media_media_id_post_id", "media_id", "post_id"),
)

post_tags = Table(
    "post_tags",
    metadata,
    Column("tag", String(100), primary_key=True),  # folded, without its sign
    _post(primary_key=True),
    Index("ix_post_tags_post_id", "post_id"),
)

post_mentions = Table(
    "post_mentions",
    metadata,
    _post(primary_key=True),
    _account("account_id", primary_key=True),
    Index("ix_post_mentions_account_id", "account_id"),
)

likes = Table(
    "likes",
    metadata,
    _post(primary_key=True),
    _account("account_id", primary_key=True),
    Column("created_at", Moment, nullable=False),
    Index("ix_likes_post_id_created_at_account_id", "post_id", "created_at", "account_id"),
    Index("ix_likes_account_id", "account_id"),
)

comments = Table(
    "comments",
    metadata,
    Column("id", Id, primary_key=True),
    _post(),
    _account("author_id"),
    Column("body", Text, nullable=False),
    Column("reply_to", Id, ForeignKey("comments.id", ondelete="SET NULL")),
    Column("created_at", Moment, nullable=False),
    Column("taken_down_at", Moment),
    Column("taken_down_reason", Text),
    Index("ix_comments_post_id_id", "post_id", "id"),
    Index("ix_comments_author_id", "author_id"),
    Index("ix_comments_reply_to", "reply_to"),
    Index("ix_comments_taken_down_at", "taken_down_at"),
)
