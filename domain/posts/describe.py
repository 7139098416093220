"""Descriptions given with a post: they belong to its pictures."""

from collections.abc import Sequence

from domain.media.details import Details
from domain.media.media import Media
from domain.posts.rules import TooManyAlts
from domain.work import Work


async def describe(work: Work, pictures: Sequence[Media], alts: Sequence[str | None], *, keep: bool = False) -> bool:
    """Give the pictures, in the post's order, these descriptions; None or "" leaves the one that is there.

    With `keep`, drafts become pictures of the library. Whether anything changed.
    Raises TooManyAlts, AltTooLong, BadAlt.
    """
    if len(alts) > len(pictures):
        raise TooManyAlts(field="alt", max=len(pictures))
    given = dict(zip((media.id for media in pictures), alts, strict=False))
    changed = False
    for media in sorted(pictures, key=lambda one: one.id):  # in one order, so that two who do this never wait in a ring
        alt = given.get(media.id) or None
        details = Details(alt=alt, is_draft=False if keep and media.is_draft else None).checked()
        if details.is_draft is False or details.alt not in (None, media.alt):
            await work.media.change(media, details)
            changed = True
    return changed
