"""Request ids, security headers and problem+json on every answer, whatever it is (H75)."""

import json
import logging

import httpx
import pytest
from fastapi import FastAPI

ROOT = "http://kamra.test"
PATHS = (
    "/health",
    "/ready",
    "/sign-in",
    "/help",
    "/api/docs",
    "/api/v1/openapi.json",
    "/api/v1/media",
    "/api/none",
    "/x",
)


@pytest.mark.parametrize("path", PATHS)
async def test_every_answer_carries_the_security_headers(api: httpx.AsyncClient, path: str) -> None:
    headers = (await api.get(ROOT + path)).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    scripts = headers["Content-Security-Policy"].split("script-src")[1].split(";")[0]
    assert "unsafe" not in scripts
    assert headers["X-Request-Id"]


async def test_a_mistake_of_ours_is_answered_like_everything_else_and_its_number_is_in_the_log(
    app: FastAPI, api: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    def break_down() -> None:
        raise RuntimeError("nobody thought of this")

    app.add_api_route("/broken", break_down)
    answer = await api.get(f"{ROOT}/broken")
    assert (answer.status_code, answer.json()["code"]) == (500, "unexpected")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"]
    assert "nobody thought" not in answer.text
    number = answer.headers["X-Request-Id"][:8]
    assert number in answer.json()["detail"]
    assert [one.__dict__["request_id"] for one in caplog.records if one.exc_info] == [number]


async def test_each_answer_has_a_nonce_of_its_own(api: httpx.AsyncClient) -> None:
    policies = {(await api.get(f"{ROOT}/health")).headers["Content-Security-Policy"] for _ in range(5)}
    assert len(policies) == 5


async def test_a_proxys_request_id_is_kept_and_nonsense_is_not(api: httpx.AsyncClient) -> None:
    kept = await api.get(f"{ROOT}/health", headers={"X-Request-Id": "0123456789abcdef"})
    replaced = await api.get(f"{ROOT}/health", headers={"X-Request-Id": "<script>"})
    assert kept.headers["X-Request-Id"] == "0123456789abcdef"
    assert replaced.headers["X-Request-Id"] != "<script>"


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE"])
async def test_an_unknown_path_of_the_api_answers_json(api: httpx.AsyncClient, method: str) -> None:
    answer = await api.request(method, f"{ROOT}/api/v9/nothing")
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == "not_found"


async def test_broken_json_is_malformed_and_a_wrong_type_breaks_a_rule(api: httpx.AsyncClient) -> None:
    broken = await api.post("/auth/login", content=b"{", headers={"Content-Type": "application/json"})
    wrong = await api.post("/auth/login", json={"login": 5, "password": []})
    assert (broken.status_code, broken.json()["code"]) == (400, "malformed_json")
    assert (wrong.status_code, wrong.json()["code"]) == (422, "bad_input")
    assert {one["field"] for one in wrong.json()["errors"]} == {"login", "password"}


async def test_the_log_names_the_route_and_never_its_code(
    api: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "kamra.requests"):
        await api.get(f"{ROOT}/invite/a-very-secret-code?key=another-secret")
    lines = [json.dumps({"message": one.getMessage(), **one.__dict__}, default=str) for one in caplog.records]
    assert any("/invite/{code}" in line for line in lines)
    assert not any("secret" in line for line in lines)


@pytest.mark.parametrize("path", ["/api/docs", "/api/v1/openapi.json"])
async def test_the_api_describes_itself(api: httpx.AsyncClient, path: str) -> None:
    answer = await api.get(ROOT + path)
    assert (answer.status_code, "/api/v1/media/upload" in answer.text) == (200, True)
