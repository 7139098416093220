"""A picture as JSON: all of it for its owner, what there is to see for everybody else."""

import base64
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel

from domain.ids import AccountId
from domain.media.media import Media, Status
from domain.posts.post import ShownPicture
from ui.media.addresses import original_url, rendition_path, signed_urls
from ui.parts import Parts
from ui.theme.texts import sentence_of


class RenditionJson(BaseModel):
    """One size of a picture; `url` works without a token until it runs out."""

    width: int
    height: int
    content_type: str
    bytes: int
    url: str


class CameraJson(BaseModel):
    """What the camera wrote; exposure in seconds, focal length in mm."""

    make: str | None
    model: str | None
    lens: str | None
    exposure_seconds: float | None
    f_number: float | None
    iso: int | None
    focal_length_mm: float | None


class SeenMedia(BaseModel):
    """A picture as anyone but its owner sees it; `placeholder` is a ThumbHash in base64."""

    id: UUID
    width: int | None
    height: int | None
    alt: str
    placeholder: str | None
    renditions: list[RenditionJson]


class OwnMedia(SeenMedia):
    """A picture as its owner sees it. `reason` is a sentence; what is not known yet is null."""

    owner_id: UUID
    name: str
    status: Status
    reason: str | None
    reason_code: str | None
    content_type: str
    bytes: int
    sha256: str | None
    taken_at: datetime | None
    has_location: bool
    camera: CameraJson
    tags: list[str]
    draft: bool
    original_url: str | None
    compressions_count: int
    created_at: datetime


def media_shape(parts: Parts, media: Media, viewer: AccountId | None) -> OwnMedia | SeenMedia:
    """The picture for this viewer, who may see it."""
    return own_media(parts, media) if media.owner_id == viewer else shown_media(parts, media, viewer)


def own_media(parts: Parts, media: Media) -> OwnMedia:
    """The picture for its owner."""
    has_bytes = media.original_id is not None
    return OwnMedia(
        id=media.id,
        owner_id=media.owner_id,
        name=media.name,
        status=media.status,
        reason=reason_text(media),
        reason_code=media.reason,
        content_type=media.content_type,
        bytes=media.bytes,
        sha256=None if media.sha256 is None else media.sha256.hex(),
        width=media.width,
        height=media.height,
        taken_at=media.taken_at,
        has_location=media.has_location,
        camera=CameraJson.model_validate(media.camera, from_attributes=True),
        tags=list(media.tags),
        alt=media.alt,
        draft=media.is_draft,
        placeholder=_placeholder(media),
        original_url=original_url(parts, media.id, media.owner_id) if has_bytes else None,
        renditions=_renditions(parts, media, media.owner_id),
        compressions_count=len(media.compressions),
        created_at=media.created_at,
    )


def reason_text(media: Media) -> str | None:
    """Why it failed, as a sentence."""
    return None if media.reason is None else sentence_of(media.reason, **{"name": media.name, **media.reason_facts})


def shown_media(parts: Parts, media: Media | ShownPicture, viewer: AccountId | None) -> SeenMedia:
    """The picture as everybody but its owner sees it."""
    return SeenMedia(
        id=media.id,
        width=media.width,
        height=media.height,
        alt=media.alt,
        placeholder=_placeholder(media),
        renditions=_renditions(parts, media, viewer),
    )


def _placeholder(media: Media | ShownPicture) -> str | None:
    return None if media.placeholder is None else base64.b64encode(media.placeholder).decode()


def _renditions(parts: Parts, media: Media | ShownPicture, viewer: AccountId | None) -> list[RenditionJson]:
    address = signed_urls(parts, viewer)
    return [
        RenditionJson(
            width=one.width,
            height=one.height,
            content_type=one.content_type,
            bytes=one.bytes,
            url=address(rendition_path(media.id, one.width, one.content_type)),
        )
        for one in media.renditions
    ]
