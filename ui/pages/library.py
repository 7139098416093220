"""The library page, `/library`, and the same page with one picture open, `/m/<id>`."""

from typing import Annotated

from fastapi import Depends, Request
from nicegui import ui

from domain.accounts.actor import Actor
from domain.media.library import Question
from ui.components.gallery import STYLES, FirstPage, Gallery
from ui.pages.library_live import follow_library
from ui.pages.library_view import asked_question, library_view
from ui.pages.own_page import own_page
from ui.pages.signed_in import SignedIn
from ui.parts import parts_of
from ui.theme.page_texts import LIBRARY


async def _asked(q: str = "", tag: str = "", sort: str = "", order: str = "") -> Question:
    return asked_question(q=q, tag=tag, sort=sort, order=order)


Asked = Annotated[Question, Depends(_asked)]


def register_library() -> None:
    """Serve the two addresses."""

    @ui.page("/library")
    async def library(request: Request, actor: SignedIn, question: Asked) -> None:
        await _show(request, actor, question, None)

    @ui.page("/m/{media_id}")
    async def picture(request: Request, actor: SignedIn, question: Asked, media_id: str) -> None:
        await _show(request, actor, question, media_id)


async def _show(request: Request, actor: Actor, question: Question, media_id: str | None) -> None:
    parts = parts_of(request)
    view = await library_view(parts, actor, question, media_id)
    with own_page(request, actor, "library", LIBRARY, styles=STYLES, width="full"):
        first = FirstPage(
            items=view.items,
            next_cursor=view.next_cursor,
            months=[{"month": one.month, "count": one.count} for one in view.months],
            question={
                "q": question.text,
                "tag": question.tag or "",
                "sort": question.sort.value,
                "order": "desc" if question.is_descending else "asc",
            },
            opened=view.opened,
        )
        gallery = Gallery(first, max_bytes=parts.settings.upload_max_bytes)
    follow_library(ui.context.client, gallery, parts, actor)
