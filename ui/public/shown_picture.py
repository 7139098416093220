"""A picture as plain HTML shows it: every size under its stable address, the lighter format first."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.ids import PostId
from domain.media.media import Rendition
from domain.posts.post import ShownPicture, ShownPost
from ui.public.in_short import in_short
from ui.public.stable_addresses import picture_path
from ui.theme.public_texts import undescribed

_CARD = 1280  # pixels on the longest side: sharp in a link's preview, and lighter than what messengers give up on


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """What a template needs: addresses are paths, sizes in pixels; `lighter` is empty where nothing lighter is made."""

    alt: str
    full: str
    srcset: str
    lighter: str
    width: int
    height: int
    bytes: int
    card: str
    card_width: int
    card_height: int

    @property
    def shape(self) -> float:
        """Width by height."""
        return round(self.width / self.height, 4)

    @property
    def alt_in_short(self) -> str:
        """The beginning of its description, where there are many pictures or little room."""
        return in_short(self.alt)


def pictures_of(shown: ShownPost) -> Sequence[PictureView]:
    """The post's pictures in their order."""
    return [_view(shown, place, picture) for place, picture in enumerate(shown.pictures, start=1)]


def first_picture_of(shown: ShownPost) -> PictureView:
    """The one by which a wall shows the post."""
    return _view(shown, 1, shown.pictures[0])


def _view(shown: ShownPost, place: int, picture: ShownPicture) -> PictureView:
    post_id = shown.post.id
    jpegs = [one for one in picture.renditions if one.content_type == "image/jpeg"]
    full, card = jpegs[0], next((one for one in jpegs if max(one.width, one.height) <= _CARD), jpegs[-1])
    name, count = shown.author.account.display_name, len(shown.pictures)
    return PictureView(
        alt=picture.alt or undescribed(name, place, count),
        full=picture_path(post_id, place, full),
        srcset=_srcset(post_id, place, jpegs),
        lighter=_srcset(post_id, place, [one for one in picture.renditions if one.content_type == "image/avif"]),
        width=full.width,
        height=full.height,
        bytes=full.bytes,
        card=picture_path(post_id, place, card),
        card_width=card.width,
        card_height=card.height,
    )


def _srcset(post_id: PostId, place: int, renditions: Sequence[Rendition]) -> str:
    return ", ".join(f"{picture_path(post_id, place, one)} {one.width}w" for one in renditions)
