"""The interface's own files (styles, modules, icons), held in memory and served under versioned addresses."""

import gzip
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

_UI = Path(__file__).resolve().parent.parent
_FOLDERS = ("theme", "components", "rooms/page")
_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
LOOK = "theme/look.css"
LIBRARY = "theme/library.css"
STUDIO = "theme/studio.css"
FEED = "theme/feed.css"
ROOM = "theme/room_page.css"
ROOMS = "theme/rooms_page.css"
# Style sheets that are always wanted together are served as one: each answer has 700 bytes of headers.
_TOGETHER = {
    LOOK: (
        "tokens",
        "ground",
        "nicegui",
        "shell",
        "shell_search",
        "buttons",
        "fields",
        "layers",
        "notices",
        "plain_pages",
    ),
    LIBRARY: ("gallery", "choosing", "months", "library_head", "viewer", "viewer_facts", "picture_tags", "send"),
    STUDIO: ("studio_table", "studio_figures", "studio_stage", "studio_crop", "studio_form", "studio_several", "send"),
    FEED: ("feed_column", "feed_pictures", "feed_talk", "send"),
    ROOM: ("viewer", "viewer_facts", "choosing", "prints", "room_panels", "invite", "room"),
    ROOMS: ("invite", "rooms"),
}
PREFIX = "/assets"
# Stricter than a page's and 250 bytes shorter, which counts with a hundred files; a worker imports, so not `'none'`.
_POLICY = "default-src 'self'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """One file: its bytes, the same gzipped, and its Content-Type."""

    content: bytes
    gzipped: bytes
    content_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """All files by name (`components/gallery.js`); the version is a digest over all of them."""

    version: str
    by_name: dict[str, Asset]


@cache
def assets() -> Assets:
    """Every file of the interface, read once; style sheets that belong together are one file (`theme/look.css`)."""
    contents = {path.relative_to(_UI).as_posix(): path.read_bytes() for path in _files()}
    for together, names in _TOGETHER.items():
        contents[together] = b"\n".join(contents[f"theme/{name}.css"] for name in names)
    for name in {name for names in _TOGETHER.values() for name in names}:
        del contents[f"theme/{name}.css"]
    digest = hashlib.sha256()
    for name in sorted(contents):
        digest.update(name.encode() + b"\0" + hashlib.sha256(contents[name]).digest())
    return Assets(version=digest.hexdigest()[:12], by_name={name: _asset(name, it) for name, it in contents.items()})


def _files() -> list[Path]:
    return [path for folder in _FOLDERS for path in (_UI / folder).rglob("*") if path.suffix in _TYPES]


def _asset(name: str, content: bytes) -> Asset:
    return Asset(
        content=content,
        gzipped=gzip.compress(content, compresslevel=9, mtime=0),
        content_type=_TYPES[Path(name).suffix],
    )


def asset_url(name: str) -> str:
    """The address of a file such as `components/gallery.js`. Raises KeyError when there is none of that name."""
    known = assets()
    if name not in known.by_name:
        raise KeyError(f"there is no asset {name!r}")
    return f"{PREFIX}/{known.version}/{name}"


def assets_app() -> ASGIApp:
    """The app to mount at `PREFIX`: GET and HEAD, cached for ever, because the address holds the version."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        await _answer(scope)(scope, receive, send)

    return serve


def _answer(scope: Scope) -> Response:
    if scope["method"] not in {"GET", "HEAD"}:
        return PlainTextResponse("Method not allowed", 405, headers={"Allow": "GET, HEAD"})
    path: str = scope["path"].removeprefix(scope.get("root_path", ""))
    version, _, name = path.lstrip("/").partition("/")
    asset = assets().by_name.get(name)
    if asset is None:
        return PlainTextResponse("Not found", 404)
    # A page from before an update still asks for the old version: it gets today's file, but must not keep it.
    lasting = version == assets().version
    headers = {
        "Cache-Control": "public, max-age=31536000, immutable" if lasting else "no-cache",
        "Vary": "Accept-Encoding",
        "Content-Security-Policy": _POLICY,
        "X-Content-Type-Options": "nosniff",
    }
    if "gzip" in Headers(scope=scope).get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        return Response(asset.gzipped, media_type=asset.content_type, headers=headers)
    return Response(asset.content, media_type=asset.content_type, headers=headers)
