"""A wall of posts in plain HTML, each by its first picture; further ones behind a link."""

from dataclasses import dataclass

from domain.paging import Page
from domain.posts.post import ShownPost
from ui.public.shown_picture import PictureView, first_picture_of
from ui.public.stable_addresses import post_path

_PANORAMA = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One post: where it is, its first picture, and how many it has."""

    href: str
    picture: PictureView
    count: int

    @property
    def is_panorama(self) -> bool:
        """Whether it has a row of its own, as in ui/components/grid."""
        return self.picture.shape > _PANORAMA


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """A page of posts at `path`; `is_first` when it begins with the newest."""

    path: str
    tiles: tuple[Tile, ...]
    is_first: bool
    next_cursor: str | None


def wall_of(page: Page[ShownPost], path: str, *, is_first: bool) -> Wall:
    """The wall at this path with these posts."""
    tiles = (
        Tile(href=post_path(shown.post.id), picture=first_picture_of(shown), count=len(shown.pictures))
        for shown in page.items
    )
    return Wall(path=path, tiles=tuple(tiles), is_first=is_first, next_cursor=page.next_cursor)
