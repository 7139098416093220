"""What the program still does when it is told to stop."""

from domain.ids import SessionId, new_uuid
from tests.conftest import MovableClock
from tests.signed_in import add_person
from ui.app import opened_parts
from ui.settings import Settings


async def test_when_somebody_was_seen_last_is_written_at_the_end(settings: Settings, clock: MovableClock) -> None:
    async with opened_parts(settings, role="all", clock=clock, ticking=False, password_rounds=4) as parts:
        anna = await add_person(parts.works, parts, "anna")
        seen_at = clock.now()
        parts.last_seen.saw_session(SessionId(new_uuid()), anna.id, seen_at)
    async with (
        opened_parts(settings, role="command", clock=clock, password_rounds=4) as parts,
        parts.works.read() as work,
    ):
        found = await work.accounts.get(anna.id)
    assert found is not None
    assert found.seen_at is not None
    assert abs(found.seen_at - seen_at).total_seconds() < 0.01
