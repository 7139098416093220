"""A form with one file that nobody keeps: the file goes into a scratch folder, its fields beside it."""

import asyncio
import errno
from collections.abc import AsyncIterable
from dataclasses import dataclass
from pathlib import Path

from fastapi import Request

from domain.media.compressions.try_recipe import LooseFile
from domain.media.details import name_from_file
from domain.media.upload import DiskFull
from domain.media.upload_rules import accepted_type, at_most, check_disk, while_disk_lasts
from ui.parts import Parts
from ui.uploads.body import body_of, declared_length, refuse_longer, up_to
from ui.uploads.form import FormReader, PartHead
from ui.uploads.form_fields import MOST_FIELD_BYTES, FormFields
from ui.uploads.intake import limits_of
from ui.uploads.taking import FormWithoutFile, TooManyFiles


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseForm:
    """The file, and the text of each field."""

    file: LooseFile
    fields: dict[str, str]


async def read_loose_form(request: Request, parts: Parts, folder: Path) -> LooseForm:
    """Read the whole form, its file into the folder.

    Raises NotAForm, FormWithoutFile, TooManyFiles, BodyTooLarge, DiskFull, and what files are refused with
    that come in.
    """
    most = parts.settings.upload_max_bytes + MOST_FIELD_BYTES
    refuse_longer(request, most)
    await check_disk(parts.files, limits_of(parts.settings), declared_length(request) or 0)
    form = FormReader(request.headers.get("content-type", ""), up_to(most, body_of(request)))
    file: LooseFile | None = None
    texts, fields = FormFields(), dict[str, str]()
    while head := await form.next_part():
        if head.name != "file":
            fields[head.name] = await texts.text(form)
            continue
        if file is not None:
            raise TooManyFiles(field="file", max=1)
        file = await _received(form, head, parts, folder / "original")
    if file is None:
        raise FormWithoutFile(field="file")
    return LooseForm(file=file, fields=fields)


async def _received(form: FormReader, head: PartHead, parts: Parts, path: Path) -> LooseFile:
    content_type = accepted_type(head.content_type, head.filename)
    limits = limits_of(parts.settings)
    size = await _save(while_disk_lasts(parts.files, limits, at_most(form.chunks(), limits)), path)
    return LooseFile(path=path, bytes=size, name=name_from_file(head.filename), content_type=content_type)


async def _save(chunks: AsyncIterable[bytes], path: Path) -> int:
    try:
        with path.open("xb") as file:
            async for chunk in chunks:
                await asyncio.to_thread(file.write, chunk)
            return file.tell()
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull from None
        raise
