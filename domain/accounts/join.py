"""Somebody new joins: with an invitation, or freely where that is allowed."""

from datetime import datetime
from typing import Literal, TypeAlias

from domain.accounts.account import Account, Role
from domain.accounts.invite import Invite, InviteMissing, InviteUnknown, SignupClosed
from domain.accounts.rules import Newcomer
from domain.graph.notices import followed
from domain.ids import AccountId, new_uuid
from domain.notifications.tell import tell
from domain.work import Work

SignUp: TypeAlias = Literal["invite", "closed", "open"]


async def demand_may_join(work: Work, signup: SignUp, code: str | None, now: datetime) -> Account | None:
    """Who invited the person, None where nobody had to. Raises SignupClosed, InviteMissing, InviteUnknown."""
    if signup == "closed":
        raise SignupClosed
    if code is None:
        if signup == "invite":
            raise InviteMissing(field="invite")
        return None
    invite = await work.invites.find(code, now)
    inviter = None if invite is None else await work.accounts.get(invite.account_id)
    if inviter is None or inviter.is_suspended(now):
        raise InviteUnknown(field="invite")
    return inviter


async def join(
    work: Work, newcomer: Newcomer, password_hash: str, *, signup: SignUp, code: str | None, now: datetime
) -> Account:
    """Add the person and use their invitation up; where it says so, both then follow each other.

    Raises what `demand_may_join` and the rules raise, HandleTaken, EmailTaken.
    """
    newcomer.check()
    inviter = await demand_may_join(work, signup, code, now)
    # Held before anything of theirs is touched, as `leave` does, or the two could wait for each other for ever.
    if inviter is not None and not await work.follows.hold(inviter.id):
        raise InviteUnknown(field="invite")
    account = account_of(newcomer, password_hash, Role.MEMBER, now)
    await work.accounts.add(account)
    if code is not None:
        invite = await work.invites.use(code, now)
        if invite is None:
            raise InviteUnknown(field="invite")
        await _follow_each_other(work, invite, account.id, now)
    return await work.accounts.get(account.id) or account


def account_of(newcomer: Newcomer, password_hash: str, role: Role, now: datetime) -> Account:
    """A new person, not kept yet."""
    return Account(
        id=AccountId(new_uuid()),
        handle=newcomer.handle,
        display_name=newcomer.display_name,
        bio=newcomer.bio,
        email=newcomer.email,
        password_hash=password_hash,
        role=role,
        is_private=False,
        avatar_media_id=None,
        theme=None,
        created_at=now,
        seen_at=None,
        suspended_at=None,
        suspended_until=None,
        suspended_reason=None,
        followers=0,
        following=0,
        posts=0,
        posts_followers=0,
        posts_me=0,
    )


async def _follow_each_other(work: Work, invite: Invite, newcomer: AccountId, now: datetime) -> None:
    """A private inviter is not asked once more: the invitation was the answer. Who joins knows whom they follow and
    who follows them, so only the inviter is told.
    """
    if invite.follow:
        await work.follows.add(newcomer, invite.account_id, now)
        await work.follows.add(invite.account_id, newcomer, now)
        await tell(work, followed(newcomer, invite.account_id), now)
