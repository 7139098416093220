"""Says in every answer about an upload's bytes which version of tus is spoken, in refusals as well."""

import re

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.uploads.tus import VERSION


class TusAnswers:
    """Around everything that may refuse a request: body limits, credentials, methods and mistakes of ours."""

    def __init__(self, app: ASGIApp, uploads: re.Pattern[str]) -> None:
        self._app = app
        self._uploads = uploads

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not self._uploads.fullmatch(scope["path"]):
            await self._app(scope, receive, send)
            return

        async def send_with_version(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["Tus-Resumable"] = VERSION
            await send(message)

        await self._app(scope, receive, send_with_version)
