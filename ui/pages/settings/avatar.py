"""The picture beside one's name: one of one's own, or none."""

from nicegui import ui

from domain.accounts.actor import Actor
from domain.accounts.edit_profile import BadAvatar, ProfileChange, edit_profile
from domain.ids import MediaId, parse_uuid
from domain.media.library import Question
from domain.media.media import Media, Status
from domain.paging import Window
from ui.components.button import Button
from ui.components.dialog import Dialog, dialog_actions
from ui.components.face import Face
from ui.components.picture_choice import ChoosablePicture, PictureChoice
from ui.components.saved import Saved
from ui.components.words import words
from ui.media.addresses import avatar_url, rendition_url
from ui.pages.acting import Acting, acting
from ui.parts import Parts
from ui.theme import settings_texts as texts

_OFFERED = 60  # the newest; whoever wants an older one can ask the API


def show_avatar(parts: Parts, actor: Actor) -> None:
    """The picture, and the ways to another or to none."""

    async def offer() -> None:
        async with acting() as it:
            offered = await _own_pictures(it.parts, it.actor)
            choice.show(offered)
            none.set_visibility(not offered)
            dialog.open()

    async def choose(key: str) -> None:
        async with acting() as it:
            media_id = parse_uuid(key)
            if media_id is None:
                raise BadAvatar
            await keep(it, MediaId(media_id))
            dialog.close()

    async def remove() -> None:
        async with acting() as it:
            await keep(it, None)

    async def keep(it: Acting, media_id: MediaId | None) -> None:
        change = ProfileChange(given=frozenset({"avatar_media_id"}), avatar_media_id=media_id)
        async with it.parts.works.write() as work:
            account = await edit_profile(work, it.actor, it.actor.account.id, change, it.parts.clock.now())
        face.show(avatar_url(it.parts, account, account.id))
        removal.set_visibility(media_id is not None)
        saved.tell()

    dialog = Dialog(texts.CHOOSE_PICTURE)
    with dialog:
        none = words(texts.NO_PICTURES)
        choice = PictureChoice(choose)
        with dialog_actions():
            Button(texts.CANCEL, dialog.close)
    with ui.element("div").classes("k-own-face"):
        face = Face(avatar_url(parts, actor.account, actor.account.id), actor.account.display_name)
        Button(texts.CHOOSE_PICTURE, offer)
        removal = Button(texts.REMOVE_PICTURE, remove, look="quiet")
        removal.set_visibility(actor.account.avatar_media_id is not None)
        saved = Saved()


async def _own_pictures(parts: Parts, actor: Actor) -> list[ChoosablePicture]:
    async with parts.works.read() as work:
        found = await work.library.list(actor.account.id, Question(), Window(limit=_OFFERED))
    return [_choosable(parts, actor, media) for media in found.items if media.status is Status.COMPLETED]


def _choosable(parts: Parts, actor: Actor, media: Media) -> ChoosablePicture:
    smallest = min(media.renditions, key=lambda rendition: rendition.width)
    url = rendition_url(parts, media.id, smallest.width, smallest.content_type, actor.account.id)
    return ChoosablePicture(id=str(media.id), url=url, name=media.name)
