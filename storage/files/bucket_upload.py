"""One object on its way into a bucket: a single request for what is small, a multipart upload for the rest."""

import asyncio
import hashlib
from collections.abc import AsyncIterator

import obstore
from obstore.exceptions import GenericError
from obstore.store import ObjectStore

from domain.files import OutOfSpace, Written

PART = 5 << 20  # bytes; S3 takes no smaller parts, and 10,000 of them make 48 GiB
_AT_ONCE = 3  # parts on their way at a time, which bounds the memory of one upload
_FULL = ("507 Insufficient Storage", "XMinioStorageFull", "QuotaExceeded")


class _GivenUpError(Exception):
    """Makes obstore abort the multipart upload."""


class BucketUpload:
    """Pieces of `PART` bytes go in, the last one smaller; the object appears at `finish`, or never."""

    def __init__(self, store: ObjectStore, key: str) -> None:
        self._store = store
        self._key = key
        self._sha256 = hashlib.sha256()
        self._bytes = 0
        self._first = b""
        self._pieces: asyncio.Queue[bytes | None] = asyncio.Queue(1)
        self._sending: asyncio.Task[None] | None = None
        self._given_up = False

    async def add(self, piece: bytes) -> None:
        """Append. Raises what the bucket raises, OutOfSpace among it."""
        await asyncio.to_thread(self._sha256.update, piece)
        self._bytes += len(piece)
        if self._sending is None and not self._first:
            self._first = piece
            return
        if self._sending is None:
            self._sending = asyncio.create_task(self._send(self._pieces_to_send()))
            await self._hand_over(self._sending, self._first)
        await self._hand_over(self._sending, piece)

    async def finish(self) -> Written:
        """Let the object appear."""
        if self._sending is None:
            await self._send(self._first)
        else:
            await self._hand_over(self._sending, None)
            await asyncio.shield(self._sending)  # cancelled from outside, obstore would leave its parts behind
        return Written(sha256=self._sha256.digest(), bytes=self._bytes)

    async def give_up(self) -> None:
        """Have the bucket forget the parts. obstore does so when its source raises, not when it is cancelled."""
        if self._sending is None:
            return
        self._given_up = True
        if self._pieces.empty():
            self._pieces.put_nowait(None)
        await asyncio.wait([self._sending])
        if not self._sending.cancelled():
            self._sending.exception()  # the caller already has the reason

    async def _hand_over(self, sending: asyncio.Task[None], piece: bytes | None) -> None:
        putting = asyncio.ensure_future(self._pieces.put(piece))
        try:
            await asyncio.wait({putting, sending}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            putting.cancel()
        if sending.done():
            sending.result()

    async def _pieces_to_send(self) -> AsyncIterator[bytes]:
        while (piece := await self._pieces.get()) is not None and not self._given_up:
            yield piece
        if self._given_up:
            raise _GivenUpError

    async def _send(self, content: bytes | AsyncIterator[bytes]) -> None:
        try:
            await obstore.put_async(self._store, self._key, content, chunk_size=PART, max_concurrency=_AT_ONCE)
        except GenericError as error:
            if any(sign in str(error) for sign in _FULL):
                raise OutOfSpace from error
            raise
