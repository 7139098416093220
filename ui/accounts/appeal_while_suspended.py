"""An appeal of somebody who is suspended: they cannot sign in, so they prove who they are as if they could."""

from domain.accounts.account import Account, AccountSuspended
from domain.accounts.find_person import find_by_login
from domain.accounts.open_session import Opened
from domain.moderation.appeal import Appeal, NothingToAppeal
from domain.moderation.make_appeal import appeal_suspension
from domain.work import Work
from ui.accounts.sign_in import Attempt, sign_in
from ui.parts import Parts


async def appeal_while_suspended(parts: Parts, attempt: Attempt, text: str) -> Appeal:
    """Keep it. Raises LoginWrong and TooManyTries as a sign-in does, NothingToAppeal, BadAppeal, AppealOpen."""
    try:
        await sign_in(parts, attempt, _not_suspended)
    except AccountSuspended:
        async with parts.works.write() as work:
            account = await find_by_login(work, attempt.login)
            if account is None:
                raise NothingToAppeal from None
            return await appeal_suspension(work, account, text, parts.clock.now())
    raise NothingToAppeal


async def _not_suspended(_work: Work, _account: Account) -> Opened:
    raise NothingToAppeal
