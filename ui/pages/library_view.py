"""What the library page shows to the person who opens it, and how it stays true while it is open."""

import asyncio
import json
from collections.abc import Mapping
from contextlib import suppress

from fastapi import Request, Response
from nicegui import background_tasks, ui

from domain.accounts.actor import Actor
from domain.errors import NotSignedIn
from domain.ids import AccountId, MediaId, parse_uuid
from domain.media.library import Question
from domain.media.media import MediaNotFound
from domain.paging import Window
from ui.api.credentials import person_of
from ui.api.media_shapes import own_media
from ui.components.gallery import Gallery
from ui.pages.library import LibraryView
from ui.pages.own_page import close_with_session, shell_person
from ui.parts import Parts, parts_of
from ui.web.plain_http import is_plain_http


async def load_library(request: Request, media_id: str | None) -> LibraryView | Response:
    """The first page of this person's pictures and, where one is asked for, that one.

    Raises NotSignedIn, or MediaNotFound for a picture that is not theirs.
    """
    actor = await person_of(request)
    if actor is None:
        raise NotSignedIn
    parts, query = parts_of(request), request.query_params.get("q", "")
    async with parts.works.read() as work:
        page = await work.library.list(actor.account.id, Question(text=query), Window())
        opened = None if media_id is None else await work.media.owned(_media_id(media_id), actor.account.id)
    if media_id is not None and opened is None:
        raise MediaNotFound
    return LibraryView(
        person=shell_person(parts, actor),
        items=[own_media(parts, one).model_dump(mode="json") for one in page.items],
        next_cursor=page.next_cursor,
        query=query,
        opened=None if opened is None else own_media(parts, opened).model_dump(mode="json"),
        max_bytes=parts.settings.upload_max_bytes,
    )


def _media_id(text: str) -> MediaId:
    value = parse_uuid(text)
    if value is None:
        raise MediaNotFound
    return MediaId(value)
