"""The choice that JPEG and AVIF have in common: how finely colour is stored beside light."""

from domain.media.compressions.compressing import Option

HALVED, FULL = "4:2:0", "4:4:4"
CHROMA = Option(name="chroma", label="Colour detail", default=HALVED, choices=(HALVED, FULL))
