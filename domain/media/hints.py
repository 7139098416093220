"""Telling its owner's open pages that something happened to a picture; what they then show they ask for afresh."""

import json

from domain.ids import AccountId, MediaId
from domain.messages import Messages


async def announce(messages: Messages, owner_id: AccountId, media_id: MediaId, happened: str) -> None:
    """`happened` is a status, `changed` or `gone`; call it once that is committed."""
    hint = {"kind": "media", "id": str(media_id), "status": happened}
    await messages.publish(f"account/{owner_id}", json.dumps(hint))
