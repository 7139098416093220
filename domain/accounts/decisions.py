"""What the person who runs this Kamra decided on a page, as opposed to in its settings."""

from typing import Protocol

PUBLIC_PAGES = "public_pages"
MEMBERS_INVITE = "members_invite"


class Decisions(Protocol):
    """Yes or no by name; nothing decided is no."""

    async def is_on(self, name: str) -> bool:
        """What was decided."""
        ...

    async def keep(self, name: str, on: bool) -> None:
        """Decide it, or decide it anew."""
        ...
