"""What other programs show of a link before anybody opens it (OpenGraph), and what search engines are told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ui.public.shown_picture import PictureView
from ui.theme.page_texts import KAMRA

_PICTURES = 4  # what programs show of one link at most


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkPreview:
    """One page: `address` is its own, with the site in front; `more` are further OpenGraph properties.

    `feed` is the path of its Atom feed and `is_listed` whether search engines may show it.
    """

    kind: str
    title: str
    description: str
    site: str
    address: str
    feed: str | None = None
    pictures: Sequence[PictureView] = ()
    more: Sequence[tuple[str, str]] = ()
    is_listed: bool = True

    def tags(self) -> Iterator[tuple[str, str]]:
        """Properties and contents in their order; what belongs to a picture follows it."""
        yield "og:type", self.kind
        yield "og:site_name", KAMRA
        yield "og:title", self.title
        yield "og:description", self.description
        yield "og:url", self.address
        for picture in self.pictures[:_PICTURES]:
            yield "og:image", self.site + picture.card
            yield "og:image:type", "image/jpeg"
            yield "og:image:width", str(picture.card_width)
            yield "og:image:height", str(picture.card_height)
            yield "og:image:alt", picture.alt_in_short
        yield from self.more
