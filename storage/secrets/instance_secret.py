"""The secret that every key hangs on: made once and kept in the data folder, for its owner's eyes only."""

import os
import secrets
from pathlib import Path


class BadSecret(Exception):
    """The file is there but holds no usable secret; making another would end every link and sign-in."""


def instance_secret(folder: Path) -> str:
    """The secret in this folder's file `secret` (64 characters), made when there is none. Raises BadSecret, OSError."""
    file = folder / "secret"
    if not file.exists():
        _make(file)
    secret = file.read_text(encoding="ascii", errors="replace").strip()
    if len(secret) < 32:
        raise BadSecret(f"{file} is cut short; restore it from a backup, or delete it (which signs everybody out)")
    return secret


def _make(file: Path) -> None:
    # Whole or not at all, and the first of two that start at once wins: a link never replaces what is there.
    draft = file.with_name(f"secret.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as out:
        out.write(secrets.token_hex(32) + "\n")
        out.flush()
        os.fsync(out.fileno())
    try:
        os.link(draft, file)
    except FileExistsError:
        return
    finally:
        draft.unlink()
