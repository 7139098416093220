"""The room page over a stub engine (`stub/stub_start.js`), which shows what it is told and notes what it is asked."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route

from tests.painted import photograph
from ui.rooms.room_page import HEADERS, room_page
from ui.theme.assets import PREFIX, asset_url, assets_app

_START = "rooms/page/start.js"
_STUB = Path(__file__).parent / "stub" / "stub_start.js"
SHAPES = [(300, 200), (266, 200), (150, 200), (356, 200), (200, 200), (480, 200)]


def stub_room(pictures: list[bytes] | None = None) -> Starlette:
    """`/r` and, below `/pictures/`, eight pictures."""
    shown = pictures or _painted()

    async def page(request: Request) -> Response:
        html = room_page(name=None).replace(asset_url(_START), "/stub/start.js")
        return HTMLResponse(html, headers=HEADERS)

    async def start(request: Request) -> Response:
        script = _STUB.read_text().replace("ROOM_PAGE", asset_url(_START).removesuffix("/start.js"))
        return Response(script, media_type="text/javascript")

    async def picture(request: Request) -> Response:
        return Response(shown[request.path_params["number"]], media_type="image/webp")

    routes = [
        Route("/r", page),
        Route("/stub/start.js", start),
        Route("/pictures/{number:int}", picture),
        Mount(PREFIX, assets_app()),
    ]
    return Starlette(routes=routes)


def _painted() -> list[bytes]:
    shapes = (SHAPES[seed % len(SHAPES)] for seed in range(8))
    return [
        photograph("image/webp", width=width, height=height, seed=seed) for seed, (width, height) in enumerate(shapes)
    ]
