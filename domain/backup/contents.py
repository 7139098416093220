"""What stands in a backup, in this order: head, database, secret, files, manifest."""

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

from domain.backup.troubles import NotABackup
from domain.moderation.audit import ChainHead

FORMAT = 1
HEAD, DATABASE, SECRET, FILES, MANIFEST = "kamra-backup.json", "database", "secret", "files/", "manifest.jsonl"


class DatabaseKind(StrEnum):
    """Which database a snapshot can be put into again."""

    SQLITE = "SQLite"
    POSTGRESQL = "PostgreSQL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What one must know before reading on; `schema` is the newest migration the database had.

    `audit` is the end of the audit's chain, kept here to be compared with: rows cut off that end leave no other trace.
    None in backups from before there was an audit.
    """

    format: int
    schema: str
    database: DatabaseKind
    database_sha256: bytes
    made_at: datetime
    audit: ChainHead | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """One file that is in the backup with all of its bytes; their SHA-256 has 32 bytes."""

    name: str
    sha256: bytes
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """One key that a row names and whose bytes were not there."""

    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GonePicture:
    """A picture that was deleted after the snapshot was taken."""

    id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneCopy:
    """A smaller copy that was deleted after the snapshot was taken, its picture not."""

    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GonePerson:
    """A person who left after the snapshot was taken."""

    id: UUID


Line: TypeAlias = Whole | Missing | GonePicture | GoneCopy | GonePerson


def head_text(head: Head) -> bytes:
    """The head as it stands in the file."""
    audit = None if head.audit is None else {"length": head.audit.length, "head": head.audit.hash.hex()}
    values = {
        "format": head.format,
        "schema": head.schema,
        "database": head.database.value,
        "database_sha256": head.database_sha256.hex(),
        "made_at": head.made_at.isoformat(),
        "audit": audit,
    }
    return json.dumps(values, indent=2).encode() + b"\n"


def read_head(text: bytes) -> Head:
    """The head of a backup. Raises NotABackup."""
    try:
        values = json.loads(text)
        audit = values.get("audit")
        return Head(
            format=int(values["format"]),
            schema=str(values["schema"]),
            database=DatabaseKind(values["database"]),
            database_sha256=bytes.fromhex(values["database_sha256"]),
            made_at=datetime.fromisoformat(values["made_at"]),
            audit=None if audit is None else _chain_head(audit),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise NotABackup from None


def _chain_head(values: dict[str, str]) -> ChainHead:
    return ChainHead(length=int(values["length"]), hash=bytes.fromhex(values["head"]))


def line_text(line: Line) -> bytes:
    """One line of the manifest."""
    match line:
        case Whole():
            values: dict[str, str | int] = {"name": line.name, "bytes": line.bytes, "sha256": line.sha256.hex()}
        case Missing():
            values = {"missing": line.key}
        case GonePicture():
            values = {"gone_picture": str(line.id)}
        case GoneCopy():
            values = {"gone_copy": line.key}
        case GonePerson():
            values = {"gone_person": str(line.id)}
    return json.dumps(values).encode() + b"\n"


def read_line(text: bytes) -> Line:
    """One line of a manifest. Raises NotABackup."""
    try:
        return _line(json.loads(text))
    except (ValueError, KeyError, TypeError):
        raise NotABackup from None


def _line(values: dict[str, str]) -> Line:
    if "missing" in values:
        return Missing(key=values["missing"])
    if "gone_picture" in values:
        return GonePicture(id=UUID(values["gone_picture"]))
    if "gone_copy" in values:
        return GoneCopy(key=values["gone_copy"])
    if "gone_person" in values:
        return GonePerson(id=UUID(values["gone_person"]))
    return Whole(name=values["name"], sha256=bytes.fromhex(values["sha256"]), bytes=int(values["bytes"]))
