"""From page to page: files arrive as they are, from one source or several, and nothing waits in heaps."""

from tests.browser.rooms.direct.peers import Peers


async def test_a_file_arrives_as_it_is(peers: Peers) -> None:
    ana, ben = await peers.add("ana"), await peers.add("ben")
    file = await ana.evaluate("offer(3_000_001, 7)")
    await peers.meet("ana", "ben")
    await ben.evaluate("(file) => want(file)", file)
    await ben.evaluate("(file) => happening('fetched', { objectId: file.id })", file)
    sent = await ana.evaluate("digest(fileOf(3_000_001, 7))")
    assert await ben.evaluate("(file) => digest(files.get(file.id).bytes)", file) == sent
    assert await ben.evaluate("stats.again") == 0
    assert await ana.evaluate("stats.mostWaiting") <= 256 * 1024 + 65_496
