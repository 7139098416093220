"""Who a page talks to: both may begin at once, and nobody in between gets a byte of a picture."""

import asyncio
from pathlib import Path

from playwright.async_api import Browser

from tests.browser.rooms.direct.peers import PEERS, Peers, signal_in, signal_out
from tests.rooms.vectors import VECTORS

MIDDLE = (Path(__file__).parent / "middle.js").read_text(encoding="utf-8")


async def test_two_who_call_at_once_have_one_connection(peers: Peers) -> None:
    called = {"ana": asyncio.Event(), "ben": asyncio.Event()}
    signals = []

    async def hold_offers(sender: str, receiver: str, text: str) -> str:
        signal = signal_in(text)
        signals.append((sender, signal["connection"], signal.get("description", {}).get("type")))
        called[sender].set()
        await called[receiver].wait()
        return text

    peers.between = hold_offers
    ana, ben = await peers.add("ana", plain=True), await peers.add("ben", plain=True)
    await peers.meet("ana", "ben")
    for page in (ana, ben):
        await page.evaluate("happening('met')")
    offers = [(sender, connection) for sender, connection, kind in signals if kind == "offer"]
    assert sorted(offers) == [("ana", "1"), ("ben", "1")]
    assert [sender for sender, _, kind in signals if kind == "answer"] == ["ana"]  # the polite one took hers back
    assert await ana.evaluate("connections.filter((one) => one.connectionState === 'connected').length") == 1


async def test_somebody_in_between_is_found_out_by_both_before_a_byte_of_a_picture(
    peers: Peers, direct_browser: Browser
) -> None:
    mallory = await direct_browser.new_page()

    async def say(sender: str, receiver: str, text: str) -> None:
        await peers.pages[receiver].evaluate("([from, text]) => signalIn(from, text)", [PEERS[sender], text])

    async def in_between(sender: str, receiver: str, text: str) -> None:
        await mallory.evaluate("([from, to, signal]) => between(from, to, signal)", [sender, receiver, signal_in(text)])

    await mallory.goto(peers.url)
    await mallory.expose_function("sayAs", say)
    await mallory.evaluate(f"(() => {{ {MIDDLE} }})()")
    peers.between = in_between
    ana, ben = await peers.add("ana", plain=True), await peers.add("ben", plain=True)
    file = await ana.evaluate("offer(300_000, 1)")
    await ben.evaluate("(file) => want(file)", file)
    await ana.evaluate("(peer) => room.meet(peer)", PEERS["ben"])
    for page in (ana, ben):
        await page.evaluate("happening('tampered')")
    heard = await mallory.evaluate("heard")
    assert heard
    assert set(heard) == {32}  # proofs, and nothing else
    assert await ben.evaluate("stats.arrived") == await ana.evaluate("stats.served") == 0
    await mallory.close()


async def test_a_peer_with_another_secret_is_refused(peers: Peers) -> None:
    other = "1." + "B" + VECTORS["fragment"][3:]
    ana = await peers.add("ana", plain=True)
    ben = await peers.add("ben", plain=True, secret=f"http://localhost/r#{other}")
    await peers.meet("ana", "ben")
    for page in (ana, ben):
        await page.evaluate("happening('tampered')")
    assert await ana.evaluate("events.some(({ type }) => type === 'met')") is False


async def test_a_description_names_the_certificate_by_sha_256_alone(peers: Peers) -> None:
    descriptions = []

    async def look(sender: str, receiver: str, text: str) -> str:
        signal = signal_in(text)
        if "description" in signal:
            descriptions.append(signal["description"]["sdp"])
            # As Firefox and aiortc may write it; it has to be gone before Chromium chooses among them.
            more = "a=fingerprint:sha-1 " + ":".join(["00"] * 20) + "\r\na=fingerprint:"
            signal["description"]["sdp"] = descriptions[-1].replace("a=fingerprint:", more, 1)
        return signal_out(signal)

    peers.between = look
    ana, _ = await peers.add("ana", plain=True), await peers.add("ben", plain=True)
    await peers.meet("ana", "ben")
    await ana.evaluate("happening('met')")
    for sdp in descriptions:
        assert [line[:22] for line in sdp.splitlines() if "fingerprint" in line] == ["a=fingerprint:sha-256 "]
