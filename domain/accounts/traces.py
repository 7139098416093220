"""All that a person leaves in what belongs to others, and what it counts there."""

from domain.ids import AccountId
from domain.work import Work


async def remove_traces(work: Work, account_id: AccountId) -> None:
    """Remove posts, likes, comments, follows, blocks, mutes, reports, appeals and what was told.

    All around them are held meanwhile.
    """
    await work.posts.remove_all_of(account_id)
    await work.follows.remove_all_of(account_id)
    await work.blocks.remove_all_of(account_id)
    await work.mutes.remove_all_of(account_id)
    await work.notifications.remove_all_of(account_id)
    await work.flags.remove_all_of(account_id)  # after posts and comments, as it removes reports of what is gone
    await work.appeals.remove_all_of(account_id)
