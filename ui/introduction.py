"""What Kamra says when it starts: the link that makes somebody its owner, or where to find it."""

import ipaddress
from collections.abc import Iterator

import ifaddr

from ui.accounts.first_owner import make_owner_from_settings, needs_owner, setup_code
from ui.parts import Parts
from ui.theme.page_texts import IS_RUNNING, KEEP_PRIVATE, SETUP_INTRODUCTION


async def introduction(parts: Parts) -> str:
    """The lines for the console; makes the owner of KAMRA_OWNER first. Raises BadSetting."""
    await make_owner_from_settings(parts)
    path = f"/setup/{setup_code(parts.keys)}" if await needs_owner(parts) else ""
    places = list(_places(parts))
    width = max(len(words) for words, _ in places)
    lines = [f"  {words:<{width}}  {address}{path}" for words, address in places]
    if not path:
        return "\n".join([IS_RUNNING, *lines, ""])
    return "\n".join([SETUP_INTRODUCTION, *lines, KEEP_PRIVATE, ""])


def _places(parts: Parts) -> Iterator[tuple[str, str]]:
    settings = parts.settings
    if settings.base_url is not None:
        yield "at its address", settings.base_url
    yield "on this machine", f"http://localhost:{settings.port}"
    if settings.host in ("0.0.0.0", "::"):  # noqa: S104  # compared, not bound: only then does the network reach it
        for address in _own_addresses():
            yield "from your network", f"http://{address}:{settings.port}"


def _own_addresses() -> Iterator[str]:
    """The machine's IPv4 addresses that others in its networks can use."""
    for adapter in ifaddr.get_adapters():
        for one in adapter.ips:
            if isinstance(one.ip, str):
                parsed = ipaddress.ip_address(one.ip)
                if not (parsed.is_loopback or parsed.is_link_local):
                    yield one.ip
