"""How this Kamra gets its first owner: by the link that the console prints, or from the settings."""

from domain.accounts.account import Account
from domain.accounts.first_owner import SetupDone, SetupLinkUnknown, become_owner, has_owner
from domain.accounts.rules import Newcomer
from domain.errors import KamraError
from domain.signing import Keys
from ui.parts import Parts
from ui.settings import BadSetting
from ui.theme.texts import sentence_for

_PURPOSE = "set-up"


def setup_code(keys: Keys) -> str:
    """The code in the set-up link; it works while nobody runs this Kamra."""
    return keys.signer(_PURPOSE).sign(_PURPOSE)


async def needs_owner(parts: Parts) -> bool:
    """Whether nobody runs this Kamra yet."""
    async with parts.works.read() as work:
        return not await has_owner(work)


async def demand_setup_code(parts: Parts, code: str) -> None:
    """Raises SetupLinkUnknown for a wrong code, SetupDone for the right one once it was used."""
    if not parts.keys.signer(_PURPOSE).matches(_PURPOSE, code):
        raise SetupLinkUnknown
    if not await needs_owner(parts):
        raise SetupDone


async def set_up(parts: Parts, code: str, newcomer: Newcomer, *, public_pages: bool) -> Account:
    """Make this person the owner. Raises SetupLinkUnknown, SetupDone, and what the rules raise."""
    await demand_setup_code(parts, code)
    return await _make_owner(parts, newcomer, public_pages=public_pages)


async def make_owner_from_settings(parts: Parts) -> None:
    """Make the person of KAMRA_OWNER (`handle:email:password`) the owner while there is none. Raises BadSetting."""
    written = parts.settings.owner
    if written is None or not await needs_owner(parts):
        return
    handle, email, password = (*written.split(":", 2), "", "")[:3]
    newcomer = Newcomer(handle=handle, display_name=handle, password=password, email=email or None)
    try:
        await _make_owner(parts, newcomer, public_pages=None)
    except SetupDone:
        return  # another process was first
    except KamraError as error:
        raise BadSetting(f"KAMRA_OWNER must be handle:email:password; {sentence_for(error)}") from None


async def _make_owner(parts: Parts, newcomer: Newcomer, *, public_pages: bool | None) -> Account:
    newcomer.check()
    password_hash = await parts.passwords.hash(newcomer.password)
    async with parts.works.write() as work:
        return await become_owner(work, newcomer, password_hash, public_pages=public_pages, now=parts.clock.now())
