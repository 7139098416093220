"""How far two pictures are from each other to the eye."""

from pathlib import Path

from PIL import Image, ImageCms

_SRGB, _LAB = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
_TO_LAB = ImageCms.buildTransform(_SRGB, _LAB, "RGB", "LAB")
_SIGNED = [(value + 128) % 256 - 128 for value in range(256)]


def on_white(path: Path) -> Image.Image:
    """The picture as it is seen on a white page, its numbers taken for sRGB."""
    with Image.open(path) as picture:
        seen = picture.convert("RGBA")
    paper = Image.new("RGB", seen.size, "white")
    paper.paste(seen, mask=seen.getchannel("A"))
    return paper


def mean_delta_e(left: Image.Image, right: Image.Image) -> float:
    """The mean distance of their pixels (CIE 1976, L*a*b*, D50); the right one is brought to the left one's size."""
    ours, theirs = (_lab(one.resize(left.size, Image.Resampling.BOX)) for one in (left, right))
    pairs = zip(ours, theirs, strict=True)
    distances = (
        (((l1 - l2) / 2.55) ** 2 + (_SIGNED[a1] - _SIGNED[a2]) ** 2 + (_SIGNED[b1] - _SIGNED[b2]) ** 2) ** 0.5
        for (l1, a1, b1), (l2, a2, b2) in pairs
    )
    return sum(distances) / (left.width * left.height)


def _lab(picture: Image.Image) -> list[tuple[int, int, int]]:
    lab = ImageCms.applyTransform(picture, _TO_LAB)
    assert lab is not None
    data = lab.tobytes()
    return list(zip(data[::3], data[1::3], data[2::3], strict=True))
