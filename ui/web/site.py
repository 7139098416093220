"""Puts the web together: routes, their wrapping, and the pages; knows parts only through their protocols."""

import re
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from fastapi import FastAPI
from nicegui import core
from starlette.exceptions import HTTPException
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from ui import operations, pages
from ui.api.routes import ROUTERS as API_ROUTERS
from ui.media import files, kept_copies
from ui.parts import Parts
from ui.problems import install_problems
from ui.public.routes import ROUTERS as PUBLIC_ROUTERS
from ui.readiness import Readiness
from ui.rooms import socket
from ui.rooms.open_rooms import opened_rooms
from ui.settings import Settings
from ui.theme.assets import PREFIX, assets_app
from ui.uploads.open_bodies import OpenBodies
from ui.uploads.tus_answers import TusAnswers
from ui.web.body_limit import BodyLimit
from ui.web.request_log import RequestLog
from ui.web.security_headers import SecurityHeaders
from ui.web.unexpected_errors import UnexpectedErrors

API = "/api/v1"
_BYTES = re.compile(rf"{API}/media/upload/[^/]+")  # of one announced picture
_PARTS = re.compile(rf"{API}/rooms/[^/]+/objects/[^/]+/parts/[^/]+")  # of what rooms keep
_UPLOADS = re.compile(rf"{API}/media|{API}/compress|{_BYTES.pattern}|{_PARTS.pattern}")  # forms as well


def create_site(settings: Settings, parts: AbstractAsyncContextManager[Parts], *, with_pages: bool = True) -> FastAPI:
    """The web application; entering its lifespan opens the parts, leaving it closes them.

    Without `with_pages` it has everything but NiceGUI, which can only be set up once in a process.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with parts as opened, opened_rooms(opened) as rooms:
            app.state.parts = opened
            app.state.open_rooms = rooms
            if with_pages:
                async with pages.open_pages_for(opened):
                    yield
            else:
                yield

    site = FastAPI(
        title="Kamra",
        version="1",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url=f"{API}/openapi.json",
    )
    site.state.readiness = Readiness()
    site.state.open_bodies = OpenBodies()
    site.state.pages = core.app if with_pages else None  # what answers at addresses that nobody and somebody share
    install_problems(site)
    for router in API_ROUTERS:
        site.include_router(router, prefix=API)
    site.include_router(socket.router, prefix=API)
    for router in (operations.router, files.router, kept_copies.router, *PUBLIC_ROUTERS):
        site.include_router(router)
    site.mount(PREFIX, assets_app())
    site.add_api_route("/api/{path:path}", _no_such_path, methods=_ALL_METHODS, include_in_schema=False)
    _wrap(site, settings)
    if with_pages:
        pages.register_pages(site, settings)
    return site


_ALL_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]


async def _no_such_path() -> None:
    raise HTTPException(404)


def _wrap(site: FastAPI, settings: Settings) -> None:
    """The layers around every route, the innermost first."""
    site.add_middleware(UnexpectedErrors)
    site.add_middleware(BodyLimit, uploads=_UPLOADS)
    site.add_middleware(TusAnswers, uploads=_BYTES)
    site.add_middleware(SecurityHeaders)
    site.add_middleware(RequestLog)
    site.add_middleware(ProxyHeadersMiddleware, trusted_hosts=settings.trusted_proxies or [])
