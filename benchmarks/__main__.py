"""Measures everything and writes benchmarks/RESULTS.md, or, given names, measures those and only prints them."""

import argparse
import time
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.figure import as_table
from benchmarks.machine import machine
from benchmarks.measures import MEASURES

_RESULTS = Path(__file__).with_name("RESULTS.md")
_HEAD = """# Results

Written by `make bench`; the files beside this one say how each figure is taken. Ratios compare two things that took
turns in the same run. Figures without a goal are there to be compared over time.
"""


def main() -> None:
    """Run what was asked for and print its tables."""
    parser = argparse.ArgumentParser(prog="benchmarks", description="Measure what Kamra promises in figures.")
    # Without names argparse looks for the empty list among the choices.
    parser.add_argument("names", nargs="*", choices=[[], *MEASURES], metavar="NAME", help=", ".join(MEASURES))
    names = parser.parse_args().names
    about = "\n".join(f"- {line}" for line in (f"Date: {datetime.now(UTC):%-d %B %Y}", *machine()))
    results = "\n".join([about, *map(_section, names or MEASURES)])
    print(results)
    if not names:
        _RESULTS.write_text(f"{_HEAD}\n{results}", encoding="utf-8")


def _section(name: str) -> str:
    print(f"measuring {name} …", end=" ", flush=True)
    before = time.monotonic()
    figures = MEASURES[name].take()
    print(f"{time.monotonic() - before:.0f} s", flush=True)
    table = as_table(figures) if figures else "It could not be measured on this machine."
    return f"\n## {MEASURES[name].title}\n\n{table}\n"


if __name__ == "__main__":
    main()
