"""`python -m ui …` is the command `kamra`."""

from ui.cli import main

if __name__ == "__main__":
    main()
