"""What is not for everybody is behind none of the public addresses, and what stops being so is gone at once."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from starlette.responses import PlainTextResponse

from domain.ids import PostId
from tests.conftest import MovableClock
from tests.people import PASSWORD, add_person
from tests.posting import POSTS, picture_of, posted
from tests.signed_in import Person, client_of
from ui.parts import Parts

MADE_UP = "0190a6b0-0000-7000-8000-000000000000"
Change = Callable[[Parts, Person, dict[str, Any]], Awaitable[object]]


async def doors(nobody: httpx.AsyncClient, post: dict[str, Any]) -> dict[str, bool]:
    """Through which public addresses the post can be found."""
    found = {}
    for name, path in (("page", f"/p/{post['id']}"), ("picture", f"/p/{post['id']}/1/320.jpg")):
        found[name] = (await nobody.get(path)).status_code == 200
    for name, path in (("wall", "/@anna"), ("feed", "/@anna/feed.atom"), ("tag", "/tags/door")):
        found[name] = post["id"] in (await nobody.get(path)).text
    return found


@pytest.mark.parametrize("visibility", ["followers", "me"])
async def test_a_post_that_is_not_public_is_the_same_as_none(
    running: Parts, anna: Person, nobody: httpx.AsyncClient, visibility: str
) -> None:
    post = await posted(running, anna, caption="#door", visibility=visibility)
    assert set((await doors(nobody, post)).values()) == {False}
    for path in ("/p/{}", "/p/{}/1/320.jpg"):
        hidden, missing = await nobody.get(path.format(post["id"])), await nobody.get(path.format(MADE_UP))
        assert (hidden.status_code, hidden.content) == (missing.status_code, missing.content) == (404, missing.content)


async def taken_down(parts: Parts, _author: Person, post: dict[str, Any]) -> None:
    async with parts.works.write() as work:
        assert await work.posts.take_down(PostId(UUID(post["id"])), "because", parts.clock.now())


async def suspended(parts: Parts, author: Person, _post: dict[str, Any], until: datetime | None = None) -> None:
    async with parts.works.write() as work:
        held = await work.accounts.hold(author.account.id)
        assert held is not None
        await work.accounts.change(
            replace(held, suspended_at=parts.clock.now(), suspended_until=until, suspended_reason="x")
        )


async def made_private(_parts: Parts, author: Person, _post: dict[str, Any]) -> None:
    await author.patch(f"/api/v1/users/{author.account.id}", json={"is_private": True})


async def narrowed(_parts: Parts, author: Person, post: dict[str, Any]) -> None:
    await author.patch(f"{POSTS}/{post['id']}", json={"visibility": "followers"})


async def deleted(_parts: Parts, author: Person, post: dict[str, Any]) -> None:
    await author.delete(f"{POSTS}/{post['id']}")


async def switched_off(parts: Parts, _author: Person, _post: dict[str, Any]) -> None:
    parts.settings.public_pages = "off"


@pytest.mark.parametrize("change", [taken_down, suspended, made_private, narrowed, deleted, switched_off])
async def test_what_stops_being_public_is_gone_from_every_address_at_once(
    running: Parts, anna: Person, nobody: httpx.AsyncClient, change: Change
) -> None:
    post = await posted(running, anna, caption="#door")
    assert set((await doors(nobody, post)).values()) == {True}
    await change(running, anna, post)
    assert set((await doors(nobody, post)).values()) == {False}


async def test_a_face_is_there_for_anybody_only_while_public_pages_are_on(
    running: Parts, anna: Person, nobody: httpx.AsyncClient
) -> None:
    face = await picture_of(running, anna)
    await anna.patch(f"/api/v1/users/{anna.account.id}", json={"avatar_media_id": face})
    assert (await nobody.get("/@ANNA/avatar.jpg")).status_code == 200
    running.settings.public_pages = "off"
    assert (await nobody.get("/@anna/avatar.jpg")).status_code == 404


async def test_nobody_sees_anything_of_somebody_suspended_until_they_are_let_in(
    running: Parts, anna: Person, ben: Person, nobody: httpx.AsyncClient, clock: MovableClock
) -> None:
    await anna.patch(f"/api/v1/users/{anna.account.id}", json={"avatar_media_id": await picture_of(running, anna)})
    profile = "/api/v1/users/@anna"
    paths = ("/@anna", "/@anna/avatar.jpg", "/@anna/feed.atom", profile, f"{profile}/posts", f"{profile}/followers")
    until = clock.now() + timedelta(hours=1)
    await suspended(running, anna, {}, until)
    assert [(await nobody.get(path)).status_code for path in paths] == [404] * len(paths)
    assert (await ben.get(profile)).status_code == 200
    clock.move(timedelta(hours=1))
    assert [(await nobody.get(path)).status_code for path in paths] == [200] * len(paths)


async def test_people_who_are_signed_in_get_their_own_page_and_so_does_everybody_without_public_pages(
    app: FastAPI, running: Parts, anna: Person, nobody: httpx.AsyncClient
) -> None:
    app.state.pages = PlainTextResponse("a page of one's own")
    post = await posted(running, anna, caption="#door")
    paths = (f"/p/{post['id']}", "/@anna", "/tags/door")
    await add_person(app, "dora")
    async with client_of(app, headers={"Origin": "http://kamra.test"}) as browser:
        signed = await browser.post("/sign-in", data={"login": "dora", "password": PASSWORD})
        assert signed.status_code == 303
        assert [(await browser.get(path)).text for path in paths] == ["a page of one's own"] * 3
        browser.cookies.set("kamra", "x" * 43)  # a session that is over is nobody's
        assert post["id"] in (await browser.get(paths[0])).text
    running.settings.public_pages = "off"
    assert [(await nobody.get(path)).text for path in paths] == ["a page of one's own"] * 3
