"""The page of the person who runs this Kamra: who is here, and who may come."""


def register_people() -> None:
    """Serve `/people`."""
