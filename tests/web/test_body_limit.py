"""Bodies that are no uploads are bounded, whatever their headers claim."""

from collections.abc import AsyncIterator

import httpx

_MORE = 1024 * 1024 + 1


async def test_a_body_that_says_it_is_too_large_is_refused(api: httpx.AsyncClient) -> None:
    answer = await api.post("/auth/login", content=b"x" * _MORE)
    assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")


async def test_a_body_that_does_not_say_its_size_is_counted(api: httpx.AsyncClient) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(200):
            yield b"x" * 65_536

    answer = await api.post("/auth/login", content=endless(), headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")


async def test_a_length_that_is_no_number_is_refused(api: httpx.AsyncClient) -> None:
    answer = await api.post("/auth/login", content=b"{}", headers={"Content-Length": "many"})
    assert answer.status_code in {400, 413}
