"""Doing one job, whatever becomes of it."""

import logging
from collections.abc import Mapping
from uuid import UUID

from domain.queue import Job

_log = logging.getLogger(__name__)


async def do(jobs: Mapping[str, Job], name: str, subject: UUID) -> None:
    """Run the job called `name`. One that raises is logged with its reason; the sweeps find its row again."""
    try:
        await jobs[name](subject)
    except Exception:  # noqa: BLE001  # a job may raise anything, and the next one must run nevertheless
        _log.exception("the job %s for %s failed", name, subject)
