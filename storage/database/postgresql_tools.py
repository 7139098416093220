"""PostgreSQL's own programs for dumping and restoring, which must be as new as the server."""

import asyncio
import os
from asyncio.subprocess import DEVNULL, PIPE
from pathlib import Path

from sqlalchemy import URL

from domain.backup.troubles import DatabaseToolFailed, NoRoomForBackup

# The queue's tables: what is to be done stands in Kamra's own rows, and a sweep queues it again.
_QUEUE = "kamra_queue"
_PLAIN = ("--no-owner", "--no-privileges")


async def dump(url: URL, moment: str, path: Path) -> None:
    """Write the database into a file, as it was at a moment that a transaction exported.

    Raises DatabaseToolFailed or NoRoomForBackup.
    """
    out = f"--file={path}"
    await _run(url, "pg_dump", "--format=custom", f"--snapshot={moment}", f"--exclude-schema={_QUEUE}", *_PLAIN, out)


async def load(url: URL, path: Path) -> None:
    """Fill an empty database from such a file, all of it or nothing. Raises DatabaseToolFailed or NoRoomForBackup."""
    whole = ("--single-transaction", "--exit-on-error")
    await _run(url, "pg_restore", *whole, *_PLAIN, f"--dbname={url.database}", str(path))


async def _run(url: URL, tool: str, *words: str) -> None:
    try:
        process = await asyncio.create_subprocess_exec(
            tool, *words, env=_environment(url), stdin=DEVNULL, stdout=DEVNULL, stderr=PIPE
        )
    except FileNotFoundError:
        reason = "it is not installed here (on Debian and Ubuntu it comes with postgresql-client)"
        raise DatabaseToolFailed(tool=tool, reason=reason) from None
    try:
        _, said = await process.communicate()
    except BaseException:  # also when cancelled, no tool may go on by itself
        process.terminate()
        await process.wait()
        raise
    if process.returncode:
        raise _named(tool, said.decode(errors="replace").strip())


def _environment(url: URL) -> dict[str, str]:
    """Where and as whom, for libpq; a password on the command line could be read by everybody on the machine."""
    query = {name: str(value) for name, value in url.query.items()}
    named = {
        "PGHOST": query.get("host", url.host),
        "PGPORT": query.get("port", url.port),
        "PGUSER": url.username,
        "PGPASSWORD": url.password,
        "PGDATABASE": url.database,
        "PGSSLMODE": query.get("ssl", query.get("sslmode")),
    }
    own = {name: str(value) for name, value in named.items() if value is not None}
    return {**os.environ, **own, "LC_ALL": "C"}


def _named(tool: str, said: str) -> DatabaseToolFailed | NoRoomForBackup:
    if "No space left on device" in said:
        return NoRoomForBackup()
    if "version mismatch" in said:
        return DatabaseToolFailed(tool=tool, reason="it is older than the PostgreSQL server; install its version")
    last = said.splitlines()[-1] if said else "it ended without a word"
    return DatabaseToolFailed(tool=tool, reason=last)
