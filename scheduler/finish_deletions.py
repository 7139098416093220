"""Finishes deletions that a crash interrupted: what is marked as gone loses its bytes and its row."""

from domain.files import Files
from domain.media.compressions.delete import remove_gone_copies
from domain.media.remove_gone import remove_account, remove_gone
from domain.work import Works


async def finish_deletions(works: Works, files: Files) -> int:
    """Remove all pictures, kept copies and people that are marked as gone; returns how many."""
    removed = await remove_gone(works, files) + await remove_gone_copies(works, files)
    async with works.read() as work:
        accounts = await work.accounts.marked_gone()
    for account_id in accounts:
        await remove_account(works, files, account_id)
    return removed + len(accounts)
