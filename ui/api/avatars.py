"""People as JSON with the address of their picture, made for the one who asks."""

from domain.accounts.account import Account
from domain.ids import AccountId
from ui.api.account_shapes import UserShape, user_shape
from ui.media.addresses import avatar_url
from ui.parts import Parts


def user_for(parts: Parts, account: Account, viewer: AccountId | None) -> UserShape:
    """The person as this viewer gets them (None: somebody who is not signed in)."""
    return user_shape(account, avatar_url(parts, account, viewer))
