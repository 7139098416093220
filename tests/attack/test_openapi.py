"""What the API's own description allows and what it does not, at random: never a 5xx, never a surprise (H76)."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import Any

import httpx
import pytest
import schemathesis
from anyio.from_thread import BlockingPortal, start_blocking_portal
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as trying
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from domain.accounts.account import Role
from tests.conftest import SERVER_URL
from tests.painted import photograph
from tests.people import PASSWORD, add_person, bearer
from ui.app import opened_parts
from ui.rooms.door import base64url
from ui.settings import Settings
from ui.web.site import create_site

schemathesis.serializer.alias("application/offset+octet-stream", "application/octet-stream")  # tus's name for bytes

CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
)
# Of each operation, in each of the two ways; more take minutes and found nothing else. Signed out, nearly all that is
# to be said is no, and the first two are asked so as well: making them up takes longer than answering them. On services
# the first three are tried again, and none signed out, where nothing is read but who asks.
EXAMPLES, SIGNED_OUT_EXAMPLES = (5, 2) if SERVER_URL is None else (3, 0)
# What does not fit the description is refused before a service is met.
MODES = [GenerationMode.POSITIVE, GenerationMode.NEGATIVE][: 2 if SERVER_URL is None else 1]
ROOM_AUTH = b"x" * 32
IN_ROOM = {"Authorization": f"Room {base64url(ROOM_AUTH)}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A Kamra in a thread and a loop of its own, because random examples are tried one after another."""

    portal: BlockingPortal
    client: httpx.AsyncClient
    app: FastAPI

    def request(self, method: str, url: str, **more: Any) -> httpx.Response:
        return self.portal.call(partial(self._request, method, url, **more))

    async def _request(self, method: str, url: str, **more: Any) -> httpx.Response:
        request = self.client.build_request(method, url, **more)
        await request.aread()  # reports of what failed show what was sent
        return await self.client.send(request)


@pytest.fixture
def site(settings: Settings) -> Iterator[Site]:
    parts = opened_parts(settings, role="all", password_rounds=4)
    app = create_site(settings, parts, with_pages=False)
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    client = httpx.AsyncClient(transport=transport, base_url="http://kamra.test")
    with start_blocking_portal() as portal, portal.wrap_async_context_manager(app.router.lifespan_context(app)):
        yield Site(portal=portal, client=client, app=app)


@pytest.fixture
def admin(site: Site) -> dict[str, str]:
    """The headers of an admin's calls."""
    site.portal.call(partial(add_person, site.app, "boss", role=Role.ADMIN))
    answer = site.request("POST", "/api/v1/auth/login", json={"login": "boss", "password": PASSWORD})
    site.client.cookies.clear()
    return bearer(answer.json()["access_token"])


def real_ids(site: Site, admin: dict[str, str]) -> dict[str, str]:
    """Ids of things that are there, by the names that paths give them."""
    media = site.request(
        "POST", "/api/v1/media", files={"file": ("p.jpg", photograph(), "image/jpeg")}, headers=admin
    ).json()
    told = {"content_type": "image/jpeg", "bytes": 5}
    upload = site.request("POST", "/api/v1/media/upload", json=told, headers=admin).json()
    hashed = sha256(ROOM_AUTH).hexdigest()
    room = {"room_id": "0f" * 16, "auth_hash": hashed, "owner_hash": hashed}
    assert site.request("POST", "/api/v1/rooms", json=room, headers=admin).status_code == 201
    sealed = {"object_id": "1f" * 16, "bytes": 6}
    site.request("POST", f"/api/v1/rooms/{room['room_id']}/objects", json=sealed, headers=IN_ROOM)
    return {
        "room_id": room["room_id"],
        "object_id": "1f" * 16,
        "media_id": media["id"],
        "upload_id": upload["upload_id"],
        "user_id": "@boss",
        "code": site.request("POST", "/api/v1/invites", headers=admin).json()["code"],
    }


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.value)
def test_h76_the_api_answers_as_its_description_says(site: Site, admin: dict[str, str], mode: GenerationMode) -> None:
    description = site.request("GET", "/api/v1/openapi.json").json()
    schema = schemathesis.openapi.from_dict(description)
    ids = real_ids(site, admin)
    failures: list[str] = []
    for found in schema.get_all_operations():
        assert isinstance(found, Ok), found
        operation = found.ok()
        try:
            _try(site, operation, mode, admin, ids)
        except (AssertionError, BaseExceptionGroup) as error:
            failures.append(f"{operation.label}: {_said(error)}")
    assert failures == []
    assert site.request("GET", "/api/v1/auth/me", headers=admin).status_code == 200


def _try(site: Site, operation: Any, mode: GenerationMode, admin: dict[str, str], ids: dict[str, str]) -> None:
    carried = IN_ROOM if "{room_id}" in operation.path else admin
    asked = 0

    @trying(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
    )
    @given(case=operation.as_strategy(generation_mode=mode), real=st.booleans())
    def one(case: Any, real: bool) -> None:
        nonlocal asked
        asked += 1
        if real:
            case.path_parameters = {name: ids.get(name, value) for name, value in case.path_parameters.items()}
        for headers in ({}, carried) if asked <= SIGNED_OUT_EXAMPLES else (carried,):
            case.validate_response(site.request(**_sent(case, headers)), checks=CHECKS)

    with suppress(Unsatisfiable):  # a call without any input has no wrong one
        one()


def _sent(case: Any, headers: dict[str, str]) -> dict[str, Any]:
    """The call by httpx's names."""
    sent = case.as_transport_kwargs(base_url="http://kamra.test", headers=headers)
    sent.pop("cookies", None)  # those of a made-up browser; they are tried elsewhere
    if isinstance(sent.get("data"), bytes | str):
        sent["content"] = sent.pop("data")
    if sent.get("files"):
        sent["files"] = [(name, _file(value)) for name, value in sent["files"]]
    return sent


def _file(made_up: Any) -> tuple[str | None, bytes]:
    filename, content = made_up[:2] if isinstance(made_up, tuple) else ("a.jpg", made_up)
    return filename, content if isinstance(content, bytes) else str(content).encode()


def _said(error: BaseException) -> str:
    inner = error.exceptions if isinstance(error, BaseExceptionGroup) else (error,)
    return " | ".join(str(one)[:1500] for one in inner)
