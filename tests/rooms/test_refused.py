"""What was changed, moved or replayed on the way to a member is refused, and what members seal opens again."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rooms.vectors import SECRET, data_of
from ui.rooms.client.confirm import confirmation, is_confirmation
from ui.rooms.client.described import describe, seal_part, seal_range
from ui.rooms.client.frames import unpack_frame
from ui.rooms.client.manifest import open_entry, seal_entry
from ui.rooms.client.objects import CHUNK, SEALED_CHUNK, chunk_count, is_last_chunk, open_chunk, seal_chunk
from ui.rooms.client.refused import FileChanged, NotAuthentic
from ui.rooms.client.secret import BadRoomLink, parse_link, room_keys
from ui.rooms.client.signalling import Signals, new_peer, open_signal, seal_signal

KEYS = room_keys(SECRET)
OTHER = room_keys(SECRET, "a password")
KEY = bytes(range(32))
ANNA, BERTA, CLARA = "aa" * 12, "bb" * 12, "cc" * 12


@settings(deadline=None)
@given(chunk=st.binary(max_size=2000), index=st.integers(0, 2**40), is_last=st.booleans())
def test_what_is_sealed_opens_at_its_place_alone(chunk: bytes, index: int, is_last: bool) -> None:
    sealed = seal_chunk(KEY, index, is_last, chunk)
    assert open_chunk(KEY, index, is_last, sealed) == chunk
    for place in ((index + 1, is_last), (index, not is_last)):
        with pytest.raises(NotAuthentic):
            open_chunk(KEY, *place, sealed)


@settings(deadline=None)
@given(data=st.data(), chunk=st.binary(max_size=2000))
def test_one_flipped_bit_is_noticed(data: st.DataObject, chunk: bytes) -> None:
    sealed = bytearray(seal_chunk(KEY, 3, False, chunk))
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(NotAuthentic):
        open_chunk(KEY, 3, False, bytes(sealed))


@pytest.mark.parametrize("length", [0, 1, 15])
def test_what_is_too_short_to_be_sealed_is_refused(length: int) -> None:
    with pytest.raises(NotAuthentic):
        open_chunk(KEY, 0, True, bytes(length))
    with pytest.raises(NotAuthentic):
        open_entry(KEYS, 1, bytes(length))


def test_chunks_in_another_order_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(data_of(3 * CHUNK))
    file = describe(KEYS, path)
    sealed = seal_range(file, 0, 3)
    chunks = [sealed[first : first + SEALED_CHUNK] for first in range(0, len(sealed), SEALED_CHUNK)]
    opened = [
        open_chunk(file.key, index, is_last_chunk(index, file.name.size), one) for index, one in enumerate(chunks)
    ]
    assert b"".join(opened) == data_of(3 * CHUNK)
    with pytest.raises(NotAuthentic):
        open_chunk(file.key, 0, False, chunks[1])


def test_a_file_that_changes_after_it_was_described_is_not_sealed(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(data_of(2 * CHUNK))
    file = describe(KEYS, path)
    for changed in (data_of(2 * CHUNK)[:-1] + b"x", data_of(CHUNK), b""):
        path.write_bytes(changed)
        with pytest.raises(FileChanged):
            seal_part(file, 0)
    assert chunk_count(file.name.size) == 2


def test_an_entry_at_another_place_or_of_another_room_is_refused() -> None:
    sealed = seal_entry(KEYS, 1, b"{}")
    assert open_entry(KEYS, 1, sealed) == {}
    for keys, seq in ((KEYS, 2), (OTHER, 1), (room_keys(bytes(32)), 1)):
        with pytest.raises(NotAuthentic):
            open_entry(keys, seq, sealed)


@pytest.mark.parametrize("plaintext", [b"[]", b"", b"\xff", b"[" * 30_000])
def test_an_entry_that_says_nothing_is_refused(plaintext: bytes) -> None:
    with pytest.raises(NotAuthentic):
        open_entry(KEYS, 1, seal_entry(KEYS, 1, plaintext))


def test_a_signal_is_taken_once_in_its_order_and_from_whom_it_came() -> None:
    anna, berta = Signals(KEYS, ANNA), Signals(KEYS, BERTA)
    first, second = (anna.seal(BERTA, "c", {"sdp": text}) for text in ("x", "y"))
    assert berta.open(ANNA, second) == {"connection": "c", "n": 2, "sdp": "y"}
    assert [berta.open(ANNA, first), berta.open(ANNA, second)] == [None, None]
    another = berta.open(ANNA, anna.seal(BERTA, "d", {}))
    assert another == {"connection": "d", "n": 1}
    for sender, to in ((CLARA, BERTA), (BERTA, ANNA), (ANNA, CLARA)):
        with pytest.raises(NotAuthentic):
            open_signal(KEYS, sender, to, first)


@pytest.mark.parametrize("said", [b"[]", b"{}", b"\xff", b'{"connection":[],"n":1}', b'{"connection":"c","n":"1"}'])
def test_a_sealed_signal_that_says_nothing_is_refused(said: bytes) -> None:
    with pytest.raises(NotAuthentic):
        Signals(KEYS, BERTA).open(ANNA, seal_signal(KEYS, ANNA, BERTA, said))


@pytest.mark.parametrize("sealed", ["", "A", "=", "not base64url", "AAAA"])
def test_what_is_no_signal_is_refused(sealed: str) -> None:
    with pytest.raises(NotAuthentic):
        open_signal(KEYS, ANNA, BERTA, sealed)


def test_a_peer_is_96_random_bits() -> None:
    assert len(bytes.fromhex(new_peer())) == 12
    assert new_peer() != new_peer()


def test_another_certificate_role_or_room_is_not_confirmed() -> None:
    ours, theirs, between = bytes([1] * 32), bytes([2] * 32), bytes([3] * 32)
    frame = confirmation(KEYS, "offerer", ours, theirs)
    assert is_confirmation(frame, KEYS, "offerer", ours, theirs)
    assert not is_confirmation(frame, KEYS, "answerer", ours, theirs)
    assert not is_confirmation(frame, KEYS, "offerer", ours, between)
    assert not is_confirmation(frame, KEYS, "offerer", theirs, ours)
    assert not is_confirmation(frame, OTHER, "offerer", ours, theirs)
    assert not is_confirmation(b"", KEYS, "offerer", ours, theirs)


@pytest.mark.parametrize("data", [b"", bytes(7), b"\2\1" + bytes(22), b"\1\2" + bytes(22)])
def test_what_is_no_data_frame_is_passed_over(data: bytes) -> None:
    assert unpack_frame(data) is None


@pytest.mark.parametrize(
    "link",
    [
        "",
        "https://pictures.example/r",
        "https://pictures.example/r#1.AAAA",
        "https://pictures.example/r#2.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
        "https://pictures.example/r#1.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh9",
        "https://pictures.example/rooms#1.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
        "ftp://pictures.example/r#1.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
        "http://[/r#1.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
        "1.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
    ],
)
def test_what_is_no_link_to_a_room_is_refused(link: str) -> None:
    with pytest.raises(BadRoomLink):
        parse_link(link)


def test_a_secret_shows_in_no_text_of_its_own() -> None:
    link = parse_link("https://pictures.example/r#1.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8")
    assert "\\x01" not in repr(link)
    assert "\\x" not in repr(KEYS).replace(repr(KEYS.room), "")
