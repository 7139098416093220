"""Two bare pages of a running Kamra in one room: what one writes, keeps and says, the other reads, fetches, hears."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.async_api import Browser, Page

from tests.browser.conftest import Console, Server
from ui.theme.assets import asset_url

MODULES = (
    *("bytes", "described", "entries", "entry_list", "fetched", "manifest", "objects", "room_calls"),
    *("room_socket", "secret", "signalling", "store"),
)
TWO_PARTS = 8_500_000  # bytes: 130 chunks
BARE = "health"  # an answer without a script of its own
_LOAD = """async (addresses) => {
  for (const [name, address] of Object.entries(addresses)) window[name] = await import(address);
  window.never = new AbortController().signal;
  window.refusalOf = (promise) =>
    promise.then(() => "nothing thrown", ({ status, code }) => `${status ?? ""} ${code}`.trim());
  window.vectorData = (size) => {
    const data = new Uint8Array(size);
    for (let i = 0; i < Math.min(size, 251); i += 1) data[i] = (i * i + 7 * i) % 251;
    for (let made = 251; made < size; made *= 2) data.copyWithin(made, 0, made); // they come again after 251
    return data;
  };
  window.random = (size) => {
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
    return bytes;
  };
  window.fetchWhole = async (object, options) => {
    const [arrived, chunks] = [new fetched.ArrivedLeaves(object), []];
    for await (const { index, chunk } of fetched.fetchChunks(keys, object, options)) {
      await arrived.add(index, chunk);
      chunks.push(chunk);
    }
    if (!options) await arrived.demandRoot();
    return bytes.joined(...chunks);
  };
  window.keep = async (blob, options) => {
    const object = await described.describe(keys, blob);
    await store.keepObject(keys, object, { signal: never, ...options });
    return object;
  };
  window.putAsPart = async ({ objectId }, sealed) => {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", sealed));
    await store.putPart(keys, objectId, 0, { sealed, digest }, { signal: never });
  };
  window.join = () => {
    window.heard = [];
    window.socket = new room_socket.RoomSocket(keys, peer, (what) => heard.push(what));
  };
}"""
_COME = """async ([link, isHost]) => {
  window.keys = await secret.roomKeys(secret.parseLink(link).secret);
  window.peer = signalling.newPeer();
  window.list = new manifest.Manifest(keys, peer);
  if (!isHost) return true;
  const { token, hash } = await secret.newOwnerToken();
  window.ownerToken = token;
  return (await room_calls.openRoom(keys, hash, { days: 1 })).room_id === keys.roomId;
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoPages:
    """`host` is signed in and opens rooms; `guest` is nobody the server knows. Both run the same code."""

    host: Page
    guest: Page


@pytest.fixture(scope="session")
async def signed_in_and_not(browser: Browser, server: Server) -> AsyncIterator[TwoPages]:
    """Two windows with the room's modules, which stay from test to test."""
    contexts = [await browser.new_context(), await browser.new_context()]
    form: dict[str, str | float | bool] = {"login": server.login, "password": server.password}
    headers = {"Origin": server.url}
    answer = await contexts[0].request.post(f"{server.url}/sign-in", form=form, headers=headers, max_redirects=0)
    assert answer.status == 303
    pages = TwoPages(host=await contexts[0].new_page(), guest=await contexts[1].new_page())
    for page in (pages.host, pages.guest):
        await page.goto(f"{server.url}/{BARE}")
        await page.evaluate(_LOAD, {name: asset_url(f"rooms/page/{name}.js") for name in MODULES})
    yield pages
    for context in contexts:
        await context.close()


@pytest.fixture
async def pages(signed_in_and_not: TwoPages, console: Console) -> AsyncIterator[TwoPages]:
    """Both in a new room."""
    both = signed_in_and_not
    for page in (both.host, both.guest):
        page.on("console", console.heard)
    link = await both.host.evaluate("secret.linkOf(location.origin, secret.newSecret(), false)")
    assert await both.host.evaluate(_COME, [link, True])
    await both.guest.evaluate(_COME, [link, False])
    yield both
    for page in (both.host, both.guest):
        await page.evaluate("window.socket?.close()")
        page.remove_listener("console", console.heard)
    await both.host.evaluate("room_calls.closeRoom(keys, ownerToken).catch(() => {})")
    assert console.unexpected() == []


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


async def test_what_one_keeps_the_other_fetches_whole_and_in_part(pages: TwoPages) -> None:
    kept = await pages.host.evaluate(
        """async (size) => {
          const file = new File([random(size)], "lake.dng");
          const [told, places] = [[], []];
          const progress = (bytes) => told.push(bytes);
          const object = await keep(file, { progress, reserved: (one) => places.push(one) });
          const again = (await keep(file)).objectId === object.objectId;
          await entry_list.say(keys, list, [entries.add(object, { name: file.name, by: "Ada" })]);
          const whole = told.at(-1) === objects.sealedSize(file.size);
          return [whole, places[0].isReady, places[0].uploaderToken.length, again, DIGEST];
        }""".replace("DIGEST", _DIGEST.format("await file.arrayBuffer()")),
        TWO_PARTS,
    )
    assert kept[:4] == [True, False, 43, True]
    fetched = await pages.guest.evaluate(
        """async () => {
          await entry_list.catchUp(keys, list);
          const [object] = list.view.files.values();
          const whole = await fetchWhole(object);
          const middle = await fetchWhole(object, { first: 100, end: 129 });
          const end = await fetchWhole(object, { first: 128 });
          const part = whole.subarray(100 * objects.CHUNK, 129 * objects.CHUNK);
          return [DIGEST, bytes.same(middle, part), bytes.same(end, whole.subarray(128 * objects.CHUNK)), object.name];
        }""".replace("DIGEST", _DIGEST.format("whole"))
    )
    assert fetched == [kept[4], True, True, "lake.dng"]


async def test_what_one_began_to_keep_another_who_has_the_file_goes_on_with(pages: TwoPages, console: Console) -> None:
    console.expect("409")
    begin = """async (size) => {
      const object = await described.describe(keys, new Blob([vectorData(size)]));
      const [{ uploaderToken }, sealed] = [
        await store.reserve(keys, object), bytes.joined(...(await described.sealRange(object, 0, objects.PART_CHUNKS))),
      ];
      await putAsPart(object, sealed);
      return [uploaderToken.length, await refusalOf(store.complete(keys, object.objectId))];
    }"""
    assert await pages.host.evaluate(begin, TWO_PARTS) == [43, "409 parts_missing"]
    went_on = await pages.guest.evaluate(
        """async (size) => {
          const [places, told] = [[], []];
          const options = { reserved: (one) => places.push(one), progress: (sent) => told.push(sent) };
          const object = await keep(new Blob([vectorData(size)]), options);
          const [{ parts, uploaderToken }] = places;
          const isSame = bytes.same(await fetchWhole(object), vectorData(size));
          return [told[0] === objects.PART, [...parts.keys()], uploaderToken, isSame];
        }""",
        TWO_PARTS,
    )
    assert went_on == [True, [0], None, True]


async def test_keeping_can_be_given_up(pages: TwoPages) -> None:
    given_up = "keep(new Blob(['x']), { signal: AbortSignal.abort() }).catch(({ name }) => name)"
    assert await pages.host.evaluate(given_up) == "AbortError"


async def test_kept_is_not_said_of_other_bytes_than_one_has(pages: TwoPages) -> None:
    told = await pages.host.evaluate(
        """async () => {
          const file = new Blob([random(200)]);
          const object = await described.describe(keys, file);
          await store.reserve(keys, object);
          await putAsPart(object, random(216));
          await store.complete(keys, object.objectId);
          return [await refusalOf(keep(file)), await refusalOf(fetchWhole(object))];
        }"""
    )
    assert told == ["stored_otherwise", "not_authentic"]


async def test_what_is_not_what_was_announced_is_not_taken(pages: TwoPages) -> None:
    """A member may seal other bytes under an object's key: every chunk opens, and the root is wrong."""
    told = await pages.host.evaluate(
        """async () => {
          const object = await described.describe(keys, new Blob([random(200)]));
          await store.reserve(keys, object);
          await putAsPart(object, await objects.sealChunk(object.key, 0, true, random(200)));
          await store.complete(keys, object.objectId);
          return refusalOf(fetchWhole(object));
        }"""
    )
    assert told == "wrong_root"


async def test_only_who_kept_an_object_or_owns_the_room_removes_it(pages: TwoPages, console: Console) -> None:
    console.expect("40[134]")
    told = await pages.host.evaluate(
        """async () => {
          const answers = [];
          for (const right of [{ ownerToken }, "its own", { ownerToken: null }]) {
            let place;
            const object = await keep(new Blob([random(50)]), { reserved: (one) => (place = one) });
            const its = right === "its own" ? { uploaderToken: place.uploaderToken } : right;
            answers.push(await refusalOf(store.removeKept(keys, object.objectId, { uploaderToken: keys.auth })));
            answers.push(await refusalOf(store.removeKept(keys, object.objectId, its)));
            answers.push(await refusalOf(fetchWhole(object)));
          }
          return answers;
        }"""
    )
    assert told == ["401 room_auth_wrong", "nothing thrown", "404 room_object_not_found"] * 3


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


_DIGEST = "bytes.hex(new Uint8Array(await crypto.subtle.digest('SHA-256', {})))"
_TOLD = """async () => {
  await entry_list.catchUp(keys, list);
  const { view, head, notices } = list;
  return { title: view.title, texts: view.notes.map(({ text }) => text.split(" ")[0]), head, notices };
}"""


async def _at_once(pages: TwoPages, script: str) -> None:
    guest = pages.guest.evaluate(f"{{ {script}.then(() => (window.said = true)); }}")
    await guest
    await pages.host.evaluate(script)
    await pages.guest.wait_for_function("window.said")


async def _heard(page: Page, kind: str) -> dict[str, Any]:
    """The newest of this kind that the page's socket heard, once there is one."""
    await page.wait_for_function("(kind) => heard.some(({ type }) => type === kind)", arg=kind, polling=20)
    return await page.evaluate("(kind) => heard.findLast(({ type }) => type === kind)", kind)
