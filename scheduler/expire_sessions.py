"""Removes what nobody can sign in with any more: sessions, tokens, invitations, links, old failed logins."""

from domain.accounts.login_attempts import DEVICE_LIFE, SPAN
from domain.clock import APART, Clock
from domain.work import Works


async def expire_sessions(works: Works, clock: Clock) -> int:
    """Remove all of that; returns how many rows went."""
    now = clock.now()
    async with works.write() as work:
        return (
            await work.sessions.remove_expired(now)
            + await work.refresh_tokens.remove_expired(now)
            + await work.api_tokens.remove_expired(now)
            + await work.invites.remove_expired(now)
            + await work.reset_links.remove_expired(now)
            + await work.failed_logins.remove_outside(now - SPAN, now + APART)
            + await work.known_devices.remove_before(now - DEVICE_LIFE)
        )
