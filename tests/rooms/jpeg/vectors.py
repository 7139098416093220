"""The coder's vectors: what each generated picture becomes, and the hashes of both."""

import base64
import hashlib
import json
from pathlib import Path

_FILE = Path(__file__).with_name("vectors.json")


def containers() -> dict[str, bytes]:
    """By the picture's name."""
    return {name: base64.b64decode(text) for name, text in _kept()["containers"].items()}


def hashes() -> dict[str, str]:
    """SHA-256 of each container, by the picture's name."""
    return _kept()["sha256"]


def keep(made: dict[str, bytes]) -> None:
    """Replace them, after the form was changed on purpose."""
    kept = {
        "sha256": {name: hashlib.sha256(container).hexdigest() for name, container in made.items()},
        "containers": {name: base64.b64encode(container).decode() for name, container in made.items()},
    }
    _FILE.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n")


def _kept() -> dict[str, dict[str, str]]:
    return json.loads(_FILE.read_text())
