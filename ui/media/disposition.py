"""How a browser names what it downloads (RFC 6266, RFC 8187), whatever a picture is called."""

import re
from urllib.parse import quote

_EXTENSIONS = {
    "image/jpeg": ("jpg", "jpeg", "jpe", "jfif"),
    "image/png": ("png",),
    "image/webp": ("webp",),
    "image/gif": ("gif",),
    "image/avif": ("avif",),
    "image/heic": ("heic", "heif"),
}
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)", re.IGNORECASE)  # names Windows keeps for itself
# What systems refuse in names, and what turns the direction of writing round to hide an extension.
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]')


def attachment(name: str, content_type: str) -> str:
    """The value of Content-Disposition for saving a picture under its name and its kind's extension."""
    filename = _file_name(name, content_type)
    plain = re.sub(r"[^ -~]|[%']", "_", filename)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(filename, safe='')}"


def _file_name(name: str, content_type: str) -> str:
    filename = _NOT_IN_NAMES.sub("_", name).strip(" .") or "Picture"
    if _DEVICE.match(filename):
        filename = f"_{filename}"
    extensions = _EXTENSIONS.get(content_type, ())
    if extensions and filename.rpartition(".")[2].lower() not in extensions:
        filename = f"{filename}.{extensions[0]}"
    return filename
