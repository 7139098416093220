"""Asking a server that is killed again and again, until there is an answer."""

import asyncio
from typing import Any

import httpx

_RETRY_SECONDS = 0.05


class KilledAsking:
    """Asks while `may_ask` is set; answers that no kill explains go into `surprises`."""

    def __init__(self, http: httpx.AsyncClient, surprises: list[str], may_ask: asyncio.Event) -> None:
        self._http = http
        self._surprises = surprises
        self._may_ask = may_ask

    async def answered(
        self, method: str, path: str, *, fine: tuple[int, ...], fine_again: tuple[int, ...] = (), **sent: Any
    ) -> httpx.Response:
        """Ask until there is a fine answer; `fine_again` are those that are right only after one that was cut off."""
        while True:
            await self._may_ask.wait()
            try:
                answer = await self._http.request(method, path, **sent)
            except httpx.TransportError:
                fine += fine_again
                await asyncio.sleep(_RETRY_SECONDS)
                continue
            if answer.status_code not in fine:
                self._surprises.append(f"{method} {path}: {answer.status_code} {answer.text}")
                await asyncio.sleep(_RETRY_SECONDS)
                continue
            return answer
