"""The one rule of who may see what, as conditions for queries; every representation asks here."""

from sqlalchemy import ColumnElement, and_, exists, false

from domain.ids import AccountId
from storage.database.tables.accounts import accounts
from storage.database.tables.media import media


def account_visible_to(viewer: AccountId | None) -> ColumnElement[bool]:
    """Rows of `accounts` whose profile this viewer may see (None: somebody who is not signed in).

    Whether signed-out visitors may see anything at all is decided at the door (public pages).
    """
    del viewer  # blocks and suspensions of the social graph will join here
    return accounts.c.gone_at.is_(None)


def media_visible_to(viewer: AccountId | None) -> ColumnElement[bool]:
    """Rows of `media` this viewer may see: their own that are not gone; a signed-in viewer must be here and active."""
    if viewer is None:
        return false()
    return and_(media.c.gone_at.is_(None), media.c.owner_id == viewer, _is_active(viewer))


def _is_active(viewer: AccountId) -> ColumnElement[bool]:
    return exists().where(accounts.c.id == viewer, accounts.c.gone_at.is_(None))
