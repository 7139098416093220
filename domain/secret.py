"""Random secrets that people, browsers and programs carry, and the digest of them that is all Kamra keeps."""

import hashlib
import secrets


def new_secret() -> str:
    """32 random bytes as 43 characters that fit into a cookie or an address."""
    return secrets.token_urlsafe(32)


def digest(secret: str) -> bytes:
    """SHA-256 (32 bytes). A plain digest is enough, because the secret is random and long."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).digest()
