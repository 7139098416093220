"""Under which name a picture is saved on somebody's own disk, whatever it is called here and whatever disk it is."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

MAX_FILE_NAME_BYTES = 255  # in UTF-8: what ext4, APFS, NTFS and exFAT all take
_LONGEST_ENDING = " (10000)"  # of as many names as can be chosen at once
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


def file_name(name: str, content_type: str) -> str:
    """The picture's name as a file's, with an extension of its kind."""
    cleaned = _NOT_IN_NAMES.sub("_", name).strip(" .") or "Picture"
    if _DEVICE.match(cleaned):
        cleaned = f"_{cleaned}"
    extensions = _EXTENSIONS.get(content_type, ())
    stem, _, extension = cleaned.rpartition(".")
    if extensions and not (stem and extension.lower() in extensions):
        cleaned = f"{cleaned}.{extensions[0]}"
    return _short(cleaned, "")


def told_apart(file_names: Iterable[str]) -> Iterator[str]:
    """The same names in their order, later ones of the same name as `IMG_1 (2).jpg`.

    Same means the same to any file system: many know no difference of case, some none of how accents are written.
    """
    taken: set[str] = set()
    counts: dict[str, int] = {}
    for wanted in file_names:
        name = wanted
        # Long names that differ only where they are cut count together, or each would try all numbers of the others.
        alike = _alike(_short(wanted, _LONGEST_ENDING))
        number = counts.get(alike, 1)
        while _alike(name) in taken:
            number += 1
            name = _short(wanted, f" ({number})")
        counts[alike] = number
        taken.add(_alike(name))
        yield name


def _alike(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _short(name: str, ending: str) -> str:
    """The name with `ending` before its extension, its stem cut where the whole would be too long."""
    stem, dot, extension = name.rpartition(".")
    if not dot:
        stem, extension = name, ""
    rest = f"{ending}{dot}{extension}"
    room = MAX_FILE_NAME_BYTES - len(rest.encode())
    return stem.encode()[:room].decode(errors="ignore") + rest
