"""Addresses without a signature that stay as they are: pages for anybody, and the pictures that these show."""

from domain.ids import PostId
from domain.media.keys import rendition_file
from domain.media.media import Rendition


def profile_path(handle: str) -> str:
    """The page of a person."""
    return f"/@{handle}"


def feed_path(handle: str) -> str:
    """What programs that follow pages read of a person."""
    return f"/@{handle}/feed.atom"


def avatar_path(handle: str) -> str:
    """The picture by which a person shows themselves."""
    return f"/@{handle}/avatar.jpg"


def post_path(post_id: PostId) -> str:
    """The page of a post."""
    return f"/p/{post_id}"


def picture_path(post_id: PostId, place: int, rendition: Rendition) -> str:
    """One size of the picture that stands at this place of the post, counted from 1."""
    return f"/p/{post_id}/{place}/{rendition_file(rendition.width, rendition.content_type)}"
