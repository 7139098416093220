"""What is lost in rooms, and what is left of those that are over, after `kill -9` during upload, expiry and sweep."""

import asyncio
import random
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from benchmarks.figure import Figure, as_table, at_most
from benchmarks.killed_asking import KilledAsking
from benchmarks.killed_rooms_audit import RoomsAudit
from benchmarks.killed_rooms_client import KilledRoomClient
from benchmarks.killed_rooms_ledger import RoomsLedger
from benchmarks.killed_server import KilledServer
from benchmarks.killing import ended, killed_again
from benchmarks.kills import files_of, with_first
from benchmarks.owner import sign_in
from benchmarks.served import free_port, settings_for

_KILLS = 60
_CLIENTS = 5
_EVERY = 6
_SETTINGS = {"KAMRA_ROOMS_PER_ACCOUNT": "0"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomsOutcome:
    """How many rooms and parts there were, and what became of them."""

    parts: int
    rooms: int
    over: int
    lost: list[str]
    left: list[str]
    differences: list[str]
    surprises: list[str]


def measure() -> list[Figure]:
    """Broken promises, of which there are to be none."""
    with TemporaryDirectory(prefix="kamra-kills-", ignore_cleanup_errors=True) as folder:
        settings = settings_for(Path(folder) / "data", free_port())
        found = asyncio.run(killed_rooms(_KILLS, settings, Path(folder)))
    what = f"{_KILLS} × kill -9 under {_CLIENTS} clients in rooms"
    wrong = [*found.differences, *found.surprises]
    kept = f"{found.parts} parts acknowledged in {found.rooms} rooms, {found.rooms - found.over} of which stayed"
    gone = f"{found.over} rooms ended, looked at two sweeps later"
    return [
        at_most(f"{what}: acknowledged parts lost", len(found.lost), 0, "", with_first(kept, found.lost)),
        at_most(
            f"{what}: files, rows and answers left of rooms that are over",
            len(found.left),
            0,
            "",
            with_first(gone, found.left),
        ),
        at_most(f"{what}: rows and files that disagree", len(wrong), 0, "", with_first("`kamra check`", wrong)),
    ]


async def killed_rooms(kills: int, settings: Mapping[str, str], folder: Path, *, every: int = _EVERY) -> RoomsOutcome:
    """Kill a Kamra with these settings so many times; it is looked at in every `every`-th life and in its last."""
    server, ledger, may_ask = KilledServer({**settings, **_SETTINGS}, folder), RoomsLedger(), asyncio.Event()
    differences: list[str] = []
    over = 0
    url = settings.get("KAMRA_DATABASE_URL") or f"sqlite+aiosqlite:///{Path(settings['KAMRA_DATA']) / 'kamra.db'}"
    async with httpx.AsyncClient(base_url=server.url, headers={"Origin": server.url}, timeout=30) as http:
        audit = RoomsAudit(http, files_of(settings), url, ledger)
        asking = KilledAsking(http, ledger.surprises, may_ask)
        clients = [KilledRoomClient(asking, ledger, random.Random(n)) for n in range(_CLIENTS)]
        try:
            await server.start()
            await sign_in(http)
            working = [asyncio.create_task(client.go_on()) for client in clients]
            may_ask.set()
            async with asyncio.timeout(60):
                await ledger.somebody_ended.wait()  # or a slow machine might kill a server that nobody used yet
            async for _ in killed_again(server, kills, every, may_ask, []):
                are_over = [room for room in ledger.rooms if room.is_over()]
                await server.tidied()
                await server.ended_rooms(2)
                differences += await server.differences()
                await audit.look(are_over)
                over = len(are_over)
            await ended(working)
        finally:
            await server.kill()
    return RoomsOutcome(
        parts=ledger.parts,
        rooms=len(ledger.rooms),
        over=over,
        lost=audit.lost,
        left=audit.left,
        differences=differences,
        surprises=ledger.surprises,
    )


if __name__ == "__main__":
    print(as_table(measure()))
