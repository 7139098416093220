"""What is thrown when a container does not give back a JPEG."""

from domain.errors import WrongKind


class BadCoding(WrongKind):
    """Damaged, or of a version that this code does not know; fact: `what` was found wrong."""

    def __init__(self, what: str) -> None:
        super().__init__(what=what)
