"""AVIF renditions afterwards: shown beside the JPEGs, served as what they are, never in the way of new pictures."""

import asyncio
import os
import signal
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

from PIL import Image

from tests.painted import photograph
from tests.sending import MEDIA, sent, uploaded
from tests.signed_in import Person
from ui.parts import Parts

T = TypeVar("T")


async def _until(holds: Callable[[], T]) -> T:
    for _ in range(6000):
        if seen := holds():
            return seen
        await asyncio.sleep(0.01)
    raise AssertionError("it never came to hold")


async def _with_lighter(person: Person, media_id: str) -> dict[str, Any]:
    """The picture once it has its AVIF renditions; they come after a quiet while, from a worker that comes last."""
    async with asyncio.timeout(90):
        while True:
            found = (await person.get(f"{MEDIA}/{media_id}")).json()
            if any(one["content_type"] == "image/avif" for one in found["renditions"]):
                return found
            await asyncio.sleep(0.05)


def _last_workers() -> list[int]:
    tasks = Path("/proc/self/task").iterdir()
    children = [int(child) for task in tasks for child in _read(task / "children").split()]
    return [child for child in children if b"--last" in _read(Path(f"/proc/{child}/cmdline")).split(b"\0")]


def _read(proc: Path) -> bytes:
    try:
        return proc.read_bytes()
    except (FileNotFoundError, ProcessLookupError):  # a thread or a process that ended while we looked
        return b""


async def test_every_size_comes_as_jpeg_and_later_as_a_lighter_avif_too(anna: Person) -> None:
    picture = await uploaded(anna, photograph(width=800, height=600, quality=95))
    assert {one["content_type"] for one in picture["renditions"]} == {"image/jpeg"}
    found = await _with_lighter(anna, picture["id"])
    assert [(one["width"], one["content_type"]) for one in found["renditions"]] == [
        (width, kind) for width in (800, 640, 320) for kind in ("image/jpeg", "image/avif")
    ]
    sizes = [one["bytes"] for one in found["renditions"]]
    assert all(avif < jpeg for jpeg, avif in zip(sizes[::2], sizes[1::2], strict=True))


async def test_an_avif_is_served_as_what_it_is_and_dies_with_its_picture(anna: Person, running: Parts) -> None:
    picture = await uploaded(anna, photograph(width=800, height=600, quality=95))
    found = await _with_lighter(anna, picture["id"])
    avif = next(one for one in found["renditions"] if one["content_type"] == "image/avif")
    answer = await anna.get(avif["url"])
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/avif"
    assert len(answer.content) == avif["bytes"]
    with Image.open(BytesIO(answer.content)) as shown:
        assert (shown.format, shown.size) == ("AVIF", (avif["width"], avif["height"]))
    assert (await anna.get(avif["url"].replace(".avif", ".jpg"))).status_code == 403
    assert (await anna.delete(f"{MEDIA}/{picture['id']}")).status_code == 204
    assert (await anna.get(avif["url"])).status_code == 404
    assert [stored.key async for stored in running.files.list()] == []


async def test_an_avatar_stays_a_jpeg(anna: Person) -> None:
    picture = await uploaded(anna, photograph(width=800, height=600, quality=95))
    await _with_lighter(anna, picture["id"])
    answer = await anna.patch("/api/v1/users/@anna", json={"avatar_media_id": picture["id"]})
    assert answer.status_code == 200, answer.text
    assert (await anna.get(answer.json()["avatar"]["url"])).headers["content-type"] == "image/jpeg"


async def test_a_new_picture_does_not_wait_for_lighter_ones_that_are_being_made(anna: Person) -> None:
    """The one worker task of this Kamra has nothing else to do, and the lighter one does not even move."""
    first = await uploaded(anna, photograph(width=1600, height=1200, seed=1))
    (halted,) = await _until(_last_workers)
    os.kill(halted, signal.SIGSTOP)
    second = await uploaded(anna, photograph(seed=2))
    assert second["status"] == "completed"
    assert _last_workers() == [halted]
    now = (await anna.get(f"{MEDIA}/{first['id']}")).json()
    assert {one["content_type"] for one in now["renditions"]} == {"image/jpeg"}
    os.kill(halted, signal.SIGCONT)
    await _with_lighter(anna, first["id"])
    await _with_lighter(anna, second["id"])


async def test_no_worker_for_lighter_ones_runs_before_there_is_something_to_make_lighter(anna: Person) -> None:
    await sent(anna, photograph())
    assert _last_workers() == []
