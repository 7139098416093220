"""What keeps Kamra, or one of its commands, from starting."""


class CannotStart(Exception):
    """Something outside keeps Kamra from starting; the text says what to do."""
