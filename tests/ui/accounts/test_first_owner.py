"""A Kamra gets one first owner, however many try at once."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest
from fastapi import FastAPI

from domain.accounts.account import Role
from domain.accounts.first_owner import SetupDone
from domain.accounts.rules import Newcomer
from tests.people import PASSWORD, add_person
from tests.signed_in import parts_of_app
from ui.accounts.first_owner import make_owner_from_settings, needs_owner, set_up, setup_code
from ui.parts import Parts
from ui.settings import BadSetting, Settings


async def test_of_many_at_once_one_becomes_the_owner(parts: Parts) -> None:
    code = setup_code(parts.keys)
    people = [Newcomer(handle=f"ada{number}", display_name="Ada", password=PASSWORD) for number in range(5)]
    outcomes = await asyncio.gather(
        *(set_up(parts, code, one, public_pages=False) for one in people), return_exceptions=True
    )
    assert sum(isinstance(outcome, SetupDone) for outcome in outcomes) == 4
    async with parts.works.read() as work:
        assert await work.accounts.count() == 1


async def test_the_code_is_the_same_in_every_process_and_no_other_secret_s(parts: Parts, app: FastAPI) -> None:
    assert setup_code(parts.keys) == setup_code(parts_of_app(app).keys)
    assert len(setup_code(parts.keys)) == 32


@pytest.mark.parametrize(
    ("written", "email"), [(f"ada:ada@example.com:{PASSWORD}", "ada@example.com"), (f"ada::{PASSWORD}: and more", None)]
)
async def test_the_settings_can_name_the_owner(
    parts: Parts, make_settings: Callable[..., Settings], written: str, email: str | None
) -> None:
    named = _with(parts, make_settings(owner=written))
    assert await needs_owner(parts)
    await make_owner_from_settings(named)
    await make_owner_from_settings(named)
    async with parts.works.read() as work:
        ada = await work.accounts.by_handle("ada")
    assert ada is not None
    assert (ada.role, ada.email) == (Role.ADMIN, email)
    assert await parts.passwords.matches(written.split(":", 2)[2], ada.password_hash)


@pytest.mark.parametrize(
    "written", ["ada", "ada:ada@example.com", "a:b@example.com:long enough", "ada:x:long enough", "ada::short"]
)
async def test_a_name_that_cannot_be_used_stops_the_start_with_a_sentence(
    parts: Parts, make_settings: Callable[..., Settings], written: str
) -> None:
    with pytest.raises(BadSetting, match="KAMRA_OWNER must be handle:email:password; "):
        await make_owner_from_settings(_with(parts, make_settings(owner=written)))


async def test_where_somebody_runs_it_the_setting_changes_nothing(
    app: FastAPI, make_settings: Callable[..., Settings]
) -> None:
    await add_person(app, "boss", role=Role.ADMIN)
    await make_owner_from_settings(_with(parts_of_app(app), make_settings(owner="nonsense")))


def _with(parts: Parts, settings: Settings) -> Parts:
    return replace(parts, settings=settings)
