"""The last step of the set-up, for the owner who has just been made and is signed in."""

from ui.theme.pages import render


def first_pictures_page(*, handle: str, max_bytes: int, insecure: bool = False) -> str:
    """Take the first pictures, or none for now; `handle` is the owner's, `max_bytes` the most one upload may have."""
    return render("first_pictures.html", handle=handle, max_bytes=max_bytes, insecure=insecure)
