"""Taking the pictures of one form: each on its own, and all or none when the form itself breaks off."""

from domain.accounts.actor import Actor
from domain.errors import KamraError, RuleBroken
from domain.media.add_picture import add_picture
from domain.media.begin_upload import Announced
from domain.media.delete import delete_media
from domain.media.details import Details, checked_name
from domain.media.media import Media
from domain.media.process import PROCESS
from domain.media.upload import UploadIncomplete, UploadTooLarge
from ui.parts import Parts
from ui.uploads.form import FormReader, NotAForm, PartHead
from ui.uploads.form_fields import FormFields
from ui.uploads.intake import intake_of

MOST_FILES = 100  # more in one form than anybody sends; also bounds how large a form may say it is


class FormWithoutFile(RuleBroken):
    """The form has no part called `file`."""


class TooManyFiles(RuleBroken):
    """More than `max` files in one form."""


class Taking:
    """What became of the files of one form so far."""

    def __init__(self, parts: Parts, actor: Actor, *, are_drafts: bool = False) -> None:
        self.taken: list[Media] = []
        self.refused: list[tuple[str, KamraError]] = []
        self._parts = parts
        self._actor = actor
        self._are_drafts = are_drafts
        self._name: str | None = None
        self._fields = FormFields()

    async def take_all(self, form: FormReader) -> None:
        """Take every file of the form and have them processed.

        Raises the one error of a form without any good file; then, and when the form breaks off, nothing is kept.
        """
        try:
            while head := await form.next_part():
                await self._take(form, head)
            self._check()
            await self._give_name()
        except BaseException:  # whatever ends it, cancelling among it, all or none are taken; it is raised again
            for media in self.taken:
                await delete_media(self._parts.works, self._parts.files, self._parts.clock, self._actor, media.id)
            raise
        for media in self.taken:
            await self._parts.queue.put(PROCESS, media.id)

    async def _take(self, form: FormReader, head: PartHead) -> None:
        if head.name == "file":
            await self._take_file(form, head)
            return
        text = await self._fields.text(form)
        if head.name == "name":
            self._name = checked_name(text)

    async def _take_file(self, form: FormReader, head: PartHead) -> None:
        seen = len(self.taken) + len(self.refused)
        if seen == MOST_FILES:
            raise TooManyFiles(field="file", max=MOST_FILES)
        announced = Announced(content_type=head.content_type, filename=head.filename, is_draft=self._are_drafts)
        try:
            self.taken.append(await add_picture(intake_of(self._parts), self._actor, announced, form.chunks()))
        except (UploadIncomplete, NotAForm):
            raise  # the form itself broke off
        except KamraError as error:
            if not seen and isinstance(error, UploadTooLarge):
                raise  # at once: whoever sends one far too large file need not send the rest of it
            self.refused.append((head.filename or "", error))

    def _check(self) -> None:
        if not self.taken:
            raise self.refused[0][1] if self.refused else FormWithoutFile(field="file")

    async def _give_name(self) -> None:
        """The form's `name`, wherever in it, is that of its one picture."""
        if self._name is None or len(self.taken) != 1:
            return
        async with self._parts.works.write() as work:
            await work.media.change(self.taken[0], Details(name=self._name))
            named = await work.media.get(self.taken[0].id)
        self.taken = [named] if named is not None else []
