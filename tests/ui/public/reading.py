"""Reads pages for anybody as the programs do that meet them: previews, browsers without scripts, feed readers."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass(slots=True)
class Read:
    """What stands in a page: properties of its head, links, pictures, and its words."""

    meta: list[tuple[str, str]] = field(default_factory=list)
    head_links: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    pictures: list[dict[str, str]] = field(default_factory=list)
    words: str = ""

    def all_of(self, name: str) -> list[str]:
        return [content for one, content in self.meta if one == name]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.read = Read()
        self._href = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self.read.meta.append((given.get("property") or given.get("name", ""), given.get("content", "")))
        elif tag == "link":
            self.read.head_links[given["rel"]] = given["href"]
        elif tag == "img":
            self.read.pictures.append(given)
        self._href = given["href"] if tag == "a" else self._href

    def handle_endtag(self, tag: str) -> None:
        self._href = "" if tag == "a" else self._href

    def handle_data(self, data: str) -> None:
        self.read.words += data
        if self._href and data.strip():
            self.read.links[data.strip()] = self._href


def read_page(html: str) -> Read:
    """The page, read once through."""
    reader = _Reader()
    reader.feed(html)
    return reader.read
