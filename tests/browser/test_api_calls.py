"""What the pages' calls of the API make of answers that do not come whole."""

from playwright.async_api import Page

from tests.browser.conftest import ServedLibrary
from tests.browser.modules import call


async def test_what_is_given_up_in_the_middle_of_its_answer_is_no_trouble(page: Page, library: ServedLibrary) -> None:
    given_up = """m.api("GET", "/media", undefined, { signal: given[0].signal }).catch(({ name }) => name)"""
    half = """(() => {
      const control = new AbortController();
      const answer = new ReadableStream({
        start(half) {
          half.enqueue(new TextEncoder().encode('{"items":'));
          control.signal.addEventListener("abort", () => half.error(control.signal.reason));
        },
      });
      window.fetch = async () => new Response(answer);
      setTimeout(() => control.abort());
      return control;
    })()"""
    assert await call(page, library.url, "api.js", given_up.replace("given[0]", half)) == "AbortError"
