"""What the person who runs Kamra asks it: does it live, is it ready, what are its numbers."""

import ipaddress
import logging
import secrets
from typing import cast

from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, Gauge, generate_latest
from pydantic import BaseModel

from domain.errors import NotSignedIn
from ui.parts import Parts, TheParts
from ui.problems import ProblemResponse, problem
from ui.readiness import Readiness
from ui.theme.texts import sentence_of

log = logging.getLogger(__name__)

router = APIRouter(tags=["operations"])

SWEPT = Gauge("kamra_sweep_last_success_seconds", "When each sweep last ran without an error, since 1970", ["sweep"])
OVERDUE = Gauge("kamra_rooms_overdue_seconds", "For how long the oldest thing of a room that should be gone is not")

_FORWARDING = ("forwarded", "x-forwarded-for", "x-real-ip", "via")


class MetricsTokenMissing(NotSignedIn):
    """The numbers are for the one who holds the metrics token, or for this machine."""


class Health(BaseModel):
    """The process lives."""

    status: str


class Ready(BaseModel):
    """Everything needed works."""

    status: str
    parts: dict[str, str]


@router.get("/health")
async def health() -> Health:
    """Whether the process lives; asks nothing of anybody else."""
    return Health(status="ok")


@router.get("/ready", response_model=Ready, responses={503: {"description": "Something needed is down"}})
async def ready(request: Request, parts: TheParts) -> Ready | ProblemResponse:
    """Whether database, files, queue, scheduler and disk can be used now, or a second ago; names what cannot."""
    readiness = cast("Readiness", request.app.state.readiness)
    states = dict(await readiness.states(parts))
    if all(state == "ok" for state in states.values()):
        return Ready(status="ready", parts=states)
    down = ", ".join(name for name, state in states.items() if state != "ok")
    return problem(503, "not_ready", sentence_of("not_ready", parts=down), parts=states)


@router.get("/metrics", include_in_schema=False)
async def metrics(request: Request, parts: TheParts) -> Response:
    """Prometheus text, for the holder of the token, or without one for this machine itself."""
    if not _may_read_metrics(request, parts.settings.metrics_token):
        raise MetricsTokenMissing
    for name, at in parts.timetable.last_success.items():
        SWEPT.labels(name).set(at.timestamp())
    OVERDUE.set(await _overdue_seconds(parts))
    return Response(generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})


async def _overdue_seconds(parts: Parts) -> float:
    """Asked for now, so that it grows also while no sweep runs; not a number while the database does not answer."""
    now = parts.clock.now()
    try:
        async with parts.works.read() as work:
            since = await work.rooms.overdue_since(now)
    except Exception:  # the other numbers are never wanted more than when the database is down, however it is
        log.exception("what should be gone could not be asked for")
        return float("nan")
    return 0 if since is None else (now - since).total_seconds()


def _may_read_metrics(request: Request, token: str | None) -> bool:
    if token is not None:
        given = request.headers.get("authorization", "").removeprefix("Bearer ")
        return secrets.compare_digest(given.encode(), token.encode())
    if any(name in request.headers for name in _FORWARDING) or request.client is None:
        return False
    try:
        return ipaddress.ip_address(request.client.host).is_loopback
    except ValueError:  # a Unix socket has no address; what is behind it is not known to be this machine's owner
        return False
