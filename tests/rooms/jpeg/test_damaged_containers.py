"""A damaged container gives back the picture or nothing, never something else."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.rooms.jpeg.pictures import pictures
from tests.rooms.jpeg.vectors import containers
from ui.rooms.client.jpeg.decode import decode
from ui.rooms.client.jpeg.refused import BadCoding

_SMALL = ("8x8", "two", "L-progressive", "listed-padding")


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """At `place`, a share of the length, so many bytes are replaced by others."""

    place: float
    gone: int
    instead: bytes

    def done_to(self, data: bytes) -> bytes:
        at = int(self.place * len(data))
        return data[:at] + self.instead + data[at + self.gone :]


damages = some.builds(
    Damage, place=some.floats(0, 1, exclude_max=True), gone=some.integers(0, 3), instead=some.binary(max_size=3)
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(some.sampled_from(_SMALL), some.lists(damages, min_size=1, max_size=3))
def test_what_is_damaged_is_refused_or_the_same(name: str, several: list[Damage]) -> None:
    damaged = containers()[name]
    for damage in several:
        damaged = damage.done_to(damaged)
    try:
        assert decode(damaged) == pictures()[name]
    except BadCoding:
        assert damaged != containers()[name]


@pytest.mark.parametrize("share", [0.0, 0.02, 0.1, 0.5, 0.99])
def test_what_is_cut_short_is_refused(share: float) -> None:
    whole = containers()["gain-map"]
    with pytest.raises(BadCoding):
        decode(whole[: int(share * len(whole))])


def test_a_container_of_another_version_is_refused() -> None:
    whole = containers()["8x8"]
    with pytest.raises(BadCoding):
        decode(whole[:4] + b"\x02" + whole[5:])
