"""The one catalogue of what Kamra says, and how an error becomes its sentence."""

from datetime import datetime
from string import Formatter
from typing import Any

from domain.errors import KamraError
from ui.theme.amounts import size_text
from ui.theme.moments import time_text
from ui.theme.problem_texts import PROBLEMS, STAND_INS

__all__ = ["PROBLEMS", "sentence_for", "sentence_of"]


class _Facts(Formatter):
    """Fills a sentence and never fails: a fact nobody gave has a word that stands in for it."""

    def get_value(self, key: int | str, args: Any, kwargs: Any) -> Any:
        return kwargs.get(key, STAND_INS.get(str(key), "…"))

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec == "size" and isinstance(value, int):
            return size_text(value)
        if format_spec == "minutes" and isinstance(value, int):
            return "1 minute" if value == 1 else f"{value} minutes"
        if format_spec == "time" and value != STAND_INS["until"]:
            return time_text(datetime.fromisoformat(value))
        return str(value)


_facts = _Facts()


def sentence_of(code: str, **facts: str | int) -> str:
    """The sentence for a problem code, with its facts filled in; one for all codes that nobody wrote one for."""
    return _facts.vformat(PROBLEMS.get(code, PROBLEMS["kamra_error"]), (), facts)


def sentence_for(error: KamraError) -> str:
    """The sentence for an error; one without a sentence of its own speaks with that of its kind."""
    kinds = (kind.code for kind in type(error).__mro__ if issubclass(kind, KamraError))
    code = next((code for code in kinds if code in PROBLEMS), KamraError.code)
    return sentence_of(code, **error.facts)
