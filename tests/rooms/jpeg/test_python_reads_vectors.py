"""What the browser's coder made of a picture, the Python one turns back into the same file."""

import hashlib

import pytest

from tests.rooms.jpeg.pictures import pictures
from tests.rooms.jpeg.vectors import containers, hashes
from ui.rooms.client.jpeg.decode import decode


def test_every_kind_of_picture_has_its_vector() -> None:
    assert sorted(containers()) == sorted(pictures())


def test_the_containers_are_those_of_the_first_version() -> None:
    assert {name: hashlib.sha256(container).hexdigest() for name, container in containers().items()} == hashes()


@pytest.mark.parametrize("name", sorted(pictures()))
def test_a_container_gives_back_the_picture_byte_for_byte(name: str) -> None:
    assert decode(containers()[name]) == pictures()[name]
