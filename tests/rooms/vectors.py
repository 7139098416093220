"""The protocol's test vectors, which every implementation reproduces."""

import json
from pathlib import Path
from typing import Any

VECTORS: dict[str, Any] = json.loads(Path(__file__).with_name("vectors.json").read_text())
SECRET = bytes.fromhex(VECTORS["R"])


def data_of(size: int) -> bytes:
    """The bytes of the vectors' object of this size."""
    period = bytes((i * i + 7 * i) % 251 for i in range(251))
    return (period * (size // 251 + 1))[:size]
