"""Work to do soon, by a name and an id; the truth stays in the rows, so a lost or doubled job does no harm."""

from collections.abc import Awaitable, Callable
from typing import Protocol, TypeAlias
from uuid import UUID

Job: TypeAlias = Callable[[UUID], Awaitable[None]]


class Queue(Protocol):
    """Jobs run in the order given by urgency, then age, at most `KAMRA_WORKERS` at a time per process.

    Those that a queue was told are for the background have a line of their own: one at a time beside the others, and
    none begins while this process has, or just had, anything else to do.
    """

    async def put(self, job: str, subject: UUID, *, urgent: bool = True) -> None:
        """Have `job` done for `subject` soon; putting one that still waits again changes nothing."""
        ...

    async def start(self, jobs: dict[str, Job], concurrency: int) -> None:
        """Begin to run jobs; one that raises is logged and left to the sweeps."""
        ...

    async def close(self) -> None:
        """Take no more; those running are cancelled, which their rows survive."""
        ...

    async def probe(self) -> None:
        """Return when jobs can be taken now; raises any error otherwise."""
        ...
