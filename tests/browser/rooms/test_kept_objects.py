"""What one page of a room has the server keep, another fetches: whole, in part, and only what was announced."""

from playwright.async_api import Route

from tests.browser.conftest import Console
from tests.browser.rooms.two_pages import TwoPages

TWO_PARTS = 8_500_000  # bytes: 130 chunks
_DIGEST = "bytes.hex(new Uint8Array(await crypto.subtle.digest('SHA-256', {})))"


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


async def test_what_ends_too_early_is_gone_on_with_behind_what_came(pages: TwoPages) -> None:
    async def cut(route: Route) -> None:
        whole = await route.fetch()
        await route.fulfill(status=206, body=(await whole.body())[:140_000])

    await pages.host.route("**/objects/*", cut, times=1)
    told = await pages.host.evaluate(
        """async () => {
          const object = await keep(new Blob([vectorData(200_000)]));
          const came = [];
          const take = async (range) => {
            for await (const { index, chunk } of fetched.fetchChunks(keys, object, range)) came.push([index, chunk]);
          };
          const cut = await refusalOf(take({ signal: never }));
          await take({ first: came.length });
          const whole = bytes.joined(...came.map(([, chunk]) => chunk));
          return [cut, came.map(([index]) => index), bytes.same(whole, vectorData(200_000))];
        }"""
    )
    assert told == ["0 offline", [0, 1, 2, 3], True]


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
