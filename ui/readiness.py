"""Whether what Kamra needs works now; however many ask, it is looked at once a second at most."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from ui.parts import Parts

_KEPT_FOR = timedelta(seconds=1)  # looking writes a file and asks the database, which anybody could have it do


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    parts: Parts
    at: datetime
    states: Mapping[str, str]


class Readiness:
    """One per site: remembers what it last saw."""

    def __init__(self) -> None:
        self._looking = asyncio.Lock()
        self._seen: _Seen | None = None

    async def states(self, parts: Parts) -> Mapping[str, str]:
        """`ok`, `down` or `full` by the name of each part: database, files, queue, messages, scheduler, disk."""
        async with self._looking:  # those who ask meanwhile get the same answer
            seen = self._seen
            # A clock that was set back makes the age negative, not the answer eternal.
            if seen is None or seen.parts is not parts or not timedelta(0) <= parts.clock.now() - seen.at < _KEPT_FOR:
                states = await _states(parts)
                seen = self._seen = _Seen(parts=parts, at=parts.clock.now(), states=states)
            return seen.states


async def _states(parts: Parts) -> Mapping[str, str]:
    states: dict[str, str] = {}
    probes = {
        "database": parts.works.probe,
        "files": parts.files.probe,
        "queue": parts.queue.probe,
        "messages": parts.messages.probe,
        "scheduler": parts.timetable.probe,
    }
    for name, probe in probes.items():
        try:
            await probe()
        except Exception:  # noqa: BLE001  # whatever a driver raises, the answer is that this part is down
            states[name] = "down"
        else:
            states[name] = "ok"
    free = await parts.files.free_bytes() if states["files"] == "ok" else None
    states["disk"] = "ok" if free is None or free >= parts.settings.disk_reserve_bytes else "full"
    return states
