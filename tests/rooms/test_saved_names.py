"""G65: whatever somebody called a file, it is saved with its exact bytes, under a harmless name, over nothing."""

from pathlib import Path

import pytest

from tests.rooms.vectors import SECRET
from ui.rooms.client.described import Described, describe, seal_range
from ui.rooms.client.entries import SharedFile
from ui.rooms.client.objects import chunk_count
from ui.rooms.client.partial_copy import PartialCopy
from ui.rooms.client.places import already_here
from ui.rooms.client.refused import NotAuthentic, WrongRoot
from ui.rooms.client.secret import room_keys

KEYS = room_keys(SECRET)
SCRIPT = b"<script>alert(1)</script>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "saved" / "here"
    made.mkdir(parents=True)
    return made


def _described(folder: Path, content: bytes) -> Described:
    path = folder.parent / "source"
    path.write_bytes(content)
    return describe(KEYS, path)


def _saved(folder: Path, content: bytes, name: str, path: str = "", mime: str = "image/jpeg") -> Path:
    source = _described(folder, content)
    file = SharedFile(object=source.name, name=name, path=path, mime=mime, coding=None)
    with PartialCopy(KEYS, file, folder) as copy:
        copy.add(seal_range(source, 0, chunk_count(source.name.size)))
        place = copy.put_in_place()
    assert place.read_bytes() == content
    assert folder in place.parents
    assert already_here(folder, file) == place
    assert place.resolve() == place
    return place


@pytest.mark.parametrize(
    ("name", "saved"),
    [
        ("../../x", "_.._x.jpg"),
        ("/etc/passwd", "_etc_passwd.jpg"),
        ("..", "Picture.jpg"),
        ("", "Picture.jpg"),
        ("a\x00b\n.jpg", "a_b_.jpg"),
        ("C:\\Windows\\x.jpg", "C__Windows_x.jpg"),
        ("nul.jpg", "_nul.jpg"),
        (".bashrc", "bashrc.jpg"),
        ("gpj.\u202eexe", "gpj._exe.jpg"),
        ("x" * 400 + ".jpg", "x" * 251 + ".jpg"),
        ("Öresund 夏.jpeg", "Öresund 夏.jpeg"),
    ],
)
def test_a_name_leads_nowhere_else(folder: Path, name: str, saved: str) -> None:
    assert _saved(folder, b"bytes", name) == folder / saved


@pytest.mark.parametrize(
    ("path", "saved"),
    [
        ("Trip/Day 1/a.jpg", "Trip/Day 1/a.jpg"),
        ("../../../a.jpg", "a.jpg"),
        ("/etc/./../cron.d/a.jpg", "etc/cron.d/a.jpg"),
        ("con/..\\x/a.jpg", "_con/_x/a.jpg"),
        ("/".join("d" * 30) + "/a.jpg", "/".join("d" * 20) + "/a.jpg"),
    ],
)
def test_folders_are_kept_below_the_chosen_one(folder: Path, path: str, saved: str) -> None:
    assert _saved(folder, b"bytes", "a.jpg", path) == folder / saved


def test_two_files_of_a_name_are_both_there_and_neither_is_saved_twice(folder: Path) -> None:
    places = [_saved(folder, content, "IMG_0001.jpg") for content in (b"one", b"two", b"")]
    assert [place.name for place in places] == ["IMG_0001.jpg", "IMG_0001 (2).jpg", "IMG_0001 (3).jpg"]
    assert [place.read_bytes() for place in places] == [b"one", b"two", b""]


def test_a_page_called_a_picture_keeps_its_bytes_and_its_name(folder: Path) -> None:
    assert _saved(folder, SCRIPT, "holiday.jpg", mime="text/html") == folder / "holiday.jpg"
    assert _saved(folder, SCRIPT + b"2", "holiday.html", mime="image/jpeg") == folder / "holiday.html.jpg"


def test_what_is_there_under_the_name_stays(folder: Path) -> None:
    (folder / "a.jpg").mkdir()
    (folder / "a (2).jpg").write_bytes(b"mine")
    assert _saved(folder, b"theirs", "a.jpg").name == "a (3).jpg"
    assert (folder / "a (2).jpg").read_bytes() == b"mine"


def test_what_another_program_left_in_the_copy_s_place_is_noticed_and_forgotten(folder: Path) -> None:
    source = _described(folder, bytes(200_000))
    file = SharedFile(object=source.name, name="a.jpg", path="a.jpg", mime="image/jpeg", coding=None)
    (folder / f".{source.name.object_id}.part").write_bytes(b"x" * 70_000)
    with PartialCopy(KEYS, file, folder) as copy:
        copy.add(seal_range(source, 0, chunk_count(200_000))[copy.next_byte :])
        assert copy.is_whole
        with pytest.raises(WrongRoot):
            copy.put_in_place()
    assert list(folder.iterdir()) == []


def test_bytes_behind_the_end_are_refused(folder: Path) -> None:
    source = _described(folder, b"bytes")
    file = SharedFile(object=source.name, name="a.jpg", path="a.jpg", mime="image/jpeg", coding=None)
    with PartialCopy(KEYS, file, folder) as copy, pytest.raises(NotAuthentic):
        copy.add(seal_range(source, 0, 1) + b"x")
