"""A receiver whose page dies asks for what it does not have, and for little of the rest."""

import asyncio
import base64

from tests.browser.rooms.direct.peers import PEERS, Peers

SIZE = 16_000_000
CHUNK, TAG = 65_472, 16
COUNT = -(-SIZE // CHUNK)


class Kept:
    """What the receiver had kept for good: it outlives its page."""

    def __init__(self) -> None:
        self.chunks: set[int] = set()
        self.reached = asyncio.Event()
        self.enough = 0

    def keep(self, index: int) -> None:
        self.chunks.add(index)
        self._look()

    def wait_for(self, part: float) -> asyncio.Event:
        self.enough, self.reached = int(part * COUNT), asyncio.Event()
        self._look()
        return self.reached

    def _look(self) -> None:
        if len(self.chunks) >= self.enough:
            self.reached.set()

    @property
    def bitmap(self) -> str:
        bits = sum(1 << index for index in self.chunks)
        return base64.urlsafe_b64encode(bits.to_bytes(-(-COUNT // 8), "little")).rstrip(b"=").decode()


async def test_little_is_sent_again_to_a_receiver_who_was_killed_three_times(peers: Peers) -> None:
    kept = Kept()
    ana = await peers.add("ana")
    file = await ana.evaluate("(size) => offer(size, 9)", SIZE)
    for name, part in (("ben", 0.1), ("cem", 0.5), ("dan", 0.9), ("eve", 1)):  # a page that is loaded is another peer
        enough = kept.wait_for(part)
        page = await peers.add(name, kept=kept.keep)
        await peers.meet("ana", name)
        await page.evaluate("([file, known]) => want(file, known)", [file, kept.bitmap])
        async with asyncio.timeout(20):
            await enough.wait()
        await peers.kill(name)
        await ana.evaluate("(peer) => room.left(peer)", PEERS[name])
    assert kept.chunks == set(range(COUNT))
    again = await ana.evaluate("stats.served") - (SIZE + COUNT * TAG)
    assert again <= 3 * (SIZE / 100 + 2**20)
