"""Whatever the domain can say no with reaches a person as a sentence of the text catalogue."""

import importlib
import pkgutil

import domain
from domain.errors import KamraError
from ui.theme.texts import PROBLEMS


def test_every_error_of_the_domain_has_a_sentence() -> None:
    for module in pkgutil.walk_packages(domain.__path__, "domain."):
        importlib.import_module(module.name)
    assert sorted(code for code in {error.code for error in _below(KamraError)} if code not in PROBLEMS) == []


def test_no_sentence_is_empty_or_blames_the_person() -> None:
    assert [code for code, sentence in PROBLEMS.items() if not sentence.strip() or "oops" in sentence.lower()] == []


def _below(kind: type[KamraError]) -> list[type[KamraError]]:
    found = [one for one in kind.__subclasses__() if one.__module__.startswith("domain")]
    return found + [deeper for one in found for deeper in _below(one)]
