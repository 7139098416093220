"""Signatures over texts (links, set-up codes), each purpose with a key of its own."""

from typing import Protocol


class Signer(Protocol):
    """Signs texts for one purpose; what one purpose signed is worth nothing to another."""

    def sign(self, text: str) -> str:
        """The signature, in characters that fit into an address."""
        ...

    def matches(self, text: str, signature: str) -> bool:
        """Whether the signature belongs to this text; takes the same time whatever is wrong with it."""
        ...


class Keys(Protocol):
    """Where signers come from; all hang on the one secret of this Kamra."""

    def signer(self, purpose: str) -> Signer:
        """The signer for a purpose such as `set-up` or `media-link`."""
        ...
