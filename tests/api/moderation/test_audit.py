"""The audit: a chain that names what was done, and finds a row that somebody changed (F56, A13)."""

import asyncio
from typing import Any

from fastapi import FastAPI
from sqlalchemy import delete, update

from domain.accounts.account import Role
from domain.moderation.verify_audit import verify_audit
from storage.database.audit import AuditRows
from storage.database.tables.moderation import audit
from storage.database.work import Database
from tests.api.moderation.moderating import act, listed
from tests.posting import posted
from tests.signed_in import Person, signed_in
from ui.parts import Parts

NOTHING = "00" * 32
CHANGES: tuple[tuple[Any, int], ...] = (
    (update(audit).where(audit.c.number == 2).values(reason="kind"), 2),
    (update(audit).where(audit.c.number == 2).values(hash=bytes(32)), 2),
    (update(audit).where(audit.c.number == 1).values(action="restore"), 1),
    (update(audit).where(audit.c.number == 3).values(number=7), 3),
    (delete(audit).where(audit.c.number == 1), 1),
    (delete(audit).where(audit.c.number == 2), 2),
)


async def verdict(mod: Person) -> dict[str, Any]:
    return (await mod.get("/api/v1/moderation/audit/verify")).json()


async def test_each_act_is_a_row_that_carries_the_hash_of_the_one_before(
    running: Parts, anna: Person, mod: Person
) -> None:
    assert await verdict(mod) == {"valid": True, "head": NOTHING, "length": 0, "first_bad": None}
    post = await posted(running, anna)
    await act(mod, f"posts/{post['id']}/takedown", reason="too blue – süß")
    await act(mod, "users/@anna/suspend", reason="rude")
    await act(mod, "users/@anna/unsuspend")
    let_in, shut_out, down = await listed(mod, "audit")
    assert [one["number"] for one in (down, shut_out, let_in)] == [1, 2, 3]
    assert (down["target"]["user"], shut_out["target"]["user"]["handle"]) == (None, "anna")
    assert (down["previous_hash"], shut_out["previous_hash"]) == (NOTHING, down["hash"])
    assert (down["actor"]["handle"], down["action"], down["reason"]) == ("mod", "take_down", "too blue – süß")
    assert (down["target"]["kind"], down["target"]["id"]) == ("post", post["id"])
    assert shut_out["target"] == let_in["target"]
    assert (shut_out["target"]["id"], shut_out["actor_ref"]) == (str(anna.account.id), down["actor_ref"])
    assert shut_out["target"]["ref"] not in (str(anna.account.id), down["actor_ref"])
    assert await verdict(mod) == {"valid": True, "head": let_in["hash"], "length": 3, "first_bad": None}
    page = (await mod.get("/api/v1/moderation/audit", params={"limit": 2})).json()
    rest = (await mod.get("/api/v1/moderation/audit", params={"cursor": page["next_cursor"]})).json()
    assert page["items"] + rest["items"] == [let_in, shut_out, down]


async def test_a_changed_or_missing_row_is_found_f56(running: Parts, anna: Person, mod: Person) -> None:
    for path in ("suspend", "unsuspend", "suspend"):
        await act(mod, f"users/{anna.account.id}/{path}", reason="rude")
    works = running.works
    assert isinstance(works, Database)
    for change, first_bad in CHANGES:
        async with works.engines.writer.connect() as connection:
            await connection.execute(change)
            assert (await verify_audit(AuditRows(connection))).first_bad == first_bad, str(change)
            await connection.rollback()
    assert (await verdict(mod))["valid"] is True
    async with works.engines.writer.begin() as connection:
        await connection.execute(CHANGES[0][0])
    found = await verdict(mod)
    assert (found["valid"], found["length"], found["first_bad"]) == (False, 3, 2)


async def test_rows_of_moderators_who_act_at_once_follow_each_other(app: FastAPI, running: Parts, mod: Person) -> None:
    async with signed_in(app, "second", Role.MODERATOR) as second, signed_in(app, "anna") as anna:
        posts = [await posted(running, anna) for _ in range(6)]
        answers = await asyncio.gather(
            *(act(one, f"posts/{post['id']}/takedown", reason="x") for post in posts for one in (mod, second))
        )
    assert {answer.status_code for answer in answers} == {204}
    found = await verdict(mod)
    assert (found["valid"], found["length"]) == (True, 6)


async def test_somebody_who_leaves_is_named_no_more_and_the_chain_still_holds_a13(
    running: Parts, anna: Person, mod: Person, boss: Person
) -> None:
    post = await posted(running, anna)
    await act(boss, f"posts/{post['id']}/flag", reason="x")
    await act(boss, "users/@anna/flag", reason="x")
    await act(mod, f"posts/{post['id']}/takedown", reason="x")
    await act(anna, "appeals", target={"kind": "post", "id": post["id"]}, text="please")
    await act(mod, "users/@anna/suspend", reason="x")
    head = (await verdict(boss))["head"]
    for handle in ("anna", "mod"):
        assert (await boss.delete(f"/api/v1/users/@{handle}")).status_code == 204
    assert (await listed(boss, "flags"), await listed(boss, "appeals")) == ([], [])
    shut_out, down = await listed(boss, "audit")
    assert (shut_out["actor"], shut_out["target"]["id"], down["actor"]) == (None, None, None)
    assert await verdict(boss) == {"valid": True, "head": head, "length": 2, "first_bad": None}
