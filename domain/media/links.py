"""Links to pictures: signed over path, expiry and viewer, so that each opens one thing for one viewer for a while."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from domain.clock import APART
from domain.errors import Forbidden
from domain.ids import AccountId
from domain.signing import Signer

PUBLIC = "public"


class LinkExpired(Forbidden):
    """The link has run out, or was changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One link; `until` is in whole seconds since 1970, `viewer` an account's id or `public`."""

    path: str
    viewer: str
    until: int
    signature: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """What all links made for one viewer at one time have in common; a page signs hundreds of them."""

    signer: Signer
    viewer: str
    until: int

    def signature_of(self, path: str) -> str:
        """The signature of the link to this path."""
        return self.signer.sign(_text(path, self.viewer, self.until))


def signing_for(signer: Signer, viewer: AccountId | None, now: datetime, life: timedelta) -> Signing:
    """For links that work for at least half of `life` and at most all of it.

    Within half a life all links to one thing are the same, so that browsers find it in their cache.
    """
    step = max(1, int(life.total_seconds()) // 2)
    until = (int(now.timestamp()) // step + 2) * step
    return Signing(signer=signer, viewer=PUBLIC if viewer is None else str(viewer), until=until)


def sign_link(signer: Signer, path: str, viewer: AccountId | None, now: datetime, life: timedelta) -> Link:
    """One link, as `signing_for` describes it."""
    common = signing_for(signer, viewer, now, life)
    return Link(path=path, viewer=common.viewer, until=common.until, signature=common.signature_of(path))


def open_link(signer: Signer, link: Link, now: datetime, life: timedelta) -> AccountId | None:
    """For whom the link was made (None: anybody); `life` is how long links work. Raises LinkExpired."""
    if not signer.matches(_text(link.path, link.viewer, link.until), link.signature):
        raise LinkExpired
    # One that would work for longer than any made now had run out, maybe, when the clock was set back.
    if not now.timestamp() < link.until <= (now + life + APART).timestamp():
        raise LinkExpired
    return None if link.viewer == PUBLIC else AccountId(UUID(link.viewer))


def _text(path: str, viewer: str, until: int) -> str:
    return f"{path}\n{viewer}\n{until}"
