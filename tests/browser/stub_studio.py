"""A stand-in for the server behind the studio: it takes drafts, makes copies with Pillow, and fails when told to."""

import asyncio
import io
import json
from dataclasses import dataclass, field
from typing import Any

from PIL import Image
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route

from tests.browser.stub_library import StubLibrary
from tests.painted import photograph
from ui.components.shell import ShellPerson, shell_html
from ui.components.studio import MODULE, STYLES
from ui.theme.assets import asset_url, assets_app

KINDS = {"jpeg": "jpg", "png": "png", "webp": "webp", "avif": "avif"}
PERSON = ShellPerson(handle="mara", display_name="Mara", avatar_url=None, role="member")


def codec(name: str, label: str, *options: dict[str, Any]) -> dict[str, Any]:
    """A format as the API tells of it."""
    return {
        "format": name,
        "label": label,
        "content_type": f"image/{name}",
        "extension": KINDS[name],
        "default_quality": 80,
        "keeps_animation": name == "webp",
        "options": list(options),
    }


OPTION = {"choices": None, "min": None, "max": None}
CODECS = [
    codec(
        "jpeg",
        "JPEG",
        {**OPTION, "name": "progressive", "label": "Progressive", "default": True, "choices": [False, True]},
        {**OPTION, "name": "chroma", "label": "Colour detail", "default": "4:2:0", "choices": ["4:4:4", "4:2:0"]},
    ),
    codec("png", "PNG"),
    codec("webp", "WebP", {**OPTION, "name": "effort", "label": "Effort", "default": 4, "min": 0, "max": 6}),
    codec("avif", "AVIF"),
]


@dataclass
class StubStudio:
    """What was asked and kept; `refusals` answer the next calls, `gate` holds copies back until it is set."""

    library: StubLibrary = field(default_factory=StubLibrary)
    pictures: list[dict[str, Any]] = field(default_factory=list)
    recipes: list[dict[str, Any]] = field(default_factory=list)
    kept: list[dict[str, Any]] = field(default_factory=list)
    refusals: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    refusals_to_keep: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    similarity: float = 0.991
    gate: asyncio.Event | None = None

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Mount("/assets", assets_app()),
                Route("/empty", lambda _: HTMLResponse('<!doctype html><link rel="icon" href="data:,">')),
                Route("/studio", self._page),
                Route("/media/{id}/{name}", self.library._picture),  # pyright: ignore[reportPrivateUsage]  # one stand-in
                Route("/api/v1/media/{id}/compress", self._compress, methods=["POST"]),
                Route("/api/v1/media/{id}/compressions", self._kept, methods=["GET", "POST"]),
                Route("/api/v1/media/{id}/compressions/{cid}", self._delete, methods=["DELETE"]),
                Route("/api/v1/{path:path}", self._else, methods=["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]),
            ]
        )

    def refuse(self, status: int, code: str, detail: str, **more: Any) -> None:
        """Answer the next copy that is asked for with a problem."""
        self.refusals.append((status, {"title": "No", "status": status, "code": code, "detail": detail, **more}))

    def refuse_keeping(self, status: int, code: str, detail: str) -> None:
        """Answer the next copy that is to be kept with a problem."""
        self.refusals_to_keep.append((status, {"title": "No", "status": status, "code": code, "detail": detail}))

    def _page(self, request: Request) -> Response:
        wanted = request.query_params.get("media", "").split(",")
        chosen = [one for one in self.pictures if one["id"] in wanted]
        first = {"pictures": chosen, "codecs": CODECS, "maxBytes": 50_000_000}
        styles = "".join(f'<link rel="stylesheet" href="{asset_url(one)}">' for one in ("theme/look.css", *STYLES))
        start = f"""
          const {{ mountStudio }} = await import("{asset_url(MODULE)}");
          window.studio = mountStudio(document.querySelector("#studio"), {json.dumps(first)});
        """
        view = '<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">'
        modules = f'<script type="module">{start}</script>'
        body = f'{shell_html(PERSON, "studio")}<main class="k-page k-page--studio"><div id="studio"></div></main>'
        page = f'<!doctype html><html lang="en">{view}<title>Studio</title>{styles}<body>{body}{modules}</body></html>'
        return HTMLResponse(page)

    async def _else(self, request: Request) -> Response:
        return await self.library._api(request)  # pyright: ignore[reportPrivateUsage]  # one stand-in in two files

    async def _compress(self, request: Request) -> Response:
        recipe = await request.json()
        self.recipes.append(recipe)
        if self.gate:
            await self.gate.wait()
        if self.refusals:
            status, problem = self.refusals.pop(0)
            return JSONResponse(problem, status, media_type="application/problem+json")
        content, size, kind = self._made(request.path_params["id"], recipe)
        facts = {"X-Width": size[0], "X-Height": size[1], "X-Compressed-Bytes": len(content)}
        facts |= {"X-Similarity": self.similarity}
        facts |= {"Content-Disposition": f"attachment; filename*=UTF-8''lake-{size[0]}px.{KINDS[kind[6:]]}"}
        return Response(content, media_type=kind, headers={name: str(value) for name, value in facts.items()})

    def _made(self, id: str, recipe: dict[str, Any]) -> tuple[bytes, tuple[int, int], str]:
        format = recipe.get("format", "jpeg")
        picture = Image.open(io.BytesIO(self._original(id))).rotate(-recipe.get("rotate", 0), expand=True)
        crop = recipe.get("crop")
        if crop:
            picture = picture.crop((crop["x"], crop["y"], crop["x"] + crop["width"], crop["y"] + crop["height"]))
        picture.thumbnail((recipe.get("width", 10_000), recipe.get("height", 10_000)))
        made = io.BytesIO()
        picture.save(made, format, quality=recipe.get("quality", 50))
        return made.getvalue(), picture.size, f"image/{format}"

    def _original(self, id: str) -> bytes:
        sent = self.library.uploads.places.get(id)
        if sent is None:
            return photograph(width=1600, height=1200, seed=3)
        assert sent.is_complete, f"{sent.wish['filename']} is not all here, and a copy of it is asked for"
        return sent.held

    async def _kept(self, request: Request) -> Response:
        if request.method == "GET":
            return JSONResponse({"items": self.kept, "next_cursor": None})
        if self.refusals_to_keep:
            status, problem = self.refusals_to_keep.pop(0)
            return JSONResponse(problem, status, media_type="application/problem+json")
        recipe = await request.json()
        content, size, kind = self._made(request.path_params["id"], recipe)
        made = {
            "id": f"0192f000-0000-7000-8000-{len(self.kept):012d}",
            "media_id": request.path_params["id"],
            "recipe": recipe,
            "content_type": kind,
            "bytes": len(content),
            "width": size[0],
            "height": size[1],
            "saving": 0.9,
            "similarity": self.similarity,
            "quality": recipe.get("quality"),
            "url": "/media/kept",
            "created_at": "2026-11-20T10:00:00Z",
        }
        self.kept.insert(0, made)
        return JSONResponse(made, 201)

    async def _delete(self, request: Request) -> Response:
        self.kept = [one for one in self.kept if one["id"] != request.path_params["cid"]]
        return Response(status_code=204)
