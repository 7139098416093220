"""Answers what nobody thought of inside the other layers, so that this answer carries their headers and id too."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.problems import problem_for_anything


class UnexpectedErrors:
    """The innermost layer. Starlette's own answer to an error stands outside all layers and would be a bare one.

    An error after the answer has begun goes on: all that is left to do about it is to break the connection.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def send_noting(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receive, send_noting)
        except Exception as error:  # whatever a route can raise
            if started:
                raise
            await problem_for_anything(scope, error)(scope, receive, send)
