"""The half of the stand-in server that takes uploads: tickets, bytes from an offset on, and how far each is."""

import asyncio
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response


@dataclass
class Place:
    """What became of one announced picture."""

    item: dict[str, Any]
    wish: dict[str, Any]
    held: bytes = b""
    is_complete: bool = False


@dataclass
class StubUploads:
    """Places by id; every request's byte range is written down in `ranges`, and `ends` is what becomes of pictures."""

    new_item: Callable[[dict[str, Any]], dict[str, Any]]
    take: Callable[[dict[str, Any]], None]
    places: dict[str, Place] = field(default_factory=dict)
    ranges: list[tuple[str, int, int]] = field(default_factory=list)
    ends: dict[str, Any] = field(default_factory=lambda: {"status": "completed", "reason": None})
    gate: asyncio.Event | None = None
    in_flight: int = 0
    most_in_flight: int = 0

    async def answer(self, request: Request, rest: list[str]) -> Response:
        """To a request below `/media/upload`."""
        if not rest:
            return self._announce(await request.json())
        place = self.places.get(rest[0])
        if place is None:
            return _problem(404, "upload_not_found")
        if rest[1:]:
            return JSONResponse(self.ends) if rest[1] == "status" else self._complete(place)
        if request.method == "HEAD":
            return Response(status_code=200, headers={"Upload-Offset": str(len(place.held))})
        if request.method == "DELETE":
            del self.places[rest[0]]
            return Response(status_code=204)
        return await self._bytes(request, place)

    def _announce(self, wish: dict[str, Any]) -> Response:
        known = [one for one in self.places.values() if one.wish["sha256"] == wish["sha256"] and not one.is_complete]
        place = known[0] if known else Place(item=self.new_item(wish), wish=wish)
        id = place.item["id"]
        self.places[id] = place
        url = f"/api/v1/media/upload/{id}"
        ticket = {"upload_id": id, "media_id": id, "upload_url": url, "received": len(place.held)}
        return JSONResponse({**ticket, "headers": {"Content-Type": wish["content_type"]}}, 201)

    def _complete(self, place: Place) -> Response:
        place.is_complete = True
        self.take(place.item)
        return JSONResponse({}, 202)

    async def _bytes(self, request: Request, place: Place) -> Response:
        first = int(request.headers.get("Upload-Offset", "0"))
        if first != len(place.held):
            return _problem(409, "wrong_offset", {"Upload-Offset": str(len(place.held))})
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        try:
            if self.gate:
                await self.gate.wait()
            async for chunk in request.stream():
                place.held += chunk
        except ClientDisconnect:
            return _problem(409, "upload_incomplete")
        finally:
            self.in_flight -= 1
            self.ranges.append((place.wish["filename"], first, len(place.held)))
        if len(place.held) == place.wish["bytes"]:
            place.item["sha256"] = hashlib.sha256(place.held).hexdigest()
        return Response(status_code=204, headers={"Upload-Offset": str(len(place.held))})


def _problem(status: int, code: str, headers: dict[str, str] | None = None) -> Response:
    told = {"title": "No", "status": status, "detail": "That does not go together.", "code": code}
    return JSONResponse(told, status, headers, media_type="application/problem+json")
