"""Measures everything and writes benchmarks/RESULTS.md, or, given names, measures those and only prints them."""

import argparse
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import (
    avif_bytes,
    health,
    jpeg_ladder,
    kills,
    page_build,
    page_weight,
    sharp_ladder,
    tab_memory,
    upload_memory,
    upload_to_visible,
    worker_memory,
)
from benchmarks.figure import Figure, as_table
from benchmarks.machine import machine

_MEASURES: dict[str, Callable[[], list[Figure]]] = {
    "jpeg_ladder": jpeg_ladder.measure,
    "sharp_ladder": sharp_ladder.measure,
    "avif_bytes": avif_bytes.measure,
    "worker_memory": worker_memory.measure,
    "health": health.measure,
    "upload_to_visible": upload_to_visible.measure,
    "page_build": page_build.measure,
    "tab_memory": tab_memory.measure,
    "page_weight": page_weight.measure,
    "upload_memory": upload_memory.measure,
    "kills": kills.measure,
}
_RESULTS = Path(__file__).with_name("RESULTS.md")
_HEAD = """# Results

Written by `make bench`; the files beside this one say how each figure is taken. Ratios compare two things that took
turns in the same run. Figures without a goal are there to be compared over time.
"""


def main() -> None:
    """Run what was asked for and print its table."""
    parser = argparse.ArgumentParser(prog="benchmarks", description="Measure what Kamra promises in figures.")
    # Without names argparse looks for the empty list among the choices.
    parser.add_argument("names", nargs="*", choices=[[], *_MEASURES], metavar="NAME", help=", ".join(_MEASURES))
    names = parser.parse_args().names
    about = "\n".join(f"- {line}" for line in (f"Date: {datetime.now(UTC):%-d %B %Y}", *machine()))
    figures: list[Figure] = []
    for name in names or _MEASURES:
        print(f"measuring {name} …", flush=True)
        figures += _MEASURES[name]()
    results = f"{about}\n\n{as_table(figures)}\n"
    print(results)
    if not names:
        _RESULTS.write_text(f"{_HEAD}\n{results}", encoding="utf-8")


if __name__ == "__main__":
    main()
