"""Pictures of public posts and faces under addresses without a signature; each request is asked as from nobody."""

from fastapi import APIRouter, Depends, Request, Response

from domain.accounts.find_person import find_profile
from domain.media.keys import rendition_file
from domain.media.media import MediaNotFound
from ui.accounts.public_pages import public_pages
from ui.api.posts import id_of_post
from ui.media.files import sent_avatar, sent_rendition
from ui.media.linked import send_stored
from ui.parts import TheParts


async def demand_public_pages(parts: TheParts) -> None:
    """For addresses that are there only while public pages are on. Raises MediaNotFound."""
    if not await public_pages(parts):
        raise MediaNotFound


router = APIRouter(include_in_schema=False, dependencies=[Depends(demand_public_pages)])


@router.api_route("/p/{post_id}/{place}/{file}", methods=["GET", "HEAD"])
async def post_picture(request: Request, parts: TheParts, post_id: str, place: str, file: str) -> Response:
    """One size that the post's page names, by the picture's place (from 1) and `<width>.jpg`, or `.avif` where made."""
    async with parts.works.read() as work:
        found = await work.posts.shown([id_of_post(post_id)], None, parts.clock.now())
    for number, picture in enumerate(found[0].pictures if found else (), start=1):
        for rendition in picture.renditions if str(number) == place else ():
            if rendition_file(rendition.width, rendition.content_type) == file:
                return await send_stored(request, parts, sent_rendition(picture.id, rendition, None))
    raise MediaNotFound


@router.api_route("/@{handle}/avatar.jpg", methods=["GET", "HEAD"])
async def face(request: Request, parts: TheParts, handle: str) -> Response:
    """The picture by which a person shows themselves."""
    async with parts.works.read() as work:
        person = (await find_profile(work, f"@{handle}", None, parts.clock.now())).person.account
        media = await work.media.avatar_of(person.id, None, parts.clock.now())
    if media is None:
        raise MediaNotFound
    return await send_stored(request, parts, sent_avatar(media, None))
