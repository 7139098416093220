"""A program that is no browser and shares no code with ours takes a file from a page."""

import asyncio
import json
from typing import Any

from aiortc import RTCDataChannel, RTCPeerConnection, RTCSessionDescription
from aiortc.sdp import candidate_from_sdp

from tests.browser.rooms.direct.peers import PEERS, Peers
from tests.rooms.vectors import VECTORS
from ui.rooms.client.confirm import confirmation, is_confirmation
from ui.rooms.client.frames import unpack_frame
from ui.rooms.client.objects import chunk_count, is_last_chunk, object_key, open_chunk
from ui.rooms.client.secret import parse_link, room_keys
from ui.rooms.client.signalling import Signals

SIZE = 400_000
COUNT = chunk_count(SIZE)
KEYS = room_keys(parse_link(f"http://localhost/r#{VECTORS['fragment']}").secret)
HIGHER = "f" * 24  # not the polite one


def fingerprint(sdp: str) -> bytes:
    line = next(line for line in sdp.splitlines() if line.startswith("a=fingerprint:sha-256 "))
    return bytes.fromhex(line.split()[1].replace(":", ""))


class Program:
    """Answers a page's call, proves that it is of the room, wants one file and opens what comes."""

    def __init__(self, file: dict[str, Any]) -> None:
        self.key = object_key(KEYS, bytes.fromhex(file["root"]), SIZE)
        self.object_id = file["id"]
        self.chunks: dict[int, bytes] = {}
        self.done = asyncio.Event()
        self.signals = Signals(KEYS, HIGHER)
        self.pc = RTCPeerConnection()
        self.control, self.data = (self._channel(label, id) for id, label in enumerate(("control", "data")))
        self.confirmed: set[str] = set()

    async def take(self, sealed: str) -> list[str]:
        """What is to be said to a signal of the page."""
        signal = self.signals.open(PEERS["ana"], sealed)
        assert signal is not None
        if "description" in signal:
            await self.pc.setRemoteDescription(RTCSessionDescription(**signal["description"]))
        for told in signal.get("candidates", []):
            candidate = candidate_from_sdp(told["candidate"].removeprefix("candidate:"))
            candidate.sdpMid, candidate.sdpMLineIndex = told["sdpMid"], told["sdpMLineIndex"]
            await self.pc.addIceCandidate(candidate)
        if "description" not in signal:
            return []
        await self.pc.setLocalDescription(await self.pc.createAnswer())
        local = {"type": "answer", "sdp": self.pc.localDescription.sdp}
        return [self.signals.seal(PEERS["ana"], signal["connection"], {"description": local})]

    def _channel(self, label: str, id: int) -> RTCDataChannel:
        channel = self.pc.createDataChannel(label, negotiated=True, id=id)
        channel.on("open", lambda: channel.send(confirmation(KEYS, "answerer", *self._certificates())))
        channel.on("message", lambda message: self._heard(channel, message))
        return channel

    def _certificates(self) -> tuple[bytes, bytes]:
        return fingerprint(self.pc.remoteDescription.sdp), fingerprint(self.pc.localDescription.sdp)

    def _heard(self, channel: RTCDataChannel, message: str | bytes) -> None:
        if channel.label not in self.confirmed:
            assert isinstance(message, bytes)
            assert is_confirmation(message, KEYS, "offerer", *self._certificates())
            self.confirmed.add(channel.label)
        elif isinstance(message, bytes):
            frame = unpack_frame(message)
            assert frame is not None
            assert frame.slot == 5
            self.chunks[frame.index] = open_chunk(self.key, frame.index, is_last_chunk(frame.index, SIZE), frame.sealed)
            if len(self.chunks) == COUNT:
                self.done.set()
        elif (told := json.loads(message))["type"] == "have" and told["object_id"] == self.object_id:
            want = {"type": "want", "slot": 5, "object_id": self.object_id, "ranges": [[0, COUNT]]}
            self.control.send(json.dumps(want))


async def test_a_program_that_is_no_browser_takes_a_file_from_a_page(peers: Peers) -> None:
    ana = await peers.add("ana")
    file = await ana.evaluate("(size) => offer(size, 8)", SIZE)
    program = Program(file)

    async def to_program(_: str, __: str, sealed: str) -> None:
        for answer in await program.take(sealed):
            await ana.evaluate("([from, text]) => signalIn(from, text)", [HIGHER, answer])

    peers.between = to_program
    await ana.evaluate("(peer) => room.meet(peer)", HIGHER)
    async with asyncio.timeout(20):
        await program.done.wait()
    whole = b"".join(program.chunks[index] for index in range(COUNT))
    assert list(whole) == await ana.evaluate("(size) => Array.from(fileOf(size, 8))", SIZE)
    await program.pc.close()
