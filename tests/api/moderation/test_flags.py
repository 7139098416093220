"""Reporting people, posts and comments, and what moderators make of it (F55)."""

from fastapi import FastAPI

from domain.accounts.account import Role
from domain.accounts.actor import Scope
from domain.ids import new_uuid
from tests.api.moderation.moderating import act, listed, say
from tests.posting import posted
from tests.signed_in import Person, signed_in
from ui.parts import Parts


async def test_a_report_is_made_once_never_of_one_self_and_only_of_what_one_sees_f55(
    running: Parts, anna: Person, ben: Person
) -> None:
    post = await posted(running, anna)
    comment = await say(anna, post)
    things = {f"users/{anna.account.id}": "user", f"posts/{post['id']}": "post", f"comments/{comment['id']}": "comment"}
    for thing, kind in things.items():
        made = await act(ben, f"{thing}/flag", reason="not nice")
        assert (made.status_code, made.json()["target"]["kind"]) == (201, kind)
        assert (await act(ben, f"{thing}/flag", reason="again")).status_code == 409
        assert (await act(anna, f"{thing}/flag", reason="me")).status_code == 422
    assert (await act(ben, "users/@anna/flag", reason="again")).status_code == 409
    for kind in ("users", "posts", "comments"):
        for its_id in (new_uuid(), "nothing"):
            assert (await act(ben, f"{kind}/{its_id}/flag", reason="who?")).status_code == 404
    hidden = await posted(running, anna, visibility="me")
    assert (await act(ben, f"posts/{hidden['id']}/flag", reason="hm")).status_code == 404
    assert (await act(ben, f"comments/{(await say(anna, hidden))['id']}/flag", reason="hm")).status_code == 404


async def test_a_report_has_a_reason_of_1_to_500_characters(running: Parts, anna: Person, ben: Person) -> None:
    post = await posted(running, anna)
    for reason in ("", " ", "x" * 501, "nul\0"):
        refused = await act(ben, f"posts/{post['id']}/flag", reason=reason)
        assert (refused.status_code, refused.json()["code"]) == (422, "bad_reason")
    assert (await act(ben, f"posts/{post['id']}/flag", reason="x" * 500)).status_code == 201


async def test_moderators_see_what_was_reported_and_answer_once(
    running: Parts, anna: Person, ben: Person, mod: Person
) -> None:
    post = await posted(running, anna, visibility="public", caption="by the sea")
    comment = await say(anna, post, "oh my")
    for thing in ("users/@anna", f"posts/{post['id']}", f"comments/{comment['id']}"):
        await act(ben, f"{thing}/flag", reason="look")
    about_comment, about_post, about_user = await listed(mod, "flags", state="open")
    assert about_post["target"]["post"]["caption"] == "by the sea"
    assert about_comment["target"]["comment"]["body"] == "oh my"
    assert about_user["target"]["user"]["handle"] == "anna"
    assert (about_user["reporter"]["handle"], about_user["reason"], about_user["state"]) == ("ben", "look", "open")

    assert (await act(mod, f"flags/{about_post['id']}/resolve")).status_code == 204
    assert (await act(mod, f"flags/{about_user['id']}/dismiss")).status_code == 204
    assert (await act(mod, f"flags/{about_user['id']}/resolve")).status_code == 409
    assert (await act(mod, f"flags/{new_uuid()}/resolve")).status_code == 404
    assert [one["id"] for one in await listed(mod, "flags", state="open")] == [about_comment["id"]]
    assert [one["id"] for one in await listed(mod, "flags", state="dismissed")] == [about_user["id"]]
    assert len(await listed(mod, "flags")) == 3
    done = await listed(mod, "audit")
    assert [one["action"] for one in done] == ["dismiss_flag", "resolve_flag"]


async def test_moderators_open_the_pictures_of_reported_posts_until_it_is_answered(
    running: Parts, anna: Person, ben: Person, mod: Person
) -> None:
    post = await posted(running, anna, visibility="followers")
    await ben.post("/api/v1/users/@anna/follow")
    await act(ben, f"posts/{post['id']}/flag", reason="look")
    (flag,) = await listed(mod, "flags")
    url = flag["target"]["post"]["media"][0]["renditions"][0]["url"]
    assert (await mod.get(url)).status_code == 200
    await act(mod, f"flags/{flag['id']}/dismiss")
    assert (await mod.get(url)).status_code == 404


async def test_nothing_of_it_is_for_members_f55(app: FastAPI, running: Parts, anna: Person, ben: Person) -> None:
    post = await posted(running, anna)
    made = (await act(ben, f"posts/{post['id']}/flag", reason="x")).json()
    for path in ("flags", "appeals", "audit", "audit/verify"):
        assert (await anna.get(f"/api/v1/moderation/{path}")).status_code == 403
    for path in (
        f"flags/{made['id']}/resolve",
        f"flags/{made['id']}/dismiss",
        f"posts/{post['id']}/takedown",
        f"posts/{post['id']}/restore",
        f"appeals/{new_uuid()}/uphold",
        f"appeals/{new_uuid()}/reject",
    ):
        assert (await act(ben, path, reason="x")).status_code == 403, path
    async with signed_in(app, "reader", Role.MODERATOR, frozenset({Scope.READ})) as reader:
        assert (await act(reader, f"posts/{post['id']}/takedown", reason="x")).status_code == 403
        assert (await act(reader, "users/@anna/flag", reason="x")).status_code == 403
