"""The one place where whatever an image library raises becomes a refusal that a person can be told."""

from collections.abc import Iterator
from contextlib import contextmanager

from domain.media.rendering import PictureDamaged, PictureTooSlow, PictureUnreadable


@contextmanager
def refusals() -> Iterator[None]:
    """Run reading code; raises PictureUnreadable only."""
    try:
        yield
    except PictureUnreadable:
        raise
    except MemoryError as error:
        raise PictureTooSlow from error
    except Exception as error:  # hostile files make Pillow raise nearly anything, struct.error and KeyError among it
        raise PictureDamaged from error
