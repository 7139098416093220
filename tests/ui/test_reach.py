"""A link that begins with an address of the house says so before it is sent."""

import pytest

from ui.pages.people.reach import reach_text

COMPUTER = "so it only works on this computer."
NETWORK = "so it only works in your home network."


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://localhost:8080", f"This link begins with localhost, {COMPUTER}"),
        ("http://127.0.0.1:8080", f"This link begins with 127.0.0.1, {COMPUTER}"),
        ("http://[::1]:8080", f"This link begins with ::1, {COMPUTER}"),
        ("http://192.168.1.20:8080", f"This link begins with 192.168.1.20, {NETWORK}"),
        ("http://shelf.local", f"This link begins with shelf.local, {NETWORK}"),
        ("https://pictures.example.org", ""),
        ("http://8.8.8.8", ""),
    ],
)
def test_how_far_a_link_works_is_said_where_it_is_not_everywhere(address: str, said: str) -> None:
    assert reach_text(address) == said
