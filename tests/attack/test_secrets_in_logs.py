"""A whole day of one person leaves none of what opens something in the log, nor in the database as it was given out."""

import re

import httpx

from tests.api.rooms.sockets import joined, on_the_line
from tests.api.rooms.visiting import OpenRoom, base64url
from tests.attack.living import living, page_socket
from tests.browser.conftest import Server
from tests.browser.residents import RESIDENT_PASSWORD, add_picture, api_of
from tests.painted import photograph

NEW = "a lantern in the rain"


async def test_no_secret_is_logged_or_kept_as_it_is(server: Server) -> None:
    secrets = [RESIDENT_PASSWORD, NEW, server.password]
    async with living(server, "Anna") as anna:
        api = anna.who.api
        secrets += [*anna.browser.cookies.values(), api.headers["Authorization"].removeprefix("Bearer ")]
        login = {"login": anna.who.handle, "password": RESIDENT_PASSWORD}
        pair = (await api.post("/auth/login", json=login)).json()
        again = (await api.post("/auth/refresh", json={"refresh_token": pair["refresh_token"]})).json()
        await api.post("/auth/refresh", json={"refresh_token": pair["refresh_token"]})
        secrets += [one[name] for one in (pair, again) for name in ("access_token", "refresh_token")]
        token = (await api.post("/auth/token", json={"name": "t", "scopes": ["read"]})).json()["token"]
        secrets.append(token)
        await api.get(f"/auth/me?access_token={token}")

        picture = (await api.get(f"/media/{await add_picture(anna.who, photograph())}")).json()
        links = [picture["original_url"], picture["renditions"][0]["url"]]
        for link in links:
            assert (await anna.browser.get(link)).status_code == 200
            await anna.browser.get(link[:-1] + "_")
        secrets += [re.search(r"signature=([^&]+)", link).group(1) for link in links]  # pyright: ignore[reportOptionalMemberAccess]  # it has one

        owner = await api_of(server, server.login, server.password)
        invite = (await owner.post("/invites")).json()["code"]
        reset = (await owner.post(f"/users/@{anna.who.handle}/reset-link")).json()["url"].rpartition("/")[2]
        secrets += [invite, reset]
        for path in (f"/invite/{invite}", f"/reset/{reset}", f"/setup/{reset}", f"/nothing/{reset}?code={invite}"):
            await anna.browser.get(path)
        page = await anna.opened_page("/settings")
        secrets.append(page)
        async with page_socket() as socket:
            query = f"client_id={page}&implicit_handshake=true&tab_id=t&document_id=d"
            await socket.connect(server, query, cookie=anna.cookie)
            await socket.client.emit("event", {"client_id": page, "id": [], "args": [NEW]})
        secrets += await _said_in_a_room(server, api)
        await anna.browser.post(f"/reset/{reset}", data={"password": "short"})
        assert (await anna.browser.post(f"/reset/{reset}", data={"password": NEW})).status_code == 303
        await api.post("/auth/login", json={"login": anna.who.handle, "password": "a wrong one, quite wrong"})
        await owner.delete(f"/invites/{invite}")
        await owner.aclose()

    secrets.append("a wrong one, quite wrong")
    log = (server.data.parent / "log.txt").read_text()
    database = b"".join(path.read_bytes() for path in server.data.glob("kamra.db*"))
    assert "/reset/{code}" in log
    assert [secret for secret in secrets if secret in log] == []
    kept_as_given = {invite}  # its maker is shown it again
    assert [secret for secret in secrets if secret.encode() in database and secret not in kept_as_given] == []


async def _said_in_a_room(server: Server, api: httpx.AsyncClient) -> list[str]:
    """Join a room with the right secret, then a wrong one, and say things in it; what of that nobody may learn."""
    room, sealed = OpenRoom(client=api), "c2VhbGVkIGJ5IHRoZSBwYWdl"
    assert (await api.post("/rooms", json=room.announced())).status_code == 201
    address = server.url.replace("http", "ws", 1)
    async with joined(address, room) as (peer, _):
        await peer.say(type="signal", to=peer.id, sealed=sealed)
        await peer.hears("signal")
        await peer.say(type="signal", to=base64url(room.owner), sealed=sealed)
        assert (await peer.ended())[0] == 4400
    async with on_the_line(address, room) as eve:
        await eve.join(room, room.owner)
        assert (await eve.ended())[0] == 4401
    return [base64url(room.auth), base64url(room.owner), sealed]
