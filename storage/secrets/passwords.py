"""Passwords as bcrypt digests, made two at a time in threads."""

import asyncio
import base64
import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import bcrypt

Result = TypeVar("Result")
ROUNDS = 12
"""About a quarter of a second on one core; each step doubles it. Tests use fewer."""


class BcryptPasswords:
    """Implements `domain.accounts.passwords.Passwords`.

    bcrypt raises above 72 bytes and stops at a NUL, so it gets the base64 of the password's SHA-256 (44 bytes).
    """

    def __init__(self, rounds: int = ROUNDS) -> None:
        self._rounds = rounds
        self._threads = ThreadPoolExecutor(max_workers=2, thread_name_prefix="passwords")
        # Salt and digest of zeros: as much work to compare with as any, and none to make.
        self._nobodys = f"$2b${rounds:02}${'.' * 53}".encode()

    async def hash(self, password: str) -> str:
        return await self._in_thread(lambda: bcrypt.hashpw(_short(password), bcrypt.gensalt(self._rounds)).decode())

    async def matches(self, password: str, password_hash: str | None) -> bool:
        kept = self._nobodys if password_hash is None else password_hash.encode()
        matched = await self._in_thread(lambda: bcrypt.checkpw(_short(password), kept))
        return matched and password_hash is not None

    async def close(self) -> None:
        """End the threads; what waits for one is given up."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def _in_thread(self, work: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)


def _short(password: str) -> bytes:
    return base64.b64encode(hashlib.sha256(password.encode("utf-8", "surrogatepass")).digest())
