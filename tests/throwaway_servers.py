"""Servers that live in a temporary folder, on a free loopback port, as long as a block: PostgreSQL, Redis, S3."""

import asyncio
import os
import pwd
import shutil
import signal
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncpg

_READY_WITHIN = 60  # seconds; far more than any of them takes on a busy machine
_POSTGRES_QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class ServerMissing(Exception):
    """The server's program is not on this machine; the text names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Person:
    """Whom a program runs as, by the numbers of the machine; None for who started it."""

    user: int | None = None
    group: int | None = None
    extra_groups: tuple[int, ...] | None = None


def redis_program() -> str:
    """Raises ServerMissing."""
    if found := shutil.which("redis-server"):
        return found
    raise ServerMissing("redis-server")


def postgresql_programs() -> Path:
    """The folder with `initdb` and `postgres`, which Debian keeps off the path. Raises ServerMissing."""
    on_path = [Path(found).resolve().parent for found in [shutil.which("postgres")] if found]
    packaged = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
    for folder in [*on_path, *reversed(packaged)]:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise ServerMissing("postgresql")


def free_port() -> int:
    """A loopback port nobody has now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@asynccontextmanager
async def redis(folder: Path, port: int) -> AsyncIterator[str]:
    """A Redis that keeps nothing; its URL."""
    command = [redis_program(), "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
    async with _running(command, folder / "redis.log", _accepts(port)):
        yield f"redis://127.0.0.1:{port}/0"


@asynccontextmanager
async def s3(folder: Path, port: int) -> AsyncIterator[str]:
    """moto as a server of its own, without any bucket; its address."""
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    async with _running(command, folder / "s3.log", _accepts(port)):
        yield f"http://127.0.0.1:{port}"


@asynccontextmanager
async def postgresql(folder: Path, port: int) -> AsyncIterator[str]:
    """A PostgreSQL that trusts loopback and syncs nothing; the URL of its database `postgres`."""
    programs, person = postgresql_programs(), _not_root()
    home = _home(folder, person)
    data = home / "data"
    making = [programs / "initdb", "-D", data, "-U", "kamra", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"]
    made = await _begun([str(word) for word in making], folder / "postgresql.log", person)
    if await made.wait():
        raise _ended(folder / "postgresql.log")
    options = [*_POSTGRES_QUICK, "listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200"]
    command = [str(programs / "postgres"), "-D", str(data), "-p", str(port)]
    for option in options:
        command += ["-c", option]
    url = f"postgresql://kamra@127.0.0.1:{port}/postgres"
    async with _running(command, folder / "postgresql.log", _answers(url), person):
        yield url.replace("postgresql:", "postgresql+asyncpg:")


def _home(folder: Path, person: _Person) -> Path:
    home = folder / "postgresql"
    home.mkdir()
    if person.user is not None and person.group is not None:
        os.chown(home, person.user, person.group)
        folder.chmod(0o711)  # that person must be able to go through
    return home


def _not_root() -> _Person:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return _Person()
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    chosen = names.get("postgres") or names["nobody"]
    return _Person(user=chosen.pw_uid, group=chosen.pw_gid, extra_groups=())


async def _begun(command: list[str], log: Path, person: _Person) -> asyncio.subprocess.Process:
    with log.open("ab") as output:
        return await asyncio.create_subprocess_exec(
            *command,
            cwd="/",
            stdin=asyncio.subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            user=person.user,
            group=person.group,
            extra_groups=person.extra_groups,
        )


@asynccontextmanager
async def _running(
    command: list[str], log: Path, ready: Callable[[], Awaitable[None]], person: _Person | None = None
) -> AsyncIterator[None]:
    process = await _begun(command, log, person or _Person())
    try:
        await _ready(process, ready, log)
        yield
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGINT)  # PostgreSQL's "fast"; SIGTERM would wait for its clients
            await process.wait()


async def _ready(process: asyncio.subprocess.Process, ready: Callable[[], Awaitable[None]], log: Path) -> None:
    async with asyncio.timeout(_READY_WITHIN):
        while process.returncode is None:
            try:
                await ready()
            except (OSError, asyncpg.PostgresError):
                await asyncio.sleep(0.05)
            else:
                return
    raise _ended(log)


def _ended(log: Path) -> RuntimeError:
    return RuntimeError(f"{log.stem} ended at once: {log.read_text()}")


def _accepts(port: int) -> Callable[[], Awaitable[None]]:
    async def connect() -> None:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.close()
        await writer.wait_closed()

    return connect


def _answers(url: str) -> Callable[[], Awaitable[None]]:
    async def connect() -> None:
        await (await asyncpg.connect(url)).close()

    return connect
