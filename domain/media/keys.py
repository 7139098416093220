"""Under which keys a picture's bytes are kept."""

from uuid import UUID

from domain.ids import CompressionId, MediaId, OriginalId, parse_uuid
from domain.media.media import Media, Rendition

ORIGINALS = "originals/"
RENDITIONS = "renditions/"
COMPRESSIONS = "compressions/"
FOLDERS = (ORIGINALS, RENDITIONS, COMPRESSIONS)  # below which all bytes of pictures are
_EXTENSIONS = {"image/jpeg": "jpg", "image/avif": "avif", "image/webp": "webp", "image/png": "png"}


def original_key(media_id: MediaId, original_id: OriginalId) -> str:
    """The key of an original.

    Every attempt to send one has a key of its own, so that two at once never mix: the row names the one that counts.
    """
    return f"{ORIGINALS}{media_id}/{original_id}"


def rendition_key(media_id: MediaId, width: int, content_type: str) -> str:
    """The key of a rendition with this width in pixels."""
    return f"{RENDITIONS}{media_id}/{rendition_file(width, content_type)}"


def rendition_file(width: int, content_type: str) -> str:
    """The last part of a rendition's key and address."""
    return f"{width}.{_EXTENSIONS[content_type]}"


def compression_key(media_id: MediaId, compression_id: CompressionId) -> str:
    """The key of a smaller copy that is kept; no two copies ever have the same."""
    return f"{COMPRESSIONS}{media_id}/{compression_id}"


def keys_of(media: Media) -> tuple[str, ...]:
    """Every key under which the row says there are bytes."""
    original = () if media.original_id is None else (original_key(media.id, media.original_id),)
    renditions = tuple(_key(media.id, rendition) for rendition in media.renditions)
    return original + renditions + tuple(compression_key(media.id, kept.id) for kept in media.compressions)


def folders_of(media_id: MediaId) -> tuple[str, ...]:
    """The prefixes under which all of a picture's bytes are, also those that no row names."""
    return tuple(f"{folder}{media_id}/" for folder in FOLDERS)


def media_of(key: str) -> MediaId | None:
    """Whose bytes are under this key; None when it is not the key of a picture."""
    _, _, rest = key.partition("/")
    try:
        return MediaId(UUID(rest.partition("/")[0]))
    except ValueError:
        return None


def copy_of(key: str) -> CompressionId | None:
    """Which kept copy's bytes are under this key; None when it is not the key of one."""
    value = parse_uuid(key.rpartition("/")[2]) if key.startswith(COMPRESSIONS) and media_of(key) else None
    return None if value is None else CompressionId(value)


def _key(media_id: MediaId, rendition: Rendition) -> str:
    return rendition_key(media_id, rendition.width, rendition.content_type)
