"""Headings and sentences on a NiceGUI page, sent as text: whatever they say, they are never read as HTML."""

from nicegui import ui


def heading(text: str, *, level: int = 2) -> ui.element:
    """A heading; level 1 is the page's own."""
    return _text(f"h{level}", text).classes("k-name" if level == 1 else "k-title")


def words(text: str) -> ui.element:
    """A sentence or two in softer print."""
    return _text("p", text).classes("k-soft")


def _text(tag: str, text: str) -> ui.element:
    made = ui.element(tag)
    made._text = text
    return made


class Facts(ui.element):
    """Numbers in a row, printed like the edge of a film."""

    def __init__(self, text: str) -> None:
        super().__init__("p")
        self._text = text
        self.classes("k-fact k-soft")

    def show(self, text: str) -> None:
        """Put other numbers there."""
        self._text = text
        self.update()


def word_link(text: str, href: str) -> ui.element:
    """A link in a line of its own. `href` must be of our own making."""
    made = _text("a", text)
    made._props["href"] = href
    return made
