"""SSIMULACRA 2, a measure of how alike two pictures look to people, where somebody has installed it.

The package `ssimulacra2` needs SciPy, too much to install for one figure: `pip install ssimulacra2` adds the row.
"""

import importlib
import importlib.util
from io import BytesIO

from PIL import Image

_PACKAGE = "ssimulacra2"


def is_here() -> bool:
    """Whether it can be asked."""
    return importlib.util.find_spec(_PACKAGE) is not None


def ssimulacra2(left: Image.Image, right: Image.Image) -> float:
    """100 for the same picture, 90 where nobody sees a difference, 70 for high quality, 50 for medium."""
    package = importlib.import_module(_PACKAGE)
    return float(package.compute_ssimulacra2(_as_png(left), _as_png(right)))


def _as_png(picture: Image.Image) -> BytesIO:
    file = BytesIO()
    picture.save(file, "PNG", compress_level=1)
    file.seek(0)
    return file
