"""QR codes of room links: another program reads each of them."""

import random
import secrets

import pytest
import zxingcpp
from PIL import Image, ImageOps

from tests.browser.rooms.pieces.conftest import Piece
from ui.rooms.client.bytes import base64url

MARGIN = 4  # modules of white, as the page draws them
PIXELS = 4  # of each module


async def test_another_program_reads_a_hundred_of_a_hundred_links(piece: Piece) -> None:
    lot = random.Random(18004)
    hosts = ["localhost:8080", "192.168.178.20:8080", "kamra.example.org", "pictures.a-rather-long-name.example.com"]
    links = [
        f"https://{lot.choice(hosts)}/r#1{lot.choice(['', 'p'])}.{base64url(secrets.token_bytes(32))}"
        for _ in range(100)
    ]
    assert [_read(modules) for modules in await _codes(piece, links)] == links


async def test_texts_of_every_length_are_read_up_to_the_longest(piece: Piece) -> None:
    lot = random.Random(20)
    lengths = [0, 1, 14, 15, 26, 27, 106, 107, 122, 180, 181, 213, 214, 287, 412, 504, 560, 624, 625, 665, 666]
    texts = [
        "".join(lot.choices("abcXYZ019-_./#ü", k=length)).encode()[:length].decode("utf-8", "ignore")
        for length in lengths
    ]
    codes = await _codes(piece, texts)
    assert [_read(modules) for modules in codes[1:]] == texts[1:]
    assert {len(modules) for modules in codes} >= {21, 25, 97}


async def test_what_is_too_long_is_refused(piece: Piece) -> None:
    assert (
        await piece("qr", "try { m.qrModules('x'.repeat(667)); } catch (error) { return error.name; }") == "RangeError"
    )


@pytest.mark.parametrize("light", [0, 255])
async def test_a_code_is_read_with_a_corner_torn_off(piece: Piece, light: int) -> None:
    link = f"https://kamra.example.org/r#1.{base64url(bytes(range(32)))}"
    (modules,) = await _codes(piece, [link])
    image = _image(modules)
    side = image.width - MARGIN * PIXELS
    image.paste(light, (side - 28, side - 28, side, side))
    assert [found.text for found in zxingcpp.read_barcodes(image)] == [link]


async def _codes(piece: Piece, texts: list[str]) -> list[list[list[bool]]]:
    return await piece("qr", "return given[0].map((one) => m.qrModules(one));", texts)


def _image(modules: list[list[bool]]) -> Image.Image:
    side = len(modules)
    code = Image.frombytes("L", (side, side), bytes(0 if is_dark else 255 for row in modules for is_dark in row))
    whole = ImageOps.expand(code, MARGIN, 255)
    return whole.resize((whole.width * PIXELS, whole.height * PIXELS), Image.Resampling.NEAREST)


def _read(modules: list[list[bool]]) -> str:
    found = zxingcpp.read_barcodes(_image(modules))
    return found[0].text if found else ""
