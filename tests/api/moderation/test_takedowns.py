"""Taking posts and comments down, and bringing them back as they were (F56)."""

from datetime import timedelta

from domain.accounts.account import Role
from domain.ids import new_uuid
from scheduler.purge_taken_down import purge_taken_down
from tests.api.moderation.moderating import act, listed, say, told
from tests.conftest import MovableClock
from tests.posting import posted
from tests.signed_in import Person
from ui.parts import Parts


async def test_a_post_taken_down_is_dead_everywhere_and_comes_back_as_it_was_f56(
    running: Parts, anna: Person, ben: Person, mod: Person
) -> None:
    post = await posted(running, anna, caption="see #this @ben")
    await say(ben, post, "fine")
    await ben.post(f"/api/v1/posts/{post['id']}/like")
    path = f"/api/v1/posts/{post['id']}"
    before = {who: (await who.get(path)).json() for who in (anna, ben)}
    pictures = {who: shown["media"][0]["renditions"][0]["url"].split("?")[0] for who, shown in before.items()}
    url = before[ben]["media"][0]["renditions"][0]["url"]
    bytes_before = (await ben.get(url)).content

    async with running.messages.subscribe("posts") as hints:
        assert (await act(mod, f"posts/{post['id']}/takedown", reason="too blue")).status_code == 204
        while await anext(hints) != f"post {post['id']}":
            pass  # of somebody else, where all tests share one Redis
    for who in (anna, ben, mod):
        for dead in (path, f"{path}/likes", f"{path}/comments"):
            assert (await who.get(dead)).status_code == 404
        assert (await who.get("/api/v1/users/@anna/posts")).json()["items"] == []
        assert (await who.get("/api/v1/tags/this/posts")).json()["items"] == []
    assert (await ben.get(url)).status_code == 404
    assert (await anna.get("/api/v1/users/@anna")).json()["posts"] == 0
    assert (await told(anna, "liked"), await told(ben, "mentioned")) == ([], [])
    (why,) = await told(anna, "taken_down")
    assert (why["text"], why["post"], why["target"]) == (
        "too blue",
        None,
        {"kind": "post", "id": post["id"], "appealed": False},
    )
    assert (why["actors"], why["count"]) == ([], 1)

    assert (await act(mod, f"posts/{post['id']}/restore")).status_code == 204
    for who, shown in before.items():
        again = (await who.get(path)).json()
        assert again["media"][0]["renditions"][0]["url"].split("?")[0] == pictures[who]
        assert {**again, "media": None} == {**shown, "media": None}
    assert (await ben.get(url)).content == bytes_before
    assert await told(anna, "taken_down") == []
    assert len(await told(anna, "liked")) == 1


async def test_a_comment_taken_down_is_not_counted_and_comes_back(
    running: Parts, anna: Person, ben: Person, mod: Person
) -> None:
    post = await posted(running, anna)
    comment = await say(ben, post, "rude")
    path = f"/api/v1/posts/{post['id']}"
    assert (await act(mod, f"comments/{comment['id']}/takedown", reason="rude")).status_code == 204
    assert (await anna.get(f"{path}/comments")).json()["items"] == []
    assert (await anna.get(path)).json()["comment_count"] == 0
    assert await told(anna, "commented") == []
    (why,) = await told(ben, "taken_down")
    assert (why["comment"], why["target"]) == (None, {"kind": "comment", "id": comment["id"], "appealed": False})
    assert (await act(mod, f"comments/{comment['id']}/restore")).status_code == 204
    assert (await anna.get(f"{path}/comments")).json()["items"] == [comment]
    assert (await anna.get(path)).json()["comment_count"] == 1
    assert [one["comment"]["id"] for one in await told(anna, "commented")] == [comment["id"]]


async def test_what_somebody_suspended_posted_is_away_until_they_are_back(
    running: Parts, anna: Person, ben: Person, mod: Person
) -> None:
    post = await posted(running, anna)
    await ben.post("/api/v1/users/@anna/follow")
    comment = await say(anna, await posted(running, ben))
    paths = [f"/api/v1/posts/{post['id']}", post["media"][0]["renditions"][0]["url"]]
    assert (await act(mod, "users/@anna/suspend", reason="x")).status_code == 204
    assert [(await ben.get(path)).status_code for path in paths] == [404, 404]
    assert (await ben.get("/api/v1/feed")).json()["items"][-1]["id"] == comment["post_id"]
    assert await told(ben, "commented") == []
    assert (await act(mod, "users/@anna/unsuspend")).status_code == 204
    assert (await ben.get(paths[0])).status_code == 200
    assert len(await told(ben, "commented")) == 1


async def test_what_changes_nothing_is_not_written_down(running: Parts, anna: Person, mod: Person) -> None:
    post = await posted(running, anna)
    for _ in range(2):
        assert (await act(mod, f"posts/{post['id']}/takedown", reason="x")).status_code == 204
    for _ in range(2):
        assert (await act(mod, f"posts/{post['id']}/restore")).status_code == 204
    for _ in range(2):
        assert (await act(mod, "users/@anna/unsuspend")).status_code == 204
    assert [one["action"] for one in await listed(mod, "audit")] == ["restore", "take_down"]
    for wrong in ("", "x" * 501):
        assert (await act(mod, f"posts/{post['id']}/takedown", reason=wrong)).status_code == 422
    for kind in ("posts", "comments"):
        assert (await act(mod, f"{kind}/{new_uuid()}/takedown", reason="x")).status_code == 404


async def test_what_those_who_run_the_house_say_is_for_admins_to_judge(
    running: Parts, mod: Person, boss: Person
) -> None:
    assert boss.account.role is Role.ADMIN
    post, own = await posted(running, boss), await posted(running, mod)
    for its in (post, own):
        assert (await act(mod, f"posts/{its['id']}/takedown", reason="x")).status_code == 403
    assert (await act(boss, f"posts/{own['id']}/takedown", reason="x")).status_code == 204
    assert (await act(mod, f"posts/{own['id']}/restore")).status_code == 403
    assert await listed(mod, "audit") != []


async def test_after_thirty_days_it_is_gone_for_good_and_its_pictures_stay_the_author_s(
    running: Parts, clock: MovableClock, anna: Person, ben: Person, mod: Person
) -> None:
    post, other = await posted(running, anna), await posted(running, anna)
    comment = await say(ben, other)
    await act(ben, f"posts/{post['id']}/flag", reason="x")
    for thing in (f"posts/{post['id']}", f"comments/{comment['id']}"):
        await act(mod, f"{thing}/takedown", reason="x")
    clock.move(timedelta(days=29))
    assert await purge_taken_down(running.works, clock) == 0
    clock.move(timedelta(days=1))
    assert await purge_taken_down(running.works, clock) == 2
    assert await purge_taken_down(running.works, clock) == 0
    assert (await act(mod, f"posts/{post['id']}/restore")).status_code == 404
    assert (await listed(mod, "flags"), await told(anna, "taken_down")) == ([], [])
    assert (await anna.get(f"/api/v1/posts/{other['id']}")).json()["comment_count"] == 0
    assert (await anna.get("/api/v1/users/@anna")).json()["posts"] == 1
    assert (await anna.get(f"/api/v1/media/{post['media'][0]['id']}")).status_code == 200
    purged = (await listed(mod, "audit"))[:2]
    assert [(one["action"], one["actor"], one["actor_ref"]) for one in purged] == [("purge", None, None)] * 2


async def test_moderators_see_all_that_is_down_the_latest_first(
    running: Parts, anna: Person, ben: Person, mod: Person, clock: MovableClock
) -> None:
    post = await posted(running, anna)
    comment = await say(ben, await posted(running, anna), "rude")
    assert (await act(mod, f"comments/{comment['id']}/takedown", reason="rude")).status_code == 204
    clock.move(timedelta(minutes=1))
    assert (await act(mod, f"posts/{post['id']}/takedown", reason="too blue")).status_code == 204
    clock.move(timedelta(minutes=1))
    down = await listed(mod, "taken-down")
    assert [one["target"]["taken_down"]["reason"] for one in down] == ["too blue", "rude"]
    assert down[0]["target"]["post"]["author"]["handle"] == "anna"
    assert down[1]["target"]["comment"]["body"] == "rude"
    assert (await anna.get("/api/v1/moderation/taken-down")).status_code == 403
    await act(mod, f"posts/{post['id']}/restore")
    assert [one["id"] for one in await listed(mod, "taken-down")] == [comment["id"]]
