"""How a method says that it is a step which may happen, to whom, and when.

Hypothesis has rules for that, but leaves most of them out of each run: lives without posts show nothing.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from hypothesis import strategies as st

Method = TypeVar("Method", bound=Callable[..., None])


def happens(**values: st.SearchStrategy[Any]) -> Callable[[Method], Method]:
    """A step that happens with such values."""

    def mark(method: Method) -> Method:
        vars(method)["values"] = values
        return method

    return mark


def only_if(holds: Callable[[Any], object]) -> Callable[[Method], Method]:
    """A step that happens only while this holds for the machine."""

    def mark(method: Method) -> Method:
        vars(method)["holds"] = holds
        return method

    return mark


def steps_of(machine: object) -> Mapping[str, st.SearchStrategy[dict[str, Any]]]:
    """The steps that may happen to it now, by name, each with what it may happen with."""
    methods = {name: getattr(type(machine), name) for name in dir(type(machine))}
    marked = {name: vars(one) for name, one in methods.items() if "values" in getattr(one, "__dict__", {})}
    return {
        name: st.fixed_dictionaries(marks["values"])
        for name, marks in marked.items()
        if "holds" not in marks or marks["holds"](machine)
    }
