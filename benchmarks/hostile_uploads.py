"""Sending a running Kamra files that mean harm, and what can be said about each afterwards."""

import asyncio
import time
from dataclasses import dataclass

import httpx

_MEDIA = "/api/v1/media"
_ENDED = ("completed", "failed")
_GIVE_UP_SECONDS = 60
_BETWEEN_LOOKS = 0.1  # each look costs the server a fifth of what a small picture does


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of one: `end` is the reason's code, `completed`, or an HTTP status; `seconds` from its first byte.

    `end` is `waiting` where nothing had become of it after a minute.
    """

    name: str
    end: str
    seconds: float
    statuses: frozenset[int]


async def fate_of(sender: httpx.AsyncClient, name: str, data: bytes, content_type: str) -> Fate:
    """Send it as a form and ask until it is completed or failed."""
    began = time.perf_counter()
    answer = await sender.post(_MEDIA, files={"file": (name, data, content_type)})
    statuses, end = {answer.status_code}, str(answer.status_code)
    if answer.status_code == 201:
        end = "waiting"
        address = f"{_MEDIA}/{answer.json()['id']}"
        while end == "waiting" and time.perf_counter() - began < _GIVE_UP_SECONDS:
            await asyncio.sleep(_BETWEEN_LOOKS)
            answer = await sender.get(address)
            statuses.add(answer.status_code)
            if answer.status_code != 200:
                end = str(answer.status_code)
            elif answer.json()["status"] in _ENDED:
                end = answer.json()["reason_code"] or answer.json()["status"]
    return Fate(name=name, end=end, seconds=time.perf_counter() - began, statuses=frozenset(statuses))
