"""What tests ask and do between people, by their handles."""

from typing import Any

from domain.ids import AccountId
from domain.paging import Window
from tests.signed_in import Person
from ui.parts import Parts

API = "/api/v1"


async def act(who: Person, verb: str, whom: str) -> dict[str, Any]:
    """What the call answered; it must have worked."""
    answer = await who.post(f"{API}/users/@{whom}/{verb}")
    assert answer.status_code == 200, answer.text
    return answer.json()


async def look(who: Person, path: str) -> Any:
    """What this person is shown."""
    answer = await who.get(f"{API}{path}")
    assert answer.status_code == 200, answer.text
    return answer.json()


async def listed(who: Person, path: str) -> list[str]:
    """The handles in a list as this person is shown it."""
    return [item["user"]["handle"] for item in (await look(who, path))["items"]]


async def ties(who: Person, whom: str) -> set[str]:
    """What holds of the relationship, by its names."""
    return {name for name, holds in (await look(who, f"/users/@{whom}/relationship")).items() if holds}


async def counts(who: Person, whom: str) -> tuple[int, int]:
    """Followers and following."""
    told = await look(who, f"/users/@{whom}")
    return told["followers"], told["following"]


async def be_private(who: Person, private: bool = True) -> None:
    handle = who.account.handle
    assert (await who.patch(f"{API}/users/@{handle}", json={"is_private": private})).status_code == 200


async def told(parts: Parts, account_id: AccountId) -> list[tuple[str, int]]:
    """The kinds of what this person is told, and by how many."""
    async with parts.works.read() as work:
        page = await work.notifications.list(account_id, Window(), parts.clock.now())
    return [(one.kind.value, one.count) for one in page.items]
