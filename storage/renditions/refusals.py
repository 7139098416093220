"""The one place where whatever an image library raises becomes a refusal that a person can be told."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from domain.errors import RuleBroken
from domain.media.rendering import PictureDamaged, PictureTooSlow


@contextmanager
def refusals() -> Iterator[None]:
    """Run code on a picture, whose warnings are nobody's news; raises PictureUnreadable and what else our rules say."""
    try:
        with warnings.catch_warnings(action="ignore"):
            yield
    except RuleBroken:
        raise
    except MemoryError as error:
        raise PictureTooSlow from error
    except Exception as error:  # hostile files make Pillow raise nearly anything, struct.error and KeyError among it
        raise PictureDamaged from error
