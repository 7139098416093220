"""The secret that every key hangs on: made once and kept in the data folder, for its owner's eyes only."""

import os
import secrets
from pathlib import Path


class BadSecret(Exception):
    """The file is there but holds no usable secret; making another would end every link and sign-in."""


def instance_secret(folder: Path) -> str:
    """The secret in this folder's file `secret` (64 characters), made when there is none. Raises BadSecret, OSError."""
    file = _file(folder)
    if not file.exists():
        _make(file)
    secret = file.read_text(encoding="ascii", errors="replace").strip()
    if len(secret) < 32:
        raise BadSecret(f"{file} is cut short; restore it from a backup, or delete it (which signs everybody out)")
    return secret


def kept_secret(folder: Path) -> bytes | None:
    """What stands in the folder's file, for a backup; None when there is none."""
    file = _file(folder)
    return file.read_bytes() if file.exists() else None


def restore_secret(folder: Path, secret: bytes) -> None:
    """Put what `kept_secret` gave back in its place, whatever is there."""
    _write(_file(folder), secret).replace(_file(folder))


def _file(folder: Path) -> Path:
    return folder / "secret"


def _make(file: Path) -> None:
    # Whole or not at all, and the first of two that start at once wins: a link never replaces what is there.
    draft = _write(file, f"{secrets.token_hex(32)}\n".encode())
    try:
        os.link(draft, file)
    except FileExistsError:
        return
    finally:
        draft.unlink()


def _write(file: Path, secret: bytes) -> Path:
    draft = file.with_name(f"secret.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as out:
        out.write(secret)
        out.flush()
        os.fsync(out.fileno())
    return draft
