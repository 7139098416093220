"""Measures everything, or what is named, prints the tables and keeps them in benchmarks/RESULTS.md."""

import argparse
import time
from datetime import UTC, datetime

from benchmarks.figure import as_table
from benchmarks.machine import machine
from benchmarks.measures import MEASURES
from benchmarks.results_file import keep


def main() -> None:
    """Run what was asked for; each table is kept as soon as it is there."""
    parser = argparse.ArgumentParser(prog="benchmarks", description="Measure what Kamra promises in figures.")
    # Without names argparse looks for the empty list among the choices.
    parser.add_argument("names", nargs="*", choices=[[], *MEASURES], metavar="NAME", help=", ".join(MEASURES))
    titles = [measure.title for measure in MEASURES.values()]
    for name in parser.parse_args().names or MEASURES:
        section = _section(name)
        print(section)
        keep({MEASURES[name].title: section}, titles)


def _section(name: str) -> str:
    print(f"measuring {name} …", end=" ", flush=True)
    about = ". ".join((f"{datetime.now(UTC):%-d %B %Y}", *machine()))
    before = time.monotonic()
    figures = MEASURES[name].take()
    print(f"{time.monotonic() - before:.0f} s", flush=True)
    table = as_table(figures) if figures else "It could not be measured on this machine."
    return f"{about}.\n\n{table}\n"


if __name__ == "__main__":
    main()
