"""Makes invitations."""

from datetime import datetime, timedelta

from domain.accounts.account import Role
from domain.accounts.actor import Actor, NotAllowed
from domain.accounts.api_token import BadDays
from domain.accounts.decisions import MEMBERS_INVITE
from domain.accounts.invite import Invite, SignupClosed
from domain.accounts.join import SignUp
from domain.secret import new_secret
from domain.work import Work

MAX_DAYS = 365
DEFAULT_DAYS = 7


async def invite_somebody(
    work: Work, actor: Actor, *, signup: SignUp, days: int, follow: bool, now: datetime
) -> Invite:
    """A new invitation. Raises NotAllowed (members need the owner's leave), SignupClosed, BadDays."""
    if actor.account.role is not Role.ADMIN and not await work.decisions.is_on(MEMBERS_INVITE):
        raise NotAllowed
    if signup == "closed":
        raise SignupClosed
    if not 1 <= days <= MAX_DAYS:
        raise BadDays(field="days", max=MAX_DAYS)
    invite = Invite(
        code=new_secret()[:32],
        account_id=actor.account.id,
        follow=follow,
        created_at=now,
        expires_at=now + timedelta(days=days),
    )
    await work.invites.add(invite)
    return invite
