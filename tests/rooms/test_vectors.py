"""G71: the Python client reproduces every test vector of the room protocol."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from tests.rooms.vectors import SECRET, VECTORS, data_of
from ui.rooms.client.bytes import base64url, from_base64url
from ui.rooms.client.confirm import confirmation
from ui.rooms.client.described import describe, seal_range
from ui.rooms.client.frames import Frame, pack_frame, unpack_frame
from ui.rooms.client.manifest import Manifest, SealedEntry, open_entry, seal_entry
from ui.rooms.client.objects import CHUNK, chunk_count, object_key, object_name, seal_chunk, sealed_size
from ui.rooms.client.secret import derive, link_of, parse_link, room_keys
from ui.rooms.client.signalling import open_signal, seal_signal
from ui.rooms.client.tree import leaf_of

KEYS = room_keys(SECRET)


def test_no_vector_is_left_out() -> None:
    known = {"open", "password", "password_nfkc", "objects", "chain", "data_frame", "entry", "signal", "confirm"}
    assert set(VECTORS) == known | {"note", "chunk", "R", "fragment", "room_id"}


def test_the_room_and_its_keys_follow_from_the_secret() -> None:
    assert VECTORS["chunk"] == CHUNK
    assert KEYS.room_id == VECTORS["room_id"]
    assert KEYS.auth_hash == VECTORS["open"]["auth_hash"]
    for name in ("auth", "signal", "confirm", "entry"):
        assert getattr(KEYS, name).hex() == VECTORS["open"][name]


def test_the_link_carries_the_secret() -> None:
    for fragment, has_password in ((VECTORS["fragment"], False), (VECTORS["password"]["fragment"], True)):
        link = link_of("https://pictures.example/", SECRET, has_password=has_password)
        assert link == f"https://pictures.example/r#{fragment}"
        read = parse_link(link)
        assert (read.site, read.secret, read.has_password) == ("https://pictures.example", SECRET, has_password)


@pytest.mark.parametrize("name", ["password", "password_nfkc"])
def test_a_password_changes_every_key_but_not_the_room(name: str) -> None:
    vector = VECTORS[name]
    keys = room_keys(SECRET, vector["password"])
    assert keys.room_id == VECTORS["room_id"]
    assert (keys.auth.hex(), keys.entry.hex()) == (vector["auth"], vector["entry"])
    assert vector.get("auth_hash", keys.auth_hash) == keys.auth_hash
    assert derive(SECRET, "password-salt", length=16).hex() == VECTORS["password"]["salt"]


@pytest.mark.parametrize("vector", VECTORS["objects"], ids=lambda vector: str(vector["size"]))
def test_an_object_has_the_root_name_key_and_ciphertext_it_has_everywhere(
    vector: dict[str, Any], tmp_path: Path
) -> None:
    path, size = tmp_path / "file", vector["size"]
    path.write_bytes(data_of(size))
    file = describe(KEYS, path)
    assert (file.name.root.hex(), file.name.size, file.name.object_id) == (vector["root"], size, vector["object_id"])
    assert file.key.hex() == vector["object_key"] == object_key(KEYS, file.name.root, size).hex()
    sealed = seal_range(file, 0, chunk_count(size))
    assert len(sealed) == vector["ciphertext_size"] == sealed_size(size)
    assert hashlib.sha256(sealed).hexdigest() == vector["ciphertext_sha256"]


def test_an_entry_is_sealed_for_its_place() -> None:
    vector = VECTORS["entry"]
    sealed = from_base64url(vector["sealed_base64url"])
    assert seal_entry(KEYS, vector["seq"], vector["plaintext"].encode(), bytes.fromhex(vector["nonce"])) == sealed
    assert open_entry(KEYS, vector["seq"], sealed) == json.loads(vector["plaintext"])


def test_a_chain_of_entries_is_followed_without_a_notice() -> None:
    manifest = Manifest(KEYS, "00" * 12)
    for vector in VECTORS["chain"]:
        assert json.loads(vector["plaintext"])["prev"] == manifest.head.hash
        sealed = seal_entry(KEYS, vector["seq"], vector["plaintext"].encode(), bytes.fromhex(vector["nonce"]))
        assert base64url(sealed) == vector["sealed_base64url"]
        manifest.take([SealedEntry(seq=vector["seq"], sealed=sealed)])
    assert (manifest.head.seq, manifest.view.title, manifest.notices) == (2, "a", [])


def test_a_signal_is_sealed_for_its_two_peers() -> None:
    vector = VECTORS["signal"]
    sender, to, text = vector["from_"], vector["to"], vector["plaintext"].encode()
    assert seal_signal(KEYS, sender, to, text, bytes.fromhex(vector["nonce"])) == vector["sealed_base64url"]
    assert open_signal(KEYS, sender, to, vector["sealed_base64url"]) == text


def test_both_sides_of_a_data_channel_confirm_it() -> None:
    vector = VECTORS["confirm"]
    prints = (bytes.fromhex(vector["offer_fingerprint"]), bytes.fromhex(vector["answer_fingerprint"]))
    assert confirmation(KEYS, "offerer", *prints).hex() == vector["offerer"]
    assert confirmation(KEYS, "answerer", *prints).hex() == vector["answerer"]


def test_a_data_frame_carries_a_sealed_chunk() -> None:
    vector, chunk = VECTORS["data_frame"], data_of(1)
    name = object_name(KEYS, leaf_of(chunk), 1)
    sealed = seal_chunk(object_key(KEYS, name.root, 1), 0, True, chunk)
    frame = Frame(slot=vector["slot"], index=vector["index"], sealed=sealed)
    assert pack_frame(frame).hex() == vector["hex"]
    assert unpack_frame(pack_frame(frame)) == frame
