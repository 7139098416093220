"""People, how they sign in, and what the owner decided for this Kamra."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, String, Table, Text

from storage.database.columns import Id, Moment
from storage.database.tables.metadata import metadata

accounts = Table(
    "accounts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("handle", String(30), nullable=False),
    # Lower case; NULL once the person is marked as gone, so that the handle and the address are free again.
    Column("handle_key", String(30), unique=True),
    Column("display_name", String(50), nullable=False),
    Column("bio", String(500), nullable=False),
    Column("search_text", Text, nullable=False, server_default=""),  # handle and name, folded
    Column("email", String(254)),
    Column("email_key", String(254), unique=True),
    Column("password_hash", String(100), nullable=False),
    Column("role", String(10), nullable=False),
    Column("is_private", Boolean, nullable=False),
    # No foreign key: media already point at accounts, and a picture that goes takes itself out of here.
    Column("avatar_media_id", Id),
    Column("theme", String(5)),
    Column("created_at", Moment, nullable=False),
    Column("seen_at", Moment),
    Column("suspended_at", Moment),
    Column("suspended_until", Moment),
    Column("suspended_reason", Text),
    Column("gone_at", Moment),
    Column("followers", Integer, nullable=False, server_default="0"),
    Column("following", Integer, nullable=False, server_default="0"),
    # Posts per visibility, without those taken down: who looks is told only of those they may see.
    Column("posts", Integer, nullable=False, server_default="0"),  # public ones
    Column("posts_followers", Integer, nullable=False, server_default="0"),
    Column("posts_me", Integer, nullable=False, server_default="0"),
    Column("audit_ref", Id, unique=True),  # by which the audit names this person, given when it first does
    Index("ix_accounts_gone_at", "gone_at"),
    Index("ix_accounts_avatar_media_id", "avatar_media_id"),
)


def _account() -> Column[object]:
    return Column("account_id", Id, ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False, index=True)


sessions = Table(
    "sessions",
    metadata,
    Column("id", Id, primary_key=True),
    _account(),
    Column("kind", String(7), nullable=False),  # browser (a cookie) or api (access and refresh tokens)
    Column("secret_hash", LargeBinary(32), unique=True),
    Column("created_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False, index=True),
    Column("user_agent", String(300), nullable=False),
    Column("address", String(64), nullable=False),
)

refresh_tokens = Table(
    "refresh_tokens",
    metadata,
    Column("hash", LargeBinary(32), primary_key=True),
    Column("session_id", Id, ForeignKey("sessions.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("issued_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False, index=True),
    Column("used_at", Moment),
)

api_tokens = Table(
    "api_tokens",
    metadata,
    Column("id", Id, primary_key=True),
    _account(),
    Column("name", String(100), nullable=False),
    Column("scopes", String(30), nullable=False),  # separated by spaces
    Column("hash", LargeBinary(32), nullable=False, unique=True),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment),
    Column("used_at", Moment),
)

invites = Table(
    "invites",
    metadata,
    Column("code", String(40), primary_key=True),
    _account(),
    Column("follow", Boolean, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
)

reset_links = Table(
    "reset_links",
    metadata,
    Column("hash", LargeBinary(32), primary_key=True),
    _account(),
    Column("expires_at", Moment, nullable=False),
)

known_devices = Table(
    "known_devices",
    metadata,
    Column("hash", LargeBinary(32), primary_key=True),
    _account(),
    Column("seen_at", Moment, nullable=False, index=True),
)

failed_logins = Table(
    "failed_logins",
    metadata,
    Column("id", Id, primary_key=True),
    Column("counted_for", String(80), nullable=False),  # an address, or a device that logged in before
    Column("at", Moment, nullable=False, index=True),
    Index("ix_failed_logins_counted_for_at", "counted_for", "at"),
)

decisions = Table(
    "decisions",
    metadata,
    Column("name", String(40), primary_key=True),  # what the owner decided on a page, such as public_pages
    Column("value", String(200), nullable=False),
)
