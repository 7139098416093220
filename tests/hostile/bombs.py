"""Every bomb there is."""

from tests.hostile.bomb import Bomb
from tests.hostile.container_bombs import CONTAINER_BOMBS
from tests.hostile.jpeg_bombs import JPEG_BOMBS
from tests.hostile.png_bombs import PNG_BOMBS
from tests.hostile.webp_gif_bombs import WEBP_GIF_BOMBS

BOMBS: tuple[Bomb, ...] = (*PNG_BOMBS, *JPEG_BOMBS, *WEBP_GIF_BOMBS, *CONTAINER_BOMBS)
