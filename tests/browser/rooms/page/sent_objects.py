"""What a recorded Kamra was sent of objects: how many bytes of them, counted where they arrive."""

from pathlib import Path
from urllib.parse import urlsplit

from ui.rooms.client.secret import parse_link, room_keys


def object_calls(folder: Path, link: str) -> list[Path]:
    """What came with each call about an object of this link's room, oldest first."""
    about = f"/rooms/{room_of(link)}/objects".encode()
    return [path for path in sorted(folder.glob("*-http-came")) if about in path.read_bytes()[:500].partition(b"\n")[0]]


def object_bytes(folder: Path, link: str) -> int:
    """Of all parts together, also of those that did not come to their end; heads of requests are not counted."""
    bodies = (path.read_bytes().partition(b"\n\n")[2] for path in object_calls(folder, link))
    return sum(len(body) for body in bodies)


def room_of(link: str) -> str:
    """The room's public name."""
    return room_keys(parse_link(link).secret).room_id


def site_of(link: str) -> str:
    """Where the link leads."""
    site = urlsplit(link)
    return f"{site.scheme}://{site.netloc}"
