"""Every example of the room protocol comes out of the browser's modules, byte for byte."""

import json
from typing import Any

import pytest

from tests.browser.rooms.conftest import InPage
from tests.rooms.vectors import VECTORS

OPENED = """
  const { secret: bytes, hasPassword } = secret.parseLink(given[0]);
  const keys = await secret.roomKeys(bytes, given[1] ?? null);
  const { fromBase64url, fromHex, hex, joined, same, u64be } = window.bytes;
"""
DERIVED = f"""{OPENED}
  const told = {{ room_id: keys.roomId, auth: hex(fromBase64url(keys.auth)), auth_hash: keys.authHash, hasPassword }};
  for (const label of ["signal", "confirm", "entry"]) told[label] = hex(await secret.derive(keys.base, label));
  return told;
"""
OPEN = f"http://localhost/r#{VECTORS['fragment']}"


async def test_everything_follows_from_the_secret_in_the_link(in_page: InPage) -> None:
    told = await in_page(DERIVED, OPEN)
    assert told == {"room_id": VECTORS["room_id"], "hasPassword": False, **VECTORS["open"]}


@pytest.mark.parametrize("case", ["password", "password_nfkc"])
async def test_a_password_changes_everything_but_the_room_s_name(in_page: InPage, case: str) -> None:
    expected = VECTORS[case]
    told = await in_page(DERIVED, VECTORS["password"]["fragment"], expected["password"])
    assert told["room_id"] == VECTORS["room_id"]
    assert told["hasPassword"] is True
    same = {name for name in ("auth", "auth_hash", "entry") if name in expected}
    assert {name: told[name] for name in same} == {name: expected[name] for name in same}


async def test_the_password_s_salt_comes_from_the_secret_alone(in_page: InPage) -> None:
    salt = await in_page(OPENED + "return hex(await secret.derive(keys.base, 'password-salt', undefined, 16));", OPEN)
    assert salt == VECTORS["password"]["salt"]


async def test_a_password_is_one_however_its_letters_are_written(in_page: InPage) -> None:
    ways = ["\u00c5", "A\u030a"]
    rooms = "(await Promise.all(given[2].map((one) => secret.roomKeys(bytes, one)))).map(({ auth }) => auth)"
    composed, apart = await in_page(f"{OPENED} return {rooms};", OPEN, None, ways)
    assert composed == apart


@pytest.mark.parametrize("expected", VECTORS["objects"], ids=lambda one: str(one["size"]))
async def test_an_object_is_named_and_sealed_as_it_should_be(in_page: InPage, expected: dict[str, Any]) -> None:
    told = await in_page(
        OPENED
        + """
        const size = given[2];
        const object = await described.describe(keys, new Blob([vectorData(size)]));
        const sealed = joined(...(await described.sealRange(object, 0, objects.chunkCount(size))));
        const digest = await crypto.subtle.digest("SHA-256", sealed);
        return {
          size: object.size, root: hex(object.root), object_id: object.objectId,
          object_key: hex(await secret.derive(keys.base, "object", joined(object.root, u64be(size)))),
          ciphertext_size: objects.sealedSize(size), ciphertext_sha256: hex(new Uint8Array(digest)),
          same_size: sealed.length === objects.sealedSize(size),
        };""",
        OPEN,
        None,
        expected["size"],
    )
    assert told == {**expected, "same_size": True}


async def test_entries_are_sealed_as_they_should_be(in_page: InPage) -> None:
    for entry in (VECTORS["entry"], *VECTORS["chain"]):
        sealed, text = await in_page(
            OPENED
            + """
            const { seq, plaintext, nonce } = given[2];
            const sealed = await manifest.sealEntry(keys, seq, plaintext, fromHex(nonce));
            return [sealed, await manifest.openEntry(keys, seq, sealed)];""",
            OPEN,
            None,
            entry,
        )
        assert sealed == entry["sealed_base64url"]
        assert text == json.loads(entry["plaintext"])


async def test_the_chain_is_followed_without_a_notice(in_page: InPage) -> None:
    entries = [{"seq": one["seq"], "sealed": one["sealed_base64url"], "at": "then"} for one in VECTORS["chain"]]
    told = await in_page(
        OPENED
        + """
        const room = new manifest.Manifest(keys, "00".repeat(12));
        await room.take(given[2]);
        const { title, notes } = room.view;
        return { title, notes: notes.map(({ text }) => text), notices: room.notices, seq: room.head.seq };""",
        OPEN,
        None,
        entries,
    )
    assert told == {"title": "a", "notes": ["b"], "notices": [], "seq": 2}


async def test_a_signal_is_sealed_as_it_should_be(in_page: InPage) -> None:
    expected = VECTORS["signal"]
    sealed, opened = await in_page(
        OPENED
        + """
        const { from_, to, nonce, plaintext } = given[2];
        const sealed = await signalling.sealSignal(keys, from_, to, plaintext, fromHex(nonce));
        return [sealed, await signalling.openSignal(keys, from_, to, sealed)];""",
        OPEN,
        None,
        expected,
    )
    assert sealed == expected["sealed_base64url"]
    assert opened == json.loads(expected["plaintext"])


async def test_both_ends_confirm_as_they_should(in_page: InPage) -> None:
    expected = VECTORS["confirm"]
    told = await in_page(
        OPENED
        + """
        const [offer, answer] = given[2].map(fromHex);
        const said = await Promise.all(
          ["offerer", "answerer"].map((role) => confirm.confirmation(keys, role, offer, answer)));
        const right = await confirm.isConfirmation(keys, "offerer", offer, answer, said[0]);
        return [...said.map(hex), right];""",
        OPEN,
        None,
        [expected["offer_fingerprint"], expected["answer_fingerprint"]],
    )
    assert told == [expected["offerer"], expected["answerer"], True]


async def test_a_chunk_travels_in_the_frame_it_should(in_page: InPage) -> None:
    expected = VECTORS["data_frame"]
    frame, unpacked = await in_page(
        OPENED
        + """
        const object = await described.describe(keys, new Blob([vectorData(1)]));
        const [sealed] = await described.sealRange(object, 0, 1);
        const frame = frames.packFrame(given[2].slot, given[2].index, sealed);
        const { slot, index, sealed: again } = frames.unpackFrame(frame.buffer);
        return [hex(frame), { slot, index, same: same(again, sealed) }];""",
        OPEN,
        None,
        expected,
    )
    assert frame == expected["hex"]
    assert unpacked == {"slot": expected["slot"], "index": expected["index"], "same": True}
