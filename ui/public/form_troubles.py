"""What is wrong with a form, as sentences by field."""

from domain.errors import KamraError
from ui.theme.texts import sentence_for


def troubles_of(error: KamraError, fields: tuple[str, ...]) -> dict[str, str]:
    """The error's sentence beside its field, or under "" when the form has no such field."""
    return {error.field if error.field in fields else "": sentence_for(error)}
