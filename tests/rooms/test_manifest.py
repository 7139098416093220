"""The manifest says what members wrote, and says so when the server shows another list than it did, or less of it."""

from typing import Any

import pytest

from tests.rooms.vectors import SECRET
from ui.rooms.client.entries import add, received, shared_file
from ui.rooms.client.manifest import Head, Manifest, Notice, SealedEntry, seal_entry
from ui.rooms.client.objects import object_name
from ui.rooms.client.secret import room_keys

KEYS = room_keys(SECRET)
ANNA, BERTA = "aa" * 12, "bb" * 12
OBJECT = object_name(KEYS, bytes(32), 7)


def _listed(sealed: list[bytes], first: int = 1) -> list[SealedEntry]:
    return [SealedEntry(seq=seq, sealed=one) for seq, one in enumerate(sealed, first)]


def _titles(*texts: str) -> list[SealedEntry]:
    return _listed(Manifest(KEYS, ANNA).seal_next({"type": "title", "text": text} for text in texts))


def test_what_is_sealed_together_and_one_after_another_is_one_chain() -> None:
    anna, berta = Manifest(KEYS, ANNA), Manifest(KEYS, BERTA)
    for written in ([{"type": "title", "text": "Lake"}, add(OBJECT, name="a.jpg", mime="image/jpeg", by="Anna")], []):
        anna.take(_listed(anna.seal_next(written), anna.head.seq + 1))
    later = _listed(anna.seal_next([received([OBJECT.object_id], "Berta"), {"type": "of a later version"}]), 3)
    anna.take(later)
    assert (anna.head.seq, anna.notices, anna.view.title) == (4, [], "Lake")
    assert [file.name for file in anna.view.files.values()] == ["a.jpg"]
    berta.take(later)
    assert berta.notices == [Notice(kind="hidden", seq=2), Notice(kind="hidden", seq=3)]


def test_a_removed_file_is_gone_and_may_come_again() -> None:
    manifest = Manifest(KEYS, ANNA)
    adding = add(OBJECT, name="a.jpg", mime="", by=None)
    removing = {"type": "remove", "object_id": OBJECT.object_id}
    manifest.take(_listed(manifest.seal_next([adding, {**adding, "name": "b.jpg"}])))
    assert [file.name for file in manifest.view.files.values()] == ["a.jpg"]
    manifest.take(_listed(manifest.seal_next([removing, {"type": "remove", "object_id": []}]), 3))
    assert manifest.view.files == {}
    manifest.take(_listed(manifest.seal_next([adding]), 5))
    assert len(manifest.view.files) == 1


def test_swapped_entries_are_unreadable_and_the_rest_is_read() -> None:
    one, two, three = _titles("a", "b", "c")
    manifest = Manifest(KEYS, BERTA)
    swapped = [SealedEntry(seq=1, sealed=two.sealed), SealedEntry(seq=2, sealed=one.sealed), three]
    manifest.take(swapped)
    assert manifest.notices == [
        Notice(kind="unreadable", seq=1),
        Notice(kind="unreadable", seq=2),
        Notice(kind="forked", seq=3),
    ]
    assert manifest.view.title == "c"


def test_an_entry_in_another_s_place_is_a_fork_and_an_earlier_one_that_changed_is_rewritten() -> None:
    manifest = Manifest(KEYS, BERTA)
    first, second = _titles("a", "b")
    other_first, other_second = _titles("x", "y")
    manifest.take([first, other_second])
    assert manifest.notices == [Notice(kind="forked", seq=2)]
    manifest.take([first, other_first])
    assert manifest.notices[1:] == [Notice(kind="rewritten", seq=1)]
    assert second.sealed != other_second.sealed


def test_a_head_that_somebody_remembers_is_held_against_the_list() -> None:
    manifest = Manifest(KEYS, BERTA)
    entries = _titles("a", "b")
    manifest.take(entries)
    head = manifest.head
    assert manifest.against(head) is None
    assert Manifest(KEYS, BERTA).against(head) == Notice(kind="hidden", seq=2)
    shorter = Manifest(KEYS, BERTA)
    shorter.take(_titles("x", "y"))
    assert shorter.against(head) == Notice(kind="rewritten", seq=2)
    assert shorter.against(Head(seq=0, hash=Manifest(KEYS, ANNA).head.hash)) is None


@pytest.mark.parametrize(
    "changed",
    [
        {"object_id": "00" * 16},
        {"object_id": 3},
        {"root": "11" * 32},
        {"root": "x"},
        {"root": None},
        {"size": 8},
        {"size": -1},
        {"size": True},
        {"size": "7"},
        {"size": 2**60},
    ],
)
def test_an_object_whose_name_does_not_follow_from_its_root_and_size_is_passed_over(changed: dict[str, Any]) -> None:
    entry = add(OBJECT, name="a", mime="", by=None)
    assert shared_file(KEYS, entry) is not None
    assert shared_file(KEYS, entry | {"root": "A" * 43}) == shared_file(KEYS, entry)  # the same in its other spelling
    assert shared_file(KEYS, entry | changed) is None


def test_fields_of_another_kind_than_they_should_be_say_nothing() -> None:
    entry = add(OBJECT, name="a", mime="", by=None) | {"name": "\ud800x", "path": 3, "mime": [], "coding": {}}
    file = shared_file(KEYS, entry)
    assert file is not None
    assert (file.name, file.path, file.mime, file.coding) == ("?x", "", "", None)


def test_one_entry_of_another_version_says_nothing() -> None:
    manifest = Manifest(KEYS, ANNA)
    text = f'{{"v":2,"type":"title","text":"a","prev":"{manifest.head.hash}"}}'
    manifest.take(_listed([seal_entry(KEYS, 1, text.encode())]))
    assert (manifest.view.title, manifest.notices, manifest.head.seq) == (None, [], 1)
