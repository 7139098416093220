"""Which address is counted, and what a forwarded one is worth."""

import httpx
import pytest
from fastapi import FastAPI
from starlette.requests import Request

from tests.people import add_person, sign_in
from tests.signed_in import parts_of_app
from ui.accounts.address import counted_address
from ui.settings import Settings


@pytest.mark.parametrize(
    ("peer", "counted"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", ""),
        ("a socket", "a socket"),
    ],
)
def test_one_customer_is_one_address(peer: str, counted: str) -> None:
    assert counted_address(Request({"type": "http", "client": (peer, 1), "headers": []})) == counted


class TestBehindAProxy:
    """The proxy's word counts when it is named, and nobody else's."""

    @pytest.fixture
    def settings(self, make_settings) -> Settings:
        return make_settings(trusted_proxies="192.0.2.1")

    @pytest.mark.parametrize(
        ("peer", "forwarded", "seen"),
        [
            ("192.0.2.1", "198.51.100.9", "198.51.100.9"),
            ("192.0.2.1", "10.0.0.1, 198.51.100.9", "198.51.100.9"),
            ("192.0.2.1", "10.0.0.1, 198.51.100.9, 192.0.2.1", "198.51.100.9"),
            ("203.0.113.5", "198.51.100.9", "203.0.113.5"),
        ],
    )
    async def test_the_right_most_address_that_is_no_proxy_is_the_visitor(
        self, app: FastAPI, peer: str, forwarded: str, seen: str
    ) -> None:
        await add_person(app, "ada")
        transport = httpx.ASGITransport(app=app, client=(peer, 1))
        headers = {"X-Forwarded-For": forwarded, "X-Forwarded-Proto": "https"}
        async with httpx.AsyncClient(transport=transport, base_url="http://kamra.test/api/v1", headers=headers) as api:
            own = await sign_in(api, "ada")
            listed = (await api.get("/auth/sessions", headers=own)).json()["items"]
        assert listed[0]["address"] == seen
        assert parts_of_app(app).settings.trusted_proxies == "192.0.2.1"
