"""The addresses of pictures, signed for the one who looks."""

from collections.abc import Callable
from datetime import timedelta

from domain.accounts.account import Account
from domain.ids import AccountId, CompressionId, MediaId
from domain.media.keys import rendition_file
from domain.media.links import signing_for
from domain.signing import Signer
from ui.parts import Parts


def link_signer(parts: Parts) -> Signer:
    """Signs links to pictures, and nothing else."""
    return parts.keys.signer("media-link")


def link_life(parts: Parts) -> timedelta:
    """How long links to pictures work."""
    return timedelta(minutes=parts.settings.link_minutes)


def rendition_url(parts: Parts, media_id: MediaId, width: int, content_type: str, viewer: AccountId | None) -> str:
    """Where this viewer finds the rendition of this width."""
    return signed_urls(parts, viewer)(rendition_path(media_id, width, content_type))


def rendition_path(media_id: MediaId, width: int, content_type: str) -> str:
    """The path of the rendition of this width, to be signed."""
    return f"/media/{media_id}/{rendition_file(width, content_type)}"


def original_url(parts: Parts, media_id: MediaId, viewer: AccountId) -> str:
    """Where the owner finds the original."""
    return signed_url(parts, f"/media/{media_id}/original", viewer)


def compression_url(parts: Parts, media_id: MediaId, compression_id: CompressionId, owner: AccountId) -> str:
    """Where the owner finds a smaller copy that is kept."""
    return signed_url(parts, f"/media/{media_id}/compressions/{compression_id}", owner)


def avatar_url(parts: Parts, account: Account, viewer: AccountId | None) -> str | None:
    """Where this viewer finds the picture of a person; None when they chose none. It changes with the picture."""
    if account.avatar_media_id is None:
        return None
    return signed_url(parts, f"/avatars/{account.id}/{account.avatar_media_id}.jpg", viewer)


def signed_url(parts: Parts, path: str, viewer: AccountId | None) -> str:
    """The path with everything that opens it for this viewer; what anybody may see goes through the cache in front."""
    return signed_urls(parts, viewer)(path)


def signed_urls(parts: Parts, viewer: AccountId | None) -> Callable[[str], str]:
    """The same for many paths: what they have in common is worked out once."""
    common = signing_for(link_signer(parts), viewer, parts.clock.now(), link_life(parts))
    base = (parts.settings.media_base_url or "") if viewer is None else ""
    # An id, a number and base64url need no escaping, which would cost as much as the signature.
    opened = f"?viewer={common.viewer}&until={common.until}&signature="
    return lambda path: f"{base}{path}{opened}{common.signature_of(path)}"
