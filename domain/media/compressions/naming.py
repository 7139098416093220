"""Under which name a smaller copy is saved: `IMG_1-1600px.webp`."""

from domain.media.file_names import file_name

_PICTURE_ENDINGS = frozenset({"jpg", "jpeg", "jpe", "jfif", "png", "webp", "gif", "avif", "heic", "heif"})


def copy_name(name: str, width: int, content_type: str) -> str:
    """The picture's name, the copy's width in pixels, and an extension of its kind."""
    stem, _, ending = name.rpartition(".")
    whole = stem if stem and ending.lower() in _PICTURE_ENDINGS else name
    return file_name(f"{whole}-{width}px", content_type)
