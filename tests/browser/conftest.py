"""What browser tests start from: one Chromium for all, a fresh page for each, and a running Kamra."""

import asyncio
import os
import re
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
import uvicorn
from playwright.async_api import Browser, ConsoleMessage, Page, async_playwright, expect
from starlette.types import ASGIApp, Receive, Scope, Send

from tests.browser.stub_library import StubLibrary
from tests.browser.stub_studio import StubStudio
from tests.find_chromium import find_chromium

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "a lamp in the darkroom"
PATIENCE = 30_000  # ms until what is to be seen is; what is there at once costs nothing, however long one would wait
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass
class Console:
    """What pages complained of; a test says beforehand which complaints it provokes."""

    complaints: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def heard(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self.complaints.append(f"{said.text} {said.location['url']}")

    def expect(self, pattern: str) -> None:
        self.expected.append(pattern)

    def unexpected(self) -> list[str]:
        return [one for one in self.complaints if not any(re.search(pattern, one) for pattern in self.expected)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A running Kamra, its owner's credentials, and the folder with its data."""

    url: str
    data: Path
    login: str
    password: str


OpenPage = Callable[..., Awaitable[Page]]
expect.set_options(timeout=PATIENCE)  # Playwright's own 5 s are not enough on two cores that others use as well


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One Chromium for every test of the process."""
    found = find_chromium()
    if found is None:
        pytest.fail("No Chromium found: `make test` gets one, or name it in KAMRA_TEST_CHROMIUM.")
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield chromium
        await chromium.close()


@pytest.fixture
def console() -> Console:
    return Console()


@pytest.fixture
async def open_page(browser: Browser, console: Console) -> AsyncIterator[OpenPage]:
    """Opens pages, each with cookies of its own; keywords are those of Playwright's `new_context`.

    The test fails when a page wrote an error to its console or threw one.
    """
    contexts = []

    async def open_one(**options: object) -> Page:
        context = await browser.new_context(**options)  # pyright: ignore[reportArgumentType]  # the caller's to get right
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = await context.new_page()
        page.on("console", console.heard)
        page.on("pageerror", lambda error: console.complaints.append(error.stack or str(error)))
        return page

    yield open_one
    for context in contexts:
        await context.close()
    assert console.unexpected() == []


@pytest.fixture
async def page(open_page: OpenPage) -> Page:
    """A page of a desk's size."""
    return await open_page(viewport={"width": 1280, "height": 800})


@pytest.fixture(scope="session")
async def server(tmp_path_factory: pytest.TempPathFactory, services: dict[str, str]) -> AsyncIterator[Server]:
    """The whole program in a process of its own, with a data folder of its own; on the services that are named."""
    folder = tmp_path_factory.mktemp("kamra")
    port = _free_port()
    url = f"http://localhost:{port}"
    settings = {
        "KAMRA_DATA": str(folder / "data"),
        "KAMRA_HOST": "127.0.0.1",
        "KAMRA_PORT": str(port),
        "KAMRA_OWNER": f"owner:owner@example.com:{PASSWORD}",
        "KAMRA_RATE_LIMITS": "off",
        "KAMRA_WORKERS": "1",
    }
    # PYTEST_…: NiceGUI would notice that it runs in a test, and leave out its compression.
    own = {name: value for name, value in os.environ.items() if not name.startswith(("KAMRA_", "PYTEST_"))}
    with (folder / "log.txt").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.quick_kamra", "serve"),
            cwd=ROOT,
            env={**own, **settings, **services},
            stdout=log,
            stderr=log,
        )
        try:
            await _until_ready(url, process)
            yield Server(url=url, data=folder / "data", login="owner", password=PASSWORD)
        finally:
            if process.returncode is None:
                process.terminate()
                await process.wait()


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedLibrary:
    """A stand-in library (`stub`) and where it is served."""

    url: str
    stub: StubLibrary


@dataclass
class _Switch:
    """Sends requests to the stand-in of the test that runs: pages are closed after it, and must find a server."""

    app: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        assert self.app is not None
        await self.app(scope, receive, send)


@pytest.fixture(scope="session")
async def switch() -> AsyncIterator[tuple[str, _Switch]]:
    """One server for all stand-ins of the process."""
    switch = _Switch()
    port = _free_port()
    config = uvicorn.Config(switch, port=port, lifespan="off", log_config=None, timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve())
    async with asyncio.timeout(60):
        while not server.started:  # noqa: ASYNC110  # uvicorn has a flag, not an event
            await asyncio.sleep(0.01)
    yield f"http://localhost:{port}", switch
    server.should_exit = True
    await running


@pytest.fixture
def library(switch: tuple[str, _Switch]) -> ServedLibrary:
    """The library's modules in a bare page, over a stand-in whose media and answers the test chooses."""
    url, switched = switch
    stub = StubLibrary()
    switched.app = stub.app()
    return ServedLibrary(url=url, stub=stub)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedStudio:
    """A stand-in behind the studio (`stub`) and where it is served."""

    url: str
    stub: StubStudio


@pytest.fixture
def studio(switch: tuple[str, _Switch]) -> ServedStudio:
    """The studio's modules in a bare page, over a stand-in whose copies and refusals the test chooses."""
    url, switched = switch
    stub = StubStudio()
    switched.app = stub.app()
    return ServedStudio(url=url, stub=stub)


async def _until_ready(url: str, process: asyncio.subprocess.Process) -> None:
    async with httpx.AsyncClient() as client, asyncio.timeout(60):
        while True:
            if process.returncode is not None:
                pytest.fail("Kamra ended by itself; its log.txt in pytest's folder says why.")
            try:
                if (await client.get(f"{url}/ready")).status_code == 200:
                    return
            except httpx.TransportError:
                pass  # it does not listen yet
            await asyncio.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
