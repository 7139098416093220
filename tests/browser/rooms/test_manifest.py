"""The manifest in the browser: what is folded into the room, what is left out, and what is noticed."""

import pytest

from tests.browser.rooms.conftest import InPage

ROOM = """
  const keys = await secret.roomKeys(new Uint8Array(32).fill(7));
  const file = async (size, facts) => entries.add(await described.describe(keys, new Blob([vectorData(size)])), facts);
  const listed = [];
  const write = async (...contents) => {
    const { seq, sealed } = await room.sealNext(contents);
    const fresh = sealed.map((one, at) => ({ seq: seq + at, sealed: one, at: `at ${seq + at}` }));
    listed.push(...fresh);
    await room.take(fresh);
  };
  const room = new manifest.Manifest(keys, "aa".repeat(12));
  const read = async (list) => {
    const another = new manifest.Manifest(keys, "bb".repeat(12));
    await another.take(list);
    return another;
  };
"""


async def test_what_is_written_is_what_others_see(in_page: InPage) -> None:
    told = await in_page(
        ROOM
        + """
        const lake = await file(1, { name: "lake.jpg", width: 3, by: "Ada" });
        const fox = await file(2, { name: "fox.jpg" });
        await write(entries.title("Lofoten"), lake, fox);
        await write(entries.pick(fox.object_id, "Bo", true), entries.pick(lake.object_id, "Bo", true));
        await write(entries.pick(lake.object_id, "Bo", false), entries.received([fox.object_id, "no id"], "Cy"));
        await write(entries.note("Which one?", "Cy", fox.object_id), entries.note("Thanks", "Cy"));
        await write(entries.title("North"));
        await write(entries.remove(lake.object_id), lake, { ...fox, name: "again.jpg" });
        const { view, head, notices } = await read(listed);
        const shown = [...view.files.values()].map(({ receivedBy, pickedBy, notes, key, root, ...one }) =>
          ({ ...one, root: root.length, receivedBy: [...receivedBy], pickedBy: [...pickedBy], notes }));
        const { title, notes } = view;
        return { title, notes, shown, notices, same: head.hash === room.head.hash, seq: head.seq };
        """
    )
    fox, lake = told["shown"]
    assert (fox["name"], fox["size"], fox["pickedBy"], fox["receivedBy"]) == ("fox.jpg", 2, ["Bo"], ["Cy"])
    assert fox["notes"] == [{"text": "Which one?", "by": "Cy", "seq": 8, "at": "at 8"}]
    assert (lake["name"], lake["by"], lake["width"], lake["pickedBy"], lake["root"]) == ("lake.jpg", "Ada", 3, [], 32)
    assert (lake["seq"], lake["at"], lake["peer"]) == (12, "at 12", "aa" * 12)
    assert told["notes"] == [{"text": "Thanks", "by": "Cy", "seq": 9, "at": "at 9"}]
    assert (told["title"], told["notices"], told["same"], told["seq"]) == ("North", [], True, 13)


async def test_a_preview_and_a_coding_come_with_what_they_need(in_page: InPage) -> None:
    told = await in_page(
        ROOM
        + """
        const preview = await described.describe(keys, new Blob([vectorData(9)]));
        const original = { originalRoot: preview.root, originalSize: 70 };
        const facts = { preview, coding: "deflate", ...original, takenAt: "2026-08-14" };
        await write(await file(1, facts), { ...(await file(2, facts)), preview: { ...(await file(9)), size: 10 } });
        const [one, two] = room.view.files.values();
        return [one.preview.objectId === preview.objectId, one.coding, one.originalRoot.length, one.originalSize,
          one.takenAt, two.preview ?? null];"""
    )
    assert told == [True, "deflate", 32, 70, "2026-08-14", None]


async def test_what_is_not_known_or_cannot_be_true_is_left_out(in_page: InPage) -> None:
    told = await in_page(
        ROOM
        + """
        const [one, two] = [await file(1), await file(2)];
        await write(
          { ...one, size: 2 }, { ...one, root: two.root }, { ...one, object_id: two.object_id }, { ...one, root: 5 },
          { ...one, size: -1 }, { ...one, size: "1" }, { type: "add" }, { type: "toString" },
          { type: "shout", text: "!" },
          { type: "title", text: 5 }, { type: "note", text: null }, { type: "pick", object_id: one.object_id, on: 1 },
          { type: "received", object_ids: "all" }, { type: "remove", object_id: 5 }, { type: 5 }, { v: 2, ...one },
          { ...one, name: 5, width: "wide", thumb: [], unheard: "of", v: 1 },
        );
        const [shown] = room.view.files.values();
        return [room.view.files.size, shown.name ?? null, shown.width ?? null, shown.unheard ?? null, room.view.title,
          room.view.notes, room.notices, room.head.seq];"""
    )
    assert told == [1, None, None, None, None, [], [], 17]


async def test_a_root_in_base64url_is_understood_as_well(in_page: InPage) -> None:
    assert await in_page(
        ROOM
        + """
        const one = await file(1);
        await write({ ...one, root: window.bytes.base64url(window.bytes.fromHex(one.root)) });
        return room.view.files.has(one.object_id);"""
    )


@pytest.mark.parametrize(
    ("changed", "notices", "titles"),
    [
        pytest.param(
            "[listed[1], listed[0]].map((one, at) => ({ ...one, seq: at + 1 }))", "unreadable 1 2", None, id="swapped"
        ),
        pytest.param(
            "[listed[0], { ...listed[1], sealed: listed[0].sealed }]", "unreadable 2", "one", id="played twice"
        ),
        pytest.param(
            "[listed[0], { ...listed[1], sealed: 'AAAA' }, listed[2]]", "unreadable 2, forked 3", "three", id="junk"
        ),
        pytest.param("[listed[0], listed[2]]", "hidden 2", "one", id="left out"),
        pytest.param("[listed[0], flipped(listed[1])]", "unreadable 2", "one", id="a flipped bit"),
    ],
)
async def test_entries_that_were_meddled_with_are_refused_and_noticed(
    in_page: InPage, changed: str, notices: str, titles: str | None
) -> None:
    told = await in_page(
        ROOM
        + f"""
        const flipped = (one) => {{
          const sealed = window.bytes.fromBase64url(one.sealed);
          sealed[20] ^= 1;
          return {{ ...one, sealed: window.bytes.base64url(sealed) }};
        }};
        await write(entries.title("one"), entries.title("two"), entries.title("three"));
        const {{ view, notices }} = await read({changed});
        const kinds = Map.groupBy(notices, ({{ kind }}) => kind);
        const said = [...kinds].map(([kind, them]) => [kind, ...them.map(({{ seq }}) => seq)].join(" ")).join(", ");
        return [said, view.title];"""
    )
    assert told == [notices, titles]


async def test_who_comes_back_notices_a_list_that_was_cut_or_written_anew(in_page: InPage) -> None:
    told = await in_page(
        ROOM
        + """
        await write(entries.title("one"), entries.title("two"));
        const { head } = room;
        const cut = await read(listed.slice(0, 1));
        const { seq, sealed } = await (await read([])).sealNext([entries.title("I"), entries.title("II")]);
        const anew = sealed.map((one, at) => ({ seq: seq + at, sealed: one, at: "later" }));
        return {
          same: (await read(listed)).against(head),
          earlier: (await read(listed)).against({ seq: 0, hash: room.head.hash }),
          cut: cut.against(head), anew: (await read(anew)).against(head), kept: cut.notices,
        };"""
    )
    assert told == {
        "same": None,
        "earlier": {"kind": "rewritten", "seq": 0},
        "cut": {"kind": "hidden", "seq": 2},
        "anew": {"kind": "rewritten", "seq": 2},
        "kept": [{"kind": "hidden", "seq": 2}],
    }


async def test_the_same_list_again_changes_nothing_and_another_at_its_place_is_noticed(in_page: InPage) -> None:
    told = await in_page(
        ROOM
        + """
        await write(entries.title("one"), entries.note("hello", "Ada"));
        await Promise.all([room.take(listed), room.take(listed)]);
        const before = [room.view.notes.length, room.notices.length];
        await room.take([{ ...listed[1], sealed: listed[0].sealed }]);
        return [before, room.view.notes.length, room.notices, room.head.seq];"""
    )
    assert told == [[1, 0], 1, [{"kind": "rewritten", "seq": 2}], 2]


async def test_another_room_s_entry_does_not_open(in_page: InPage) -> None:
    code = await in_page(
        ROOM
        + """
        await write(entries.title("one"));
        const other = await secret.roomKeys(new Uint8Array(32).fill(8));
        const borrowed = { ...keys, room: other.room };
        return Promise.all([other, borrowed].map((one) => codeOf(manifest.openEntry(one, 1, listed[0].sealed))));"""
    )
    assert code == ["not_authentic", "not_authentic"]
