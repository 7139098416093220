"""The pictures that an address names: `?media=<id>,<id>`."""

from collections.abc import Mapping, Sequence

from domain.accounts.actor import Actor
from domain.ids import MediaId, parse_uuid
from domain.media.media import MediaNotFound
from ui.api.media_shapes import own_media
from ui.parts import Parts


async def named_pictures(parts: Parts, actor: Actor, written: str, *, most: int) -> Sequence[Mapping[str, object]]:
    """Those of the first `most` that are this person's, in their order, as JSON. Raises MediaNotFound when none is."""
    values = (parse_uuid(one.strip()) for one in written.split(",")[:most])
    ids = list(dict.fromkeys(MediaId(value) for value in values if value is not None))
    async with parts.works.read() as work:
        own = {media.id: media for media in await work.media.owned_among(ids, actor.account.id, parts.clock.now())}
    known = [own[one] for one in ids if one in own]
    if written and not known:
        raise MediaNotFound
    return [own_media(parts, media).model_dump(mode="json") for media in known]
