"""How far a link to this Kamra works, said before somebody sends one that cannot be opened elsewhere."""

import ipaddress
from urllib.parse import urlsplit

from ui.theme import people_texts as texts


def reach_text(address: str) -> str:
    """A sentence where the address only works on this computer or in the home network; else nothing."""
    host = urlsplit(address).hostname or ""
    if host == "localhost" or host.endswith(".localhost"):
        return texts.ONLY_THIS_COMPUTER.format(host=host)
    if host.endswith(".local"):
        return texts.ONLY_THIS_NETWORK.format(host=host)
    try:
        ip = ipaddress.ip_address(host)
    except ValueError:
        return ""
    if ip.is_loopback:
        return texts.ONLY_THIS_COMPUTER.format(host=host)
    return texts.ONLY_THIS_NETWORK.format(host=host) if ip.is_private else ""
