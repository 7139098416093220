"""Files that are something else under a picture's name, and pictures that are something else as well."""

import gzip
import struct
import zlib
from io import BytesIO
from zipfile import ZipFile

from PIL import Image

from tests.hostile.bomb import encoded
from tests.hostile.boxes import box
from tests.hostile.jpeg_bombs import jpeg, segment, with_segments
from tests.hostile.png_bombs import chunk
from tests.painted import painted

SCRIPT = b"<script>alert(document.domain)</script>"
_HTML = b"<!doctype html><html><body>" + SCRIPT + b"</body></html>"
_SVG = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'>" + SCRIPT + b"</svg>"
_PHP = b"<?php system($_GET['c']); ?>"
_EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def _zip() -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("evil.html", _HTML)
    return file.getvalue()


def disguised() -> dict[str, bytes]:
    """No pictures of the accepted kinds, whatever they are called."""
    small = painted(32, 24)
    return {
        "SVG": _SVG,
        "SVG behind an XML head": b"<?xml version='1.0'?>" + _SVG,
        "SVGZ": gzip.compress(_SVG, mtime=0),
        "HTML": _HTML,
        "HTML behind a byte order mark": b"\xef\xbb\xbf" + _HTML,
        "PDF": b"%PDF-1.7\n1 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj\n%%EOF",
        "EICAR": _EICAR,
        "ZIP": _zip(),
        "PHP": _PHP,
        "PostScript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(/etc/passwd) (r) file\n%%EOF",
        "program": b"\x7fELF\2\1\1" + b"\0" * 200,
        "film": box(b"ftyp", b"isom\0\0\2\0isomiso2avc1mp41") + box(b"mdat", b"x" * 100),
        "TIFF": encoded(small, "TIFF"),
        "BMP": encoded(small, "BMP"),
        "ICO": encoded(small, "ICO"),
        "JPEG 2000": encoded(small, "JPEG2000"),
        "TGA": encoded(small, "TGA"),
        "XBM": b"#define a_width 8\n#define a_height 1\nstatic char a_bits[] = {0};",
        "ImageMagick's script": b"push graphic-context\nfill 'url(https://127.0.0.1/|id)'\npop graphic-context",
    }


def polyglots() -> dict[str, tuple[str, bytes]]:
    """Good pictures that are something else as well: their kind and their bytes."""
    return {
        "JPEG and HTML": ("image/jpeg", with_segments(jpeg(), segment(0xFE, _HTML)) + _HTML),
        "JPEG and ZIP": ("image/jpeg", jpeg() + _zip()),
        "JPEG and PDF": ("image/jpeg", with_segments(jpeg(), segment(0xFE, b"%PDF-1.7\n")) + b"%PDF-1.7\n%%EOF"),
        "JPEG and PHP": ("image/jpeg", encoded(painted(64, 48), "JPEG", exif=_exif_of(_PHP), comment=_PHP)),
        "GIF and JavaScript": ("image/gif", _gif_and_script()),
        "PNG and PHP": ("image/png", _png_with(chunk(b"tEXt", b"Comment\0" + _PHP)) + _PHP),
        "PNG and packed PHP": ("image/png", _png_with(chunk(b"zTXt", b"Comment\0\0" + zlib.compress(_PHP)))),
        "WebP and HTML": ("image/webp", encoded(painted(64, 48), "WEBP", xmp=_HTML)),
        "AVIF and HTML": ("image/avif", encoded(painted(64, 48), "AVIF", xmp=_HTML) + box(b"free", _HTML)),
        "HEIC and HTML": ("image/heic", encoded(painted(64, 48), "HEIF") + box(b"free", _HTML)),
    }


def _png_with(extra: bytes) -> bytes:
    whole = encoded(painted(64, 48), "PNG")
    return whole[:33] + extra + whole[33:]  # behind the header, which is always as long


def _exif_of(text: bytes) -> Image.Exif:
    exif = Image.Exif()
    exif[0x010E] = text.decode()
    return exif


def _gif_and_script() -> bytes:
    """Its width reads `/*` in JavaScript, and a comment at its end closes that and goes on."""
    whole = encoded(Image.new("P", (struct.unpack("<H", b"/*")[0], 2)), "GIF")
    ending = b"*/=1;alert(document.domain);/*"
    return whole[:-1] + b"!\xfe" + bytes((len(ending),)) + ending + b"\0;"
