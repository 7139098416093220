"""Where the encoder of a progressive file ended a run of empty block ends although it could have gone on."""

from ui.rooms.client.jpeg.coder import Coder, contexts

LONGEST_RUN = 32767
_MANY_WAITING = 937
_LENGTHS = 128
_RUNS = contexts(2 * _LENGTHS)


class RunEnds:
    """Says it of one run after another."""

    def __init__(self, band: bytes) -> None:
        self._coder = Coder(band) if band else None

    def next(self, run: int, waiting: int) -> bool:
        """Whether a run of this length, behind which so many bits wait, was ended."""
        if self._coder is None:
            return False
        late = _LENGTHS if waiting > _MANY_WAITING else 0
        return self._coder.plain_bit(_RUNS + late + min(run, _LENGTHS - 1)) == 1
