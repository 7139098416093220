"""Pictures, what was made from them, and how they come in."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
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

# The same order on both databases, so that a list looks the same wherever it is kept.
_SORTED_BY_CODE = Text().with_variant(Text(collation="C"), "postgresql")

media = Table(
    "media",
    metadata,
    Column("id", Id, primary_key=True),
    Column("owner_id", Id, ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
    Column("name", String(100), nullable=False),
    Column("name_key", _SORTED_BY_CODE, nullable=False),  # folded, for sorting
    Column("search_text", Text, nullable=False),  # name, tags and description, folded
    Column("status", String(10), nullable=False),  # pending, uploaded, processing, completed, failed
    Column("reason", String(40)),  # the code of the problem when failed
    Column("reason_facts", JSON),
    Column("content_type", String(20), nullable=False),
    Column("bytes", BigInteger, nullable=False),
    Column("original_id", Id),  # whose bytes count; none before they are all here
    Column("sha256", LargeBinary(32)),
    Column("width", Integer),
    Column("height", Integer),
    Column("taken_at", Moment),
    Column("shown_at", Moment, nullable=False),  # taken, or made here when the camera did not say
    Column("month", String(7), nullable=False),  # of that time, such as 2024-06
    Column("has_location", Boolean, nullable=False),
    Column("camera", JSON),
    Column("alt", Text, nullable=False),
    Column("placeholder", LargeBinary(32)),
    Column("is_draft", Boolean, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("status_at", Moment, nullable=False),  # when the status last changed, so that stuck ones are found
    Column("lighter_at", Moment),  # when its lighter renditions were made, or given up
    Column("lighter_attempts", Integer, nullable=False, server_default="0"),
    Column("created_at", Moment, nullable=False),
    Column("gone_at", Moment),  # marked: nobody sees it from the commit on, files and row follow
    Index("ix_media_owner_id_id", "owner_id", "id"),
    Index("ix_media_owner_id_name_key_id", "owner_id", "name_key", "id"),
    Index("ix_media_owner_id_shown_at_id", "owner_id", "shown_at", "id"),
    # The id last in each: without it SQLite takes the first index for its order and reads the whole library.
    Index("ix_media_owner_id_bytes_id", "owner_id", "bytes", "id"),
    Index("ix_media_owner_id_month_id", "owner_id", "month", "id"),
    Index("ix_media_owner_id_sha256_id", "owner_id", "sha256", "id"),
    Index("ix_media_status_status_at", "status", "status_at"),
    Index("ix_media_gone_at", "gone_at"),
    Index("ix_media_status_lighter_at", "status", "lighter_at"),
    Index("ix_media_is_draft_created_at", "is_draft", "created_at"),
)

renditions = Table(
    "renditions",
    metadata,
    Column("media_id", Id, ForeignKey("media.id", ondelete="CASCADE"), primary_key=True),
    Column("content_type", String(20), primary_key=True),
    Column("width", Integer, primary_key=True),
    Column("height", Integer, nullable=False),
    Column("bytes", Integer, nullable=False),
)

compressions = Table(
    "compressions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("media_id", Id, ForeignKey("media.id", ondelete="CASCADE"), nullable=False),
    Column("recipe", JSON, nullable=False),
    Column("recipe_key", String(64)),  # the same for the same recipe; none once it is gone, so that it can come again
    Column("content_type", String(20), nullable=False),
    Column("bytes", BigInteger, nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("similarity", Float, nullable=False),
    Column("quality", Integer),
    Column("created_at", Moment, nullable=False),
    Column("gone_at", Moment),  # marked: nobody sees it from the commit on, file and row follow
    UniqueConstraint("media_id", "recipe_key"),
    Index("ix_compressions_media_id_id", "media_id", "id"),
    Index("ix_compressions_gone_at", "gone_at"),
)

uploads = Table(
    "uploads",
    metadata,
    Column("id", Id, primary_key=True),
    Column("media_id", Id, ForeignKey("media.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("account_id", Id, ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False, index=True),
    Column("sha256", LargeBinary(32)),  # of the whole file, where its sender said so
)

upload_pieces = Table(
    "upload_pieces",
    metadata,
    Column("upload_id", Id, ForeignKey("uploads.id", ondelete="CASCADE"), primary_key=True),
    Column("first", BigInteger, primary_key=True),  # where in the picture the piece begins
    Column("bytes", BigInteger, nullable=False),
    Column("original_id", Id, nullable=False),  # under whose key the piece is kept
)

media_tags = Table(
    "media_tags",
    metadata,
    Column("media_id", Id, ForeignKey("media.id", ondelete="CASCADE"), primary_key=True),
    Column("tag", String(50), primary_key=True),
    Index("ix_media_tags_tag", "tag"),
)
