"""`kamra demo`: Kamra with a few people and painted pictures, in a data folder of its own, to look around."""

import argparse
import asyncio
import shutil
import sys
from pathlib import Path
from typing import Any

from ui.settings import Settings

_MARK = "this-is-a-demo"
_PAINTING, _READY = "painting", "ready"


def add(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser("demo", help="serve a Kamra with painted pictures, to look around")
    verb.add_argument("--host", help="the address to listen on (KAMRA_HOST)")
    verb.add_argument("--port", type=int, help="the port to listen on (KAMRA_PORT)")
    verb.set_defaults(run=run)


def run(given: argparse.Namespace, settings: Settings) -> int:
    """Paint what is missing, say how to sign in, and serve."""
    from ui.app import demo_painter, opened_parts  # noqa: PLC0415  # imports the whole program, as does the next
    from ui.demo.filling import fill  # noqa: PLC0415  # with it
    from ui.demo.people import PASSWORD, PEOPLE  # noqa: PLC0415  # with it
    from ui.demo.room import room_of_demo  # noqa: PLC0415  # with it
    from ui.serving import serve  # noqa: PLC0415  # with it
    from ui.web.site import create_site  # noqa: PLC0415  # with it

    folder = settings.data.parent / f"demo-{settings.data.name}"
    if not _is_ours(folder):
        sys.stderr.write(f"{folder} holds something else, so the demo leaves it alone; another place: KAMRA_DATA\n")
        return 1
    changed = {"data": folder, "database_url": None, "files_url": None, "owner": None, "redis_url": None}
    changed |= {name: value for name in ("host", "port") if (value := getattr(given, name)) is not None}
    demo = settings.model_copy(update=changed)

    async def prepare() -> None:
        sys.stdout.write("Painting pictures; this takes up to a minute, once.\n")
        async with opened_parts(demo, role="command") as parts:
            async for line in fill(parts, demo_painter()):
                sys.stdout.write(f"  {line}\n")

    async def room_link() -> str:
        site = create_site(demo, opened_parts(demo, role="command"), with_pages=False)
        async with site.router.lifespan_context(site):
            return await room_of_demo(site, demo_painter(), f"http://localhost:{demo.port}", earlier)

    if not _is_ready(folder):
        shutil.rmtree(folder, ignore_errors=True)  # ours, and interrupted while it was painted
        folder.mkdir(parents=True)
        (folder / _MARK).write_text(_PAINTING)
        asyncio.run(prepare())
        (folder / _MARK).write_text(_READY)
    sys.stdout.write(f"Sign in at http://localhost:{demo.port} with the password “{PASSWORD}” as\n")
    sys.stdout.writelines(f"  {person.handle}@example.com  ({person.name})\n" for person in PEOPLE)
    note = folder / "room-link"
    earlier = note.read_text() if note.exists() else ""
    note.write_text(asyncio.run(room_link()))
    sys.stdout.write(f"A room with pictures in it, for anybody with its link:\n  {note.read_text()}\n")
    sys.stdout.flush()
    return serve(demo, "all")


def _is_ours(folder: Path) -> bool:
    return not folder.exists() or (folder / _MARK).exists() or not any(folder.iterdir())


def _is_ready(folder: Path) -> bool:
    mark = folder / _MARK
    return mark.exists() and mark.read_text() == _READY
