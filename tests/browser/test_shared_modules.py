"""The modules every page shares, loaded in an empty page: calls of the API, toasts and the action bar."""

from collections.abc import Iterator

import pytest
from playwright.async_api import Page, Route, expect

from tests.browser.look_site import look_site


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with look_site() as address:
        yield address


@pytest.fixture
async def blank(page: Page, site: str) -> Page:
    """A page of Kamra's whose modules are at hand as `api`, `showToast` and `actionBar`."""
    await page.goto(f"{site}/plain/help")
    await page.evaluate(
        """async () => {
            const look = document.querySelector("script[type=module]").src;
            for (const name of ["api", "toast", "action_bar"])
                Object.assign(window, await import(new URL(`${name}.js`, look).href));
        }"""
    )
    return page


async def call(page: Page, *args: object) -> dict[str, object]:
    """What `api(...)` answers, or the problem it throws."""
    return await page.evaluate(
        """(args) => api(...args).then((answer) => ({ answer }), (it) => ({ ...it, name: it.name }))""", list(args)
    )


async def test_a_call_sends_and_reads_json(blank: Page) -> None:
    async def answer(route: Route) -> None:
        sent = route.request
        await route.fulfill(json={"method": sent.method, "body": sent.post_data_json, "path": sent.url[-8:]})

    await blank.route("**/api/v1/**", answer)
    expected = {"method": "PATCH", "body": {"name": "Žofia"}, "path": "/media/1"}
    assert await call(blank, "PATCH", "/media/1", {"name": "Žofia"}) == {"answer": expected}


async def test_an_answer_without_a_body_is_null(blank: Page) -> None:
    await blank.route("**/api/v1/**", lambda route: route.fulfill(status=204))
    assert await call(blank, "DELETE", "/media/1") == {"answer": None}


async def test_a_refusal_arrives_as_a_problem_with_its_sentence_and_its_waiting_time(blank: Page, console) -> None:
    console.expect("429")
    told = {"detail": "Too many tries. Go on in 1 minute.", "code": "too_many_tries"}
    await blank.route("**/api/v1/**", lambda route: route.fulfill(status=429, json=told, headers={"Retry-After": "42"}))
    problem = await call(blank, "POST", "/auth/login", {})
    assert problem == {**told, "name": "Problem", "status": 429, "retryAfter": 42, "errors": [], "facts": told}


async def test_an_answer_that_is_not_ours_still_reads_well(blank: Page, console) -> None:
    console.expect("502")
    await blank.route("**/api/v1/**", lambda route: route.fulfill(status=502, body="<h1>Bad gateway</h1>"))
    problem = await call(blank, "GET", "/media")
    assert problem["code"] == "unknown"
    assert "Something went wrong here" in str(problem["detail"])


async def test_without_a_connection_it_says_so(blank: Page, console) -> None:
    console.expect("ERR_INTERNET_DISCONNECTED")
    await blank.context.set_offline(True)
    problem = await call(blank, "GET", "/media")
    assert problem["code"] == "offline"
    assert problem["status"] == 0
    assert str(problem["detail"]).startswith("No connection.")


async def test_what_a_toast_says_is_only_ever_text(blank: Page) -> None:
    await blank.evaluate("""showToast("<img src=x onerror='document.title=1'>IMG_7.jpg")""")
    await expect(blank.get_by_role("status")).to_contain_text("<img src=x")
    assert await blank.locator(".k-toast img").count() == 0


async def test_a_toast_that_is_closed_ends_once_and_one_that_is_undone_does_not_end(blank: Page) -> None:
    await blank.evaluate(
        """window.log = [];
        for (const name of ["first", "second"])
            showToast(name, { undo: () => log.push(`${name} undone`), onEnd: () => log.push(`${name} ended`) });"""
    )
    await blank.locator(".k-toast", has_text="first").get_by_role("button", name="Close").click()
    await blank.locator(".k-toast", has_text="second").get_by_role("button", name="Undo").click()
    assert await blank.evaluate("log") == ["first ended", "second undone"]


async def test_a_toast_can_be_pressed_while_a_dialog_is_open(blank: Page) -> None:
    await blank.evaluate(
        """const dialog = document.createElement("dialog");
        document.body.append(dialog);
        dialog.showModal();
        showToast("Deleted.", { undo: () => (document.title = "undone") });"""
    )
    await blank.get_by_role("button", name="Undo").click()
    await expect(blank).to_have_title("undone")


async def test_the_action_bar_keeps_its_order_and_leaves_out_what_does_not_apply(blank: Page) -> None:
    await blank.evaluate(
        """document.body.append(actionBar({ delete: () => (document.title = "gone"), original: "/o" }))"""
    )
    bar = blank.get_by_role("group", name="What to do with this picture")
    assert await bar.locator("[data-action]").all_inner_texts() == ["Download original", "Delete"]
    await expect(bar.get_by_role("link", name="Download original")).to_have_attribute("href", "/o")
    await bar.get_by_role("button", name="Delete").click()
    await expect(blank).to_have_title("gone")
    assert await blank.evaluate("actionBar({ original: '/o' }).children.length") == 1
