"""The search for what a server must not have seen finds it in every spelling and at every place, and nothing else."""

import base64
import json
import random
from urllib.parse import quote, quote_plus

import pytest

from tests.rooms.leaks import Forbidden, Leak

NAME = "Kühe am Öresund.jpg"
FILE = random.Random(1).randbytes(500)
WORDS = {"name": NAME.encode()}
FORBIDDEN = Forbidden(words=WORDS, pieces={"file": FILE}, window=32)
AROUND = random.Random(2).randbytes(20)


def _found(text: bytes) -> set[str]:
    return {leak.what for leak in FORBIDDEN.leaks_in([("here", text)])}


@pytest.mark.parametrize("first", [0, 1, 15, 16, 17, 31, 468])
def test_any_window_of_a_file_is_found_anywhere(first: int) -> None:
    window = FILE[first : first + 32]
    for spelling in (window, window.hex().encode(), base64.b64encode(window), base64.urlsafe_b64encode(b"x" + window)):
        assert _found(AROUND + b" " + spelling + b" " + AROUND) == {"file"}
        assert FORBIDDEN.leaks_in([("here", spelling)]) == {Leak(what="file", where="here")}


def test_shorter_pieces_and_what_is_in_everything_are_not_found() -> None:
    assert _found(AROUND + FILE[40:71] + AROUND) == set()
    zeros = Forbidden(words={}, pieces={"file": bytes(100)}, window=32)
    assert zeros.leaks_in([("here", bytes(100))]) == set()


def test_a_name_is_found_in_every_spelling() -> None:
    quoted = base64.urlsafe_b64encode(b"ab" + NAME.encode() + b"c").rstrip(b"=")
    for spelling in (
        quote_plus(NAME).encode(),
        base64.b64encode(json.dumps(NAME).encode()),
        NAME.encode(),
        json.dumps(NAME).encode(),
        quote(NAME).encode(),
        NAME.encode().hex().encode(),
        quoted,
    ):
        assert _found(b"/" + spelling) == {"name"}
    assert _found(NAME.encode()[1:]) == set()


def test_eight_bytes_of_a_secret_are_enough() -> None:
    secret = random.Random(3).randbytes(32)
    forbidden = Forbidden(words={}, pieces={"secret": secret}, window=8)
    for first in range(25):
        assert forbidden.leaks_in([("here", AROUND + secret[first : first + 8] + AROUND)])
    assert not forbidden.leaks_in([("here", AROUND + secret[3:10] + AROUND)])
