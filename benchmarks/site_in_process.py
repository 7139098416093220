"""A running Kamra in this process, and its signed-in owner, who has pictures."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import islice
from pathlib import Path

import httpx
from fastapi import FastAPI

from benchmarks.owner import add, processed, sign_in
from benchmarks.photographs import for_a_library
from benchmarks.served import OWNER
from ui.accounts.first_owner import make_owner_from_settings
from ui.app import opened_parts
from ui.settings import Settings
from ui.web.site import create_site


def _as_it_is(_: FastAPI) -> None:
    return


@asynccontextmanager
async def site_in_process(
    folder: Path, pictures: int, *, prepare: Callable[[FastAPI], None] = _as_it_is
) -> AsyncIterator[tuple[FastAPI, httpx.AsyncClient]]:
    """The site with its data in `folder`; `prepare` may add to it before it starts."""
    settings = Settings(
        _env_file=None,  # pyright: ignore[reportCallIssue]  # a parameter of pydantic-settings that no field stands for
        data=folder,
        owner=OWNER,
        rate_limits="off",
    )
    site = create_site(settings, opened_parts(settings, role="all"))
    prepare(site)
    async with site.router.lifespan_context(site):
        await make_owner_from_settings(site.state.parts)
        transport = httpx.ASGITransport(app=site)
        address = "http://localhost"
        async with httpx.AsyncClient(transport=transport, base_url=address, headers={"Origin": address}) as owner:
            await sign_in(owner)
            await processed(owner, await add(owner, islice(for_a_library(), pictures)))
            yield site, owner
