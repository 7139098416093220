"""What a post and a comment may consist of."""

from collections.abc import Sequence

from domain.errors import RuleBroken
from domain.ids import MediaId
from domain.plain_text import is_text

MAX_PICTURES = 10
MAX_CAPTION = 2200
MAX_COMMENT = 1000


class BadPictureCount(RuleBroken):
    """A post has 1 to `max` pictures."""


class PictureTwice(RuleBroken):
    """The same picture twice in one post."""


class PictureNotPostable(RuleBroken):
    """A picture that is not one's own, not there, or not completed: the same answer for all three."""


class TooManyAlts(RuleBroken):
    """More descriptions than pictures."""


class CaptionTooLong(RuleBroken):
    """Longer than `max` characters."""


class BadCaption(RuleBroken):
    """Holds characters that are no text."""


class BadComment(RuleBroken):
    """Not 1 to `max` characters of text."""


def checked_pictures(media_ids: Sequence[MediaId]) -> tuple[MediaId, ...]:
    """The pictures in the order given. Raises BadPictureCount, PictureTwice."""
    if not 1 <= len(media_ids) <= MAX_PICTURES:
        raise BadPictureCount(field="media_ids", max=MAX_PICTURES)
    if len(set(media_ids)) < len(media_ids):
        raise PictureTwice(field="media_ids")
    return tuple(media_ids)


def checked_caption(caption: str | None) -> str | None:
    """The caption as it is kept, None for an empty one. Raises CaptionTooLong, BadCaption."""
    if caption is None:
        return None
    if len(caption) > MAX_CAPTION:
        raise CaptionTooLong(field="caption", max=MAX_CAPTION)
    if not is_text(caption):
        raise BadCaption(field="caption")
    return caption.strip() or None


def checked_comment(body: str) -> str:
    """The words as they are kept. Raises BadComment."""
    if len(body) > MAX_COMMENT or not body.strip() or not is_text(body):
        raise BadComment(field="body", max=MAX_COMMENT)
    return body.strip()
