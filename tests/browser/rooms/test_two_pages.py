"""Two bare pages of a running Kamra in one room: what one writes and says, the other reads and hears."""

from typing import Any

from playwright.async_api import Page

from tests.browser.conftest import Console
from tests.browser.rooms.two_pages import TwoPages

_TOLD = """async () => {
  await entry_list.catchUp(keys, list);
  const { view, head, notices } = list;
  return { title: view.title, texts: view.notes.map(({ text }) => text.split(" ")[0]), head, notices };
}"""


async def test_what_one_writes_the_other_reads_also_when_both_write_at_once(pages: TwoPages, console: Console) -> None:
    console.expect("409")  # one of them comes second
    await pages.host.evaluate("entry_list.say(keys, list, [entries.title('Lofoten')])")
    thumb = "A" * 32_000
    many = "Array.from({ length: 40 }, (_, at) => entries.note(`${at} ${given}`, 'Ada'))"
    await pages.guest.evaluate(f"(given) => entry_list.say(keys, list, {many})", thumb)
    both = "entry_list.say(keys, list, [1, 2, 3].map((at) => entries.note(String(at), peer)))"
    await _at_once(pages, both)
    told = [await page.evaluate(_TOLD) for page in (pages.host, pages.guest)]
    assert told[0] == told[1]
    assert (told[0]["title"], told[0]["notices"], told[0]["head"]["seq"]) == ("Lofoten", [], 47)
    assert told[0]["texts"][:40] == [str(at) for at in range(40)]
    assert sorted(told[0]["texts"][40:]) == ["1", "1", "2", "2", "3", "3"]


async def test_signals_reach_the_other_page_and_the_room_s_news_both(pages: TwoPages) -> None:
    await pages.host.evaluate("join()")
    assert (await _heard(pages.host, "welcome"))["peers"] == []
    await pages.guest.evaluate("join()")
    host, guest = [await page.evaluate("peer") for page in (pages.host, pages.guest)]
    assert (await _heard(pages.guest, "welcome"))["peers"] == [host]
    assert await _heard(pages.host, "joined") == {"type": "joined", "peer": guest}
    await pages.guest.evaluate("(host) => socket.signal(host, 'one', { sdp: 'offer' })", host)
    expected = {"type": "signal", "from": guest, "message": {"sdp": "offer", "connection": "one", "n": 1}}
    assert await _heard(pages.host, "signal") == expected
    await pages.host.evaluate("entry_list.say(keys, list, [entries.title('Lofoten')])")
    assert await _heard(pages.guest, "entry") == {"type": "entry", "seq": 1}
    object_id = await pages.host.evaluate("keep(new Blob(['x'])).then(({ objectId }) => objectId)")
    assert await _heard(pages.guest, "stored") == {"type": "stored", "object_id": object_id}


async def test_a_room_that_is_closed_is_over_on_every_way_in(pages: TwoPages, console: Console) -> None:
    console.expect("410")
    await pages.guest.evaluate("join()")
    await _heard(pages.guest, "welcome")
    await pages.host.evaluate("room_calls.closeRoom(keys, ownerToken)")
    assert await _heard(pages.guest, "ended") == {"type": "ended", "why": "over"}
    assert await pages.guest.evaluate("refusalOf(entry_list.catchUp(keys, list))") == "410 room_over"


async def test_a_wrong_password_meets_the_room_and_does_not_open_it(pages: TwoPages, console: Console) -> None:
    console.expect("401")
    told = await pages.guest.evaluate(
        """async () => {
          window.keys = { ...keys, auth: bytes.base64url(random(32)) };
          const refusal = await refusalOf(room_calls.roomTold(keys));
          join();
          return refusal;
        }"""
    )
    assert told == "401 room_auth_wrong"
    assert await _heard(pages.guest, "ended") == {"type": "ended", "why": "auth"}


async def test_a_room_says_how_long_it_is_there_and_its_owner_changes_it(pages: TwoPages) -> None:
    before, never, after = await pages.host.evaluate(
        """async () => {
          const before = await room_calls.roomTold(keys);
          await room_calls.changeRoom(keys, null, { keep: "never" });
          const never = await room_calls.roomTold(keys);
          await room_calls.changeRoom(keys, ownerToken, { keep: "ask" });
          return [before, never, await room_calls.roomTold(keys)];
        }"""
    )
    assert (before["keep"], never["keep"], after["keep"]) == ("always", "never", "ask")
    assert before["limits"]["part_bytes"] == await pages.host.evaluate("objects.PART")


async def _at_once(pages: TwoPages, script: str) -> None:
    guest = pages.guest.evaluate(f"{{ {script}.then(() => (window.said = true)); }}")
    await guest
    await pages.host.evaluate(script)
    await pages.guest.wait_for_function("window.said")


async def _heard(page: Page, kind: str) -> dict[str, Any]:
    """The newest of this kind that the page's socket heard, once there is one."""
    return await page.evaluate("heardOf", kind)
