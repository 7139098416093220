"""Somebody who goes on using a server that is killed again and again: uploads, renames, deletes, and asks again."""

import random
from collections.abc import Iterator

from benchmarks.killed_asking import KilledAsking
from benchmarks.killed_ledger import Ledger

_MEDIA = "/api/v1/media"


class KilledClient:
    """Does one thing after the other; `asking` carries a session, `pictures` are JPEGs to send."""

    def __init__(self, asking: KilledAsking, ledger: Ledger, pictures: Iterator[bytes], chance: random.Random) -> None:
        self._asking = asking
        self._ledger = ledger
        self._pictures = pictures
        self._chance = chance
        self._own: list[str] = []

    async def go_on(self) -> None:
        """Until it is cancelled."""
        deeds = (self._put, self._form, self._pieces, self._rename, self._delete)
        while True:
            (deed,) = self._chance.choices(deeds, (2, 2, 2, 1, 3))
            await deed()

    async def _put(self) -> None:
        content = next(self._pictures)
        ticket = await self._announced(content)
        # 409 says that all bytes were there: the answer to an earlier attempt was cut off.
        await self._asking.answered("PUT", ticket["upload_url"], content=content, fine=(200,), fine_again=(409,))
        self._keep(ticket["media_id"], content)
        await self._asking.answered("POST", f"{_MEDIA}/upload/{ticket['upload_id']}/complete", fine=(202,))

    async def _form(self) -> None:
        content = next(self._pictures)
        form = {"file": ("photograph.jpg", content, "image/jpeg")}
        self._keep((await self._asking.answered("POST", _MEDIA, files=form, fine=(201,))).json()["id"], content)

    async def _pieces(self) -> None:
        content = next(self._pictures)
        ticket = await self._announced(content)
        here, is_finished = 0, False
        while not is_finished:
            asked = await self._asking.answered("HEAD", ticket["upload_url"], fine=(200,))
            offset = int(asked.headers["Upload-Offset"])
            if offset < here:
                self._ledger.surprises.append(f"{ticket['upload_url']}: {offset} bytes, and {here} were acknowledged")
            piece = content[offset : offset + self._chance.randint(1, len(content))]
            headers = {"Content-Type": "application/offset+octet-stream", "Upload-Offset": str(offset)}
            # 409 says that they, or all, were there: the answer to an earlier attempt was cut off.
            sent = await self._asking.answered(
                "PATCH", ticket["upload_url"], content=piece, headers=headers, fine=(204,), fine_again=(409,)
            )
            here = int(sent.headers["Upload-Offset"])
            is_finished = here == len(content) and (sent.is_success or sent.json()["code"] == "upload_finished")
        self._keep(ticket["media_id"], content)
        await self._asking.answered("POST", f"{_MEDIA}/upload/{ticket['upload_id']}/complete", fine=(202,))

    async def _rename(self) -> None:
        if not self._own:
            return
        one, name = self._chance.choice(self._own), f"Frame {self._chance.randrange(1_000_000)}"
        self._ledger.names.pop(one, None)
        await self._asking.answered("PATCH", f"{_MEDIA}/{one}", json={"name": name}, fine=(200,))
        self._ledger.names[one] = name

    async def _delete(self) -> None:
        if not self._own:
            return
        one = self._own.pop(self._chance.randrange(len(self._own)))
        self._ledger.begin_to_delete(one)
        await self._asking.answered("DELETE", f"{_MEDIA}/{one}", fine=(204,), fine_again=(404,))
        self._ledger.deleted(one)

    async def _announced(self, content: bytes) -> dict[str, str]:
        announced = {"content_type": "image/jpeg", "bytes": len(content)}
        return (await self._asking.answered("POST", f"{_MEDIA}/upload", json=announced, fine=(201,))).json()

    def _keep(self, media_id: str, content: bytes) -> None:
        self._ledger.keep(media_id, content)
        self._own.append(media_id)
