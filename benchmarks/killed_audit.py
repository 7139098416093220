"""Holding what a server acknowledged before it was killed against what it has now."""

import asyncio
import hashlib

import httpx

from benchmarks.killed_ledger import Ledger
from domain.files import Files
from domain.media.keys import media_of

_MEDIA = "/api/v1/media"
_AT_ONCE = 6


class Audit:
    """Finds what is lost and what came back, and remembers what it saw, so that the next look is at what is new.

    `http` carries a session, `files` are the server's own.
    """

    def __init__(self, http: httpx.AsyncClient, files: Files, ledger: Ledger) -> None:
        self._http = http
        self._files = files
        self._ledger = ledger
        self._seen_kept: set[str] = set()
        self._seen_gone: set[str] = set()
        self._at_once = asyncio.Semaphore(_AT_ONCE)
        self.lost: list[str] = []
        self.revived: list[str] = []

    async def look(self, *, at_all: bool) -> None:
        """Ask for every acknowledged picture's bytes and name, and for every deleted one; `at_all`, again."""
        kept = [one for one in self._ledger.kept if at_all or one not in self._seen_kept]
        gone = [one for one in self._ledger.gone if at_all or one not in self._seen_gone]
        self._seen_kept.update(kept)
        self._seen_gone.update(gone)
        await asyncio.gather(*map(self._look_at_kept, kept), *map(self._look_at_gone, gone))
        async for stored in self._files.list():
            if str(media_of(stored.key)) in self._ledger.gone:
                self.revived.append(f"{stored.key}: its bytes")

    async def _look_at_kept(self, media_id: str) -> None:
        async with self._at_once:
            answer = await self._http.get(f"{_MEDIA}/{media_id}")
            if answer.status_code != 200:
                self.lost.append(f"{media_id}: {answer.status_code}")
                return
            media = answer.json()
            original = await self._http.get(media["original_url"])
        if hashlib.sha256(original.content).hexdigest() != self._ledger.kept[media_id]:
            self.lost.append(f"{media_id}: other bytes, {original.status_code}, {media['status']}")
        if media["name"] != self._ledger.names.get(media_id, media["name"]):
            self.lost.append(f"{media_id}: the name")

    async def _look_at_gone(self, media_id: str) -> None:
        async with self._at_once:
            answer = await self._http.get(f"{_MEDIA}/{media_id}")
        if answer.status_code != 404:
            self.revived.append(f"{media_id}: {answer.status_code}")
