"""What is left of what was acknowledged after `kill -9` again and again, while six clients upload and delete."""

import asyncio
import random
import statistics
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from benchmarks.figure import Figure, as_table, at_most, for_information
from benchmarks.killed_asking import KilledAsking
from benchmarks.killed_audit import Audit
from benchmarks.killed_client import KilledClient
from benchmarks.killed_ledger import Ledger
from benchmarks.killed_server import KilledServer
from benchmarks.killing import ended, killed_again
from benchmarks.owner import sign_in
from benchmarks.photographs import for_clients
from benchmarks.served import free_port, settings_for
from domain.files import Files
from storage.files.opened import open_files

_KILLS = 60
_CLIENTS = 6
_EVERY = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What was acknowledged, what became of it, and how long each start took."""

    acknowledged: int
    deleted: int
    lost: list[str]
    revived: list[str]
    differences: list[str]
    surprises: list[str]
    seconds_to_ready: list[float]


def measure() -> list[Figure]:
    """Broken promises, of which there are to be none, and the seconds from each start to `/ready`."""
    with TemporaryDirectory(prefix="kamra-kills-", ignore_cleanup_errors=True) as folder:
        found = asyncio.run(killed(_KILLS, settings_for(Path(folder) / "data", free_port()), Path(folder)))
    what = f"{_KILLS} × kill -9 under {_CLIENTS} clients"
    note = f"{found.acknowledged} uploads and {found.deleted} deletions acknowledged"
    wrong = [*found.differences, *found.surprises]
    ready = f"from start to ready after a kill, {len(found.seconds_to_ready)} starts"
    return [
        at_most(f"{what}: acknowledged uploads lost", len(found.lost), 0, "", with_first(note, found.lost)),
        at_most(f"{what}: acknowledged deletions undone", len(found.revived), 0, "", with_first(note, found.revived)),
        at_most(f"{what}: rows and files that disagree", len(wrong), 0, "", with_first("`kamra check`", wrong)),
        at_most(f"{ready}: slowest", max(found.seconds_to_ready), 3, "s"),
        for_information(f"{ready}: median", statistics.median(found.seconds_to_ready), "s"),
    ]


async def killed(kills: int, settings: Mapping[str, str], folder: Path, *, every: int = _EVERY) -> Outcome:
    """Kill a Kamra with these settings so many times; it is looked at in every `every`-th life and in its last."""
    server, ledger, may_ask = KilledServer(settings, folder), Ledger(), asyncio.Event()
    differences: list[str] = []
    async with httpx.AsyncClient(base_url=server.url, headers={"Origin": server.url}, timeout=30) as http:
        audit = Audit(http, files_of(settings), ledger)
        pictures = for_clients()
        asking = KilledAsking(http, ledger.surprises, may_ask)
        clients = [KilledClient(asking, ledger, pictures, random.Random(n)) for n in range(_CLIENTS)]
        try:
            seconds = [await server.start()]
            await sign_in(http)
            working = [asyncio.create_task(client.go_on()) for client in clients]
            may_ask.set()
            async with asyncio.timeout(60):
                await ledger.somebody_deleted.wait()  # or a slow machine might kill a server that nobody used yet
            async for is_last in killed_again(server, kills, every, may_ask, seconds):
                await server.tidied()
                differences += await server.differences()
                await audit.look(at_all=is_last)
            await ended(working)
        finally:
            await server.kill()
    return Outcome(
        acknowledged=len(ledger.kept) + len(ledger.gone),
        deleted=len(ledger.gone),
        lost=audit.lost,
        revived=audit.revived,
        differences=differences,
        surprises=ledger.surprises,
        seconds_to_ready=seconds[1:],
    )


def files_of(settings: Mapping[str, str]) -> Files:
    """The files of a Kamra with these settings."""
    return open_files(settings.get("KAMRA_FILES_URL"), Path(settings["KAMRA_DATA"]), settings.get("KAMRA_S3_ENDPOINT"))


def with_first(note: str, found: list[str]) -> str:
    """The note, and some of what was found."""
    return "; ".join([note, *islice(found, 3)])


if __name__ == "__main__":
    print(as_table(measure()))
