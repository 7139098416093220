"""Everything that is measured, by the name one asks for it; what takes longest comes last."""

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks import (
    avif_bytes,
    bombs,
    compress_crowd,
    compress_request,
    damaged_pictures,
    feed_at_scale,
    health,
    idle_memory,
    jpeg_coder,
    jpeg_coder_damaged,
    jpeg_coder_memory,
    jpeg_ladder,
    kills,
    library_pages,
    library_scroll,
    page_build,
    page_weight,
    rooms_direct,
    rooms_expiry,
    rooms_kills,
    rooms_memory,
    rooms_page,
    rooms_sealing,
    rooms_store,
    sharp_ladder,
    studio_preview,
    studio_slider,
    tab_memory,
    target_size,
    upload_beside_lighter,
    upload_memory,
    upload_to_visible,
    webp_bytes,
    worker_memory,
)
from benchmarks.figure import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """`title` heads its table in the results."""

    title: str
    take: Callable[[], list[Figure]]


MEASURES: dict[str, Measure] = {
    "upload_to_visible": Measure(title="Adding a picture", take=upload_to_visible.measure),
    "page_weight": Measure(title="Weight of a page", take=page_weight.measure),
    "page_build": Measure(title="Building a page", take=page_build.measure),
    "library_pages": Measure(title="Pages of a large library", take=library_pages.measure),
    "library_scroll": Measure(title="Scrolling through a large library", take=library_scroll.measure),
    "health": Measure(title="Answering while there is much to do", take=health.measure),
    "compress_request": Measure(title="A smaller copy", take=compress_request.measure),
    "compress_crowd": Measure(title="The library while smaller copies are made", take=compress_crowd.measure),
    "studio_preview": Measure(title="Choosing a picture in the studio", take=studio_preview.measure),
    "studio_slider": Measure(title="Moving the studio's slider", take=studio_slider.measure),
    "rooms_store": Measure(title="Photographs into a room's store", take=rooms_store.measure),
    "rooms_memory": Measure(title="Memory for a gibibyte through a room's store", take=rooms_memory.measure),
    "rooms_sealing": Measure(title="Sealing what a room shares", take=rooms_sealing.measure),
    "rooms_direct": Measure(title="From browser to browser", take=rooms_direct.measure),
    "rooms_page": Measure(title="Coming into a room", take=rooms_page.measure),
    "rooms_expiry": Measure(title="Answering while rooms are emptied", take=rooms_expiry.measure),
    "jpeg_coder": Measure(title="JPEGs made smaller on the way", take=jpeg_coder.measure),
    "jpeg_coder_memory": Measure(title="Memory for making JPEGs smaller", take=jpeg_coder_memory.measure),
    "upload_memory": Measure(title="Memory for a large upload", take=upload_memory.measure),
    "worker_memory": Measure(title="Memory for a large picture", take=worker_memory.measure),
    "sharp_ladder": Measure(title="JPEG ladder against sharp", take=sharp_ladder.measure),
    "avif_bytes": Measure(title="AVIF against JPEG", take=avif_bytes.measure),
    "webp_bytes": Measure(title="WebP against JPEG", take=webp_bytes.measure),
    "target_size": Measure(title="A copy under a size", take=target_size.measure),
    "upload_beside_lighter": Measure(title="Adding a picture while AVIFs wait", take=upload_beside_lighter.measure),
    "tab_memory": Measure(title="Memory of open pages", take=tab_memory.measure),
    "idle_memory": Measure(title="Memory at rest", take=idle_memory.measure),
    "feed_at_scale": Measure(title="The feed and search at a million posts", take=feed_at_scale.measure),
    "jpeg_ladder": Measure(title="JPEG ladder against a full decode", take=jpeg_ladder.measure),
    "bombs": Measure(title="Pictures that explode", take=bombs.measure),
    "damaged_pictures": Measure(title="Damaged pictures", take=damaged_pictures.measure),
    "jpeg_coder_damaged": Measure(title="Damaged JPEGs in a room", take=jpeg_coder_damaged.measure),
    "kills": Measure(title="Killed without warning", take=kills.measure),
    "rooms_kills": Measure(title="Rooms killed without warning", take=rooms_kills.measure),
}
