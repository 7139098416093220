"""How many posts of each visibility a person has, moved with the posts themselves."""

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId
from domain.posts.post import Visibility
from storage.database.tables.accounts import accounts

_COUNTERS = {
    Visibility.PUBLIC: accounts.c.posts,
    Visibility.FOLLOWERS: accounts.c.posts_followers,
    Visibility.ME: accounts.c.posts_me,
}


async def count_post(connection: AsyncConnection, author_id: AccountId, visibility: Visibility, by: int) -> None:
    """Have the author's posts of this visibility be that many more."""
    counter = _COUNTERS[visibility]
    await connection.execute(update(accounts).where(accounts.c.id == author_id).values({counter: counter + by}))
