"""From page to page: files arrive as they are, from one source or several, and nothing waits in heaps."""

from typing import Any

from playwright.async_api import Page

from tests.browser.rooms.direct.peers import PEERS, Peers

CHUNK, TAG = 65_472, 16
FRAME = 65_496
HIGH_WATER = 256 * 1024


async def arrived(page: Page, file: dict[str, Any]) -> str:
    """The digest of a file that is all there now."""
    await page.evaluate("(file) => happening('fetched', { objectId: file.id })", file)
    return await page.evaluate("(file) => digest(files.get(file.id).bytes)", file)


def sealed(size: int) -> int:
    return size + TAG * -(-size // CHUNK)


async def test_a_file_arrives_as_it_is_and_little_of_it_waits(peers: Peers) -> None:
    ana, ben = await peers.add("ana"), await peers.add("ben")
    file = await ana.evaluate("offer(6_000_001, 7)")
    await peers.meet("ana", "ben")
    await ben.evaluate("(file) => want(file)", file)
    assert await arrived(ben, file) == await ana.evaluate("digest(fileOf(6_000_001, 7))")
    assert await ana.evaluate("stats.served") == sealed(6_000_001) == await ben.evaluate("stats.arrived")
    assert await ana.evaluate("stats.mostWaiting") <= HIGH_WATER + FRAME


async def test_small_files_do_not_wait_for_a_large_one(peers: Peers) -> None:
    ana, ben = await peers.add("ana"), await peers.add("ben")
    large = await ana.evaluate("offer(12_000_000, 1)")
    small = [await ana.evaluate("(seed) => offer(70_000, seed)", seed) for seed in range(2, 5)]
    await peers.meet("ana", "ben")
    await ben.evaluate("(files) => Promise.all(files.map((file) => want(file)))", [large, *small])
    for number, file in enumerate(small, 2):
        sent = await ana.evaluate("(seed) => digest(fileOf(70_000, seed))", number)
        assert await arrived(ben, file) == sent
    assert await ben.evaluate("(file) => files.get(file.id).seen.size", large) < 12_000_000 // CHUNK
    await ben.evaluate("(file) => room.stop(file.id)", large)


async def test_an_empty_file_arrives(peers: Peers) -> None:
    ana, ben = await peers.add("ana"), await peers.add("ben")
    file = await ana.evaluate("offer(0, 1)")
    await peers.meet("ana", "ben")
    await ben.evaluate("(file) => want(file)", file)
    assert await arrived(ben, file) == await ana.evaluate("digest(new Uint8Array())")


async def test_what_is_cancelled_stops_and_the_next_file_comes(peers: Peers) -> None:
    ana, ben = await peers.add("ana"), await peers.add("ben")
    large, next_one = await ana.evaluate("offer(30_000_000, 1)"), await ana.evaluate("offer(500_000, 2)")
    await peers.meet("ana", "ben")
    await ben.evaluate("(file) => want(file)", large)
    await ben.evaluate("until(() => stats.arrived > 1_000_000)")
    await ben.evaluate("(file) => room.stop(file.id)", large)
    await ben.evaluate("(file) => want(file)", next_one)
    await arrived(ben, next_one)
    served = await ana.evaluate("stats.served")
    assert served < 10_000_000
    await ben.evaluate("(peer) => until(() => room.speed(peer).in === 0)", PEERS["ana"])
    assert await ana.evaluate("stats.served") == served


async def test_each_chunk_comes_once_and_both_who_have_the_file_give_some(peers: Peers) -> None:
    ana, ben, cem = [await peers.add(name) for name in ("ana", "ben", "cem")]
    file = await ana.evaluate("offer(8_000_000, 3)")
    await cem.evaluate("offer(8_000_000, 3)")
    await peers.meet("ana", "ben")
    await peers.meet("cem", "ben")
    for other in ("ana", "cem"):
        await ben.evaluate("(peer) => happening('has', { peer })", PEERS[other])
    await ben.evaluate("(file) => want(file)", file)
    await arrived(ben, file)
    given = [await page.evaluate("stats.served") for page in (ana, cem)]
    assert sum(given) == sealed(8_000_000)
    assert min(given) > 800_000


async def test_a_file_goes_on_from_somebody_else_when_its_sender_vanishes(peers: Peers) -> None:
    ana, ben, cem = [await peers.add(name) for name in ("ana", "ben", "cem")]
    file = await ana.evaluate("offer(12_000_000, 4)")
    await peers.meet("ana", "ben")
    await ben.evaluate("(file) => want(file)", file)
    await ben.evaluate("until(() => stats.arrived > 2_000_000)")
    await peers.leave("ana")
    await cem.evaluate("offer(12_000_000, 4)")
    before = await ben.evaluate("stats.arrived")
    await peers.meet("cem", "ben")
    assert await arrived(ben, file) == await cem.evaluate("digest(fileOf(12_000_000, 4))")
    assert await cem.evaluate("stats.served") == sealed(12_000_000) - before
    assert await ben.evaluate("stats.again") == 0


async def test_who_gives_what_is_not_the_file_is_not_asked_again(peers: Peers) -> None:
    ana, ben, cem = [await peers.add(name) for name in ("ana", "ben", "cem")]
    file = await ana.evaluate("offer(2_000_000, 5)")
    await ana.evaluate("files.forEach((file) => (file.isFalse = true))")
    await peers.meet("ana", "ben")
    await ben.evaluate("(file) => want(file)", file)
    await ben.evaluate("(peer) => happening('untrue', { peer })", PEERS["ana"])
    await cem.evaluate("offer(2_000_000, 5)")
    await peers.meet("cem", "ben")
    assert await arrived(ben, file) == await cem.evaluate("digest(fileOf(2_000_000, 5))")


async def test_a_file_that_changed_at_its_sender_is_said_and_not_asked_for_again(peers: Peers) -> None:
    ana, ben = await peers.add("ana"), await peers.add("ben")
    file = await ana.evaluate("offer(200_000, 6)")
    await ana.evaluate("files.forEach(({ described }) => (described.blob = new Blob([fileOf(200_000, 60)])))")
    await peers.meet("ana", "ben")
    await ben.evaluate("(file) => want(file)", file)
    assert "file_changed" in (await ana.evaluate("happening('unserved')"))["error"]
    await ben.evaluate("happening('has', { bitmap: '' })")
    assert await ben.evaluate("stats.arrived") == 0
