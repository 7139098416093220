"""The plain fields of a form: their texts, which may not take more than a form's fields ever need."""

from ui.uploads.form import FormReader
from ui.web.body_limit import BodyTooLarge

MOST_FIELD_BYTES = 64 * 1024  # of everything in one form that is no file
_BYTES_PER_FIELD = 100  # what stands around one, so that empty ones count too


class FormFields:
    """Counts what all fields of one form take."""

    def __init__(self) -> None:
        self._bytes = 0

    async def text(self, form: FormReader) -> str:
        """The text of the part that was begun. Raises BodyTooLarge.

        What nobody asked for counts, or it could go on for ever.
        """
        text = bytearray()
        self._count(_BYTES_PER_FIELD)
        async for chunk in form.chunks():
            text += chunk
            self._count(len(chunk))
        return text.decode("utf-8", "replace")

    def _count(self, more: int) -> None:
        self._bytes += more
        if self._bytes > MOST_FIELD_BYTES:
            raise BodyTooLarge(max=MOST_FIELD_BYTES)
