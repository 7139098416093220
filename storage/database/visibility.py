"""The one rule of who may see what, as conditions for queries; every representation asks here."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, false, not_, or_

from domain.ids import AccountId
from domain.media.media import DRAFT_LIFE
from storage.database.tables.accounts import accounts
from storage.database.tables.media import media


def account_visible_to(viewer: AccountId | None) -> ColumnElement[bool]:
    """Rows of `accounts` whose profile this viewer may see (None: somebody who is not signed in).

    Whether signed-out visitors may see anything at all is decided at the door (public pages).
    """
    del viewer  # blocks of the social graph will join here
    return accounts.c.gone_at.is_(None)


def media_here(now: datetime) -> ColumnElement[bool]:
    """Rows of `media` that exist for anybody: not marked as gone, and no draft whose time is over."""
    return and_(media.c.gone_at.is_(None), not_(draft_is_over(now)))


def draft_is_over(now: datetime) -> ColumnElement[bool]:
    """Rows of `media` that are drafts nobody kept in time."""
    return and_(media.c.is_draft, media.c.created_at <= now - DRAFT_LIFE)


def media_visible_to(viewer: AccountId | None, now: datetime) -> ColumnElement[bool]:
    """Rows of `media` this viewer may see: their own that are here; a viewer must be here and not suspended."""
    if viewer is None:
        return false()
    return and_(media_here(now), media.c.owner_id == viewer, _is_active(viewer, now))


def avatar_visible_to(viewer: AccountId | None, now: datetime) -> ColumnElement[bool]:
    """Rows of `accounts` joined with the `media` they show themselves by: who may see the profile sees the face.

    A viewer must be here and not suspended, unless they are not signed in (see `account_visible_to`).
    """
    conditions = [account_visible_to(viewer), media_here(now), media.c.owner_id == accounts.c.id]
    if viewer is not None:
        conditions.append(_is_active(viewer, now))
    return and_(*conditions)


def _is_active(viewer: AccountId, now: datetime) -> ColumnElement[bool]:
    person = accounts.alias("viewer")
    over = and_(person.c.suspended_until.is_not(None), person.c.suspended_until <= now)
    free = or_(person.c.suspended_at.is_(None), over)
    return exists().where(person.c.id == viewer, person.c.gone_at.is_(None), free)
