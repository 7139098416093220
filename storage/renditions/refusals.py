"""The one place where whatever an image library raises becomes a refusal that a person can be told."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from domain.media.rendering import PictureDamaged, PictureTooSlow, PictureUnreadable


@contextmanager
def refusals() -> Iterator[None]:
    """Run reading code, whose warnings about a file are nobody's news; raises PictureUnreadable only."""
    try:
        with warnings.catch_warnings(action="ignore"):
            yield
    except PictureUnreadable:
        raise
    except MemoryError as error:
        raise PictureTooSlow from error
    except Exception as error:  # hostile files make Pillow raise nearly anything, struct.error and KeyError among it
        raise PictureDamaged from error
