"""Bodies that lie, stop, never end or make no sense, sent as bytes to the running program: nothing stays of them.

But for one thing: what came of an announced picture before its sender stopped is kept until the upload is given up.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest

from tests.attack.living import Living, living
from tests.attack.test_crawl import rows
from tests.browser.conftest import Server
from tests.painted import photograph

MEDIA = "/api/v1/media"
FORM = "multipart/form-data; boundary=b"


@pytest.fixture(scope="module")
async def anna(server: Server) -> AsyncIterator[Living]:
    async with living(server, "Anna") as person:
        yield person


@pytest.fixture
async def upload(anna: Living) -> str:
    """The path to which 1000 announced bytes go; whoever asks for it gives it up."""
    told = {"content_type": "image/jpeg", "bytes": 1000}
    return (await anna.who.api.post("/media/upload", json=told)).json()["upload_url"]


@pytest.fixture
async def before(server: Server, anna: Living) -> tuple[list[str], str]:
    """Files and pictures before anything was announced."""
    return kept(server), rows(server)["media"]


async def give_up(server: Server, anna: Living, upload: str, before: tuple[list[str], str]) -> None:
    """Nothing stays of what is given up, however it stopped, also of what stops only now."""
    assert (await anna.who.api.delete(f"{server.url}{upload}")).status_code == 204
    await settles(server, *before)


def head(anna: Living, start: str, *lines: str) -> bytes:
    token = anna.who.api.headers["Authorization"]
    return "\r\n".join((f"{start} HTTP/1.1", "Host: localhost", f"Authorization: {token}", *lines, "", "")).encode()


async def answered(server: Server, *pieces: bytes, hang_up: bool = False) -> int:
    """The status that the server answers these bytes with; 0 for none. With `hang_up` nobody waits for it."""
    reader, writer = await asyncio.open_connection("127.0.0.1", int(server.url.rpartition(":")[2]))
    try:
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
        if hang_up:
            return 0
        line = await asyncio.wait_for(reader.readline(), 30)
        return int(line.split()[1]) if line else 0
    except ConnectionError:
        return 0  # refused while still being sent
    finally:
        writer.close()


def kept(server: Server) -> list[str]:
    """Every file of uploads."""
    folder = server.data / "files"
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


async def settles(server: Server, files: list[str], media: str) -> None:
    """Wait until files and pictures are what they were before."""
    async with asyncio.timeout(30):
        while kept(server) != files or rows(server)["media"] != media:  # noqa: ASYNC110  # the disk tells nobody
            await asyncio.sleep(0.05)


def chunked(*chunks: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\n\r\n"


async def test_a_body_that_is_not_what_was_announced_makes_no_picture(
    server: Server, anna: Living, before: tuple[list[str], str], upload: str
) -> None:
    put = f"PUT {upload}"
    lies = {
        "more": (head(anna, put, "Content-Length: 1001"), b"x" * 1001),
        "far more": (head(anna, put, "Content-Length: 999999999999999999"), b"x"),
        "more in chunks": (head(anna, put, "Transfer-Encoding: chunked"), chunked(b"x" * 600, b"x" * 600)),
        "less in chunks": (head(anna, put, "Transfer-Encoding: chunked"), chunked(b"x" * 10)),
        "less": (head(anna, put, "Content-Length: 10"), b"x" * 10),
        "nothing": (head(anna, put, "Content-Length: 0"),),
        "no length": (head(anna, put),),
        "two lengths": (head(anna, put, "Content-Length: 5", "Content-Length: 1000"), b"x" * 1000),
        "both": (head(anna, put, "Content-Length: 5", "Transfer-Encoding: chunked"), chunked(b"x" * 10)),
        "no number": (head(anna, put, "Content-Length: ten"), b"x" * 10),
        "negative": (head(anna, put, "Content-Length: -1"), b"x" * 10),
        "endless digits": (head(anna, put, "Content-Length: " + "9" * 5000), b"x" * 10),
        "broken chunks": (head(anna, put, "Transfer-Encoding: chunked"), b"zz\r\nxxxx\r\n0\r\n\r\n"),
        "unknown coding": (head(anna, put, "Transfer-Encoding: gzip, x"), b"x" * 10),
    }
    for name, pieces in lies.items():
        assert await answered(server, *pieces) in {400, 409, 413, 411, 422}, name
    assert (await anna.who.api.get(f"{server.url}{upload}/status")).json()["status"] == "pending"
    await give_up(server, anna, upload, before)


async def test_whoever_hangs_up_in_the_middle_leaves_nothing_but_the_beginning_of_an_upload(
    server: Server, anna: Living, before: tuple[list[str], str], upload: str
) -> None:
    picture = photograph()
    part = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'
    await answered(server, head(anna, f"PUT {upload}", "Content-Length: 1000"), b"x" * 500, hang_up=True)
    await answered(server, head(anna, f"PUT {upload}", "Transfer-Encoding: chunked"), b"100\r\nxx", hang_up=True)
    form = head(anna, f"POST {MEDIA}", f"Content-Type: {FORM}", "Content-Length: 99999")
    await answered(server, form, part, picture[:500], hang_up=True)
    await answered(server, form, part, picture, b"\r\n", part, picture[:500], hang_up=True)
    await answered(server, form, hang_up=True)
    await give_up(server, anna, upload, before)


async def test_slow_senders_keep_nobody_else_waiting(
    server: Server, anna: Living, before: tuple[list[str], str], upload: str
) -> None:
    port = int(server.url.rpartition(":")[2])
    connections = [await asyncio.open_connection("127.0.0.1", port) for _ in range(60)]
    form = head(anna, f"POST {MEDIA}", f"Content-Type: {FORM}", "Content-Length: 99999")
    for number, (_, writer) in enumerate(connections):
        writer.write((form + b"--b", head(anna, f"PUT {upload}", "Content-Length: 1000") + b"x", form[:40])[number % 3])
        await writer.drain()
    async with asyncio.timeout(20):
        assert (await anna.who.api.get("/media")).status_code == 200
        assert (await anna.who.api.patch(f"/users/@{anna.who.handle}", json={"bio": "x"})).status_code == 200
    for _, writer in connections:
        writer.close()
    await give_up(server, anna, upload, before)


@pytest.mark.parametrize(
    "content_type",
    [
        "",
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=" + "b" * 5000,
        "multipart/form-data; boundary=\xff",
        "multipart/mixed; boundary=b",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=c",
    ],
)
async def test_a_form_with_a_wrong_boundary_is_refused(server: Server, anna: Living, content_type: str) -> None:
    before, media = kept(server), rows(server)["media"]
    body = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nx\r\n--b--\r\n'
    lines = (f"Content-Type: {content_type}", f"Content-Length: {len(body)}")
    assert await answered(server, head(anna, f"POST {MEDIA}", *lines), body) == 400
    await settles(server, before, media)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"--b--\r\n",
        b"--b\r\n\r\n",
        b"x" * 2000,
        b"--b\r\n" + b"X-A: b\r\n" * 5000 + b"\r\nx\r\n--b--\r\n",
        b"--b\r\nContent-Disposition: form-data; name=" + b"x" * 100_000 + b"\r\n\r\nx\r\n--b--\r\n",
        b"--b\r\nContent-Disposition\r\n\r\nx\r\n--b--\r\n",
        b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n\xff\xd8',
        b'--b\r\nContent-Disposition: form-data; name="name"\r\n\r\n\xff\0\r\n--b--\r\n',
        b"--b\r\nContent-Disposition: form-data; name*=utf-8''%ff; filename*=x'y'%ed%a0%80\r\n\r\nx\r\n--b--\r\n",
    ],
)
async def test_a_form_that_makes_no_sense_is_refused(server: Server, anna: Living, body: bytes) -> None:
    before, media = kept(server), rows(server)["media"]
    lines = (f"Content-Type: {FORM}", f"Content-Length: {len(body)}")
    assert await answered(server, head(anna, f"POST {MEDIA}", *lines), body) in {400, 415, 422}
    await settles(server, before, media)


@pytest.mark.parametrize("name", [b"file", b"other", b"name"])
async def test_a_form_with_too_many_parts_is_refused(server: Server, anna: Living, name: bytes) -> None:
    """Parts that nobody asked for count as well: otherwise a form could go on for ever."""
    before, media = kept(server), rows(server)["media"]
    part = b'--b\r\nContent-Disposition: form-data; name="%s"; filename="a.txt"\r\n\r\nx\r\n' % name
    body = part * 3000 + b"--b--\r\n"
    lines = (f"Content-Type: {FORM}", f"Content-Length: {len(body)}")
    assert await answered(server, head(anna, f"POST {MEDIA}", *lines), body) in {400, 413, 415, 422}
    await settles(server, before, media)


@pytest.mark.parametrize("filler", ["X-Bomb: " + "x" * 300_000, "\r\n".join(f"X-{n}: x" for n in range(20_000))])
async def test_a_bomb_of_headers_is_refused(server: Server, anna: Living, filler: str) -> None:
    assert await answered(server, head(anna, "GET /health", filler)) in {0, 400, 413, 431}
    assert await answered(server, head(anna, "GET /health")) == 200


async def test_a_field_that_nobody_asked_for_may_not_go_on_for_ever(server: Server, anna: Living) -> None:
    """Without a length, the form as a whole has none either."""
    reader, writer = await asyncio.open_connection("127.0.0.1", int(server.url.rpartition(":")[2]))
    writer.write(head(anna, f"POST {MEDIA}", f"Content-Type: {FORM}", "Transfer-Encoding: chunked"))
    opening = b'--b\r\nContent-Disposition: form-data; name="other"\r\n\r\n'
    writer.write(b"%x\r\n%s\r\n" % (len(opening), opening))
    said = asyncio.create_task(reader.readline())
    sent = 0
    while sent < 100 and not said.done():
        writer.write(b"100000\r\n" + b"x" * 0x100000 + b"\r\n")
        with suppress(ConnectionError, TimeoutError):  # nobody reads on where nobody wants more
            await asyncio.wait_for(writer.drain(), 0.5)
        sent += 1
    status = int((await asyncio.wait_for(said, 30)).split()[1])
    writer.close()
    assert (status, sent < 100) == (413, True)
