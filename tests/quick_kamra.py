"""The program `kamra` as it is, but that it hashes passwords in few rounds: people in tests sign in all the time.

Run as `python -m tests.quick_kamra serve`. At its usual rounds one sign-in takes a quarter of a second of a
core, and most tests on pages begin with three or four.
"""

from collections.abc import Callable

from storage.secrets import passwords

_FEWEST = 4  # bcrypt knows no fewer


def main(prepare: Callable[[], None] = lambda: None) -> None:
    """The program; `prepare` is called before it begins."""
    passwords.ROUNDS = _FEWEST
    prepare()
    from ui.cli import main as kamra  # noqa: PLC0415  # what is imported with it takes the number as it finds it

    kamra()


if __name__ == "__main__":
    main()
