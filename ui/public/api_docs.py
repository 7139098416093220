"""The API's own documentation at /api/docs: the OpenAPI document as one plain page, nothing loaded from elsewhere."""

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from ui.accounts.address import own_address
from ui.parts import TheParts
from ui.theme import help_texts
from ui.theme.pages import render
from ui.web.plain_http import is_plain_http

router = APIRouter(include_in_schema=False)

_METHODS = ("get", "post", "put", "patch", "delete")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One parameter or body field: its name, where it goes, its type in words, whether it must be there."""

    name: str
    place: str
    kind: str
    required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One call."""

    method: str
    path: str
    summary: str
    fields: tuple[Field, ...]
    answers: tuple[tuple[str, str], ...]


@router.get("/api/docs")
async def api_docs(request: Request, parts: TheParts) -> HTMLResponse:
    """Every call of the API, by its tag."""
    document = request.app.openapi()
    groups: dict[str, list[Operation]] = {}
    for path, methods in document["paths"].items():
        for method in _METHODS:
            if method in methods:
                tag = methods[method].get("tags", ["other"])[0]
                groups.setdefault(tag, []).append(_operation(document, method, path, methods[method]))
    page = render(
        "api_docs.html",
        help=help_texts,
        groups=groups,
        openapi_url=request.app.openapi_url,
        address=own_address(request, parts.settings),
        insecure=is_plain_http(request),
    )
    return HTMLResponse(page)


def _operation(document: dict[str, Any], method: str, path: str, call: dict[str, Any]) -> Operation:
    parameters = tuple(
        Field(name=one["name"], place=one["in"], kind=_kind(one.get("schema", {})), required=one.get("required", False))
        for one in call.get("parameters", ())
    )
    answers = tuple((status, answer.get("description", "")) for status, answer in sorted(call["responses"].items()))
    return Operation(
        method=method.upper(),
        path=path,
        summary=call.get("description") or call.get("summary", ""),
        fields=parameters + _body_fields(document, call),
        answers=answers,
    )


def _body_fields(document: dict[str, Any], call: dict[str, Any]) -> tuple[Field, ...]:
    fields: list[Field] = []
    for content in call.get("requestBody", {}).get("content", {}).values():
        schema = _resolve(document, content.get("schema", {}))
        required = schema.get("required", ())
        fields.extend(
            Field(name=name, place="body", kind=_kind(field), required=name in required)
            for name, field in schema.get("properties", {}).items()
        )
    return tuple(fields)


def _resolve(document: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in schema:
        return schema
    return document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]


def _kind(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return schema["$ref"].rpartition("/")[2]
    if "anyOf" in schema:
        return " or ".join(_kind(one) for one in schema["anyOf"])
    if schema.get("type") == "array":
        return f"list of {_kind(schema.get('items', {}))}"
    return str(schema.get("format") or schema.get("type") or "anything")
