"""The smaller pictures that go ahead of an original: small enough, upright, and made off the page."""

import base64
import io
from typing import Any

import pytest
from PIL import Image, ImageChops

from tests.browser.rooms.pieces.conftest import Piece

MADE = """
  const made = await m.smallPictures(new Blob([binary(given[0])], { type: given[1] }));
  if (!made) return null;
  const told = async (blob) => [blob.type, text(new Uint8Array(await blob.arrayBuffer()))];
  return { ...made, thumb: await told(made.thumb), preview: await told(made.preview) };
"""


async def test_both_are_webp_of_the_size_that_rooms_allow(piece: Piece) -> None:
    noise = Image.merge("RGB", [Image.effect_noise((2100, 500), 90) for _ in range(3)])  # hardly anything is harder
    made = await _made(piece, _jpeg(noise))
    assert (made["width"], made["height"], made["takenAt"]) == (2100, 500, None)
    for name, side, most in (("thumb", 400, 24 * 1024), ("preview", 2048, 500_000)):
        kind, content = made[name]
        assert kind == "image/webp"
        assert len(content) <= most
        assert max(Image.open(io.BytesIO(content)).size) <= side


@pytest.mark.parametrize("orientation", range(1, 9))
async def test_pictures_stand_upright_whichever_way_the_camera_was_held(piece: Piece, orientation: int) -> None:
    made = await _made(piece, _jpeg(_quarters(), exif=_exif(orientation)))
    assert (made["width"], made["height"]) == ((300, 200) if orientation < 5 else (200, 300))
    assert made["takenAt"] == "2024-05-01T18:30:09Z"
    _demand_like(made, _upright(orientation))


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
async def test_of_a_raw_file_the_picture_inside_is_shown(piece: Piece, orientation: int) -> None:
    inside = _jpeg(_quarters())
    made = await _made(piece, _raw(inside, orientation), "")
    _demand_like(made, _upright(orientation))


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7", b"\xff\xd8\xff\xe1\xff\xffExif\0\0", b"\0\0\0\x18ftypheic\0\0\0\0"]
)
async def test_of_what_is_no_picture_there_is_none(piece: Piece, content: bytes) -> None:
    assert await _made(piece, content, "") is None


@pytest.mark.parametrize(
    ("kind", "is_shown"), [("", True), ("application/octet-stream", True), ("application/zip", False)]
)
async def test_what_calls_itself_something_else_is_not_read_for_a_picture(
    piece: Piece, kind: str, is_shown: bool
) -> None:
    assert bool(await _made(piece, _jpeg(_quarters()), kind)) is is_shown


async def test_at_most_four_are_at_work_and_those_that_wait_can_be_called_off(piece: Piece) -> None:
    picture = base64.b64encode(_jpeg(_quarters())).decode()
    found = await piece(
        "small_picture",
        """
        const file = new Blob([binary(given[0])], { type: "image/jpeg" });
        let workers = 0, most = 0;
        const { postMessage } = Worker.prototype;
        Worker.prototype.postMessage = function (...sent) {
          most = Math.max(most, (workers += 1));
          this.addEventListener("message", () => (workers -= 1), { once: true });
          return postMessage.apply(this, sent);
        };
        const stop = new AbortController();
        const all = Array.from({ length: 20 }, (_, at) => m.smallPictures(file, at % 5 === 4 ? stop : {}));
        stop.abort();
        const settled = await Promise.allSettled(all);
        Worker.prototype.postMessage = postMessage;
        return [most, settled.map(({ value, reason }) => value?.width ?? reason.name)];""",
        picture,
    )
    assert 1 <= found[0] <= 4
    assert found[1] == [300, 300, 300, 300, "AbortError"] * 4


async def _made(piece: Piece, content: bytes, kind: str = "image/jpeg") -> Any:
    made = await piece("small_picture", MADE, base64.b64encode(content).decode(), kind)
    for name in ("thumb", "preview") if made else ():
        made[name][1] = base64.b64decode(made[name][1])
    return made


def _quarters() -> Image.Image:
    """Four colours, so that each way of turning it looks otherwise."""
    image = Image.new("RGB", (300, 200), (200, 40, 40))
    image.paste((40, 160, 60), (150, 0, 300, 100))
    image.paste((40, 60, 200), (0, 100, 150, 200))
    image.paste((220, 210, 60), (150, 100, 300, 200))
    return image


def _upright(orientation: int) -> Image.Image:
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
    return _quarters().transpose(turns[orientation]) if orientation in turns else _quarters()


def _demand_like(made: dict[str, Any], expected: Image.Image) -> None:
    for name in ("thumb", "preview"):
        found = Image.open(io.BytesIO(made[name][1])).convert("RGB")
        assert found.size == expected.size
        away = ImageChops.difference(found, expected).resize((4, 4), Image.Resampling.BOX)
        assert max(away.tobytes()) < 30


def _exif(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x112] = orientation
    exif.get_ifd(0x8769)[0x9003] = "2024:05:01 18:30:09"
    return exif


def _jpeg(image: Image.Image, **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=92, **options)
    return stream.getvalue()


def _raw(inside: bytes, orientation: int) -> bytes:
    """TIFF as cameras write it: a picture that no browser knows, and a JPEG beside it."""
    entries = [(0x103, 3, 34713), (0x112, 3, orientation), (0x201, 4, 8 + 2 + 4 * 12 + 4), (0x202, 4, len(inside))]
    packed = b"".join(
        tag.to_bytes(2, "little") + kind.to_bytes(2, "little") + (1).to_bytes(4, "little") + value.to_bytes(4, "little")
        for tag, kind, value in entries
    )
    return b"II*\0\x08\0\0\0" + len(entries).to_bytes(2, "little") + packed + bytes(4) + inside
