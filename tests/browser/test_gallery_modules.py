"""The gallery's arithmetic, module by module: rows, arrows, placeholders, words for numbers, links."""

import base64
from itertools import pairwise
from typing import Any

import pytest
from PIL import Image
from playwright.async_api import Page

from storage.renditions.thumbhash import thumbhash
from tests.browser.conftest import ServedLibrary
from tests.browser.modules import call

ROOM = {"width": 1000, "aim": 220, "gap": 4}


@pytest.fixture
def rows(page: Page, library: ServedLibrary):
    async def justified(aspects: list[float], **changed: int) -> dict[str, Any]:
        expression = "m.justifiedRows(given[0], given[1])"
        return await call(page, library.url, "grid/justified_rows.js", expression, aspects, ROOM | changed)

    return justified


async def test_full_rows_reach_both_edges_with_equal_gaps(rows) -> None:
    layout = await rows([1.5, 0.75, 1.0, 1.78, 1.33, 0.66, 1.5, 1.5, 1.2, 0.8, 1.5, 1.5])
    for row in layout["rows"][:-1]:
        places = layout["places"][row["first"] : row["last"] + 1]
        assert places[0]["left"] == 0
        assert places[-1]["left"] + places[-1]["width"] == 1000
        gaps = {after["left"] - before["left"] - before["width"] for before, after in pairwise(places)}
        assert gaps <= {4}


async def test_rows_stay_near_the_height_aimed_for(rows) -> None:
    layout = await rows([1.5, 0.75, 1.0, 1.78, 1.33] * 40)
    heights = [row["height"] for row in layout["rows"]]
    assert all(150 < height < 320 for height in heights)
    assert abs(sum(heights) / len(heights) - 220) < 25


async def test_no_picture_is_cropped(rows) -> None:
    aspects = [1.5, 0.75, 1.0, 1.78, 1.33, 0.66] * 5
    layout = await rows(aspects)
    for aspect, place in zip(aspects, layout["places"], strict=True):
        assert place["width"] / place["height"] == pytest.approx(aspect, abs=0.02)


async def test_the_last_row_stands_left_at_the_height_aimed_for(rows) -> None:
    layout = await rows([1.5, 1.5])
    assert layout["rows"] == [{"first": 0, "last": 1, "top": 0, "height": 220}]
    assert layout["places"][1]["left"] + layout["places"][1]["width"] < 1000


async def test_a_panorama_has_a_row_of_its_own(rows) -> None:
    layout = await rows([1.5, 4.0, 1.5])
    assert [(row["first"], row["last"]) for row in layout["rows"]] == [(0, 0), (1, 1), (2, 2)]
    assert layout["places"][1]["width"] == 1000


async def test_two_photographs_stand_in_a_row_on_a_phone(rows) -> None:
    layout = await rows([1.5] * 6, width=360, aim=150, gap=2)
    assert [row["last"] - row["first"] + 1 for row in layout["rows"]] == [2, 2, 2]


async def test_no_pictures_make_no_rows(rows) -> None:
    assert await rows([]) == {"places": [], "rows": [], "height": 0}


async def test_only_pictures_of_rows_near_the_window_are_asked_for(page: Page, library: ServedLibrary) -> None:
    rows = [{"first": at * 3, "last": at * 3 + 2, "top": at * 100, "height": 96} for at in range(100)]
    expression = "given[1].map(([from, to]) => m.picturesBetween(given[0], from, to))"
    spans = [[250, 410], [-500, 10], [9950, 20000], [50000, 60000], [-900, -500]]
    found = await call(page, library.url, "grid/justified_rows.js", expression, rows, spans)
    assert found == [
        {"first": 6, "last": 14},
        {"first": 0, "last": 2},
        {"first": 297, "last": 299},
        {"first": 0, "last": -1},
        {"first": 0, "last": -1},
    ]


async def test_keys_lead_to_the_picture_that_stands_nearest_also_in_the_next_month(
    page: Page, library: ServedLibrary
) -> None:
    months = [
        {
            "count": 4,
            "places": [
                {"left": 0, "width": 100, "row": 0},
                {"left": 104, "width": 300, "row": 0},
                {"left": 0, "width": 250, "row": 1},
                {"left": 254, "width": 150, "row": 1},
            ],
            "rows": [{"first": 0, "last": 1, "top": 0}, {"first": 2, "last": 3, "top": 204}],
        },
        {
            "count": 2,
            "places": [{"left": 0, "width": 200, "row": 0}, {"left": 204, "width": 200, "row": 0}],
            "rows": [{"first": 0, "last": 1, "top": 0}],
        },
    ]
    expression = """given[1].map(([key, section, at]) => {
      const [sections, layouts] = [given[0].map(({ count }) => ({ count, pictures: Array(count).fill(0) })), given[0]];
      const goal = m.keyGoal(key, { section, at }, { sections, layouts }, 800);
      return goal && [goal.section, m.reached(goal, layouts[goal.section], sections[goal.section])];
    })"""
    expected = {
        ("ArrowDown", 0, 0): [0, 2],
        ("ArrowDown", 0, 1): [0, 3],
        ("ArrowDown", 0, 3): [1, 1],
        ("ArrowDown", 1, 0): None,
        ("ArrowUp", 0, 3): [0, 1],
        ("ArrowUp", 0, 0): None,
        ("ArrowUp", 1, 0): [0, 2],
        ("ArrowRight", 0, 1): [0, 2],
        ("ArrowRight", 0, 3): [1, 0],
        ("ArrowRight", 1, 1): None,
        ("ArrowLeft", 0, 0): None,
        ("ArrowLeft", 1, 0): [0, 3],
        ("Home", 1, 1): [0, 0],
        ("End", 0, 0): [1, 1],
        ("Tab", 0, 1): None,
    }
    steps = [list(step) for step in expected]
    found = await call(page, library.url, "grid/arrow_keys.js", expression, months, steps)
    assert dict(zip(expected, found, strict=True)) == expected


@pytest.mark.parametrize(("width", "height"), [(90, 60), (60, 90), (64, 64)])
async def test_a_placeholder_looks_like_its_picture(
    page: Page, library: ServedLibrary, width: int, height: int
) -> None:
    picture = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    picture.paste((200, 40, 30), (0, 0, width // 2, height))
    text = base64.b64encode(thumbhash(picture)).decode()
    expression = "(({width, height, pixels}) => ({width, height, pixels: [...pixels]}))(m.decodeThumbhash(given[0]))"
    made = await call(page, library.url, "grid/thumbhash.js", expression, text)
    assert max(made["width"], made["height"]) == 32
    assert made["width"] / made["height"] == pytest.approx(width / height, rel=0.2)

    def seen(across: float, down: float) -> tuple[int, int, int]:
        at = 4 * (int(made["height"] * down) * made["width"] + int(made["width"] * across))
        return tuple(made["pixels"][at : at + 3])

    red, green, blue = seen(0.2, 0.5)
    assert red > 130
    assert max(green, blue) < 100
    assert sum(seen(0.8, 0.1)) < sum(seen(0.8, 0.9)) - 200
    assert set(made["pixels"][3::4]) == {255}


@pytest.mark.parametrize(("stored", "seen"), [(0, 0), (5, 85), (15, 255)])
async def test_a_placeholder_can_be_seen_through(page: Page, library: ServedLibrary, stored: int, seen: int) -> None:
    averages = 32 | 32 << 6 | 32 << 12 | 1 << 23  # middle grey, no waves of light, with an alpha channel
    head = averages.to_bytes(3, "little") + (5 | 1 << 15).to_bytes(2, "little") + bytes([stored])
    text = base64.b64encode(head + bytes(19)).decode()
    pixels = await call(page, library.url, "grid/thumbhash.js", "[...m.decodeThumbhash(given[0]).pixels]", text)
    assert set(pixels[3::4]) == {seen}
    assert pixels[0] == pytest.approx(129, abs=5)


async def test_a_placeholder_is_written_as_a_picture_pixel_by_pixel(page: Page, library: ServedLibrary) -> None:
    pixels = [value for at in range(6) for value in (40 * at, 255 - 40 * at, at, 255)]
    expression = """(async () => {
      const image = new Image();
      image.src = m.bitmapAddress({ width: 3, height: 2, pixels: Uint8ClampedArray.from(given[0]) });
      await image.decode();
      const context = new OffscreenCanvas(3, 2).getContext("2d");
      context.drawImage(image, 0, 0);
      return [image.naturalWidth, image.naturalHeight, ...context.getImageData(0, 0, 3, 2).data];
    })()"""
    assert await call(page, library.url, "grid/placeholder.js", expression, pixels) == [3, 2, *pixels]


async def test_the_pace_tells_what_flies_by(page: Page, library: ServedLibrary) -> None:
    expression = """given[0].map((steps) => {
      const pace = new m.Pace();
      let [above, now] = [0, 1000];
      pace.tell({ above, screen: 800 }, false, now);
      for (const [by, after] of steps) pace.tell({ above: (above += by), screen: 800 }, true, (now += after));
      return `${pace.isFlying ? "flies" : "goes"}${pace.isRushing ? " and rushes" : ""}`;
    })"""
    wheel, slow_machine = [[60, 16], [60, 16]], [[100, 33], [100, 33]]
    flown, come_to_rest, after_rest, scrubber = (
        [[240, 16], [240, 16]],
        [[240, 16], [0, 120]],
        [[300, 900]],
        [[2000, 16]],
    )
    paces = [wheel, slow_machine, flown, come_to_rest, after_rest, scrubber]
    said = await call(page, library.url, "grid/pace.js", expression, paces)
    assert said == ["goes", "goes", "flies", "goes", "flies", "flies and rushes"]


async def test_bytes_are_said_in_the_units_people_buy_disks_by(page: Page, library: ServedLibrary) -> None:
    amounts = [0, 999, 1000, 312_400, 999_499, 999_600, 4_700_000, 4_000_000, 96_000_000, 5_400_000_000]
    said = await call(page, library.url, "picture_facts.js", "given[0].map(m.bytesText)", amounts)
    assert said == ["0 bytes", "999 bytes", "1 kB", "312 kB", "999 kB", "1 MB", "4.7 MB", "4 MB", "96 MB", "5.4 GB"]


async def test_what_the_camera_wrote_is_said_as_photographers_do(page: Page, library: ServedLibrary) -> None:
    camera = {"make": "OLYMPUS IMAGING CORP.", "model": "E-P3", "lens": None, "exposure_seconds": 0.004}
    camera |= {"f_number": 2.8, "iso": 200, "focal_length_mm": 17.0}
    said = await call(page, library.url, "picture_facts.js", "m.cameraTexts(given[0])", camera)
    assert said == [["Camera", "OLYMPUS IMAGING CORP. E-P3"], ["Exposure", "1/250 s · f/2.8 · ISO 200 · 17 mm"]]
    slow = {"make": "Canon", "model": "Canon EOS R5", "exposure_seconds": 2.5}
    said = await call(page, library.url, "picture_facts.js", "m.cameraTexts(given[0])", slow)
    assert said == [["Camera", "Canon EOS R5"], ["Exposure", "2.5 s"]]
    assert await call(page, library.url, "picture_facts.js", "m.cameraTexts({})") == []


async def test_a_cameras_clock_does_not_move_with_the_readers_zone(open_page, library: ServedLibrary) -> None:
    page = await open_page(timezone_id="Asia/Tokyo")
    expression = "m.dayText('2026-08-14T17:05:00Z', {asWritten: true})"
    assert "17:05" in await call(page, library.url, "picture_facts.js", expression)
    assert "02:05" in await call(page, library.url, "picture_facts.js", "m.dayText('2026-08-14T17:05:00Z')")


async def test_links_are_over_when_their_last_second_is_near(page: Page, library: ServedLibrary) -> None:
    expression = "given[0].map((url) => m.linksAreOver({renditions: [{url}], original_url: null}, 1_000_000_000))"
    links = ["/media/1/320.jpg?until=1000000", "/media/1/320.jpg?until=1000010", "/media/1/320.jpg?until=1000900"]
    assert await call(page, library.url, "picture_links.js", expression, links) == [True, True, False]
    assert not await call(page, library.url, "picture_links.js", "m.linksAreOver({renditions: [], original_url: null})")


async def test_one_kind_of_file_is_offered_in_all_its_sizes(page: Page, library: ServedLibrary) -> None:
    renditions = [
        {"width": 640, "content_type": "image/jpeg", "url": "/b"},
        {"width": 320, "content_type": "image/jpeg", "url": "/a"},
        {"width": 640, "content_type": "image/avif", "url": "/c"},
    ]
    said = await call(page, library.url, "picture_links.js", "m.srcset({renditions: given[0]})", renditions)
    assert said == "/a 320w, /b 640w"
