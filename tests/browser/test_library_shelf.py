"""The sections of a library as values: what comes, is let go and is counted anew, without a page around it."""

from playwright.async_api import Page

from tests.browser.conftest import ServedLibrary
from tests.browser.modules import call
from tests.browser.stub_library import media
from ui.theme.assets import asset_url

QUESTION = {"q": "", "tag": "", "sort": "taken", "order": "desc"}
ROOM = {"width": 1000, "aim": 220, "gap": 4, "head": 48, "space": 20}
MONTHS = [{"month": "2026-08", "count": 40}, {"month": "2026-05", "count": 3}]
PICTURES = [media(number) for number in range(40, 0, -1)]


LET_GO = """await (async ([question, months, pictures, room, layoutModule]) => {
  const { sectionLayout } = await import(layoutModule);
  const shelf = new m.Shelf(question, months);
  const told = () => [shelf.sections[0].pictures.length, sectionLayout(shelf.sections[0], room, 1.5).height];
  shelf.begin(pictures, "next");
  const all = [told()];
  shelf.letGo("2026-08");
  all.push(told());
  shelf.add("2026-08", pictures, null);
  return [...all, told()];
})(given)"""
RECOUNT = """(([question, months, pictures, now]) => {
  const shelf = new m.Shelf(question, months);
  shelf.begin(pictures, "next");
  return [shelf.recount(now), shelf.sections.map(({ key, count }) => [key, count])];
})(given)"""


async def test_a_month_that_is_let_go_is_as_high_as_it_was_and_comes_back(page: Page, library: ServedLibrary) -> None:
    module = asset_url("components/grid/section_layout.js")
    told = await call(page, library.url, "library/shelf.js", LET_GO, QUESTION, MONTHS, PICTURES, ROOM, module)
    (here, high), (gone, as_high), (back, still) = told
    assert (here, gone, back) == (40, 0, 40)
    assert high == as_high == still


async def test_counts_that_changed_elsewhere_are_taken_over_and_what_differs_is_named(
    page: Page, library: ServedLibrary
) -> None:
    now = [{"month": "2026-09", "count": 1}, {"month": "2026-08", "count": 41}]
    differ, sections = await call(page, library.url, "library/shelf.js", RECOUNT, QUESTION, MONTHS, PICTURES, now)
    assert differ == ["2026-08"]
    assert [key for key, _ in sections] == ["2026-09", "2026-08"]
