"""Many pictures at once: what a choice of them must be."""

from collections.abc import Sequence

from domain.errors import RuleBroken
from domain.ids import MediaId

MOST_CHOSEN = 10_000  # their ids fill less than half of the largest request


class NothingChosen(RuleBroken):
    """No picture at all."""


class TooManyChosen(RuleBroken):
    """More than `max` pictures at once."""


def checked_choice(media_ids: Sequence[MediaId]) -> Sequence[MediaId]:
    """Each once, in the order they came. Raises NothingChosen, TooManyChosen."""
    chosen = list(dict.fromkeys(media_ids))
    if not chosen:
        raise NothingChosen(field="ids")
    if len(chosen) > MOST_CHOSEN:
        raise TooManyChosen(field="ids", max=MOST_CHOSEN)
    return chosen
