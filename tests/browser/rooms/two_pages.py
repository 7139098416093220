"""Two bare pages of a running Kamra with the room's modules, and a new room for each test."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from playwright.async_api import Browser, Page

from tests.browser.conftest import Server
from ui.theme.assets import asset_url

_MODULES = (
    *("bytes", "described", "entries", "entry_list", "fetched", "manifest", "objects", "room_calls"),
    *("room_socket", "secret", "signalling", "store"),
)
_BARE = "health"  # an answer without a script of its own
_LOAD = """async (addresses) => {
  for (const [name, address] of Object.entries(addresses)) window[name] = await import(address);
  window.never = new AbortController().signal;
  window.refusalOf = (promise) =>
    promise.then(() => "nothing thrown", ({ status, code }) => `${status ?? ""} ${code}`.trim());
  window.vectorData = (size) => {
    const data = new Uint8Array(size);
    for (let i = 0; i < Math.min(size, 251); i += 1) data[i] = (i * i + 7 * i) % 251;
    for (let made = 251; made < size; made *= 2) data.copyWithin(made, 0, made); // they come again after 251
    return data;
  };
  window.random = (size) => {
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
    return bytes;
  };
  window.fetchWhole = async (object, options) => {
    const [arrived, chunks] = [new fetched.ArrivedLeaves(object), []];
    for await (const { index, chunk } of fetched.fetchChunks(keys, object, options)) {
      await arrived.add(index, chunk);
      chunks.push(chunk);
    }
    if (!options) await arrived.demandRoot();
    return bytes.joined(...chunks);
  };
  window.keep = async (blob, options) => {
    const object = await described.describe(keys, blob);
    await store.keepObject(keys, object, { signal: never, ...options });
    return object;
  };
  window.putAsPart = async ({ objectId }, sealed) => {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", sealed));
    await store.putPart(keys, objectId, 0, { sealed, digest }, { signal: never });
  };
  window.heardOf = async (kind) => {
    while (!heard.some(({ type }) => type === kind)) await new Promise((resolve) => setTimeout(resolve, 10));
    return heard.findLast(({ type }) => type === kind);
  };
  window.join = () => {
    window.heard = [];
    window.socket = new room_socket.RoomSocket(keys, peer, (what) => heard.push(what));
  };
}"""
_COME = """async ([link, isHost]) => {
  window.link = link;
  window.keys = await secret.roomKeys(secret.parseLink(link).secret);
  window.peer = signalling.newPeer();
  window.list = new manifest.Manifest(keys, peer);
  if (!isHost) return true;
  const { token, hash } = await secret.newOwnerToken();
  window.ownerToken = token;
  return (await room_calls.openRoom(keys, hash, { days: 1 })).room_id === keys.roomId;
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoPages:
    """`host` is signed in and opens rooms; `guest` is nobody the server knows. Both run the same code."""

    host: Page
    guest: Page

    async def come(self) -> None:
        """Be in a new room, as `link`, `keys`, `peer` and `list` of either page."""
        link: str = await self.host.evaluate("secret.linkOf(location.origin, secret.newSecret(), false)")
        assert await self.host.evaluate(_COME, [link, True])
        await self.guest.evaluate(_COME, [link, False])

    async def leave(self) -> None:
        """Close the room, where it is not."""
        for page in (self.host, self.guest):
            await page.evaluate("window.socket?.close()")
        await self.host.evaluate("room_calls.closeRoom(keys, ownerToken).catch(() => {})")


@asynccontextmanager
async def two_pages(browser: Browser, server: Server) -> AsyncIterator[TwoPages]:
    """Both, in windows of their own."""
    contexts = [await browser.new_context(), await browser.new_context()]
    form: dict[str, str | float | bool] = {"login": server.login, "password": server.password}
    headers = {"Origin": server.url}
    answer = await contexts[0].request.post(f"{server.url}/sign-in", form=form, headers=headers, max_redirects=0)
    assert answer.status == 303
    pages = TwoPages(host=await contexts[0].new_page(), guest=await contexts[1].new_page())
    for page in (pages.host, pages.guest):
        await page.goto(f"{server.url}/{_BARE}")
        await page.evaluate(_LOAD, {name: asset_url(f"rooms/page/{name}.js") for name in _MODULES})
    yield pages
    for context in contexts:
        await context.close()
