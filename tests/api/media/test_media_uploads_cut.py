"""Requests that are cut, by their sender or by the server's end, sent to a real server: what came of them is kept."""

import asyncio
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.commands.kamra_process import environment, served
from tests.painted import photograph
from tests.sending import UPLOAD

MEBIBYTE = 1 << 20
SIZE = 5 * MEBIBYTE
SENT = 3 * MEBIBYTE
PICTURE = photograph().ljust(SIZE, b"\0")
PIECE = {"Content-Type": "application/offset+octet-stream", "Tus-Resumable": "1.0.0"}


@asynccontextmanager
async def sending(
    client: httpx.AsyncClient, data: Path, start: str, first: int, *lines: str
) -> AsyncIterator[tuple[StreamReader, StreamWriter]]:
    """A connection over which `SENT` bytes of the picture have reached the disk, and no more will come."""
    reader, writer = await asyncio.open_connection("127.0.0.1", client.base_url.port)
    token = f"Authorization: {client.headers['Authorization']}"
    length = f"Content-Length: {SIZE - first}"
    writer.write("\r\n".join((f"{start} HTTP/1.1", "Host: localhost", token, length, *lines, "", "")).encode())
    writer.write(PICTURE[first : first + SENT])
    await writer.drain()
    async with asyncio.timeout(30):
        while on_disk(data) < SENT - MEBIBYTE:  # noqa: ASYNC110  # the disk tells nobody
            await asyncio.sleep(0.02)
    try:
        yield reader, writer
    finally:
        writer.close()


def on_disk(data: Path) -> int:
    return sum(path.stat().st_size for path in (data / "files" / ".partial").iterdir())


async def new_upload(client: httpx.AsyncClient) -> dict[str, Any]:
    told = {"content_type": "image/jpeg", "bytes": SIZE}
    return (await client.post(UPLOAD, json=told)).json()


async def offset(client: httpx.AsyncClient, ticket: dict[str, Any]) -> int:
    return int((await client.head(ticket["upload_url"])).headers["Upload-Offset"])


async def some_kept(client: httpx.AsyncClient, ticket: dict[str, Any]) -> int:
    async with asyncio.timeout(30):
        while not (kept := await offset(client, ticket)):  # noqa: ASYNC110  # nobody is told of it
            await asyncio.sleep(0.02)
    return kept


async def finish(client: httpx.AsyncClient, ticket: dict[str, Any], first: int) -> None:
    """Send the rest, and look whether the picture is what it was."""
    headers = {**PIECE, "Upload-Offset": str(first)}
    rest = await client.patch(ticket["upload_url"], content=PICTURE[first:], headers=headers)
    assert (rest.status_code, rest.headers["Upload-Offset"]) == (204, str(SIZE))
    assert (await client.post(f"{UPLOAD}/{ticket['upload_id']}/complete")).status_code == 202
    media = (await client.get(f"/api/v1/media/{ticket['media_id']}")).json()
    assert (await client.get(media["original_url"])).content == PICTURE


async def test_c21_what_came_before_the_line_was_cut_is_kept(tmp_path: Path) -> None:
    async with served(environment(tmp_path)) as client:
        ticket = await new_upload(client)
        url = ticket["upload_url"]
        async with sending(client, tmp_path, f"PUT {url}", 0):
            assert await offset(client, ticket) == 0
        kept = await some_kept(client, ticket)
        assert SENT - MEBIBYTE <= kept <= SENT
        await finish(client, ticket, kept)


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
async def test_what_came_before_the_server_was_stopped_is_kept(tmp_path: Path, method: str) -> None:
    lines = () if method == "PUT" else ("Upload-Offset: 0", f"Content-Type: {PIECE['Content-Type']}")
    async with AsyncExitStack() as closing:
        async with served(environment(tmp_path)) as client:
            ticket = await new_upload(client)
            connection = sending(client, tmp_path, f"{method} {ticket['upload_url']}", 0, *lines)
            reader, _ = await closing.enter_async_context(connection)
        said = (await reader.read()).decode().split("\r\n")
    assert said[0].split()[1] == ("409" if method == "PUT" else "204")
    headers = dict(line.lower().split(": ", 1) for line in said[1:] if ": " in line)
    async with served(environment(tmp_path)) as client:
        kept = await offset(client, ticket)
        assert (kept, kept > SENT - MEBIBYTE) == (int(headers["upload-offset"]), True)
        await finish(client, ticket, kept)


async def test_a_form_that_the_server_s_end_cuts_leaves_nothing_and_nobody_waiting(tmp_path: Path) -> None:
    head = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'
    async with AsyncExitStack() as closing:
        async with served(environment(tmp_path)) as client:
            reader, writer = await asyncio.open_connection("127.0.0.1", client.base_url.port)
            closing.callback(writer.close)
            lines = (
                f"Authorization: {client.headers['Authorization']}",
                "Content-Type: multipart/form-data; boundary=b",
            )
            start = ("POST /api/v1/media HTTP/1.1", "Host: localhost", *lines, f"Content-Length: {2 * SIZE}", "", "")
            writer.write("\r\n".join(start).encode() + head + PICTURE)
            async with asyncio.timeout(30):
                while on_disk(tmp_path) < SENT:  # noqa: ASYNC110  # the disk tells nobody
                    await asyncio.sleep(0.02)
        assert b" 409 " in await reader.readline()
    assert [path for path in (tmp_path / "files").rglob("*") if path.is_file()] == []
