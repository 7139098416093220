"""A page and the Python client in one room: neither can tell that the other is not one of its own."""

import hashlib
import random
from pathlib import Path

from tests.browser.rooms.two_pages import TwoPages
from ui.rooms.client.described import describe
from ui.rooms.client.entries import add, received
from ui.rooms.client.keeping import keep
from ui.rooms.client.live_room import live_room
from ui.rooms.client.saving import save
from ui.rooms.client.secret import parse_link, room_keys
from ui.rooms.client.visiting import visited

SIZE = 200_000
_READS_AND_ANSWERS = """async () => {
  const [fox] = list.view.files.values();
  const digest = await crypto.subtle.digest("SHA-256", await fetchWhole(fox));
  const lake = await keep(new Blob([Uint8Array.from({ length: 200 }, (_, at) => at)]));
  await entry_list.say(keys, list, [entries.add(lake, { name: "lake.jpg", by: "Ada" })]);
  return [fox.name, fox.by, bytes.hex(new Uint8Array(digest))];
}"""


async def test_a_page_and_a_program_pass_each_other_files(pages: TwoPages, tmp_path: Path) -> None:
    link = parse_link(await pages.host.evaluate("link"))
    keys = room_keys(link.secret)
    photograph = tmp_path / "fox.dng"
    photograph.write_bytes(random.Random(1).randbytes(SIZE))
    async with visited(link.site, keys, "Bo") as visit:
        described = describe(keys, photograph)
        await keep(visit.store, described)
        await visit.write([add(described.name, name="fox.dng", mime="image/x-adobe-dng", by="Bo")])
        await pages.guest.evaluate("entry_list.catchUp(keys, list)")
        told = await pages.guest.evaluate(_READS_AND_ANSWERS)
        assert told == ["fox.dng", "Bo", hashlib.sha256(photograph.read_bytes()).hexdigest()]
        await visit.catch_up()
        *_, lake = visit.manifest.view.files.values()
        saved = await save(visit.store, keys, lake, tmp_path / "saved")
        assert (lake.name, saved.read_bytes()) == ("lake.jpg", bytes(range(200)))
        await visit.write([received([lake.object.object_id], "Bo")])
        await pages.guest.evaluate("entry_list.catchUp(keys, list)")
        head = visit.manifest.head
        assert await pages.guest.evaluate("list.head") == {"seq": head.seq, "hash": head.hash}
        assert await pages.guest.evaluate("[...[...list.view.files.values()].at(-1).receivedBy]") == ["Bo"]
        assert (visit.manifest.notices, await pages.guest.evaluate("list.notices")) == ([], [])


async def test_a_page_and_a_program_signal_each_other(pages: TwoPages) -> None:
    link = parse_link(await pages.guest.evaluate("link"))
    await pages.guest.evaluate("join()")
    await pages.guest.evaluate("heardOf('welcome')")
    peer = await pages.guest.evaluate("peer")
    async with live_room(link.site, room_keys(link.secret)) as room:
        assert room.welcome["peers"] == [peer]
        await room.signal(peer, "one", {"sdp": "offer"})
        told = await pages.guest.evaluate("heardOf('signal')")
        assert told["message"] == {"sdp": "offer", "connection": "one", "n": 1}
        await pages.guest.evaluate("(to) => socket.signal(to, 'one', { sdp: 'answer' })", room.peer)
        assert (await room.heard())["fields"] == {"sdp": "answer", "connection": "one", "n": 1}
