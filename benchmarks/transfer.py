"""Counts the bytes a page transfers, by Chromium's own network log."""

from collections import Counter
from typing import Any

from playwright.async_api import Page


async def bytes_by_kind(page: Page) -> Counter[str]:
    """Counts from now on, by kind of resource (`Document`, `Script`, `Image`, …, `WebSocket`); it goes on counting."""
    kinds: dict[str, str] = {}
    counted: Counter[str] = Counter()

    def answered(event: dict[str, Any]) -> None:
        kinds[event["requestId"]] = event["type"]

    def finished(event: dict[str, Any]) -> None:
        counted[kinds.get(event["requestId"], "Other")] += int(event["encodedDataLength"])

    def message(event: dict[str, Any]) -> None:
        counted["WebSocket"] += len(event["response"]["payloadData"])

    log = await page.context.new_cdp_session(page)
    log.on("Network.responseReceived", answered)
    log.on("Network.loadingFinished", finished)
    log.on("Network.webSocketFrameReceived", message)
    await log.send("Network.enable")
    return counted
