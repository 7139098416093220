"""Turns every error into one RFC 9457 answer: the only table from the domain's kinds of no to a status."""

import logging
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.types import Scope

from domain.errors import (
    Conflict,
    Forbidden,
    Gone,
    KamraError,
    Malformed,
    NotFound,
    NotSignedIn,
    RuleBroken,
    StorageFull,
    TooLarge,
    TooOften,
    WrongKind,
)
from domain.media.compressions.compressing import SimilarityTooHigh, TargetTooSmall
from domain.media.upload import UploadFinished, UploadIncomplete, WrongOffset
from domain.rooms.entry import EntryTaken
from domain.rooms.room import RoomAuthMissing, RoomAuthWrong, RoomOver
from ui.theme.texts import sentence_for, sentence_of
from ui.web.broken_answers import AnswerBroken

log = logging.getLogger("kamra.problems")

_STATUSES: dict[type[KamraError], int] = {
    Malformed: 400,
    NotSignedIn: 401,
    Forbidden: 403,
    NotFound: 404,
    Conflict: 409,
    Gone: 410,
    TooLarge: 413,
    WrongKind: 415,
    RuleBroken: 422,
    TooOften: 429,
    StorageFull: 507,
}


class ProblemResponse(JSONResponse):
    """An answer that says what is wrong, for programs and for people."""

    media_type = "application/problem+json"


def status_of(error: KamraError) -> int:
    """The HTTP status for this kind of no."""
    return next(status for kind, status in _STATUSES.items() if isinstance(error, kind))


def problem(status: int, code: str, detail: str, headers: dict[str, str] | None = None, **more: Any) -> ProblemResponse:
    """An RFC 9457 answer with our stable `code`."""
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail, "code": code}
    return ProblemResponse({**body, **more}, status_code=status, headers=headers)


def problem_for(error: KamraError) -> ProblemResponse:
    """The answer for one of the domain's errors."""
    sentence = sentence_for(error)
    more: dict[str, Any] = {} if error.field is None else {"errors": [{"field": error.field, "message": sentence}]}
    if isinstance(error, TargetTooSmall | SimilarityTooHigh | RoomOver | EntryTaken):
        more |= error.facts  # how near one can come, since when, after what: for a program that goes on with it
    headers = {}
    if isinstance(error, TooOften):
        headers["Retry-After"] = str(error.retry_after)
    if isinstance(error, NotSignedIn):
        headers["WWW-Authenticate"] = "Room" if isinstance(error, RoomAuthMissing | RoomAuthWrong) else "Bearer"
    if isinstance(error, WrongOffset | UploadIncomplete | UploadFinished) and "offset" in error.facts:
        headers["Upload-Offset"] = str(error.facts["offset"])
    return problem(status_of(error), error.code, sentence, headers, **more)


def problem_for_anything(scope: Scope, error: Exception) -> ProblemResponse:
    """The answer for what nobody thought of: a number, by which the log tells what it was."""
    number = scope.get("state", {}).get("request_id", "")[:8]
    if isinstance(error, AnswerBroken):
        log.warning("answer broken off: %s", error, extra={"request_id": number})
    else:
        log.error("unexpected error", exc_info=error, extra={"request_id": number})
    return problem(500, "unexpected", sentence_of("unexpected", number=number))


def install_problems(app: FastAPI) -> None:
    """Have every error of this application answered as problem+json."""

    async def on_kamra_error(_request: Request, error: Exception) -> ProblemResponse:
        assert isinstance(error, KamraError)  # noqa: S101  # FastAPI calls this for nothing else; tells the type checker
        return problem_for(error)

    async def on_validation_error(_request: Request, error: Exception) -> ProblemResponse:
        assert isinstance(error, RequestValidationError)  # noqa: S101  # as above
        return _problem_for_validation(error)

    async def on_http_exception(_request: Request, error: Exception) -> ProblemResponse:
        assert isinstance(error, HTTPException)  # noqa: S101  # as above
        code = HTTPStatus(error.status_code).name.lower()
        return problem(error.status_code, code, sentence_of(code), dict(error.headers or {}))

    async def on_anything_else(request: Request, error: Exception) -> ProblemResponse:
        return problem_for_anything(request.scope, error)

    app.add_exception_handler(KamraError, on_kamra_error)
    app.add_exception_handler(RequestValidationError, on_validation_error)
    app.add_exception_handler(HTTPException, on_http_exception)
    app.add_exception_handler(Exception, on_anything_else)


def _problem_for_validation(error: RequestValidationError) -> ProblemResponse:
    found = error.errors()
    if any(one["type"] == "json_invalid" for one in found):
        return problem(400, "malformed_json", sentence_of("malformed_json"))
    errors = [{"field": ".".join(str(part) for part in one["loc"][1:]), "message": one["msg"]} for one in found]
    return problem(422, "bad_input", sentence_of("bad_input"), errors=errors)
