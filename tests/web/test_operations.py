"""Health, readiness and numbers, and who may read them."""

import asyncio
import dataclasses
from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI

from domain.files import Files
from tests.conftest import MovableClock
from tests.signed_in import parts_of_app
from ui.settings import Settings

ROOT = "http://kamra.test"


class DeadFiles:
    """Files whose disk went away."""

    async def probe(self) -> None:
        raise OSError("gone")


async def test_it_says_that_it_lives(api: httpx.AsyncClient) -> None:
    answer = await api.get(f"{ROOT}/health")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


class CountedFiles:
    """Files that count how often they were tried."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self.tried = 0

    async def probe(self) -> None:
        self.tried += 1
        await self._files.probe()

    async def free_bytes(self) -> int | None:
        return await self._files.free_bytes()


async def test_it_is_ready_once_its_sweeps_tick(app: FastAPI, api: httpx.AsyncClient, clock: MovableClock) -> None:
    before = await api.get(f"{ROOT}/ready")
    assert (before.status_code, before.json()["parts"]["scheduler"]) == (503, "down")
    parts_of_app(app).timetable.start()
    clock.move(timedelta(seconds=1))
    after = await api.get(f"{ROOT}/ready")
    assert (after.status_code, set(after.json()["parts"].values())) == (200, {"ok"})


async def test_it_names_what_is_down_without_saying_why(app: FastAPI, api: httpx.AsyncClient) -> None:
    app.state.parts = dataclasses.replace(parts_of_app(app), files=DeadFiles())  # pyright: ignore[reportArgumentType]  # a broken one is the point
    answer = await api.get(f"{ROOT}/ready")
    assert (answer.status_code, answer.json()["code"]) == (503, "not_ready")
    assert answer.json()["parts"]["files"] == "down"
    assert answer.json()["detail"] == "Not everything works just now: files, scheduler."
    assert "gone" not in answer.text


async def test_however_many_ask_it_looks_once_a_second(
    app: FastAPI, api: httpx.AsyncClient, clock: MovableClock
) -> None:
    files = CountedFiles(parts_of_app(app).files)
    app.state.parts = dataclasses.replace(parts_of_app(app), files=files)  # pyright: ignore[reportArgumentType]  # only what is asked of them
    await asyncio.gather(*(api.get(f"{ROOT}/ready") for _ in range(20)))
    assert files.tried == 1
    clock.move(timedelta(seconds=1))
    await api.get(f"{ROOT}/ready")
    assert files.tried == 2
    clock.move(-timedelta(hours=2))
    await api.get(f"{ROOT}/ready")
    assert files.tried == 3


async def test_a_disk_below_its_reserve_is_full(
    app: FastAPI, api: httpx.AsyncClient, make_settings: Callable[..., Settings]
) -> None:
    app.state.parts = dataclasses.replace(parts_of_app(app), settings=make_settings(disk_reserve_bytes=1 << 60))
    free = await parts_of_app(app).files.free_bytes()
    expected = "ok" if free is None else "full"  # nobody can say of a bucket
    assert (await api.get(f"{ROOT}/ready")).json()["parts"]["disk"] == expected


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"])
async def test_numbers_are_for_this_machine_and_not_for_who_comes_through_a_proxy(
    api: httpx.AsyncClient, header: str
) -> None:
    assert (await api.get(f"{ROOT}/metrics")).status_code == 200
    assert (await api.get(f"{ROOT}/metrics", headers={header: "127.0.0.1"})).status_code == 401


class TestWithAToken:
    """Where a token is set it is the only way, on this machine too."""

    @pytest.fixture
    def settings(self, make_settings: Callable[..., Settings]) -> Settings:
        return make_settings(metrics_token="read the numbers")

    async def test_numbers_are_for_its_holder(self, app: FastAPI, api: httpx.AsyncClient) -> None:
        await api.get(f"{ROOT}/health")
        await parts_of_app(app).timetable.run("finish-deletions")
        told = await api.get(f"{ROOT}/metrics", headers={"Authorization": "Bearer read the numbers"})
        assert told.status_code == 200
        assert "python_info" in told.text
        assert 'kamra_request_seconds_count{method="GET",route="/health",status="200"}' in told.text
        assert 'kamra_sweep_last_success_seconds{sweep="finish-deletions"}' in told.text

    @pytest.mark.parametrize("given", [{}, {"Authorization": "Bearer something else"}, {"Authorization": "Bearer ü"}])
    async def test_numbers_are_for_nobody_else(self, api: httpx.AsyncClient, given: dict[str, str]) -> None:
        headers = [(name, value.encode("latin-1")) for name, value in given.items()]
        assert (await api.get(f"{ROOT}/metrics", headers=headers)).status_code == 401  # pyright: ignore[reportArgumentType]  # raw bytes, as an attacker sends them
