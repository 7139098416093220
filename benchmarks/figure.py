"""One measured figure and the goal it is held against."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """`goal` is None and `reached` True where something is measured for information only."""

    what: str
    value: float
    unit: str
    goal: float | None
    reached: bool
    note: str = ""
    bound: str = "≤"


def at_most(what: str, value: float, goal: float, unit: str, note: str = "") -> Figure:
    """A figure that should not exceed its goal."""
    return Figure(what=what, value=value, unit=unit, goal=goal, reached=value <= goal, note=note)


def at_least(what: str, value: float, goal: float, unit: str, note: str = "") -> Figure:
    """A figure that should reach its goal."""
    return Figure(what=what, value=value, unit=unit, goal=goal, reached=value >= goal, note=note, bound="≥")


def for_information(what: str, value: float, unit: str, note: str = "") -> Figure:
    """A figure without a goal."""
    return Figure(what=what, value=value, unit=unit, goal=None, reached=True, note=note)


def as_table(figures: Iterable[Figure]) -> str:
    """The figures as a Markdown table."""
    rows = ["| what | measured | goal | reached | note |", "|---|---|---|---|---|"]
    for figure in figures:
        goal = "" if figure.goal is None else f"{figure.bound} {figure.goal:g} {figure.unit}"
        reached = "" if figure.goal is None else "yes" if figure.reached else "**no**"
        rows.append(f"| {figure.what} | {_number(figure.value)} {figure.unit} | {goal} | {reached} | {figure.note} |")
    return "\n".join(rows)


def _number(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.2f}"
