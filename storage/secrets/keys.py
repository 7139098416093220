"""Keys derived from the one secret of this Kamra, one per purpose."""

import base64
import hashlib
import hmac


class SecretKeys:
    """Implements `domain.signing.Keys`: HMAC-SHA-256 of the purpose under the secret is the purpose's key."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()
        self._signers: dict[str, HmacSigner] = {}  # purposes are few; a page signs a hundred links with one of them

    def signer(self, purpose: str) -> "HmacSigner":
        """The signer for this purpose."""
        if purpose not in self._signers:
            self._signers[purpose] = HmacSigner(self.key(purpose))
        return self._signers[purpose]

    def key(self, purpose: str) -> bytes:
        """32 bytes that say nothing about the secret or about any other purpose's key."""
        return hmac.digest(self._secret, b"kamra:" + purpose.encode(), hashlib.sha256)


class HmacSigner:
    """Implements `domain.signing.Signer` with HMAC-SHA-256, cut to 24 bytes (192 bits, 32 characters)."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def sign(self, text: str) -> str:
        mac = hmac.digest(self._key, text.encode("utf-8", "surrogatepass"), hashlib.sha256)
        return base64.urlsafe_b64encode(mac[:24]).decode()

    def matches(self, text: str, signature: str) -> bool:
        # As bytes: comparing texts that are not ASCII raises.
        return hmac.compare_digest(self.sign(text).encode(), signature.encode("utf-8", "surrogatepass"))
