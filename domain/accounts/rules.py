"""What a handle, a name, an address and a password may be."""

from domain.errors import Conflict


class HandleTaken(Conflict):
    """Somebody here has this handle, in whatever letter case."""


class EmailTaken(Conflict):
    """Somebody here uses this address, in whatever letter case."""
