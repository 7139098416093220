"""A stand-in for the server behind the library page: media that a test puts there, and answers that it chooses.

It serves the real modules and styles. The pages around them are bare, so that what a module does is all there is.
"""

import io
import json
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import quote

from PIL import Image, ImageOps
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route

from tests.browser.stub_order import asked_of, listed, months_of, tags_of
from tests.browser.stub_uploads import StubUploads
from ui.components.gallery import STYLES as GALLERY_STYLES
from ui.theme.assets import asset_url, assets_app

PLACEHOLDER = "1QcSHQRnh493V4dIh4eXh1h4kJUI"  # the example of ThumbHash's own description
STYLES = ("theme/look.css", *GALLERY_STYLES)
SHAPES = ((1600, 1200), (1200, 1600), (1600, 900), (1500, 1000), (1000, 1000), (900, 1600), (1600, 1067))
MAX_BYTES = 2_000_000
IN_A_POST = "This picture is in a post. Delete the post first."


def media(number: int, **changed: Any) -> dict[str, Any]:
    """One picture as the API gives it to its owner; larger numbers are newer."""
    width, height = SHAPES[number % len(SHAPES)]
    id = f"0192f000-0000-7000-8000-{number:012d}"
    widths = [one for one in (320, 640, 1280) if one <= width]
    return {
        "id": id,
        "owner_id": "0192f000-0000-7000-8000-000000000000",
        "name": f"IMG_{number:04d}.jpg",
        "status": "completed",
        "reason": None,
        "content_type": "image/jpeg",
        "bytes": 1_000_000 + number * 1000,
        "sha256": f"{number:064x}",
        "width": width,
        "height": height,
        "taken_at": "2026-08-14T17:05:00Z",
        "has_location": number % 2 == 0,
        "tags": [],
        "alt": None,
        "placeholder": PLACEHOLDER,
        "original_url": f"/media/{id}/original?until=4000000000",
        "renditions": [
            {
                "width": one,
                "height": round(one * height / width),
                "content_type": "image/jpeg",
                "bytes": one * 100,
                "url": f"/media/{id}/{one}x{round(one * height / width)}.jpg?until=4000000000",
            }
            for one in widths
        ],
        "compressions_count": 0,
        "created_at": "2026-11-20T10:00:00Z",
        "camera": {"make": "OLYMPUS", "model": "E-P3", "exposure_seconds": 0.004, "f_number": 2.8, "iso": 200},
    } | changed


@dataclass
class StubLibrary:
    """The media there are, newest first, and what was asked."""

    items: list[dict[str, Any]] = field(default_factory=list)
    asked: list[tuple[str, str]] = field(default_factory=list)
    uploads: StubUploads = field(init=False)
    refusals: dict[tuple[str, str], list[tuple[int, str, str]]] = field(default_factory=dict)
    inline: int = 100
    becomes: dict[str, Any] = field(default_factory=dict)
    in_posts: set[str] = field(default_factory=set)
    made: int = 0

    def __post_init__(self) -> None:
        self.uploads = StubUploads(new_item=self._new_item, take=lambda item: self.items.insert(0, item))

    def refuse(self, method: str, path: str, status: int, code: str, detail: str) -> None:
        """Answer the next such call with a problem."""
        self.refusals.setdefault((method, path), []).append((status, code, detail))

    def calls(self, method: str, path: str) -> int:
        return sum(1 for asked in self.asked if asked == (method, path))

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Mount("/assets", assets_app()),
                Route("/empty", lambda _: HTMLResponse(_page("", {}))),
                Route("/library", self._page),
                Route("/m/{id}", self._page),
                Route("/media/{id}/{name}", self._picture),
                Route("/api/v1/{path:path}", self._api, methods=["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]),
            ]
        )

    async def _page(self, request: Request) -> Response:
        asked = asked_of(request.query_params, "taken")
        items, cursor = listed(self.items, asked, "", self.inline)
        first = {
            "items": items,
            "nextCursor": cursor,
            "months": months_of(self.items) if asked["sort"] == "taken" and not (asked["q"] or asked["tag"]) else [],
            "question": asked,
            "opened": self._find(request.path_params.get("id", "")),
            "maxBytes": MAX_BYTES,
        }
        return HTMLResponse(_page(asset_url("components/library/library.js"), first))

    async def _picture(self, request: Request) -> Response:
        item = self._find(request.path_params["id"])
        if item is None:
            return Response(status_code=404)
        name = request.path_params["name"]
        size = (item["width"], item["height"])
        if name != "original":
            width, _, height = name.removesuffix(".jpg").partition("x")
            size = (int(width), int(height))
        return Response(_painted(int(item["id"][-6:]) * 37 % 256, size), media_type="image/jpeg")

    async def _api(self, request: Request) -> Response:
        method, path = request.method, "/" + request.path_params["path"]
        self.asked.append((method, path))
        waiting = self.refusals.get((method, path))
        if waiting:
            status, code, detail = waiting.pop(0)
            problem = {"title": "No", "status": status, "detail": detail, "code": code}
            return JSONResponse(problem, status, media_type="application/problem+json")
        parts = path.strip("/").split("/")
        if path == "/media":
            return self._list(request)
        counts = {"/media/months": months_of, "/media/tags": tags_of}.get(path)
        if counts:
            return JSONResponse(counts(self.items))
        if parts[1] == "upload":
            return await self.uploads.answer(request, parts[2:])
        if path == "/media/delete":
            return await self._delete_chosen(request)
        return await self._one(request, parts[1])

    def _list(self, request: Request) -> Response:
        asked = request.query_params
        if "sha256" in asked:
            return JSONResponse({"items": [one for one in self.items if one["sha256"] == asked["sha256"]][:1]})
        limit = int(asked.get("limit", "30"))
        question = asked_of(asked, "created") | {"month": asked.get("month", "")}
        items, cursor = listed(self.items, question, asked.get("cursor", ""), limit)
        return JSONResponse({"items": items, "next_cursor": cursor})

    async def _delete_chosen(self, request: Request) -> Response:
        ids = (await request.json())["ids"]
        kept = [{"id": one, "code": "media_in_post", "detail": IN_A_POST} for one in ids if one in self.in_posts]
        deleted = [one for one in ids if one not in self.in_posts]
        self.items = [one for one in self.items if one["id"] not in deleted]
        return JSONResponse({"deleted": deleted, "kept": kept})

    async def _one(self, request: Request, id: str) -> Response:
        item = self._find(id)
        if item is None:
            problem = {"title": "Not found", "status": 404, "detail": "There is nothing here.", "code": "not_found"}
            return JSONResponse(problem, 404, media_type="application/problem+json")
        if request.method == "DELETE":
            self.items.remove(item)
            return Response(status_code=204)
        if request.method == "PATCH":
            item.update(await request.json())
        elif request.method == "POST" or item["status"] == "processing":
            item.update(self.becomes)
        return JSONResponse(item)

    def _new_item(self, wish: dict[str, Any]) -> dict[str, Any]:
        self.made += 1
        item = media(900_000 + self.made, status="processing", width=None, height=None, renditions=[])
        told = {"name": wish["filename"], "bytes": wish["bytes"], "content_type": wish["content_type"]}
        return {**item, **told, "placeholder": None}

    def _find(self, id: str) -> dict[str, Any] | None:
        return next((one for one in self.items if one["id"] == id), None)


def _page(module: str, first: dict[str, Any]) -> str:
    styles = "".join(f'<link rel="stylesheet" href="{asset_url(one)}">' for one in STYLES)
    start = f"""
      const {{ mountGallery }} = await import("{module}");
      window.gallery = mountGallery(document.querySelector("#library"), {json.dumps(first)});
    """
    script = f'<script type="module">{start}</script>' if module else ""
    icon = f'<link rel="icon" href="data:,{quote("")}">'
    view = '<meta name="viewport" content="width=device-width">'
    body = f'<main class="k-page k-page--full"><div id="library"></div></main>{script}'
    return f'<!doctype html><html lang="en">{view}<title>Library</title>{icon}{styles}<body>{body}</body></html>'


@cache
def _painted(colour: int, size: tuple[int, int]) -> bytes:
    """A gradient of the shape asked for, smaller than asked for so that it is quickly painted."""
    small = (max(1, size[0] // 8), max(1, size[1] // 8))
    light = Image.linear_gradient("L").resize(small)
    picture = Image.merge("HSV", (Image.new("L", small, colour), light, ImageOps.invert(light)))
    made = io.BytesIO()
    picture.convert("RGB").save(made, "JPEG", quality=70)
    return made.getvalue()
